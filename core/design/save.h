// The save format: one JSON object, documented in core/README.md.
//
//     Result<SaveFile> file = parse_save(bytes);
//     std::string bytes = write_save(*file);
//
// Version 1. A newer version is refused with a message that says so; an older
// one is brought up to date by migrate.h. Members that this version does not
// know are kept. Writing what was read gives the same bytes, provided they
// were written by Handfast.
#pragma once

#include "core/design/design.h"

namespace handfast {

inline constexpr int save_version = 1;
inline constexpr std::string_view save_format = "handfast design";

struct SaveFile {
    std::string format{save_format};
    int version = save_version;
    Id<struct DocumentTag> id;   // the same through all versions of one design
    int edition = 0;             // counts saves to a file: "v07"
    Design design = new_design();
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("format", &SaveFile::format, "Always \"handfast design\"").required(),
                          field("version", &SaveFile::version, "Version of this format").required().between(1, save_version),
                          field("id", &SaveFile::id, "Names the design through all its editions").required(),
                          field("edition", &SaveFile::edition, "How often it was saved to a file").between(0, 1e9),
                          field("design", &SaveFile::design, "The design").required()};
    }
    bool operator==(const SaveFile&) const = default;
};

Result<SaveFile> parse_save(std::string_view bytes);
// The same from JSON that is part of a larger document.
Result<SaveFile> read_save(const Json& json);
std::string write_save(const SaveFile& file);

// JSON Schema 2020-12 of the format, made from fields().
std::string write_save_schema();

// "2026-11-22_1432_Nordwagen-and-Seoul-Cell_v07.handfast.json". `clock`: "2026-11-22 14:32".
std::string save_file_name(const Design& design, int edition, std::string_view clock);
// The same without ".handfast.json", for exports.
std::string export_file_stem(const Design& design, int edition, std::string_view clock);

}  // namespace handfast
