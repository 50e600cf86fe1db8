// A GlyphSource without a font: every character is a filled box, wide ones twice as wide.
#pragma once

#include "shell/draw/glyph_source.h"

namespace handfast::tests {

class BoxGlyphs : public draw::GlyphSource {
public:
    draw::FontMetrics metrics(draw::Weight) override { return {0.95f, 0.25f}; }
    float advance(char32_t code_point, draw::Weight weight, float pixels_per_em) override;
    draw::GlyphBox glyph(char32_t code_point, draw::Weight weight, float pixels_per_em, float shift, std::uint8_t* alpha) override;

    int rasterised = 0;   // how often a bitmap was asked for
};

}  // namespace handfast::tests
