// JSON in and out, with the place of every value: the only door to nlohmann/json.
//
//     Result<Json> document = parse_json(bytes);
//     std::string bytes = write_json(document);
//
// Objects keep the order of their members, so that a file read and written
// again differs only where it was changed. Reading refuses what a hostile or
// damaged file may hold: more bytes, depth, values or longer strings than
// JsonLimits allows, duplicate keys, numbers beyond double, invalid UTF-8
// (named by its byte offset), and anything after the document.
//
// Known limit: a number keeps 53 bits; Handfast saves none that needs more.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace handfast {

struct Json;
using JsonArray = std::vector<Json>;
using JsonMember = std::pair<std::string, Json>;
using JsonObject = std::vector<JsonMember>;   // in file order, keys unique

struct Json {
    std::variant<std::nullptr_t, bool, double, std::string, JsonArray, JsonObject> value = nullptr;
    // Where it ended in the text it was read from; not part of its value.
    int line = 0;
    int column = 0;

    bool operator==(const Json& other) const { return value == other.value; }

    bool is_null() const { return value.index() == 0; }
    const bool* boolean() const { return std::get_if<bool>(&value); }
    const double* number() const { return std::get_if<double>(&value); }
    const std::string* text() const { return std::get_if<std::string>(&value); }
    const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
    const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
    // A member of an object, or nullptr.
    const Json* find(std::string_view key) const;
};

struct JsonLimits {
    std::size_t bytes = 16u << 20;
    std::size_t depth = 32;
    std::size_t values = 1'000'000;
    std::size_t string_bytes = 1u << 20;
};

Result<Json> parse_json(std::string_view bytes, const JsonLimits& limits = {});

// Two spaces of indent, members in the order they stand in, a newline at the end. Numbers are
// the shortest text that reads back the same; whole numbers have no point.
std::string write_json(const Json& document);
// The same on one line, without spaces.
std::string write_json_line(const Json& document);

// "string", "number", … as an error message would say it.
std::string_view type_name(const Json& json);

}  // namespace handfast
