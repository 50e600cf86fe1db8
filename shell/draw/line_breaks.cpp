#include "shell/draw/line_breaks.h"

namespace handfast::draw {

namespace {

bool within(char32_t code_point, char32_t first, char32_t last) { return code_point >= first && code_point <= last; }

bool is_one_of(char32_t code_point, std::u32string_view set) { return set.find(code_point) != std::u32string_view::npos; }

// Letters and digits of Latin up to U+02FF: nothing ever breaks between two of them.
bool is_plain_letter(char32_t code_point) {
    return within(code_point, U'a', U'z') || within(code_point, U'A', U'Z') || within(code_point, U'0', U'9') || within(code_point, 0x00C0, 0x02FF);
}

// Must not begin a line.
bool closes(char32_t code_point) {
    if (is_plain_letter(code_point)) return false;
    return is_one_of(code_point, U",.;:!?)]}%…’”»›、。，．：；！？）］｝〉》」』】〕〗〙〞・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜～％");
}

// Must not end a line.
bool opens(char32_t code_point) { return is_one_of(code_point, U"([{‘“«‹（［｛〈《「『【〔〖〘〝"); }

// Scripts that are written without spaces: a line may end between any two characters.
bool breaks_anywhere(char32_t code_point) {
    return within(code_point, 0x2E80, 0x312F) || within(code_point, 0x3190, 0xA4CF) || within(code_point, 0xF900, 0xFAFF) ||
           within(code_point, 0xFF00, 0xFF60) || within(code_point, 0x1F300, 0x1FAFF) || within(code_point, 0x20000, 0x3FFFF) ||
           within(code_point, 0x0E00, 0x0EFF) || within(code_point, 0x1780, 0x17FF);
}

bool is_digit(char32_t code_point) { return within(code_point, U'0', U'9'); }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
    const auto byte = [&text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(offset++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead > 0xF4) return 0xFFFD;
    char32_t code_point = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        if (offset >= text.size() || (byte(offset) & 0xC0u) != 0x80u) return 0xFFFD;
        code_point = code_point << 6 | (byte(offset++) & 0x3Fu);
    }
    return code_point;
}

bool is_space(char32_t code_point) { return code_point == U' ' || code_point == U'\t' || code_point == 0x3000 || within(code_point, 0x2000, 0x200A); }

bool is_invisible(char32_t code_point) {
    if (code_point >= 0x20 && code_point < 0x7F) return false;
    return code_point < 0x20 || code_point == soft_hyphen || within(code_point, 0x7F, 0x9F) || within(code_point, 0x200B, 0x200F) ||
           within(code_point, 0x2028, 0x202E) || within(code_point, 0x2060, 0x206F) || within(code_point, 0xFE00, 0xFE0F) ||
           code_point == 0xFEFF || within(code_point, 0xE0000, 0xE0FFF);
}

bool is_wide(char32_t code_point) { return breaks_anywhere(code_point) || within(code_point, 0xAC00, 0xD7AF) || within(code_point, 0x1100, 0x11FF); }

bool continues(char32_t code_point) {
    return within(code_point, 0x0300, 0x036F) || within(code_point, 0x1AB0, 0x1AFF) || within(code_point, 0x20D0, 0x20FF) ||
           within(code_point, 0xFE00, 0xFE0F) || within(code_point, 0x3099, 0x309A) || code_point == 0x200D ||
           within(code_point, 0x1F3FB, 0x1F3FF);
}

bool may_break(char32_t before, char32_t after) {
    // Nearly all text, at once: two letters of European scripts.
    if (is_plain_letter(before) && is_plain_letter(after)) return false;
    if (is_space(after) || continues(after) || after == 0x2060 || after == 0x00A0 || after == 0x202F) return false;
    if (is_space(before)) return true;
    if (before == 0x200B || before == soft_hyphen) return true;
    if (before == 0x200D || before == 0x2060 || before == 0x00A0 || before == 0x202F) return false;
    if (closes(after) || opens(before)) return false;
    if (before == U'-' || before == U'/' || before == 0x2010) return !is_digit(after);
    if (before == 0x2013 || before == 0x2014) return true;
    return breaks_anywhere(before) || breaks_anywhere(after);
}

}  // namespace handfast::draw
