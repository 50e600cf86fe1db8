// Describes the fields of a struct once; JSON, JSON Schema, set-by-path and test generators read the description.
//
//     struct Party {
//         PartyId id;
//         std::string name;
//         JsonObject unknown;                       // what a newer version wrote, kept
//         static constexpr auto fields() {
//             return std::tuple{field("id", &Party::id, "…"),
//                               field("name", &Party::name, "What the party is called")};
//         }
//         bool operator==(const Party&) const = default;
//     };
//
// A field may be a bool, int, double, string, Id, Date, an enum with a
// specialised EnumNames, a struct with fields(), or an optional, vector or map
// (keyed by Id or string) of these. Lists of structs with an `id` are addressed
// by it. A type that none of this fits gives its own `from_json`, `to_json` and
// `schema` (see Value in core/design/value.h).
#pragma once

#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace handfast {

enum class Presence { Optional, Required };

template <class OwnerType, class MemberType>
struct FieldRow {
    using Owner = OwnerType;
    using Member = MemberType;

    std::string_view name;
    MemberType OwnerType::*member;
    std::string_view meaning;
    Presence presence = Presence::Optional;
    // Of a number; of a list or map, how many it may hold; of a text, how many bytes.
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();

    constexpr FieldRow required() const {
        FieldRow row = *this;
        row.presence = Presence::Required;
        return row;
    }
    constexpr FieldRow between(double least_value, double most_value) const {
        FieldRow row = *this;
        row.least = least_value;
        row.most = most_value;
        return row;
    }
};

template <class Owner, class Member>
constexpr FieldRow<Owner, Member> field(std::string_view name, Member Owner::*member, std::string_view meaning) {
    return {name, member, meaning};
}

// Specialise with `static constexpr std::array<std::string_view, N> names`, in the order of the enumerators.
template <class Enum>
struct EnumNames;

template <class T>
concept HasFields = requires { T::fields(); };

template <class T>
concept KeepsUnknown = requires(T object) { object.unknown; };

template <class T, class Visit>
constexpr void for_each_field(const Visit& visit) {
    std::apply([&](const auto&... row) { (visit(row), ...); }, T::fields());
}

template <class Enum>
constexpr std::string_view enum_name(Enum value) {
    return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

}  // namespace handfast
