// Puts boxes, words and icons into a Picture: the tool of every draw_… function.
//
//     const std::uint32_t target = pen.target("bar.save", rect, TargetKind::Press);
//     pen.box(rect, {.fill = Tone::Accent, .radius = 6, .target = target});
//     pen.line_of_text("Save", type::strong, Tone::OnAccent, rect, {.align = Align::Middle});
//
// Measures go through `px`, which applies the text size and keeps to whole device
// pixels. Positions come in unscaled: they are sums of measures already.
#pragma once

#include "shell/draw/picture.h"
#include "shell/draw/typesetter.h"

#include <string>

namespace handfast::draw {

struct BoxLook {
    Tint fill = {};
    Tint line = {};
    float radius = 0;
    std::uint32_t target = no_target;
    MarkRole role = MarkRole::Plain;
};

enum class Align { Start, Middle, End };

struct TextLook {
    Align align = Align::Start;
    std::uint32_t most_lines = no_limit;
    std::uint32_t target = no_target;
    MarkRole role = MarkRole::Plain;
};

// What stands behind here is as it was; for moving what came since.
struct Bookmark {
    std::size_t marks = 0, targets = 0, places = 0, panes = 0;
};

class Pen {
public:
    Pen(Picture& picture, Typesetter& setter, float density) : m_picture(picture), m_setter(setter), m_density(density) {}

    Picture& picture() { return m_picture; }
    Typesetter& setter() { return m_setter; }
    float px(float measure) const;
    float snap(float length) const;   // to whole device pixels
    float hairline() const;

    // ---- words
    // Wrapped into `width`; returns the height.
    float text(std::string_view words, const TypeStyle& style, Tint tint, float x, float y, float width, const TextLook& look = {});
    // One line in the vertical middle of the box, cut with an ellipsis if need be.
    void line_of_text(std::string_view words, const TypeStyle& style, Tint tint, Rect box, const TextLook& look = {});
    float width_of(std::string_view words, const TypeStyle& style) { return m_setter.width(words, style); }
    float height_of(std::string_view words, const TypeStyle& style, float width, std::uint32_t most_lines = no_limit);
    // Keeps a text that no sheet holds.
    std::string_view keep(std::string words);

    // ---- shapes
    std::size_t box(Rect rect, const BoxLook& look);
    void stretch(std::size_t box, float height) { m_picture.marks[box].rect.height = height; }
    void icon(sheets::Icon icon, Tint tint, Rect box, float size, std::uint32_t target = no_target);
    void arc(Rect box, float part, Tone tone, float line_width);
    void rule(float x, float y, float width);   // a hairline across
    Mark& add(Mark mark);

    // ---- places and targets
    void place(const PlaceId& id, Rect rect, float radius = measure::control_radius);
    std::uint32_t target(const PlaceId& id, Rect rect, TargetKind kind);

    // ---- panes
    std::uint16_t pane() const { return m_pane; }
    void use_pane(std::uint16_t pane) { m_pane = pane; }

    Bookmark bookmark() const;
    void move_since(const Bookmark& mark, float dx, float dy);

private:
    Picture& m_picture;
    Typesetter& m_setter;
    float m_density;
    std::uint16_t m_pane = 0;
};

inline Rect inset(Rect rect, float x, float y) { return {rect.x + x, rect.y + y, rect.width - 2 * x, rect.height - 2 * y}; }
inline float right_of(Rect rect) { return rect.x + rect.width; }
inline float bottom_of(Rect rect) { return rect.y + rect.height; }

}  // namespace handfast::draw
