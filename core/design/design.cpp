#include "core/design/design.h"

#include "core/base/text.h"

namespace handfast {

namespace {

ScopeItem scope_item(std::string_view id, std::string_view name) {
    ScopeItem item;
    item.id = Id<ScopeTag>(id);
    item.name = name;
    return item;
}

// Every key that an answer may hold for a party or scope item.
void collect_keys(const Design& design, std::set<std::string>& keys) {
    const auto of_value = [&](const std::optional<Value>& value) {
        if (!value) return;
        if (const PerParty* parties = value->per_party()) {
            for (const auto& [party, scalar] : *parties) keys.insert(party.text);
        }
        if (const Matrix* matrix = value->matrix()) {
            for (const auto& [row, cells] : *matrix) {
                keys.insert(row);
                for (const auto& [column, scalar] : cells) keys.insert(column.substr(0, column.find('.')));
            }
        }
        const auto of_choices = [&](const Scalar& scalar) {
            if (const std::string* text = std::get_if<std::string>(&scalar)) keys.insert(*text);
            if (const auto* list = std::get_if<std::vector<std::string>>(&scalar)) keys.insert(list->begin(), list->end());
        };
        if (const Scalar* scalar = value->scalar()) of_choices(*scalar);
        if (const Rows* rows = value->rows()) {
            for (const ValueRow& row : *rows) {
                for (const auto& [column, scalar] : row.cells) of_choices(scalar);
            }
        }
    };
    for (const auto& [question, answer] : design.answers) {
        of_value(answer.agreed);
        for (const auto& [party, position] : answer.positions) {
            keys.insert(party.text);
            of_value(position.value);
        }
    }
    for (const Party& party : design.parties) keys.insert(party.id.text);
    for (const auto* list : {&design.profile.functions, &design.profile.products, &design.profile.regions}) {
        for (const ScopeItem& item : *list) keys.insert(item.id.text);
    }
}

}  // namespace

Design new_design() {
    Design design;
    for (const char* id : {"p1", "p2"}) design.parties.emplace_back().id = PartyId(id);
    design.profile.functions = {
        scope_item("architecture", "Vehicle architecture"), scope_item("powertrain", "Battery and drive"),
        scope_item("software", "Software and electronics"), scope_item("purchasing", "Purchasing"),
        scope_item("manufacturing", "Manufacturing"),       scope_item("quality", "Quality and release"),
        scope_item("brand", "Brand and design"),            scope_item("sales", "Sales and service"),
    };
    return design;
}

const Answer& answer_of(const Design& design, const QuestionId& question) {
    static const Answer none;
    const auto found = design.answers.find(question);
    return found == design.answers.end() ? none : found->second;
}

const Party* find_party(const Design& design, const PartyId& id) {
    for (const Party& party : design.parties) {
        if (party.id == id) return &party;
    }
    return nullptr;
}

std::string party_name(const Design& design, const Party& party) {
    if (!is_blank(party.name)) return std::string(trimmed(party.name));
    for (std::size_t i = 0; i < design.parties.size(); ++i) {
        if (design.parties[i].id == party.id) return "Party " + std::to_string(i + 1);
    }
    return "Party";
}

std::string design_title(const Design& design) {
    if (!is_blank(design.profile.title)) return std::string(trimmed(design.profile.title));
    bool named = false;
    std::vector<std::string> names;
    for (const Party& party : design.parties) {
        named = named || !is_blank(party.name);
        names.push_back(party_name(design, party));
    }
    return named ? join_and(names) : "Untitled partnership";
}

std::string unused_id(const Design& design, std::string_view prefix) {
    std::set<std::string> keys;
    collect_keys(design, keys);
    for (int n = 1;; ++n) {
        std::string id = std::string(prefix) + std::to_string(n);
        if (keys.count(id) == 0) return id;
    }
}

std::string unused_row_id(const Rows& rows) {
    for (int n = 1;; ++n) {
        std::string id = "r" + std::to_string(n);
        if (std::none_of(rows.begin(), rows.end(), [&](const ValueRow& row) { return row.id == id; })) return id;
    }
}

}  // namespace handfast
