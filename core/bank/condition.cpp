#include "core/bank/condition.h"

#include "core/base/text.h"

namespace handfast {

namespace {

using Word = Condition::Word;

constexpr std::array<std::string_view, 9> word_names{"", "all", "any", "not", "answered", "is_one_of", "at_least", "at_most", "uses"};

bool read_member(const Json& json, std::string_view name, auto& out, FieldReader& reader) {
    const Json* member = json.find(name);
    if (member == nullptr) {
        return reader.fail(json, ErrorCode::MissingField, "The condition lacks \"" + std::string(name) + "\".", "Add it; assets/README.md shows the forms.");
    }
    return reader.read(*member, out);
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool scalar_is_one_of(const Scalar& scalar, const std::vector<std::string>& values) {
    if (const std::string* text = std::get_if<std::string>(&scalar)) return contains(values, *text);
    const auto* choices = std::get_if<std::vector<std::string>>(&scalar);
    if (choices == nullptr) return false;
    return std::any_of(choices->begin(), choices->end(), [&](const std::string& choice) { return contains(values, choice); });
}

// The forms with a body have just these members.
bool has_only(const Json& json, std::initializer_list<std::string_view> names, FieldReader& reader) {
    for (const JsonMember& member : json.object() == nullptr ? JsonObject{} : *json.object()) {
        if (std::find(names.begin(), names.end(), member.first) == names.end()) {
            return reader.fail(member.second, ErrorCode::WrongFormat, "\"" + member.first.substr(0, 40) + "\" is not known here.",
                               "Check the spelling; assets/README.md shows the forms.");
        }
    }
    return true;
}

// The number a value amounts to: itself, or how many entries it has.
std::optional<double> amount_of(const Value& value) {
    if (const Rows* rows = value.rows()) return static_cast<double>(rows->size());
    if (const Scalar* scalar = value.scalar()) {
        if (const double* number = std::get_if<double>(scalar)) return *number;
        if (const auto* choices = std::get_if<std::vector<std::string>>(scalar)) return static_cast<double>(choices->size());
    }
    return std::nullopt;
}

bool is_given(const Answer& answer) { return answer.reply == Reply::Value && answer.agreed && !is_empty(*answer.agreed); }

}  // namespace

bool Condition::from_json(const Json& json, Condition& out, FieldReader& reader) {
    if (json.object() == nullptr || json.object()->size() != 1) return reader.wrong_type(json, "a condition with one word");
    const auto& [name, body] = json.object()->front();
    const auto found = std::find(word_names.begin() + 1, word_names.end(), name);
    if (found == word_names.end()) {
        return reader.fail(json, ErrorCode::WrongValue, "\"" + name + "\" is not a word of conditions.",
                           "The words are all, any, not, answered, is_one_of, at_least, at_most, uses.");
    }
    out = Condition{};
    out.word = static_cast<Word>(found - word_names.begin());
    return reader.within(name, [&, &inner = body] {
        switch (out.word) {
            case Word::Always: return false;
            case Word::All:
            case Word::Any: return reader.read(inner, out.parts);
            case Word::Not: return reader.read(inner, out.parts.emplace_back());
            case Word::Answered: return reader.read(inner, out.question);
            case Word::IsOneOf:
                return has_only(inner, {"question", "values"}, reader) && read_member(inner, "question", out.question, reader) &&
                       read_member(inner, "values", out.values, reader);
            case Word::AtLeast:
            case Word::AtMost:
                return has_only(inner, {"question", "value"}, reader) && read_member(inner, "question", out.question, reader) &&
                       read_member(inner, "value", out.limit, reader);
            case Word::Uses:
                return has_only(inner, {"question", "column", "values"}, reader) && read_member(inner, "question", out.question, reader) && read_member(inner, "column", out.column, reader) &&
                       read_member(inner, "values", out.values, reader);
        }
        return false;
    });
}

Json Condition::to_json() const {
    const std::string name(word_names[static_cast<std::size_t>(word)]);
    const auto wrap = [&](Json body) { return Json{JsonObject{{name, std::move(body)}}}; };
    switch (word) {
        case Word::Always: return Json{};
        case Word::All:
        case Word::Any: return wrap(field_json(parts));
        case Word::Not: return wrap(field_json(parts.front()));
        case Word::Answered: return wrap(field_json(question));
        case Word::IsOneOf: return wrap(Json{JsonObject{{"question", field_json(question)}, {"values", field_json(values)}}});
        case Word::AtLeast:
        case Word::AtMost: return wrap(Json{JsonObject{{"question", field_json(question)}, {"value", Json{limit}}}});
        case Word::Uses:
            return wrap(Json{JsonObject{{"question", field_json(question)}, {"column", Json{column}}, {"values", field_json(values)}}});
    }
    return Json{};
}

Json Condition::schema() { return Json{JsonObject{{"type", Json{std::string("object")}}}}; }

bool holds(const Condition& condition, const Design& design) {
    const auto part_holds = [&](const Condition& part) { return holds(part, design); };
    const Answer& answer = answer_of(design, condition.question);
    switch (condition.word) {
        case Word::Always: return true;
        case Word::All: return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
        case Word::Any: return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
        case Word::Not: return !part_holds(condition.parts.front());
        case Word::Answered: return is_given(answer);
        case Word::IsOneOf: {
            if (!is_given(answer)) return false;
            if (const Scalar* scalar = answer.agreed->scalar()) return scalar_is_one_of(*scalar, condition.values);
            if (const PerParty* parties = answer.agreed->per_party()) {
                return std::any_of(parties->begin(), parties->end(), [&](const auto& entry) {
                    return scalar_is_one_of(entry.second, condition.values);
                });
            }
            return false;
        }
        case Word::AtLeast:
        case Word::AtMost: {
            if (!is_given(answer)) return false;
            const std::optional<double> amount = amount_of(*answer.agreed);
            if (!amount) return false;
            return condition.word == Word::AtLeast ? *amount >= condition.limit : *amount <= condition.limit;
        }
        case Word::Uses: {
            if (!is_given(answer)) return false;
            const auto row_uses = [&](const std::map<std::string, Scalar>& cells) {
                const auto cell = cells.find(condition.column);
                return cell != cells.end() && scalar_is_one_of(cell->second, condition.values);
            };
            if (const Rows* rows = answer.agreed->rows()) {
                return std::any_of(rows->begin(), rows->end(), [&](const ValueRow& row) { return row_uses(row.cells); });
            }
            const Matrix* matrix = answer.agreed->matrix();
            return matrix != nullptr && std::any_of(matrix->begin(), matrix->end(), [&](const auto& row) { return row_uses(row.second); });
        }
    }
    return false;
}

void collect_questions(const Condition& condition, std::vector<QuestionId>& out) {
    for (const Condition& part : condition.parts) collect_questions(part, out);
    if (!condition.question.empty()) out.push_back(condition.question);
}

}  // namespace handfast
