#include "shell/draw/shapes.h"

#include "imgui.h"

#include <algorithm>
#include <cmath>

namespace handfast::draw {

namespace {

constexpr float quarter_turn = 3.14159265f / 2;
constexpr int most_steps = 24;

struct Directions {   // around one corner, from straight to straight
    ImVec2 way[most_steps + 1];
    int steps = 0;
};

Directions corner_directions(float radius, float pixel) {
    Directions directions;
    directions.steps = std::clamp(static_cast<int>(std::sqrt(radius / pixel) * 1.8f) + 1, 3, most_steps);
    for (int i = 0; i <= directions.steps; ++i) {
        const float angle = quarter_turn * static_cast<float>(i) / static_cast<float>(directions.steps);
        directions.way[i] = {std::cos(angle), std::sin(angle)};
    }
    return directions;
}

// Corners in the order right low, left low, left high, right high: each a quarter turn on.
ImVec2 turned(ImVec2 way, int corner) {
    switch (corner) {
    case 0: return way;
    case 1: return {-way.y, way.x};
    case 2: return {-way.x, -way.y};
    default: return {way.y, -way.x};
    }
}

ImVec2 corner_middle(sheets::Rect rect, float radius, int corner) {
    const bool right = corner == 0 || corner == 3, low = corner <= 1;
    return {right ? rect.x + rect.width - radius : rect.x + radius, low ? rect.y + rect.height - radius : rect.y + radius};
}

}  // namespace

void fill_round_box(ImDrawList& list, sheets::Rect rect, float radius, float pixel, std::uint32_t colour) {
    if (rect.width <= 0 || rect.height <= 0 || (colour & IM_COL32_A_MASK) == 0) return;
    const float right = rect.x + rect.width, bottom = rect.y + rect.height;
    if (radius < pixel / 2) {
        list.AddRectFilled({rect.x, rect.y}, {right, bottom}, colour);
        return;
    }
    radius = std::min({radius, rect.width / 2, rect.height / 2});
    // The plain parts keep to whole pixels; what a fraction of a radius leaves over, the corners cover.
    if (rect.width > 2 * radius) list.AddRectFilled({rect.x + radius, rect.y}, {right - radius, bottom}, colour);
    if (rect.height > 2 * radius) {
        list.AddRectFilled({rect.x, rect.y + radius}, {rect.x + radius, bottom - radius}, colour);
        list.AddRectFilled({right - radius, rect.y + radius}, {right, bottom - radius}, colour);
    }

    const Directions directions = corner_directions(radius, pixel);
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const std::uint32_t clear = colour & ~IM_COL32_A_MASK;
    const float inner = std::max(0.0f, radius - pixel / 2), outer = radius + pixel / 2;
    const int points = directions.steps + 1;
    for (int corner = 0; corner < 4; ++corner) {
        const ImVec2 middle = corner_middle(rect, radius, corner);
        list.PrimReserve(directions.steps * 9, 1 + 2 * points);
        const unsigned int first = list._VtxCurrentIdx;
        list.PrimWriteVtx(middle, white, colour);
        for (int i = 0; i < points; ++i) {
            const ImVec2 way = turned(directions.way[i], corner);
            list.PrimWriteVtx({middle.x + way.x * inner, middle.y + way.y * inner}, white, colour);
            list.PrimWriteVtx({middle.x + way.x * outer, middle.y + way.y * outer}, white, clear);
        }
        for (int i = 0; i < directions.steps; ++i) {
            const unsigned int a = first + 1 + 2 * static_cast<unsigned int>(i), b = a + 1, c = a + 2, d = a + 3;
            for (const unsigned int index : {first, a, c, a, b, d, a, d, c}) list.PrimWriteIdx(index);
        }
    }
}

// Rings of triangles around the rectangle, their colour running out with the distance.
void draw_soft_shadow(ImDrawList& list, sheets::Rect rect, float radius, Colour colour) {
    constexpr float reach = 44, drop = 10;
    constexpr int rings = 10, arc_steps = 8, around = 4 * (arc_steps + 1);
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    rect.y += drop;
    const float within = std::min({reach / 2, rect.width / 2, rect.height / 2});

    list.PrimReserve(rings * around * 6, (rings + 1) * around);
    const unsigned int first = list._VtxCurrentIdx;
    for (int ring = 0; ring <= rings; ++ring) {
        const float part = static_cast<float>(ring) / rings, fade = 1 - part;
        const float grow = part * reach - within, round = radius + part * reach;
        const auto alpha = static_cast<std::uint32_t>(static_cast<float>(colour.alpha) * fade * fade * (3 - 2 * fade) + 0.5f);
        const std::uint32_t ink = IM_COL32(colour.red, colour.green, colour.blue, alpha);
        const sheets::Rect grown{rect.x - grow, rect.y - grow, rect.width + 2 * grow, rect.height + 2 * grow};
        for (int corner = 0; corner < 4; ++corner) {
            const ImVec2 middle = corner_middle(grown, round, corner);
            for (int i = 0; i <= arc_steps; ++i) {
                const float angle = quarter_turn * (static_cast<float>(corner) + static_cast<float>(i) / arc_steps);
                list.PrimWriteVtx({middle.x + round * std::cos(angle), middle.y + round * std::sin(angle)}, white, ink);
            }
        }
    }
    for (unsigned int ring = 0; ring < rings; ++ring) {
        for (unsigned int i = 0; i < around; ++i) {
            const unsigned int next = (i + 1) % around;
            const unsigned int inner = first + ring * around, outer = inner + around;
            for (const unsigned int index : {inner + i, outer + i, outer + next, inner + i, outer + next, inner + next}) list.PrimWriteIdx(index);
        }
    }
}

}  // namespace handfast::draw
