// Numbers as people write and read them.
//
// Reading accepts both "1.234,56" and "1,234.56", spaces and apostrophes
// between groups of three digits, and the suffixes k, m and bn. Where one mark
// could be either, a comma before three digits groups ("1,234" is more than a
// thousand) and a point does not ("1.234" is less than two); the page echoes
// the reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handfast {

std::optional<double> parse_number(std::string_view text);
// For amounts, which are kept in millions: "40", "40m" and "0.04bn" are all 40.
std::optional<double> parse_millions(std::string_view text);

// The shortest plain text that reads back the same: "12", "0.1", "-3.25".
std::string plain_number(double number);
// For reading, with commas between thousands: "1,234,567.5".
std::string grouped_number(double number);

}  // namespace handfast
