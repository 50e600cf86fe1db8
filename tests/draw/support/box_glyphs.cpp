#include "tests/draw/support/box_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace handfast::tests {

float BoxGlyphs::advance(char32_t code_point, draw::Weight weight, float pixels_per_em) {
    const float part = code_point >= 0x2E80 ? 1.0f : weight == draw::Weight::Strong ? 0.55f : 0.5f;
    return part * pixels_per_em;
}

draw::GlyphBox BoxGlyphs::glyph(char32_t code_point, draw::Weight weight, float pixels_per_em, float shift, std::uint8_t* alpha) {
    draw::GlyphBox box;
    box.advance = advance(code_point, weight, pixels_per_em);
    if (code_point <= U' ') return box;
    const bool small = code_point >= U'a' && code_point <= U'z';
    box.x0 = static_cast<int>(shift > 0.5f);
    box.width = static_cast<int>(std::max(1.0f, std::floor(box.advance - 1)));
    box.height = static_cast<int>(std::max(1.0f, std::round(pixels_per_em * (small ? 0.5f : 0.7f))));
    box.y0 = -box.height;
    if (alpha != nullptr) {
        ++rasterised;
        std::memset(alpha, 255, static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height));
    }
    return box;
}

}  // namespace handfast::tests
