// Saves of every version of the format, kept for ever; and the JSON Schema, written out for tests/browser/schema.mjs.
#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/golden.h"

#include "core/bank/answers.h"
#include "core/design/save.h"

using namespace handfast;
using namespace handfast::test;

TEST_CASE("The save of version 1 opens, and is rewritten byte by byte") {
    const std::string bytes = read_source_file("tests/golden/saves/v1.handfast.json");
    const SaveFile file = value_of(parse_save(bytes));
    CHECK(file.version == 1);
    CHECK(write_save(file) == bytes);
}

TEST_CASE("The save of version 1 uses everything the format has, so that every later version shows it can read it") {
    const SaveFile file = value_of(parse_save(read_source_file("tests/golden/saves/v1.handfast.json")));
    CHECK(file.id.text == "5f0c9a52-7b1e-4a53-9d0e-2f8c1b7a6e31");
    CHECK(file.edition == 12);
    const Design& design = file.design;
    CHECK(design.profile.title == "Kleinwagen 現代 “Drei”");
    CHECK(design.profile.currency == "CHF");
    CHECK(design.profile.start_date == Date{2028, 2, 29});
    CHECK(design.profile.sample == SampleKind::Invented);
    CHECK(design.profile.functions.size() == 2);
    CHECK(design.profile.products.size() == 1);
    CHECK(design.profile.regions.size() == 1);
    REQUIRE(design.parties.size() == 3);
    CHECK(design.parties[2].id == PartyId("p4"));
    CHECK(design.waivers.at(0).fingerprint == "a1b2");

    const auto agreed = [&](const char* id) {
        const std::optional<Value>& value = answer_of(design, QuestionId(id)).agreed;
        REQUIRE(value);
        return *value;
    };
    CHECK(agreed("strategy.horizon") == Value{Scalar("rolling")});
    CHECK(agreed("strategy.outcomes") == Value{Scalar(std::vector<std::string>{"software", "production"})});
    CHECK(agreed("running.decision_latency") == Value{Scalar(62.5)});
    CHECK(agreed("strategy.exposure").per_party()->at(PartyId("p4")) == Scalar("not said"));
    CHECK(agreed("strategy.metrics").rows()->size() == 2);
    CHECK(agreed("structure.ownership").matrix()->at("p1").at("economic") == Scalar(51.0));
    const Answer& horizon = answer_of(design, QuestionId("strategy.horizon"));
    CHECK(horizon.basis.kind == BasisKind::Assumption);
    CHECK(horizon.basis.review_date == Date{2026, 12, 1});
    CHECK(horizon.resolution.status == ResolutionStatus::Escalated);
    CHECK(horizon.positions.at(PartyId("p1")).importance == 5);
    CHECK(horizon.positions.at(PartyId("p2")).deal_breaker);
    CHECK(answer_of(design, QuestionId("exit.lessons")).reply == Reply::NotApplicable);
    CHECK(answer_of(design, QuestionId("exit.lessons")).because == "It has not begun.");
    CHECK(answer_of(design, QuestionId("running.exit_file")).reply == Reply::NotKnownYet);

    // What a later version wrote is there at every level.
    CHECK(file.unknown.size() == 1);
    CHECK(design.unknown.size() == 1);
    CHECK(design.profile.unknown.size() == 1);
    CHECK(design.profile.functions[0].unknown.size() == 1);
    CHECK(design.parties[0].unknown.size() == 1);
    CHECK(design.waivers[0].unknown.size() == 1);
    CHECK(horizon.unknown.size() == 1);
    CHECK(horizon.basis.unknown.size() == 1);
    CHECK(horizon.resolution.unknown.size() == 1);
    CHECK(horizon.positions.at(PartyId("p1")).unknown.size() == 1);
    CHECK((*agreed("strategy.metrics").rows())[0].unknown.size() == 1);
}

TEST_CASE("The JSON Schema is written where tests/browser/schema.mjs reads it") {
    const std::string schema = write_save_schema();
    const std::string path = write_build_file("tests/handfast.schema.json", schema);
    INFO(path);
    CHECK(value_of(parse_json(schema)).find("properties") != nullptr);
}
