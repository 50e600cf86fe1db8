// Lays out blocks: one function for each kind in block.h.
//
// Each draws into a Picture at the Room it is given and returns the height it
// took. Nothing here knows of the pointer, the focus or the theme's colours:
// marks say which tone they take in which state, and painter.cpp does the rest.
//
// To add a kind: its function here, a case in `draw_block`, a width in
// draw_rows.cpp if it can stand in a line, and a distance in `gap_between`.
#pragma once

#include "shell/draw/pen.h"
#include "shell/sheets/requests.h"

#include <cstddef>
#include <vector>

namespace handfast::draw {

enum class Inside { Open, Card, Question };

// Where a block may go: left top corner and width, and what surrounds it.
struct Room {
    float x = 0, y = 0, width = 0;
    sheets::Landmark landmark = sheets::Landmark::Main;
    Inside inside = Inside::Open;
    bool one_line = false;     // bar and status line: nothing wraps
    bool frames_notes = true;  // not within a banner that is a note itself
};

float draw_block(Pen& pen, const sheets::Block& block, const Room& room);
// One below the other.
float draw_stack(Pen& pen, const std::vector<sheets::Block>& blocks, const Room& room);
float gap_between(const sheets::Block& above, const sheets::Block& below, const Room& room);

// draw_blocks.cpp
float draw_heading(Pen& pen, const sheets::Heading& heading, const Room& room);
float draw_prose(Pen& pen, const sheets::Prose& prose, const Room& room);
float draw_meter(Pen& pen, const sheets::Meter& meter, const Room& room);
// The words of a prose in one style, without the frame that a note has.
float draw_spans(Pen& pen, const sheets::Prose& prose, const TypeStyle& style, Tone tone, const Room& room);
TypeStyle prose_style(const sheets::Prose& prose, const Room& room);
bool has_frame(const sheets::Prose& prose, const Room& room);

// draw_actions.cpp
float draw_action(Pen& pen, const sheets::Action& action, const Room& room);
float draw_button(Pen& pen, const sheets::Action& action, Rect rect, bool icon_only);
float button_width(Pen& pen, const sheets::Action& action, const Room& room);
float button_height(Pen& pen, const Room& room);
// How far a button without a frame stands out to the left, so that its words start where those above it do.
float button_overhang(Pen& pen, const sheets::Action& action, const Room& room);
void draw_icon_button(Pen& pen, const PlaceId& id, sheets::Icon icon, Rect rect, bool enabled, Tone tone = Tone::Muted);

// draw_fields.cpp
float draw_field(Pen& pen, const sheets::Field& field, const Room& room);
float draw_menu(Pen& pen, const sheets::Choice& choice, const Room& room);
float draw_label(Pen& pen, std::string_view label, sheets::Label shown, bool enabled, const Room& room);
float draw_help(Pen& pen, std::string_view help, std::string_view error, const Room& room);
// Without a frame at rest, label and help, filling a cell of a table; return the height they want.
float draw_cell_field(Pen& pen, const sheets::Field& field, Rect cell, Align align);
float draw_cell_menu(Pen& pen, const sheets::Choice& choice, Rect cell);

// draw_choices.cpp
float draw_choice(Pen& pen, const sheets::Choice& choice, const Room& room);

// draw_tables.cpp
float draw_table(Pen& pen, const sheets::Table& table, const Room& room);
// The width at which every text of one line is seen whole.
float table_natural_width(Pen& pen, const sheets::Table& table);

// draw_rows.cpp
float draw_group(Pen& pen, const sheets::Group& group, const Room& room);
// Side by side. `height` is that of the line in bar and status line, 0 elsewhere.
float draw_row(Pen& pen, const std::vector<sheets::Block>& blocks, const Room& room, float height);

}  // namespace handfast::draw
