// Where things land: every window, every place, and no word over another.
#include "shell/draw/draw_blocks.h"
#include "shell/draw/page_layout.h"
#include "shell/sheets/mirror.h"
#include "tests/draw/support/box_glyphs.h"
#include "tests/draw/support/sample_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace handfast;
using namespace handfast::draw;
using namespace handfast::sheets;
using namespace handfast::tests;

namespace {

struct Laid {
    BoxGlyphs glyphs;
    Typesetter setter{glyphs};
    Screen screen;   // the picture's texts are its
    Picture picture;
    Placement placement;

    Laid(Screen shown, Viewport viewport, float scale = 1) : screen(std::move(shown)) {
        setter.prepare(viewport.density, scale);
        lay_out_page(picture, setter, screen, viewport);
        placement = placement_of(picture);
    }
    Rect window(const std::string& id) const { return placement.windows.at(id); }
};

// Every name under which something can be pressed, typed into or gone to.
std::set<PlaceId> wanted_places(const Screen& screen) {
    std::set<PlaceId> wanted;
    const auto add_choice = [&wanted](const Choice& choice) {
        wanted.insert(choice.id);
        if (choice.shape == ChoiceShape::Menu) return;
        for (const Option& option : choice.options) {
            const PlaceId place = option_place(choice.id, option.id);
            wanted.insert(place);
            if (choice.shape != ChoiceShape::Ranking || option.rank <= 0) continue;
            for (const char* button : {":up", ":down", ":off"}) wanted.insert(place + button);
        }
    };
    const auto add_prose = [&wanted](const Prose& prose) {
        wanted.insert(prose.id);
        for (std::size_t i = 0; i < prose.spans.size(); ++i) {
            if (!prose.spans[i].leads_to.empty()) wanted.insert(span_place(prose.id, i));
        }
    };
    for (const Region& region : screen.regions) {
        if (region.surface == Surface::Page) continue;
        for_each_block(region.blocks, [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) wanted.insert(heading->id);
            if (const auto* prose = std::get_if<Prose>(&block.content)) add_prose(*prose);
            if (const auto* field = std::get_if<Field>(&block.content)) wanted.insert(field->id);
            if (const auto* choice = std::get_if<Choice>(&block.content)) add_choice(*choice);
            if (const auto* action = std::get_if<Action>(&block.content)) wanted.insert(action->id);
            if (const auto* meter = std::get_if<Meter>(&block.content)) wanted.insert(meter->id);
            if (const auto* group = std::get_if<Group>(&block.content)) wanted.insert(group->id);
            const auto* table = std::get_if<Table>(&block.content);
            if (table == nullptr) return;
            wanted.insert(table->id);
            for (const Column& column : table->columns) wanted.insert(column_place(table->id, column.id));
            for (const Row& row : table->rows) {
                wanted.insert(row.id);
                for (const auto& cell : row.cells) {
                    if (const auto* field = std::get_if<Field>(&cell)) wanted.insert(field->id);
                    if (const auto* choice = std::get_if<Choice>(&cell)) add_choice(*choice);
                    if (const auto* prose = std::get_if<Prose>(&cell)) add_prose(*prose);
                }
                for (const Action& action : row.actions) wanted.insert(action.id);
            }
            if (table->add) wanted.insert(table->add->id);
        });
    }
    return wanted;
}

bool overlap(Rect a, Rect b) {
    constexpr float slack = 0.75f;
    return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

const Viewport sizes[] = {{1280, 800, 1}, {1920, 1080, 1}, {1280, 800, 1.25f}, {1100, 700, 2}, {900, 700, 1}, {390, 844, 3}, {320, 640, 1}};

std::vector<Screen> samples(float width) {
    const bool narrow = width < measure::panes_from;
    return {sample_sheet(narrow ? Panes::OnlyMain : Panes::All), sample_sheet(narrow ? Panes::OnlyRail : Panes::All),
            sample_sheet(narrow ? Panes::OnlySide : Panes::All), hard_words_sheet(), sample_dialog(), document_sheet()};
}

}  // namespace

TEST_CASE("everything that can be pressed, typed into or gone to has a place") {
    for (const Viewport& size : sizes) {
        for (const Screen& screen : samples(size.width)) {
            const Laid laid(screen, size);
            for (const PlaceId& place : wanted_places(screen)) {
                INFO(place << " at " << size.width);
                const auto found = laid.placement.places.find(place);
                REQUIRE(found != laid.placement.places.end());
                CHECK(found->second.width > 0);
                CHECK(found->second.height > 0);
            }
        }
    }
}

TEST_CASE("targets are at least 24 px in both directions") {
    for (const Viewport& size : sizes) {
        const Laid laid(sample_sheet(size.width < measure::panes_from ? Panes::OnlyMain : Panes::All), size);
        for (const Target& target : laid.picture.targets) {
            INFO(target.place << " at " << size.width);
            if (target.place.find('~') != PlaceId::npos) continue;   // words within a sentence are exempt
            CHECK(target.rect.height >= 24);
            CHECK(target.rect.width >= 24);
        }
    }
}

TEST_CASE("no word lies over another, at any size of window or text") {
    for (const Viewport& size : sizes) {
        for (const float scale : {0.8f, 1.0f, 1.6f, 2.0f}) {
            for (const Screen& screen : samples(size.width)) {
                const Laid laid(screen, size, scale);
                std::vector<const Mark*> words;
                for (const Mark& mark : laid.picture.marks) {
                    if (mark.kind == MarkKind::Text) words.push_back(&mark);
                }
                std::sort(words.begin(), words.end(), [](const Mark* a, const Mark* b) { return a->rect.y < b->rect.y; });
                for (std::size_t i = 0; i < words.size(); ++i) {
                    const Mark& a = *words[i];
                    for (std::size_t k = i + 1; k < words.size() && words[k]->rect.y < a.rect.y + a.rect.height; ++k) {
                        const Mark& b = *words[k];
                        if (b.pane != a.pane || !overlap(a.rect, b.rect)) continue;
                        INFO(size.width << " px, text " << scale << ": \"" << std::string(a.text) << "\" and \"" << std::string(b.text) << "\"");
                        FAIL_CHECK("words overlap");
                    }
                }
            }
        }
    }
    SUCCEED();
}

TEST_CASE("words keep within what scrolls, sideways too") {
    for (const Viewport& size : sizes) {
        for (const Screen& screen : samples(size.width)) {
            const Laid laid(screen, size);
            for (const Mark& mark : laid.picture.marks) {
                if (mark.kind != MarkKind::Text) continue;
                const Pane& pane = laid.picture.panes[mark.pane];
                INFO(std::string(mark.text) << " in " << pane.id << " at " << size.width);
                CHECK(mark.rect.x >= -0.5f);
                CHECK(mark.rect.x + mark.rect.width <= pane.width + 1.5f);
                CHECK(mark.rect.y + mark.rect.height <= pane.height + 1.5f);
            }
        }
    }
}

TEST_CASE("regions share the window") {
    const Laid wide(sample_sheet(), {1280, 800, 1});
    CHECK(wide.window("bar") == Rect{0, 0, 1280, 52});
    CHECK(wide.window("rail") == Rect{0, 52, 232, 720});
    CHECK(wide.window("main") == Rect{232, 52, 728, 720});
    CHECK(wide.window("side") == Rect{960, 52, 320, 720});
    CHECK(wide.window("status") == Rect{0, 772, 1280, 28});
    CHECK(wide.placement.contents.at("main").width == 728);
    CHECK(wide.placement.contents.at("main").height > 720);

    const Laid middle(sample_sheet(), {1000, 800, 1});
    CHECK(middle.window("side") == Rect{});
    CHECK(middle.window("main") == Rect{232, 52, 768, 720});

    const Laid narrow(sample_sheet(Panes::OnlySide), {390, 844, 3});
    CHECK(narrow.window("side") == Rect{0, 52, 390, 764});
}

TEST_CASE("questions are no wider than is good to read, tables as wide as they need") {
    const Laid wide(sample_sheet(Panes::OnlyMain), {1920, 1080, 1});
    CHECK(wide.placement.places.at("strategy.purpose").width == measure::column);
    const Laid hard(hard_words_sheet(), {1920, 1080, 1});
    CHECK(hard.placement.places.at("hard.wide").width > measure::column);
    CHECK(hard.placement.places.at("hard.long").width == measure::column);
}

TEST_CASE("a table too wide for its region has a window of its own") {
    const Laid laid(hard_words_sheet(), {390, 844, 1});
    const Rect window = laid.window("hard.wide");
    CHECK(window.width <= 390);
    CHECK(laid.placement.contents.at("hard.wide").width > 800);
    CHECK(laid.placement.contents.at("hard.wide").height == window.height);
    // Cells are placed within it.
    CHECK(laid.placement.places.at("hard.wide.rows[2].c8").x > 390);
    CHECK(laid.placement.places.at("hard.wide.rows[0].c0").y < window.height);
    const Laid wide(hard_words_sheet(), {2600, 844, 1});
    CHECK(wide.placement.windows.count("hard.wide") == 0);
}

TEST_CASE("a dialog fits the window and scrolls within") {
    const Laid roomy(sample_dialog(), {1280, 800, 1});
    const Rect window = roomy.window("dialog");
    CHECK(window.width == measure::dialog);
    CHECK(window.x == 320);
    CHECK(roomy.placement.contents.at("dialog").height == window.height);
    const Laid tight(sample_dialog(), {360, 400, 1});
    CHECK(tight.window("dialog").height <= 400);
    CHECK(tight.placement.contents.at("dialog").height > tight.window("dialog").height);
}

TEST_CASE("a page surface gets its window and nothing is drawn in it") {
    const Laid laid(document_sheet(), {1280, 800, 1});
    CHECK(laid.window("main") == Rect{232, 52, 728, 720});
    CHECK(laid.placement.places.count("strategy.purpose") == 0);
    for (const Mark& mark : laid.picture.marks) CHECK(laid.picture.panes[mark.pane].id != "main");
}

TEST_CASE("a field's text stands where the native field will show it") {
    const Laid laid(sample_sheet(), {1280, 800, 1});
    const Rect field = laid.placement.places.at("answers[strategy.horizon].agreed");
    CHECK(field.height == measure::control_height);
    CHECK(field.width == measure::field_narrow);
    const Rect area = laid.placement.places.at("answers[strategy.purpose].agreed");
    CHECK(area.height >= 3 * 20 + 2 * measure::field_padding_y);
    bool found = false;
    for (const Mark& mark : laid.picture.marks) {
        if (mark.kind != MarkKind::Text || mark.role != MarkRole::FieldText || mark.text != "12") continue;
        found = true;
        CHECK(mark.rect == Rect{field.x + measure::field_padding_x, field.y + 8, 14, 20});
    }
    CHECK(found);
    const Laid hard(hard_words_sheet(), {1280, 800, 1});
    CHECK(hard.placement.places.at("hard.long").height == 12 * 20 + 2 * measure::field_padding_y);
}

TEST_CASE("measures fall on whole device pixels") {
    const Laid laid(sample_sheet(), {1280, 800, 1.25f});
    for (const Mark& mark : laid.picture.marks) {
        if (mark.kind != MarkKind::Box || laid.picture.panes[mark.pane].id != "rail") continue;
        const float pixels = mark.rect.height * 1.25f;
        CHECK(std::fabs(pixels - std::round(pixels)) < 0.01f);
    }
}
