// Finds what was pressed on the screen. Ids are compared whole, never taken apart, so that no
// character in an id can be mistaken for a separator.
#include "shell/sheets/requests.h"

#include <algorithm>
#include <string_view>

namespace handfast::sheets {

namespace {

using Found = std::optional<Intent>;

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

Found request_of(const Action& action, const PlaceId& pressed) {
    if (action.id != pressed || !action.enabled) return std::nullopt;
    return Intent(action.intent);
}

int ranked_options(const Choice& choice) {
    return static_cast<int>(std::count_if(choice.options.begin(), choice.options.end(),
                                          [](const Option& option) { return option.rank > 0; }));
}

Found request_of_ranked(const Choice& choice, const Option& option, std::string_view button) {
    auto edit = [&](EditVerb verb) { return Intent(Edit{choice.id, verb, option.id}); };
    if (option.rank <= 0) return button.empty() ? Found(edit(EditVerb::Include)) : std::nullopt;
    if (button == ":up" && option.rank > 1) return edit(EditVerb::Raise);
    if (button == ":down" && option.rank < ranked_options(choice)) return edit(EditVerb::Lower);
    if (button == ":off") return edit(EditVerb::Exclude);
    return std::nullopt;
}

Found request_of(const Choice& choice, const PlaceId& pressed) {
    if (!choice.enabled || !begins_with(pressed, choice.id + "#")) return std::nullopt;
    for (const Option& option : choice.options) {
        const PlaceId place = option_place(choice.id, option.id);
        if (!begins_with(pressed, place)) continue;
        const std::string_view button = std::string_view(pressed).substr(place.size());
        if (choice.shape == ChoiceShape::Ranking) {
            if (button.empty() || button == ":up" || button == ":down" || button == ":off") {
                return request_of_ranked(choice, option, button);
            }
        } else if (button.empty()) {
            const bool switched_off = choice.shape == ChoiceShape::Check && option.chosen;
            const EditVerb verb = choice.shape != ChoiceShape::Check ? EditVerb::Set
                                  : switched_off                     ? EditVerb::Exclude
                                                                     : EditVerb::Include;
            return Intent(Edit{choice.id, verb, option.id});
        }
    }
    return std::nullopt;
}

Found request_of(const Prose& prose, const PlaceId& pressed) {
    if (!begins_with(pressed, prose.id + "~")) return std::nullopt;
    for (std::size_t i = 0; i < prose.spans.size(); ++i) {
        if (prose.spans[i].leads_to.empty() || span_place(prose.id, i) != pressed) continue;
        return Intent((ShellAction{Deed::GoTo, prose.spans[i].leads_to}));
    }
    return std::nullopt;
}

Found request_of(const Table& table, const PlaceId& pressed) {
    for (const Row& row : table.rows) {
        for (const auto& cell : row.cells) {
            Found found;
            if (const auto* prose = std::get_if<Prose>(&cell)) found = request_of(*prose, pressed);
            if (const auto* choice = std::get_if<Choice>(&cell)) found = request_of(*choice, pressed);
            if (found) return found;
        }
        for (const Action& action : row.actions) {
            if (Found found = request_of(action, pressed)) return found;
        }
    }
    return table.add ? request_of(*table.add, pressed) : std::nullopt;
}

}  // namespace

PlaceId option_place(const PlaceId& choice, const std::string& option) { return choice + "#" + option; }

PlaceId span_place(const PlaceId& prose, std::size_t index) { return prose + "~" + std::to_string(index); }

std::optional<Intent> request_at(const Screen& screen, const PlaceId& pressed) {
    if (pressed.empty()) return std::nullopt;
    Found found;
    for (const Region& region : screen.regions) {
        for_each_block(region.blocks, [&](const Block& block) {
            if (found) return;
            if (const auto* action = std::get_if<Action>(&block.content)) found = request_of(*action, pressed);
            if (const auto* choice = std::get_if<Choice>(&block.content)) found = request_of(*choice, pressed);
            if (const auto* prose = std::get_if<Prose>(&block.content)) found = request_of(*prose, pressed);
            if (const auto* table = std::get_if<Table>(&block.content)) found = request_of(*table, pressed);
        });
    }
    return found;
}

}  // namespace handfast::sheets
