// Text as bytes of UTF-8: checking, trimming, joining.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handfast {

// The offset of the first byte that cannot stand there, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

struct TextPlace {
    int line = 1;     // from 1
    int column = 1;   // from 1, in bytes
};
TextPlace place_of_byte(std::string_view bytes, std::size_t offset);

// Nothing but spaces, tabs and line ends.
bool is_blank(std::string_view text);
std::string_view trimmed(std::string_view text);
// ASCII letters lowered; others as they are.
std::string lowered(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);
// {"a", "b", "c"} → "a, b and c".
std::string join_and(const std::vector<std::string>& items);
std::string join(const std::vector<std::string>& items, std::string_view separator);
std::string replaced(std::string_view text, std::string_view what, std::string_view with);

// "Nordwagen & Seoul Cell" → "Nordwagen-Seoul-Cell": letters, digits and hyphens, other
// characters dropped; letters beyond ASCII are kept. At most `most` bytes.
std::string file_stem(std::string_view text, std::size_t most = 60);

}  // namespace handfast
