#include "shell/sheets/words.h"

namespace handfast::sheets {

namespace {
const Language* spoken = nullptr;
}

void speak(const Language* language) { spoken = language; }

std::string tr(std::string_view english) {
    if (spoken != nullptr) {
        const auto found = spoken->find(english);
        if (found != spoken->end()) return found->second;
    }
    return std::string(english);
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool hole = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const auto index = hole ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (hole && index < values.size()) {
            text += *(values.begin() + index);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

}  // namespace handfast::sheets
