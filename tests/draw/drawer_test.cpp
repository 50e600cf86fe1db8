// The whole drawer: presses, hovering, coming to rest, hidden texts, textures.
#include "shell/draw/cpu_renderer.h"
#include "shell/draw/drawer.h"
#include "shell/sheets/requests.h"
#include "tests/draw/support/box_glyphs.h"
#include "tests/draw/support/picture_file.h"
#include "tests/draw/support/sample_screen.h"

#include "imgui.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace handfast;
using namespace handfast::draw;
using namespace handfast::sheets;
using namespace handfast::tests;

namespace {

struct Desk {
    BoxGlyphs glyphs;
    Drawer drawer{glyphs};
    CpuRenderer renderer;
    Screen screen;
    Look look;
    double now = 100;

    explicit Desk(Screen shown, Viewport viewport = {1280, 800, 1}) : screen(std::move(shown)) { drawer.resize(viewport); }

    Frame frame(double seconds_later = 0.016) { return drawer.frame(screen, look, now += seconds_later); }

    // Draws until nothing moves; the number of frames that took.
    int frames_to_rest() {
        for (int frames = 1; frames < 100; ++frames) {
            if (frame().wake_in_seconds < 0) return frames;
        }
        return 100;
    }
    // Scrolls the place to the upper middle of its region, as the page does, and gives its middle on the page.
    std::pair<float, float> show(const PlaceId& region, const PlaceId& place) {
        const Frame seen = frame();
        const Rect rect = seen.placement.places.at(place), window = seen.placement.windows.at(region);
        const float content = seen.placement.contents.at(region).height;
        const float y = std::max(0.0f, std::min(rect.y - 100, content - window.height));
        drawer.set_scroll(region, 0, y);
        return {window.x + rect.x + rect.width / 2, window.y + rect.y - y + rect.height / 2};
    }
    std::vector<PlaceId> press(float x, float y) {
        drawer.pointer({PointerKind::Move, x, y});
        drawer.pointer({PointerKind::Down, x, y});
        drawer.pointer({PointerKind::Up, x, y});
        return frame().pressed;
    }
};

bool same_pixels(const CpuRenderer& renderer, const std::vector<std::uint8_t>& before) {
    const std::size_t size = static_cast<std::size_t>(renderer.width()) * static_cast<std::size_t>(renderer.height()) * 4;
    return before.size() == size && std::equal(before.begin(), before.end(), renderer.pixels());
}

std::vector<std::uint8_t> pixels_of(const CpuRenderer& renderer) {
    return {renderer.pixels(), renderer.pixels() + static_cast<std::size_t>(renderer.width()) * static_cast<std::size_t>(renderer.height()) * 4};
}

}  // namespace

TEST_CASE("a press by pointer reports the place that was pressed, and the sheets know it") {
    Desk desk(sample_sheet());
    const std::pair<const char*, const char*> places[] = {
        {"bar", "bar.undo"}, {"bar", "bar.save"}, {"rail", "rail.exit"}, {"main", "main.draft.continue"},
        {"main", "answers[strategy.form].agreed#minority"}, {"main", "answers[strategy.functions].agreed#buy"},
        {"main", "answers[strategy.trust].agreed#2"}, {"main", "answers[strategy.priorities].agreed#jobs"},
        {"main", "answers[strategy.priorities].agreed#cost:up"}, {"main", "answers[strategy.priorities].agreed#cost:down"},
        {"main", "answers[strategy.priorities].agreed#speed:off"}, {"main", "answers[strategy.metrics].agreed.rows[r2].remove"},
        {"main", "answers[strategy.metrics].agreed.add"}, {"main", "main.next"}, {"side", "side.clause~1"}, {"side", "side.tab.outline"},
    };
    for (const auto& [region, place] : places) {
        INFO(place);
        const auto [x, y] = desk.show(region, place);
        CHECK(desk.press(x, y) == std::vector<PlaceId>{place});
        CHECK(request_at(desk.screen, place).has_value());
    }
}

TEST_CASE("everything that the drawing lets be pressed is a request, wherever it is hit") {
    Desk desk(sample_sheet(), {1280, 4000, 1});
    desk.frame();
    std::size_t presses = 0;
    for (float y = 3; y < 4000; y += 11) {
        for (float x = 3; x < 1280; x += 23) {
            desk.drawer.pointer({PointerKind::Down, x, y});
            desk.drawer.pointer({PointerKind::Up, x, y});
        }
    }
    for (const PlaceId& place : desk.frame().pressed) {   // all of them in one frame
        ++presses;
        INFO(place);
        CHECK(request_at(desk.screen, place).has_value());
    }
    CHECK(presses > 1000);
}

TEST_CASE("what is disabled, or a place to type, is not pressed") {
    Desk desk(sample_sheet());
    for (const auto& [region, place] : {std::pair{"bar", "bar.redo"}, {"rail", "rail.later"}, {"main", "main.not_now"},
                                        {"main", "answers[strategy.priorities].agreed#secure:up"}, {"main", "answers[strategy.horizon].agreed"}}) {
        const auto [x, y] = desk.show(region, place);
        INFO(place);
        CHECK(desk.press(x, y).empty());
    }
}

TEST_CASE("a press counts where it began and ended") {
    Desk desk(sample_sheet());
    const auto [x, y] = desk.show("rail", "rail.exit");
    desk.drawer.pointer({PointerKind::Down, x, y});
    CHECK(desk.frame().pressed.empty());
    desk.drawer.pointer({PointerKind::Move, x, y - 200});
    desk.drawer.pointer({PointerKind::Up, x, y - 200});
    CHECK(desk.frame().pressed.empty());
    desk.drawer.pointer({PointerKind::Up, x, y});
    CHECK(desk.frame().pressed.empty());
}

TEST_CASE("beneath a dialog nothing is pressed") {
    Desk desk(sample_dialog());
    const auto [x, y] = desk.show("rail", "rail.exit");
    CHECK(desk.press(x, y).empty());
    const Frame frame = desk.frame();
    const Rect window = frame.placement.windows.at("dialog"), start = frame.placement.places.at("dialog.start");
    CHECK(desk.press(window.x + start.x + 5, window.y + start.y + 5) == std::vector<PlaceId>{"dialog.start"});
}

TEST_CASE("scrolled things are hit where they are seen") {
    Desk desk(hard_words_sheet(), {390, 844, 1});
    const Frame frame = desk.frame();
    const Rect main = frame.placement.windows.at("main"), table = frame.placement.windows.at("hard.wide");
    const PlaceId place = "hard.wide.rows[1].remove";
    const Rect button = frame.placement.places.at(place);
    const float down = table.y - 200, right = button.x - 100;
    desk.drawer.set_scroll("main", 0, down);
    desk.drawer.set_scroll("hard.wide", right, 0);
    CHECK(desk.press(main.x + table.x + button.x - right + 5, main.y + table.y - down + button.y + 5) == std::vector<PlaceId>{place});
}

TEST_CASE("it comes to rest, and then looks the same for ever") {
    Desk desk(sample_sheet());
    CHECK(desk.frame().wake_in_seconds < 0);
    const auto [x, y] = desk.show("rail", "rail.exit");
    desk.drawer.pointer({PointerKind::Move, x, y});
    const Frame moving = desk.frame(3600);   // after an hour asleep
    CHECK(moving.wake_in_seconds >= 0);
    CHECK(moving.cursor == Cursor::Hand);
    const int frames = desk.frames_to_rest();
    CHECK((frames > 1 && frames <= 10));     // 150 ms at 60 frames a second
    desk.renderer.render(*desk.frame().draw_data);
    const std::vector<std::uint8_t> before = pixels_of(desk.renderer);
    for (int i = 0; i < 3; ++i) {
        const Frame frame = desk.frame(1);
        CHECK(frame.wake_in_seconds < 0);
        CHECK(desk.renderer.render(*frame.draw_data) == PixelRect{});
    }
    CHECK(same_pixels(desk.renderer, before));
    desk.drawer.pointer({PointerKind::Leave, 0, 0});
    CHECK(desk.frame().wake_in_seconds >= 0);
    CHECK(desk.frames_to_rest() <= 10);
}

TEST_CASE("with reduced motion nothing fades") {
    Desk desk(sample_sheet());
    desk.look.reduced_motion = true;
    const auto [x, y] = desk.show("rail", "rail.exit");
    desk.drawer.pointer({PointerKind::Move, x, y});
    CHECK(desk.frame().wake_in_seconds < 0);
}

TEST_CASE("hovering changes the picture only where the pointer is") {
    Desk desk(sample_sheet());
    desk.look.reduced_motion = true;
    const auto [x, y] = desk.show("rail", "rail.exit");
    desk.renderer.render(*desk.frame().draw_data);
    desk.drawer.pointer({PointerKind::Move, x, y});
    const Frame frame = desk.frame();
    const PixelRect changed = desk.renderer.render(*frame.draw_data);
    const Rect window = frame.placement.windows.at("rail"), entry = frame.placement.places.at("rail.exit");
    CHECK(changed.width > 0);
    CHECK(static_cast<float>(changed.x) >= window.x + entry.x);
    CHECK(static_cast<float>(changed.y) >= window.y + entry.y);
    CHECK(static_cast<float>(changed.y + changed.height) <= window.y + entry.y + entry.height);
}

TEST_CASE("a field whose text the host shows is painted without it") {
    Desk desk(sample_sheet());
    const PlaceId place = "answers[strategy.purpose].agreed";
    desk.renderer.render(*desk.frame().draw_data);
    desk.look.hidden_text = place;
    const Frame frame = desk.frame();
    const PixelRect changed = desk.renderer.render(*frame.draw_data);
    const Rect window = frame.placement.windows.at("main"), field = frame.placement.places.at(place);
    CHECK(changed.width > 200);
    CHECK(static_cast<float>(changed.x) >= window.x + field.x + 8);
    CHECK(static_cast<float>(changed.y) >= window.y + field.y + 4);
    CHECK(static_cast<float>(changed.y + changed.height) <= window.y + field.y + field.height);
}

TEST_CASE("the focus ring lies around what has the focus") {
    Desk desk(sample_sheet());
    desk.renderer.render(*desk.frame().draw_data);
    desk.look.focus = "rail.exit";
    CHECK(desk.renderer.render(*desk.frame().draw_data) == PixelRect{});
    desk.look.focus_ring = true;
    const Frame frame = desk.frame();
    const PixelRect changed = desk.renderer.render(*frame.draw_data);
    const Rect window = frame.placement.windows.at("rail"), entry = frame.placement.places.at("rail.exit");
    CHECK(changed == PixelRect{static_cast<int>(window.x + entry.x) - 4, static_cast<int>(window.y + entry.y) - 4,
                               static_cast<int>(entry.width) + 8, static_cast<int>(entry.height) + 8});
}

TEST_CASE("glyphs are rasterised once, and again when they are forgotten") {
    Desk desk(sample_sheet());
    desk.renderer.render(*desk.frame().draw_data);
    const std::vector<std::uint8_t> before = pixels_of(desk.renderer);
    const int first = desk.glyphs.rasterised;
    CHECK(first > 50);
    desk.renderer.render(*desk.frame().draw_data);
    CHECK(desk.glyphs.rasterised == first);
    desk.drawer.forget_textures();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) CHECK(texture->Status != ImTextureStatus_OK);
    desk.renderer.render(*desk.frame().draw_data);
    CHECK(desk.glyphs.rasterised > first);
    CHECK(same_pixels(desk.renderer, before));
}

TEST_CASE("densities and screens may change from frame to frame") {
    Desk desk(sample_sheet());
    for (const float density : {1.0f, 1.25f, 1.5f, 2.0f, 3.0f, 1.0f}) {
        desk.drawer.resize({1280, 800, density});
        desk.screen = density > 1.4f ? hard_words_sheet() : sample_dialog();
        const Frame frame = desk.frame();
        desk.renderer.render(*frame.draw_data);
        CHECK(desk.renderer.width() == static_cast<int>(1280 * density));
        CHECK(frame.draw_data->TotalVtxCount > 1000);
    }
}

TEST_CASE("two drawers do not know of each other") {
    Desk one(sample_sheet()), other(hard_words_sheet());
    const int vertices = one.frame().draw_data->TotalVtxCount;
    other.frame();
    CHECK(one.frame().draw_data->TotalVtxCount == vertices);
}

TEST_CASE("an empty screen and a window of no size are drawn") {
    Desk desk(Screen{}, {0, 0, 1});
    CHECK(desk.frame().wake_in_seconds < 0);
    desk.drawer.resize({1, 1, 1});
    desk.screen = sample_sheet();
    desk.renderer.render(*desk.frame().draw_data);
    CHECK(desk.renderer.width() == 1);
}

// Run it by name to look at the samples: tests "[.pictures]"
TEST_CASE("pictures of the samples", "[.pictures]") {
    const std::string folder = std::string(HANDFAST_BUILD_DIR) + "/pictures/";
    std::filesystem::create_directories(folder);
    const std::pair<const char*, Viewport> sizes[] = {{"1280", {1280, 800, 1}}, {"1920", {1920, 1080, 1}}, {"390", {390, 844, 2}}};
    for (const auto& [name, viewport] : sizes) {
        const bool narrow = viewport.width < 760;
        const std::pair<const char*, Screen> screens[] = {{"sheet", sample_sheet(narrow ? Panes::OnlyMain : Panes::All)}, {"dialog", sample_dialog()}, {"hard", hard_words_sheet()}};
        for (const auto& [kind, screen] : screens) {
            for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
                Desk desk(screen, viewport);
                desk.look.theme = theme;
                desk.renderer.render(*desk.frame().draw_data);
                const std::string path = folder + kind + "-" + name + (theme == ThemeName::Light ? "-light.png" : "-dark.png");
                CHECK(write_png(path, desk.renderer.pixels(), desk.renderer.width(), desk.renderer.height()));
            }
        }
    }
}
