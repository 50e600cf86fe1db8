#include "shell/sheets/controls.h"

#include "shell/sheets/requests.h"

#include <algorithm>

namespace handfast::sheets {

namespace {

class Collector {
public:
    explicit Collector(const PlaceId& place) : m_place(place) {}

    void blocks(const std::vector<Block>& list, bool within) {
        for (const Block& block : list) {
            std::visit([&](const auto& content) { add(content, within); }, block.content);
        }
    }
    std::vector<Control> found;

private:
    void add(const Group& group, bool within) { blocks(group.blocks, within || group.id == m_place); }
    void add(const Field& field, bool within) {
        if (within || field.id == m_place) found.push_back({field.id, true});
    }
    void add(const Action& action, bool within) {
        if (within || action.id == m_place) found.push_back({action.id, false});
    }
    // Of options that exclude each other the chosen one comes first, as it does when the keyboard enters them.
    void add(const Choice& choice, bool within) {
        if (!within && choice.id != m_place) return;
        if (choice.shape == ChoiceShape::Menu || choice.options.empty()) {
            found.push_back({choice.id, false});
            return;
        }
        std::vector<const Option*> options;
        for (const Option& option : choice.options) options.push_back(&option);
        if (choice.shape != ChoiceShape::Check) {
            std::stable_partition(options.begin(), options.end(), [](const Option* option) { return option->chosen; });
        }
        for (const Option* option : options) found.push_back({option_place(choice.id, option->id), false});
    }
    void add(const Table& table, bool within) {
        within = within || table.id == m_place;
        for (const Row& row : table.rows) {
            const bool in_row = within || row.id == m_place;
            for (const auto& cell : row.cells) {
                std::visit([&](const auto& content) { add(content, in_row); }, cell);
            }
            for (const Action& action : row.actions) add(action, in_row);
        }
        if (table.add) add(*table.add, within);
    }
    void add(const Heading&, bool) {}
    void add(const Prose&, bool) {}
    void add(const Meter&, bool) {}
    void add(const Spring&, bool) {}
    void add(const Rule&, bool) {}

    const PlaceId& m_place;
};

}  // namespace

std::vector<Control> controls_at(const Screen& screen, const PlaceId& place) {
    Collector collector(place);
    for (const Region& region : screen.regions) collector.blocks(region.blocks, region.id == place);
    return std::move(collector.found);
}

}  // namespace handfast::sheets
