// Boxes with round corners and the shadow under what floats, as few triangles as they need.
//
// ImGui's own rounded rectangle is one fan over its whole area, with a soft edge all
// around. Ours lies on whole pixels, so only its corners need soft edges and the rest
// is three plain rectangles, which the CPU renderer fills fastest.
#pragma once

#include "shell/draw/theme.h"
#include "shell/sheets/placement.h"

#include <cstdint>

struct ImDrawList;

namespace handfast::draw {

// `pixel`: the length of a device pixel, over which edges are softened.
void fill_round_box(ImDrawList& list, sheets::Rect rect, float radius, float pixel, std::uint32_t colour);
void draw_soft_shadow(ImDrawList& list, sheets::Rect rect, float radius, Colour colour);

}  // namespace handfast::draw
