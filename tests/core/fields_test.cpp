// Properties of everything described by fields(): reading, writing, bounds, places of errors, paths.
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

#include "core/base/text.h"

using namespace handfast;
using namespace handfast::test;

namespace {

template <class T>
Result<T> read_as(const Json& json) {
    FieldReader reader;
    T out;
    if (!reader.read(json, out)) return reader.error();
    return out;
}

// Through bytes, as a file would go, so that lines are real.
template <class T>
Result<T> read_text(const std::string& text) {
    const Result<Json> json = parse_json(text);
    if (!json) return json.error();
    return read_as<T>(*json);
}

// A random object as JSON with every member written, also those that equal their default.
template <class T>
Json full_json(Random& random) {
    const T object = random_value<T>(random);
    JsonObject members;
    for_each_field<T>([&](const auto& row) {
        Json member = field_json(object.*row.member);
        if (!member.is_null()) members.emplace_back(std::string(row.name), std::move(member));
    });
    return Json{std::move(members)};
}

void put(Json& object, std::string_view name, Json value) {
    JsonObject& members = *std::get_if<JsonObject>(&object.value);
    std::erase_if(members, [&](const JsonMember& member) { return member.first == name; });
    members.emplace_back(std::string(name), std::move(value));
}

int line_of(const std::string& text, const std::string& what) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return place_of_byte(text, at).line;
}

template <class T>
struct Named {
    using Type = T;
    const char* name;
};

// Calls visit(Named<T>{"T"}) for every struct with fields(). A new one belongs here.
template <class Visit>
void for_each_type(const Visit& visit) {
    visit(Named<ScopeItem>{"ScopeItem"});
    visit(Named<Profile>{"Profile"});
    visit(Named<Party>{"Party"});
    visit(Named<Position>{"Position"});
    visit(Named<Basis>{"Basis"});
    visit(Named<Resolution>{"Resolution"});
    visit(Named<Answer>{"Answer"});
    visit(Named<Waiver>{"Waiver"});
    visit(Named<Design>{"Design"});
    visit(Named<SaveFile>{"SaveFile"});
    visit(Named<Item>{"Item"});
    visit(Named<Cell>{"Cell"});
    visit(Named<MatrixRows>{"MatrixRows"});
    visit(Named<Question>{"Question"});
    visit(Named<Stage>{"Stage"});
    visit(Named<ClausePart>{"ClausePart"});
    visit(Named<Clause>{"Clause"});
    visit(Named<Component>{"Component"});
    visit(Named<Licences>{"Licences"});
}

// JSON that cannot be a T.
template <class T>
Json misfit() {
    if constexpr (IsOptional<T>::value) {
        return misfit<typename T::value_type>();
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Date> || IsId<T>::value || std::is_enum_v<T>) {
        return Json{7.0};
    } else if constexpr (std::is_same_v<T, Value>) {
        return Json{true};
    } else {
        return Json{std::string("seven")};
    }
}

// A value just outside a row's bounds, if the row has that bound.
template <class Member>
std::optional<Json> beyond(Random& random, double bound, double step) {
    if (!std::isfinite(bound)) return std::nullopt;
    if constexpr (IsOptional<Member>::value) {
        return beyond<typename Member::value_type>(random, bound, step);
    } else if constexpr (std::is_same_v<Member, int> || std::is_same_v<Member, double>) {
        return Json{bound + step};
    } else {
        if (bound + step < 0) return std::nullopt;
        const auto count = static_cast<std::size_t>(bound + step);
        if constexpr (std::is_same_v<Member, std::string>) return Json{std::string(count, 'x')};
        if constexpr (IsVector<Member>::value) {
            if constexpr (HasId<typename Member::value_type>) {
                Member items;
                for (std::size_t i = 0; i < count; ++i) {
                    items.push_back(random_value<typename Member::value_type>(random));
                    items.back().id = std::decay_t<decltype(items.back().id)>("x" + std::to_string(i));
                }
                return field_json(items);
            }
        }
        return std::nullopt;
    }
}

}  // namespace

TEST_CASE("What is written of any object reads back as the same object") {
    for_each_type([](auto type) {
        using T = typename decltype(type)::Type;
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Random random(seed);
            const T object = random_value<T>(random);
            const std::string text = write_json(field_json(object));
            INFO(type.name << ", seed " << seed << "\n" << text);
            const T back = value_of(read_text<T>(text));
            REQUIRE(back == object);
            REQUIRE(write_json(field_json(back)) == text);
        }
    });
}

TEST_CASE("A member that has its default is not written unless it is required") {
    CHECK(write_json_line(field_json(Answer{})) == "{}");
    CHECK(write_json_line(field_json(Party{PartyId("p1"), "", "", "", {}})) == R"({"id":"p1"})");
    Profile profile;
    CHECK(write_json_line(field_json(profile)) == "{}");
    profile.currency = "";   // not the default, which is EUR
    CHECK(write_json_line(field_json(profile)) == R"({"currency":""})");
    CHECK(value_of(read_text<Profile>(R"({"currency":""})")).currency.empty());
    CHECK(value_of(read_text<Profile>("{}")).currency == "EUR");
}

TEST_CASE("A member of the wrong type is refused with its path, line and a remedy") {
    for_each_type([](auto type) {
        using T = typename decltype(type)::Type;
        for_each_field<T>([&](const auto& row) {
            using Member = typename std::decay_t<decltype(row)>::Member;
            Random random(11);
            Json json = full_json<T>(random);
            put(json, row.name, misfit<Member>());
            const std::string text = write_json(json);
            const Error error = error_of(read_text<T>(text));
            INFO(type.name << "." << row.name << ": " << describe(error));
            CHECK(error.code == ErrorCode::WrongType);
            CHECK(error.where.path == row.name);
            CHECK(error.where.line == line_of(text, "\n  \"" + std::string(row.name) + "\": ") + 1);
            check_words_of(error);
        });
    });
}

TEST_CASE("A required member that is missing is asked for by name and meaning") {
    int required = 0;
    for_each_type([&](auto type) {
        using T = typename decltype(type)::Type;
        for_each_field<T>([&](const auto& row) {
            if (row.presence == Presence::Optional) return;
            ++required;
            Random random(12);
            Json json = full_json<T>(random);
            put(json, row.name, Json{});
            std::get_if<JsonObject>(&json.value)->pop_back();
            const Error error = error_of(read_text<T>(write_json(json)));
            INFO(type.name << "." << row.name << ": " << describe(error));
            CHECK(error.code == ErrorCode::MissingField);
            CHECK(error.message.find("\"" + std::string(row.name) + "\"") != std::string::npos);
            CHECK(error.remedy.find(row.meaning) != std::string::npos);
            CHECK(error.where.line == 1);
            check_words_of(error);
        });
    });
    CHECK(required > 20);
}

TEST_CASE("A number, text or list beyond its bounds is refused with its path, and one at its bounds is not") {
    int bounds = 0;
    for_each_type([&](auto type) {
        using T = typename decltype(type)::Type;
        for_each_field<T>([&](const auto& row) {
            using Member = typename std::decay_t<decltype(row)>::Member;
            const std::pair<double, double> ends[] = {{row.least, -1}, {row.most, 1}};
            for (const auto& [bound, step] : ends) {
                Random random(13);
                const std::optional<Json> outside = beyond<Member>(random, bound, step);
                if (!outside) continue;
                ++bounds;
                Json json = full_json<T>(random);
                put(json, row.name, *outside);
                const Error error = error_of(read_as<T>(json));
                INFO(type.name << "." << row.name << ": " << describe(error));
                CHECK((error.code == ErrorCode::WrongValue || error.code == ErrorCode::TooLarge));
                CHECK(error.where.path == row.name);
                check_words_of(error);
                put(json, row.name, *beyond<Member>(random, bound, 0));
                CHECK(read_as<T>(json));
            }
        });
    });
    CHECK(bounds > 20);
}

TEST_CASE("Values that are of the right type and still wrong are refused with what would fit") {
    const auto refused = [](const Error& error, ErrorCode code, const std::string& path, const std::string& words) {
        INFO(describe(error));
        CHECK(error.code == code);
        CHECK(error.where.path == path);
        CHECK((error.message + " " + error.remedy).find(words) != std::string::npos);
        check_words_of(error);
    };
    refused(error_of(read_text<Basis>(R"({"kind":"rumour"})")), ErrorCode::WrongValue, "kind", "unstated, fact, assumption, guess");
    refused(error_of(read_text<Basis>(R"({"review_date":"2027-02-30"})")), ErrorCode::WrongValue, "review_date", "2027-03-31");
    refused(error_of(read_text<Position>(R"({"importance":2.5})")), ErrorCode::WrongType, "importance", "whole number");
    refused(error_of(read_text<Position>(R"({"importance":1e100})")), ErrorCode::WrongType, "importance", "whole number");
    refused(error_of(read_text<Party>(R"({"id":"a b"})")), ErrorCode::WrongValue, "id", "letters, digits");
    refused(error_of(read_text<Party>(R"({"id":""})")), ErrorCode::WrongValue, "id", "letters, digits");
    refused(error_of(read_text<Answer>(R"({"positions":{"p/1":{}}})")), ErrorCode::WrongValue, "positions", "letters, digits");
    refused(error_of(read_text<Answer>(R"({"positions":{"p1":{"importance":9}}})")), ErrorCode::WrongValue, "positions[p1].importance", "1 to 5");
    refused(error_of(read_text<Design>(R"({"profile":{},"parties":[{"id":"p1"},{"id":"p1"}]})")), ErrorCode::DuplicateKey, "parties[p1]", "p1");
    refused(error_of(read_text<Design>(R"({"profile":{},"parties":[{"id":"p1"},{"id":7}]})")), ErrorCode::WrongType, "parties[1].id", "an id as text");
    refused(error_of(read_text<Design>(R"({"profile":{},"parties":[{"id":"p1"}]})")), ErrorCode::WrongValue, "parties", "2 to 8");
    refused(error_of(read_text<Item>(R"({"id":"a","label":"A","lable":"B"})")), ErrorCode::WrongFormat, "", "lable");
    refused(error_of(read_text<Question>(R"({"id":"a.b","number":"1.1","title":"t","ask":"?","why":"w","good":"g","example":"e","elements":[],
        "outcomes":[],"clauses":[],"answer":{"kind":"short_text","colour":"red"}})")),
            ErrorCode::WrongFormat, "answer", "colour");
}

TEST_CASE("Values of answers are refused where they go wrong") {
    const auto error_in = [](const std::string& agreed) { return error_of(read_text<Answer>("{\"agreed\":" + agreed + "}")); };
    const std::tuple<const char*, ErrorCode, const char*> cases[] = {
        {"true", ErrorCode::WrongType, "agreed"},
        {"{}", ErrorCode::WrongFormat, "agreed"},
        {R"({"rows":[],"matrix":{}})", ErrorCode::WrongFormat, "agreed"},
        {R"(["a",5])", ErrorCode::WrongType, "agreed[1]"},
        {R"({"per_party":["a"]})", ErrorCode::WrongType, "agreed.per_party"},
        {R"({"per_party":{"p1":true}})", ErrorCode::WrongType, "agreed.per_party[p1]"},
        {R"({"rows":{}})", ErrorCode::WrongType, "agreed.rows"},
        {R"({"rows":[{"cells":{}}]})", ErrorCode::MissingField, "agreed.rows"},
        {R"({"rows":[{"id":"r1"},{"id":"r1"}]})", ErrorCode::DuplicateKey, "agreed.rows"},
        {R"({"rows":[{"id":"r1","cells":5}]})", ErrorCode::WrongType, "agreed.rows[r1]"},
        {R"({"rows":[{"id":"r1","cells":{"a":{}}}]})", ErrorCode::WrongType, "agreed.rows[r1][a]"},
        {R"({"matrix":{"p1":[]}})", ErrorCode::WrongType, "agreed.matrix[p1]"},
        {R"({"matrix":{"p1":{"a":null}}})", ErrorCode::WrongType, "agreed.matrix[p1][a]"},
    };
    for (const auto& [agreed, code, path] : cases) {
        const Error error = error_in(agreed);
        INFO(agreed << ": " << describe(error));
        CHECK(error.code == code);
        CHECK(error.where.path == path);
        CHECK(error.where.line == 1);
        check_words_of(error);
    }
    CHECK_FALSE(value_of(read_text<Answer>(R"({"agreed":null})")).agreed);
}

TEST_CASE("Members that this version does not know are kept at every level of a design") {
    const std::string later = R"("later": { "x": [ 1, null, "y" ] })";
    const std::string text = R"({ "profile": { "functions": [ { "id": "f", "name": "F", LATER } ], LATER },
        "parties": [ { "id": "p1", "name": "A", LATER }, { "id": "p2", "name": "B" } ],
        "answers": { "a.b": { "agreed": { "rows": [ { "id": "r1", "cells": { "c": 1 }, LATER } ] },
                              "positions": { "p1": { "note": "n", LATER } }, "basis": { "kind": "fact", LATER },
                              "resolution": { "status": "parked", LATER }, LATER } },
        "waivers": [ { "id": "w", "reason": "r", LATER } ], LATER })";
    const Json json = value_of(parse_json(replaced(text, "LATER", later)));
    CHECK(field_json(value_of(read_as<Design>(json))) == json);
}

TEST_CASE("Every path of a design leads to a place, and putting there what stands there changes nothing") {
    std::size_t visited = 0;
    for (std::uint64_t seed = 0; seed < 15; ++seed) {
        Random random(seed);
        const Design design = random_value<Design>(random);
        std::vector<std::string> paths;
        collect_paths(design, "", paths);
        visited += paths.size();
        for (const std::string& path : paths) {
            INFO("seed " << seed << ", " << path);
            const Json there = value_of(get_at(design, path));
            Design copy = design;
            value_of(set_at(copy, path, there));
            REQUIRE(copy == design);
        }
    }
    CHECK(visited > 500);
}

TEST_CASE("A value is set and read by path, and nothing else changes") {
    Random random(5);
    Design design = random_value<Design>(random);
    design.parties[0].id = PartyId("p1");
    Design changed = design;
    value_of(set_at(changed, "parties[p1].name", Json{std::string("Nordwagen")}));
    CHECK(*value_of(get_at(changed, "parties[p1].name")).text() == "Nordwagen");
    changed.parties[0].name = design.parties[0].name;
    CHECK(changed == design);

    value_of(set_at(changed, "answers[new.question].basis.owner", Json{std::string("Dr. Lind")}));
    CHECK(changed.answers.at(QuestionId("new.question")).basis.owner == "Dr. Lind");
    value_of(set_at(changed, "profile.start_date", Json{std::string("2027-03-31")}));
    CHECK(changed.profile.start_date == Date{2027, 3, 31});
    value_of(set_at(changed, "profile.start_date", Json{}));
    CHECK_FALSE(changed.profile.start_date);
}

TEST_CASE("Paths that lead nowhere, and values that do not fit, say so") {
    const Design design = new_design();
    const auto refuse = [&](const char* path, Json value, ErrorCode code) {
        Design copy = design;
        const Error error = error_of(set_at(copy, path, value));
        INFO(path << ": " << describe(error));
        CHECK(error.code == code);
        CHECK(error.where.path.substr(0, std::string_view(path).size()) == path);
        check_words_of(error);
    };
    const Json text{std::string("x")};
    for (const char* path : {"", ".", "profile.", ".profile", "profile..title", "nothing", "profile.nothing", "parties[p9].name", "parties[].name", "parties[p1",
                             "parties[p 1].name", "parties[p1]name", "profile[p1]", "profile.title.x", "parties.name", "parties[p1].name[a]"}) {
        refuse(path, text, ErrorCode::UnknownPath);
        CHECK_FALSE(get_at(design, path));
    }
    refuse("profile.title", Json{7.0}, ErrorCode::WrongType);
    refuse("profile.title", Json{std::string(401, 'x')}, ErrorCode::TooLarge);
    refuse("profile.start_date", text, ErrorCode::WrongValue);
    refuse("parties", Json{JsonArray{}}, ErrorCode::WrongValue);
    refuse("parties[p1].id", Json{std::string("p2")}, ErrorCode::WrongValue);   // ids are permanent
    refuse("parties[p1].id", Json{std::string("p3")}, ErrorCode::WrongValue);
    refuse("parties[p1]", Json{JsonObject{{"id", Json{std::string("p2")}}}}, ErrorCode::WrongValue);
}

TEST_CASE("An id is made of letters, digits, dots, hyphens and underscores") {
    for (const char* id : {"p1", "strategy.horizon", "A-b_c.9"}) CHECK(is_id(id));
    CHECK(is_id(std::string(80, 'x')));
    CHECK_FALSE(is_id(std::string(81, 'x')));
    for (const char* id : {"", " ", "a b", "a]", "a/b", "é", "a\n"}) CHECK_FALSE(is_id(id));
}
