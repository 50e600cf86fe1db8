// Numbers as people write and read them.
//
// Reading accepts both "1.234,56" and "1,234.56", spaces and apostrophes
// between groups, and the suffixes k, m and bn. A text that can be read two
// ways ("1,234": one thousand or one and a bit?) is read as a group of
// thousands, and the page echoes the reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handfast {

std::optional<double> parse_number(std::string_view text);

// The shortest plain text that reads back the same: "12", "0.1", "-3.25".
std::string plain_number(double number);
// For reading, with commas between thousands: "1,234,567.5".
std::string grouped_number(double number);

}  // namespace handfast
