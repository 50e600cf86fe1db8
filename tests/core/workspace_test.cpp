// The open design: edits, undo and redo, what is saved where.
#include "core/workspace/workspace.h"

#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

#include "core/base/text.h"

using namespace handfast;
using namespace handfast::test;

namespace {

// A workspace on the small bank with its design "Cell plant" opened from a file.
Workspace open_workspace() {
    Workspace workspace(small_assets());
    SaveFile file;
    file.id = Id<DocumentTag>("d1");
    file.edition = 6;
    file.design = small_design();
    value_of(workspace.open_file(write_save(file), "cells.handfast.json"));
    return workspace;
}

PlaceId place(const char* question) { return answer_place(QuestionId(question)); }

void set(Workspace& workspace, const PlaceId& at, const std::string& text, EditVerb verb = EditVerb::Set) {
    value_of(workspace.edit({at, verb, text}, Gesture::Discrete));
}

void type(Workspace& workspace, const PlaceId& at, const std::string& text) { value_of(workspace.edit({at, EditVerb::Set, text}, Gesture::Typing)); }

std::optional<Value> agreed(const Workspace& workspace, const char* question) { return answer_of(workspace.design(), QuestionId(question)).agreed; }

Scalar list(std::vector<std::string> choices) { return choices; }

void refused(Workspace& workspace, const Edit& edit, ErrorCode code) {
    const Design before = workspace.design();
    const Revision revision = workspace.revision();
    const Error error = error_of(workspace.edit(edit, Gesture::Discrete));
    INFO(edit.place << ": " << describe(error));
    CHECK(error.code == code);
    CHECK(error.where.path == edit.place);
    check_words_of(error);
    CHECK(workspace.design() == before);
    CHECK(workspace.revision() == revision);
}

}  // namespace

// ------------------------------------------------------------------------------------- edits

TEST_CASE("Edits of texts, numbers, amounts and dates set what was typed, and empty text clears it") {
    Workspace workspace = open_workspace();
    const std::tuple<const char*, const char*, Scalar> cases[] = {
        {"kinds.short_text", "as agreed", "as agreed"}, {"kinds.long_text", "one\ntwo ", "one\ntwo "}, {"kinds.number", "12", 12.0},
        {"kinds.money", "1,250.5", 1250.5},             {"kinds.percentage", "65 %", 65.0},            {"kinds.date", "31 Mar 2027", "2027-03-31"},
        {"kinds.scale", "-2", -2.0},                    {"kinds.one_of", "joint", "joint"}};
    for (const auto& [question, typed, scalar] : cases) {
        INFO(question);
        set(workspace, place(question), typed);
        CHECK(agreed(workspace, question) == Value{scalar});
        CHECK(state_of(small_question(question), workspace.design()) == AnswerState::Answered);
        set(workspace, place(question), "");
        CHECK_FALSE(agreed(workspace, question));
    }
    CHECK(workspace.design() == small_design());
}

TEST_CASE("Text that cannot be read as its number or date is kept, and said not to fit") {
    Workspace workspace = open_workspace();
    for (const char* question : {"kinds.number", "kinds.money", "kinds.percentage", "kinds.date"}) {
        set(workspace, place(question), "about a year");
        CHECK(agreed(workspace, question) == Value{Scalar("about a year")});
        CHECK(value_problem(small_question(question), *agreed(workspace, question), workspace.design()));
        CHECK(state_of(small_question(question), workspace.design()) == AnswerState::Begun);
    }
}

TEST_CASE("Several choices are included and excluded, and keep the order of the options") {
    Workspace workspace = open_workspace();
    const PlaceId at = place("kinds.several_of");
    set(workspace, at, "c", EditVerb::Include);
    set(workspace, at, "a", EditVerb::Include);
    set(workspace, at, "a", EditVerb::Include);   // once is enough
    CHECK(agreed(workspace, "kinds.several_of") == Value{list({"a", "c"})});
    set(workspace, at, "c", EditVerb::Exclude);
    CHECK(agreed(workspace, "kinds.several_of") == Value{list({"a"})});
    set(workspace, at, "b", EditVerb::Exclude);   // was not there
    CHECK(agreed(workspace, "kinds.several_of") == Value{list({"a"})});
    set(workspace, at, "a", EditVerb::Exclude);
    CHECK(workspace.design() == small_design());
}

TEST_CASE("A choice that is no longer on the list stays until it is excluded itself") {
    for (const char* question : {"kinds.several_of", "kinds.ranking"}) {
        INFO(question);
        Workspace workspace = open_workspace();
        value_of(workspace.apply(SetAnswer{QuestionId(question), Value{list({"gone", "b"})}}, Gesture::Discrete, ""));
        set(workspace, place(question), "c", EditVerb::Include);
        const Scalar after = *agreed(workspace, question)->scalar();
        const auto& choices = std::get<std::vector<std::string>>(after);
        CHECK(choices.size() == 3);
        CHECK(std::count(choices.begin(), choices.end(), "gone") == 1);
        set(workspace, place(question), "gone", EditVerb::Exclude);
        CHECK(agreed(workspace, question) == Value{list({"b", "c"})});
    }
}

TEST_CASE("Ranked choices keep their order, and are raised and lowered to the ends") {
    Workspace workspace = open_workspace();
    const PlaceId at = place("kinds.ranking");
    for (const char* option : {"c", "a", "b"}) set(workspace, at, option, EditVerb::Include);
    const auto order = [&] { return *agreed(workspace, "kinds.ranking"); };
    CHECK(order() == Value{list({"c", "a", "b"})});
    set(workspace, at, "b", EditVerb::Raise);
    CHECK(order() == Value{list({"c", "b", "a"})});
    set(workspace, at, "c", EditVerb::Lower);
    CHECK(order() == Value{list({"b", "c", "a"})});
    set(workspace, at, "b", EditVerb::Raise);
    set(workspace, at, "a", EditVerb::Lower);
    CHECK(order() == Value{list({"b", "c", "a"})});
    set(workspace, at, "c", EditVerb::Exclude);
    CHECK(order() == Value{list({"b", "a"})});
    set(workspace, at, "");
    CHECK_FALSE(agreed(workspace, "kinds.ranking"));
}

TEST_CASE("Each party answers for itself, and parties that do not exist do not") {
    Workspace workspace = open_workspace();
    const QuestionId shares("kinds.shares"), picks("kinds.picks");
    set(workspace, cell_place(shares, "p2"), "40 %");
    set(workspace, cell_place(shares, "p1"), "60");
    CHECK(agreed(workspace, "kinds.shares") == Value{PerParty{{PartyId("p1"), 60.0}, {PartyId("p2"), 40.0}}});
    set(workspace, cell_place(picks, "p1"), "b", EditVerb::Include);
    set(workspace, cell_place(picks, "p1"), "a", EditVerb::Include);
    CHECK(agreed(workspace, "kinds.picks") == Value{PerParty{{PartyId("p1"), list({"a", "b"})}}});
    set(workspace, cell_place(shares, "p1"), "");
    CHECK(agreed(workspace, "kinds.shares") == Value{PerParty{{PartyId("p2"), 40.0}}});
    set(workspace, cell_place(shares, "p2"), "");
    CHECK_FALSE(agreed(workspace, "kinds.shares"));
    refused(workspace, {cell_place(shares, "p9"), EditVerb::Set, "5"}, ErrorCode::UnknownPath);
    refused(workspace, {place("kinds.shares"), EditVerb::Set, "5"}, ErrorCode::UnknownPath);
    refused(workspace, {cell_place(shares, "p1", "x"), EditVerb::Set, "5"}, ErrorCode::UnknownPath);
}

TEST_CASE("Rows of a table are added, filled, raised, lowered and removed") {
    Workspace workspace = open_workspace();
    const QuestionId records("kinds.records");
    const auto rows = [&] {
        std::vector<std::string> ids;
        if (const auto value = agreed(workspace, "kinds.records")) {
            for (const ValueRow& row : *value->rows()) ids.push_back(row.id);
        }
        return ids;
    };
    for (int i = 0; i < 3; ++i) set(workspace, place("kinds.records"), "", EditVerb::Include);
    CHECK(rows() == std::vector<std::string>{"r1", "r2", "r3"});
    set(workspace, cell_place(records, "r2", "metric"), "Cost");
    set(workspace, cell_place(records, "r2", "target"), "74.5");
    set(workspace, cell_place(records, "r2", "date"), "end of 2030");
    set(workspace, cell_place(records, "r2", "owner"), "p1");
    set(workspace, cell_place(records, "r2", "signs"), "late", EditVerb::Include);
    set(workspace, cell_place(records, "r2", "signs"), "early", EditVerb::Include);
    CHECK((*agreed(workspace, "kinds.records")->rows())[1].cells ==
          std::map<std::string, Scalar>{{"metric", "Cost"}, {"target", 74.5}, {"date", "end of 2030"}, {"owner", "p1"}, {"signs", list({"early", "late"})}});
    set(workspace, cell_place(records, "r2", "date"), "");
    CHECK((*agreed(workspace, "kinds.records")->rows())[1].cells.count("date") == 0);

    set(workspace, cell_place(records, "r3"), "", EditVerb::Raise);
    CHECK(rows() == std::vector<std::string>{"r1", "r3", "r2"});
    set(workspace, cell_place(records, "r1"), "", EditVerb::Lower);
    CHECK(rows() == std::vector<std::string>{"r3", "r1", "r2"});
    set(workspace, cell_place(records, "r3"), "", EditVerb::Raise);
    set(workspace, cell_place(records, "r2"), "", EditVerb::Lower);
    CHECK(rows() == std::vector<std::string>{"r3", "r1", "r2"});
    set(workspace, cell_place(records, "r1"), "", EditVerb::Exclude);
    CHECK(rows() == std::vector<std::string>{"r3", "r2"});

    refused(workspace, {cell_place(records, "r1", "metric"), EditVerb::Set, "x"}, ErrorCode::UnknownPath);
    refused(workspace, {cell_place(records, "r2", "no_column"), EditVerb::Set, "x"}, ErrorCode::UnknownPath);
    refused(workspace, {cell_place(records, "r2", "metric") + "[more]", EditVerb::Set, "x"}, ErrorCode::UnknownPath);
    refused(workspace, {cell_place(records, "r9"), EditVerb::Exclude, ""}, ErrorCode::UnknownPath);
    set(workspace, cell_place(records, "r3"), "", EditVerb::Exclude);
    set(workspace, cell_place(records, "r2"), "", EditVerb::Exclude);
    CHECK(workspace.design() == small_design());
}

TEST_CASE("Cells of a fixed table are set and cleared, in its rows and columns only") {
    Workspace workspace = open_workspace();
    const QuestionId matrix("kinds.matrix"), cross("kinds.cross");
    set(workspace, cell_place(matrix, "p1", "seats"), "3");
    set(workspace, cell_place(matrix, "p2", "reason"), "Brings the cells");
    set(workspace, cell_place(cross, "pace", "p2.strength"), "4");
    CHECK(agreed(workspace, "kinds.matrix")->matrix()->at("p1").at("seats") == Scalar(3.0));
    CHECK(agreed(workspace, "kinds.matrix")->matrix()->at("p2").at("reason") == Scalar("Brings the cells"));
    CHECK(agreed(workspace, "kinds.cross")->matrix()->at("pace").at("p2.strength") == Scalar(4.0));
    for (const PlaceId& at : {cell_place(matrix, "p9", "seats"), cell_place(matrix, "p1", "votes"), cell_place(cross, "pace", "p9.strength"),
                              cell_place(matrix, "p1"), cell_place(matrix, "p1", "seats") + "[more]"}) {
        refused(workspace, {at, EditVerb::Set, "5"}, ErrorCode::UnknownPath);
    }
    set(workspace, cell_place(matrix, "p1", "seats"), "");
    CHECK(agreed(workspace, "kinds.matrix")->matrix()->count("p1") == 0);
    set(workspace, cell_place(matrix, "p2", "reason"), "");
    CHECK_FALSE(agreed(workspace, "kinds.matrix"));
}

TEST_CASE("Plain fields take text, dates and numbers, and refuse what they cannot hold") {
    Workspace workspace = open_workspace();
    set(workspace, "profile.title", "Another");
    set(workspace, "parties[p1].name", "Südwagen");
    set(workspace, "profile.start_date", "31 Mar 2027");
    set(workspace, "answers[kinds.number].basis.kind", "assumption");
    set(workspace, "answers[kinds.number].positions[p1].importance", "4");
    set(workspace, "answers[kinds.number].positions[p1].deal_breaker", "true");
    CHECK(workspace.design().profile.title == "Another");
    CHECK(workspace.design().parties[0].name == "Südwagen");
    CHECK(workspace.design().profile.start_date == Date{2027, 3, 31});
    const Answer& answer = answer_of(workspace.design(), QuestionId("kinds.number"));
    CHECK(answer.basis.kind == BasisKind::Assumption);
    CHECK(answer.positions.at(PartyId("p1")).importance == 4);
    CHECK(answer.positions.at(PartyId("p1")).deal_breaker);
    set(workspace, "profile.start_date", "");
    CHECK_FALSE(workspace.design().profile.start_date);
    refused(workspace, {"profile.start_date", EditVerb::Set, "soon"}, ErrorCode::WrongValue);
    refused(workspace, {"answers[kinds.number].positions[p1].importance", EditVerb::Set, "very"}, ErrorCode::WrongValue);
    refused(workspace, {"answers[kinds.number].positions[p1].importance", EditVerb::Set, "9"}, ErrorCode::WrongValue);
    refused(workspace, {"answers[kinds.number].basis.kind", EditVerb::Set, "rumour"}, ErrorCode::WrongValue);
    refused(workspace, {"profile.title", EditVerb::Set, std::string(401, 'x')}, ErrorCode::TooLarge);
    refused(workspace, {"profile.nothing", EditVerb::Set, "x"}, ErrorCode::UnknownPath);
    refused(workspace, {"answers[no.question].agreed", EditVerb::Set, "x"}, ErrorCode::UnknownPath);
}

TEST_CASE("Places of answers are taken apart and put together") {
    const auto at = parse_answer_place("answers[strategy.metrics].agreed[r2][target]");
    REQUIRE(at);
    CHECK(at->question == QuestionId("strategy.metrics"));
    CHECK(at->keys == std::vector<std::string>{"r2", "target"});
    CHECK(cell_place(QuestionId("strategy.metrics"), "r2", "target") == "answers[strategy.metrics].agreed[r2][target]");
    CHECK(parse_answer_place(answer_place(QuestionId("a.b")))->keys.empty());
    for (const char* place : {"profile.title", "answers[a.b].basis", "answers[a.b].agreed.rows", "answers[a.b].agreed[r1", "answers[a.b].agreedX", ""}) {
        INFO(place);
        CHECK_FALSE(parse_answer_place(place));
    }
}

// ------------------------------------------------------------------------------------- undo and redo

TEST_CASE("Any sequence of commands undone is the start, and redone is the end") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Random random(seed);
        Workspace workspace = open_workspace();
        const Design start = workspace.design();
        int applied_count = 0, refused_count = 0;
        for (int i = 0; i < 120; ++i) {
            const Design before = workspace.design();
            const Revision revision = workspace.revision();
            const Gesture gesture = random.chance(40) ? Gesture::Typing : Gesture::Discrete;
            const PlaceId at = random.chance(50) ? "profile.title" : "rail.strategy";
            if (random.chance(10)) workspace.seal();
            if (random.chance(10)) (random.chance(60) ? workspace.undo() : workspace.redo());
            const Design now = workspace.design();
            const Result<Revision> done = workspace.apply(random_command(random, now), gesture, at);
            if (done) {
                ++applied_count;
            } else {
                ++refused_count;
                REQUIRE(workspace.design() == now);
            }
            REQUIRE((workspace.design() == before || workspace.revision() > revision));
        }
        const Design end = workspace.design();
        std::vector<Design> designs{end};
        while (workspace.undo() != nullptr) designs.push_back(workspace.design());
        INFO("seed " << seed);
        REQUIRE(workspace.design() == start);
        CHECK(designs.size() > 10);
        for (std::size_t i = designs.size() - 1; i > 0; --i) {
            REQUIRE(designs[i] != designs[i - 1]);   // every step changes something
            REQUIRE(workspace.redo() != nullptr);
            REQUIRE(workspace.design() == designs[i - 1]);
        }
        REQUIRE(workspace.redo() == nullptr);
        CHECK(applied_count > 40);
        CHECK(refused_count > 5);
    }
}

TEST_CASE("A burst of typing is one step, and leads back to its place") {
    Workspace workspace = open_workspace();
    for (const char* text : {"J", "Jo", "Joint"}) type(workspace, "profile.title", text);
    workspace.seal();
    type(workspace, "profile.title", "Joint plant");
    CHECK(workspace.undo()->place == "profile.title");
    CHECK(workspace.design().profile.title == "Joint");
    workspace.undo();
    CHECK(workspace.design() == small_design());
    CHECK(workspace.undo() == nullptr);
}

TEST_CASE("What changes nothing is no step") {
    Workspace workspace = open_workspace();
    const Revision revision = workspace.revision();
    set(workspace, "profile.title", "Cell plant");
    set(workspace, place("kinds.number"), "");
    CHECK(workspace.next_undo() == nullptr);
    CHECK(workspace.revision() == revision);
}

TEST_CASE("Steps are labelled in the words of the page") {
    Workspace workspace = open_workspace();
    const QuestionId number("kinds.number"), unknown("no.question");
    const auto label = [&](const Command& command) {
        value_of(workspace.apply(command, Gesture::Discrete, ""));
        REQUIRE(workspace.next_undo() != nullptr);
        return workspace.next_undo()->label;
    };
    Position position;
    position.note = "n";
    Resolution parked;
    parked.status = ResolutionStatus::Parked;
    const auto item = [](const char* id) { return Json{JsonObject{{"id", Json{std::string(id)}}}}; };
    CHECK(label(SetField{"profile.start_date", Json{std::string("2027-03-31")}}) == "change the start date");
    CHECK(label(SetField{"parties[p1].name", Json{std::string("A")}}) == "change the name");
    CHECK(label(SetAnswer{number, Value{Scalar(5.0)}}) == "answer Number");
    CHECK(label(SetAnswer{number, std::nullopt}) == "clear Number");
    CHECK(label(SetAnswer{unknown, Value{Scalar(5.0)}}) == "answer no.question");
    CHECK(label(SetReply{number, Reply::NotKnownYet, ""}) == "mark Number as not known yet");
    CHECK(label(SetReply{number, Reply::NotApplicable, "x"}) == "mark Number as not applicable");
    CHECK(label(SetReply{number, Reply::Value, ""}) == "answer Number");
    CHECK(label(SetPosition{number, PartyId("p1"), position}) == "set a position on Number");
    CHECK(label(Resolve{number, parked}) == "resolve Number");
    CHECK(label(AddItem{"parties", item("p3")}) == "add a party");
    CHECK(label(MoveItem{"parties", "p3", -1}) == "move a party");
    CHECK(label(RemoveItem{"parties", "p3"}) == "remove a party");
    CHECK(label(AddItem{"profile.functions", item("f")}) == "add a function");
    CHECK(label(Waive{Waiver{FindingId("f"), "r", "", {}}}) == "waive a finding");
    CHECK(label(WithdrawWaiver{FindingId("f")}) == "withdraw a waiver");
    CHECK(label(ReplaceDesign{std::make_shared<const Design>(new_design()), "open the sample One"}) == "open the sample One");
}

TEST_CASE("Marking a question as not known or not applicable keeps what was typed, also through a save") {
    Workspace workspace = open_workspace();
    set(workspace, place("kinds.number"), "12");
    value_of(workspace.apply(SetReply{QuestionId("kinds.number"), Reply::NotApplicable, "No notice."}, Gesture::Discrete, ""));
    Workspace other(small_assets());
    value_of(other.open_file(workspace.write_file(), "x"));
    CHECK(agreed(other, "kinds.number") == Value{Scalar(12.0)});
    CHECK(answer_of(other.design(), QuestionId("kinds.number")).reply == Reply::NotApplicable);
}

// ------------------------------------------------------------------------------------- opening and saving

TEST_CASE("A new workspace is untouched until something is entered") {
    Workspace workspace(small_assets());
    CHECK(workspace.is_untouched());
    CHECK(workspace.save_state() == SaveState{});
    set(workspace, "profile.title", "x");
    CHECK_FALSE(workspace.is_untouched());
    CHECK(workspace.save_state().changes_not_in_file == 1);
    workspace.undo();
    CHECK_FALSE(workspace.is_untouched());   // it can still be redone
    workspace.open_new("d2");
    CHECK(workspace.is_untouched());
    CHECK(workspace.document_id().text == "d2");
    CHECK_FALSE(open_workspace().is_untouched());
}

TEST_CASE("The save state counts the changes that the file does not have") {
    Workspace workspace = open_workspace();
    const auto behind = [&] { return workspace.save_state().changes_not_in_file; };
    CHECK(workspace.save_state().file_name == "cells.handfast.json");
    CHECK(behind() == 0);
    set(workspace, "profile.title", "A");
    set(workspace, "profile.summary", "B");
    CHECK(behind() == 2);
    workspace.undo();
    CHECK(behind() == 1);
    workspace.undo();
    CHECK(behind() == 0);
    workspace.redo();
    set(workspace, "profile.title", "Cell plant");   // by hand to what the file holds
    CHECK(behind() == 0);
    set(workspace, "profile.title", "A");
    const std::string bytes = workspace.write_file();
    workspace.file_written("new.handfast.json", "2026-11-22 14:32", workspace.revision());
    CHECK(behind() == 0);
    CHECK(workspace.save_state().file_name == "new.handfast.json");
    CHECK(workspace.save_state().file_time == "14:32");
    CHECK(workspace.edition() == 7);
    CHECK(value_of(parse_save(bytes)).edition == 7);
    CHECK(value_of(parse_save(bytes)).design == workspace.design());
    CHECK(value_of(parse_save(bytes)).id.text == "d1");
    workspace.undo();
    CHECK(behind() == 1);   // undone beyond the save: the file is ahead
}

TEST_CASE("A change made while the browser writes the file counts as not in it, and only that one") {
    Workspace workspace(small_assets());
    workspace.open_new("d1");
    set(workspace, "profile.title", "A");
    set(workspace, "profile.summary", "B");
    workspace.write_file();
    const Revision written = workspace.revision();
    set(workspace, "profile.title", "C");
    workspace.file_written("x.handfast.json", "2026-11-22 14:32", written);
    CHECK(workspace.save_state().changes_not_in_file == 1);
    workspace.undo();
    CHECK(workspace.save_state().changes_not_in_file == 0);
}

TEST_CASE("A file that cannot be read leaves the open design and its undo untouched") {
    Workspace workspace = open_workspace();
    set(workspace, "profile.title", "A");
    const Design before = workspace.design();
    const SaveState state = workspace.save_state();
    const Revision revision = workspace.revision();
    for (const char* bytes : {"", "{", "[]", R"({"format":"handfast design","version":2})", R"({"format":"handfast design","version":1,"id":"x","design":{}})"}) {
        check_words_of(error_of(workspace.open_file(bytes, "bad.json")));
        check_words_of(error_of(workspace.open_snapshot(bytes)));
    }
    CHECK_FALSE(workspace.open_sample("no such sample", "d9"));
    CHECK(workspace.design() == before);
    CHECK(workspace.save_state() == state);
    CHECK(workspace.revision() == revision);
    CHECK(workspace.document_id().text == "d1");
    CHECK(workspace.next_undo() != nullptr);
}

TEST_CASE("A sample opens as a design of its own, with no file yet") {
    Workspace workspace = open_workspace();
    REQUIRE(workspace.open_sample("one", "d5"));
    CHECK(workspace.design().profile.title == "Sample one");
    CHECK(workspace.document_id().text == "d5");
    CHECK(workspace.edition() == 0);
    CHECK(workspace.save_state().file_name.empty());
    CHECK(workspace.save_state().changes_not_in_file == 0);
    CHECK(workspace.next_undo() == nullptr);
    CHECK_FALSE(workspace.is_untouched());
}

TEST_CASE("A snapshot brings back the design, the sheet, and what was known of the file") {
    Workspace workspace = open_workspace();
    set(workspace, "profile.title", "A");
    set(workspace, "profile.summary", "B");
    workspace.file_written("new.handfast.json", "2026-11-22 14:32", workspace.revision());
    set(workspace, "profile.title", "C");
    const std::string snapshot = workspace.write_snapshot("2026-11-22 15:01", "strategy");

    Workspace later(small_assets());
    const Workspace::Restored restored = value_of(later.open_snapshot(snapshot));
    CHECK(restored.sheet == "strategy");
    CHECK(restored.kept_at == "2026-11-22 15:01");
    CHECK(later.design() == workspace.design());
    CHECK(later.document_id() == workspace.document_id());
    CHECK(later.edition() == 7);
    const SaveState state = later.save_state();
    CHECK(state.file_name == "new.handfast.json");
    CHECK(state.file_time == "14:32");
    CHECK(state.changes_not_in_file == 1);
    CHECK(state.kept_time == "15:01");
    CHECK(state.kept_is_current);
    set(later, "profile.title", "D");
    CHECK(later.save_state().changes_not_in_file == 2);
    CHECK_FALSE(later.save_state().kept_is_current);
    CHECK(later.write_snapshot("2026-11-22 15:02", "exit").find('\n') == std::string::npos);
}

TEST_CASE("A snapshot of a saved design knows that its file is current, and one of an untouched design that there is nothing to save") {
    Workspace workspace = open_workspace();
    Workspace later(small_assets());
    value_of(later.open_snapshot(workspace.write_snapshot("2026-11-22 15:01", "strategy")));
    CHECK(later.save_state().changes_not_in_file == 0);
    set(later, "profile.title", "x");
    later.undo();
    CHECK(later.save_state().changes_not_in_file == 0);

    Workspace fresh(small_assets());
    value_of(later.open_snapshot(fresh.write_snapshot("2026-11-22 15:01", "start")));
    CHECK(later.save_state().file_name.empty());
    CHECK(later.save_state().changes_not_in_file == 0);
}

TEST_CASE("A snapshot keeps whatever a file may hold, also what is unknown and as deep as allowed") {
    SaveFile file;
    file.id = Id<DocumentTag>("d1");
    file.unknown.emplace_back("later", Json{1.0});
    Json deep{1.0};
    for (int depth = 0; depth < 29; ++depth) deep = Json{JsonArray{std::move(deep)}};
    file.design.profile.unknown.emplace_back("deep", std::move(deep));   // with file, design and profile: 32 levels
    Workspace workspace(small_assets());
    value_of(workspace.open_file(write_save(file), "x"));
    Workspace later(small_assets());
    value_of(later.open_snapshot(workspace.write_snapshot("2026-11-22 15:01", "")));
    CHECK(later.design() == file.design);
    CHECK(later.write_file() == workspace.write_file());
    CHECK(later.write_file().find("\"later\": 1") != std::string::npos);
}

TEST_CASE("The state of the browser's snapshot is told as it was reported") {
    Workspace workspace = open_workspace();
    CHECK(workspace.save_state().kept_time.empty());
    const Revision first = workspace.revision();
    set(workspace, "profile.title", "A");
    workspace.snapshot_kept(first, "2026-11-22 15:01", true);   // the older one arrived late
    CHECK(workspace.save_state().kept_time == "15:01");
    CHECK_FALSE(workspace.save_state().kept_is_current);
    workspace.snapshot_kept(workspace.revision(), "2026-11-22 15:02", true);
    CHECK(workspace.save_state().kept_is_current);
    set(workspace, "profile.title", "B");
    workspace.snapshot_kept(workspace.revision(), "2026-11-22 15:03", false);
    CHECK(workspace.save_state().keeping_failed);
    CHECK(workspace.save_state().kept_time == "15:02");
    CHECK_FALSE(workspace.save_state().kept_is_current);
    workspace.snapshot_kept(workspace.revision(), "2026-11-22 15:04", true);
    CHECK_FALSE(workspace.save_state().keeping_failed);
    CHECK(workspace.save_state().kept_is_current);
}

// ------------------------------------------------------------------------------------- derived

TEST_CASE("Only questions that apply are shown and counted") {
    Workspace workspace = open_workspace();
    const Stage& stage = small_assets().stages().front();
    CHECK(workspace.questions(stage).size() == 15);
    CHECK(workspace.progress(stage) == Progress{0, 0, 15});
    set(workspace, place("kinds.one_of"), "joint");
    CHECK(workspace.questions(stage).back()->id.text == "kinds.hidden");
    set(workspace, place("kinds.hidden"), "now it counts");
    set(workspace, place("kinds.number"), "a year");
    value_of(workspace.apply(SetReply{QuestionId("kinds.money"), Reply::NotKnownYet, ""}, Gesture::Discrete, ""));
    value_of(workspace.apply(SetReply{QuestionId("kinds.date"), Reply::NotApplicable, "r"}, Gesture::Discrete, ""));
    CHECK(workspace.progress(stage) == Progress{3, 2, 16});
    set(workspace, place("kinds.one_of"), "eu");
    CHECK(workspace.progress(stage) == Progress{2, 2, 15});
    CHECK(agreed(workspace, "kinds.hidden") == Value{Scalar("now it counts")});   // hidden, not lost
}

TEST_CASE("The outline follows every change, also undone ones") {
    Workspace workspace = open_workspace();
    const auto says = [&](const std::string& words) { return write_outline_text(workspace.outline(), {"", 0}).find(words) != std::string::npos; };
    CHECK_FALSE(says("for 12 months"));
    set(workspace, place("kinds.number"), "12");
    CHECK(says("for 12 months"));
    workspace.undo();
    CHECK_FALSE(says("for 12 months"));
    workspace.redo();
    CHECK(says("for 12 months"));
}
