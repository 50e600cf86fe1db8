#include "core/design/value.h"

#include "core/base/text.h"

namespace handfast {

namespace {

bool read_scalar(const Json& json, Scalar& out, FieldReader& reader) {
    if (const std::string* text = json.text()) {
        if (text->size() > JsonLimits{}.string_bytes) {   // no file could hold it
            return reader.fail(json, ErrorCode::TooLarge, "The text is longer than " + std::to_string(JsonLimits{}.string_bytes) + " bytes.", "Shorten it.");
        }
        out = *text;
        return true;
    }
    if (const double* number = json.number()) {
        out = *number;
        return true;
    }
    if (json.array() != nullptr) {
        std::vector<std::string> choices;
        if (!reader.read(json, choices)) return false;
        out = std::move(choices);
        return true;
    }
    return reader.wrong_type(json, "a text, a number or a list of choices");
}

Json scalar_json(const Scalar& scalar) {
    return std::visit([](const auto& value) { return field_json(value); }, scalar);
}

template <class Key>
bool read_scalars(const Json& json, std::map<Key, Scalar>& out, FieldReader& reader) {
    const JsonObject* object = json.object();
    if (object == nullptr) return reader.wrong_type(json, "an object");
    for (const JsonMember& member : *object) {
        const bool done = reader.within("[" + member.first + "]", [&] {
            return read_scalar(member.second, out[Key(member.first)], reader);
        });
        if (!done) return false;
    }
    return true;
}

template <class Key>
Json scalars_json(const std::map<Key, Scalar>& scalars) {
    JsonObject object;
    for (const auto& [key, scalar] : scalars) object.emplace_back(key_text(key), scalar_json(scalar));
    return Json{std::move(object)};
}

bool read_rows(const Json& json, Rows& out, FieldReader& reader) {
    const JsonArray* array = json.array();
    if (array == nullptr) return reader.wrong_type(json, "a list of rows");
    std::set<std::string> ids;
    for (const Json& entry : *array) {
        const Json* id = entry.find("id");
        if (id == nullptr || id->text() == nullptr || !is_id(*id->text())) {
            return reader.fail(entry, ErrorCode::MissingField, "A row has no id.", "Give it one that no other row has, such as \"r1\".");
        }
        if (!ids.insert(*id->text()).second) {
            return reader.fail(entry, ErrorCode::DuplicateKey, "Two rows have the id \"" + *id->text() + "\".", "Give one of them another id.");
        }
        ValueRow row;
        row.id = *id->text();
        const Json* cells = entry.find("cells");
        const bool done = cells == nullptr || reader.within("[" + row.id + "]", [&] { return read_scalars(*cells, row.cells, reader); });
        if (!done) return false;
        for (const JsonMember& member : *entry.object()) {
            if (member.first != "id" && member.first != "cells") row.unknown.push_back(member);
        }
        out.push_back(std::move(row));
    }
    return true;
}

bool read_matrix(const Json& json, Matrix& out, FieldReader& reader) {
    const JsonObject* object = json.object();
    if (object == nullptr) return reader.wrong_type(json, "an object of rows");
    for (const JsonMember& member : *object) {
        const bool done = reader.within("[" + member.first + "]", [&] { return read_scalars(member.second, out[member.first], reader); });
        if (!done) return false;
    }
    return true;
}

}  // namespace

bool Value::from_json(const Json& json, Value& out, FieldReader& reader) {
    if (json.object() == nullptr) {
        Scalar scalar;
        if (!read_scalar(json, scalar, reader)) return false;
        out.content = std::move(scalar);
        return true;
    }
    if (json.object()->size() == 1) {
        const auto& [shape, content] = json.object()->front();
        const Json& body = content;
        if (shape == "per_party") {
            return reader.within("per_party", [&] { return read_scalars(body, out.content.emplace<PerParty>(), reader); });
        }
        if (shape == "rows") {
            return reader.within("rows", [&] { return read_rows(body, out.content.emplace<Rows>(), reader); });
        }
        if (shape == "matrix") {
            return reader.within("matrix", [&] { return read_matrix(body, out.content.emplace<Matrix>(), reader); });
        }
    }
    return reader.fail(json, ErrorCode::WrongFormat, "This is not an answer.",
                       "An answer is a text, a number, a list, or an object with one of per_party, rows, matrix.");
}

Json Value::to_json() const {
    if (const Scalar* one = scalar()) return scalar_json(*one);
    if (const PerParty* parties = per_party()) return Json{JsonObject{{"per_party", scalars_json(*parties)}}};
    if (const Rows* list = rows()) {
        JsonArray array;
        for (const ValueRow& row : *list) {
            JsonObject entry{{"id", Json{row.id}}, {"cells", scalars_json(row.cells)}};
            entry.insert(entry.end(), row.unknown.begin(), row.unknown.end());
            array.push_back(Json{std::move(entry)});
        }
        return Json{JsonObject{{"rows", Json{std::move(array)}}}};
    }
    JsonObject object;
    for (const auto& [row, cells] : *matrix()) object.emplace_back(row, scalars_json(cells));
    return Json{JsonObject{{"matrix", Json{std::move(object)}}}};
}

Json Value::schema() {
    const auto text = [](const char* value) { return Json{std::string(value)}; };
    const auto type = [&](const char* name) { return Json{JsonObject{{"type", text(name)}}}; };
    const Json scalar{JsonObject{{"anyOf", Json{JsonArray{type("string"), type("number"),
        Json{JsonObject{{"type", text("array")}, {"items", type("string")}}}}}}}};
    const auto object_of = [&](const Json& members) {
        return Json{JsonObject{{"type", text("object")}, {"additionalProperties", members}}};
    };
    const auto shape = [&](const char* name, const Json& entries) {
        return Json{JsonObject{{"type", text("object")},
                               {"properties", Json{JsonObject{{name, entries}}}},
                               {"required", Json{JsonArray{text(name)}}},
                               {"additionalProperties", Json{false}}}};
    };
    const Json row{JsonObject{{"type", text("object")},
                              {"properties", Json{JsonObject{{"id", field_schema<PartyId>()}, {"cells", object_of(scalar)}}}},
                              {"required", Json{JsonArray{text("id")}}}}};
    const Json rows{JsonObject{{"type", text("array")}, {"items", row}}};
    return Json{JsonObject{{"anyOf", Json{JsonArray{scalar, shape("per_party", object_of(scalar)), shape("rows", rows),
                                                     shape("matrix", object_of(object_of(scalar)))}}}}};
}

bool is_empty(const Scalar& scalar) {
    if (const std::string* text = std::get_if<std::string>(&scalar)) return is_blank(*text);
    if (const auto* choices = std::get_if<std::vector<std::string>>(&scalar)) return choices->empty();
    return false;
}

bool is_empty(const Value& value) {
    const auto all_empty = [](const auto& cells) {
        return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return is_empty(cell.second); });
    };
    if (const Scalar* scalar = value.scalar()) return is_empty(*scalar);
    if (const PerParty* parties = value.per_party()) return all_empty(*parties);
    if (const Rows* rows = value.rows()) {
        return std::all_of(rows->begin(), rows->end(), [&](const ValueRow& row) { return all_empty(row.cells); });
    }
    return std::all_of(value.matrix()->begin(), value.matrix()->end(), [&](const auto& row) { return all_empty(row.second); });
}

}  // namespace handfast
