// Undo and redo: steps, bursts of typing, and how far back they go.
#include "core/design/history.h"

#include "tests/support/expect.h"

using namespace handfast;

namespace {

Design titled(const std::string& title) {
    Design design = new_design();
    design.profile.title = title;
    return design;
}

int type(History& history, const std::string& title, const PlaceId& place = "profile.title") {
    return history.push(titled(title), "change the title to " + title, place, Gesture::Typing);
}

int set(History& history, const std::string& title) { return history.push(titled(title), "set " + title, "profile.title", Gesture::Discrete); }

int steps_back(History& history) {
    int steps = 0;
    while (history.undo() != nullptr) ++steps;
    return steps;
}

}  // namespace

TEST_CASE("Each step is undone and redone with its label and place") {
    History history(titled(""));
    CHECK(history.next_undo() == nullptr);
    CHECK(history.undo() == nullptr);
    CHECK(history.redo() == nullptr);
    CHECK(set(history, "a") == 1);
    CHECK(history.push(titled("b"), "adopt b", "rail.strategy", Gesture::Discrete) == 1);
    CHECK(history.next_undo()->label == "adopt b");
    const HistoryStep* undone = history.undo();
    REQUIRE(undone != nullptr);
    CHECK(undone->place == "rail.strategy");
    CHECK(undone->label == "adopt b");
    CHECK(history.design() == titled("a"));
    CHECK(history.next_redo()->label == "adopt b");
    CHECK(history.undo()->label == "set a");
    CHECK(history.design() == titled(""));
    CHECK(history.redo()->label == "set a");
    CHECK(history.redo()->place == "rail.strategy");
    CHECK(history.design() == titled("b"));
    CHECK(history.next_redo() == nullptr);
}

TEST_CASE("Typing in one place without a break is one step, with the last label") {
    History history(titled(""));
    CHECK(type(history, "N") == 1);
    CHECK(type(history, "No") == 0);
    CHECK(type(history, "Nor") == 0);
    CHECK(history.next_undo()->label == "change the title to Nor");
    CHECK(steps_back(history) == 1);
    CHECK(history.design() == titled(""));
    CHECK(history.redo() != nullptr);
    CHECK(history.design() == titled("Nor"));
}

TEST_CASE("A break, another place, another gesture, an undo or a redo each begin a new step") {
    History history(titled(""));
    type(history, "a");
    SECTION("a break") {
        history.seal();
        CHECK(type(history, "ab") == 1);
    }
    SECTION("another place") { CHECK(type(history, "ab", "profile.summary") == 1); }
    SECTION("another gesture") {
        CHECK(set(history, "ab") == 1);
        CHECK(type(history, "abc") == 1);
        CHECK(steps_back(history) == 3);
        return;
    }
    SECTION("an undo and a redo") {
        history.undo();
        history.redo();
        CHECK(type(history, "ab") == 1);
    }
    CHECK(steps_back(history) == 2);
}

TEST_CASE("Typing that takes itself back leaves no step") {
    History history(titled(""));
    set(history, "x");
    CHECK(type(history, "xy") == 1);
    CHECK(type(history, "x") == -1);
    CHECK(history.next_undo()->label == "set x");
    CHECK(type(history, "xz") == 1);   // and the next typing is a step of its own
    CHECK(steps_back(history) == 2);
}

TEST_CASE("A new change forgets what was undone") {
    History history(titled(""));
    set(history, "a");
    set(history, "b");
    history.undo();
    set(history, "c");
    CHECK(history.redo() == nullptr);
    history.undo();
    CHECK(history.design() == titled("a"));
}

TEST_CASE("Two hundred steps are kept, and the oldest are forgotten") {
    History history(titled(""));
    for (int i = 1; i <= 250; ++i) CHECK(set(history, std::to_string(i)) == 1);
    CHECK(steps_back(history) == 200);
    CHECK(history.design() == titled("50"));
    for (int i = 51; i <= 250; ++i) REQUIRE(history.redo() != nullptr);
    CHECK(history.design() == titled("250"));
}
