#include "core/base/number.h"

#include "core/base/text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace handfast {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Removes the marks between groups of thousands, wherever a mark stands before exactly three digits.
// `decimal` is the mark that is not a group mark, or 0.
std::optional<std::string> digits_of(std::string_view text) {
    std::string bare;   // without spaces and apostrophes, which can only group
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.substr(0, 2) == "\xC2\xA0") { ++i; continue; }                              // no-break space
        if (rest.substr(0, 3) == "\xE2\x80\xAF" || rest.substr(0, 3) == "\xE2\x80\x89" ||     // narrow spaces
            rest.substr(0, 3) == "\xE2\x80\x99") { i += 2; continue; }                        // ’
        if (text[i] == ' ' || text[i] == '\'') continue;
        if (rest.substr(0, 3) == "\xE2\x88\x92") { bare += '-'; i += 2; continue; }           // minus sign
        bare += text[i];
    }
    const std::size_t last_point = bare.rfind('.'), last_comma = bare.rfind(',');
    char decimal = 0;
    if (last_point != std::string::npos && last_comma != std::string::npos) {
        decimal = last_point > last_comma ? '.' : ',';
    } else if (last_point != std::string::npos || last_comma != std::string::npos) {
        const char mark = last_point != std::string::npos ? '.' : ',';
        const std::size_t at = bare.rfind(mark);
        const bool once = bare.find(mark) == at;
        const std::size_t behind = bare.size() - at - 1;
        const std::size_t before = at - (bare[0] == '-' || bare[0] == '+' ? 1 : 0);
        // "1.234" and "1,234" are ambiguous. A point once is a decimal point (as in every program);
        // a comma once before exactly three digits groups, as in "12,000".
        const bool groups = !once || (mark == ',' && behind == 3 && before >= 1 && before <= 3 && bare[at - 1] != '0');
        if (!groups) decimal = mark;
    }
    std::string digits;
    std::size_t since_mark = 0;
    bool grouped = false, fraction = false;
    for (const char c : bare) {
        if (is_digit(c)) {
            digits += c;
            ++since_mark;
        } else if (c == decimal && !fraction) {
            if (grouped && since_mark != 3) return std::nullopt;
            digits += '.';
            fraction = true;
        } else if ((c == '.' || c == ',') && !fraction && c != decimal) {
            if (since_mark == 0 || since_mark > 3 || (grouped && since_mark != 3)) return std::nullopt;
            grouped = true;
            since_mark = 0;
        } else if ((c == '-' || c == '+') && digits.empty()) {
            if (c == '-') digits += c;
        } else {
            return std::nullopt;
        }
    }
    if (grouped && !fraction && since_mark != 3) return std::nullopt;
    return digits;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    std::string body = lowered(trimmed(text));
    double scale = 1;
    const auto take = [&](std::string_view suffix, double factor) {
        if (body.size() <= suffix.size() || body.compare(body.size() - suffix.size(), suffix.size(), suffix) != 0) return false;
        const std::string_view rest = trimmed(std::string_view(body).substr(0, body.size() - suffix.size()));
        if (rest.empty() || !is_digit(rest.back())) return false;
        body = std::string(rest);
        scale = factor;
        return true;
    };
    if (!take("%", 1) && !take("bn", 1e9) && !take("k", 1e3)) take("m", 1e6);
    const std::optional<std::string> digits = digits_of(body);
    if (!digits || digits->find_first_of("0123456789") == std::string::npos) return std::nullopt;
    const double number = std::strtod(digits->c_str(), nullptr) * scale;
    if (!std::isfinite(number)) return std::nullopt;
    return number;
}

std::string plain_number(double number) {
    if (number == 0) return "0";
    char text[40];
    for (int digits = 1; digits <= 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, number);
        if (std::strtod(text, nullptr) == number) break;
    }
    if (std::string_view(text).find('e') == std::string_view::npos) return text;
    // No exponents for readers: whole numbers in full, tiny ones with as many places as they need.
    std::snprintf(text, sizeof text, std::fabs(number) >= 1 ? "%.0f" : "%.17f", number);
    std::string plain = text;
    if (plain.find('.') != std::string::npos) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.back() == '.') plain.pop_back();
    }
    return plain;
}

std::string grouped_number(double number) {
    const std::string plain = plain_number(number);
    const std::size_t first = plain[0] == '-' ? 1 : 0;
    const std::size_t point = plain.find('.') == std::string::npos ? plain.size() : plain.find('.');
    std::string grouped;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > first && i < point && (point - i) % 3 == 0) grouped += ',';
        grouped += plain[i];
    }
    return grouped;
}

}  // namespace handfast
