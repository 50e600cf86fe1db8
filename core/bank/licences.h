// What the program contains that others wrote, as data: assets/licences.json.
#pragma once

#include "core/base/field_json.h"

namespace handfast {

struct Component {
    std::string name;
    std::string version;
    std::string use;                      // "draws the worksheets"
    std::string licence;                  // "MIT"
    std::vector<std::string> copyright;
    std::string text;                     // which of the texts applies

    static constexpr auto fields() {
        return std::tuple{field("name", &Component::name, "What it is called").required(), field("version", &Component::version, "Which version").required(),
                          field("use", &Component::use, "What it does here").required(), field("licence", &Component::licence, "Short name of the licence").required(),
                          field("copyright", &Component::copyright, "Holders").required(), field("text", &Component::text, "Key of the licence text").required()};
    }
    bool operator==(const Component&) const = default;
};

struct Licences {
    std::vector<Component> components;
    std::map<std::string, std::string> texts;   // by key

    static constexpr auto fields() {
        return std::tuple{field("components", &Licences::components, "In order of importance").required(), field("texts", &Licences::texts, "Licence texts by key").required()};
    }
    bool operator==(const Licences&) const = default;
};

}  // namespace handfast
