#include "core/base/result.h"

namespace handfast {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::TooLarge: return "too large";
        case ErrorCode::NotUtf8: return "not UTF-8";
        case ErrorCode::NotJson: return "not JSON";
        case ErrorCode::DuplicateKey: return "duplicate key";
        case ErrorCode::NumberOutOfRange: return "number out of range";
        case ErrorCode::WrongType: return "wrong type";
        case ErrorCode::WrongValue: return "wrong value";
        case ErrorCode::MissingField: return "missing field";
        case ErrorCode::WrongFormat: return "wrong format";
        case ErrorCode::NewerVersion: return "newer version";
        case ErrorCode::UnknownPath: return "unknown path";
        case ErrorCode::NotFound: return "not found";
    }
    return "";
}

std::string describe(const Error& error) {
    std::string place;
    if (error.where.line > 0) {
        place = "Line " + std::to_string(error.where.line) + ", column " + std::to_string(error.where.column);
        if (!error.where.path.empty()) place += " (" + error.where.path + ")";
    } else if (error.where.byte >= 0) {
        place = "Byte " + std::to_string(error.where.byte);
    } else {
        place = error.where.path;
    }
    std::string text = place.empty() ? error.message : place + ": " + error.message;
    if (!error.remedy.empty()) text += " " + error.remedy;
    return text;
}

}  // namespace handfast
