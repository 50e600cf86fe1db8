#include "core/base/field_json.h"

namespace handfast {

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 80) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

Error unknown_path(std::string_view path, std::string message) {
    return Error{ErrorCode::UnknownPath, {0, 0, -1, std::string(path)}, std::move(message), "Check the path."};
}

Result<Path> parse_path(std::string_view text) {
    Path path;
    std::size_t i = 0;
    while (i < text.size()) {
        PathStep step;
        while (i < text.size() && text[i] != '.' && text[i] != '[') step.name += text[i++];
        if (i < text.size() && text[i] == '[') {
            const std::size_t end = text.find(']', i);
            if (end == std::string_view::npos) return unknown_path(text, "A bracket is not closed.");
            step.key = std::string(text.substr(i + 1, end - i - 1));
            if (!is_id(step.key)) return unknown_path(text, "The name between the brackets is not an id.");
            i = end + 1;
        }
        if (step.name.empty()) return unknown_path(text, "A name is missing.");
        path.push_back(std::move(step));
        if (i < text.size()) {
            if (text[i] != '.' || i + 1 == text.size()) return unknown_path(text, "A dot is missing or too many.");
            ++i;
        }
    }
    if (path.empty()) return unknown_path(text, "The path is empty.");
    return path;
}

}  // namespace handfast
