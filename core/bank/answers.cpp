#include "core/bank/answers.h"

#include "core/base/text.h"

namespace handfast {

namespace {

const Item* find_item(const std::vector<Item>& items, const std::string& id) {
    for (const Item& item : items) {
        if (item.id == id) return &item;
    }
    return nullptr;
}

std::string choice_words(const Cell& cell, const std::string& id, const Design& design) {
    for (const Item& item : items_of(cell.options_from, design)) {
        if (item.id == id) return item.label;
    }
    const Item* own = find_item(cell.options, id);
    return own == nullptr ? id : label_in_sentence(own->label);
}

std::vector<std::string> as_list(const Scalar& scalar) {
    if (const auto* list = std::get_if<std::vector<std::string>>(&scalar)) return *list;
    if (const std::string* text = std::get_if<std::string>(&scalar)) {
        if (!text->empty()) return {*text};
    }
    return {};
}

std::string number_problem(const Cell& cell, double number) {
    if (cell.whole && number != std::floor(number)) return "Only whole numbers fit here.";
    const double least = cell.minimum.value_or(cell.kind == AnswerKind::Percentage ? 0 : -std::numeric_limits<double>::infinity());
    const double most = cell.maximum.value_or(cell.kind == AnswerKind::Percentage ? 100 : std::numeric_limits<double>::infinity());
    if (number >= least && number <= most) return "";
    if (std::isinf(most)) return "This is below the least that fits here, " + grouped_number(least) + ".";
    if (std::isinf(least)) return "This is above the most that fits here, " + grouped_number(most) + ".";
    return "This should be from " + grouped_number(least) + " to " + grouped_number(most) + ".";
}

}  // namespace

std::vector<Item> items_of(Source source, const Design& design) {
    std::vector<Item> items;
    const auto add_scope = [&](const std::vector<ScopeItem>& list) {
        for (const ScopeItem& entry : list) items.push_back({entry.id.text, is_blank(entry.name) ? "Unnamed" : entry.name, ""});
    };
    switch (source) {
        case Source::Items: break;
        case Source::Parties:
            for (const Party& party : design.parties) items.push_back({party.id.text, party_name(design, party), party.role});
            break;
        case Source::Functions: add_scope(design.profile.functions); break;
        case Source::Products: add_scope(design.profile.products); break;
        case Source::Regions: add_scope(design.profile.regions); break;
    }
    return items;
}

std::vector<Item> options_of(const Cell& cell, const Design& design) {
    std::vector<Item> options = items_of(cell.options_from, design);
    options.insert(options.end(), cell.options.begin(), cell.options.end());
    return options;
}

std::vector<Item> rows_of(const AnswerSpec& spec, const Design& design) {
    return spec.rows.from == Source::Items ? spec.rows.items : items_of(spec.rows.from, design);
}

std::vector<Cell> columns_of(const AnswerSpec& spec, const Design& design) {
    if (spec.columns.from == Source::Items) return spec.columns.items;
    std::vector<Cell> columns;
    for (const Item& entry : items_of(spec.columns.from, design)) {
        if (spec.columns.cell) {
            Cell column = *spec.columns.cell;
            column.id = entry.id;
            column.label = entry.label;
            columns.push_back(std::move(column));
        }
        for (const Cell& each : spec.columns.each) {
            Cell column = each;
            column.id = entry.id + "." + each.id;
            column.label = entry.label + ": " + each.label;
            columns.push_back(std::move(column));
        }
    }
    return columns;
}

bool takes_number(AnswerKind kind) {
    return kind == AnswerKind::Number || kind == AnswerKind::Money || kind == AnswerKind::Percentage || kind == AnswerKind::Scale;
}

std::string unit_of(const Cell& cell, const Design& design) {
    if (cell.kind == AnswerKind::Money) return (design.profile.currency.empty() ? "" : design.profile.currency + " ") + "million";
    if (cell.kind == AnswerKind::Percentage) return "%";
    return cell.unit;
}

Scalar parse_cell(const Cell& cell, std::string_view text) {
    if (takes_number(cell.kind)) {
        const std::optional<double> number = cell.kind == AnswerKind::Money ? parse_millions(text) : parse_number(text);
        if (number) return *number;
    }
    if (cell.kind == AnswerKind::Date) {
        if (const std::optional<Date> date = parse_date(text)) return iso_date(*date);
    }
    if (cell.kind == AnswerKind::SeveralOf || cell.kind == AnswerKind::Ranking) {
        return text.empty() ? std::vector<std::string>{} : split(text, ',');
    }
    return std::string(text);
}

std::string cell_text(const Cell& cell, const Scalar& scalar) {
    if (const double* number = std::get_if<double>(&scalar)) return grouped_number(*number);
    if (const std::string* text = std::get_if<std::string>(&scalar)) {
        if (cell.kind == AnswerKind::Date) {
            if (const std::optional<Date> date = parse_iso_date(*text)) return shown_date(*date);
        }
        return *text;
    }
    return join(std::get<std::vector<std::string>>(scalar), ", ");
}

std::string cell_problem(const Cell& cell, const Scalar& scalar, const Design& design) {
    if (is_empty(scalar)) return "";
    switch (cell.kind) {
        case AnswerKind::ShortText:
        case AnswerKind::LongText:
            return std::holds_alternative<std::vector<std::string>>(scalar) ? "This was a list; type it as text." : "";
        case AnswerKind::Number:
        case AnswerKind::Money:
        case AnswerKind::Percentage:
        case AnswerKind::Scale: {
            const double* number = std::get_if<double>(&scalar);
            return number == nullptr ? "This is not a number. Write one such as 12 or 1,250.5." : number_problem(cell, *number);
        }
        case AnswerKind::Date: {
            const std::string* text = std::get_if<std::string>(&scalar);
            return text != nullptr && parse_iso_date(*text) ? "" : "This is not a date. Write one such as 31 Mar 2027 or 2027-03-31.";
        }
        case AnswerKind::OneOf:
        case AnswerKind::SeveralOf:
        case AnswerKind::Ranking: {
            if (std::holds_alternative<double>(scalar)) return "This is a number; choose an entry of the list.";
            if (cell.kind == AnswerKind::OneOf && std::holds_alternative<std::vector<std::string>>(scalar)) return "Choose one entry.";
            const std::vector<Item> options = options_of(cell, design);
            for (const std::string& choice : as_list(scalar)) {
                if (find_item(options, choice) == nullptr) return "\"" + choice + "\" is no longer on the list. Choose again.";
            }
            return "";
        }
        case AnswerKind::Records:
        case AnswerKind::Matrix: return "A table cannot stand within a table.";
    }
    return "";
}

std::string label_in_sentence(const std::string& label) {
    static constexpr std::array<std::string_view, 6> proper{"Russian", "Texas", "Dutch", "English", "Chinese", "European"};
    const bool is_word = label.size() >= 2 && label[1] >= 'a' && label[1] <= 'z';
    if (!is_word && label.compare(0, 2, "A ") != 0) return label;   // "EU …", "R&D"
    for (const std::string_view word : proper) {
        if (label.compare(0, word.size(), word) == 0) return label;
    }
    return lowered(label.substr(0, 1)) + label.substr(1);
}

std::string cell_words(const Cell& cell, const Scalar& scalar, const Design& design) {
    if (is_empty(scalar)) return "";
    if (const double* number = std::get_if<double>(&scalar)) {
        if (cell.kind == AnswerKind::Money) return unit_of(cell, design).substr(0, unit_of(cell, design).rfind("million")) + grouped_number(*number) + " million";
        if (cell.kind == AnswerKind::Scale) {
            std::string words = (*number > 0 && cell.minimum.value_or(0) < 0 ? "+" : "") + grouped_number(*number);
            if (*number == cell.minimum && !cell.low.empty()) words += " (" + label_in_sentence(cell.low) + ")";
            if (*number == cell.maximum && !cell.high.empty()) words += " (" + label_in_sentence(cell.high) + ")";
            return words;
        }
        std::string unit = unit_of(cell, design);
        if (std::fabs(*number) == 1 && unit.size() > 1 && unit.back() == 's') unit.pop_back();   // "1 month"
        return grouped_number(*number) + (unit.empty() ? "" : " " + unit);
    }
    if (cell.kind == AnswerKind::OneOf || cell.kind == AnswerKind::SeveralOf || cell.kind == AnswerKind::Ranking) {
        std::vector<std::string> words;
        for (const std::string& choice : as_list(scalar)) words.push_back(choice_words(cell, choice, design));
        return join_and(words);
    }
    return std::string(trimmed(cell_text(cell, scalar)));
}

std::string value_words(const Question& question, const Value& value, const Design& design) {
    const Cell& cell = question.answer.cell;
    if (is_empty(value)) return "";
    if (const Scalar* scalar = value.scalar()) return cell_words(cell, *scalar, design);
    if (const PerParty* parties = value.per_party()) {
        std::vector<std::string> words;
        for (const Party& party : design.parties) {
            const auto entry = parties->find(party.id);
            if (entry == parties->end() || is_empty(entry->second)) continue;
            words.push_back(party_name(design, party) + ": " + cell_words(cell, entry->second, design));
        }
        return join(words, "; ");
    }
    const std::size_t count = value.rows() != nullptr ? value.rows()->size() : value.matrix()->size();
    return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

std::optional<ValueProblem> value_problem(const Question& question, const Value& value, const Design& design) {
    const AnswerSpec& spec = question.answer;
    const bool shape_fits = spec.kind() == AnswerKind::Records  ? value.rows() != nullptr
                            : spec.kind() == AnswerKind::Matrix ? value.matrix() != nullptr
                            : spec.per_party                    ? value.per_party() != nullptr
                                                                : value.scalar() != nullptr;
    if (!shape_fits) return ValueProblem{"", "This answer was given to an earlier form of the question. Answer it again; the old answer stays in the file until then."};

    std::optional<ValueProblem> problem;
    const auto check = [&](const Cell& cell, const Scalar& scalar, const std::string& place) {
        if (problem) return;
        std::string message = cell_problem(cell, scalar, design);
        if (!message.empty()) problem = ValueProblem{place, std::move(message)};
    };
    const auto check_cells = [&](const std::vector<Cell>& columns, const std::map<std::string, Scalar>& cells, const std::string& row) {
        for (const Cell& column : columns) {
            const auto cell = cells.find(column.id);
            if (cell != cells.end()) check(column, cell->second, "[" + row + "][" + column.id + "]");
        }
    };
    if (const Scalar* scalar = value.scalar()) check(spec.cell, *scalar, "");
    if (const PerParty* parties = value.per_party()) {
        for (const auto& [party, scalar] : *parties) {
            if (find_party(design, party) != nullptr) check(spec.cell, scalar, "[" + party.text + "]");
        }
    }
    if (const Rows* rows = value.rows()) {
        const std::vector<Cell> columns = columns_of(spec, design);
        for (const ValueRow& row : *rows) check_cells(columns, row.cells, row.id);
    }
    if (const Matrix* matrix = value.matrix()) {
        const std::vector<Cell> columns = columns_of(spec, design);
        for (const Item& row : rows_of(spec, design)) {
            const auto cells = matrix->find(row.id);
            if (cells != matrix->end()) check_cells(columns, cells->second, row.id);
        }
    }
    return problem;
}

AnswerState state_of(const Question& question, const Design& design) {
    const Answer& answer = answer_of(design, question.id);
    if (answer.reply == Reply::NotKnownYet) return AnswerState::NotKnownYet;
    if (answer.reply == Reply::NotApplicable) return AnswerState::NotApplicable;
    if (!answer.agreed || is_empty(*answer.agreed)) return AnswerState::Open;
    if (value_problem(question, *answer.agreed, design)) return AnswerState::Begun;
    const auto has_something = [](const auto& cells) {
        return std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return !is_empty(cell.second); });
    };
    if (const PerParty* parties = answer.agreed->per_party()) {
        for (const Party& party : design.parties) {
            const auto entry = parties->find(party.id);
            if (entry == parties->end() || is_empty(entry->second)) return AnswerState::Begun;
        }
    }
    if (const Matrix* matrix = answer.agreed->matrix()) {
        for (const Item& row : rows_of(question.answer, design)) {
            const auto cells = matrix->find(row.id);
            if (cells == matrix->end() || !has_something(cells->second)) return AnswerState::Begun;
        }
    }
    return AnswerState::Answered;
}

}  // namespace handfast
