// Tables: a light heading row, hairlines, cells without boxes, sideways scrolling where they are too wide.
#include "shell/draw/draw_blocks.h"
#include "shell/sheets/mirror.h"

#include <algorithm>

namespace handfast::draw {

using namespace sheets;

namespace {

struct ColumnWidth {
    float least = 0;      // narrower and the table scrolls sideways
    float natural = 0;    // its texts fit
    float width = 0;
    float weight = 0;     // share of what is left when all are natural
};

struct TableWidths {
    ColumnWidth heading;             // first column; all 0 without row headings
    std::vector<ColumnWidth> columns;
    float actions = 0;

    float least() const { return sum(&ColumnWidth::least); }
    float natural() const { return sum(&ColumnWidth::natural); }

private:
    float sum(float ColumnWidth::*which) const {
        float all = heading.*which + actions;
        for (const ColumnWidth& column : columns) all += column.*which;
        return all;
    }
};

// So that words stand below their column's heading, whether in a field or not.
float cell_padding(Pen& pen) { return pen.px(measure::field_padding_x) + 2; }

float unit_width(Pen& pen, const std::string& unit) { return unit.empty() ? 0 : pen.width_of(unit, type::small) + pen.px(10); }

// Adds what one cell wants to its column.
void want(Pen& pen, const std::variant<Prose, Field, Choice>& cell, ColumnWidth& column) {
    const float padding = 2 * cell_padding(pen);
    const auto raise = [&column](float least, float natural) {
        column.least = std::max(column.least, least);
        column.natural = std::max({column.natural, least, natural});
    };
    if (const auto* field = std::get_if<Field>(&cell)) {
        const bool words = field->mode == InputMode::Text;
        const float base = !words ? field->mode == InputMode::Date ? 106.0f : 66.0f : field->width == FieldWidth::Narrow ? 88.0f : 136.0f;
        const float unit = unit_width(pen, field->unit);
        const float most = pen.px(field->shape == FieldShape::Line ? 300 : 240);
        const float text = pen.width_of(field->text.empty() ? field->placeholder : field->text, type::body) + padding + 1;
        raise(pen.px(base) + unit, std::min(text, most) + unit);
    } else if (const auto* menu = std::get_if<Choice>(&cell)) {   // or a short list
        const bool listed = menu->shape != ChoiceShape::Menu;
        float widest = 0;   // of a menu: what is chosen, and room for most of the rest
        for (const Option& option : menu->options) {
            const float label = pen.width_of(option.label, type::body);
            widest = std::max(widest, listed || option.chosen ? label : std::min(label, pen.px(110)));
        }
        const float width = widest + (listed ? pen.px(26) + padding : pen.px(measure::field_padding_x + measure::chevron_room)) + 5;
        raise(std::clamp(width, pen.px(104), pen.px(160)), std::min(width, pen.px(260)));
    } else {
        float text = padding + 1;
        for (const Span& span : std::get<Prose>(cell).spans) text += pen.width_of(span.text, type::body);
        raise(pen.px(96), std::min(text, pen.px(300)));
    }
}

float longest_word(Pen& pen, std::string_view text, const TypeStyle& style) {
    float widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        widest = std::max(widest, pen.width_of(text.substr(0, end), style));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

bool has_row_headings(const Table& table) {
    if (!table.row_heading.empty()) return true;
    return std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return !row.heading.empty(); });
}

TableWidths measure_table(Pen& pen, const Table& table) {
    TableWidths widths;
    const float padding = 2 * cell_padding(pen) + 1;
    if (has_row_headings(table)) {
        float word = longest_word(pen, table.row_heading, type::caption), whole = pen.width_of(table.row_heading, type::caption);
        for (const Row& row : table.rows) {
            word = std::max(word, longest_word(pen, row.heading, type::strong));
            whole = std::max({whole, pen.width_of(row.heading, type::strong), pen.width_of(row.detail, type::small)});
        }
        widths.heading.least = std::clamp(word + padding, pen.px(88), pen.px(200));
        widths.heading.natural = std::clamp(whole + padding, widths.heading.least, pen.px(260));
        widths.heading.weight = 0.5f;
    }
    std::size_t actions = 0;
    for (const Row& row : table.rows) actions = std::max(actions, row.actions.size());
    if (actions > 0) widths.actions = static_cast<float>(actions) * pen.px(measure::icon_button) + pen.px(8);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        ColumnWidth width;
        width.least = std::clamp(longest_word(pen, column.label, type::caption) + padding, pen.px(72), pen.px(240));
        width.natural = std::clamp(pen.width_of(column.label, type::caption) + padding, width.least, pen.px(240));
        for (const Row& row : table.rows) {
            if (i < row.cells.size()) want(pen, row.cells[i], width);
        }
        width.weight = static_cast<float>(std::max(0.0, column.weight));
        widths.columns.push_back(width);
    }
    return widths;
}

// First every column gets its least, then what its texts want, then a share by its weight.
void share_width(Pen& pen, TableWidths& widths, float width) {
    std::vector<ColumnWidth*> all;
    if (widths.heading.least > 0) all.push_back(&widths.heading);
    for (ColumnWidth& column : widths.columns) all.push_back(&column);
    const float spare = std::max(0.0f, width - widths.least()), wanted = widths.natural() - widths.least();
    const float part = wanted > 0 ? std::min(1.0f, spare / wanted) : 0.0f;
    const float left = std::max(0.0f, width - widths.natural());
    float weights = 0, used = widths.actions;
    for (const ColumnWidth* column : all) weights += column->weight;
    for (ColumnWidth* column : all) {
        const float share = weights > 0 ? column->weight / weights : 1.0f / static_cast<float>(all.size());
        column->width = pen.snap(column->least + part * (column->natural - column->least) + left * share);
        used += column->width;
    }
    if (!all.empty() && width >= widths.least()) all.back()->width += width - used;   // what rounding left over
}

float draw_heading_row(Pen& pen, const Table& table, const TableWidths& widths, Rect frame) {
    const float padding = cell_padding(pen), down = pen.px(8);
    float x = frame.x, height = pen.px(type::caption.line);
    const auto put = [&](std::string_view label, std::string_view help, float width, Align align) {
        float used = pen.text(label, type::caption, Tone::Muted, x + padding, frame.y + down, width - 2 * padding, {.align = align});
        if (!help.empty()) used += pen.text(help, type::small, Tone::Muted, x + padding, frame.y + down + used, width - 2 * padding, {.align = align});
        height = std::max(height, used);
        x += width;
    };
    if (widths.heading.width > 0) put(table.row_heading, {}, widths.heading.width, Align::Start);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        put(table.columns[i].label, table.columns[i].help, widths.columns[i].width, table.columns[i].numeric ? Align::End : Align::Start);
    }
    height += 2 * down;
    x = frame.x + widths.heading.width;
    if (widths.heading.width > 0) pen.place(column_place(table.id, "!heading"), {frame.x, frame.y, widths.heading.width, height});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        pen.place(column_place(table.id, table.columns[i].id), {x, frame.y, widths.columns[i].width, height});
        x += widths.columns[i].width;
    }
    if (widths.actions > 0) pen.place(column_place(table.id, "!actions"), {x, frame.y, widths.actions, height});
    return height;
}

float draw_cell(Pen& pen, const std::variant<Prose, Field, Choice>& content, Rect cell, Align align, const Room& room) {
    if (const auto* field = std::get_if<Field>(&content)) return draw_cell_field(pen, *field, cell, align);
    const auto* choice = std::get_if<Choice>(&content);
    if (choice != nullptr && choice->shape == ChoiceShape::Menu) return draw_cell_menu(pen, *choice, cell);
    const float padding = cell_padding(pen), down = pen.px(choice != nullptr ? 4 : 10);
    Room inner = room;
    inner.x = cell.x + padding;
    inner.y = cell.y + down;
    inner.width = cell.width - 2 * padding;
    inner.inside = Inside::Card;
    return (choice != nullptr ? draw_choice(pen, *choice, inner) : draw_prose(pen, std::get<Prose>(content), inner)) + 2 * down;
}

float draw_table_row(Pen& pen, const Table& table, const Row& row, const TableWidths& widths, Rect frame, const Room& room) {
    const float least = pen.px(measure::table_row);
    float x = frame.x, height = least;
    if (widths.heading.width > 0) {
        const float padding = cell_padding(pen), down = pen.px(10);
        const float inner = widths.heading.width - 2 * padding;
        float words = pen.text(row.heading, type::strong, Tone::Ink, x + padding, frame.y + down, inner);
        if (!row.detail.empty()) words += pen.text(row.detail, type::small, Tone::Muted, x + padding, frame.y + down + words, inner);
        height = std::max(height, words + 2 * down);
        x += widths.heading.width;
    }
    const std::size_t cells = std::min(row.cells.size(), widths.columns.size());
    for (std::size_t i = 0; i < cells; ++i) {
        const Rect cell{x, frame.y, widths.columns[i].width, least};
        height = std::max(height, draw_cell(pen, row.cells[i], cell, table.columns[i].numeric ? Align::End : Align::Start, room));
        x += widths.columns[i].width;
    }
    const float button = pen.px(measure::icon_button);
    Rect place{right_of(frame) - widths.actions + pen.px(4), frame.y + pen.snap((least - button) / 2), button, button};
    for (const Action& action : row.actions) {
        const Icon icon = action.icon == Icon::None ? Icon::More : action.icon;
        draw_icon_button(pen, action.id, icon, place, action.enabled, action.style == ActionStyle::Danger ? Tone::Error : Tone::Muted);
        place.x += button;
    }
    pen.place(row.id, {frame.x, frame.y, frame.width, height});   // cells lie where row and column cross: see mirror.h
    return height;
}

}  // namespace

float table_natural_width(Pen& pen, const Table& table) { return measure_table(pen, table).natural(); }

float draw_table(Pen& pen, const Table& table, const Room& room) {
    float y = room.y;
    if (table.caption_shown == Label::Drawn && !table.caption.empty()) {
        y += pen.text(table.caption, type::strong, Tone::Ink, room.x, y, room.width) + pen.px(8);
    }

    TableWidths widths = measure_table(pen, table);
    // Scrolling sideways anyway, it may as well be comfortable.
    const bool scrolls = widths.least() > room.width + 0.5f;
    const float width = scrolls ? std::min(widths.natural(), widths.least() * 1.25f) : room.width;
    share_width(pen, widths, width);

    const std::uint16_t outer = pen.pane();
    Rect frame{room.x, y, width, 0};
    const std::size_t ground = pen.box({room.x, y, room.width, 0}, {.fill = Tone::Surface, .line = Tone::Line, .radius = measure::control_radius});
    // The heading row's tint keeps to the frame's round corners, so it does not scroll with the headings.
    const float line = pen.hairline();
    const std::size_t heading_ground = pen.box({room.x + line, y + line, room.width - 2 * line, 0}, {.fill = Tone::Sunken, .radius = measure::control_radius - 1});
    const std::size_t heading_foot = pen.box({room.x + line, y, room.width - 2 * line, 0}, {.fill = Tone::Sunken});
    if (scrolls) {
        Pane pane;
        pane.id = table.id;
        pane.window = {room.x + line, y, room.width - 2 * line, 0};
        pane.parent = outer;
        pane.width = width;
        pen.picture().panes.push_back(pane);
        pen.use_pane(static_cast<std::uint16_t>(pen.picture().panes.size() - 1));
        frame = {0, 0, width, 0};
    }
    const std::uint16_t inner = pen.pane();
    const float top = frame.y;

    const float heading_height = draw_heading_row(pen, table, widths, {frame.x, frame.y + line, frame.width, 0});
    frame.y += line + heading_height;
    pen.stretch(heading_ground, heading_height);
    // Square where it meets the rows.
    pen.picture().marks[heading_foot].rect.y = y + line + heading_height - measure::control_radius;
    pen.stretch(heading_foot, table.rows.empty() && table.empty.empty() ? 0 : measure::control_radius);
    for (const Row& row : table.rows) {
        pen.rule(frame.x + (scrolls ? 0 : line), frame.y, width - (scrolls ? 0 : 2 * line));
        frame.y += line;
        frame.y += draw_table_row(pen, table, row, widths, frame, room);
    }
    if (table.rows.empty() && !table.empty.empty()) {
        pen.rule(frame.x, frame.y, width);
        frame.y += pen.px(20);
        const float across = pen.px(24);
        const float seen = scrolls ? room.width : width;
        const float words = pen.text(table.empty, type::body, Tone::Muted, frame.x + across, frame.y, seen - 2 * across, {.align = Align::Middle});
        if (!scrolls) pen.place(table.id + "/empty", {frame.x + across, frame.y, seen - 2 * across, words});
        frame.y += words + pen.px(20);
    }
    if (scrolls) frame.y += pen.px(measure::scrollbar);   // the page's own lies over it
    const float height = frame.y - top + pen.hairline();
    pen.use_pane(outer);
    if (scrolls) {
        pen.picture().panes[inner].window.height = height;
        pen.picture().panes[inner].height = height;
    }
    pen.stretch(ground, height);
    pen.place(table.id, {room.x, y, room.width, height});
    y += height;

    if (table.add) {
        Room below = room;
        below.y = y + pen.px(8);
        y = below.y + draw_action(pen, *table.add, below);
    }
    return y - room.y;
}

}  // namespace handfast::draw
