// How Handfast looks: its colours for light and dark, its measures and its sizes of type.
//
//     const Theme& theme = theme_of(ThemeName::Light);
//     draw_list->AddRectFilled(a, b, theme.packed(Tone::Surface));
//
// Colours are named for what they do, never for how they look, so that a theme is
// one column of the table in theme.cpp. Every pair of tones that lies on one
// another is listed by `contrast_pairs`, which a test measures (WCAG 2.2: 4.5:1
// for text, 3:1 for the edges of controls and for graphics).
//
// All measures are CSS pixels at text size 100 %. The page's style sheet repeats
// those under "Fields", because native fields lie over the drawn ones.
#pragma once

#include "shell/draw/drawer.h"
#include "shell/draw/glyph_source.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace handfast::draw {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Colour&) const = default;
};

enum class Tone : std::uint8_t {
    None,            // not drawn
    // grounds
    Paper,           // the page
    Surface,         // cards, fields, bar
    Sunken,          // rail, table headings
    Hover,           // a tint under the pointer
    Pressed,         // the same while held
    AccentSoft,      // chosen, current; notes
    AccentSoftHover,
    ErrorSoft,
    WarnSoft,
    GoodSoft,
    // text
    Ink,
    Muted,
    Placeholder,
    Disabled,        // exempt from contrast rules: it cannot be used
    Error,
    Warn,
    Good,
    // lines
    Line,            // between things
    ButtonEdge,      // around words that can be pressed, which say so without it
    ControlEdge,     // around something to type or tick in
    ControlEdgeHover,
    // the accent
    Accent,
    AccentHover,
    AccentPressed,
    OnAccent,        // text and marks on it
    Track,           // the empty part of a meter
    // what floats
    Scrim,
    Shadow,
    Count
};

struct Theme {
    std::array<Colour, static_cast<std::size_t>(Tone::Count)> colours;

    Colour of(Tone tone) const { return colours[static_cast<std::size_t>(tone)]; }
    // As ImGui and the CPU renderer store it.
    std::uint32_t packed(Tone tone) const;
};

const Theme& theme_of(ThemeName name);

// A party has the same colour everywhere, by its place in the design. `fill` is Okabe and Ito's
// set as published; `edge` is the same hue, dark or light enough to be seen alone.
struct PartyColour {
    Colour fill;
    Colour edge;
};
inline constexpr std::size_t party_colour_count = 8;
PartyColour party_colour(ThemeName name, std::size_t party);

enum class Need { Text, Graphic };
struct ContrastPair {
    Tone front;
    Tone back;
    Need need;
};
// Every tone that is drawn on another.
struct ContrastPairs {
    const ContrastPair* begin_pair;
    const ContrastPair* end_pair;
    const ContrastPair* begin() const { return begin_pair; }
    const ContrastPair* end() const { return end_pair; }
};
ContrastPairs contrast_pairs();
// WCAG's ratio, 1 to 21.
double contrast(Colour front, Colour back);
std::string_view name_of(Tone tone);

// ---- type ---------------------------------------------------------------------

struct TypeStyle {
    float size = 14;   // px per em
    float line = 20;
    Weight weight = Weight::Regular;
    bool operator==(const TypeStyle&) const = default;
};

namespace type {
inline constexpr TypeStyle title{26, 32, Weight::Strong};
inline constexpr TypeStyle section{20, 28, Weight::Strong};
inline constexpr TypeStyle question{16, 24, Weight::Strong};
inline constexpr TypeStyle lead{16, 24, Weight::Regular};
inline constexpr TypeStyle body{14, 20, Weight::Regular};
inline constexpr TypeStyle strong{14, 20, Weight::Strong};
inline constexpr TypeStyle small{12, 16, Weight::Regular};
inline constexpr TypeStyle caption{12, 16, Weight::Strong};
}  // namespace type

// ---- measures -----------------------------------------------------------------

namespace measure {
// Regions
inline constexpr float bar = 52, status = 28, rail = 232, side = 320;
inline constexpr float side_from = 1100;    // narrower: no side panel beside the sheet
inline constexpr float panes_from = 760;    // narrower: one pane at a time
inline constexpr float column = 760;        // of questions
inline constexpr float dialog = 640;

// Fields (repeated in web/page's style sheet)
inline constexpr float control_height = 36;
inline constexpr float small_control_height = 32;     // buttons of the bar
inline constexpr float field_padding_x = 10, field_padding_y = 8;
inline constexpr int paragraph_least_lines = 3, paragraph_most_lines = 12;
inline constexpr float field_narrow = 120, field_medium = 280;
inline constexpr float chevron_room = 28;             // at the right of a menu
inline constexpr float scrollbar = 10;                // beneath a table that scrolls sideways

// Rows and rhythm
inline constexpr float option_height = 32, table_row = 40, entry_height = 36, icon_button = 28;
inline constexpr float control_radius = 6, card_radius = 8, dialog_radius = 12;
inline constexpr float card_padding = 20;
inline constexpr float ring_gap = 2, ring_width = 2;

// Motion
inline constexpr double fade_seconds = 0.12;
}  // namespace measure

}  // namespace handfast::draw
