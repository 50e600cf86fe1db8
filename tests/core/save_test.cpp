// The save format: what is refused and why, what is kept, what files are called.
#include "core/design/save.h"

#include "tests/support/expect.h"
#include "tests/support/random_design.h"

#include "core/base/text.h"

using namespace handfast;
using namespace handfast::test;
using namespace std::literals;

namespace {

// A small save, one value a line, as Handfast writes it.
constexpr std::string_view good = R"({
  "format": "handfast design",
  "version": 1,
  "id": "d1",
  "edition": 7,
  "design": {
    "profile": {
      "title": "Cell plant",
      "start_date": "2027-03-31"
    },
    "parties": [
      {
        "id": "p1",
        "name": "Nordwagen"
      },
      {
        "id": "p2"
      }
    ],
    "answers": {
      "strategy.exposure": {
        "agreed": {
          "per_party": {
            "p1": 1800.5
          }
        }
      }
    }
  }
}
)";

std::string with(std::string_view what, std::string_view instead) {
    const std::string changed = replaced(good, what, instead);
    REQUIRE(changed != good);
    return changed;
}

struct Broken {
    const char* name;
    std::string bytes;
    ErrorCode code;
    const char* place;     // "line:column path"
    const char* message;   // part of it
    const char* remedy;    // part of it
};

std::vector<Broken> broken_files() {
    return {
        {"truncated", std::string(good.substr(0, good.find("Nordwagen") + 4)), ErrorCode::NotJson, "14:21 design.parties.name", "ends before", "cut off"},
        {"wrong version", with("\"version\": 1", "\"version\": \"one\""), ErrorCode::WrongFormat, "3:18 version", "not a whole number", "undamaged copy"},
        {"wrong type", with("\"Nordwagen\"", "[\"Nordwagen\"]"), ErrorCode::WrongType, "14:17 design.parties[p1].name", "Here stands a list where a text belongs",
         "Write a text"},
        {"duplicate key", with("\"edition\": 7", "\"edition\": 7, \"id\": \"d2\""), ErrorCode::DuplicateKey, "5:20 id", "\"id\" stands twice", "Remove one"},
        {"deep nesting", with("1800.5", std::string(40, '[') + std::string(40, ']')), ErrorCode::TooLarge, "24:45 design.answers.strategy.exposure.agreed.per_party.p1",
         "more than 32 levels", "cannot have come from Handfast"},
        {"huge number", with("1800.5", "1e999"), ErrorCode::NumberOutOfRange, "24:23 design.answers.strategy.exposure.agreed.per_party.p1", "1e999", "below 1e308"},
        {"invalid UTF-8", with("Nordwagen", "Nord\xFFwagen"), ErrorCode::NotUtf8, "14:22 ", "Byte 245 is not valid UTF-8", "Save the file as UTF-8"},
        {"empty", "", ErrorCode::NotJson, "1:1 ", "The file is empty", "another copy"},
        {"not JSON", "<!doctype html><title>Sign in</title>", ErrorCode::NotJson, "1:1 ", "not JSON", "Open a file that Handfast saved"},
        {"newer version", with("\"version\": 1", "\"version\": 2"), ErrorCode::NewerVersion, "3:14 version", "newer Handfast: format 2", "it is unchanged"},
        // and some more that come by
        {"version zero", with("\"version\": 1", "\"version\": 0"), ErrorCode::WrongFormat, "3:14 version", "not a whole number", "undamaged copy"},
        {"no version", with("  \"version\": 1,\n", ""), ErrorCode::WrongFormat, "1:1 version", "missing", "undamaged copy"},
        {"another program's JSON", R"({"name": "handfast", "version": "0.1.0"})", ErrorCode::WrongFormat, "1:1 format", "not a Handfast design", ".handfast.json"},
        {"another format", with("handfast design", "handfast snapshot"), ErrorCode::WrongFormat, "2:31 format", "not a Handfast design", ".handfast.json"},
        {"a list", "[1, 2]", ErrorCode::WrongFormat, "1:1 ", "here stands a list", ".handfast.json"},
        {"no design", R"({"format": "handfast design", "version": 1, "id": "d1"})", ErrorCode::MissingField, "1:1 ", "\"design\" is missing", "The design"},
        {"one party", with("},\n      {\n        \"id\": \"p2\"\n      }", "}"), ErrorCode::WrongValue, "11:16 design.parties", "There are 1 entries", "Add or remove"},
        {"no date", with("2027-03-31", "2027-02-30"), ErrorCode::WrongValue, "9:32 design.profile.start_date", "not a date", "2027-03-31"},
        {"an edition below zero", with("\"edition\": 7", "\"edition\": -1"), ErrorCode::WrongValue, "5:15 edition", "outside 0 to", "within that range"},
        {"trailing text", std::string(good) + "{}", ErrorCode::NotJson, "31:1 ", "after the end", "Remove"},
    };
}

}  // namespace

TEST_CASE("Each way a file can be broken is named with its place and what to do") {
    REQUIRE(parse_save(good));
    for (const Broken& file : broken_files()) {
        const Error error = error_of(parse_save(file.bytes));
        INFO(file.name << ": " << describe(error));
        CHECK(error.code == file.code);
        CHECK(place_of(error) == file.place);
        CHECK(error.message.find(file.message) != std::string::npos);
        CHECK(error.remedy.find(file.remedy) != std::string::npos);
        check_words_of(error);
    }
}

TEST_CASE("A save that Handfast wrote is rewritten byte by byte") {
    CHECK(write_save(value_of(parse_save(good))) == good);
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        SaveFile file = random_value<SaveFile>(random);
        file.format = save_format;
        const std::string bytes = write_save(file);
        INFO("seed " << seed << "\n" << bytes);
        const SaveFile back = value_of(parse_save(bytes));
        REQUIRE(back == file);
        REQUIRE(write_save(back) == bytes);
    }
}

TEST_CASE("A save holds what was given, in the words of the format") {
    const SaveFile file = value_of(parse_save(good));
    CHECK(file.id.text == "d1");
    CHECK(file.edition == 7);
    CHECK(file.design.profile.start_date == Date{2027, 3, 31});
    CHECK(file.design.profile.currency == "EUR");
    REQUIRE(file.design.parties.size() == 2);
    CHECK(file.design.parties[0].name == "Nordwagen");
    CHECK(file.design.profile.functions.empty());   // what a new design suggests is not added to a saved one
    const Answer& answer = answer_of(file.design, QuestionId("strategy.exposure"));
    REQUIRE(answer.agreed);
    CHECK(*answer.agreed == Value{PerParty{{PartyId("p1"), Scalar(1800.5)}}});
    CHECK(answer_of(file.design, QuestionId("strategy.horizon")) == Answer{});
}

TEST_CASE("Members of the file itself that a newer Handfast wrote are kept too") {
    const std::string bytes = with("  }\n}\n", "  },\n  \"checksum\": \"later\"\n}\n");
    CHECK(write_save(value_of(parse_save(bytes))) == bytes);
}

TEST_CASE("Files are named by date, time, title and edition") {
    Design design = new_design();
    CHECK(save_file_name(design, 1, "2026-11-22 14:32") == "2026-11-22_1432_Untitled-partnership_v01.handfast.json");
    design.parties[0].name = " Nordwagen ";
    CHECK(save_file_name(design, 7, "2026-11-22 14:32") == "2026-11-22_1432_Nordwagen-and-Party-2_v07.handfast.json");
    design.profile.title = "Škoda / 現代: cells";
    CHECK(export_file_stem(design, 123, "2026-11-22 14:32") == "2026-11-22_1432_Škoda-現代-cells_v123");
    design.profile.title = "???";
    CHECK(export_file_stem(design, 1, "2026-11-22 09:05") == "2026-11-22_0905_partnership_v01");
}

TEST_CASE("The schema describes every member that a save may have") {
    const Json schema = value_of(parse_json(write_save_schema()));
    CHECK(*schema.find("$schema")->text() == "https://json-schema.org/draft/2020-12/schema");
    const auto properties = [](const Json& of) {
        const Json* found = of.find("properties");
        REQUIRE(found != nullptr);
        return found;
    };
    const auto all_fields = [&]<class T>(const Json& of, T*) {
        for_each_field<T>([&](const auto& row) {
            INFO(row.name);
            const Json* member = properties(of)->find(row.name);
            REQUIRE(member != nullptr);
            CHECK(*member->find("description")->text() == row.meaning);
        });
    };
    all_fields(schema, static_cast<SaveFile*>(nullptr));
    const Json& design = *properties(schema)->find("design");
    all_fields(design, static_cast<Design*>(nullptr));
    all_fields(*properties(design)->find("profile"), static_cast<Profile*>(nullptr));
    const Json& parties = *properties(design)->find("parties");
    CHECK(*parties.find("minItems")->number() == 2);
    CHECK(*parties.find("maxItems")->number() == 8);
    all_fields(*parties.find("items"), static_cast<Party*>(nullptr));
    all_fields(*properties(design)->find("answers")->find("additionalProperties"), static_cast<Answer*>(nullptr));
}
