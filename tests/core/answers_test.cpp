// Answers in the light of their questions: what may be chosen, how it reads, what is wrong with it.
#include "core/bank/answers.h"

#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

using namespace handfast;
using namespace handfast::test;

namespace {

Scalar list(std::vector<std::string> choices) { return choices; }

Value matrix(std::map<std::string, std::map<std::string, Scalar>> cells) {
    Value value;
    value.content.emplace<3>() = std::move(cells);
    return value;
}

const Cell& cell_of(const char* question) { return small_question(question).answer.cell; }

std::string words(const char* question, const Scalar& scalar) { return cell_words(cell_of(question), scalar, small_design()); }
std::string problem(const char* question, const Scalar& scalar) { return cell_problem(cell_of(question), scalar, small_design()); }

std::vector<std::string> labels(const std::vector<Item>& items) {
    std::vector<std::string> found;
    for (const Item& item : items) found.push_back(item.id + "=" + item.label);
    return found;
}

}  // namespace

TEST_CASE("Options, rows and columns come from the design and the question") {
    Design design = small_design();
    design.parties[1].name.clear();
    design.profile.regions[0].name = " ";
    CHECK(labels(options_of(cell_of("kinds.one_of"), design)) ==
          std::vector<std::string>{"p1=Nordwagen", "p2=Party 2", "joint=Joint consent", "eu=EU merger control", "roulette=Russian roulette"});
    CHECK(labels(items_of(Source::Functions, design)) == std::vector<std::string>{"purchasing=Purchasing", "it=IT systems"});
    CHECK(labels(items_of(Source::Regions, design)) == std::vector<std::string>{"eu=Unnamed", "korea=Korea"});
    CHECK(items_of(Source::Items, design).empty());
    CHECK(labels(rows_of(small_question("kinds.matrix").answer, design)) == std::vector<std::string>{"p1=Nordwagen", "p2=Party 2"});
    CHECK(labels(rows_of(small_question("kinds.cross").answer, design)) == std::vector<std::string>{"pace=Pace", "rank=Rank"});
    std::vector<std::string> columns;
    for (const Cell& column : columns_of(small_question("kinds.cross").answer, design)) columns.push_back(column.id + "=" + column.label);
    CHECK(columns == std::vector<std::string>{"p1.strength=Nordwagen: Strength", "p1.note=Nordwagen: Note", "p2.strength=Party 2: Strength", "p2.note=Party 2: Note"});
}

TEST_CASE("Each kind of answer reads as it would in a sentence") {
    CHECK(words("kinds.short_text", "  as agreed \n") == "as agreed");
    CHECK(words("kinds.long_text", "one\ntwo") == "one\ntwo");
    CHECK(words("kinds.one_of", "joint") == "joint consent");
    CHECK(words("kinds.one_of", "eu") == "EU merger control");         // an abbreviation keeps its letters
    CHECK(words("kinds.one_of", "roulette") == "Russian roulette");    // and a proper name its capital
    CHECK(words("kinds.one_of", "p2") == "Seoul Cell");
    CHECK(words("kinds.one_of", "gone") == "gone");                    // no longer on the list: as it stands
    CHECK(words("kinds.several_of", list({"a", "b", "c"})) == "alpha, beta and gamma");
    CHECK(words("kinds.ranking", list({"c", "a"})) == "gamma and alpha");
    CHECK(words("kinds.number", 12.0) == "12 months");
    CHECK(words("kinds.number", 1.0) == "1 month");
    CHECK(words("kinds.number", 0.0) == "0 months");
    CHECK(words("kinds.number", "a year") == "a year");
    CHECK(words("kinds.money", 1250.5) == "EUR 1,250.5 million");
    CHECK(words("kinds.percentage", 65.0) == "65 %");
    CHECK(words("kinds.date", "2027-03-31") == "31 Mar 2027");
    CHECK(words("kinds.date", "soon") == "soon");
    CHECK(words("kinds.scale", -2.0) == "-2 (speed)");
    CHECK(words("kinds.scale", 0.0) == "0");
    CHECK(words("kinds.scale", 1.0) == "+1");
    CHECK(words("kinds.scale", 2.0) == "+2 (care)");
    for (const char* question : {"kinds.short_text", "kinds.one_of", "kinds.number", "kinds.date"}) CHECK(words(question, "  ").empty());
    CHECK(words("kinds.several_of", list({})).empty());

    Design design = small_design();
    design.profile.currency.clear();
    CHECK(cell_words(cell_of("kinds.money"), 40.0, design) == "40 million");
    CHECK(unit_of(cell_of("kinds.money"), design) == "million");
    CHECK(unit_of(cell_of("kinds.money"), small_design()) == "EUR million");
    CHECK(unit_of(cell_of("kinds.percentage"), design) == "%");
    CHECK(unit_of(cell_of("kinds.number"), design) == "months");
}

TEST_CASE("A label starts small within a sentence, unless it is a name or an abbreviation") {
    const std::pair<const char*, const char*> cases[] = {{"Joint consent", "joint consent"}, {"A series of steps", "a series of steps"}, {"An expert", "an expert"},
                                                         {"EU merger control", "EU merger control"}, {"R&D", "R&D"}, {"IT systems", "IT systems"},
                                                         {"Texas shoot-out", "Texas shoot-out"}, {"A", "A"}, {"", ""}, {"Énergie", "Énergie"}};
    for (const auto& [label, words] : cases) CHECK(label_in_sentence(label) == words);
}

TEST_CASE("A whole answer reads per party in the order of the parties, and tables by their size") {
    const auto value = [](const char* question, const Value& given) { return value_words(small_question(question), given, small_design()); };
    CHECK(value("kinds.money", Value{Scalar(40.0)}) == "EUR 40 million");
    CHECK(value("kinds.shares", Value{PerParty{{PartyId("p2"), 40.0}, {PartyId("p1"), 60.0}}}) == "Nordwagen: 60 %; Seoul Cell: 40 %");
    CHECK(value("kinds.shares", Value{PerParty{{PartyId("p9"), 5.0}, {PartyId("p1"), Scalar("")}, {PartyId("p2"), 40.0}}}) == "Seoul Cell: 40 %");
    CHECK(value("kinds.records", Value{Rows{{"r1", {{"metric", "Cost"}}, {}}}}) == "1 entry");
    CHECK(value("kinds.records", Value{Rows{{"r1", {{"metric", "Cost"}}, {}}, {"r2", {}, {}}}}) == "2 entries");
    CHECK(value("kinds.matrix", matrix({{"p1", {{"seats", 3.0}}}, {"p2", {{"seats", 2.0}}}})) == "2 entries");
    CHECK(value("kinds.records", Value{Rows{{"r1", {}, {}}}}).empty());
}

TEST_CASE("Typed text becomes the number or date it can be read as, and stays text otherwise") {
    CHECK(parse_cell(cell_of("kinds.number"), "1,250") == Scalar(1250.0));
    CHECK(parse_cell(cell_of("kinds.number"), "a year") == Scalar("a year"));
    CHECK(parse_cell(cell_of("kinds.money"), "40") == Scalar(40.0));
    CHECK(parse_cell(cell_of("kinds.money"), "1.5bn") == Scalar(1500.0));   // amounts are in millions
    CHECK(parse_cell(cell_of("kinds.percentage"), "65 %") == Scalar(65.0));
    CHECK(parse_cell(cell_of("kinds.scale"), "-2") == Scalar(-2.0));
    CHECK(parse_cell(cell_of("kinds.date"), "31 Mar 2027") == Scalar("2027-03-31"));
    CHECK(parse_cell(cell_of("kinds.date"), "3/4/2027") == Scalar("3/4/2027"));
    CHECK(parse_cell(cell_of("kinds.short_text"), "1,250") == Scalar("1,250"));
    CHECK(parse_cell(cell_of("kinds.one_of"), "joint") == Scalar("joint"));
    CHECK(parse_cell(cell_of("kinds.ranking"), "b,a") == list({"b", "a"}));
    CHECK(parse_cell(cell_of("kinds.ranking"), "") == list({}));
}

TEST_CASE("What a field shows is read back as the same value") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Random random(seed);
        const double number = seed < 100 ? static_cast<double>(seed) * 10000 : random_number(random);
        for (const char* question : {"kinds.number", "kinds.money", "kinds.percentage"}) {
            INFO(question << " " << cell_text(cell_of(question), number));
            REQUIRE(parse_cell(cell_of(question), cell_text(cell_of(question), number)) == Scalar(number));
        }
        const Scalar date = iso_date(random_value<Date>(random));
        REQUIRE(parse_cell(cell_of("kinds.date"), cell_text(cell_of("kinds.date"), date)) == date);
    }
    CHECK(cell_text(cell_of("kinds.short_text"), "as typed ") == "as typed ");
    CHECK(cell_text(cell_of("kinds.ranking"), list({"a", "b"})) == "a, b");
}

TEST_CASE("What does not fit a question is said in a sentence, with the remedy") {
    const std::tuple<const char*, Scalar, const char*> wrong[] = {
        {"kinds.short_text", list({"a"}), "type it as text"},
        {"kinds.number", "a year", "not a number"},
        {"kinds.number", list({"a"}), "not a number"},
        {"kinds.number", 1.5, "whole numbers"},
        {"kinds.number", 61.0, "from 0 to 60"},
        {"kinds.number", -1.0, "from 0 to 60"},
        {"kinds.percentage", 101.0, "from 0 to 100"},
        {"kinds.percentage", -0.5, "from 0 to 100"},
        {"kinds.scale", 3.0, "from -2 to 2"},
        {"kinds.scale", 0.5, "whole numbers"},
        {"kinds.date", "soon", "31 Mar 2027"},
        {"kinds.date", 2027.0, "31 Mar 2027"},
        {"kinds.one_of", "gone", "\"gone\" is no longer on the list"},
        {"kinds.one_of", 5.0, "choose an entry"},
        {"kinds.one_of", list({"joint"}), "Choose one entry"},
        {"kinds.several_of", list({"a", "gone"}), "\"gone\" is no longer on the list"},
        {"kinds.ranking", list({"gone"}), "\"gone\" is no longer on the list"},
    };
    for (const auto& [question, scalar, part] : wrong) {
        const std::string message = problem(question, scalar);
        INFO(question << ": " << message);
        CHECK(message.find(part) != std::string::npos);
        CHECK((message.empty() || message.back() == '.'));
    }
    Cell floor = cell_of("kinds.number");
    floor.maximum.reset();
    CHECK(cell_problem(floor, -1.0, small_design()).find("below the least") != std::string::npos);
    floor.maximum = 1250.0;
    floor.minimum.reset();
    CHECK(cell_problem(floor, 1251.0, small_design()).find("most that fits here, 1,250.") != std::string::npos);
}

TEST_CASE("What fits a question is not complained about, nor is what is empty") {
    const std::pair<const char*, Scalar> fine[] = {
        {"kinds.short_text", "x"},   {"kinds.short_text", 5.0},  {"kinds.number", 0.0},           {"kinds.number", 60.0},      {"kinds.money", -1e9},
        {"kinds.percentage", 100.0}, {"kinds.scale", -2.0},      {"kinds.date", "2027-03-31"},    {"kinds.one_of", "p1"},      {"kinds.one_of", "joint"},
        {"kinds.several_of", "a"},   {"kinds.number", " "},      {"kinds.several_of", list({})},  {"kinds.several_of", list({"c", "a"})}, {"kinds.date", ""}};
    for (const auto& [question, scalar] : fine) {
        INFO(question);
        CHECK(problem(question, scalar).empty());
    }
}

TEST_CASE("The first thing wrong in an answer is found with its place") {
    const auto place = [](const char* question, const Value& value) {
        const auto found = value_problem(small_question(question), value, small_design());
        return found ? found->place + " " + found->message.substr(0, 4) : "fits";
    };
    CHECK(place("kinds.number", Value{Scalar("x")}) == " This");
    CHECK(place("kinds.shares", Value{PerParty{{PartyId("p1"), 5.0}, {PartyId("p2"), 500.0}}}) == "[p2] This");
    CHECK(place("kinds.shares", Value{PerParty{{PartyId("p9"), 500.0}}}) == "fits");   // a party that left
    CHECK(place("kinds.records", Value{Rows{{"r1", {{"target", 5.0}}, {}}, {"r2", {{"date", "soon"}, {"owner", "gone"}}, {}}}}) == "[r2][date] This");
    CHECK(place("kinds.records", Value{Rows{{"r1", {{"no such column", "x"}}, {}}}}) == "fits");
    CHECK(place("kinds.matrix", matrix({{"p1", {{"seats", "many"}}}})) == "[p1][seats] This");
    CHECK(place("kinds.cross", matrix({{"pace", {{"p2.strength", 9.0}}}})) == "[pace][p2.strength] This");
    // of another shape than the question now has
    CHECK(place("kinds.number", Value{PerParty{}}) == " This");
    CHECK(place("kinds.shares", Value{Scalar(5.0)}) == " This");
    CHECK(place("kinds.records", matrix({})) == " This");
    CHECK(place("kinds.matrix", Value{Rows{}}) == " This");
}

TEST_CASE("The state of a question follows from its reply and how complete its answer is") {
    const auto state = [](const char* question, Value value) {
        return state_of(small_question(question), with_answer(small_design(), question, std::move(value)));
    };
    CHECK(state_of(small_question("kinds.number"), small_design()) == AnswerState::Open);
    CHECK(state("kinds.short_text", {Scalar(" ")}) == AnswerState::Open);
    CHECK(state("kinds.records", {Rows{{"r1", {}, {}}}}) == AnswerState::Open);
    CHECK(state("kinds.number", {Scalar(12.0)}) == AnswerState::Answered);
    CHECK(state("kinds.number", {Scalar("soon")}) == AnswerState::Begun);
    CHECK(state("kinds.shares", {PerParty{{PartyId("p1"), 5.0}}}) == AnswerState::Begun);
    CHECK(state("kinds.shares", {PerParty{{PartyId("p1"), 5.0}, {PartyId("p2"), 0.0}}}) == AnswerState::Answered);
    CHECK(state("kinds.records", {Rows{{"r1", {{"metric", "Cost"}}, {}}}}) == AnswerState::Answered);
    CHECK(state("kinds.matrix", matrix({{"p1", {{"seats", 3.0}}}})) == AnswerState::Begun);
    CHECK(state("kinds.matrix", matrix({{"p1", {{"seats", 3.0}}}, {"p2", {{"reason", "r"}}}})) == AnswerState::Answered);

    Design design = with_answer(small_design(), "kinds.number", {Scalar(12.0)});
    design.answers[QuestionId("kinds.number")].reply = Reply::NotKnownYet;
    CHECK(state_of(small_question("kinds.number"), design) == AnswerState::NotKnownYet);
    design.answers[QuestionId("kinds.number")].reply = Reply::NotApplicable;
    CHECK(state_of(small_question("kinds.number"), design) == AnswerState::NotApplicable);
}
