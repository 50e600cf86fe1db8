// What can stand on a sheet: headings, prose, fields, choices, tables, actions, groups.
//
// A sheet is a value. It says what is there and what can be done, never how it
// looks: shell/draw paints it, mirror.h republishes it as native page elements
// for keyboard, screen reader, browser find and tests, and text.h prints it for
// goldens. Whatever is not in these structs can be neither seen nor heard.
//
// Rules every builder keeps:
//   * `id` is a place: unique on the screen and stable from frame to frame. For
//     something editable it is the path of what it edits
//     ("answers[strategy.horizon].agreed"), so that an edit needs no table of
//     callbacks: see core/workspace/edit.h.
//   * Labels are what a screen reader should say. A label that is not drawn
//     (because a heading or a column header says it already) is still given and
//     marked Label::Spoken.
//   * Text is already in the user's language and number format.
//
// To add a kind of block: a struct here, then one function each in
// shell/draw/draw_blocks.cpp, mirror.cpp and text.cpp. The compiler names them.
#pragma once

#include "core/base/ids.h"
#include "shell/sheets/intent.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace handfast::sheets {

enum class Label { Drawn, Spoken };

struct Heading {
    PlaceId id;
    int level = 2;        // 1 the sheet's title, 2 a question or section, 3 within it
    std::string text;
    std::string number;   // drawn small before it: "1.9"; empty for none
    bool operator==(const Heading&) const = default;
};

enum class SpanStyle { Plain, Strong, Muted, Answer, Missing };

// A run of words in one style. `place` is where activating it leads (a question), empty for plain text.
struct Span {
    std::string text;
    SpanStyle style = SpanStyle::Plain;
    PlaceId leads_to;
    bool operator==(const Span&) const = default;
};

enum class ProseStyle { Body, Lead, Muted, Note, Error, Good };

struct Prose {
    PlaceId id;
    ProseStyle style = ProseStyle::Body;
    std::vector<Span> spans;
    bool operator==(const Prose&) const = default;
};

// Line: one line. Paragraph: at least three, grows with its text. Growing: one line at first,
// grows as its text wraps; Enter does not break lines. For cells of tables.
enum class FieldShape { Line, Paragraph, Growing };
enum class InputMode { Text, Decimal, Date };
enum class FieldWidth { Narrow, Medium, Full };   // about 12, 28 characters, or all there is

// A place to type. Always a native <input> or <textarea>; the drawing shows it while it has no focus.
struct Field {
    PlaceId id;
    std::string label;
    Label label_shown = Label::Drawn;
    FieldShape shape = FieldShape::Line;
    InputMode mode = InputMode::Text;
    FieldWidth width = FieldWidth::Full;
    std::string text;
    std::string placeholder;
    std::string unit;        // drawn behind the text: "months", "EUR million", "%"
    std::string help;        // one line beneath it
    std::string error;       // shown instead of help, with the field marked invalid
    bool enabled = true;
    bool operator==(const Field&) const = default;
};

struct Option {
    std::string id;
    std::string label;
    std::string help;
    bool chosen = false;
    int rank = 0;            // rankings: 1 is first, 0 not ranked
    bool operator==(const Option&) const = default;
};

// Radio and Check list their options one below the other; Scale in a row between named ends;
// Menu is a native <select>; Ranking is an ordered list with moves up and down.
enum class ChoiceShape { Radio, Check, Ranking, Scale, Menu };

struct Choice {
    PlaceId id;
    std::string label;
    Label label_shown = Label::Drawn;
    ChoiceShape shape = ChoiceShape::Radio;
    std::vector<Option> options;
    std::string low, high;   // Scale: what its ends are called
    std::string help;
    std::string error;
    bool enabled = true;
    bool operator==(const Choice&) const = default;
};

enum class ActionStyle { Primary, Secondary, Quiet, Danger, Entry };   // Entry: a line of the rail or a card of a list
enum class Icon { None, Undo, Redo, Plus, Minus, Up, Down, Left, Right, Check, Open, Save, More, Search, Sun, Moon, Info, Menu, Close, Flag, Circle, HalfCircle, Document };

struct Action {
    PlaceId id;
    std::string label;
    Label label_shown = Label::Drawn;   // Spoken: only the icon is drawn
    ActionStyle style = ActionStyle::Secondary;
    Icon icon = Icon::None;
    std::string detail;                 // Entry: a second, muted line
    std::string badge;                  // Entry: right-aligned: "8/11"
    std::string shortcut;               // "Ctrl+S", drawn in menus and spoken
    bool enabled = true;
    bool current = false;               // where the user is (rail) or pressed (toggles)
    Intent intent;
    bool operator==(const Action&) const = default;
};

// How far something has come; drawn as a thin bar, spoken as "3 of 11 answered".
struct Meter {
    PlaceId id;
    std::string label;
    double done = 0, total = 0;
    bool operator==(const Meter&) const = default;
};

struct Column {
    std::string id;
    std::string label;
    std::string help;
    double weight = 1;      // share of the width that is left after every column has its least
    bool numeric = false;   // right-aligned
    bool operator==(const Column&) const = default;
};

struct Row {
    std::string id;
    std::string heading;                                        // first cell of a matrix; empty for records
    std::string detail;                                         // muted, under the heading
    std::vector<std::variant<Prose, Field, Choice>> cells;      // one per column; a Choice here is a Menu, or a short Check
    std::vector<Action> actions;                                // up, down, remove
    bool operator==(const Row&) const = default;
};

// A table of cells. `row_heading` names the first column where rows have headings.
struct Table {
    PlaceId id;
    std::string caption;
    Label caption_shown = Label::Spoken;
    std::string row_heading;
    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string empty;               // what it says while it has no rows
    std::optional<Action> add;       // the button beneath it
    bool operator==(const Table&) const = default;
};

struct Block;

// Stack: one below the other, no frame.  Line: side by side, wrapping.  Card: framed, one
// below the other.  Question: a card that can be the current one.  Banner: side by side
// over the whole width, where Spring pushes the rest to the far end.
enum class GroupShape { Stack, Line, Card, Question, Banner };

struct Group {
    PlaceId id;
    std::string label;               // what a screen reader calls it
    GroupShape shape = GroupShape::Stack;
    bool current = false;
    std::vector<Block> blocks;
    bool operator==(const Group&) const;
};

// Takes up the room that is left in a Banner or Line.
struct Spring { bool operator==(const Spring&) const = default; };
// A thin line across.
struct Rule { bool operator==(const Rule&) const = default; };

struct Block {
    std::variant<Heading, Prose, Field, Choice, Table, Action, Meter, Group, Spring, Rule> content;
    bool operator==(const Block&) const = default;
};

inline bool Group::operator==(const Group& other) const {
    return id == other.id && label == other.label && shape == other.shape && current == other.current && blocks == other.blocks;
}

}  // namespace handfast::sheets
