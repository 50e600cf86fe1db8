// From "this was pressed" to what it asks for.
//
// Canvas and mirror both report a press by one string, and this is the only
// place that knows what the string means:
//   "<action id>"               an Action
//   "<choice id>#<option id>"   an option: chosen (Radio, Scale, Menu), switched (Check), ranked last (Ranking)
//   "<choice id>#<option id>:up", ":down", ":off"   the three buttons of a ranked option
//   "<place id>~<n>"            the n-th span of a Prose, where it leads somewhere
#pragma once

#include "shell/sheets/screen.h"

#include <optional>

namespace handfast::sheets {

PlaceId option_place(const PlaceId& choice, const std::string& option);
PlaceId span_place(const PlaceId& prose, std::size_t index);

// Empty when nothing of that name can be pressed now (it is gone, or disabled).
std::optional<Intent> request_at(const Screen& screen, const PlaceId& pressed);

// Calls `visit(const Block&)` for every block of the screen or list, parents before children.
template <class Visit>
void for_each_block(const std::vector<Block>& blocks, const Visit& visit) {
    for (const Block& block : blocks) {
        visit(block);
        if (const auto* group = std::get_if<Group>(&block.content)) for_each_block(group->blocks, visit);
    }
}

}  // namespace handfast::sheets
