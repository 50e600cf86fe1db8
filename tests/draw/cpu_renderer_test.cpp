// What ImGui asks for lands on the pixels it should, and on no others.
#include "shell/draw/cpu_renderer.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace handfast::draw;

namespace {

constexpr std::uint32_t black = 0xff000000u, red = 0xff0000ffu, white = 0xffffffffu;

// A draw list of our own, with the white texel at texture coordinate 0, 0.
class Canvas {
public:
    Canvas(float width, float height, float density) : m_list(&m_shared) {
        m_shared.TexUvWhitePixel = {0, 0};
        m_shared.ClipRectFullscreen = {0, 0, width, height};
        m_shared.InitialFringeScale = 1 / density;
        m_shared.SetCircleTessellationMaxError(0.3f);
        m_list._ResetForNewFrame();
        m_list.PushTexture(ImTextureRef());
        m_list.PushClipRectFullScreen();
        m_data.DisplaySize = {width, height};
        m_data.FramebufferScale = {density, density};
    }
    ImDrawList& list() { return m_list; }
    PixelRect render(CpuRenderer& renderer) {
        m_data.CmdLists.resize(0);
        m_data.AddDrawList(&m_list);
        return renderer.render(m_data);
    }

private:
    ImDrawListSharedData m_shared;
    ImDrawList m_list;
    ImDrawData m_data;
};

int count(const CpuRenderer& renderer, const std::function<bool(std::uint32_t)>& is) {
    int found = 0;
    for (int y = 0; y < renderer.height(); ++y) {
        for (int x = 0; x < renderer.width(); ++x) found += is(renderer.pixel(x, y)) ? 1 : 0;
    }
    return found;
}

}  // namespace

TEST_CASE("a rectangle covers its pixels exactly") {
    Canvas canvas(40, 30, 1);
    canvas.list().AddRectFilled({5, 6}, {15, 10}, red);
    CpuRenderer renderer;
    CHECK(canvas.render(renderer) == PixelRect{0, 0, 40, 30});
    CHECK(renderer.pixel(5, 6) == red);
    CHECK(renderer.pixel(14, 9) == red);
    CHECK(renderer.pixel(4, 6) == black);
    CHECK(renderer.pixel(15, 9) == black);
    CHECK(renderer.pixel(5, 10) == black);
    CHECK(count(renderer, [](std::uint32_t pixel) { return pixel == red; }) == 40);
}

TEST_CASE("density multiplies") {
    Canvas canvas(40, 30, 2.5f);
    canvas.list().AddRectFilled({4, 4}, {8, 6}, red);
    CpuRenderer renderer;
    canvas.render(renderer);
    CHECK(renderer.width() == 100);
    CHECK(renderer.height() == 75);
    CHECK(count(renderer, [](std::uint32_t pixel) { return pixel == red; }) == 10 * 5);
}

TEST_CASE("the clip rectangle cuts") {
    Canvas canvas(40, 30, 1);
    canvas.list().PushClipRect({10, 10}, {20, 20});
    canvas.list().AddRectFilled({0, 0}, {40, 30}, red);
    canvas.list().AddTriangleFilled({0, 0}, {40, 0}, {0, 30}, white);
    canvas.list().PopClipRect();
    CpuRenderer renderer;
    canvas.render(renderer);
    CHECK(count(renderer, [](std::uint32_t pixel) { return pixel != black; }) == 100);
    CHECK(renderer.pixel(9, 10) == black);
    CHECK(renderer.pixel(19, 19) == red);
}

TEST_CASE("neighbouring triangles share no pixel and leave none out") {
    Canvas canvas(64, 64, 1);
    canvas.list().Flags = ImDrawListFlags_None;   // no soft edges
    const ImU32 half = IM_COL32(255, 255, 255, 128);
    const ImVec2 middle{31.3f, 29.7f};
    const ImVec2 around[] = {{3, 3}, {40.2f, 2.5f}, {61, 20}, {59.5f, 60}, {20, 62}, {2, 33}};
    for (int i = 0; i < 6; ++i) canvas.list().AddTriangleFilled(middle, around[i], around[(i + 1) % 6], half);
    CpuRenderer renderer;
    canvas.render(renderer);
    const std::uint32_t once = 0xff808080u;
    CHECK(count(renderer, [](std::uint32_t pixel) { return pixel == once; }) > 2500);
    CHECK(count(renderer, [](std::uint32_t pixel) { return pixel != once && pixel != black; }) == 0);
    CHECK(renderer.pixel(31, 29) == once);
}

TEST_CASE("half-transparent colours blend") {
    Canvas canvas(8, 8, 1);
    canvas.list().AddRectFilled({0, 0}, {8, 8}, white);
    canvas.list().AddRectFilled({0, 0}, {8, 8}, IM_COL32(0, 0, 0, 51));   // a fifth
    CpuRenderer renderer;
    canvas.render(renderer);
    CHECK(renderer.pixel(3, 3) == 0xffccccccu);
}

TEST_CASE("a soft edge fades and keeps its colour") {
    Canvas canvas(40, 40, 1);
    canvas.list().AddCircleFilled({20, 20}, 10, red);
    CpuRenderer renderer;
    canvas.render(renderer);
    CHECK(renderer.pixel(20, 20) == red);
    CHECK(count(renderer, [](std::uint32_t pixel) { return (pixel & 0x00ffff00u) != 0; }) == 0);
    const int filled = count(renderer, [](std::uint32_t pixel) { return (pixel & 0xffu) > 127; });
    CHECK((filled > 295 && filled < 333));   // pi * 10 * 10 is 314
}

TEST_CASE("only what changed is reported") {
    CpuRenderer renderer;
    const auto draw = [&renderer](float x) {
        Canvas canvas(40, 30, 1);
        canvas.list().AddRectFilled({x, 6}, {x + 4, 10}, red);
        return canvas.render(renderer);
    };
    draw(5);
    CHECK(draw(5) == PixelRect{});
    CHECK(draw(8) == PixelRect{5, 6, 7, 4});
}

TEST_CASE("glyphs are copied texel by texel") {
    ImTextureData texture;
    texture.Create(ImTextureFormat_RGBA32, 8, 8);
    for (int i = 0; i < 8 * 8 * 4; ++i) texture.Pixels[i] = 255;
    for (int x = 0; x < 8; ++x) texture.Pixels[(3 * 8 + x) * 4 + 3] = static_cast<unsigned char>(x % 2 == 0 ? 255 : 0);
    {
        Canvas canvas(20, 20, 2);
        canvas.list().PushTexture(texture.GetTexRef());
        canvas.list().PrimReserve(6, 4);
        canvas.list().PrimRectUV({5, 5}, {9, 6}, {0, 2.0f / 8}, {1, 4.0f / 8}, red);   // texel rows 2 and 3
        canvas.list().PopTexture();
        CpuRenderer renderer;
        canvas.render(renderer);
        for (int x = 10; x < 18; ++x) {
            CHECK(renderer.pixel(x, 10) == red);
            CHECK(renderer.pixel(x, 11) == (x % 2 == 0 ? red : black));
        }
        CHECK(renderer.pixel(18, 10) == black);
        CHECK(renderer.pixel(10, 12) == black);
    }
    texture.SetStatus(ImTextureStatus_Destroyed);
}
