// Fields to type in and menus to choose from, as they look while the native ones over them are hidden.
//
// The page puts an <input>, <textarea> or <select> exactly over the rectangle
// reported for the field's id, with the paddings and type of theme.h.
#include "shell/draw/draw_blocks.h"

#include <algorithm>

namespace handfast::draw {

using namespace sheets;

namespace {

float field_width(Pen& pen, FieldWidth width, float room) {
    switch (width) {
    case FieldWidth::Narrow: return std::min(room, pen.px(measure::field_narrow));
    case FieldWidth::Medium: return std::min(room, pen.px(measure::field_medium));
    case FieldWidth::Full: break;
    }
    return room;
}

// The height of a box of this width in which all lines of the text are seen, up to a limit.
float box_height(Pen& pen, const Field& field, float width) {
    if (field.shape == FieldShape::Line) return pen.px(measure::control_height);
    const int least = field.shape == FieldShape::Paragraph ? measure::paragraph_least_lines : 1;
    const std::string_view text = field.text;
    const float line = pen.px(type::body.line);
    const float words = text.empty() ? line : pen.height_of(text, type::body, width - 2 * pen.px(measure::field_padding_x), measure::paragraph_most_lines);
    return std::max(words, line * static_cast<float>(least)) + 2 * pen.px(measure::field_padding_y);
}

// The words within a field's box: its text or, while there is none, its placeholder.
void draw_field_words(Pen& pen, const Field& field, Rect box, Align align, std::uint32_t target) {
    const bool empty = field.text.empty();
    const std::string& words = empty ? field.placeholder : field.text;
    const Tone tone = !field.enabled ? Tone::Disabled : empty ? Tone::Placeholder : Tone::Ink;
    const float padding = pen.px(measure::field_padding_x);
    TextLook look{.align = align, .target = target, .role = MarkRole::FieldText};
    if (field.shape == FieldShape::Line) {
        pen.line_of_text(words, type::body, tone, inset(box, padding, 0), look);
        return;
    }
    look.most_lines = measure::paragraph_most_lines;
    pen.text(words, type::body, tone, box.x + padding, box.y + pen.px(measure::field_padding_y), box.width - 2 * padding, look);
}

BoxLook field_frame(bool enabled, bool invalid, std::uint32_t target) {
    BoxLook look{.fill = Tone::Surface, .line = {Tone::ControlEdge, Tone::ControlEdgeHover}, .radius = measure::control_radius,
                 .target = target, .role = MarkRole::FieldBox};
    if (invalid) look.line = Tone::Error;
    if (!enabled) {
        look.fill = Tone::Sunken;
        look.line = Tone::Line;
    }
    return look;
}

std::string_view chosen_label(const Choice& choice) {
    for (const Option& option : choice.options) {
        if (option.chosen) return option.label;
    }
    return {};
}

// Words and chevron of a menu. Without a choice there is only the chevron: the page's select says "none" itself.
void draw_menu_words(Pen& pen, const Choice& choice, Rect box, std::uint32_t target) {
    const float padding = pen.px(measure::field_padding_x), chevron = pen.px(measure::chevron_room);
    const Tone tone = choice.enabled ? Tone::Ink : Tone::Disabled;
    const std::string_view chosen = chosen_label(choice);
    const TextLook look{.target = target, .role = MarkRole::FieldText};
    const Rect words{box.x + padding, box.y, box.width - padding - chevron, box.height};
    if (chosen.empty()) {
        pen.line_of_text("–", type::body, choice.enabled ? Tone::Placeholder : Tone::Disabled, words, look);
    } else {
        pen.line_of_text(chosen, type::body, tone, words, look);
    }
    pen.icon(Icon::Down, choice.enabled ? Tint(Tone::Muted, Tone::Ink) : Tint(Tone::Disabled),
             {right_of(box) - chevron, box.y, chevron - pen.px(4), box.height}, pen.px(14), target);
}

}  // namespace

float draw_label(Pen& pen, std::string_view label, Label shown, bool enabled, const Room& room) {
    if (label.empty() || shown == Label::Spoken) return 0;
    return pen.text(label, type::strong, enabled ? Tone::Ink : Tone::Disabled, room.x, room.y, room.width) + pen.px(6);
}

float draw_help(Pen& pen, std::string_view help, std::string_view error, const Room& room) {
    if (!error.empty()) {
        const float indent = pen.px(18);
        const float gap = pen.px(6);
        pen.icon(Icon::Info, Tone::Error, {room.x, room.y + gap, pen.px(14), pen.px(type::small.line)}, pen.px(13));
        return gap + pen.text(error, type::small, Tone::Error, room.x + indent, room.y + gap, room.width - indent);
    }
    if (help.empty()) return 0;
    return pen.px(6) + pen.text(help, type::small, Tone::Muted, room.x, room.y + pen.px(6), room.width);
}

float draw_field(Pen& pen, const Field& field, const Room& room) {
    float y = room.y + draw_label(pen, field.label, field.label_shown, field.enabled, room);

    const float unit_width = field.unit.empty() ? 0 : std::min(pen.width_of(field.unit, type::body), room.width / 2);
    const float unit_room = field.unit.empty() ? 0 : unit_width + pen.px(8);
    Rect box{room.x, y, field_width(pen, field.width, room.width - unit_room), pen.px(measure::control_height)};
    box.height = box_height(pen, field, box.width);

    std::uint32_t target = no_target;
    if (field.enabled) target = pen.target(field.id, box, TargetKind::Type);
    pen.box(box, field_frame(field.enabled, !field.error.empty(), target));
    draw_field_words(pen, field, box, Align::Start, target);
    if (!field.unit.empty()) {
        pen.line_of_text(field.unit, type::body, Tone::Muted,
                         {right_of(box) + pen.px(8), box.y, unit_width + 1, pen.px(measure::control_height)});
    }
    pen.place(field.id, box);
    y = bottom_of(box);
    Room below = room;
    below.y = y;
    return y + draw_help(pen, field.help, field.error, below) - room.y;
}

float draw_menu(Pen& pen, const Choice& choice, const Room& room) {
    const float y = room.y + draw_label(pen, choice.label, choice.label_shown, choice.enabled, room);
    float widest = pen.px(measure::field_narrow);
    for (const Option& option : choice.options) widest = std::max(widest, pen.width_of(option.label, type::body));
    const float wanted = widest + pen.px(measure::field_padding_x + measure::chevron_room);
    const Rect box{room.x, y, std::min(room.width, std::clamp(wanted, pen.px(160), pen.px(480))), pen.px(measure::control_height)};
    std::uint32_t target = no_target;
    if (choice.enabled) target = pen.target(choice.id, box, TargetKind::Menu);
    pen.box(box, field_frame(choice.enabled, !choice.error.empty(), target));
    draw_menu_words(pen, choice, box, target);
    pen.place(choice.id, box);
    Room below = room;
    below.y = bottom_of(box);
    return below.y + draw_help(pen, choice.help, choice.error, below) - room.y;
}

namespace {

// A cell shows its frame only while something happens to it; an error always.
BoxLook cell_frame(bool enabled, bool invalid, std::uint32_t target) {
    BoxLook look{.fill = {Tone::None, Tone::Surface}, .line = {Tone::None, Tone::ControlEdge}, .radius = 4, .target = target,
                 .role = MarkRole::FieldBox};
    if (invalid) look.line = Tone::Error;
    if (!enabled) look.fill = look.line = Tone::None;
    return look;
}

}  // namespace

float draw_cell_field(Pen& pen, const Field& field, Rect cell, Align align) {
    const float unit_width = field.unit.empty() ? 0 : pen.width_of(field.unit, type::small) + pen.px(10);
    Rect box = inset(cell, 2, 2);
    box.width -= unit_width;
    const float least = pen.px(measure::control_height);
    box.height = std::max(least, box_height(pen, field, box.width));

    std::uint32_t target = no_target;
    if (field.enabled) target = pen.target(field.id, box, TargetKind::Type);
    pen.box(box, cell_frame(field.enabled, !field.error.empty(), target));
    draw_field_words(pen, field, box, align, target);
    if (unit_width > 0) pen.line_of_text(field.unit, type::small, Tone::Muted, {right_of(box) + 2, box.y, unit_width, least});
    pen.place(field.id, box, 4);

    float height = box.height + 4;
    const std::string& note = field.error.empty() ? field.help : field.error;
    if (!note.empty()) {
        const float padding = pen.px(measure::field_padding_x);
        height += pen.text(note, type::small, field.error.empty() ? Tone::Muted : Tone::Error, cell.x + padding, cell.y + height - 2,
                           cell.width - 2 * padding) + pen.px(6);
    }
    return height;
}

float draw_cell_menu(Pen& pen, const Choice& choice, Rect cell) {
    Rect box = inset(cell, 2, 2);
    box.height = pen.px(measure::control_height);
    std::uint32_t target = no_target;
    if (choice.enabled) target = pen.target(choice.id, box, TargetKind::Menu);
    pen.box(box, cell_frame(choice.enabled, !choice.error.empty(), target));
    draw_menu_words(pen, choice, box, target);
    pen.place(choice.id, box, 4);
    float height = box.height + 4;
    if (!choice.error.empty()) {
        const float padding = pen.px(measure::field_padding_x);
        height += pen.text(choice.error, type::small, Tone::Error, cell.x + padding, cell.y + height - 2, cell.width - 2 * padding) + pen.px(6);
    }
    return height;
}

}  // namespace handfast::draw
