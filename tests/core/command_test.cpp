// Commands: each does one thing to a design, or says why it cannot and changes nothing.
#include "core/design/command.h"

#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

#include "core/design/save.h"

using namespace handfast;
using namespace handfast::test;

namespace {

const QuestionId horizon("strategy.horizon");

Json party(const char* id, const char* name) { return Json{JsonObject{{"id", Json{std::string(id)}}, {"name", Json{std::string(name)}}}}; }

std::vector<std::string> party_ids(const Design& design) {
    std::vector<std::string> ids;
    for (const Party& one : design.parties) ids.push_back(one.id.text);
    return ids;
}

void refused(const Design& design, const Command& command, ErrorCode code, const std::string& path) {
    const Error error = error_of(applied(design, command));
    INFO(describe(error));
    CHECK(error.code == code);
    CHECK(error.where.path == path);
    check_words_of(error);
}

}  // namespace

TEST_CASE("A command leaves the design it is applied to as it was") {
    const Design before = small_design();
    const Design copy = before;
    const Design after = value_of(applied(before, SetField{"profile.title", Json{std::string("Another")}}));
    CHECK(before == copy);
    CHECK(after.profile.title == "Another");
}

TEST_CASE("An answer is set, replaced and cleared, and a question about which nothing is said has no entry") {
    Design design = value_of(applied(small_design(), SetAnswer{horizon, Value{Scalar("programme")}}));
    CHECK(design.answers.at(horizon).agreed == Value{Scalar("programme")});
    design = value_of(applied(design, SetAnswer{horizon, Value{Scalar(12.0)}}));
    CHECK(design.answers.at(horizon).agreed == Value{Scalar(12.0)});
    design = value_of(applied(design, SetAnswer{horizon, std::nullopt}));
    CHECK(design == small_design());
}

TEST_CASE("A reply says how a question is answered and keeps the value beneath") {
    Design design = value_of(applied(small_design(), SetAnswer{horizon, Value{Scalar("programme")}}));
    design = value_of(applied(design, SetReply{horizon, Reply::NotApplicable, "There is no joint company."}));
    CHECK(design.answers.at(horizon).agreed == Value{Scalar("programme")});
    CHECK(design.answers.at(horizon).because == "There is no joint company.");
    design = value_of(applied(design, SetReply{horizon, Reply::NotKnownYet, ""}));
    CHECK(design.answers.at(horizon).reply == Reply::NotKnownYet);
    CHECK(design.answers.at(horizon).because.empty());
    design = value_of(applied(design, SetReply{horizon, Reply::Value, ""}));
    CHECK(design == value_of(applied(small_design(), SetAnswer{horizon, Value{Scalar("programme")}})));
}

TEST_CASE("A position belongs to a party of the design, and an empty one is taken out") {
    Position position;
    position.value = Value{Scalar("rolling")};
    position.importance = 5;
    position.deal_breaker = true;
    const Design design = value_of(applied(small_design(), SetPosition{horizon, PartyId("p2"), position}));
    CHECK(design.answers.at(horizon).positions.at(PartyId("p2")) == position);
    CHECK_FALSE(design.answers.at(horizon).agreed);
    CHECK(value_of(applied(design, SetPosition{horizon, PartyId("p2"), Position{}})) == small_design());
    refused(design, SetPosition{horizon, PartyId("p9"), position}, ErrorCode::NotFound, "parties[p9]");
}

TEST_CASE("A question is resolved, and reopened by an empty resolution") {
    Resolution resolution;
    resolution.status = ResolutionStatus::Escalated;
    resolution.due = Date{2027, 3, 31};
    const Design design = value_of(applied(small_design(), Resolve{horizon, resolution}));
    CHECK(design.answers.at(horizon).resolution == resolution);
    CHECK(value_of(applied(design, Resolve{horizon, Resolution{}})) == small_design());
}

TEST_CASE("Entries are added at the end of their list, up to what the list may hold") {
    Design design = value_of(applied(small_design(), AddItem{"parties", party("p3", "Northvolt")}));
    CHECK(party_ids(design) == std::vector<std::string>{"p1", "p2", "p3"});
    CHECK(design.parties[2].name == "Northvolt");
    refused(design, AddItem{"parties", party("p3", "Again")}, ErrorCode::DuplicateKey, "parties");
    refused(design, AddItem{"parties", party("p 4", "Space")}, ErrorCode::WrongValue, "parties.id");
    refused(design, AddItem{"parties", Json{JsonObject{}}}, ErrorCode::MissingField, "parties");
    refused(design, AddItem{"parties", Json{std::string("p4")}}, ErrorCode::WrongType, "parties");
    refused(design, AddItem{"answers", party("p4", "")}, ErrorCode::UnknownPath, "answers");
    refused(design, AddItem{"nowhere", party("p4", "")}, ErrorCode::UnknownPath, "nowhere");
    while (design.parties.size() < 8) design = value_of(applied(design, AddItem{"parties", party(unused_id(design, "p").c_str(), "")}));
    refused(design, AddItem{"parties", party("p9", "")}, ErrorCode::WrongValue, "parties");
    design = value_of(applied(design, AddItem{"profile.regions", party("us", "United States")}));
    CHECK(design.profile.regions.back().name == "United States");
}

TEST_CASE("Entries are removed by id, down to what the list must hold") {
    Design design = value_of(applied(small_design(), AddItem{"parties", party("p3", "C")}));
    design = value_of(applied(design, RemoveItem{"parties", "p1"}));
    CHECK(party_ids(design) == std::vector<std::string>{"p2", "p3"});
    refused(design, RemoveItem{"parties", "p3"}, ErrorCode::WrongValue, "parties");
    refused(design, RemoveItem{"parties", "p1"}, ErrorCode::NotFound, "parties[p1]");
    refused(design, RemoveItem{"profile.title", "p1"}, ErrorCode::UnknownPath, "profile.title");
}

TEST_CASE("Entries move up and down and stop at the ends") {
    Design design = small_design();
    for (const char* id : {"p3", "p4"}) design = value_of(applied(design, AddItem{"parties", party(id, "")}));
    const auto moved = [&](const char* id, int by) { return party_ids(value_of(applied(design, MoveItem{"parties", id, by}))); };
    CHECK(moved("p3", -1) == std::vector<std::string>{"p1", "p3", "p2", "p4"});
    CHECK(moved("p2", 1) == std::vector<std::string>{"p1", "p3", "p2", "p4"});
    CHECK(moved("p4", -3) == std::vector<std::string>{"p4", "p1", "p2", "p3"});
    CHECK(moved("p1", 2147483647) == std::vector<std::string>{"p2", "p3", "p4", "p1"});
    CHECK(moved("p4", -2147483647) == std::vector<std::string>{"p4", "p1", "p2", "p3"});
    CHECK(moved("p2", 0) == party_ids(design));
    refused(design, MoveItem{"parties", "p9", 1}, ErrorCode::NotFound, "parties[p9]");
}

TEST_CASE("A waiver replaces the one for the same finding, and is withdrawn by it") {
    const Waiver first{FindingId("exit.no_notice"), "Agreed orally.", "f1", {}}, second{FindingId("exit.no_notice"), "In the side letter.", "f2", {}};
    Design design = value_of(applied(small_design(), Waive{first}));
    design = value_of(applied(design, Waive{second}));
    CHECK(design.waivers == std::vector<Waiver>{second});
    refused(design, WithdrawWaiver{FindingId("exit.other")}, ErrorCode::NotFound, "waivers[exit.other]");
    CHECK(value_of(applied(design, WithdrawWaiver{FindingId("exit.no_notice")})) == small_design());
}

TEST_CASE("Replacing the design puts the other one in its place") {
    const auto other = std::make_shared<const Design>(new_design());
    CHECK(value_of(applied(small_design(), ReplaceDesign{other, "start anew"})) == new_design());
}

TEST_CASE("A command cannot put into a design what a file could not hold") {
    const Design design = small_design();
    const std::string long_text(8001, 'x'), huge_text((1u << 20) + 1, 'x');
    refused(design, SetReply{horizon, Reply::NotApplicable, long_text}, ErrorCode::TooLarge, "answers[strategy.horizon].because");
    Position position;
    position.importance = 6;
    refused(design, SetPosition{horizon, PartyId("p1"), position}, ErrorCode::WrongValue, "answers[strategy.horizon].positions[p1].importance");
    position = {};
    position.note = long_text;
    refused(design, SetPosition{horizon, PartyId("p1"), position}, ErrorCode::TooLarge, "answers[strategy.horizon].positions[p1].note");
    Resolution resolution;
    resolution.dissent = long_text;
    refused(design, Resolve{horizon, resolution}, ErrorCode::TooLarge, "answers[strategy.horizon].resolution.dissent");
    refused(design, Waive{Waiver{FindingId("f"), long_text, "", {}}}, ErrorCode::TooLarge, "waivers.reason");
    refused(value_of(applied(design, Waive{Waiver{FindingId("f"), "r", "", {}}})), Waive{Waiver{FindingId("f"), long_text, "", {}}}, ErrorCode::TooLarge,
            "waivers[f].reason");
    refused(design, Waive{Waiver{FindingId("not an id"), "", "", {}}}, ErrorCode::WrongValue, "waivers.id");
    refused(design, SetAnswer{horizon, Value{Scalar(huge_text)}}, ErrorCode::TooLarge, "answers[strategy.horizon].agreed");
    refused(design, SetAnswer{QuestionId("not an id"), Value{Scalar("x")}}, ErrorCode::UnknownPath, "answers[not an id].agreed");
    Design alone = design;
    alone.parties.pop_back();
    refused(design, ReplaceDesign{std::make_shared<const Design>(alone), "shrink"}, ErrorCode::WrongValue, "parties");
}

TEST_CASE("Whatever commands make of a design, a file holds it and gives it back") {
    int done = 0, refused_count = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Random random(seed);
        Design design = seed % 2 == 0 ? new_design() : random_value<Design>(random);
        for (int step = 0; step < 60; ++step) {
            const Design before = design;
            Result<Design> changed = applied(design, random_command(random, design));
            INFO("seed " << seed << ", step " << step);
            REQUIRE(design == before);
            if (!changed) {
                ++refused_count;
                check_words_of(changed.error());
                continue;
            }
            ++done;
            SaveFile file;
            file.id = Id<DocumentTag>("d");
            file.design = *changed;
            const std::string bytes = write_save(file);
            const Result<SaveFile> back = parse_save(bytes);
            if (!back) FAIL(describe(back.error()) << "\n" << bytes);
            REQUIRE(back->design == *changed);
            design = *changed;
        }
    }
    CHECK(done > 1000);
    CHECK(refused_count > 200);
}

TEST_CASE("The id of a party that left is not given to another while an answer still speaks of it") {
    const auto after_leaving = [](Value value) {
        Design design = value_of(applied(small_design(), AddItem{"parties", party("p3", "Leaver")}));
        design.answers[horizon].agreed = std::move(value);
        design = value_of(applied(design, RemoveItem{"parties", "p3"}));
        return unused_id(design, "p");
    };
    CHECK(after_leaving(Value{Scalar("nothing about it")}) == "p3");
    CHECK(after_leaving(Value{PerParty{{PartyId("p3"), Scalar(5.0)}}}) == "p4");
    CHECK(after_leaving(Value{Scalar("p3")}) == "p4");
    CHECK(after_leaving(Value{Scalar(std::vector<std::string>{"p1", "p3"})}) == "p4");
    CHECK(after_leaving(Value{Rows{{"r1", {{"owner", Scalar("p3")}}, {}}}}) == "p4");
    Value matrix;
    matrix.content.emplace<3>()["p3"]["seats"] = 2.0;
    CHECK(after_leaving(matrix) == "p4");
    matrix.content.emplace<3>()["pace"]["p3.strength"] = 2.0;
    CHECK(after_leaving(matrix) == "p4");

    Design design = small_design();
    design.answers[horizon].positions[PartyId("p3")].note = "left";
    CHECK(unused_id(design, "p") == "p4");
    CHECK(unused_id(design, "x") == "x1");
    CHECK(unused_row_id(Rows{{"r1", {}, {}}, {"r3", {}, {}}}) == "r2");
}

TEST_CASE("Parties and designs have a name even before one is typed") {
    Design design = new_design();
    CHECK(design_title(design) == "Untitled partnership");
    CHECK(party_name(design, design.parties[1]) == "Party 2");
    design.parties[1].name = "  Seoul Cell ";
    CHECK(design_title(design) == "Party 1 and Seoul Cell");
    design.profile.title = " \t";
    CHECK(design_title(design) == "Party 1 and Seoul Cell");
    design.profile.title = " Cell plant ";
    CHECK(design_title(design) == "Cell plant");
    CHECK(find_party(design, PartyId("p2"))->name == "  Seoul Cell ");
    CHECK(find_party(design, PartyId("p3")) == nullptr);
}
