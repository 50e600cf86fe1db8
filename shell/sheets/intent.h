// All that a sheet can ask for. Canvas, mirror, keyboard and tests produce these and nothing else.
#pragma once

#include "core/base/ids.h"
#include "core/workspace/edit.h"

#include <string>
#include <variant>

namespace handfast::sheets {

using handfast::Edit;
using handfast::EditVerb;

// What the shell does itself: it moves the view or reaches for a file, and never changes the design.
enum class Deed {
    None,
    OpenSheet,        // argument: sheet id
    GoTo,             // argument: a place; opens the sheet that holds it, scrolls there and focuses it
    Undo,
    Redo,
    NewDesign,
    OpenSample,       // argument: sample id
    OpenFile,         // shows the browser's file dialog
    SaveFile,
    ExportMarkdown,
    ExportHtml,
    PrintOutline,
    CopyOutline,
    ContinueDraft,    // opens what the browser held
    DiscardDraft,
    SwitchTheme,      // light, dark, as the system: the next of these
    ShowAbout,
    ShowShortcuts,
    CloseDialog,
    SaveThenGoOn,     // of the dialog that asks before a design is replaced
    GoOnUnsaved,
    ShowPane,         // narrow windows. argument: rail, main, side
};

struct ShellAction {
    Deed deed = Deed::None;
    std::string argument;
    bool operator==(const ShellAction&) const = default;
};

using Intent = std::variant<ShellAction, Edit, Command>;

}  // namespace handfast::sheets
