#include "shell/draw/page_layout.h"

#include "shell/draw/draw_blocks.h"

#include <algorithm>

namespace handfast::draw {

using namespace sheets;

namespace {

const Region* find(const Screen& screen, Landmark landmark) {
    for (const Region& region : screen.regions) {
        if (region.landmark == landmark) return &region;
    }
    return nullptr;
}

struct PageWindows {
    Rect bar, rail, main, side, status;
};

PageWindows divide(Pen& pen, const Screen& screen, const Viewport& viewport) {
    PageWindows windows;
    const bool has_main = find(screen, Landmark::Main) != nullptr;
    const bool has_side = find(screen, Landmark::Side) != nullptr;
    const bool has_rail = find(screen, Landmark::Rail) != nullptr;
    // Larger words need wider panels, but not so wide that the sheet has nothing left.
    const float widening = std::clamp(pen.setter().scale(), 0.9f, 1.3f);
    float top = 0, bottom = viewport.height;
    if (find(screen, Landmark::Bar) != nullptr) {
        windows.bar = {0, 0, viewport.width, pen.px(measure::bar)};
        top = windows.bar.height;
    }
    if (find(screen, Landmark::Status) != nullptr) {
        const float height = pen.px(measure::status);
        windows.status = {0, bottom - height, viewport.width, height};
        bottom -= height;
    }
    float left = 0, right = viewport.width;
    const float height = std::max(0.0f, bottom - top);
    const bool one_pane = viewport.width < measure::panes_from;
    if (one_pane) {
        const Rect whole{0, top, viewport.width, height};
        if (has_main) windows.main = whole;
        else if (has_side) windows.side = whole;
        else windows.rail = whole;
        return windows;
    }
    if (has_rail) {
        windows.rail = {0, top, pen.snap(measure::rail * widening), height};
        left = windows.rail.width;
    }
    if (has_side && (viewport.width >= measure::side_from || !has_main)) {
        const float width = has_main ? pen.snap(measure::side * widening) : right - left;
        windows.side = {right - width, top, width, height};
        right -= width;
    }
    if (has_main) windows.main = {left, top, right - left, height};
    return windows;
}

// The widest that any table of the sheet wants to be.
float widest_table(Pen& pen, const std::vector<Block>& blocks, float frames) {
    float widest = 0;
    for (const Block& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block.content)) widest = std::max(widest, table_natural_width(pen, *table) + frames);
        if (const auto* group = std::get_if<Group>(&block.content)) {
            const bool framed = group->shape == GroupShape::Card || group->shape == GroupShape::Question;
            widest = std::max(widest, widest_table(pen, group->blocks, frames + (framed ? 2 * pen.px(24) : 0)));
        }
    }
    return widest;
}

std::uint16_t open_pane(Pen& pen, const Region& region, Rect window) {
    Pane pane;
    pane.id = region.id;
    pane.window = window;
    pane.width = window.width;
    pane.height = window.height;
    pen.picture().panes.push_back(pane);
    pen.use_pane(static_cast<std::uint16_t>(pen.picture().panes.size() - 1));
    return pen.pane();
}

void close_pane(Pen& pen, std::uint16_t pane, float height) {
    pen.picture().panes[pane].height = std::max(height, pen.picture().panes[pane].window.height);
    pen.use_pane(0);
}

// Bar and status line: everything in the middle of one line.
void draw_line_region(Pen& pen, const Region& region, Rect window) {
    const bool bar = region.landmark == Landmark::Bar;
    pen.box(window, {.fill = bar ? Tone::Surface : Tone::Sunken});
    pen.rule(window.x, bar ? bottom_of(window) - pen.hairline() : window.y, window.width);
    const std::uint16_t pane = open_pane(pen, region, window);
    const float across = pen.px(window.width < measure::panes_from ? 8 : bar ? 12 : 16);
    Room room{across, 0, window.width - 2 * across, region.landmark, Inside::Open, true, true};
    const Group* only = region.blocks.size() == 1 ? std::get_if<Group>(&region.blocks[0].content) : nullptr;
    draw_row(pen, only != nullptr ? only->blocks : region.blocks, room, window.height);
    if (only != nullptr) pen.place(only->id, {0, 0, window.width, window.height});
    close_pane(pen, pane, window.height);
}

void draw_rail_region(Pen& pen, const Region& region, Rect window) {
    pen.box(window, {.fill = Tone::Sunken});
    pen.box({right_of(window) - pen.hairline(), window.y, pen.hairline(), window.height}, {.fill = Tone::Line});
    const std::uint16_t pane = open_pane(pen, region, window);
    const float across = pen.px(8);
    const float height = draw_stack(pen, region.blocks, {across, pen.px(12), window.width - 2 * across, Landmark::Rail});
    close_pane(pen, pane, height + 2 * pen.px(12));
}

void draw_side_region(Pen& pen, const Region& region, Rect window) {
    pen.box({window.x, window.y, pen.hairline(), window.height}, {.fill = Tone::Line});
    const std::uint16_t pane = open_pane(pen, region, window);
    const float across = pen.px(20);
    const float height = draw_stack(pen, region.blocks, {across, pen.px(20), window.width - 2 * across, Landmark::Side});
    close_pane(pen, pane, height + pen.px(20) + pen.px(40));
}

void draw_main_region(Pen& pen, const Region& region, Rect window) {
    const std::uint16_t pane = open_pane(pen, region, window);
    const float least_margin = pen.px(window.width < 560 ? 16 : 32);
    const float most = window.width - 2 * least_margin;
    const float column = std::min(most, std::max(pen.px(measure::column), widest_table(pen, region.blocks, 0)));
    const float left = pen.snap(std::max(least_margin, (window.width - column) / 2));
    const float top = pen.px(window.width < 560 ? 24 : 36);
    const float height = draw_stack(pen, region.blocks, {left, top, column, Landmark::Main});
    close_pane(pen, pane, height + top + pen.px(96));   // room to bring the last question up to the eyes
}

void draw_dialog_region(Pen& pen, const Region& region, const Viewport& viewport) {
    const float margin = pen.px(viewport.width < 560 ? 12 : 48);
    const float width = std::min(pen.px(measure::dialog), viewport.width - 2 * std::min(margin, pen.px(24)));
    const float padding = pen.px(width < 480 ? 20 : 28);

    pen.box({0, 0, viewport.width, viewport.height}, {.fill = Tone::Scrim});
    Mark shadow;
    shadow.kind = MarkKind::Shadow;
    shadow.fill = Tone::Shadow;
    shadow.radius = measure::dialog_radius;
    const std::size_t shadow_at = pen.picture().marks.size();
    pen.add(shadow);
    const std::size_t card = pen.box({}, {.fill = Tone::Surface, .line = Tone::Line, .radius = measure::dialog_radius});

    const std::uint16_t pane = open_pane(pen, region, {});
    pen.picture().panes[pane].floats = true;
    const float content = draw_stack(pen, region.blocks, {padding, padding, width - 2 * padding, Landmark::Dialog}) + 2 * padding;
    const float height = std::min(content, viewport.height - 2 * margin);
    const Rect window{pen.snap((viewport.width - width) / 2), pen.snap((viewport.height - height) * 0.45f), width, height};
    Pane& opened = pen.picture().panes[pane];
    opened.window = window;
    opened.width = width;
    pen.picture().marks[shadow_at].rect = window;
    pen.picture().marks[card].rect = window;
    close_pane(pen, pane, content);
}

}  // namespace

void lay_out_page(Picture& picture, Typesetter& setter, const Screen& screen, const Viewport& viewport) {
    picture.clear();
    picture.page_width = viewport.width;
    picture.page_height = viewport.height;
    Pane page;   // what lies behind the regions
    page.window = {0, 0, viewport.width, viewport.height};
    page.width = viewport.width;
    page.height = viewport.height;
    picture.panes.push_back(page);

    Pen pen(picture, setter, viewport.density);
    const PageWindows windows = divide(pen, screen, viewport);
    pen.box(page.window, {.fill = Tone::Paper});
    const Region* dialog = nullptr;
    for (const Region& region : screen.regions) {
        if (region.landmark == Landmark::Dialog) {
            dialog = &region;
            continue;
        }
        Rect window;
        switch (region.landmark) {
        case Landmark::Bar: window = windows.bar; break;
        case Landmark::Rail: window = windows.rail; break;
        case Landmark::Main: window = windows.main; break;
        case Landmark::Side: window = windows.side; break;
        case Landmark::Status: window = windows.status; break;
        case Landmark::Dialog: break;
        }
        // Without a window its places are still reported, for those who act by name.
        const bool seen = window.width > 0 && window.height > 0;
        if (!seen) window.width = pen.snap(measure::side);
        if (region.surface == Surface::Page) {
            close_pane(pen, open_pane(pen, region, window), window.height);
        } else {
            switch (region.landmark) {
            case Landmark::Bar:
            case Landmark::Status: draw_line_region(pen, region, window); break;
            case Landmark::Rail: draw_rail_region(pen, region, window); break;
            case Landmark::Side: draw_side_region(pen, region, window); break;
            case Landmark::Main: draw_main_region(pen, region, window); break;
            case Landmark::Dialog: break;
            }
        }
    }
    if (dialog != nullptr) draw_dialog_region(pen, *dialog, viewport);
}

Placement placement_of(const Picture& picture) {
    Placement placement;
    placement.places.reserve(picture.places.size());
    for (const PlacedRect& placed : picture.places) placement.places.emplace(placed.place, placed.rect);
    for (const Pane& pane : picture.panes) {
        if (pane.id.empty()) continue;
        const bool seen = pane.window.width > 0 && pane.window.height > 0;
        placement.windows.emplace(pane.id, seen ? pane.window : Rect{});
        placement.contents.emplace(pane.id, Rect{0, 0, pane.width, pane.height});
    }
    return placement;
}

}  // namespace handfast::draw
