#include "core/base/date.h"

#include "core/base/text.h"

#include <array>
#include <cstdio>
#include <vector>

namespace handfast {

namespace {

constexpr std::array<std::string_view, 12> month_names = {"january", "february", "march", "april", "may", "june",
                                                          "july", "august", "september", "october", "november", "december"};

std::optional<Date> checked(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return Date{year, month, day};
}

std::optional<int> whole(std::string_view text) {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> month_of(std::string_view word) {
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        if (month_names[i].substr(0, word.size()) == word) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

}  // namespace

int days_in_month(int year, int month) {
    if (month == 2) return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole(text.substr(0, 4)), month = whole(text.substr(5, 2)), day = whole(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return checked(*year, *month, *day);
}

std::optional<Date> parse_date(std::string_view text) {
    const std::string body = lowered(trimmed(text));
    if (const auto iso = parse_iso_date(body)) return iso;

    const bool slashes = body.find('/') != std::string::npos;
    std::vector<std::string> parts;
    std::string part;
    for (const char c : body) {
        if (c == ' ' || c == ',' || c == '.' || c == '/' || c == '-') {
            if (!part.empty()) parts.push_back(part);
            part.clear();
        } else {
            part += c;
        }
    }
    if (!part.empty()) parts.push_back(part);

    if (parts.size() == 2) {   // "mar 2027", "2027-03": the month's last day
        std::optional<int> month = month_of(parts[0]), year = whole(parts[1]);
        if (!month) {
            year = parts[0].size() == 4 ? whole(parts[0]) : year;
            month = whole(parts[0].size() == 4 ? parts[1] : parts[0]);
        }
        if (!month || !year || *month < 1 || *month > 12) return std::nullopt;
        return checked(*year, *month, days_in_month(*year, *month));
    }
    if (parts.size() != 3) return std::nullopt;
    if (const auto month = month_of(parts[0])) {   // march 31 2027
        const auto day = whole(parts[1]), year = whole(parts[2]);
        return day && year ? checked(*year, *month, *day) : std::nullopt;
    }
    const auto first = whole(parts[0]), third = whole(parts[2]);
    if (!first || !third) return std::nullopt;
    if (const auto month = month_of(parts[1])) return checked(*third, *month, *first);
    const auto second = whole(parts[1]);
    if (!second) return std::nullopt;
    if (parts[0].size() == 4) return checked(*first, *second, *third);
    if (!slashes) return checked(*third, *second, *first);
    if (*first > 12) return checked(*third, *second, *first);
    if (*second > 12) return checked(*third, *first, *second);
    return *first == *second ? checked(*third, *first, *second) : std::nullopt;
}

std::string iso_date(const Date& date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

std::string shown_date(const Date& date) {
    std::string month(month_names[static_cast<std::size_t>(date.month - 1)].substr(0, 3));
    month[0] = static_cast<char>(month[0] - 'a' + 'A');
    return std::to_string(date.day) + " " + month + " " + std::to_string(date.year);
}

}  // namespace handfast
