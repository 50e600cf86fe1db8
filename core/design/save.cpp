#include "core/design/save.h"

#include "core/base/text.h"
#include "core/design/migrate.h"

#include <cstdio>

namespace handfast {

Result<SaveFile> read_save(const Json& json) {
    const Result<Json> current = migrated(json);
    if (!current) return current.error();
    FieldReader reader;
    SaveFile file;
    if (!reader.read(*current, file)) return reader.error();
    return file;
}

Result<SaveFile> parse_save(std::string_view bytes) {
    const Result<Json> json = parse_json(bytes);
    if (!json) return json.error();
    return read_save(*json);
}

std::string write_save(const SaveFile& file) { return write_json(field_json(file)); }

std::string write_save_schema() {
    Json schema = field_schema<SaveFile>();
    JsonObject& members = *std::get_if<JsonObject>(&schema.value);
    members.insert(members.begin(), {{"$schema", Json{std::string("https://json-schema.org/draft/2020-12/schema")}},
                                     {"title", Json{std::string("Handfast design, save format ") + std::to_string(save_version)}}});
    for (JsonMember& member : members) {
        if (member.first != "properties") continue;
        for (JsonMember& property : *std::get_if<JsonObject>(&member.second.value)) {
            if (property.first == "format") std::get_if<JsonObject>(&property.second.value)->emplace_back("const", Json{std::string(save_format)});
        }
    }
    return write_json(schema);
}

std::string export_file_stem(const Design& design, int edition, std::string_view clock) {
    std::string stem = replaced(replaced(clock, ":", ""), " ", "_");
    const std::string title = file_stem(design_title(design));
    stem += "_" + (title.empty() ? "partnership" : title);
    char version[16];
    std::snprintf(version, sizeof version, "_v%02d", edition);
    return stem + version;
}

std::string save_file_name(const Design& design, int edition, std::string_view clock) {
    return export_file_stem(design, edition, clock) + ".handfast.json";
}

}  // namespace handfast
