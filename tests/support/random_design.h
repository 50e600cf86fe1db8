// Random values of everything that has fields(): for properties that must hold for any design.
//
//     Random random(7);
//     const Design design = random_value<Design>(random);
//
// The same seed gives the same value with every compiler. A generated value
// keeps the bounds of its fields() rows, ids within a list differ, and texts
// hold what breaks careless code: quotes, brackets, line ends, other scripts.
// To add a type that is not described by fields(): an overload of `fill`.
#pragma once

#include "core/bank/assets.h"
#include "core/design/command.h"

#include <cmath>
#include <cstdint>

namespace handfast::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();
    int between(int least, int most);   // both included
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class List>
    const auto& any_of(const List& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
    }

private:
    std::uint64_t m_state;
};

std::string random_text(Random& random, std::size_t most_bytes);
std::string random_id(Random& random);
double random_number(Random& random);
Json random_json(Random& random, int depth);
// Members that no fields() table knows: their names start with "later_".
JsonObject random_unknown(Random& random);
Scalar random_scalar(Random& random);
// Any command, of which some do not fit the design.
Command random_command(Random& random, const Design& design);

// What a row of fields() allows; anything when there is no row.
struct Bounds {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

void fill(Random& random, Value& out);
void fill(Random& random, Condition& out);
void fill(Random& random, Columns& out);
void fill(Random& random, AnswerSpec& out);

template <class T>
void fill_field(Random& random, T& out, const Bounds& bounds) {
    if constexpr (OwnJson<T>) {
        fill(random, out);
    } else if constexpr (std::is_same_v<T, bool>) {
        out = random.chance(50);
    } else if constexpr (std::is_same_v<T, int>) {
        out = random.between(static_cast<int>(std::max(bounds.least, -1e9)), static_cast<int>(std::min(bounds.most, 1e9)));
    } else if constexpr (std::is_same_v<T, double>) {
        do out = random_number(random);
        while (out < bounds.least || out > bounds.most);
    } else if constexpr (std::is_same_v<T, std::string>) {
        out = random_text(random, static_cast<std::size_t>(std::min(bounds.most, 60.0)));
    } else if constexpr (std::is_same_v<T, Date>) {
        out.year = random.between(1900, 2199);
        out.month = random.between(1, 12);
        out.day = random.between(1, days_in_month(out.year, out.month));
    } else if constexpr (IsId<T>::value) {
        out = T(random_id(random));
    } else if constexpr (std::is_enum_v<T>) {
        out = static_cast<T>(random.between(0, static_cast<int>(EnumNames<T>::names.size()) - 1));
    } else if constexpr (IsOptional<T>::value) {
        out.reset();
        if (random.chance(60)) fill_field(random, out.emplace(), bounds);
    } else if constexpr (IsVector<T>::value) {
        const int least = static_cast<int>(std::max(bounds.least, 0.0));
        out.clear();
        out.resize(static_cast<std::size_t>(random.between(least, static_cast<int>(std::min(bounds.most, least + 3.0)))));
        for (std::size_t i = 0; i < out.size(); ++i) {
            fill_field(random, out[i], Bounds{});
            if constexpr (HasId<typename T::value_type>) {
                using ItemId = std::decay_t<decltype(out[i].id)>;
                out[i].id = ItemId("i" + std::to_string(i) + "-" + random_id(random).substr(0, 20));
            }
        }
    } else if constexpr (IsMap<T>::value) {
        out.clear();
        for (int left = random.between(0, 3); left > 0; --left) {
            fill_field(random, out[typename T::key_type(random_id(random))], Bounds{});
        }
    } else {
        out = T{};
        for_each_field<T>([&](const auto& row) { fill_field(random, out.*row.member, Bounds{row.least, row.most}); });
        if constexpr (KeepsUnknown<T>) out.unknown = random_unknown(random);
    }
}

template <class T>
T random_value(Random& random) {
    T value;
    fill_field(random, value, Bounds{});
    return value;
}

// Every path that names something in the object: members, entries of lists and maps, and what is in them.
template <class T>
void collect_paths(const T& object, const std::string& prefix, std::vector<std::string>& out) {
    for_each_field<T>([&](const auto& row) {
        const auto& member = object.*row.member;
        using Member = std::decay_t<decltype(member)>;
        const std::string path = prefix + std::string(row.name);
        out.push_back(path);
        const auto enter = [&](const auto& item, const std::string& at) {
            out.push_back(at);
            if constexpr (HasFields<std::decay_t<decltype(item)>>) collect_paths(item, at + ".", out);
        };
        if constexpr (HasFields<Member>) {
            collect_paths(member, path + ".", out);
        } else if constexpr (IsVector<Member>::value) {
            if constexpr (HasId<typename Member::value_type>) {
                for (const auto& item : member) enter(item, path + "[" + key_text(item.id) + "]");
            }
        } else if constexpr (IsMap<Member>::value) {
            for (const auto& [key, item] : member) enter(item, path + "[" + key_text(key) + "]");
        }
    });
}

}  // namespace handfast::test
