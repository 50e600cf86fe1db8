// Gives Dear ImGui its glyphs from a GlyphSource, each for the fraction of a pixel it is drawn at.
//
//     Fonts fonts(*ImGui::GetIO().Fonts, glyphs);
//     ImFontBaked* baked = fonts.baked(Weight::Regular, 0, 14.0f, density);
//     const ImFontGlyph* glyph = baked->FindGlyph(0x00e4);   // rasterised on first use
//
// ImGui knows one glyph per character and size. Text is evenly spaced on a screen
// of few pixels only if a glyph can also start between two of them, so each
// weight is four ImFonts: one for every quarter of a pixel. A phase that is not
// used costs nothing, and from 1.5 device pixels on fewer are.
//
// ImGui's size of a font is ascent plus descent; ours is the em. This is the only
// place that converts, and with theme.cpp's sizes the only one that knows either.
//
// This file and painter.cpp are all that uses ImGui's internals (imgui_internal.h,
// 1.92.2b): the loader's interface is expected to change in later versions.
#pragma once

#include "shell/draw/glyph_source.h"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;

namespace handfast::draw {

inline constexpr int most_phases = 4;
// How many positions within a device pixel a glyph is drawn at.
int phases_at(float density);

class Fonts {
public:
    Fonts(ImFontAtlas& atlas, GlyphSource& source);

    // `phase` counts in quarters of a pixel. Valid until the end of the frame.
    ImFontBaked* baked(Weight weight, int phase, float pixels_per_em, float density);
    FontMetrics metrics(Weight weight) const { return m_metrics[index(weight)]; }

    // Forgets every rasterised glyph and measures the fonts anew. Not within a frame.
    void forget();

private:
    static int index(Weight weight) { return weight == Weight::Regular ? 0 : 1; }
    void measure();

    ImFontAtlas& m_atlas;
    GlyphSource& m_source;
    ImFont* m_fonts[2][most_phases] = {};
    FontMetrics m_metrics[2];
};

}  // namespace handfast::draw
