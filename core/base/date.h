// Calendar dates: stored as ISO 8601 ("2027-03-31"), shown as "31 Mar 2027".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handfast {

struct Date {
    int year = 0, month = 0, day = 0;
    bool operator==(const Date&) const = default;
};

// "2027-03-31" and nothing else: for files.
std::optional<Date> parse_iso_date(std::string_view text);
// What people type: ISO, "31 Mar 2027", "March 31, 2027", "31.3.2027", and "Mar 2027" or "2027-03"
// (the month's last day). Slashes are read only where they cannot be misread (one part above 12).
std::optional<Date> parse_date(std::string_view text);

std::string iso_date(const Date& date);
std::string shown_date(const Date& date);
int days_in_month(int year, int month);

}  // namespace handfast
