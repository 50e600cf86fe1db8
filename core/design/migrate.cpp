#include "core/design/migrate.h"

#include "core/base/number.h"
#include "core/design/save.h"

#include <cmath>

namespace handfast {

namespace {

using Step = Json (*)(Json document);
// steps[n - 1] turns version n into version n + 1.
constexpr std::array<Step, save_version - 1> steps{};

}  // namespace

Result<Json> migrated(Json document) {
    const std::string remedy = "Open a file that ends in .handfast.json.";
    if (document.object() == nullptr) {
        return Error{ErrorCode::WrongFormat, {document.line, document.column, -1, ""},
                     "This is JSON, but not a Handfast design: here stands " + std::string(type_name(document)) + ".", remedy};
    }
    const Json* format = document.find("format");
    if (format == nullptr || format->text() == nullptr || *format->text() != save_format) {
        const Json& at = format == nullptr ? document : *format;
        return Error{ErrorCode::WrongFormat, {at.line, at.column, -1, "format"}, "This is JSON, but not a Handfast design.", remedy};
    }
    const Json* version = document.find("version");
    if (version == nullptr || version->number() == nullptr || *version->number() < 1 || *version->number() != std::floor(*version->number())) {
        const Json& at = version == nullptr ? document : *version;
        return Error{ErrorCode::WrongFormat, {at.line, at.column, -1, "version"}, "The version of the file is missing or not a whole number.",
                     "Open an undamaged copy."};
    }
    if (*version->number() > save_version) {
        return Error{ErrorCode::NewerVersion, {version->line, version->column, -1, "version"},
                     "The file was saved by a newer Handfast: format " + plain_number(*version->number()) + ", and this one reads up to " +
                         std::to_string(save_version) + ".",
                     "Open it with the newer Handfast; it is unchanged."};
    }
    for (auto at = static_cast<std::size_t>(*version->number()); at < static_cast<std::size_t>(save_version); ++at) {
        document = steps.at(at - 1)(std::move(document));
    }
    return document;
}

}  // namespace handfast
