#include "shell/draw/pen.h"

#include <algorithm>
#include <cmath>

namespace handfast::draw {

float Pen::px(float measure) const { return snap(measure * m_setter.scale()); }

float Pen::snap(float length) const { return std::round(length * m_density) / m_density; }

float Pen::hairline() const { return std::max(1.0f, std::floor(m_density)) / m_density; }

float Pen::text(std::string_view words, const TypeStyle& style, Tint tint, float x, float y, float width, const TextLook& look) {
    const Run run{words, style};
    const Lines& lines = m_setter.set(&run, 1, width, look.most_lines);
    const float line = px(style.line);
    for (const Fragment& fragment : lines.fragments) {
        float left = x;
        if (look.align == Align::Middle) left += (width - fragment.width) / 2;
        if (look.align == Align::End) left += width - fragment.width;
        Mark mark;
        mark.kind = MarkKind::Text;
        mark.role = look.role;
        mark.weight = style.weight;
        mark.fill = tint;
        mark.target = look.target;
        mark.size = style.size * m_setter.scale();
        mark.tail = fragment.tail;
        mark.rect = {left, y + line * static_cast<float>(fragment.line), fragment.width, line};
        mark.text = words.substr(fragment.begin, fragment.end - fragment.begin);
        add(mark);
    }
    return line * static_cast<float>(lines.count);
}

void Pen::line_of_text(std::string_view words, const TypeStyle& style, Tint tint, Rect box, const TextLook& look) {
    if (words.empty() || box.width <= 0) return;
    TextLook single = look;
    single.most_lines = 1;
    const float line = px(style.line);
    text(words, style, tint, box.x, box.y + snap((box.height - line) / 2), box.width, single);
}

float Pen::height_of(std::string_view words, const TypeStyle& style, float width, std::uint32_t most_lines) {
    const Run run{words, style};
    return px(style.line) * static_cast<float>(m_setter.set(&run, 1, width, most_lines).count);
}

std::string_view Pen::keep(std::string words) {
    m_picture.words.push_back(std::move(words));
    return m_picture.words.back();
}

std::size_t Pen::box(Rect rect, const BoxLook& look) {
    Mark mark;
    mark.kind = MarkKind::Box;
    mark.role = look.role;
    mark.fill = look.fill;
    mark.line = look.line;
    mark.radius = look.radius;
    mark.target = look.target;
    mark.rect = rect;
    add(mark);
    return m_picture.marks.size() - 1;
}

void Pen::icon(sheets::Icon icon, Tint tint, Rect box, float size, std::uint32_t target) {
    if (icon == sheets::Icon::None) return;
    Mark mark;
    mark.kind = MarkKind::Icon;
    mark.icon = icon;
    mark.fill = tint;
    mark.size = size;
    mark.target = target;
    mark.rect = box;
    add(mark);
}

void Pen::arc(Rect box, float part, Tone tone, float line_width) {
    Mark mark;
    mark.kind = MarkKind::Arc;
    mark.fill = tone;
    mark.part = part;
    mark.radius = line_width;
    mark.rect = box;
    add(mark);
}

void Pen::rule(float x, float y, float width) { box({x, y, width, hairline()}, {.fill = Tone::Line}); }

Mark& Pen::add(Mark mark) {
    mark.pane = m_pane;
    m_picture.marks.push_back(mark);
    return m_picture.marks.back();
}

void Pen::place(const PlaceId& id, Rect rect, float radius) {
    if (!id.empty()) m_picture.places.push_back({id, rect, m_pane, radius});
}

std::uint32_t Pen::target(const PlaceId& id, Rect rect, TargetKind kind) {
    m_picture.targets.push_back({id, rect, kind, m_pane});
    return static_cast<std::uint32_t>(m_picture.targets.size() - 1);
}

Bookmark Pen::bookmark() const {
    return {m_picture.marks.size(), m_picture.targets.size(), m_picture.places.size(), m_picture.panes.size()};
}

// Only what lies in this pane moves; what lies in a pane within it moves with its window.
void Pen::move_since(const Bookmark& since, float dx, float dy) {
    if (dx == 0 && dy == 0) return;
    auto move = [dx, dy](Rect& rect) {
        rect.x += dx;
        rect.y += dy;
    };
    for (std::size_t i = since.marks; i < m_picture.marks.size(); ++i) {
        if (m_picture.marks[i].pane == m_pane) move(m_picture.marks[i].rect);
    }
    for (std::size_t i = since.targets; i < m_picture.targets.size(); ++i) {
        if (m_picture.targets[i].pane == m_pane) move(m_picture.targets[i].rect);
    }
    for (std::size_t i = since.places; i < m_picture.places.size(); ++i) {
        if (m_picture.places[i].pane == m_pane) move(m_picture.places[i].rect);
    }
    for (std::size_t i = since.panes; i < m_picture.panes.size(); ++i) {
        if (m_picture.panes[i].parent == static_cast<int>(m_pane)) move(m_picture.panes[i].window);
    }
}

}  // namespace handfast::draw
