// Builds the whole screen from the workspace and the view state.
//
//     Screen screen = build_screen(workspace, view);
//
// To add a worksheet: a file here with one build function, and a row in the
// table of sheets in screens.cpp.
#pragma once

#include "core/workspace/workspace.h"
#include "shell/sheets/screen.h"
#include "shell/sheets/view_state.h"

namespace handfast::sheets {

Screen build_screen(const Workspace& workspace, const ViewState& view);

// Whether a sheet of that id exists: "start", "deal", a stage's id, "outline".
bool is_sheet(const Workspace& workspace, std::string_view id);
// The sheet on which a place is edited or shown; empty if it is on none.
std::string sheet_of(const Workspace& workspace, const PlaceId& place);

}  // namespace handfast::sheets
