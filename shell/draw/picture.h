// A laid-out screen: what to paint where, what can be pressed, and where every place landed.
//
// The draw_… functions of draw_blocks.h fill it once for a screen; painter.cpp
// paints it as often as a frame is wanted, with the hover, press and focus of the
// moment. Between two frames of the same screen nothing is laid out again.
//
// All rectangles are CSS px in the content of their pane.
#pragma once

#include "shell/draw/theme.h"
#include "shell/sheets/placement.h"
#include "shell/sheets/screen.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace handfast::draw {

using sheets::Rect;

// Tones at rest, under the pointer and while pressed; those not given are as at rest.
struct Tint {
    Tone rest = Tone::None, hover = Tone::None, pressed = Tone::None;
    Tint() = default;
    Tint(Tone always) : rest(always), hover(always), pressed(always) {}
    Tint(Tone at_rest, Tone on_hover) : rest(at_rest), hover(on_hover), pressed(on_hover) {}
    Tint(Tone at_rest, Tone on_hover, Tone on_press) : rest(at_rest), hover(on_hover), pressed(on_press) {}
};

enum class MarkKind : std::uint8_t {
    Box,      // filled, framed, or both; a circle if the radius is half its height
    Text,     // one line: `rect` is its line box
    Icon,     // in the middle of `rect`
    Arc,      // a ring's first `part`, clockwise from the top
    Shadow,   // soft, around and under `rect`
};

// What the focus changes about it.
enum class MarkRole : std::uint8_t {
    Plain,
    FieldBox,    // takes the accent for its line while focused
    FieldText,   // not drawn while the host shows the field's text
};

inline constexpr std::uint32_t no_target = ~0u;

struct Mark {
    MarkKind kind = MarkKind::Box;
    MarkRole role = MarkRole::Plain;
    Weight weight = Weight::Regular;
    sheets::Icon icon = sheets::Icon::None;
    Tint fill;                        // of a text or icon: its colour
    Tint line;
    std::uint16_t pane = 0;
    bool under = false;               // text: a thin line beneath it
    std::uint32_t target = no_target;
    float radius = 0;                 // of a box's corners; of an arc's line, its width
    float size = 0;                   // px per em, or an icon's edge
    float part = 1;
    char32_t tail = 0;
    Rect rect;
    std::string_view text;            // in the screen, or in Picture::words
};

enum class TargetKind : std::uint8_t { Press, Type, Menu };

// Something the pointer can be over.
struct Target {
    PlaceId place;
    Rect rect;
    TargetKind kind = TargetKind::Press;
    std::uint16_t pane = 0;
};

// An area with its own scrolling: a region, or a table wider than its region (its parent).
struct Pane {
    PlaceId id;
    Rect window;             // on the page, or in the parent's content
    int parent = -1;
    float width = 0, height = 0;   // of the content
    bool floats = false;     // the dialog: over everything else
    std::size_t first_mark = 0, mark_count = 0;
};

struct PlacedRect {
    PlaceId place;
    Rect rect;
    std::uint16_t pane = 0;
    float radius = 0;        // of what stands there, for the focus ring
};

struct Picture {
    std::vector<Mark> marks;          // back to front
    std::vector<Target> targets;
    std::vector<PlacedRect> places;
    std::vector<Pane> panes;
    std::deque<std::string> words;    // texts that no sheet holds
    float page_width = 0, page_height = 0;

    void clear() {
        marks.clear();
        targets.clear();
        places.clear();
        panes.clear();
        words.clear();
    }
};

}  // namespace handfast::draw
