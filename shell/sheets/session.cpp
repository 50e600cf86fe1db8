#include "shell/sheets/session.h"

#include "core/bank/answers.h"
#include "core/base/text.h"
#include "shell/sheets/controls.h"
#include "shell/sheets/parts.h"
#include "shell/sheets/words.h"

namespace handfast::sheets {

namespace {

// The question whose card holds the place, or none.
QuestionId question_at(const Assets& assets, const PlaceId& place) {
    if (const auto answer = parse_answer_place(place)) return answer->question;
    std::string_view id = place;
    if (id.substr(0, 8) == "answers[") id = id.substr(8, id.find(']') - 8);
    id = id.substr(0, id.find(':'));
    const QuestionId question(id);
    return assets.find_question(question) == nullptr ? QuestionId() : question;
}

// Where the focus goes for a place: the control itself, or the first one within it.
PlaceId first_control(const Screen& screen, const PlaceId& place) {
    const std::vector<Control> controls = controls_at(screen, place);
    return controls.empty() ? PlaceId() : controls.front().id;
}

bool is_field(const Screen& screen, const PlaceId& place) {
    const std::vector<Control> controls = controls_at(screen, place);
    return !controls.empty() && controls.front().id == place && controls.front().is_field;
}

}  // namespace

Session::Session(const Assets& assets, std::function<std::string()> clock, std::function<std::string()> new_id)
    : m_workspace(assets), m_clock(std::move(clock)), m_new_id(std::move(new_id)) {
    m_workspace.open_new(m_new_id());
}

const Screen& Session::screen() {
    if (m_stale) {
        m_screen = build_screen(m_workspace, m_view);
        m_stale = false;
    }
    return m_screen;
}

std::vector<HostRequest> Session::take_requests() { return std::exchange(m_requests, {}); }

void Session::changed() { m_stale = true; }

void Session::say(std::string text) {
    m_view.announcement = std::move(text);
    changed();
}

OutlineStamp Session::stamp() const {
    const std::string clock = m_clock();
    const std::optional<Date> today = parse_iso_date(clock.substr(0, 10));
    return {today ? shown_date(*today) : clock, m_workspace.edition()};
}

// ---------------------------------------------------------------- what the user does

void Session::press(const PlaceId& pressed) {
    if (const std::optional<Intent> intent = request_at(screen(), pressed)) run(*intent);
}

void Session::press_with_pointer(const PlaceId& pressed) {
    press(pressed);
    if (m_view.focus_request.empty()) m_view.focus_request = pressed;
    focus(pressed);
}

void Session::type(const PlaceId& place, std::string_view text) {
    const Result<Revision> done = m_workspace.edit({place, EditVerb::Set, std::string(text)}, Gesture::Typing);
    if (done) {
        m_view.rejected.erase(place);
    } else {
        m_view.rejected[place] = {std::string(text), done.error().message + " " + done.error().remedy};
    }
    changed();
}

void Session::commit() {
    m_workspace.seal();
    keep_now();
    changed();
}

void Session::choose(const PlaceId& place, std::string_view option) { run(Edit{place, EditVerb::Set, std::string(option)}); }

void Session::focus(const PlaceId& place) {
    if (m_view.focus == place) return;
    m_view.focus = place;
    m_view.editing = is_field(screen(), place) ? place : PlaceId();
    const QuestionId question = question_at(m_workspace.assets(), place);
    if (!question.empty()) m_view.question = question;
    changed();
}

void Session::scrolled_to(float y, const Placement& placement) {
    const Stage* stage = m_workspace.assets().find_stage(m_view.sheet);
    const auto window = placement.windows.find("main");
    if (stage == nullptr || window == placement.windows.end()) return;
    const float height = window->second.height;
    const QuestionId focused = question_at(m_workspace.assets(), m_view.focus);
    QuestionId at_top;
    for (const Question* question : m_workspace.questions(*stage)) {
        const auto card = placement.places.find(question_place(question->id));
        if (card == placement.places.end()) continue;
        const Rect& rect = card->second;
        if (question->id == focused && rect.y + rect.height > y && rect.y < y + height) return;
        if (rect.y <= y + height / 3) at_top = question->id;
    }
    if (at_top.empty() || at_top == m_view.question) return;
    m_view.question = at_top;
    changed();
}

bool Session::key(std::string_view key, bool command, bool shift, bool alt) {
    if (alt) return false;
    if (command) {
        if (key == "s") return save(shift), true;
        if (key == "o") return run(ShellAction{Deed::OpenFile, ""}), true;
        if (key == "z") return run(ShellAction{shift ? Deed::Redo : Deed::Undo, ""}), true;
        if (key == "y") return run(ShellAction{Deed::Redo, ""}), true;
        if (key == "Enter") return go_to_next_open(), true;
        return false;
    }
    if (key == "?") return run(ShellAction{Deed::ShowShortcuts, ""}), true;
    if (key == "Escape" && m_view.dialog != Dialog::None) return run(ShellAction{Deed::CloseDialog, ""}), true;
    if (key == "Escape" && m_view.pane != Pane::Main) return run(ShellAction{Deed::ShowPane, "main"}), true;
    return false;
}

void Session::go_to(std::string_view sheet, const PlaceId& place) {
    if (!is_sheet(m_workspace, sheet)) return;
    if (!m_draft.empty() && sheet != "start") run(ShellAction{Deed::ContinueDraft, ""});
    m_address_asked = sheet != "start";
    show(std::string(sheet));
    if (!place.empty()) go_to_place(place);
}

void Session::open_file(std::string_view name, std::string_view bytes) {
    m_pending_name = name;
    m_pending_bytes = bytes;
    replace_design({Deed::OpenFile, ""});
}

void Session::run(const Intent& intent) {
    if (const auto* action = std::get_if<ShellAction>(&intent)) {
        run(*action);
        return;
    }
    m_workspace.seal();
    Result<Revision> done = m_workspace.revision();
    std::string said;
    if (const auto* edit = std::get_if<Edit>(&intent)) {
        done = m_workspace.edit(*edit, Gesture::Discrete);
        // A new row is there to be filled in.
        const auto at = parse_answer_place(edit->place);
        if (done && edit->verb == EditVerb::Include && at && edit->text.empty()) {
            const Answer& answer = answer_of(m_workspace.design(), at->question);
            if (answer.agreed && answer.agreed->rows() != nullptr && !answer.agreed->rows()->empty()) {
                changed();
                m_view.focus_request = first_control(screen(), cell_place(at->question, answer.agreed->rows()->back().id));
            }
        }
    } else {
        const Command& command = std::get<Command>(intent);
        PlaceId place;
        if (const auto* item = std::get_if<AddItem>(&command)) place = item->list;
        if (const auto* item = std::get_if<RemoveItem>(&command)) place = item->list;
        if (const auto* item = std::get_if<MoveItem>(&command)) place = item->list + "[" + item->id + "]";
        if (const auto* reply = std::get_if<SetReply>(&command)) place = question_place(reply->question);
        if (const auto* answer = std::get_if<SetAnswer>(&command)) place = question_place(answer->question);
        done = m_workspace.apply(command, Gesture::Discrete, place);
        if (const auto* item = std::get_if<AddItem>(&command)) {
            changed();
            m_view.focus_request = first_control(screen(), item->list + "[" + *item->item.find("id")->text() + "]");
        }
    }
    if (!done) said = describe(done.error());
    say(std::move(said));
    keep_now();
}

void Session::run(const ShellAction& action) {
    switch (action.deed) {
        case Deed::None: break;
        case Deed::OpenSheet: show(action.argument); break;
        case Deed::GoTo: go_to_place(action.argument); break;
        case Deed::Undo: step(m_workspace.undo(), tr("Undone: %1")); break;
        case Deed::Redo: step(m_workspace.redo(), tr("Redone: %1")); break;
        case Deed::NewDesign:
        case Deed::OpenSample:
        case Deed::ContinueDraft: replace_design(action); break;
        case Deed::OpenFile:
            m_view.dialog = Dialog::None;
            m_requests.push_back(ChooseFileRequest{});
            break;
        case Deed::SaveFile: save(false); break;
        case Deed::ExportMarkdown:
        case Deed::ExportHtml: {
            const bool html = action.deed == Deed::ExportHtml;
            const std::string stem = export_file_stem(m_workspace.design(), m_workspace.edition(), m_clock());
            m_requests.push_back(DownloadRequest{stem + (html ? "_outline.html" : "_outline.md"), html ? "text/html" : "text/markdown",
                                                 html ? write_outline_html(m_workspace.outline(), stamp()) : write_outline_markdown(m_workspace.outline(), stamp())});
            say(tr("The outline is in your downloads."));
            break;
        }
        case Deed::PrintOutline: m_requests.push_back(PrintRequest{write_outline_html(m_workspace.outline(), stamp())}); break;
        case Deed::CopyOutline:
            m_requests.push_back(CopyRequest{write_outline_html(m_workspace.outline(), stamp()), write_outline_text(m_workspace.outline(), stamp())});
            break;
        case Deed::DiscardDraft:
            m_draft.clear();
            m_view.draft.reset();
            m_requests.push_back(ForgetRequest{});
            say(tr("The copy in this browser is deleted."));
            break;
        case Deed::SwitchTheme:
            m_view.theme = m_view.theme == ThemeChoice::System ? ThemeChoice::Light : m_view.theme == ThemeChoice::Light ? ThemeChoice::Dark : ThemeChoice::System;
            m_requests.push_back(ThemeRequest{m_view.theme});
            break;
        case Deed::ShowAbout: m_view.dialog = Dialog::About; break;
        case Deed::ShowShortcuts: m_view.dialog = Dialog::Shortcuts; break;
        case Deed::CloseDialog:
            m_view.dialog = Dialog::None;
            m_go_on_after_save = false;
            break;
        case Deed::SaveThenGoOn:
            m_go_on_after_save = true;
            save(false);
            break;
        case Deed::GoOnUnsaved:
            m_view.dialog = Dialog::None;
            do_replace(m_view.pending);
            break;
        case Deed::ShowPane:
            m_view.pane = action.argument == "rail" ? Pane::Rail : action.argument == "side" ? Pane::Side : Pane::Main;
            break;
    }
    changed();
}

void Session::show(const std::string& sheet) {
    if (m_view.sheet != sheet) m_view.question = QuestionId();
    m_view.sheet = sheet;
    m_view.pane = Pane::Main;
    changed();
}

void Session::go_to_place(const PlaceId& place) {
    const std::string sheet = sheet_of(m_workspace, place);
    if (!sheet.empty()) show(sheet);
    const QuestionId question = question_at(m_workspace.assets(), place);
    if (!question.empty()) m_view.question = question;
    changed();
    m_view.focus_request = first_control(screen(), place);
    if (m_view.focus_request.empty() && !question.empty()) m_view.focus_request = first_control(screen(), question_place(question));
    changed();
}

void Session::go_to_next_open() {
    std::vector<const Question*> all;
    for (const Stage& stage : m_workspace.assets().stages()) {
        for (const Question* question : m_workspace.questions(stage)) all.push_back(question);
    }
    std::size_t start = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Stage* stage = m_workspace.assets().stage_of(all[i]->id);
        if (all[i]->id == m_view.question) start = i + 1;
        if (m_view.question.empty() && stage->stage == m_view.sheet) {
            start = i;
            break;
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Question& question = *all[(start + i) % all.size()];
        const AnswerState state = state_of(question, m_workspace.design());
        if (question.id != m_view.question && (state == AnswerState::Open || state == AnswerState::Begun)) {
            go_to_place(question_place(question.id));
            return;
        }
    }
    say(tr("Every question is answered."));
}

void Session::step(const HistoryStep* step, std::string_view said) {
    if (step == nullptr) {
        say(tr("There is nothing to undo or redo."));
        return;
    }
    m_view.rejected.clear();
    const std::string label = step->label;
    const PlaceId place = step->place;
    if (!place.empty()) go_to_place(place);
    say(fill(said, {label}));
    keep_now();
}

void Session::save(bool ask) {
    m_workspace.seal();
    m_revision_being_saved = m_workspace.revision();
    // Only the file this design was written to may be written again without asking.
    m_requests.push_back(SaveRequest{save_file_name(m_workspace.design(), m_workspace.edition() + 1, m_clock()), m_workspace.write_file(), ask || !m_file_is_ours});
}

void Session::replace_design(const ShellAction& how) {
    // An offered draft is not open yet, and an untouched design has nothing to lose.
    if (m_workspace.is_untouched() || m_workspace.save_state().changes_not_in_file == 0) {
        do_replace(how);
        return;
    }
    m_view.pending = how;
    m_view.dialog = Dialog::SaveFirst;
    changed();
}

void Session::do_replace(const ShellAction& how) {
    m_view.dialog = Dialog::None;
    m_view.rejected.clear();
    m_view.question = QuestionId();
    std::string next_sheet = "deal", said;
    switch (how.deed) {
        case Deed::NewDesign: m_workspace.open_new(m_new_id()); break;
        case Deed::OpenSample:
            if (!m_workspace.open_sample(how.argument, m_new_id())) return;
            next_sheet = m_workspace.assets().stages().front().stage;
            break;
        case Deed::OpenFile: {
            const Result<Done> opened = m_workspace.open_file(m_pending_bytes, m_pending_name);
            m_pending_bytes.clear();
            if (!opened) {
                m_view.problem = opened.error();
                m_view.problem_file = m_pending_name;
                m_view.dialog = Dialog::CannotOpen;
                changed();
                return;
            }
            next_sheet = m_workspace.assets().stages().front().stage;
            break;
        }
        case Deed::ContinueDraft: {
            const Result<Workspace::Restored> restored = m_workspace.open_snapshot(m_draft);
            if (!restored) {
                m_view.problem = restored.error();
                m_view.problem_file.clear();
                m_view.dialog = Dialog::CannotOpen;
                changed();
                return;
            }
            m_keep_asked = m_workspace.revision();
            if (is_sheet(m_workspace, restored->sheet) && restored->sheet != "start") next_sheet = restored->sheet;
            break;
        }
        default: return;
    }
    m_draft.clear();
    m_view.draft.reset();
    m_file_is_ours = false;
    show(next_sheet);
    say(fill(tr("Opened %1"), {design_title(m_workspace.design())}));
    keep_now();
}

// ---------------------------------------------------------------- what the host tells

void Session::set_width(float width) {
    if (m_view.width == width) return;
    m_view.width = width;
    changed();
}

void Session::set_apple_keyboard(bool apple) {
    m_view.apple_keyboard = apple;
    changed();
}

void Session::set_theme(ThemeChoice choice) {
    m_view.theme = choice;
    changed();
}

void Session::file_unreadable(std::string_view name) {
    m_view.problem = Error{ErrorCode::NotFound, {}, "The browser could not read the file.", "It may have been moved or be open elsewhere. Try again, or copy it first."};
    m_view.problem_file = name;
    m_view.dialog = Dialog::CannotOpen;
    changed();
}

void Session::saved(std::string_view name, Saved outcome) {
    switch (outcome) {
        case Saved::Written:
        case Saved::Downloaded:
            m_file_is_ours = outcome == Saved::Written;
            m_workspace.file_written(name, m_clock(), m_revision_being_saved);
            say(fill(outcome == Saved::Written ? tr("Saved to %1") : tr("Saved to your downloads as %1"), {name}));
            keep_now();
            if (std::exchange(m_go_on_after_save, false)) do_replace(m_view.pending);
            break;
        case Saved::Cancelled:
            m_go_on_after_save = false;
            say(tr("Not saved: you closed the window."));
            break;
        case Saved::Failed:
            m_go_on_after_save = false;
            say(tr("The file could not be written. Save a copy elsewhere."));
            break;
    }
}

void Session::copied(bool done) { say(done ? tr("The outline is on the clipboard.") : tr("The browser did not allow copying. Select the text and copy it.")); }

void Session::snapshot_kept(Revision revision, bool kept) {
    m_workspace.snapshot_kept(revision, m_clock(), kept);
    if (!kept) m_keep_asked = 0;
    changed();
}

void Session::found(std::string_view snapshot, std::string_view kept_at, Found what) {
    if (what == Found::NoStorage) m_workspace.snapshot_kept(0, m_clock(), false);
    if (!snapshot.empty()) {
        Workspace held(m_workspace.assets());
        if (held.open_snapshot(snapshot)) {
            m_draft = snapshot;
            m_view.draft = Draft{design_title(held.design()), std::string(kept_at)};
            if (what == Found::Older) say(tr("The newest copy in this browser was damaged; this is the one before it."));
            if (m_address_asked) {
                const std::string sheet = m_view.sheet;
                run(ShellAction{Deed::ContinueDraft, ""});
                show(sheet);
            }
        }
    }
    changed();
}

void Session::keep_now() {
    if (m_workspace.revision() == m_keep_asked || m_workspace.is_untouched()) return;
    m_keep_asked = m_workspace.revision();
    m_requests.push_back(KeepRequest{m_workspace.write_snapshot(m_clock(), m_view.sheet), m_keep_asked});
}

}  // namespace handfast::sheets
