// The icons: strokes on a grid of 16 by 16, sharp at every size and density.
//
// To add one: an enumerator in block.h and a case in icons.cpp.
#pragma once

#include "shell/sheets/block.h"

#include <cstdint>

struct ImDrawList;

namespace handfast::draw {

// `x`, `y`: left top corner, `size`: edge, `stroke`: width of the lines, all CSS px.
void draw_icon(ImDrawList& list, sheets::Icon icon, float x, float y, float size, float stroke, std::uint32_t colour);

}  // namespace handfast::draw
