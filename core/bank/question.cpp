#include "core/bank/question.h"

namespace handfast {

namespace {

Json any_object() { return Json{JsonObject{{"type", Json{std::string("object")}}}}; }

bool is_table(AnswerKind kind) { return kind == AnswerKind::Records || kind == AnswerKind::Matrix; }

// Splits the members of an answer between the cell and what surrounds it.
bool is_answer_member(std::string_view name) {
    return name == "per_party" || name == "columns" || name == "rows" || name == "row_name";
}

}  // namespace

bool Columns::from_json(const Json& json, Columns& out, FieldReader& reader) {
    if (json.array() != nullptr) return reader.read(json, out.items);
    if (json.object() == nullptr) return reader.wrong_type(json, "a list of columns");
    for (const JsonMember& member : *json.object()) {
        const bool done = reader.within(member.first, [&] {
            if (member.first == "items") return reader.read(member.second, out.items);
            if (member.first == "from") return reader.read(member.second, out.from);
            if (member.first == "cell") return reader.read(member.second, out.cell);
            if (member.first == "each") return reader.read(member.second, out.each);
            return reader.fail(member.second, ErrorCode::WrongFormat, "\"" + member.first + "\" is not known here.", "Columns have items, or from with cell or each.");
        });
        if (!done) return false;
    }
    return true;
}

Json Columns::to_json() const {
    JsonObject object;
    if (!items.empty()) object.emplace_back("items", field_json(items));
    if (from != Source::Items) object.emplace_back("from", field_json(from));
    if (cell) object.emplace_back("cell", field_json(*cell));
    if (!each.empty()) object.emplace_back("each", field_json(each));
    return Json{std::move(object)};
}

Json Columns::schema() { return any_object(); }

bool AnswerSpec::from_json(const Json& json, AnswerSpec& out, FieldReader& reader) {
    if (json.object() == nullptr) return reader.wrong_type(json, "an object");
    Json cell_part{JsonObject{}};
    cell_part.line = json.line;
    cell_part.column = json.column;
    for (const JsonMember& member : *json.object()) {
        if (!is_answer_member(member.first)) {
            std::get_if<JsonObject>(&cell_part.value)->push_back(member);
            continue;
        }
        const bool done = reader.within(member.first, [&] {
            if (member.first == "per_party") return reader.read(member.second, out.per_party);
            if (member.first == "columns") return reader.read(member.second, out.columns);
            if (member.first == "rows") return reader.read(member.second, out.rows);
            return reader.read(member.second, out.row_name);
        });
        if (!done) return false;
    }
    if (!reader.read(cell_part, out.cell)) return false;
    const AnswerKind kind = out.cell.kind;
    const auto need = [&](bool present, const char* what) {
        return present || reader.fail(json, ErrorCode::MissingField, "An answer of this kind needs " + std::string(what) + ".", "Add it.");
    };
    if (kind == AnswerKind::OneOf || kind == AnswerKind::SeveralOf || kind == AnswerKind::Ranking) {
        return need(!out.cell.options.empty() || out.cell.options_from != Source::Items, "options");
    }
    if (kind == AnswerKind::Scale) return need(out.cell.minimum && out.cell.maximum, "minimum and maximum");
    if (is_table(kind) && !need(!out.columns.items.empty() || out.columns.cell || !out.columns.each.empty(), "columns")) return false;
    if (kind == AnswerKind::Matrix) return need(!out.rows.items.empty() || out.rows.from != Source::Items, "rows");
    return true;
}

Json AnswerSpec::to_json() const {
    Json json = field_json(cell);
    JsonObject& object = *std::get_if<JsonObject>(&json.value);
    if (per_party) object.emplace_back("per_party", Json{true});
    if (is_table(kind())) object.emplace_back("columns", field_json(columns));
    if (kind() == AnswerKind::Matrix) object.emplace_back("rows", field_json(rows));
    if (!row_name.empty()) object.emplace_back("row_name", Json{row_name});
    return json;
}

Json AnswerSpec::schema() { return any_object(); }

}  // namespace handfast
