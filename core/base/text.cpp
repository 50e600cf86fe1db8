#include "core/base/text.h"

namespace handfast {

namespace {
constexpr std::string_view blanks = " \t\r\n\f\v";
}

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    std::size_t i = 0;
    const auto continues = [&](std::size_t at, unsigned char least, unsigned char most) {
        if (at >= bytes.size()) return false;
        const auto byte = static_cast<unsigned char>(bytes[at]);
        return byte >= least && byte <= most;
    };
    while (i < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        // The second byte's range excludes overlong forms, surrogates and code points beyond 10FFFF.
        std::size_t length = 0;
        unsigned char least = 0x80, most = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            length = 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            length = 3;
            if (lead == 0xE0) least = 0xA0;
            if (lead == 0xED) most = 0x9F;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            length = 4;
            if (lead == 0xF0) least = 0x90;
            if (lead == 0xF4) most = 0x8F;
        } else {
            return i;
        }
        if (!continues(i + 1, least, most)) return i;
        for (std::size_t k = 2; k < length; ++k) {
            if (!continues(i + k, 0x80, 0xBF)) return i;
        }
        i += length;
    }
    return std::nullopt;
}

TextPlace place_of_byte(std::string_view bytes, std::size_t offset) {
    TextPlace place;
    for (std::size_t i = 0; i < offset && i < bytes.size(); ++i) {
        if (bytes[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
    }
    return place;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(blanks) == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string join(const std::vector<std::string>& items, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += separator;
        text += items[i];
    }
    return text;
}

std::string join_and(const std::vector<std::string>& items) {
    if (items.size() < 2) return join(items, "");
    return join({items.begin(), items.end() - 1}, ", ") + " and " + items.back();
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string result;
    std::size_t start = 0;
    while (true) {
        const std::size_t found = what.empty() ? std::string_view::npos : text.find(what, start);
        result += text.substr(start, found == std::string_view::npos ? found : found - start);
        if (found == std::string_view::npos) return result;
        result += with;
        start = found + what.size();
    }
}

std::string file_stem(std::string_view text, std::size_t most) {
    std::string stem;
    for (const char c : trimmed(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || byte >= 0x80;
        if (letter) {
            stem += c;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    if (stem.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0) == 0x80) --end;   // not inside a character
        stem.resize(end);
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    return stem;
}

}  // namespace handfast
