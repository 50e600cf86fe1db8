// Colours that can be told apart, in both themes.
#include "shell/draw/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace handfast::draw;

TEST_CASE("contrast is WCAG's ratio") {
    CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) > 20.99);
    CHECK(contrast({255, 255, 255, 255}, {255, 255, 255, 255}) < 1.01);
    const double grey = contrast({0x76, 0x76, 0x76, 255}, {255, 255, 255, 255});   // the well-known least grey
    CHECK((grey > 4.5 && grey < 4.6));
}

TEST_CASE("every pair of tones that meets has the contrast it needs") {
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
        const Theme& theme = theme_of(name);
        for (const ContrastPair& pair : contrast_pairs()) {
            const double ratio = contrast(theme.of(pair.front), theme.of(pair.back));
            INFO((name == ThemeName::Light ? "light: " : "dark: ") << name_of(pair.front) << " on " << name_of(pair.back) << ": " << ratio);
            CHECK(ratio >= (pair.need == Need::Text ? 4.5 : 3.0));
        }
    }
}

TEST_CASE("the colours that look.md names are the light theme's") {
    const Theme& light = theme_of(ThemeName::Light);
    CHECK(light.of(Tone::Paper) == Colour{0xFB, 0xFA, 0xF8, 255});
    CHECK(light.of(Tone::Surface) == Colour{0xFF, 0xFF, 0xFF, 255});
    CHECK(light.of(Tone::Ink) == Colour{0x1B, 0x23, 0x2B, 255});
    CHECK(light.of(Tone::Accent) == Colour{0x0B, 0x6B, 0x5D, 255});
    CHECK(light.packed(Tone::Accent) == 0xFF5D6B0Bu);
}

TEST_CASE("party colours are eight, and their edges can be seen on every ground") {
    for (const ThemeName name : {ThemeName::Light, ThemeName::Dark}) {
        const Theme& theme = theme_of(name);
        std::set<std::string> seen;
        for (std::size_t party = 0; party < party_colour_count; ++party) {
            const PartyColour colour = party_colour(name, party);
            seen.insert(std::to_string(colour.fill.red) + "," + std::to_string(colour.fill.green) + "," + std::to_string(colour.fill.blue));
            CHECK(contrast(colour.edge, theme.of(Tone::Surface)) >= 3.0);
            CHECK(contrast(colour.edge, theme.of(Tone::Paper)) >= 3.0);
        }
        CHECK(seen.size() == party_colour_count);
        CHECK(party_colour(name, 0).fill == party_colour(name, party_colour_count).fill);
    }
}
