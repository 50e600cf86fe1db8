// Everything on the page at one moment, as regions of blocks.
//
// `build_screen` (screens.h) makes it from the workspace and the view state; it
// is drawn, mirrored and then thrown away. Regions are landmarks for a screen
// reader and separately scrolling areas for everyone.
#pragma once

#include "shell/sheets/block.h"

namespace handfast::sheets {

// Bar: across the top.  Rail: stages and tools, left.  Main: the sheet.  Side: why we ask, outline.
// Status: one line at the foot.  Dialog: over everything, takes the focus.
enum class Landmark { Bar, Rail, Main, Side, Status, Dialog };

// Canvas: painted, with a transparent mirror over it.  Page: native elements that can be
// seen, selected and printed; for documents.
enum class Surface { Canvas, Page };

struct Region {
    PlaceId id;                 // "bar", "rail", "main", "side", "status", "dialog"
    Landmark landmark = Landmark::Main;
    Surface surface = Surface::Canvas;
    std::string label;          // "Stages", "Strategy", "Help and outline", …
    std::vector<Block> blocks;
    bool operator==(const Region&) const = default;
};

struct Screen {
    std::string title;          // of the browser's tab
    std::string sheet;          // id of the open sheet; part of the address
    PlaceId focus_request;      // a place that should take the focus now; empty for none
    std::string announcement;   // said by a screen reader when it changes
    std::vector<Region> regions;
    bool operator==(const Screen&) const = default;
};

}  // namespace handfast::sheets
