// The closed predicate of the data files.
#include "core/bank/condition.h"

#include "tests/support/assets.h"
#include "tests/support/expect.h"

using namespace handfast;
using namespace handfast::test;

namespace {

Condition condition(const std::string& text) {
    FieldReader reader("when");
    Condition read;
    if (!reader.read(value_of(parse_json(text)), read)) FAIL(describe(reader.error()));
    return read;
}

Error condition_error(const std::string& text) {
    FieldReader reader("when");
    Condition read;
    if (reader.read(value_of(parse_json(text)), read)) FAIL("This is a condition: " << text);
    return reader.error();
}

Scalar choices(std::vector<std::string> list) { return list; }

}  // namespace

TEST_CASE("A question counts as answered when its reply is a value that is not empty") {
    const Condition answered = condition(R"({"answered":"a.b"})");
    const auto with = [&](Value value) { return holds(answered, with_answer(new_design(), "a.b", std::move(value))); };
    CHECK_FALSE(holds(answered, new_design()));
    CHECK(with({Scalar("x")}));
    CHECK(with({Scalar(0.0)}));
    CHECK(with({choices({"x"})}));
    CHECK(with({PerParty{{PartyId("p1"), Scalar("x")}}}));
    CHECK(with({Rows{{"r1", {{"c", Scalar("x")}}, {}}}}));
    CHECK_FALSE(with({Scalar(" \n")}));
    CHECK_FALSE(with({choices({})}));
    CHECK_FALSE(with({PerParty{{PartyId("p1"), Scalar("")}}}));
    CHECK_FALSE(with({Rows{{"r1", {}, {}}}}));
    Design design = with_answer(new_design(), "a.b", {Scalar("x")});
    design.answers[QuestionId("a.b")].reply = Reply::NotApplicable;
    CHECK_FALSE(holds(answered, design));
    design.answers[QuestionId("a.b")].reply = Reply::NotKnownYet;
    CHECK_FALSE(holds(answered, design));
}

TEST_CASE("One of several values matches a choice, any of several, and any party's") {
    const Condition one = condition(R"({"is_one_of":{"question":"a.b","values":["x","y"]}})");
    const auto with = [&](Value value) { return holds(one, with_answer(new_design(), "a.b", std::move(value))); };
    CHECK(with({Scalar("y")}));
    CHECK_FALSE(with({Scalar("z")}));
    CHECK(with({choices({"z", "x"})}));
    CHECK_FALSE(with({choices({"z"})}));
    CHECK(with({PerParty{{PartyId("p1"), Scalar("z")}, {PartyId("p2"), Scalar("x")}}}));
    CHECK_FALSE(with({PerParty{{PartyId("p1"), Scalar("z")}}}));
    CHECK_FALSE(with({Scalar(5.0)}));
    CHECK_FALSE(with({Rows{{"r1", {{"c", Scalar("x")}}, {}}}}));
    CHECK_FALSE(holds(one, new_design()));
}

TEST_CASE("At least and at most compare numbers and count entries, and are false while nothing is there") {
    const Condition least = condition(R"({"at_least":{"question":"a.b","value":2}})"), most = condition(R"({"at_most":{"question":"a.b","value":2}})");
    const auto both = [&](Value value) {
        const Design design = with_answer(new_design(), "a.b", std::move(value));
        return std::pair(holds(least, design), holds(most, design));
    };
    CHECK(both({Scalar(1.5)}) == std::pair(false, true));
    CHECK(both({Scalar(2.0)}) == std::pair(true, true));
    CHECK(both({Scalar(2.5)}) == std::pair(true, false));
    CHECK(both({choices({"a"})}) == std::pair(false, true));
    CHECK(both({choices({"a", "b", "c"})}) == std::pair(true, false));
    CHECK(both({Rows{{"r1", {{"c", Scalar("x")}}, {}}, {"r2", {}, {}}}}) == std::pair(true, true));
    CHECK(both({Scalar("two")}) == std::pair(false, false));
    CHECK(both({PerParty{{PartyId("p1"), Scalar(5.0)}}}) == std::pair(false, false));
    CHECK_FALSE(holds(least, new_design()));
    CHECK_FALSE(holds(most, new_design()));
}

TEST_CASE("A table uses a value when any of its rows has it in that column") {
    const Condition uses = condition(R"({"uses":{"question":"a.b","column":"right","values":["veto"]}})");
    const auto with = [&](Value value) { return holds(uses, with_answer(new_design(), "a.b", std::move(value))); };
    CHECK(with({Rows{{"r1", {{"right", Scalar("consult")}}, {}}, {"r2", {{"right", Scalar("veto")}}, {}}}}));
    CHECK_FALSE(with({Rows{{"r1", {{"right", Scalar("consult")}, {"other", Scalar("veto")}}, {}}}}));
    CHECK(with({Rows{{"r1", {{"right", choices({"consult", "veto"})}}, {}}}}));
    CHECK_FALSE(with({Scalar("veto")}));
}

TEST_CASE("A fixed table uses a value too, whichever of its rows has it") {
    const Condition uses = condition(R"({"uses":{"question":"a.b","column":"status","values":["undecided"]}})");
    Value value;
    value.content.emplace<3>()["purchasing"]["status"] = "p1";
    CHECK_FALSE(holds(uses, with_answer(new_design(), "a.b", value)));
    value.content.emplace<3>()["sales"]["status"] = "undecided";
    CHECK(holds(uses, with_answer(new_design(), "a.b", value)));
}

TEST_CASE("All, any and not combine conditions") {
    const Design design = with_answer(new_design(), "a.b", {Scalar("x")});
    const std::string yes = R"({"answered":"a.b"})", no = R"({"answered":"a.c"})";
    CHECK(holds(Condition{}, design));
    CHECK(holds(condition("{\"all\":[" + yes + "," + yes + "]}"), design));
    CHECK_FALSE(holds(condition("{\"all\":[" + yes + "," + no + "]}"), design));
    CHECK(holds(condition("{\"any\":[" + no + "," + yes + "]}"), design));
    CHECK_FALSE(holds(condition("{\"any\":[" + no + "," + no + "]}"), design));
    CHECK(holds(condition("{\"not\":" + no + "}"), design));
    CHECK_FALSE(holds(condition("{\"not\":" + yes + "}"), design));
    CHECK(holds(condition("{\"all\":[]}"), design));
    CHECK_FALSE(holds(condition("{\"any\":[]}"), design));

    std::vector<QuestionId> asked;
    collect_questions(condition("{\"all\":[" + yes + ",{\"not\":" + no + "}]}"), asked);
    CHECK(asked == std::vector<QuestionId>{QuestionId("a.b"), QuestionId("a.c")});
}

TEST_CASE("What is no condition is refused with the words that there are") {
    const std::tuple<const char*, ErrorCode, const char*> cases[] = {
        {R"("answered")", ErrorCode::WrongType, "when"},
        {"{}", ErrorCode::WrongType, "when"},
        {R"({"answered":"a","not":{"answered":"b"}})", ErrorCode::WrongType, "when"},
        {R"({"equals":{"question":"a"}})", ErrorCode::WrongValue, "when"},
        {R"({"":"a"})", ErrorCode::WrongValue, "when"},
        {R"({"answered":5})", ErrorCode::WrongType, "when.answered"},
        {R"({"is_one_of":{"question":"a"}})", ErrorCode::MissingField, "when.is_one_of"},
        {R"({"at_least":{"question":"a","value":"2"}})", ErrorCode::WrongType, "when.at_least"},
        {R"({"uses":{"question":"a","values":[]}})", ErrorCode::MissingField, "when.uses"},
        {R"({"all":[{"answered":"a"},{"never":"b"}]})", ErrorCode::WrongValue, "when.all[1]"},
        {R"({"not":{"any":5}})", ErrorCode::WrongType, "when.not.any"},
        {R"({"is_one_of":{"question":"a","values":["x"],"valeus":["y"]}})", ErrorCode::WrongFormat, "when.is_one_of"},
    };
    for (const auto& [text, code, path] : cases) {
        const Error error = condition_error(text);
        INFO(text << ": " << describe(error));
        CHECK(error.code == code);
        CHECK(error.where.path == path);
        check_words_of(error);
    }
}
