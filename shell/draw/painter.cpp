#include "shell/draw/painter.h"

#include "shell/draw/icons.h"
#include "shell/draw/line_breaks.h"
#include "shell/draw/shapes.h"

#include "imgui.h"

#include <algorithm>
#include <cmath>

namespace handfast::draw {

namespace {

constexpr float degree = 3.14159265f / 180.0f;

Rect intersected(Rect a, Rect b) {
    const float left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    const float right = std::min(a.x + a.width, b.x + b.width), bottom = std::min(a.y + a.height, b.y + b.height);
    return {left, top, std::max(0.0f, right - left), std::max(0.0f, bottom - top)};
}

bool overlap(Rect a, Rect b, float margin) {
    return a.x - margin < b.x + b.width && b.x < a.x + a.width + margin && a.y - margin < b.y + b.height && b.y < a.y + a.height + margin;
}

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, float part) {
    return static_cast<std::uint8_t>(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * part + 0.5f);
}

// Out of nothing comes the other's colour, thinner.
Colour mixed(Colour from, Colour to, float part) {
    if (part <= 0) return from;
    if (part >= 1) return to;
    if (from.alpha == 0) from = {to.red, to.green, to.blue, 0};
    if (to.alpha == 0) to = {from.red, from.green, from.blue, 0};
    return {mixed(from.red, to.red, part), mixed(from.green, to.green, part), mixed(from.blue, to.blue, part), mixed(from.alpha, to.alpha, part)};
}

std::uint32_t packed(Colour seen) { return IM_COL32(seen.red, seen.green, seen.blue, seen.alpha); }

ImVec2 corner(Rect rect) { return {rect.x, rect.y}; }
ImVec2 far_corner(Rect rect) { return {rect.x + rect.width, rect.y + rect.height}; }

}  // namespace

std::vector<PaneView> view_panes(const Picture& picture, const std::vector<ScrollOffset>& scrolled, float density) {
    std::vector<PaneView> views;
    views.reserve(picture.panes.size());
    const auto snap = [density](float length) { return std::round(length * density) / density; };
    for (const Pane& pane : picture.panes) {
        PaneView view;
        Rect window = pane.window;
        Rect around{0, 0, picture.page_width, picture.page_height};
        if (pane.parent >= 0) {
            const PaneView& parent = views[static_cast<std::size_t>(pane.parent)];
            window.x += parent.x;
            window.y += parent.y;
            around = parent.clip;
        }
        float x = window.x, y = window.y;
        for (const ScrollOffset& offset : scrolled) {
            if (pane.id.empty() || offset.window != pane.id) continue;
            x -= offset.x;
            y -= offset.y;
        }
        view.x = snap(x);
        view.y = snap(y);
        view.clip = intersected(around, window);
        views.push_back(view);
    }
    return views;
}

float Painter::snap(float length) const { return std::round(length * m_moment->density) / m_moment->density; }

Rect Painter::snapped(Rect rect) const {
    const float left = snap(rect.x), top = snap(rect.y);
    return {left, top, snap(rect.x + rect.width) - left, snap(rect.y + rect.height) - top};
}

Rect Painter::on_page(const Mark& mark) const {
    const PaneView& view = (*m_panes)[mark.pane];
    return {mark.rect.x + view.x, mark.rect.y + view.y, mark.rect.width, mark.rect.height};
}

std::uint32_t Painter::colour(const Tint& tint, std::uint32_t target) const {
    const Theme& theme = *m_moment->theme;
    Colour seen = theme.of(tint.rest);
    if (target != no_target) {
        const float hover = (*m_moment->hover)[target], press = (*m_moment->press)[target];
        if (hover > 0) seen = mixed(seen, theme.of(tint.hover), hover);
        if (press > 0) seen = mixed(seen, theme.of(tint.pressed), press);
    }
    return packed(seen);
}

void Painter::draw_box(const Mark& mark, Rect rect) {
    const float density = m_moment->density;
    const float hairline = std::max(1.0f, std::floor(density)) / density;
    std::uint32_t fill = colour(mark.fill, mark.target);
    std::uint32_t line = colour(mark.line, mark.target);
    if (mark.role == MarkRole::FieldBox && mark.target != no_target && mark.target == m_focus_target) {
        line = m_moment->theme->packed(Tone::Accent);
        fill = m_moment->theme->packed(Tone::Surface);
    }
    rect = snapped(rect);
    if (rect.width <= 0 || rect.height <= 0) return;
    const float radius = std::min({mark.radius, rect.width / 2, rect.height / 2});
    const bool has_fill = (fill & IM_COL32_A_MASK) != 0, has_line = (line & IM_COL32_A_MASK) != 0;
    if (has_line && has_fill) {
        // A smaller box over a larger one: its corners are smoother than a stroke's.
        fill_round_box(*m_list, rect, radius, 1 / density, line);
        const Rect inner{rect.x + hairline, rect.y + hairline, rect.width - 2 * hairline, rect.height - 2 * hairline};
        fill_round_box(*m_list, inner, std::max(0.0f, radius - hairline), 1 / density, fill);
    } else if (has_fill) {
        fill_round_box(*m_list, rect, radius, 1 / density, fill);
    } else if (has_line) {
        const float half = hairline / 2;
        m_list->PathRect({rect.x + half, rect.y + half}, {rect.x + rect.width - half, rect.y + rect.height - half}, std::max(0.0f, radius - half));
        m_list->PathStroke(line, ImDrawFlags_Closed, hairline);
    }
}

void Painter::draw_text(const Mark& mark, Rect rect) {
    if (mark.role == MarkRole::FieldText && mark.target != no_target && !m_moment->hidden_text.empty() &&
        m_picture->targets[mark.target].place == m_moment->hidden_text) {
        return;
    }
    const float density = m_moment->density;
    const std::uint32_t ink = colour(mark.fill, mark.target);
    const Rect clip = (*m_panes)[mark.pane].clip;
    const FontMetrics metrics = m_fonts.metrics(mark.weight);
    const float ascent = metrics.ascent * mark.size, height = (metrics.ascent + metrics.descent) * mark.size;
    const float base_line = snap(rect.y + (rect.height - height) / 2 + ascent);
    // Glyphs count from the top of their font's line; font_loader.cpp rounds the ascent likewise.
    const float top = base_line - std::round(ascent * density) / density;

    const TypeStyle style{mark.size / m_setter.scale(), 0, mark.weight};
    const int phases = phases_at(density);
    const int step = most_phases / phases;
    ImFontBaked* strikes[most_phases] = {};
    float pen = rect.x;
    const auto put = [&](char32_t code_point) {
        const float advance = m_setter.advance(code_point, style);
        const float start = pen;
        pen += advance;
        if (code_point <= U' ' || is_invisible(code_point)) return;
        if (start > clip.x + clip.width || pen + mark.size < clip.x) return;
        // Wide characters are far enough apart that none of them needs a quarter of a pixel.
        const int parts = is_wide(code_point) ? 1 : phases;
        const float at = std::round(start * density * static_cast<float>(parts)) / static_cast<float>(parts);
        const float whole = std::floor(at);
        const int phase = static_cast<int>((at - whole) * static_cast<float>(phases) + 0.5f) * step;
        ImFontBaked*& strike = strikes[phase];
        if (strike == nullptr) strike = m_fonts.baked(mark.weight, phase, mark.size, density);
        const ImFontGlyph* glyph = strike->FindGlyph(static_cast<ImWchar>(code_point));   // may rasterise, and move the texture
        if (glyph == nullptr || !glyph->Visible) return;
        const float left = whole / density;
        m_list->PrimReserve(6, 4);
        m_list->PrimRectUV({left + glyph->X0, top + glyph->Y0}, {left + glyph->X1, top + glyph->Y1}, {glyph->U0, glyph->V0},
                           {glyph->U1, glyph->V1}, ink);
    };
    for (std::size_t at = 0; at < mark.text.size();) put(next_code_point(mark.text, at));
    if (mark.tail != 0) put(mark.tail);

    if (mark.under) {
        const float hairline = std::max(1.0f, std::floor(density)) / density;
        const float y = base_line + snap(std::max(2.0f, mark.size * 0.14f));
        const auto alpha = static_cast<std::uint32_t>((ink >> IM_COL32_A_SHIFT) * 2 / 5) << IM_COL32_A_SHIFT;
        m_list->AddRectFilled({snap(rect.x), y}, {snap(pen), y + hairline}, (ink & ~IM_COL32_A_MASK) | alpha);
    }
}

void Painter::draw_arc(const Mark& mark, Rect rect) {
    const float radius = std::min(rect.width, rect.height) / 2 - mark.radius / 2;
    const ImVec2 middle{rect.x + rect.width / 2, rect.y + rect.height / 2};
    const std::uint32_t ink = colour(mark.fill, mark.target);
    if (mark.part >= 1) {
        m_list->AddCircle(middle, radius, ink, 32, mark.radius);
        return;
    }
    m_list->PathArcTo(middle, radius, -90 * degree, (360 * mark.part - 90) * degree, 32);
    m_list->PathStroke(ink, ImDrawFlags_None, mark.radius);
}

// A table that goes on beyond its window is darker at that edge.
void Painter::draw_overflow(std::size_t pane) {
    const Pane& table = m_picture->panes[pane];
    const PaneView& view = (*m_panes)[pane];
    if (table.parent < 0 || view.clip.width <= 0 || view.clip.height <= 0) return;
    constexpr float width = 16;
    Colour dark = m_moment->theme->of(Tone::Shadow);
    dark.alpha = static_cast<std::uint8_t>(dark.alpha * 2 / 5);
    const std::uint32_t shade = packed(dark), clear = shade & ~IM_COL32_A_MASK;
    const Rect clip = snapped(view.clip);
    const float right = clip.x + clip.width, bottom = clip.y + clip.height;
    m_list->PushClipRect(corner(clip), far_corner(clip));
    if (view.x + table.width > right + 1) m_list->AddRectFilledMultiColor({right - width, clip.y}, {right, bottom}, clear, shade, shade, clear);
    if (view.x < clip.x - 1) m_list->AddRectFilledMultiColor({clip.x, clip.y}, {clip.x + width, bottom}, shade, clear, clear, shade);
    m_list->PopClipRect();
}

void Painter::draw_ring(const Picture& picture) {
    if (!m_moment->focus_ring || m_moment->focus.empty()) return;
    for (const PlacedRect& placed : picture.places) {
        if (placed.place != m_moment->focus) continue;
        const PaneView& view = (*m_panes)[placed.pane];
        Rect rect = snapped({placed.rect.x + view.x, placed.rect.y + view.y, placed.rect.width, placed.rect.height});
        // The middle of the line lies gap and half a line outside.
        constexpr float out = measure::ring_gap + measure::ring_width / 2;
        rect = {rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out};
        m_list->PushClipRect(corner(view.clip), far_corner(view.clip));
        m_list->PathRect(corner(rect), far_corner(rect), placed.radius + out);
        m_list->PathStroke(m_moment->theme->packed(Tone::Accent), ImDrawFlags_Closed, measure::ring_width);
        m_list->PopClipRect();
        return;
    }
}

void Painter::paint(ImDrawList& list, const Picture& picture, const std::vector<PaneView>& panes, const Moment& moment) {
    m_list = &list;
    m_picture = &picture;
    m_panes = &panes;
    m_moment = &moment;
    m_focus_target = no_target;
    for (std::size_t i = 0; i < picture.targets.size() && !moment.focus.empty(); ++i) {
        if (picture.targets[i].place == moment.focus) m_focus_target = static_cast<std::uint32_t>(i);
    }

    int open = -1;
    for (const Mark& mark : picture.marks) {
        const Rect clip = panes[mark.pane].clip;
        if (clip.width <= 0 || clip.height <= 0) continue;
        const Rect rect = on_page(mark);
        if (!overlap(rect, clip, mark.kind == MarkKind::Shadow ? 64.0f : 4.0f)) continue;
        if (open != static_cast<int>(mark.pane)) {
            if (open >= 0) {
                list.PopClipRect();
                draw_overflow(static_cast<std::size_t>(open));
            }
            list.PushClipRect(corner(snapped(clip)), far_corner(snapped(clip)));
            open = mark.pane;
        }
        switch (mark.kind) {
        case MarkKind::Box: draw_box(mark, rect); break;
        case MarkKind::Text: draw_text(mark, rect); break;
        case MarkKind::Arc: draw_arc(mark, snapped(rect)); break;
        case MarkKind::Shadow: draw_soft_shadow(list, rect, mark.radius, moment.theme->of(mark.fill.rest)); break;
        case MarkKind::Icon: {
            const float size = mark.size;
            const float x = snap(rect.x + (rect.width - size) / 2), y = snap(rect.y + (rect.height - size) / 2);
            draw_icon(list, mark.icon, x, y, size, 1.5f * size / 16, colour(mark.fill, mark.target));
            break;
        }
        }
    }
    if (open >= 0) {
        list.PopClipRect();
        draw_overflow(static_cast<std::size_t>(open));
    }
    draw_ring(picture);
}

}  // namespace handfast::draw
