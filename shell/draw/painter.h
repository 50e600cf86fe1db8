// Paints a Picture with ImGui's draw list: sharp at every density, with the state of the moment.
//
// Everything ends on whole device pixels: edges of boxes, base lines and the left
// edges of glyphs, which come rasterised for the quarter of a pixel they start at.
// What cannot be seen is skipped.
#pragma once

#include "shell/draw/font_loader.h"
#include "shell/draw/picture.h"
#include "shell/draw/typesetter.h"

#include <cstdint>
#include <vector>

struct ImDrawList;

namespace handfast::draw {

// What is not in the picture.
struct Moment {
    const Theme* theme = nullptr;
    float density = 1;
    const std::vector<float>* hover = nullptr;   // one per target, 0 to 1
    const std::vector<float>* press = nullptr;
    PlaceId focus;
    bool focus_ring = false;
    PlaceId hidden_text;
};

// The scroll offsets of panes turned into places on the page.
struct PaneView {
    float x = 0, y = 0;      // where the content's left top corner lies on the page
    Rect clip;               // what can be seen, on the page
};
struct ScrollOffset {
    PlaceId window;
    float x = 0, y = 0;
};
std::vector<PaneView> view_panes(const Picture& picture, const std::vector<ScrollOffset>& scrolled, float density);

class Painter {
public:
    Painter(Fonts& fonts, Typesetter& setter) : m_fonts(fonts), m_setter(setter) {}

    void paint(ImDrawList& list, const Picture& picture, const std::vector<PaneView>& panes, const Moment& moment);

private:
    std::uint32_t colour(const Tint& tint, std::uint32_t target) const;
    Rect on_page(const Mark& mark) const;
    Rect snapped(Rect rect) const;
    float snap(float length) const;
    void draw_box(const Mark& mark, Rect rect);
    void draw_text(const Mark& mark, Rect rect);
    void draw_arc(const Mark& mark, Rect rect);
    void draw_ring(const Picture& picture);
    void draw_overflow(std::size_t pane);

    Fonts& m_fonts;
    Typesetter& m_setter;
    ImDrawList* m_list = nullptr;
    const Picture* m_picture = nullptr;
    const std::vector<PaneView>* m_panes = nullptr;
    const Moment* m_moment = nullptr;
    std::uint32_t m_focus_target = no_target;
};

}  // namespace handfast::draw
