// What the mirror publishes, and what a press on it asks for.
#include "core/base/json.h"
#include "shell/sheets/mirror.h"
#include "shell/sheets/requests.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <limits>

using namespace handfast;
using namespace handfast::sheets;

namespace {

template <class Content>
Block block(Content content) {
    return Block{std::move(content)};
}

Screen screen_of(std::vector<Block> blocks) {
    Screen screen;
    screen.title = "Nordwagen";
    screen.sheet = "strategy";
    screen.regions.push_back(Region{"main", Landmark::Main, Surface::Canvas, "Strategy", std::move(blocks)});
    return screen;
}

Field name_field() {
    Field field;
    field.id = "parties[p1].name";
    field.label = "Name";
    field.text = "Nordwagen";
    return field;
}

Choice choice_of(ChoiceShape shape) {
    Choice choice;
    choice.id = "answers[a].agreed";
    choice.label = "Why now?";
    choice.shape = shape;
    choice.options = {{"cost", "Cost", "", true, 2}, {"speed", "Speed", "Faster", false, 0}, {"skill", "Skill", "", false, 1}};
    return choice;
}

Action action_of(const PlaceId& id) {
    Action action;
    action.id = id;
    action.label = "Do " + id;
    action.intent = ShellAction{Deed::Undo, ""};
    return action;
}

Table table_of() {
    Table table;
    table.id = "metrics";
    table.caption = "Metrics";
    table.row_heading = "Function";
    table.columns = {{"target", "Target", "", 1, true}};
    Row row;
    row.id = "metrics.rows[r1]";
    row.heading = "Plant";
    Field field;
    field.id = "metrics.rows[r1].target";
    field.label = "Target of Plant";
    field.label_shown = Label::Spoken;
    row.cells.push_back(field);
    row.actions.push_back(action_of("metrics.rows[r1].remove"));
    table.rows.push_back(row);
    table.add = action_of("metrics.add");
    return table;
}

// A message as JSON, so that what is checked is what the page would read.
Json read(const std::string& message) {
    Result<Json> json = parse_json(message);
    INFO(message << "\n" << (json ? "" : describe(json.error())));
    REQUIRE(json);
    return *json;
}

std::vector<std::string> texts(const Json* list) {
    std::vector<std::string> found;
    if (list == nullptr || list->array() == nullptr) return found;
    for (const Json& item : *list->array()) found.push_back(item.text() ? *item.text() : "?");
    return found;
}

const Json* find_node(const Json& message, const std::string& id) {
    const Json* nodes = message.find("nodes");
    if (nodes == nullptr) return nullptr;
    for (const Json& node : *nodes->array()) {
        if (*node.find("id")->text() == id) return &node;
    }
    return nullptr;
}

std::string member(const Json& message, const std::string& id, const std::string& key) {
    const Json* node = find_node(message, id);
    const Json* value = node ? node->find(key) : nullptr;
    return value ? write_json_line(*value) : "";
}

std::vector<std::string> children(const Json& message, const std::string& id) {
    const Json* order = message.find("order");
    return texts(order ? order->find(id) : nullptr);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the first update publishes everything, the second nothing", "[mirror]") {
    Mirror mirror;
    const Screen screen = screen_of({block(Heading{"strategy", 1, "Strategy", "1"}), block(name_field())});
    Placement placement;
    placement.windows["main"] = {240, 56, 700, 600};
    placement.contents["main"] = {0, 0, 700, 2000};
    placement.places["parties[p1].name"] = {24, 100.25f, 280, 36};

    const Json first = read(mirror.update(screen, placement));
    CHECK(*first.find("title")->text() == "Nordwagen");
    CHECK(*first.find("sheet")->text() == "strategy");
    CHECK(children(first, "") == Names{"main"});
    CHECK(children(first, "main") == Names{"strategy", "parties[p1].name"});
    CHECK(member(first, "main", "role") == "\"main\"");
    CHECK(member(first, "main", "w") == "[240,56,700,600]");
    CHECK(member(first, "main", "size") == "[700,2000]");
    CHECK(member(first, "strategy", "l") == "1");
    CHECK(member(first, "parties[p1].name", "r") == "[24,100.25,280,36]");
    CHECK(member(first, "parties[p1].name", "v") == "\"Nordwagen\"");
    CHECK(mirror.update(screen, placement).empty());
}

TEST_CASE("only what changed is published, whole", "[mirror]") {
    Mirror mirror;
    Screen screen = screen_of({block(name_field()), block(action_of("undo"))});
    mirror.update(screen, {});

    Field field = name_field();
    field.text = "Nordwagen AG";
    screen.regions[0].blocks[0] = block(field);
    const Json changed = read(mirror.update(screen, {}));
    CHECK(changed.find("nodes")->array()->size() == 1);
    CHECK(member(changed, "parties[p1].name", "v") == "\"Nordwagen AG\"");
    CHECK(member(changed, "parties[p1].name", "t") == "\"Name\"");
    CHECK(changed.find("order") == nullptr);
    CHECK(changed.find("title") == nullptr);

    Placement placement;
    placement.places["undo"] = {1, 2, 3, 4};
    const Json moved = read(mirror.update(screen, placement));
    CHECK(moved.find("nodes")->array()->size() == 1);
    CHECK(member(moved, "undo", "r") == "[1,2,3,4]");
}

TEST_CASE("what is gone is removed with its children, and comes back whole", "[mirror]") {
    Mirror mirror;
    const Group group{"card", "Card", GroupShape::Card, false, {block(action_of("b")), block(action_of("a"))}};
    const Screen with = screen_of({block(group), block(action_of("undo"))});
    const Screen without = screen_of({block(action_of("undo"))});
    mirror.update(with, {});

    const Json gone = read(mirror.update(without, {}));
    CHECK(texts(gone.find("remove")) == Names{"a", "b", "card"});
    CHECK(children(gone, "main") == Names{"undo"});
    CHECK(gone.find("nodes") == nullptr);

    const Json back = read(mirror.update(with, {}));
    CHECK(back.find("remove") == nullptr);
    CHECK(children(back, "main") == Names{"card", "undo"});
    CHECK(children(back, "card") == Names{"b", "a"});
    CHECK(find_node(back, "a") != nullptr);
    CHECK(find_node(back, "undo") == nullptr);
}

TEST_CASE("an emptied group says so, a reordered one names its children", "[mirror]") {
    Mirror mirror;
    auto with = [](std::vector<Block> blocks) { return screen_of({block(Group{"g", "", GroupShape::Stack, false, std::move(blocks)})}); };
    mirror.update(with({block(action_of("a")), block(action_of("b"))}), {});
    const Json swapped = read(mirror.update(with({block(action_of("b")), block(action_of("a"))}), {}));
    CHECK(children(swapped, "g") == Names{"b", "a"});
    CHECK(swapped.find("nodes") == nullptr);
    const Json emptied = read(mirror.update(with({}), {}));
    CHECK(write_json_line(*emptied.find("order")) == "{\"g\":[]}");
}

TEST_CASE("children are named anew when an element becomes another or loses them", "[mirror]") {
    Mirror mirror;
    const Screen group = screen_of({block(Group{"x", "", GroupShape::Stack, false, {block(action_of("a"))}})});
    Heading heading;
    heading.id = "x";
    mirror.update(group, {});
    mirror.update(screen_of({block(heading)}), {});
    CHECK(children(read(mirror.update(group, {})), "x") == Names{"a"});

    Choice choice = choice_of(ChoiceShape::Ranking);
    const Screen ranked = screen_of({block(choice)});
    choice.options[0].rank = 0;
    mirror.update(ranked, {});
    const Json off = read(mirror.update(screen_of({block(choice)}), {}));
    CHECK(off.find("order")->find(choice.id + "#cost") != nullptr);
    CHECK(children(off, choice.id + "#cost").empty());
    CHECK(children(read(mirror.update(ranked, {})), choice.id + "#cost").size() == 3);
}

TEST_CASE("announcements and focus are sent once each time they are asked for", "[mirror]") {
    Mirror mirror;
    Screen screen = screen_of({block(name_field())});
    mirror.update(screen, {});
    screen.announcement = "Undone";
    screen.focus_request = "parties[p1].name";
    CHECK(mirror.update(screen, {}) == "{\"say\":\"Undone\",\"focus\":\"parties[p1].name\"}");
    CHECK(mirror.update(screen, {}).empty());
    Screen quiet = screen;
    quiet.announcement.clear();
    quiet.focus_request.clear();
    CHECK(mirror.update(quiet, {}).empty());
    CHECK(mirror.update(screen, {}) == "{\"say\":\"Undone\",\"focus\":\"parties[p1].name\"}");
}

TEST_CASE("choices become groups of options", "[mirror]") {
    SECTION("radio") {
        const Json message = read(Mirror().update(screen_of({block(choice_of(ChoiceShape::Radio))}), {}));
        CHECK(member(message, "answers[a].agreed", "k") == "\"radios\"");
        CHECK(children(message, "answers[a].agreed") ==
              Names{"answers[a].agreed#cost", "answers[a].agreed#speed", "answers[a].agreed#skill"});
        CHECK(member(message, "answers[a].agreed#cost", "c") == "1");
        CHECK(member(message, "answers[a].agreed#speed", "d") == "\"Faster\"");
    }
    SECTION("the ends of a scale are described where they stand") {
        Choice choice = choice_of(ChoiceShape::Scale);
        choice.low = "not at all";
        choice.high = "very much";
        const Json message = read(Mirror().update(screen_of({block(choice)}), {}));
        CHECK(member(message, "answers[a].agreed#cost", "d") == "\"not at all\"");
        CHECK(member(message, "answers[a].agreed#skill", "d") == "\"very much\"");
    }
    SECTION("menu") {
        const Json message = read(Mirror().update(screen_of({block(choice_of(ChoiceShape::Menu))}), {}));
        CHECK(member(message, "answers[a].agreed", "v") == "\"cost\"");
        CHECK(member(message, "answers[a].agreed", "o") ==
              "[[\"\",\"\"],[\"cost\",\"Cost\"],[\"speed\",\"Speed\"],[\"skill\",\"Skill\"]]");
    }
    SECTION("ranking: the ranked come first, with three buttons each") {
        const Json message = read(Mirror().update(screen_of({block(choice_of(ChoiceShape::Ranking))}), {}));
        const std::string id = "answers[a].agreed";
        CHECK(children(message, id) == Names{id + "#skill", id + "#cost", id + "#speed"});
        CHECK(children(message, id + "#skill") == Names{id + "#skill:up", id + "#skill:down", id + "#skill:off"});
        CHECK(children(message, id + "#speed").empty());
        CHECK(member(message, id + "#skill:up", "off") == "1");
        CHECK(member(message, id + "#skill:down", "off").empty());
        CHECK(member(message, id + "#cost:down", "off") == "1");
        CHECK(member(message, id + "#cost", "n") == "\"2\"");
    }
}

TEST_CASE("a table becomes rows of cells, its button stands after it", "[mirror]") {
    Placement placement;
    placement.windows["metrics"] = {0, 10, 300, 90};
    placement.contents["metrics"] = {0, 0, 800, 80};
    placement.places["metrics"] = {0, 10, 300, 90};
    placement.places[column_place("metrics", "target")] = {100, 0, 600, 40};
    placement.places["metrics.rows[r1]"] = {0, 40, 800, 48};
    const Json message = read(Mirror().update(screen_of({block(table_of())}), placement));

    CHECK(children(message, "main") == Names{"metrics", "metrics.add"});
    CHECK(children(message, "metrics") == Names{"metrics/!head", "metrics.rows[r1]"});
    CHECK(children(message, "metrics/!head") == Names{"metrics/!heading", "metrics/target", "metrics/!actions"});
    CHECK(children(message, "metrics.rows[r1]") ==
          Names{"metrics.rows[r1]/!heading", "metrics.rows[r1]/target", "metrics.rows[r1]/!actions"});
    CHECK(children(message, "metrics.rows[r1]/target") == Names{"metrics.rows[r1].target"});
    CHECK(children(message, "metrics.rows[r1]/!actions") == Names{"metrics.rows[r1].remove"});
    CHECK(member(message, "metrics/!head", "s") == "\"head\"");
    CHECK(member(message, "metrics/!head", "r") == "[0,0,800,40]");
    CHECK(member(message, "metrics.rows[r1]/!heading", "k") == "\"rowheader\"");
    CHECK(member(message, "metrics.rows[r1]/!heading", "t") == "\"Plant\"");
    CHECK(member(message, "metrics.rows[r1]/!heading", "r") == "[0,40,100,48]");
    CHECK(member(message, "metrics.rows[r1]/target", "r") == "[100,40,600,48]");
    CHECK(member(message, "metrics.rows[r1]/!actions", "r") == "[700,40,100,48]");
    CHECK(member(message, "metrics/!actions", "k") == "\"cell\"");
    CHECK(member(message, "metrics", "size") == "[800,80]");
    CHECK(member(message, "metrics.rows[r1].target", "hide") == "1");

    Table empty = table_of();
    empty.rows.clear();
    empty.empty = "Nothing yet";
    const Json none = read(Mirror().update(screen_of({block(empty)}), {}));
    CHECK(children(none, "main") == Names{"metrics", "metrics/empty", "metrics.add"});
}

TEST_CASE("spans that lead somewhere can be pressed", "[mirror]") {
    Prose prose{"clause.1", ProseStyle::Body, {{"Notice is ", SpanStyle::Plain, ""}, {"to be agreed", SpanStyle::Missing, "exit.notice"}}};
    const Json message = read(Mirror().update(screen_of({block(prose)}), {}));
    CHECK(member(message, "clause.1", "spans") == "[[\"Notice is \",\"plain\",\"\"],[\"to be agreed\",\"missing\",\"clause.1~1\"]]");
}

TEST_CASE("any text and any number makes JSON that can be read", "[mirror]") {
    Field field = name_field();
    field.text = "\"quoted\\ \n\t\x01 \xC3\xA9 \xED\x95\x9C";
    Placement placement;
    const float infinite = std::numeric_limits<float>::infinity();
    placement.places[field.id] = {-0.004f, -12.5f, infinite, 1e20f};
    const Json message = read(Mirror().update(screen_of({block(field), block(Rule{}), block(Spring{}), block(Rule{})}), placement));
    CHECK(*find_node(message, field.id)->find("v")->text() == field.text);
    CHECK(member(message, field.id, "r") == "[0,-12.5,0,1000000000]");
    CHECK(children(message, "main") == Names{field.id, "main/1", "main/2"});
}

TEST_CASE("comparing thousands of nodes takes little time", "[mirror]") {
    std::vector<Block> blocks;
    Placement placement;
    for (int i = 0; i < 1500; ++i) {
        Field field = name_field();
        field.id = "answers[strategy.question" + std::to_string(i) + "].agreed";
        field.help = "One line beneath the field, as most of them have one.";
        placement.places[field.id] = {24, static_cast<float>(i) * 60, 280, 36};
        blocks.push_back(block(field));
        blocks.push_back(block(action_of("question" + std::to_string(i))));
    }
    const Screen screen = screen_of(blocks);
    Mirror mirror;
    CHECK_FALSE(mirror.update(screen, placement).empty());
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i) CHECK(mirror.update(screen, placement).empty());
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    INFO(taken.count() / 10 << " ms each");
    CHECK(taken.count() / 10 < 20);   // with sanitizers and on a busy machine; about 0.1 ms without
}

// ---- requests ----------------------------------------------------------------------

TEST_CASE("a press on an action asks for its intent, unless it is disabled or gone", "[requests]") {
    Action disabled = action_of("redo");
    disabled.enabled = false;
    const Screen screen = screen_of({block(Group{"g", "", GroupShape::Line, false, {block(action_of("undo")), block(disabled)}})});
    CHECK(request_at(screen, "undo") == Intent((ShellAction{Deed::Undo, ""})));
    CHECK_FALSE(request_at(screen, "redo"));
    CHECK_FALSE(request_at(screen, "gone"));
    CHECK_FALSE(request_at(screen, ""));
}

TEST_CASE("a press on an option is an edit of its place", "[requests]") {
    const PlaceId id = "answers[a].agreed";
    auto pressed = [&](ChoiceShape shape, const std::string& what) {
        return request_at(screen_of({block(choice_of(shape))}), id + what);
    };
    auto edit = [&](EditVerb verb, const char* option) { return std::optional<Intent>(Edit{id, verb, option}); };

    CHECK(pressed(ChoiceShape::Radio, "#speed") == edit(EditVerb::Set, "speed"));
    CHECK(pressed(ChoiceShape::Menu, "#speed") == edit(EditVerb::Set, "speed"));
    CHECK(pressed(ChoiceShape::Check, "#speed") == edit(EditVerb::Include, "speed"));
    CHECK(pressed(ChoiceShape::Check, "#cost") == edit(EditVerb::Exclude, "cost"));
    CHECK_FALSE(pressed(ChoiceShape::Radio, "#speed:up"));
    CHECK_FALSE(pressed(ChoiceShape::Radio, "#nobody"));
    CHECK_FALSE(pressed(ChoiceShape::Radio, ""));

    CHECK(pressed(ChoiceShape::Ranking, "#speed") == edit(EditVerb::Include, "speed"));
    CHECK_FALSE(pressed(ChoiceShape::Ranking, "#cost"));
    CHECK(pressed(ChoiceShape::Ranking, "#cost:up") == edit(EditVerb::Raise, "cost"));
    CHECK_FALSE(pressed(ChoiceShape::Ranking, "#cost:down"));
    CHECK(pressed(ChoiceShape::Ranking, "#cost:off") == edit(EditVerb::Exclude, "cost"));
    CHECK(pressed(ChoiceShape::Ranking, "#skill:down") == edit(EditVerb::Lower, "skill"));
    CHECK_FALSE(pressed(ChoiceShape::Ranking, "#skill:up"));
    CHECK_FALSE(pressed(ChoiceShape::Ranking, "#speed:up"));

    Choice disabled = choice_of(ChoiceShape::Radio);
    disabled.enabled = false;
    CHECK_FALSE(request_at(screen_of({block(disabled)}), id + "#speed"));
}

TEST_CASE("presses inside tables and prose are found", "[requests]") {
    Table table = table_of();
    table.rows[0].cells[0] = choice_of(ChoiceShape::Menu);
    const Prose prose{"clause.1", ProseStyle::Body, {{"plain", SpanStyle::Plain, ""}, {"question", SpanStyle::Answer, "exit.notice"}}};
    const Screen screen = screen_of({block(table), block(prose)});
    CHECK(request_at(screen, "metrics.add"));
    CHECK(request_at(screen, "metrics.rows[r1].remove"));
    CHECK(request_at(screen, "answers[a].agreed#speed") == Intent(Edit{"answers[a].agreed", EditVerb::Set, "speed"}));
    CHECK(request_at(screen, "clause.1~1") == Intent((ShellAction{Deed::GoTo, "exit.notice"})));
    CHECK_FALSE(request_at(screen, "clause.1~0"));
    CHECK_FALSE(request_at(screen, "clause.1~2"));
}

TEST_CASE("every button the mirror publishes as enabled can be pressed", "[mirror][requests]") {
    const Prose prose{"clause.1", ProseStyle::Body, {{"question", SpanStyle::Answer, "exit.notice"}}};
    const Screen screen = screen_of({block(choice_of(ChoiceShape::Ranking)), block(table_of()), block(prose), block(action_of("undo"))});
    const Json message = read(Mirror().update(screen, {}));
    int buttons = 0;
    for (const Json& node : *message.find("nodes")->array()) {
        const std::string kind = *node.find("k")->text();
        if (kind != "button") continue;
        ++buttons;
        INFO(*node.find("id")->text());
        CHECK(request_at(screen, *node.find("id")->text()).has_value() == (node.find("off") == nullptr));
    }
    CHECK(buttons == 9);
}
