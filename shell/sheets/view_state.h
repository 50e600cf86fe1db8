// How this browser looks at the design: never saved with it, never undone.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "shell/sheets/intent.h"

#include <map>
#include <optional>
#include <string>

namespace handfast::sheets {

enum class ThemeChoice { System, Light, Dark };
enum class Pane { Rail, Main, Side };   // which one a narrow window shows

// Text that a field could not hold, kept until it is mended.
struct Rejected {
    std::string text;
    std::string error;
    bool operator==(const Rejected&) const = default;
};

// What the browser held when the page was opened.
struct Draft {
    std::string title;
    std::string kept_at;
    bool operator==(const Draft&) const = default;
};

enum class Dialog { None, About, Shortcuts, SaveFirst, CannotOpen };

struct ViewState {
    std::string sheet = "start";
    QuestionId question;              // the current one of a stage's sheet
    PlaceId focus;
    PlaceId focus_request;            // a place that should get the focus in the next frame
    PlaceId editing;                  // the text field being typed in
    Dialog dialog = Dialog::None;
    ShellAction pending;              // SaveFirst: what the user wanted to do
    Error problem;                    // CannotOpen: why
    std::string problem_file;
    ThemeChoice theme = ThemeChoice::System;
    Pane pane = Pane::Main;
    float width = 1280;               // of the window, CSS px
    bool apple_keyboard = false;
    std::string announcement;         // the last thing worth saying aloud
    std::map<PlaceId, Rejected> rejected;
    std::optional<Draft> draft;
};

// Window widths from which the side panel and the rail stand beside the sheet. shell/draw lays out to the same.
inline constexpr float side_from_width = 1100;
inline constexpr float rail_from_width = 760;

}  // namespace handfast::sheets
