#include "core/workspace/edit.h"

#include "core/base/text.h"
#include "core/bank/answers.h"

namespace handfast {

namespace {

using Choices = std::vector<std::string>;

// A list with one entry added, removed or moved.
void change_choices(Choices& choices, EditVerb verb, const std::string& option) {
    const auto at = std::find(choices.begin(), choices.end(), option);
    switch (verb) {
        case EditVerb::Set: choices = {option}; break;
        case EditVerb::Include:
            if (at == choices.end()) choices.push_back(option);
            break;
        case EditVerb::Exclude:
            if (at != choices.end()) choices.erase(at);
            break;
        case EditVerb::Raise:
            if (at != choices.end() && at != choices.begin()) std::iter_swap(at, at - 1);
            break;
        case EditVerb::Lower:
            if (at != choices.end() && at + 1 != choices.end()) std::iter_swap(at, at + 1);
            break;
    }
}

bool holds_choices(const Cell& cell) { return cell.kind == AnswerKind::SeveralOf || cell.kind == AnswerKind::Ranking; }

// The scalar after the edit.
Scalar edited_scalar(const Cell& cell, const Scalar* current, EditVerb verb, const std::string& text, const Design& design) {
    if (!holds_choices(cell) || (verb == EditVerb::Set && text.empty())) return parse_cell(cell, text);
    Choices choices;
    if (current != nullptr) {
        if (const auto* list = std::get_if<Choices>(current)) choices = *list;
    }
    change_choices(choices, verb, text);
    if (cell.kind == AnswerKind::SeveralOf) {   // several have no order of their own: keep that of the options
        Choices ordered;
        for (const Item& option : options_of(cell, design)) {
            const auto chosen = std::find(choices.begin(), choices.end(), option.id);
            if (chosen == choices.end()) continue;
            ordered.push_back(option.id);
            choices.erase(chosen);
        }
        ordered.insert(ordered.end(), choices.begin(), choices.end());   // no longer on the list; kept until excluded
        return ordered;
    }
    return choices;
}

template <class Key>
void put_scalar(std::map<Key, Scalar>& cells, const Key& key, Scalar scalar) {
    if (is_empty(scalar)) {
        cells.erase(key);
    } else {
        cells[key] = std::move(scalar);
    }
}

template <class Key>
const Scalar* find_scalar(const std::map<Key, Scalar>& cells, const Key& key) {
    const auto found = cells.find(key);
    return found == cells.end() ? nullptr : &found->second;
}

// The content of the wanted shape, or an empty one where the answer has another.
template <class Shape>
Shape shaped(const std::optional<Value>& value) {
    if (value) {
        if (const Shape* content = std::get_if<Shape>(&value->content)) return *content;
    }
    return Shape{};
}

Error no_such_place(const PlaceId& place) {
    return Error{ErrorCode::UnknownPath, {0, 0, -1, place}, "This answer has no such place.", "It may have been removed; undo brings it back."};
}

const Cell* find_column(const std::vector<Cell>& columns, const std::string& id) {
    for (const Cell& column : columns) {
        if (column.id == id) return &column;
    }
    return nullptr;
}

Result<Command> edit_records(const Edit& edit, const AnswerPlace& at, const Question& question, const Design& design, Rows rows) {
    if (at.keys.empty()) {
        if (edit.verb == EditVerb::Include) rows.push_back({unused_row_id(rows), {}});
        if (edit.verb == EditVerb::Set && edit.text.empty()) rows.clear();
    } else {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const ValueRow& entry) { return entry.id == at.keys[0]; });
        if (row == rows.end() || at.keys.size() > 2) return no_such_place(edit.place);
        if (at.keys.size() == 1) {
            if (edit.verb == EditVerb::Exclude) {
                rows.erase(row);
            } else if (edit.verb == EditVerb::Raise && row != rows.begin()) {
                std::iter_swap(row, row - 1);
            } else if (edit.verb == EditVerb::Lower && row + 1 != rows.end()) {
                std::iter_swap(row, row + 1);
            }
        } else {
            const std::vector<Cell> columns = columns_of(question.answer, design);
            const Cell* column = find_column(columns, at.keys[1]);
            if (column == nullptr) return no_such_place(edit.place);
            put_scalar(row->cells, column->id, edited_scalar(*column, find_scalar(row->cells, column->id), edit.verb, edit.text, design));
        }
    }
    if (rows.empty()) return SetAnswer{question.id, std::nullopt};
    return SetAnswer{question.id, Value{std::move(rows)}};
}

Result<Command> edit_matrix(const Edit& edit, const AnswerPlace& at, const Question& question, const Design& design, Matrix matrix) {
    if (at.keys.empty() && edit.verb == EditVerb::Set && edit.text.empty()) return SetAnswer{question.id, std::nullopt};
    if (at.keys.size() != 2) return no_such_place(edit.place);
    const std::vector<Cell> columns = columns_of(question.answer, design);
    const Cell* column = find_column(columns, at.keys[1]);
    const std::vector<Item> items = rows_of(question.answer, design);
    const bool has_row = std::any_of(items.begin(), items.end(), [&](const Item& row) { return row.id == at.keys[0]; });
    if (column == nullptr || !has_row) return no_such_place(edit.place);
    auto& cells = matrix[at.keys[0]];
    put_scalar(cells, column->id, edited_scalar(*column, find_scalar(cells, column->id), edit.verb, edit.text, design));
    if (cells.empty()) matrix.erase(at.keys[0]);
    if (matrix.empty()) return SetAnswer{question.id, std::nullopt};
    return SetAnswer{question.id, Value{std::move(matrix)}};
}

Result<Command> edit_answer(const Edit& edit, const AnswerPlace& at, const Design& design, const Assets& assets) {
    const Question* question = assets.find_question(at.question);
    if (question == nullptr) return no_such_place(edit.place);
    const std::optional<Value>& current = answer_of(design, at.question).agreed;
    const AnswerSpec& spec = question->answer;
    if (spec.kind() == AnswerKind::Records) return edit_records(edit, at, *question, design, shaped<Rows>(current));
    if (spec.kind() == AnswerKind::Matrix) return edit_matrix(edit, at, *question, design, shaped<Matrix>(current));
    if (spec.per_party) {
        if (at.keys.empty() && edit.verb == EditVerb::Set && edit.text.empty()) return SetAnswer{question->id, std::nullopt};
        if (at.keys.size() != 1 || find_party(design, PartyId(at.keys[0])) == nullptr) return no_such_place(edit.place);
        PerParty parties = shaped<PerParty>(current);
        const PartyId party(at.keys[0]);
        put_scalar(parties, party, edited_scalar(spec.cell, find_scalar(parties, party), edit.verb, edit.text, design));
        if (parties.empty()) return SetAnswer{question->id, std::nullopt};
        return SetAnswer{question->id, Value{std::move(parties)}};
    }
    if (!at.keys.empty()) return no_such_place(edit.place);
    Scalar scalar = edited_scalar(spec.cell, current ? current->scalar() : nullptr, edit.verb, edit.text, design);
    if (is_empty(scalar)) return SetAnswer{question->id, std::nullopt};
    return SetAnswer{question->id, Value{std::move(scalar)}};
}

// Typed text as the JSON of the field it stands for.
Result<Command> edit_field(const Edit& edit, const Design& design) {
    const Result<Path> path = parse_path(edit.place);
    if (!path) return path.error();
    Json value{edit.text};
    std::optional<Error> error;
    Design scratch = design;   // so that entries of maps that are not there yet can be visited
    const bool found = visit_path(scratch, *path, 0, [&](auto& node, const auto&) {
        using Node = std::remove_reference_t<decltype(node)>;
        if constexpr (IsOptional<Node>::value) {
            if (is_blank(edit.text)) {
                value = Json{};
                return true;
            }
        }
        const auto read_as = [&]<class T>(T*) {
            if constexpr (std::is_same_v<T, Date>) {
                const std::optional<Date> date = parse_date(edit.text);
                if (date) value = Json{iso_date(*date)};
                if (!date) error = Error{ErrorCode::WrongValue, {0, 0, -1, edit.place}, "This is not a date.", "Write one such as 31 Mar 2027 or 2027-03-31."};
            } else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, double>) {
                const std::optional<double> number = parse_number(edit.text);
                if (number) value = Json{*number};
                if (!number) error = Error{ErrorCode::WrongValue, {0, 0, -1, edit.place}, "This is not a number.", "Write one such as 12 or 1,250.5."};
            } else if constexpr (std::is_same_v<T, bool>) {
                value = Json{edit.text == "true"};
            }
        };
        if constexpr (IsOptional<Node>::value) {
            read_as(static_cast<typename Node::value_type*>(nullptr));
        } else {
            read_as(static_cast<Node*>(nullptr));
        }
        return true;
    });
    if (error) return *error;
    if (!found) return unknown_path(edit.place, "There is no such place in a design.");
    return SetField{edit.place, std::move(value)};
}

}  // namespace

std::optional<AnswerPlace> parse_answer_place(std::string_view place) {
    constexpr std::string_view head = "answers[", middle = "].agreed";
    if (place.substr(0, head.size()) != head) return std::nullopt;
    const std::size_t end = place.find(middle);
    if (end == std::string_view::npos) return std::nullopt;
    AnswerPlace result;
    result.question = QuestionId(place.substr(head.size(), end - head.size()));
    std::string_view rest = place.substr(end + middle.size());
    while (!rest.empty()) {
        const std::size_t close = rest.find(']');
        if (rest[0] != '[' || close == std::string_view::npos) return std::nullopt;
        result.keys.emplace_back(rest.substr(1, close - 1));
        rest.remove_prefix(close + 1);
    }
    return result;
}

PlaceId answer_place(const QuestionId& question) { return "answers[" + question.text + "].agreed"; }

PlaceId cell_place(const QuestionId& question, std::string_view key) { return answer_place(question) + "[" + std::string(key) + "]"; }

PlaceId cell_place(const QuestionId& question, std::string_view row, std::string_view column) {
    return cell_place(question, row) + "[" + std::string(column) + "]";
}

Result<Command> command_for(const Edit& edit, const Design& design, const Assets& assets) {
    if (const auto at = parse_answer_place(edit.place)) return edit_answer(edit, *at, design, assets);
    return edit_field(edit, design);
}

}  // namespace handfast
