// JSON from and to any struct with fields(), and edits by path. Templates over fields.h.
//
//     FieldReader reader;
//     Design design;
//     if (!reader.read(json, design)) return reader.error();
//     Json json = field_json(design);
//     Result<Done> done = set_at(design, "parties[p1].name", Json{"Nordwagen"});
//
// Writing leaves out what equals its default, in the order of fields(), with
// what was unknown at the end. Reading names line, column and path of the first
// thing that does not fit, and what to do.
#pragma once

#include "core/base/date.h"
#include "core/base/fields.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/number.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace handfast {

struct Done {};

template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};
template <class T> struct IsVector : std::false_type {};
template <class T> struct IsVector<std::vector<T>> : std::true_type {};
template <class T> struct IsMap : std::false_type {};
template <class K, class V> struct IsMap<std::map<K, V>> : std::true_type {};
template <class T> struct IsId : std::false_type {};
template <class Tag> struct IsId<Id<Tag>> : std::true_type {};

template <class T>
concept OwnJson = requires(const T& value) { value.to_json(); };
template <class T>
concept HasId = HasFields<T> && requires(const T& item) { item.id; };

inline const std::string& key_text(const std::string& key) { return key; }
template <class Tag>
const std::string& key_text(const Id<Tag>& key) { return key.text; }

// Ids stand in paths and file names: letters, digits, dot, hyphen, underscore; at most 80 of them.
bool is_id(std::string_view text);

// ---------------------------------------------------------------------------------------- reading

class FieldReader {
public:
    // Unknown members of structs that do not keep them are errors; for assets, where they are typing mistakes.
    explicit FieldReader(std::string path = {}) : m_path(std::move(path)) {}

    const Error& error() const { return *m_error; }
    bool failed() const { return m_error.has_value(); }

    bool fail(const Json& at, ErrorCode code, std::string message, std::string remedy) {
        if (!m_error) m_error = Error{code, {at.line, at.column, -1, m_path}, std::move(message), std::move(remedy)};
        return false;
    }
    bool wrong_type(const Json& at, std::string_view wanted) {
        return fail(at, ErrorCode::WrongType, "Here stands " + std::string(type_name(at)) + " where " + std::string(wanted) + " belongs.",
                    "Write " + std::string(wanted) + ", or remove the entry.");
    }

    // Runs `read` with the path extended, for messages.
    template <class Read>
    bool within(const std::string& step, const Read& read) {
        const std::size_t length = m_path.size();
        if (!m_path.empty() && step[0] != '[') m_path += '.';
        m_path += step;
        const bool done = read();
        m_path.resize(length);
        return done;
    }

    template <class T>
    bool read(const Json& json, T& out) {
        if constexpr (OwnJson<T>) {
            return T::from_json(json, out, *this);
        } else if constexpr (std::is_same_v<T, bool>) {
            const bool* value = json.boolean();
            if (value == nullptr) return wrong_type(json, "true or false");
            out = *value;
            return true;
        } else if constexpr (std::is_same_v<T, double>) {
            const double* value = json.number();
            if (value == nullptr) return wrong_type(json, "a number");
            out = *value;
            return true;
        } else if constexpr (std::is_same_v<T, int>) {
            const double* value = json.number();
            if (value == nullptr) return wrong_type(json, "a whole number");
            if (*value != std::floor(*value) || std::fabs(*value) > 2e9) return wrong_type(json, "a whole number");
            out = static_cast<int>(*value);
            return true;
        } else if constexpr (std::is_same_v<T, std::string>) {
            const std::string* value = json.text();
            if (value == nullptr) return wrong_type(json, "a text");
            out = *value;
            return true;
        } else if constexpr (std::is_same_v<T, Date>) {
            const std::string* value = json.text();
            if (value == nullptr) return wrong_type(json, "a date as text");
            const std::optional<Date> date = parse_iso_date(*value);
            if (!date) return fail(json, ErrorCode::WrongValue, "\"" + *value + "\" is not a date.", "Write year, month and day as 2027-03-31.");
            out = *date;
            return true;
        } else if constexpr (IsId<T>::value) {
            const std::string* value = json.text();
            if (value == nullptr) return wrong_type(json, "an id as text");
            if (!is_id(*value)) return bad_id(json, *value);
            out = T(*value);
            return true;
        } else if constexpr (std::is_enum_v<T>) {
            return read_enum(json, out);
        } else if constexpr (IsOptional<T>::value) {
            if (json.is_null()) {
                out.reset();
                return true;
            }
            return read(json, out.emplace());
        } else if constexpr (IsVector<T>::value) {
            return read_list(json, out);
        } else if constexpr (IsMap<T>::value) {
            return read_map(json, out);
        } else {
            static_assert(HasFields<T>, "give the type fields(), or from_json, to_json and schema");
            return read_struct(json, out);
        }
    }

    // Whether a value keeps the bounds of its row.
    template <class Row, class T>
    bool within_bounds(const Json& json, const Row& row, const T& value) {
        if constexpr (IsOptional<T>::value) {
            return !value || within_bounds(json, row, *value);
        } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, int>) {
            const auto number = static_cast<double>(value);
            if (number >= row.least && number <= row.most) return true;
            return fail(json, ErrorCode::WrongValue, "The number " + plain_number(number) + " is outside " + range(row) + ".",
                        "Write a number within that range.");
        } else if constexpr (std::is_same_v<T, std::string> || IsVector<T>::value || IsMap<T>::value) {
            const auto count = static_cast<double>(value.size());
            if (count >= row.least && count <= row.most) return true;
            if constexpr (std::is_same_v<T, std::string>) {
                return fail(json, ErrorCode::TooLarge, "The text is longer than " + plain_number(row.most) + " bytes.", "Shorten it.");
            } else {
                return fail(json, ErrorCode::WrongValue, "There are " + plain_number(count) + " entries; allowed are " + range(row) + ".",
                            "Add or remove entries.");
            }
        } else {
            return true;
        }
    }

private:
    template <class Row>
    static std::string range(const Row& row) {
        if (row.most == std::numeric_limits<double>::infinity()) return plain_number(row.least) + " or more";
        if (row.least == -std::numeric_limits<double>::infinity()) return plain_number(row.most) + " or less";
        return plain_number(row.least) + " to " + plain_number(row.most);
    }

    bool bad_id(const Json& json, const std::string& text) {
        return fail(json, ErrorCode::WrongValue, "\"" + text.substr(0, 40) + "\" cannot be an id.",
                    "Ids hold letters, digits, dots, hyphens and underscores, at most 80.");
    }

    template <class Enum>
    bool read_enum(const Json& json, Enum& out) {
        const std::string* value = json.text();
        if (value == nullptr) return wrong_type(json, "one of a few words");
        std::string allowed;
        for (std::size_t i = 0; i < EnumNames<Enum>::names.size(); ++i) {
            if (EnumNames<Enum>::names[i] == *value) {
                out = static_cast<Enum>(i);
                return true;
            }
            if (!allowed.empty()) allowed += ", ";
            allowed += EnumNames<Enum>::names[i];
        }
        return fail(json, ErrorCode::WrongValue, "\"" + value->substr(0, 40) + "\" is not known here.", "Write one of: " + allowed + ".");
    }

    template <class T>
    bool read_list(const Json& json, std::vector<T>& out) {
        const JsonArray* array = json.array();
        if (array == nullptr) return wrong_type(json, "a list");
        out.clear();
        out.reserve(array->size());
        std::set<std::string> ids;
        for (std::size_t i = 0; i < array->size(); ++i) {
            const Json& entry = (*array)[i];
            std::string step = "[" + std::to_string(i) + "]";
            if constexpr (HasId<T>) {
                const Json* id = entry.find("id");
                if (id != nullptr && id->text() != nullptr && is_id(*id->text())) step = "[" + *id->text() + "]";
            }
            const bool done = within(step, [&] {
                if (!read(entry, out.emplace_back())) return false;
                if constexpr (HasId<T>) {
                    if (!ids.insert(key_text(out.back().id)).second) {
                        return fail(entry, ErrorCode::DuplicateKey, "Two entries have the id \"" + key_text(out.back().id) + "\".",
                                    "Give one of them another id.");
                    }
                }
                return true;
            });
            if (!done) return false;
        }
        return true;
    }

    template <class Key, class T>
    bool read_map(const Json& json, std::map<Key, T>& out) {
        const JsonObject* object = json.object();
        if (object == nullptr) return wrong_type(json, "an object");
        out.clear();
        for (const JsonMember& member : *object) {
            if (!is_id(member.first)) return bad_id(member.second, member.first);
            const bool done = within("[" + member.first + "]", [&] { return read(member.second, out[Key(member.first)]); });
            if (!done) return false;
        }
        return true;
    }

    template <class T>
    bool read_struct(const Json& json, T& out) {
        const JsonObject* object = json.object();
        if (object == nullptr) return wrong_type(json, "an object");
        out = T{};
        bool done = true;
        for_each_field<T>([&](const auto& row) {
            if (!done) return;
            const Json* member = json.find(row.name);
            if (member == nullptr) {
                if (row.presence == Presence::Required) {
                    done = fail(json, ErrorCode::MissingField, "The entry \"" + std::string(row.name) + "\" is missing.",
                                "Add it: " + std::string(row.meaning) + ".");
                }
                return;
            }
            done = within(std::string(row.name), [&] {
                return read(*member, out.*row.member) && within_bounds(*member, row, out.*row.member);
            });
        });
        if (!done) return false;
        for (const JsonMember& member : *object) {
            bool known = false;
            for_each_field<T>([&](const auto& row) { known = known || row.name == member.first; });
            if (known) continue;
            if constexpr (KeepsUnknown<T>) {
                out.unknown.push_back(member);
            } else {
                return fail(member.second, ErrorCode::WrongFormat, "\"" + member.first.substr(0, 40) + "\" is not known here.",
                            "Check the spelling, or remove it.");
            }
        }
        return true;
    }

    std::string m_path;
    std::optional<Error> m_error;
};

// ---------------------------------------------------------------------------------------- writing

template <class T>
Json field_json(const T& value) {
    if constexpr (OwnJson<T>) {
        return value.to_json();
    } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double> || std::is_same_v<T, std::string>) {
        return Json{value};
    } else if constexpr (std::is_same_v<T, int>) {
        return Json{static_cast<double>(value)};
    } else if constexpr (std::is_same_v<T, Date>) {
        return Json{iso_date(value)};
    } else if constexpr (IsId<T>::value) {
        return Json{value.text};
    } else if constexpr (std::is_enum_v<T>) {
        return Json{std::string(enum_name(value))};
    } else if constexpr (IsOptional<T>::value) {
        return value ? field_json(*value) : Json{};
    } else if constexpr (IsVector<T>::value) {
        JsonArray array;
        for (const auto& item : value) array.push_back(field_json(item));
        return Json{std::move(array)};
    } else if constexpr (IsMap<T>::value) {
        JsonObject object;
        for (const auto& [key, item] : value) object.emplace_back(key_text(key), field_json(item));
        return Json{std::move(object)};
    } else {
        JsonObject object;
        const T standard{};
        for_each_field<T>([&](const auto& row) {
            if (row.presence == Presence::Required || !(value.*row.member == standard.*row.member)) {
                object.emplace_back(std::string(row.name), field_json(value.*row.member));
            }
        });
        if constexpr (KeepsUnknown<T>) object.insert(object.end(), value.unknown.begin(), value.unknown.end());
        return Json{std::move(object)};
    }
}

// ---------------------------------------------------------------------------------------- schema

template <class T>
inline constexpr bool is_number = std::is_same_v<T, double> || std::is_same_v<T, int> || std::is_same_v<T, std::optional<double>> ||
                                  std::is_same_v<T, std::optional<int>>;

// JSON Schema (2020-12) of T, for readers of saved designs that are not Handfast.
template <class T>
Json field_schema() {
    JsonObject schema;
    const auto type = [&](std::string_view name) { schema.emplace_back("type", Json{std::string(name)}); };
    if constexpr (OwnJson<T>) {
        return T::schema();
    } else if constexpr (std::is_same_v<T, bool>) {
        type("boolean");
    } else if constexpr (std::is_same_v<T, double>) {
        type("number");
    } else if constexpr (std::is_same_v<T, int>) {
        type("integer");
    } else if constexpr (std::is_same_v<T, std::string>) {
        type("string");
    } else if constexpr (std::is_same_v<T, Date>) {
        type("string");
        schema.emplace_back("format", Json{std::string("date")});
    } else if constexpr (IsId<T>::value) {
        type("string");
        schema.emplace_back("pattern", Json{std::string("^[A-Za-z0-9._-]{1,80}$")});
    } else if constexpr (std::is_enum_v<T>) {
        JsonArray names;
        for (const std::string_view name : EnumNames<T>::names) names.push_back(Json{std::string(name)});
        schema.emplace_back("enum", Json{std::move(names)});
    } else if constexpr (IsOptional<T>::value) {
        return field_schema<typename T::value_type>();
    } else if constexpr (IsVector<T>::value) {
        type("array");
        schema.emplace_back("items", field_schema<typename T::value_type>());
    } else if constexpr (IsMap<T>::value) {
        type("object");
        schema.emplace_back("propertyNames", field_schema<PartyId>());
        schema.emplace_back("additionalProperties", field_schema<typename T::mapped_type>());
    } else {
        type("object");
        JsonObject properties;
        JsonArray required;
        for_each_field<T>([&](const auto& row) {
            using Member = typename std::decay_t<decltype(row)>::Member;
            Json member = field_schema<Member>();
            JsonObject& members = *std::get_if<JsonObject>(&member.value);
            const auto bound = [&](const char* key, double value) {
                if (std::isfinite(value)) members.emplace_back(key, Json{value});
            };
            if constexpr (is_number<Member>) {
                bound("minimum", row.least);
                bound("maximum", row.most);
            } else if constexpr (std::is_same_v<Member, std::string>) {
                bound("maxLength", row.most);   // counts characters where we count bytes: lets through no less than we do
            } else if constexpr (IsVector<Member>::value) {
                bound("minItems", row.least);
                bound("maxItems", row.most);
            }
            members.insert(members.begin(), {"description", Json{std::string(row.meaning)}});
            properties.emplace_back(std::string(row.name), std::move(member));
            if (row.presence == Presence::Required) required.push_back(Json{std::string(row.name)});
        });
        schema.emplace_back("properties", Json{std::move(properties)});
        if (!required.empty()) schema.emplace_back("required", Json{std::move(required)});
        if constexpr (!KeepsUnknown<T>) schema.emplace_back("additionalProperties", Json{false});
    }
    return Json{std::move(schema)};
}

// ---------------------------------------------------------------------------------------- paths

// "answers[strategy.horizon].basis.kind" → {answers, strategy.horizon}, {basis, ""}, {kind, ""}.
struct PathStep {
    std::string name;
    std::string key;   // empty: the whole member
    bool operator==(const PathStep&) const = default;
};
using Path = std::vector<PathStep>;
Result<Path> parse_path(std::string_view text);
Error unknown_path(std::string_view path, std::string message);

// Calls `leaf(member)` with what the path names. Missing entries of maps are made when Object is not const.
template <class T, class Leaf>
bool visit_path(T& object, const Path& path, std::size_t depth, const Leaf& leaf) {
    using Plain = std::remove_const_t<T>;
    if constexpr (!HasFields<Plain>) {
        return false;
    } else {
        bool found = false;
        for_each_field<Plain>([&](const auto& row) {
            if (found || depth >= path.size() || row.name != path[depth].name) return;
            auto& member = object.*row.member;
            using Member = std::remove_const_t<std::remove_reference_t<decltype(member)>>;
            const auto descend = [&](auto& node) {
                found = depth + 1 == path.size() ? leaf(node, row) : visit_path(node, path, depth + 1, leaf);
            };
            const std::string& key = path[depth].key;
            if (key.empty()) {
                descend(member);
            } else if constexpr (IsVector<Member>::value) {
                if constexpr (HasId<typename Member::value_type>) {
                    for (auto& item : member) {
                        if (key_text(item.id) == key) return descend(item);
                    }
                }
            } else if constexpr (IsMap<Member>::value) {
                using Key = typename Member::key_type;
                if constexpr (std::is_const_v<std::remove_reference_t<decltype(member)>>) {
                    const auto entry = member.find(Key(key));
                    if (entry != member.end()) descend(entry->second);
                } else {
                    descend(member[Key(key)]);
                }
            }
        });
        return found;
    }
}

// What stands at the path, as JSON.
template <class T>
Result<Json> get_at(const T& object, std::string_view path_text) {
    const Result<Path> path = parse_path(path_text);
    if (!path) return path.error();
    std::optional<Json> found;
    visit_path(object, *path, 0, [&](const auto& node, const auto&) {
        found = field_json(node);
        return true;
    });
    if (!found) return unknown_path(path_text, "Nothing stands there.");
    return *found;
}

// Puts a value where the path points, if it fits. `object` is unchanged on error only as far as the member is; copy first.
// Ids are permanent: a value that gives an entry another id does not fit.
template <class T>
Result<Done> set_at(T& object, std::string_view path_text, const Json& value) {
    const Result<Path> path = parse_path(path_text);
    if (!path) return path.error();
    FieldReader reader{std::string(path_text)};
    const bool found = visit_path(object, *path, 0, [&](auto& node, const auto& row) {
        if (path->back().key.empty()) {
            if (reader.read(value, node)) reader.within_bounds(value, row, node);
        } else {
            reader.read(value, node);
        }
        return true;
    });
    if (reader.failed()) return reader.error();
    if (!found) return unknown_path(path_text, "There is no such place in a design.");
    Path entry = *path;   // the innermost entry of a list or map, which must still go by its id
    while (!entry.empty() && entry.back().key.empty()) entry.pop_back();
    if (!entry.empty() && !visit_path(std::as_const(object), entry, 0, [](const auto&, const auto&) { return true; })) {
        return Error{ErrorCode::WrongValue, {value.line, value.column, -1, std::string(path_text)}, "The id of an entry cannot change.",
                     "Remove the entry and add another one."};
    }
    return Done{};
}

// Calls `change(list)` with the list of items with ids that the path names.
template <class T, class Change>
Result<Done> change_list(T& object, std::string_view path_text, const Change& change) {
    const Result<Path> path = parse_path(path_text);
    if (!path) return path.error();
    std::optional<Error> error;
    bool is_list = false;
    visit_path(object, *path, 0, [&](auto& node, const auto& row) {
        using Node = std::remove_reference_t<decltype(node)>;
        if constexpr (IsVector<Node>::value) {
            if constexpr (HasId<typename Node::value_type>) {
                is_list = true;
                error = change(node);
                FieldReader reader{std::string(path_text)};
                if (!error && !reader.within_bounds(Json{}, row, node)) error = reader.error();
            }
        }
        return true;
    });
    if (error) return *error;
    if (!is_list) return unknown_path(path_text, "This is not a list of entries.");
    return Done{};
}

}  // namespace handfast
