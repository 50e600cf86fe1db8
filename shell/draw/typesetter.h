// Measures text and breaks it into lines, in the fonts of a GlyphSource.
//
//     Typesetter setter(glyphs);
//     setter.prepare(density, text_scale);
//     const Run run{"A long sentence …", type::body};
//     for (const Fragment& fragment : setter.set(&run, 1, 300.0f, no_limit).fragments) …
//
// What was set once is kept while it is used, so that one more letter typed costs the
// setting of one text. Kept texts are told apart by a hash of 64 bits.
//
// Sizes of type are given at 100 % and scaled here; widths and results are CSS px.
// Kerning and ligatures are not used, neither here nor in the page's native fields.
#pragma once

#include "shell/draw/glyph_source.h"
#include "shell/draw/theme.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace handfast::draw {

struct Run {
    std::string_view text;
    TypeStyle style;
};

// A piece of a run that stands on one line.
struct Fragment {
    std::uint32_t run = 0, line = 0;
    std::uint32_t begin = 0, end = 0;   // bytes of the run's text
    float x = 0, width = 0;
    char32_t tail = 0;                  // drawn behind it: a hyphen or an ellipsis
};

struct Lines {
    std::vector<Fragment> fragments;
    std::uint32_t count = 0;            // at least 1
    float width = 0;                    // of the longest
    bool shortened = false;             // an ellipsis stands for the rest
};

inline constexpr std::uint32_t no_limit = ~0u;

class Typesetter {
public:
    explicit Typesetter(GlyphSource& source) : m_source(source) {}

    // Before a screen is laid out; forgets what was measured for other pixels.
    void prepare(float density, float text_scale);
    void forget();

    float scale() const { return m_scale; }
    float advance(char32_t code_point, const TypeStyle& style);
    float width(std::string_view text, const TypeStyle& style);
    // Breaks at words into lines of at most `most_width`; words longer than a line are broken too.
    // What does not fit into `most_lines` is cut with an ellipsis. Line feeds break always.
    // Valid until the next `prepare` or `forget`.
    const Lines& set(const Run* runs, std::size_t count, float most_width, std::uint32_t most_lines);

private:
    struct Strike;   // the advances of one weight at one size
    struct Kept {
        Lines lines;
        std::uint32_t used_by = 0;   // the layout that last asked for it
    };
    struct Cell {
        char32_t code_point;
        std::uint32_t run, begin, end;
        float advance;
    };
    Strike& strike_of(const TypeStyle& style);
    float advance(Strike& strike, char32_t code_point);
    void read_cells(const Run* runs, std::size_t count);
    void set_anew(const Run* runs, std::size_t count, float most_width, std::uint32_t most_lines, Lines& out);
    void put_line(std::size_t begin, std::size_t end, const Run* runs, char32_t tail, Lines& out);

    struct Strike {
        float size = 0;
        Weight weight = Weight::Regular;
        std::vector<float> near;                        // U+0000 to U+04FF, negative while unknown
        std::unordered_map<char32_t, float> far;
    };

    GlyphSource& m_source;
    float m_density = 1, m_scale = 1;
    std::vector<Strike> m_strikes;
    std::vector<Cell> m_cells;   // kept between calls so that their memory is
    std::unordered_map<std::uint64_t, Kept> m_kept;
    std::uint32_t m_layout = 0, m_used = 0;
};

}  // namespace handfast::draw
