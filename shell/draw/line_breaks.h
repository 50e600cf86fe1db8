// Where a line of text may end: after words, between ideographs, never before a comma.
//
// A small part of the Unicode line breaking algorithm (UAX 14) that covers the
// Latin, Cyrillic and Greek scripts, Chinese, Japanese and Korean. Korean breaks
// between words only, as its readers prefer, unless a word is longer than a line.
// Known limits: Thai, Lao and Khmer, which need a dictionary, break anywhere.
#pragma once

#include <cstddef>
#include <string_view>

namespace handfast::draw {

// Reads the code point at `offset` and moves `offset` behind it. Broken UTF-8 becomes U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& offset);

inline constexpr char32_t soft_hyphen = 0x00AD, ellipsis = 0x2026;

bool is_space(char32_t code_point);        // can be swallowed by the end of a line
bool is_invisible(char32_t code_point);    // has neither width nor picture: joiners, direction marks
bool is_wide(char32_t code_point);         // ideographs, kana, hangul, full-width forms, emoji
bool continues(char32_t code_point);       // combining marks: belong to the one before

// Whether a line may end between the two.
bool may_break(char32_t before, char32_t after);

}  // namespace handfast::draw
