#include "core/base/number.h"

#include "core/base/text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace handfast {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits of a number, with a point before its fraction and without the marks between groups of three.
std::optional<std::string> digits_of(std::string_view text) {
    std::string body;   // with ' ' for every space and apostrophe, which can only group
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.substr(0, 2) == "\xC2\xA0") {   // no-break space
            body += ' ';
            ++i;
        } else if (rest.substr(0, 3) == "\xE2\x80\xAF" || rest.substr(0, 3) == "\xE2\x80\x89" || rest.substr(0, 3) == "\xE2\x80\x99") {
            body += ' ';   // narrow spaces and ’
            i += 2;
        } else if (rest.substr(0, 3) == "\xE2\x88\x92") {   // minus sign
            body += '-';
            i += 2;
        } else {
            body += text[i] == '\'' ? ' ' : text[i];
        }
    }
    std::string digits;
    if (!body.empty() && (body[0] == '-' || body[0] == '+')) {
        if (body[0] == '-') digits = "-";
        body = trimmed(std::string_view(body).substr(1));
    }
    const std::size_t last_point = body.rfind('.'), last_comma = body.rfind(',');
    char decimal = 0;   // the mark before the fraction, if there is one
    if (last_point != std::string::npos && last_comma != std::string::npos) {
        decimal = last_point > last_comma ? '.' : ',';
    } else if (last_point != std::string::npos || last_comma != std::string::npos) {
        const char mark = last_point != std::string::npos ? '.' : ',';
        const std::size_t at = body.rfind(mark), behind = body.size() - at - 1;
        const bool once = body.find(mark) == at;
        // "1.234" and "1,234" could be either. A point once is a decimal point (as in every program);
        // a comma once before exactly three digits groups, as in "12,000".
        const bool groups = !once || (mark == ',' && behind == 3 && at >= 1 && at <= 3 && body[0] != '0');
        if (!groups) decimal = mark;
    }
    std::size_t since_mark = 0;
    bool grouped = false, fraction = false;
    for (const char c : body) {
        if (is_digit(c)) {
            digits += c;
            ++since_mark;
        } else if (c == decimal && !fraction) {
            if (grouped && since_mark != 3) return std::nullopt;
            digits += '.';
            fraction = true;
        } else if ((c == '.' || c == ',' || c == ' ') && !fraction) {
            if (since_mark == 0 || since_mark > 3 || (grouped && since_mark != 3)) return std::nullopt;
            grouped = true;
            since_mark = 0;
        } else {
            return std::nullopt;
        }
    }
    if (grouped && !fraction && since_mark != 3) return std::nullopt;
    return digits;
}

// What was typed and what its suffix makes of it.
struct Typed {
    double number = 0;
    double scale = 1;
    bool suffixed = false;
};

std::optional<Typed> parse_typed(std::string_view text) {
    std::string body = lowered(trimmed(text));
    Typed typed;
    const auto take = [&](std::string_view suffix, double scale) {
        if (body.size() <= suffix.size() || body.compare(body.size() - suffix.size(), suffix.size(), suffix) != 0) return false;
        const std::string_view rest = trimmed(std::string_view(body).substr(0, body.size() - suffix.size()));
        if (rest.empty() || !is_digit(rest.back())) return false;
        body = std::string(rest);
        typed.scale = scale;
        return true;
    };
    if (!take("%", 1)) typed.suffixed = take("bn", 1e9) || take("k", 1e3) || take("m", 1e6);
    const std::optional<std::string> digits = digits_of(body);
    if (!digits || digits->find_first_of("0123456789") == std::string::npos) return std::nullopt;
    typed.number = std::strtod(digits->c_str(), nullptr);
    if (!std::isfinite(typed.number * typed.scale)) return std::nullopt;
    return typed;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    const std::optional<Typed> typed = parse_typed(text);
    if (!typed) return std::nullopt;
    return typed->number * typed->scale;
}

std::optional<double> parse_millions(std::string_view text) {
    const std::optional<Typed> typed = parse_typed(text);
    if (!typed) return std::nullopt;
    return typed->suffixed ? typed->number * typed->scale / 1e6 : typed->number;
}

std::string plain_number(double number) {
    if (number == 0) return "0";
    char text[400];   // the largest double has 309 digits, the smallest a fraction of 324
    for (int digits = 1; digits <= 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, number);
        if (std::strtod(text, nullptr) == number) break;
    }
    if (std::string_view(text).find('e') == std::string_view::npos) return text;
    // No exponents for readers: whole numbers in full, tiny ones with as many places as they need.
    std::snprintf(text, sizeof text, "%.0f", number);
    for (int places = 5; std::strtod(text, nullptr) != number && places < 350; ++places) std::snprintf(text, sizeof text, "%.*f", places, number);
    return text;
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
