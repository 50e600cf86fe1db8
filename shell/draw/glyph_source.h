// Where glyphs come from: the browser's own fonts in the page, boxes of fixed width in tests.
#pragma once

#include <cstdint>

namespace handfast::draw {

enum class Weight { Regular, Strong };

struct FontMetrics {
    float ascent = 0, descent = 0;   // per em, both positive
};

struct GlyphBox {
    float advance = 0;               // px
    int x0 = 0, y0 = 0;              // of the bitmap's left top corner, px from the pen; y grows downwards from the baseline
    int width = 0, height = 0;       // of the bitmap; 0 for blanks
};

class GlyphSource {
public:
    virtual ~GlyphSource() = default;
    virtual FontMetrics metrics(Weight weight) = 0;
    virtual float advance(char32_t code_point, Weight weight, float pixels_per_em) = 0;
    // Measures and, when `alpha` is given, writes `box.width * box.height` bytes of coverage to it.
    // Called first without, then with a buffer of the size it reported.
    // The pen stands `shift` of a pixel (0, 0.25, 0.5 or 0.75) right of a pixel's left edge, from
    // which `box.x0` counts: letters keep their even distances on screens of one pixel per CSS px.
    virtual GlyphBox glyph(char32_t code_point, Weight weight, float pixels_per_em, float shift,
                           std::uint8_t* alpha) = 0;
};

}  // namespace handfast::draw
