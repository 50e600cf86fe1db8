// Whole visits, played through the session as the page plays them: press, type, choose, undo, save, open.
#include "core/bank/answers.h"
#include "shell/sheets/session.h"
#include "shell/sheets/text.h"
#include "tests/support/assets.h"
#include "tests/support/golden.h"

#include <catch2/catch_test_macros.hpp>

using namespace handfast;
using namespace handfast::sheets;
using namespace handfast::test;

namespace {

// A session with a clock that stands still and ids that count.
struct Visit {
    int ids = 0;
    std::string time = "2026-11-22 14:32";
    Session session;

    explicit Visit(const Assets& assets = real_assets())
        : session(assets, [this] { return time; }, [this] { return "design-" + std::to_string(++ids); }) {}

    const Design& design() const { return session.workspace().design(); }

    template <class Request>
    std::optional<Request> request() {
        for (const HostRequest& request : session.take_requests()) {
            if (const auto* found = std::get_if<Request>(&request)) return *found;
        }
        return std::nullopt;
    }

    // Types as a person does, character by character, and leaves the field.
    void type(const PlaceId& place, const std::string& text) {
        session.focus(place);
        for (std::size_t i = 1; i <= text.size(); ++i) session.type(place, text.substr(0, i));
        session.commit();
        session.focus("");
    }

    const Region* region(Landmark landmark) {
        for (const Region& region : session.screen().regions) {
            if (region.landmark == landmark) return &region;
        }
        return nullptr;
    }
    std::string text(Landmark landmark) {
        const Region* found = region(landmark);
        return found == nullptr ? "" : write_text(*found);
    }
    bool shows(Landmark landmark, const std::string& words) { return text(landmark).find(words) != std::string::npos; }
};

std::string saved_bytes(Visit& visit) {
    visit.session.key("s", true, false, false);
    const auto save = visit.request<SaveRequest>();
    REQUIRE(save);
    visit.session.saved(save->name, Saved::Written);
    return save->bytes;
}

}  // namespace

TEST_CASE("The first screen offers to draft, to open and every sample") {
    Visit visit;
    CHECK(visit.shows(Landmark::Main, "[Draft a term outline]"));
    CHECK(visit.shows(Landmark::Main, "[Open a design]"));
    for (const Sample& sample : real_assets().samples()) {
        INFO(sample.id);
        CHECK(visit.shows(Landmark::Main, design_title(sample.file.design)));
    }
    CHECK(visit.shows(Landmark::Status, "Nothing to save yet"));
}

TEST_CASE("A burst of typing is one step, and undo goes back to where it was typed") {
    Visit visit;
    visit.session.press("start.new");
    CHECK(visit.session.view().sheet == "deal");
    visit.type("profile.title", "Joint cell plant");
    CHECK(visit.design().profile.title == "Joint cell plant");
    visit.session.press("rail.strategy");
    visit.session.key("z", true, false, false);
    CHECK(visit.design().profile.title.empty());
    CHECK(visit.session.view().sheet == "deal");
    CHECK(visit.session.screen().focus_request == "profile.title");
    CHECK(visit.session.view().announcement == "Undone: change the title");
    visit.session.key("y", true, false, false);
    CHECK(visit.design().profile.title == "Joint cell plant");
}

TEST_CASE("Each committed change asks the host to keep a snapshot, once") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.take_requests();
    visit.type("profile.title", "Plant");
    const auto keep = visit.request<KeepRequest>();
    REQUIRE(keep);
    CHECK(keep->bytes.find("\"Plant\"") != std::string::npos);
    visit.session.keep_now();
    CHECK_FALSE(visit.request<KeepRequest>());
    visit.session.snapshot_kept(keep->revision, true);
    CHECK(visit.shows(Landmark::Status, "Kept in this browser only, 14:32"));
}

TEST_CASE("When the browser refuses a snapshot the status line says so, and the next change tries again") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.title", "Plant");
    const auto keep = visit.request<KeepRequest>();
    REQUIRE(keep);
    visit.session.snapshot_kept(keep->revision, false);
    CHECK(visit.shows(Landmark::Status, "This browser cannot keep a copy"));
    visit.session.keep_now();
    CHECK(visit.request<KeepRequest>());
}

TEST_CASE("Saving counts as saved only when the host says it is written") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.title", "Plant");
    visit.session.key("s", true, false, false);
    const auto save = visit.request<SaveRequest>();
    REQUIRE(save);
    CHECK(save->name == "2026-11-22_1432_Plant_v01.handfast.json");
    visit.session.saved(save->name, Saved::Failed);
    CHECK(visit.shows(Landmark::Status, "Not in a file yet"));
    visit.session.key("s", true, false, false);
    visit.session.saved(save->name, Saved::Written);
    CHECK(visit.shows(Landmark::Status, "Saved to 2026-11-22_1432_Plant_v01.handfast.json, 14:32"));
    visit.type("profile.title", "Plant B");
    CHECK(visit.shows(Landmark::Status, "1 change is not in 2026-11-22_1432_Plant_v01.handfast.json yet"));
}

TEST_CASE("A second save goes to the same file, but never to the file of another design") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.title", "Plant");
    const auto save = [&] {
        visit.session.key("s", true, false, false);
        const auto request = visit.request<SaveRequest>();
        REQUIRE(request);
        visit.session.saved(request->name, Saved::Written);
        return request->ask;
    };
    CHECK(save());
    CHECK_FALSE(save());
    visit.session.press("rail.start");
    visit.session.press("start.new");
    visit.type("profile.title", "Another");
    CHECK(save());
}

TEST_CASE("A file that does not open leaves the open design as it is and names place and remedy") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.title", "Plant");
    saved_bytes(visit);
    const Design before = visit.design();
    visit.session.open_file("broken.handfast.json", "{\"format\":\"handfast design\",\"version\":1,");
    CHECK(visit.shows(Landmark::Dialog, "This file was not opened"));
    CHECK(visit.shows(Landmark::Dialog, "Line 1, column"));
    CHECK(visit.shows(Landmark::Dialog, "open an earlier copy"));
    CHECK(visit.design() == before);
    visit.session.key("Escape", false, false, false);
    CHECK(visit.region(Landmark::Dialog) == nullptr);
}

TEST_CASE("A design with changes in no file is not replaced without asking") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.title", "Plant");
    visit.session.press("rail.start");
    visit.session.press("start.sample.nordwagen_seoul_cell");
    CHECK(visit.design().profile.title == "Plant");
    CHECK(visit.shows(Landmark::Dialog, "Save Plant first?"));

    SECTION("stay") {
        visit.session.press("dialog.close");
        CHECK(visit.design().profile.title == "Plant");
    }
    SECTION("go on without saving") {
        visit.session.press("dialog.drop");
        CHECK(visit.design().profile.title == "Nordwagen and Seoul Cell");
    }
    SECTION("save first, then go on") {
        visit.session.press("dialog.save");
        const auto save = visit.request<SaveRequest>();
        REQUIRE(save);
        CHECK(visit.design().profile.title == "Plant");
        visit.session.saved(save->name, Saved::Downloaded);
        CHECK(visit.design().profile.title == "Nordwagen and Seoul Cell");
    }
    SECTION("a cancelled save goes nowhere") {
        visit.session.press("dialog.save");
        visit.session.saved("", Saved::Cancelled);
        CHECK(visit.design().profile.title == "Plant");
        CHECK(visit.shows(Landmark::Dialog, "Save Plant first?"));
    }
}

TEST_CASE("What the browser held is offered, and opened at once after a reload") {
    std::string snapshot;
    {
        Visit visit;
        visit.session.press("start.new");
        visit.type("profile.title", "Plant");
        visit.session.press("rail.exit");
        visit.session.press("exit.exposure:not_known_yet");
        std::optional<KeepRequest> keep;
        for (const HostRequest& request : visit.session.take_requests()) {
            if (const auto* found = std::get_if<KeepRequest>(&request)) keep = *found;
        }
        REQUIRE(keep);
        snapshot = keep->bytes;
    }
    SECTION("a fresh start asks") {
        Visit visit;
        visit.session.found(snapshot, "2026-11-22 14:32", Found::Whole);
        CHECK(visit.design().profile.title.empty());
        CHECK(visit.shows(Landmark::Main, "[Continue Plant]"));
        visit.session.press("start.continue");
        CHECK(visit.design().profile.title == "Plant");
        CHECK(visit.session.view().sheet == "exit");
    }
    SECTION("a reload does not") {
        Visit visit;
        visit.session.go_to("exit", "");
        visit.session.found(snapshot, "2026-11-22 14:32", Found::Whole);
        CHECK(visit.design().profile.title == "Plant");
        CHECK(visit.session.view().sheet == "exit");
    }
    SECTION("the order in which address and snapshot arrive does not matter") {
        Visit visit;
        visit.session.found(snapshot, "2026-11-22 14:32", Found::Whole);
        visit.session.go_to("exit", "");
        CHECK(visit.design().profile.title == "Plant");
        CHECK(visit.session.view().sheet == "exit");
    }
    SECTION("a damaged one is no offer") {
        Visit visit;
        visit.session.found(snapshot.substr(0, snapshot.size() / 2), "2026-11-22 14:32", Found::Whole);
        CHECK_FALSE(visit.session.view().draft);
    }
}

TEST_CASE("A date that is none stays in its field with a message, and the design keeps the one before") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("profile.start_date", "31 Mar 2027");
    REQUIRE(visit.design().profile.start_date == Date{2027, 3, 31});
    visit.type("profile.start_date", "soon");
    CHECK(visit.design().profile.start_date == Date{2027, 3, 31});
    CHECK(visit.shows(Landmark::Main, "Planned start: [soon]  !! This is not a date."));
    visit.type("profile.start_date", "1 Jul 2027");
    CHECK(visit.design().profile.start_date == Date{2027, 7, 1});
    CHECK_FALSE(visit.shows(Landmark::Main, "This is not a date."));
}

TEST_CASE("A number that is none is kept as typed and marked once the field is left") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.press("rail.running");
    const PlaceId place = "answers[running.change_rule].agreed";
    visit.session.focus(place);
    visit.session.type(place, "about twenty");
    CHECK_FALSE(visit.shows(Landmark::Main, "This is not a number"));
    visit.session.commit();
    visit.session.focus("");
    CHECK(visit.shows(Landmark::Main, "[about twenty]"));
    CHECK(visit.shows(Landmark::Main, "This is not a number"));
}

TEST_CASE("Going to the next open question passes by what is answered") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.press("rail.strategy");
    visit.session.key("Enter", true, false, false);
    CHECK(visit.session.view().question.text == "strategy.outcomes");
    visit.session.key("Enter", true, false, false);
    CHECK(visit.session.view().question.text == "strategy.metrics");
    visit.session.press("strategy.tradeoffs:not_known_yet");
    visit.session.key("Enter", true, false, false);
    CHECK(visit.session.view().question.text == "strategy.alternatives");
}

TEST_CASE("The side panel follows the scrolled sheet, but not away from what is being answered") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.press("rail.strategy");
    Placement placement;
    placement.windows["main"] = {0, 0, 760, 600};
    float y = 100;
    for (const Question& question : real_assets().find_stage("strategy")->questions) {
        placement.places[question.id.text] = {0, y, 700, 300};
        y += 320;
    }
    visit.session.scrolled_to(320, placement);
    CHECK(visit.shows(Landmark::Side, "## 1.2 "));
    visit.session.focus("answers[strategy.metrics].agreed:add");
    visit.session.scrolled_to(600, placement);
    CHECK(visit.shows(Landmark::Side, "## 1.2 "));
    visit.session.scrolled_to(1400, placement);
    CHECK(visit.shows(Landmark::Side, "## 1.5 "));
}

TEST_CASE("Marking a question and taking the mark back shows what was typed before") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.press("rail.exit");
    visit.type("answers[exit.lessons].agreed", "Start earlier.");
    visit.session.press("exit.lessons:not_applicable");
    CHECK_FALSE(visit.shows(Landmark::Main, "Start earlier."));
    visit.session.press("exit.lessons:not_applicable");
    CHECK(visit.shows(Landmark::Main, "[Start earlier.]"));
}

TEST_CASE("The outline is exported with its notice under a name that says what it is") {
    Visit visit;
    visit.session.press("start.sample.nordwagen_seoul_cell");
    visit.session.press("rail.outline");
    visit.session.press("outline.markdown");
    const auto markdown = visit.request<DownloadRequest>();
    REQUIRE(markdown);
    CHECK(markdown->name == "2026-11-22_1432_Nordwagen-and-Seoul-Cell_v00_outline.md");
    CHECK(markdown->bytes.find("Non-binding outline.") != std::string::npos);
    CHECK(markdown->bytes.find("22 Nov 2026") != std::string::npos);
    visit.session.press("outline.html");
    const auto html = visit.request<DownloadRequest>();
    REQUIRE(html);
    CHECK(html->mime == "text/html");
}

TEST_CASE("On a narrow window one pane is there at a time") {
    Visit visit;
    visit.session.press("start.new");
    visit.session.press("rail.strategy");
    visit.session.set_width(390);
    CHECK(visit.region(Landmark::Rail) == nullptr);
    CHECK(visit.region(Landmark::Side) == nullptr);
    visit.session.press("bar.menu");
    CHECK(visit.region(Landmark::Rail) != nullptr);
    CHECK(visit.region(Landmark::Main) == nullptr);
    visit.session.press("rail.partner");
    CHECK(visit.region(Landmark::Main) != nullptr);
    visit.session.press("bar.help");
    CHECK(visit.region(Landmark::Side) != nullptr);
    visit.session.key("Escape", false, false, false);
    CHECK(visit.region(Landmark::Main) != nullptr);
}

TEST_CASE("Every question can be answered from its sheet, and the answer is in the saved file") {
    Visit visit;
    visit.session.press("start.new");
    visit.type("parties[p1].name", "Nordwagen");
    visit.type("parties[p2].name", "Seoul Cell");
    for (const char* list : {"products", "regions"}) visit.session.press("profile." + std::string(list) + ":add");
    visit.session.take_requests();

    // The first control of each card that stores something is used once.
    const auto answer = [&](const Question& question) {
        const PlaceId place = answer_place(question.id);
        const auto use_field = [&](const Field& field, const Cell& cell) {
            visit.type(field.id, cell.kind == AnswerKind::Date ? "31 Mar 2027" : takes_number(cell.kind) ? plain_number(cell.minimum.value_or(1)) : "Words");
        };
        if (question.answer.kind() == AnswerKind::Records) visit.session.press(place + ":add");
        bool used = false;
        const Screen screen = visit.session.screen();
        for (const Region& region : screen.regions) {
            for_each_block(region.blocks, [&](const Block& block) {
                if (used) return;
                if (const auto* field = std::get_if<Field>(&block.content)) {
                    if (field->id.rfind(place, 0) != 0) return;
                    use_field(*field, question.answer.cell);
                    used = true;
                } else if (const auto* choice = std::get_if<Choice>(&block.content)) {
                    if (choice->id.rfind(place, 0) != 0) return;
                    visit.session.press(option_place(choice->id, choice->options.back().id));   // the last form hides no question
                    used = true;
                } else if (const auto* table = std::get_if<Table>(&block.content)) {
                    if (table->id != place || table->rows.empty()) return;
                    const std::vector<Cell> columns = columns_of(question.answer, visit.design());
                    for (std::size_t i = 0; i < columns.size(); ++i) {
                        if (const auto* cell = std::get_if<Field>(&table->rows[0].cells[i])) {
                            use_field(*cell, columns[i]);
                        } else if (const auto* menu = std::get_if<Choice>(&table->rows[0].cells[i])) {
                            REQUIRE_FALSE(menu->options.empty());
                            if (menu->shape == ChoiceShape::Menu) visit.session.choose(menu->id, menu->options.front().id);
                            if (menu->shape == ChoiceShape::Check) visit.session.press(option_place(menu->id, menu->options.front().id));
                        }
                    }
                    used = true;
                }
            });
        }
        return used;
    };
    for (const Stage& stage : real_assets().stages()) {
        visit.session.press("rail." + stage.stage);
        for (const Question* question : visit.session.workspace().questions(stage)) {
            INFO(question->id.text);
            CHECK(answer(*question));
            const Answer& given = answer_of(visit.design(), question->id);
            REQUIRE(given.agreed);
            CHECK_FALSE(is_empty(*given.agreed));
            const auto problem = value_problem(*question, *given.agreed, visit.design());
            CHECK((problem ? problem->place + problem->message : "") == "");
        }
    }
    const Result<SaveFile> file = parse_save(saved_bytes(visit));
    REQUIRE(file);
    CHECK(file->design == visit.design());
}

TEST_CASE("Each sheet says what its golden says") {
    Visit visit;
    visit.session.press("start.sample.nordwagen_seoul_cell");
    for (const char* sheet : {"deal", "strategy", "partner", "structure", "running", "exit"}) {
        visit.session.press("rail." + std::string(sheet));
        check_golden("sheets/" + std::string(sheet) + ".txt", visit.text(Landmark::Main));
    }
    check_golden("sheets/side.txt", visit.text(Landmark::Side));
    check_golden("sheets/rail.txt", visit.text(Landmark::Rail));
}

TEST_CASE("An empty design's sheets say what to do first") {
    Visit visit;
    visit.session.press("start.new");
    check_golden("sheets/deal_empty.txt", visit.text(Landmark::Main));
    visit.session.press("rail.strategy");
    CHECK(visit.shows(Landmark::Main, "Nothing here yet. Add the first measure."));
}
