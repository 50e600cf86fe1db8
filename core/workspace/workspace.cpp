#include "core/workspace/workspace.h"

#include "core/base/text.h"

namespace handfast {

namespace {

constexpr std::string_view snapshot_format = "handfast snapshot";

std::string time_of(std::string_view clock) { return std::string(clock.substr(clock.find(' ') == std::string_view::npos ? 0 : clock.find(' ') + 1)); }

// "parties[p1].name" → "the name"; "profile.start_date" → "the start date".
std::string field_words(const std::string& path) {
    const Result<Path> steps = parse_path(path);
    return steps ? "the " + replaced(steps->back().name, "_", " ") : path;
}

// "parties" → "a party"; "profile.functions" → "a function".
std::string entry_words(const std::string& list) {
    const std::string name = list.substr(list.rfind('.') == std::string::npos ? 0 : list.rfind('.') + 1);
    if (name == "parties") return "a party";
    return "a " + name.substr(0, name.size() - 1);
}

const std::string* text_member(const Json& json, std::string_view key) {
    const Json* member = json.find(key);
    return member == nullptr ? nullptr : member->text();
}

}  // namespace

Workspace::Workspace(const Assets& assets) : m_assets(&assets), m_history(new_design()), m_document("unsaved") {}

bool Workspace::is_untouched() const { return m_in_file == nullptr && m_history.next_undo() == nullptr && m_history.next_redo() == nullptr && design() == new_design(); }

void Workspace::changed() { ++m_revision; }

Result<Revision> Workspace::apply(const Command& command, Gesture gesture, const PlaceId& place) {
    Result<Design> after = applied(design(), command);
    if (!after) return after.error();
    if (*after == design()) return m_revision;
    m_steps += m_history.push(std::move(*after), label_of(command), place, gesture);
    changed();
    return m_revision;
}

Result<Revision> Workspace::edit(const Edit& edit, Gesture gesture) {
    const Result<Command> command = command_for(edit, design(), *m_assets);
    if (!command) return command.error();
    return apply(*command, gesture, edit.place);
}

const HistoryStep* Workspace::undo() {
    const HistoryStep* step = m_history.undo();
    if (step != nullptr) {
        --m_steps;
        changed();
    }
    return step;
}

const HistoryStep* Workspace::redo() {
    const HistoryStep* step = m_history.redo();
    if (step != nullptr) {
        ++m_steps;
        changed();
    }
    return step;
}

std::string Workspace::label_of(const Command& command) const {
    const auto title_of = [&](const QuestionId& id) {
        const Question* question = m_assets->find_question(id);
        return question == nullptr ? id.text : question->title;
    };
    struct Label {
        const decltype(title_of)& title;
        std::string operator()(const SetField& c) const { return "change " + field_words(c.path); }
        std::string operator()(const SetAnswer& c) const { return (c.value ? "answer " : "clear ") + title(c.question); }
        std::string operator()(const SetReply& c) const {
            switch (c.reply) {
                case Reply::Value: return "answer " + title(c.question);
                case Reply::NotKnownYet: return "mark " + title(c.question) + " as not known yet";
                case Reply::NotApplicable: return "mark " + title(c.question) + " as not applicable";
            }
            return "";
        }
        std::string operator()(const SetPosition& c) const { return "set a position on " + title(c.question); }
        std::string operator()(const Resolve& c) const { return "resolve " + title(c.question); }
        std::string operator()(const AddItem& c) const { return "add " + entry_words(c.list); }
        std::string operator()(const RemoveItem& c) const { return "remove " + entry_words(c.list); }
        std::string operator()(const MoveItem& c) const { return "move " + entry_words(c.list); }
        std::string operator()(const Waive&) const { return "waive a finding"; }
        std::string operator()(const WithdrawWaiver&) const { return "withdraw a waiver"; }
        std::string operator()(const ReplaceDesign& c) const { return c.why; }
    };
    return std::visit(Label{title_of}, command);
}

void Workspace::open(SaveFile file) {
    m_history = History(std::move(file.design));
    m_document = file.id;
    m_edition = file.edition;
    m_unknown = std::move(file.unknown);
    m_in_file = nullptr;
    m_written = {};
    m_steps = m_steps_in_file = 0;
    m_file_name.clear();
    m_file_time.clear();
    changed();
}

void Workspace::open_new(std::string_view document_id) {
    SaveFile file;
    file.id = Id<DocumentTag>(document_id);
    open(std::move(file));
}

Result<Done> Workspace::open_file(std::string_view bytes, std::string_view name) {
    Result<SaveFile> file = parse_save(bytes);
    if (!file) return file.error();
    open(std::move(*file));
    m_in_file = std::make_shared<const Design>(design());
    m_file_name = name;
    return Done{};
}

bool Workspace::open_sample(std::string_view sample_id, std::string_view document_id) {
    const Sample* sample = m_assets->find_sample(sample_id);
    if (sample == nullptr) return false;
    SaveFile file = sample->file;
    file.id = Id<DocumentTag>(document_id);
    file.edition = 0;
    open(std::move(file));
    return true;
}

std::string Workspace::write_file() {
    m_written = {m_revision, std::make_shared<const Design>(design()), m_steps};
    SaveFile file;
    file.id = m_document;
    file.edition = m_edition + 1;
    file.design = design();
    file.unknown = m_unknown;
    return write_save(file);
}

void Workspace::file_written(std::string_view name, std::string_view clock, Revision revision) {
    ++m_edition;
    m_file_name = name;
    m_file_time = time_of(clock);
    // Edits made while the browser wrote are not in the file.
    if (m_written.design != nullptr && revision == m_written.revision) {
        m_in_file = m_written.design;
        m_steps_in_file = m_written.steps;
    } else if (revision == m_revision) {
        m_in_file = std::make_shared<const Design>(design());
        m_steps_in_file = m_steps;
    }
    changed();
}

std::string Workspace::write_snapshot(std::string_view clock, std::string_view sheet) const {
    SaveFile file;
    file.id = m_document;
    file.edition = m_edition;
    file.design = design();
    file.unknown = m_unknown;
    const SaveState state = save_state();
    const Json snapshot{JsonObject{{"format", Json{std::string(snapshot_format)}},
                                   {"version", Json{1.0}},
                                   {"kept_at", Json{std::string(clock)}},
                                   {"sheet", Json{std::string(sheet)}},
                                   {"file_name", Json{m_file_name}},
                                   {"file_time", Json{m_file_time}},
                                   {"changes_not_in_file", Json{static_cast<double>(state.changes_not_in_file)}},
                                   {"save", field_json(file)}}};
    return write_json_line(snapshot);
}

Result<Workspace::Restored> Workspace::open_snapshot(std::string_view bytes) {
    JsonLimits limits;
    limits.bytes = 32u << 20;   // a file within a wrapper
    limits.depth += 1;
    limits.values += 10;
    const Result<Json> json = parse_json(bytes, limits);
    if (!json) return json.error();
    const std::string* format = text_member(*json, "format");
    const Json* save = json->find("save");
    if (format == nullptr || *format != snapshot_format || save == nullptr) {
        return Error{ErrorCode::WrongFormat, {}, "What the browser kept is not a Handfast snapshot.", "Open your file instead."};
    }
    Result<SaveFile> file = read_save(*save);
    if (!file) return file.error();
    open(std::move(*file));
    Restored restored;
    if (const std::string* text = text_member(*json, "sheet")) restored.sheet = *text;
    if (const std::string* text = text_member(*json, "kept_at")) restored.kept_at = *text;
    if (const std::string* text = text_member(*json, "file_name")) m_file_name = *text;
    if (const std::string* text = text_member(*json, "file_time")) m_file_time = *text;
    const Json* behind = json->find("changes_not_in_file");
    const double steps = behind != nullptr && behind->number() != nullptr ? *behind->number() : 0;
    if (!m_file_name.empty() && steps == 0) m_in_file = std::make_shared<const Design>(design());
    m_steps = static_cast<long>(std::clamp(steps, 0.0, 1e6));
    m_kept_revision = m_revision;
    m_kept_time = time_of(restored.kept_at);
    return restored;
}

void Workspace::snapshot_kept(Revision revision, std::string_view clock, bool kept) {
    m_keeping_failed = !kept;
    if (!kept) return;
    m_kept_revision = std::max(m_kept_revision, revision);
    m_kept_time = time_of(clock);
}

SaveState Workspace::save_state() const {
    SaveState state;
    state.file_name = m_file_name;
    state.file_time = m_file_time;
    const bool current = m_in_file != nullptr && *m_in_file == design();
    if (!current) state.changes_not_in_file = static_cast<int>(std::max(1L, std::labs(m_steps - m_steps_in_file)));
    if (m_file_name.empty() && m_steps == 0) state.changes_not_in_file = 0;   // nothing was changed yet
    state.kept_time = m_kept_time;
    state.kept_is_current = m_kept_revision == m_revision;
    state.keeping_failed = m_keeping_failed;
    return state;
}

const Outline& Workspace::outline() const {
    if (m_outline_revision != m_revision) {
        m_outline = build_outline(design(), *m_assets);
        m_outline_revision = m_revision;
    }
    return m_outline;
}

std::vector<const Question*> Workspace::questions(const Stage& stage) const {
    std::vector<const Question*> shown;
    for (const Question& question : stage.questions) {
        if (holds(question.when, design())) shown.push_back(&question);
    }
    return shown;
}

Progress Workspace::progress(const Stage& stage) const {
    Progress progress;
    for (const Question* question : questions(stage)) {
        ++progress.total;
        switch (state_of(*question, design())) {
            case AnswerState::Answered:
            case AnswerState::NotApplicable: ++progress.answered; break;
            case AnswerState::Begun:
            case AnswerState::NotKnownYet: ++progress.begun; break;
            case AnswerState::Open: break;
        }
    }
    return progress;
}

}  // namespace handfast
