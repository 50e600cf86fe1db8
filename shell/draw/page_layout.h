// Lays out a whole screen: its regions on the page and the blocks in each.
//
// Bar on top, status line at the foot, rail left, side panel right, the sheet
// between them; the dialog over all. Below `measure::side_from` the side panel has
// no window beside a sheet, below `measure::panes_from` only one pane has: the main
// one if the screen contains it. What has no window is laid out all the same.
//
// The picture refers to the screen's strings: the screen must live as long.
#pragma once

#include "shell/draw/picture.h"
#include "shell/draw/typesetter.h"

namespace handfast::draw {

void lay_out_page(Picture& picture, Typesetter& setter, const sheets::Screen& screen, const Viewport& viewport);

// What the host needs to know: every place, window and content size.
sheets::Placement placement_of(const Picture& picture);

}  // namespace handfast::draw
