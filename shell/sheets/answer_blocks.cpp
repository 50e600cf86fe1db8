#include "shell/sheets/answer_blocks.h"

#include "core/bank/answers.h"
#include "shell/sheets/make.h"

namespace handfast::sheets {

namespace {

bool is_choice(AnswerKind kind) { return kind == AnswerKind::OneOf || kind == AnswerKind::SeveralOf || kind == AnswerKind::Ranking || kind == AnswerKind::Scale; }

// What stands at a place, if anything.
using Held = const Scalar*;

bool is_chosen(Held held, const std::string& option) {
    if (held == nullptr) return false;
    if (const std::string* text = std::get_if<std::string>(held)) return *text == option;
    if (const double* number = std::get_if<double>(held)) return plain_number(*number) == option;
    const auto& list = std::get<std::vector<std::string>>(*held);
    return std::find(list.begin(), list.end(), option) != list.end();
}

std::vector<Option> scale_options(const Cell& cell, Held held) {
    std::vector<Option> options;
    for (double step = *cell.minimum; step <= *cell.maximum; ++step) {
        Option option;
        option.id = plain_number(step);
        option.label = (step > 0 && *cell.minimum < 0 ? "+" : "") + option.id;
        option.chosen = is_chosen(held, option.id);
        options.push_back(std::move(option));
    }
    return options;
}

std::vector<Option> choice_options(const Cell& cell, Held held, const Design& design) {
    if (cell.kind == AnswerKind::Scale) return scale_options(cell, held);
    std::vector<Option> options;
    for (const Item& item : options_of(cell, design)) options.push_back({item.id, item.label, item.help, is_chosen(held, item.id), 0});
    // A choice that is no longer on the list is still shown, so that it is not lost unseen.
    std::vector<std::string> gone;
    if (held != nullptr) {
        if (const std::string* text = std::get_if<std::string>(held)) gone.push_back(*text);
        if (const auto* list = std::get_if<std::vector<std::string>>(held)) gone = *list;
    }
    std::erase_if(gone, [&](const std::string& id) {
        return id.empty() || std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.id == id; });
    });
    for (const std::string& id : gone) options.push_back({id, fill(tr("%1 (no longer on the list)"), {id}), "", true, 0});
    return options;
}

// Ranked options first, in their order, then the rest.
void rank_options(std::vector<Option>& options, Held held) {
    const auto* list = held == nullptr ? nullptr : std::get_if<std::vector<std::string>>(held);
    for (Option& option : options) {
        if (list == nullptr) continue;
        const auto at = std::find(list->begin(), list->end(), option.id);
        option.rank = at == list->end() ? 0 : static_cast<int>(at - list->begin()) + 1;
    }
    std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
        const auto order = [](const Option& option) { return option.rank == 0 ? 1000 : option.rank; };
        return order(a) < order(b);
    });
}

enum class Where { Sheet, Cell };

std::string problem_at(const Cell& cell, Held held, const Design& design, const PlaceId& place, const ViewState& view) {
    if (held == nullptr || view.editing == place) return "";
    return cell_problem(cell, *held, design);
}

Choice make_choice(const Cell& cell, Held held, const PlaceId& place, std::string label, Where where, const Design& design, const ViewState& view) {
    Choice choice;
    choice.id = place;
    choice.label = std::move(label);
    choice.options = choice_options(cell, held, design);
    choice.error = problem_at(cell, held, design, place, view);
    choice.low = cell.low;
    choice.high = cell.high;
    switch (cell.kind) {
        case AnswerKind::SeveralOf: choice.shape = ChoiceShape::Check; break;
        case AnswerKind::Ranking:
            choice.shape = ChoiceShape::Ranking;
            rank_options(choice.options, held);
            break;
        case AnswerKind::Scale: choice.shape = where == Where::Cell ? ChoiceShape::Menu : ChoiceShape::Scale; break;
        default: choice.shape = where == Where::Cell ? ChoiceShape::Menu : ChoiceShape::Radio; break;
    }
    if (choice.shape == ChoiceShape::Menu && cell.kind == AnswerKind::Scale) {   // the ends are named within the list
        if (!choice.options.empty() && !cell.low.empty()) choice.options.front().label += " " + cell.low;
        if (!choice.options.empty() && !cell.high.empty()) choice.options.back().label += " " + cell.high;
    }
    return choice;
}

Field make_field(const Cell& cell, Held held, const PlaceId& place, std::string label, Where where, const Design& design, const ViewState& view) {
    Field field;
    field.id = place;
    field.label = std::move(label);
    field.text = held == nullptr ? "" : cell_text(cell, *held);
    if (where == Where::Sheet) field.placeholder = cell.placeholder;   // in a table it would look like an answer
    field.error = problem_at(cell, held, design, place, view);
    if (takes_number(cell.kind)) {
        field.mode = InputMode::Decimal;
        field.width = FieldWidth::Narrow;
        if (where == Where::Sheet) field.unit = unit_of(cell, design);
    } else if (cell.kind == AnswerKind::Date) {
        field.mode = InputMode::Date;
        field.width = FieldWidth::Narrow;
        if (field.placeholder.empty() && where == Where::Sheet) field.placeholder = tr("31 Mar 2027");
    } else if (cell.kind == AnswerKind::LongText) {
        field.shape = FieldShape::Paragraph;
    } else if (where == Where::Cell) {
        field.shape = FieldShape::Growing;
    }
    return field;
}

Block scalar_block(const Cell& cell, Held held, const PlaceId& place, std::string label, Label shown, const Design& design, const ViewState& view) {
    if (is_choice(cell.kind)) {
        Choice choice = make_choice(cell, held, place, std::move(label), Where::Sheet, design, view);
        choice.label_shown = shown;
        return {std::move(choice)};
    }
    Field field = make_field(cell, held, place, std::move(label), Where::Sheet, design, view);
    field.label_shown = shown;
    return {std::move(field)};
}

std::variant<Prose, Field, Choice> table_cell(const Cell& cell, Held held, const PlaceId& place, std::string label, const Design& design, const ViewState& view) {
    if (is_choice(cell.kind)) {
        Choice choice = make_choice(cell, held, place, std::move(label), Where::Cell, design, view);
        choice.label_shown = Label::Spoken;
        return choice;
    }
    Field field = make_field(cell, held, place, std::move(label), Where::Cell, design, view);
    field.label_shown = Label::Spoken;
    return field;
}

double weight_of(const Cell& cell) {
    switch (cell.kind) {
        case AnswerKind::ShortText: return 2;
        case AnswerKind::LongText: return 3;
        case AnswerKind::OneOf:
        case AnswerKind::SeveralOf: return 1.6;
        default: return 1;
    }
}

std::vector<Column> table_columns(const std::vector<Cell>& cells, const Design& design) {
    std::vector<Column> columns;
    for (const Cell& cell : cells) {
        Column column;
        column.id = cell.id;
        column.label = cell.label;
        const std::string unit = unit_of(cell, design);
        if (!unit.empty() && takes_number(cell.kind)) column.label += ", " + unit;
        column.weight = weight_of(cell);
        column.numeric = takes_number(cell.kind) && cell.kind != AnswerKind::Scale;
        columns.push_back(std::move(column));
    }
    return columns;
}

const Scalar* held_in(const std::map<std::string, Scalar>& cells, const std::string& id) {
    const auto found = cells.find(id);
    return found == cells.end() ? nullptr : &found->second;
}

Table records_table(const Question& question, const Design& design, const Value* value, const ViewState& view) {
    static const Rows none;
    const Rows& rows = value != nullptr && value->rows() != nullptr ? *value->rows() : none;
    const std::vector<Cell> columns = columns_of(question.answer, design);
    const std::string row_name = question.answer.row_name.empty() ? tr("row") : question.answer.row_name;
    Table table;
    table.id = answer_place(question.id);
    table.caption = question.title;
    table.columns = table_columns(columns, design);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Row row;
        row.id = cell_place(question.id, rows[i].id);
        const std::string number = std::to_string(i + 1);
        for (const Cell& column : columns) {
            row.cells.push_back(table_cell(column, held_in(rows[i].cells, column.id), cell_place(question.id, rows[i].id, column.id),
                                           fill(tr("%1, %2 %3"), {column.label, row_name, number}), design, view));
        }
        Action up = icon_action(row.id + ":up", Icon::Up, fill(tr("Move %1 %2 up"), {row_name, number}), Edit{row.id, EditVerb::Raise, ""});
        Action down = icon_action(row.id + ":down", Icon::Down, fill(tr("Move %1 %2 down"), {row_name, number}), Edit{row.id, EditVerb::Lower, ""});
        up.enabled = i > 0;
        down.enabled = i + 1 < rows.size();
        row.actions = {std::move(up), std::move(down),
                       icon_action(row.id + ":remove", Icon::Close, fill(tr("Remove %1 %2"), {row_name, number}), Edit{row.id, EditVerb::Exclude, ""})};
        table.rows.push_back(std::move(row));
    }
    table.empty = fill(tr("Nothing here yet. Add the first %1."), {row_name});
    table.add = action(table.id + ":add", fill(tr("Add %1"), {row_name}), Edit{table.id, EditVerb::Include, ""}, ActionStyle::Secondary, Icon::Plus);
    return table;
}

Table matrix_table(const Question& question, const Design& design, const Value* value, const ViewState& view) {
    static const Matrix none;
    const Matrix& matrix = value != nullptr && value->matrix() != nullptr ? *value->matrix() : none;
    const std::vector<Cell> columns = columns_of(question.answer, design);
    Table table;
    table.id = answer_place(question.id);
    table.caption = question.title;
    table.row_heading = question.answer.row_name.empty() ? tr("Entry") : question.answer.row_name;
    table.columns = table_columns(columns, design);
    for (const Item& item : rows_of(question.answer, design)) {
        Row row;
        row.id = cell_place(question.id, item.id);
        row.heading = item.label;
        row.detail = question.answer.rows.from == Source::Items ? item.help : "";
        const auto cells = matrix.find(item.id);
        for (const Cell& column : columns) {
            row.cells.push_back(table_cell(column, cells == matrix.end() ? nullptr : held_in(cells->second, column.id),
                                           cell_place(question.id, item.id, column.id), fill(tr("%1, %2"), {column.label, item.label}), design, view));
        }
        table.rows.push_back(std::move(row));
    }
    table.empty = tr("The list this table is made of is still empty. Fill it in under The deal.");
    return table;
}

}  // namespace

std::vector<Block> answer_blocks(const Question& question, const Design& design, const ViewState& view) {
    const Answer& answer = answer_of(design, question.id);
    const Value* value = answer.agreed ? &*answer.agreed : nullptr;
    const AnswerSpec& spec = question.answer;
    std::vector<Block> blocks;
    if (spec.kind() == AnswerKind::Records) {
        blocks.push_back({records_table(question, design, value, view)});
    } else if (spec.kind() == AnswerKind::Matrix) {
        blocks.push_back({matrix_table(question, design, value, view)});
    } else if (spec.per_party) {
        const PerParty* parties = value == nullptr ? nullptr : value->per_party();
        for (const Party& party : design.parties) {
            const auto entry = parties == nullptr ? PerParty::const_iterator{} : parties->find(party.id);
            const bool held = parties != nullptr && entry != parties->end();
            blocks.push_back(scalar_block(spec.cell, held ? &entry->second : nullptr, cell_place(question.id, party.id.text), party_name(design, party),
                                          Label::Drawn, design, view));
        }
    } else {
        blocks.push_back(scalar_block(spec.cell, value == nullptr ? nullptr : value->scalar(), answer_place(question.id), question.title, Label::Spoken, design, view));
    }
    if (value != nullptr) {
        const std::optional<ValueProblem> problem = value_problem(question, *value, design);
        if (problem && problem->place.empty() && spec.kind() != AnswerKind::Records && spec.kind() != AnswerKind::Matrix && value->scalar() != nullptr && !spec.per_party) {
            return blocks;   // said at the field itself
        }
        if (problem && problem->place.empty()) blocks.push_back(prose(answer_place(question.id) + ":problem", problem->message, ProseStyle::Error));
    }
    return blocks;
}

Field design_field(const PlaceId& place, std::string label, std::string text, const ViewState& view) {
    Field field;
    field.id = place;
    field.label = std::move(label);
    field.text = std::move(text);
    const auto rejected = view.rejected.find(place);
    if (rejected != view.rejected.end()) {
        field.text = rejected->second.text;
        if (view.editing != place) field.error = rejected->second.error;
    }
    return field;
}

}  // namespace handfast::sheets
