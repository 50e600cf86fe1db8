// Where the drawing put things: the only thing that flows back from shell/draw.
#pragma once

#include "core/base/ids.h"

#include <string>
#include <unordered_map>

namespace handfast::sheets {

// CSS pixels. Relative to the scrolled content it lies in, so that scrolling moves nothing.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

// `places` has every block, option, cell and row by its id; `windows` has, per region id and
// per sideways-scrolling table id, the part of the page (regions) or region (tables) that shows
// it; `contents` the size of what scrolls within.
struct Placement {
    std::unordered_map<PlaceId, Rect> places;
    std::unordered_map<PlaceId, Rect> windows;
    std::unordered_map<PlaceId, Rect> contents;
};

}  // namespace handfast::sheets
