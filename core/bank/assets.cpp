#include "core/bank/assets.h"

namespace handfast {

namespace {

int number_of(const Clause& clause) {
    const auto number = parse_number(std::string_view(clause.number).substr(clause.number.empty() ? 0 : 1));
    return number ? static_cast<int>(*number) : 0;
}

std::string stem_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

Error in_file(Error error, std::string_view file) {
    error.where.path = std::string(file) + (error.where.path.empty() ? "" : ": " + error.where.path);
    return error;
}

Error wrong_reference(const std::string& file, const std::string& message) {
    return Error{ErrorCode::NotFound, {0, 0, -1, file}, message, "Check the id; assets/README.md lists what can stand there."};
}

bool is_vocabulary(const std::string& word) {
    static constexpr std::array<std::string_view, 8> words{"title", "parties", "party_count", "currency", "start_date", "functions", "products", "regions"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const Question* Assets::find_question(const QuestionId& id) const {
    const auto found = m_questions.find(id.text);
    return found == m_questions.end() ? nullptr : &m_stages[found->second.first].questions[found->second.second];
}

const Stage* Assets::stage_of(const QuestionId& id) const {
    const auto found = m_questions.find(id.text);
    return found == m_questions.end() ? nullptr : &m_stages[found->second.first];
}

const Stage* Assets::find_stage(std::string_view id) const {
    for (const Stage& stage : m_stages) {
        if (stage.stage == id) return &stage;
    }
    return nullptr;
}

const Clause* Assets::find_clause(std::string_view number) const {
    for (const Clause& clause : m_clauses) {
        if (clause.number == number) return &clause;
    }
    return nullptr;
}

const Sample* Assets::find_sample(std::string_view id) const {
    for (const Sample& sample : m_samples) {
        if (sample.id == id) return &sample;
    }
    return nullptr;
}

namespace {

// Columns that a list's item or a table may name.
bool has_column(const Question& question, const std::string& id) {
    const auto named = [&](const std::vector<Cell>& cells) {
        return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.id == id; });
    };
    return named(question.answer.columns.items) || named(question.answer.columns.each);
}

std::optional<Error> check_part(const Assets& assets, const ClausePart& part, const std::string& file) {
    const int forms = (part.text.empty() ? 0 : 1) + (part.list.empty() ? 0 : 1) + (part.table.empty() ? 0 : 1);
    if (forms != 1) return wrong_reference(file, "A part is one of text, list or table.");
    std::optional<Error> error;
    const auto check_text = [&](const std::string& text, const Question* row_of) {
        for_each_piece(text, [](std::string_view) {}, [&](const Placeholder& hole) {
            if (error || is_vocabulary(hole.name)) return;
            if (row_of != nullptr) {
                const bool word = hole.name == "label" || hole.name == "party" || hole.name == "value";
                if (word || has_column(*row_of, hole.name)) return;
            } else if (assets.find_question(QuestionId(hole.name)) != nullptr) {
                return;
            }
            error = wrong_reference(file, "{" + hole.name + "} is neither a question nor a known word.");
        });
    };
    check_text(part.text, nullptr);
    check_text(part.lead, nullptr);
    for (const QuestionId* id : {&part.list, &part.table}) {
        if (id->empty() || error) continue;
        const Question* question = assets.find_question(*id);
        if (question == nullptr) return wrong_reference(file, "There is no question \"" + id->text + "\".");
        if (id == &part.list) {
            check_text(part.item, question);
        } else if (question->answer.kind() != AnswerKind::Records && question->answer.kind() != AnswerKind::Matrix) {
            return wrong_reference(file, "The answer to \"" + id->text + "\" is not a table.");
        }
        for (const std::string& column : part.columns) {
            if (!has_column(*question, column)) return wrong_reference(file, "\"" + id->text + "\" has no column \"" + column + "\".");
        }
    }
    return error;
}

std::optional<Error> check_condition(const Assets& assets, const Condition& condition, const std::string& file) {
    std::vector<QuestionId> questions;
    collect_questions(condition, questions);
    for (const QuestionId& id : questions) {
        if (assets.find_question(id) == nullptr) return wrong_reference(file, "A condition asks for \"" + id.text + "\", and there is no such question.");
    }
    return std::nullopt;
}

}  // namespace

Result<Assets> parse_assets(std::span<const EmbeddedAsset> files) {
    Assets assets;
    for (const EmbeddedAsset& file : files) {
        const bool is_stage = file.path.substr(0, 5) == "bank/", is_clause = file.path.substr(0, 8) == "clauses/";
        const bool is_sample = file.path.substr(0, 8) == "samples/";
        const bool is_licences = file.path == "licences.json";
        if (!is_stage && !is_clause && !is_sample && !is_licences) continue;
        const Result<Json> json = parse_json(file.bytes);
        if (!json) return in_file(json.error(), file.path);
        FieldReader reader;
        if (is_stage && !reader.read(*json, assets.m_stages.emplace_back())) return in_file(reader.error(), file.path);
        if (is_clause && !reader.read(*json, assets.m_clauses.emplace_back())) return in_file(reader.error(), file.path);
        if (is_licences && !reader.read(*json, assets.m_licences)) return in_file(reader.error(), file.path);
        if (is_sample) {
            Result<SaveFile> save = read_save(*json);
            if (!save) return in_file(save.error(), file.path);
            assets.m_samples.push_back({stem_of(file.path), std::move(*save)});
        }
    }
    std::sort(assets.m_stages.begin(), assets.m_stages.end(), [](const Stage& a, const Stage& b) { return a.number < b.number; });
    std::sort(assets.m_clauses.begin(), assets.m_clauses.end(), [](const Clause& a, const Clause& b) { return number_of(a) < number_of(b); });
    std::sort(assets.m_samples.begin(), assets.m_samples.end(), [](const Sample& a, const Sample& b) {
        const bool a_real = a.file.design.profile.sample == SampleKind::PublicFacts, b_real = b.file.design.profile.sample == SampleKind::PublicFacts;
        return a_real != b_real ? b_real : a.id < b.id;
    });
    for (std::size_t s = 0; s < assets.m_stages.size(); ++s) {
        for (std::size_t q = 0; q < assets.m_stages[s].questions.size(); ++q) {
            const std::string& id = assets.m_stages[s].questions[q].id.text;
            if (!assets.m_questions.emplace(id, std::pair{s, q}).second) return wrong_reference("bank", "Two questions have the id \"" + id + "\".");
        }
    }
    for (const Stage& stage : assets.m_stages) {
        for (const Question& question : stage.questions) {
            if (auto error = check_condition(assets, question.when, "bank: " + question.id.text)) return *error;
            for (const std::string& clause : question.clauses) {
                if (assets.find_clause(clause) == nullptr) return wrong_reference("bank: " + question.id.text, "There is no clause " + clause + ".");
            }
        }
    }
    for (const Clause& clause : assets.m_clauses) {
        const std::string file = "clauses: " + clause.id.text;
        for (const ClausePart& part : clause.parts) {
            if (auto error = check_part(assets, part, file)) return *error;
            if (auto error = check_condition(assets, part.when, file)) return *error;
        }
    }
    return assets;
}

}  // namespace handfast
