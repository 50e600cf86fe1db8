// The controls that answer a question, made from its kind alone.
#pragma once

#include "core/workspace/workspace.h"
#include "shell/sheets/block.h"
#include "shell/sheets/view_state.h"

namespace handfast::sheets {

// Fields, choices or a table for the agreed value. Problems are shown at their place, but not
// while that place is being typed in.
std::vector<Block> answer_blocks(const Question& question, const Design& design, const ViewState& view);

// One typed field of the design outside the questions, with what could not be read kept in it.
Field design_field(const PlaceId& place, std::string label, std::string text, const ViewState& view);

}  // namespace handfast::sheets
