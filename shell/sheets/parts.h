// The regions around the sheet and the sheets themselves, one function each; screens.cpp puts them together.
#pragma once

#include "core/workspace/workspace.h"
#include "shell/sheets/screen.h"
#include "shell/sheets/view_state.h"

namespace handfast::sheets {

Region build_bar(const Workspace& workspace, const ViewState& view);
Region build_rail(const Workspace& workspace, const ViewState& view);
Region build_side(const Workspace& workspace, const ViewState& view);   // no blocks where a sheet needs none
Region build_status(const Workspace& workspace, const ViewState& view);
Region build_dialog(const Workspace& workspace, const ViewState& view); // no blocks when none is open

std::vector<Block> build_start(const Workspace& workspace, const ViewState& view);
std::vector<Block> build_deal(const Workspace& workspace, const ViewState& view);
std::vector<Block> build_stage(const Workspace& workspace, const Stage& stage, const ViewState& view);
std::vector<Block> build_outline_sheet(const Workspace& workspace);

// The blocks of one clause, as the side panel and the outline sheet show it.
std::vector<Block> clause_blocks(const OutlineClause& clause, const Outline& outline, const PlaceId& prefix, int heading_level);
// The place of a question: its card on its stage's sheet.
PlaceId question_place(const QuestionId& question);

}  // namespace handfast::sheets
