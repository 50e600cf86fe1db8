#include "shell/draw/icons.h"

#include "imgui.h"

#include <initializer_list>

namespace handfast::draw {

using sheets::Icon;

namespace {

constexpr float degree = 3.14159265f / 180.0f;

struct Grid {
    ImDrawList& list;
    float x, y, unit, stroke;
    std::uint32_t colour;

    ImVec2 at(float gx, float gy) const { return {x + gx * unit, y + gy * unit}; }
    void end_cap(ImVec2 point) const { list.AddCircleFilled(point, stroke / 2, colour, 8); }

    void line(std::initializer_list<ImVec2> points) const {
        for (const ImVec2& point : points) list.PathLineTo(at(point.x, point.y));
        list.PathStroke(colour, ImDrawFlags_None, stroke);
        end_cap(at(points.begin()->x, points.begin()->y));
        end_cap(at((points.end() - 1)->x, (points.end() - 1)->y));
    }
    void outline(std::initializer_list<ImVec2> points) const {
        for (const ImVec2& point : points) list.PathLineTo(at(point.x, point.y));
        list.PathStroke(colour, ImDrawFlags_Closed, stroke);
    }
    void circle(float gx, float gy, float radius) const { list.AddCircle(at(gx, gy), radius * unit, colour, 0, stroke); }
    void dot(float gx, float gy, float radius) const { list.AddCircleFilled(at(gx, gy), radius * unit, colour, 12); }
};

void draw_turn(const Grid& grid, float side) {   // undo, or mirrored redo
    const auto flip = [side](float gx) { return side < 0 ? 16 - gx : gx; };
    grid.line({{flip(6), 3.5f}, {flip(2.5f), 7}, {flip(6), 10.5f}});
    grid.list.PathLineTo(grid.at(flip(2.5f), 7));
    grid.list.PathLineTo(grid.at(flip(9.5f), 7));
    grid.list.PathBezierCubicCurveTo(grid.at(flip(14.2f), 7), grid.at(flip(14.2f), 13), grid.at(flip(9.5f), 13), 16);
    grid.list.PathLineTo(grid.at(flip(7), 13));
    grid.list.PathStroke(grid.colour, ImDrawFlags_None, grid.stroke);
    grid.end_cap(grid.at(flip(7), 13));
}

void draw_sun(const Grid& grid) {
    grid.circle(8, 8, 2.8f);
    constexpr float inner = 5.2f, outer = 6.7f, slant = 0.70711f;
    for (const ImVec2 way : {ImVec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {slant, slant}, {-slant, slant}, {slant, -slant}, {-slant, -slant}}) {
        grid.line({{8 + inner * way.x, 8 + inner * way.y}, {8 + outer * way.x, 8 + outer * way.y}});
    }
}

void draw_moon(const Grid& grid) {
    grid.list.PathArcTo(grid.at(8, 8), 6 * grid.unit, 5 * degree, 265 * degree, 24);
    grid.list.PathArcTo(grid.at(11.22f, 4.78f), 4.67f * grid.unit, 216.5f * degree, 53.5f * degree, 18);
    grid.list.PathStroke(grid.colour, ImDrawFlags_Closed, grid.stroke);
}

void draw_half_circle(const Grid& grid) {
    grid.circle(8, 8, 5.5f);
    grid.list.PathArcTo(grid.at(8, 8), 3.4f * grid.unit, -90 * degree, 90 * degree, 12);
    grid.list.PathFillConvex(grid.colour);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, float x, float y, float size, float stroke, std::uint32_t colour) {
    const Grid grid{list, x, y, size / 16, stroke, colour};
    switch (icon) {
    case Icon::None: break;
    case Icon::Undo: draw_turn(grid, 1); break;
    case Icon::Redo: draw_turn(grid, -1); break;
    case Icon::Plus:
        grid.line({{8, 3}, {8, 13}});
        grid.line({{3, 8}, {13, 8}});
        break;
    case Icon::Minus: grid.line({{3, 8}, {13, 8}}); break;
    case Icon::Up: grid.line({{4, 10}, {8, 6}, {12, 10}}); break;
    case Icon::Down: grid.line({{4, 6}, {8, 10}, {12, 6}}); break;
    case Icon::Left: grid.line({{10, 4}, {6, 8}, {10, 12}}); break;
    case Icon::Right: grid.line({{6, 4}, {10, 8}, {6, 12}}); break;
    case Icon::Check: grid.line({{3.2f, 8.4f}, {6.4f, 11.6f}, {12.8f, 4.8f}}); break;
    case Icon::Open: grid.outline({{2, 3.5f}, {6, 3.5f}, {7.5f, 5.25f}, {14, 5.25f}, {14, 12.75f}, {2, 12.75f}}); break;
    case Icon::Save:
        grid.line({{8, 2.5f}, {8, 10}});
        grid.line({{4.8f, 7}, {8, 10.2f}, {11.2f, 7}});
        grid.line({{2.5f, 10.5f}, {2.5f, 13.5f}, {13.5f, 13.5f}, {13.5f, 10.5f}});
        break;
    case Icon::More:
        for (const float gx : {3.5f, 8.0f, 12.5f}) grid.dot(gx, 8, 1.2f);
        break;
    case Icon::Search:
        grid.circle(7, 7, 4.5f);
        grid.line({{10.3f, 10.3f}, {13.5f, 13.5f}});
        break;
    case Icon::Sun: draw_sun(grid); break;
    case Icon::Moon: draw_moon(grid); break;
    case Icon::Info:
        grid.circle(8, 8, 6);
        grid.line({{8, 7.4f}, {8, 11}});
        grid.dot(8, 5, 0.95f);
        break;
    case Icon::Menu:
        for (const float gy : {4.0f, 8.0f, 12.0f}) grid.line({{2.5f, gy}, {13.5f, gy}});
        break;
    case Icon::Close:
        grid.line({{4, 4}, {12, 12}});
        grid.line({{12, 4}, {4, 12}});
        break;
    case Icon::Flag:
        grid.line({{4, 2.5f}, {4, 13.5f}});
        grid.line({{4, 3.2f}, {12.5f, 3.2f}, {10.5f, 6.2f}, {12.5f, 9.2f}, {4, 9.2f}});
        break;
    case Icon::Circle: grid.circle(8, 8, 5.5f); break;
    case Icon::HalfCircle: draw_half_circle(grid); break;
    case Icon::Document:
        grid.outline({{3.5f, 2}, {9.5f, 2}, {12.5f, 5}, {12.5f, 14}, {3.5f, 14}});
        grid.line({{5.8f, 8}, {10.2f, 8}});
        grid.line({{5.8f, 11}, {10.2f, 11}});
        break;
    }
}

}  // namespace handfast::draw
