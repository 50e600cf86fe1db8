// The colours themselves, and what must be told apart from what.
#include "shell/draw/theme.h"

#include <cmath>

namespace handfast::draw {

namespace {

struct ToneRow {
    Tone tone;
    std::string_view name;
    std::uint32_t light, dark;   // RRGGBB, or RRGGBBAA for what is seen through
};

constexpr std::uint32_t see_through = 0x80000000u;   // never drawn: only keeps the rows alike

constexpr ToneRow rows[] = {
    {Tone::None, "none", see_through, see_through},
    {Tone::Paper, "paper", 0xFBFAF8, 0x14181C},
    {Tone::Surface, "surface", 0xFFFFFF, 0x1C2126},
    {Tone::Sunken, "sunken", 0xF5F3EF, 0x101316},
    {Tone::Hover, "hover", 0xF1EFEA, 0x262C33},
    {Tone::Pressed, "pressed", 0xE8E5DF, 0x2F363E},
    {Tone::AccentSoft, "accent soft", 0xE6F2EF, 0x18302D},
    {Tone::AccentSoftHover, "accent soft hover", 0xDBECE8, 0x1D3A36},
    {Tone::ErrorSoft, "error soft", 0xFCEDEB, 0x35201F},
    {Tone::WarnSoft, "warn soft", 0xFBF1DF, 0x332813},
    {Tone::GoodSoft, "good soft", 0xE9F3EB, 0x1A2F20},
    {Tone::Ink, "ink", 0x1B232B, 0xE9ECEF},
    {Tone::Muted, "muted", 0x5B6670, 0x9BA6B0},
    {Tone::Placeholder, "placeholder", 0x626D77, 0x96A1AB},
    {Tone::Disabled, "disabled", 0x9AA1A8, 0x626C75},
    {Tone::Error, "error", 0xB3261E, 0xF28B82},
    {Tone::Warn, "warn", 0x8F5400, 0xE3AD55},
    {Tone::Good, "good", 0x2B6E3F, 0x7CC592},
    {Tone::Line, "line", 0xE2E0DB, 0x2D343B},
    {Tone::ButtonEdge, "button edge", 0xCFCCC6, 0x454E57},
    {Tone::ControlEdge, "control edge", 0x868D94, 0x717C87},
    {Tone::ControlEdgeHover, "control edge hover", 0x4E5862, 0xA3AEB8},
    {Tone::Accent, "accent", 0x0B6B5D, 0x58C2AE},
    {Tone::AccentHover, "accent hover", 0x095A4E, 0x6ED0BD},
    {Tone::AccentPressed, "accent pressed", 0x074A40, 0x86DBCB},
    {Tone::OnAccent, "on accent", 0xFFFFFF, 0x08211C},
    {Tone::Track, "track", 0xE4E1DB, 0x323A42},
    {Tone::Scrim, "scrim", 0x1B232B, 0x06080A},
    {Tone::Shadow, "shadow", 0x1B232B, 0x000000},
};
static_assert(std::size(rows) == static_cast<std::size_t>(Tone::Count));

constexpr Colour colour(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb), 255};
}

constexpr Colour with_alpha(Colour base, std::uint8_t alpha) {
    base.alpha = alpha;
    return base;
}

constexpr Theme build_theme(ThemeName name) {
    Theme theme{};
    for (const ToneRow& row : rows) {
        theme.colours[static_cast<std::size_t>(row.tone)] = colour(name == ThemeName::Light ? row.light : row.dark);
    }
    auto fade = [&theme](Tone tone, std::uint8_t alpha) {
        Colour& seen = theme.colours[static_cast<std::size_t>(tone)];
        seen = with_alpha(seen, alpha);
    };
    fade(Tone::None, 0);
    fade(Tone::Scrim, name == ThemeName::Light ? 92 : 150);
    fade(Tone::Shadow, name == ThemeName::Light ? 46 : 120);
    return theme;
}

constexpr Theme light_theme = build_theme(ThemeName::Light);
constexpr Theme dark_theme = build_theme(ThemeName::Dark);

constexpr ContrastPair pairs[] = {
    {Tone::Ink, Tone::Paper, Need::Text},
    {Tone::Ink, Tone::Surface, Need::Text},
    {Tone::Ink, Tone::Sunken, Need::Text},
    {Tone::Ink, Tone::Hover, Need::Text},
    {Tone::Ink, Tone::Pressed, Need::Text},
    {Tone::Ink, Tone::AccentSoft, Need::Text},
    {Tone::Ink, Tone::AccentSoftHover, Need::Text},
    {Tone::Ink, Tone::ErrorSoft, Need::Text},
    {Tone::Ink, Tone::GoodSoft, Need::Text},
    {Tone::Muted, Tone::Paper, Need::Text},
    {Tone::Muted, Tone::Surface, Need::Text},
    {Tone::Muted, Tone::Sunken, Need::Text},
    {Tone::Muted, Tone::Hover, Need::Text},
    {Tone::Muted, Tone::Pressed, Need::Text},
    {Tone::Muted, Tone::AccentSoft, Need::Text},
    {Tone::Muted, Tone::AccentSoftHover, Need::Text},
    {Tone::Placeholder, Tone::Surface, Need::Text},
    {Tone::Placeholder, Tone::Hover, Need::Text},
    {Tone::Placeholder, Tone::Paper, Need::Text},
    {Tone::Error, Tone::Paper, Need::Text},
    {Tone::Error, Tone::Surface, Need::Text},
    {Tone::Error, Tone::Sunken, Need::Text},
    {Tone::Error, Tone::ErrorSoft, Need::Text},
    {Tone::Error, Tone::Hover, Need::Text},
    {Tone::Warn, Tone::Paper, Need::Text},
    {Tone::Warn, Tone::Surface, Need::Text},
    {Tone::Warn, Tone::WarnSoft, Need::Text},
    {Tone::Good, Tone::Paper, Need::Text},
    {Tone::Good, Tone::Surface, Need::Text},
    {Tone::Good, Tone::Sunken, Need::Text},
    {Tone::Good, Tone::GoodSoft, Need::Text},
    {Tone::Accent, Tone::Paper, Need::Text},
    {Tone::Accent, Tone::Surface, Need::Text},
    {Tone::Accent, Tone::Sunken, Need::Text},
    {Tone::Accent, Tone::Hover, Need::Text},
    {Tone::Accent, Tone::AccentSoft, Need::Text},
    {Tone::Accent, Tone::AccentSoftHover, Need::Text},
    {Tone::AccentHover, Tone::Paper, Need::Text},
    {Tone::AccentHover, Tone::Surface, Need::Text},
    {Tone::OnAccent, Tone::Accent, Need::Text},
    {Tone::OnAccent, Tone::AccentHover, Need::Text},
    {Tone::OnAccent, Tone::AccentPressed, Need::Text},
    {Tone::ControlEdge, Tone::Paper, Need::Graphic},
    {Tone::ControlEdge, Tone::Surface, Need::Graphic},
    {Tone::ControlEdgeHover, Tone::Paper, Need::Graphic},
    {Tone::ControlEdgeHover, Tone::Surface, Need::Graphic},
    {Tone::ControlEdgeHover, Tone::Hover, Need::Graphic},
    {Tone::Accent, Tone::Track, Need::Graphic},
};

constexpr Colour okabe_ito[party_colour_count] = {
    colour(0x0072B2), colour(0xE69F00), colour(0x009E73), colour(0xCC79A7),
    colour(0xD55E00), colour(0x56B4E9), colour(0xF0E442), colour(0x000000),
};
constexpr Colour party_edges_light[party_colour_count] = {
    colour(0x005E94), colour(0x8F6200), colour(0x00765A), colour(0xA34F80),
    colour(0xA84A00), colour(0x1F77A8), colour(0x7A7200), colour(0x000000),
};
constexpr Colour party_edges_dark[party_colour_count] = {
    colour(0x3FA4DC), colour(0xE69F00), colour(0x1DB88A), colour(0xD992B8),
    colour(0xEE7A22), colour(0x56B4E9), colour(0xF0E442), colour(0xC9CED3),
};

double linear(std::uint8_t channel) {
    const double part = channel / 255.0;
    return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour seen) {
    return 0.2126 * linear(seen.red) + 0.7152 * linear(seen.green) + 0.0722 * linear(seen.blue);
}

}  // namespace

std::uint32_t Theme::packed(Tone tone) const {
    const Colour seen = of(tone);
    return static_cast<std::uint32_t>(seen.red) | static_cast<std::uint32_t>(seen.green) << 8 |
           static_cast<std::uint32_t>(seen.blue) << 16 | static_cast<std::uint32_t>(seen.alpha) << 24;
}

const Theme& theme_of(ThemeName name) { return name == ThemeName::Light ? light_theme : dark_theme; }

PartyColour party_colour(ThemeName name, std::size_t party) {
    const std::size_t place = party % party_colour_count;
    return {okabe_ito[place], name == ThemeName::Light ? party_edges_light[place] : party_edges_dark[place]};
}

ContrastPairs contrast_pairs() { return {std::begin(pairs), std::end(pairs)}; }

double contrast(Colour front, Colour back) {
    const double a = luminance(front), b = luminance(back);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

std::string_view name_of(Tone tone) { return rows[static_cast<std::size_t>(tone)].name; }

}  // namespace handfast::draw
