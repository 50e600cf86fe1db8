// Radio, check, scale and ranking: whole rows to press, with marks of our own.
#include "shell/draw/draw_blocks.h"

#include <algorithm>

namespace handfast::draw {

using namespace sheets;

namespace {

// Rows reach a little beyond the words on both sides, so that the tint under the pointer has air.
constexpr float overhang = 10;

// The round or square mark of an option that is one of several.
void draw_tick(Pen& pen, bool round, bool chosen, bool enabled, Rect box, std::uint32_t target) {
    const float radius = round ? box.width / 2 : 4;
    if (!chosen) {
        pen.box(box, {.fill = enabled ? Tone::Surface : Tone::Sunken,
                      .line = enabled ? Tint(Tone::ControlEdge, Tone::Accent) : Tint(Tone::Line), .radius = radius, .target = target});
        return;
    }
    pen.box(box, {.fill = enabled ? Tint(Tone::Accent, Tone::AccentHover, Tone::AccentPressed) : Tint(Tone::Disabled), .radius = radius, .target = target});
    if (round) {
        const float dot = pen.px(6);
        const float edge = (box.width - dot) / 2;
        pen.box(inset(box, edge, edge), {.fill = Tone::OnAccent, .radius = dot / 2});
    } else {
        pen.icon(Icon::Check, Tone::OnAccent, box, pen.px(13));
    }
}

float draw_options(Pen& pen, const Choice& choice, const Room& room) {
    const bool round = choice.shape == ChoiceShape::Radio;
    const float tick = pen.px(16), indent = tick + pen.px(10), padding = pen.px(6), reach = pen.px(overhang);
    float y = room.y;
    for (const Option& option : choice.options) {
        const PlaceId id = option_place(choice.id, option.id);
        const float width = room.width - indent;
        const float label = pen.height_of(option.label, type::body, width);
        const float help = option.help.empty() ? 0 : pen.height_of(option.help, type::small, width) + pen.px(2);
        const float height = std::max(label + help + 2 * padding, pen.px(measure::option_height));
        const Rect row{room.x - reach, y, room.width + 2 * reach, height};
        std::uint32_t target = no_target;
        if (choice.enabled) {
            target = pen.target(id, row, TargetKind::Press);
            pen.box(row, {.fill = {Tone::None, Tone::Hover, Tone::Pressed}, .radius = measure::control_radius, .target = target});
        }
        const float first_line = pen.px(type::body.line);
        draw_tick(pen, round, option.chosen, choice.enabled, {room.x, y + padding + pen.snap((first_line - tick) / 2), tick, tick}, target);
        const Tone ink = choice.enabled ? Tone::Ink : Tone::Disabled;
        pen.text(option.label, type::body, ink, room.x + indent, y + padding, width);
        if (help > 0) pen.text(option.help, type::small, Tone::Muted, room.x + indent, y + padding + label + pen.px(2), width);
        pen.place(id, row);
        y += height;
    }
    return y - room.y;
}

// Numbered segments in a row. The names of the ends stand beside them, or beneath if they are long.
float draw_scale(Pen& pen, const Choice& choice, const Room& room) {
    if (choice.options.empty()) return 0;
    const auto count = static_cast<float>(choice.options.size());
    const float height = pen.px(measure::control_height), gap = pen.px(12), line = pen.px(type::small.line);
    float widest = 0;
    for (const Option& option : choice.options) widest = std::max(widest, pen.width_of(option.label, type::body));
    const float low = pen.width_of(choice.low, type::small), high = pen.width_of(choice.high, type::small);

    float segment = std::clamp(widest + pen.px(20), pen.px(44), pen.px(112));
    const bool beside = low + high + 2 * gap + segment * count <= room.width && std::max(low, high) < pen.px(160);
    if (!beside) segment = std::min(segment, room.width / count);
    segment = pen.snap(segment);

    const float left = room.x + (beside && low > 0 ? low + gap : 0);
    if (beside) {
        pen.line_of_text(choice.low, type::small, Tone::Muted, {room.x, room.y, low + 1, height});
        pen.line_of_text(choice.high, type::small, Tone::Muted, {left + segment * count + gap, room.y, high + 1, height});
    }
    const Rect frame{left, room.y, segment * count, height};
    pen.box(frame, {.fill = choice.enabled ? Tone::Surface : Tone::Sunken, .line = choice.enabled ? Tone::ControlEdge : Tone::Line,
                    .radius = measure::control_radius});
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const Option& option = choice.options[i];
        const PlaceId id = option_place(choice.id, option.id);
        const Rect cell{left + segment * static_cast<float>(i), room.y, segment, height};
        std::uint32_t target = no_target;
        if (choice.enabled) target = pen.target(id, cell, TargetKind::Press);
        const bool after_chosen = i > 0 && choice.options[i - 1].chosen;
        if (i > 0 && !option.chosen && !after_chosen) {
            pen.box({cell.x, cell.y + pen.px(9), pen.hairline(), height - 2 * pen.px(9)}, {.fill = Tone::Line});
        }
        const Rect face = inset(cell, pen.px(3), pen.px(3));
        if (option.chosen) {
            pen.box(face, {.fill = choice.enabled ? Tint(Tone::Accent, Tone::AccentHover, Tone::AccentPressed) : Tint(Tone::Disabled), .radius = 4, .target = target});
        } else {
            pen.box(face, {.fill = {Tone::None, Tone::Hover, Tone::Pressed}, .radius = 4, .target = target});
        }
        const Tone ink = !choice.enabled ? Tone::Disabled : option.chosen ? Tone::OnAccent : Tone::Ink;
        // Labels that do not fit between the lines give way to their number; the mirror says them in full.
        const bool fits = pen.width_of(option.label, type::body) <= segment - pen.px(8);
        const std::string_view words = fits && !option.label.empty() ? std::string_view(option.label) : pen.keep(std::to_string(i + 1));
        pen.line_of_text(words, option.chosen ? type::strong : type::body, ink, cell, {.align = Align::Middle});
        pen.place(id, cell);
    }
    if (beside || (choice.low.empty() && choice.high.empty())) return height;

    const float half = frame.width / 2 - pen.px(4), top = room.y + height + pen.px(6);
    const float low_height = pen.text(choice.low, type::small, Tone::Muted, left, top, half);
    const float high_height = pen.text(choice.high, type::small, Tone::Muted, left + frame.width - half, top, half, {.align = Align::End});
    return height + pen.px(6) + std::max({low_height, high_height, line});
}

float draw_ranked(Pen& pen, const Choice& choice, const Option& option, std::size_t ranked, float y, const Room& room) {
    const PlaceId id = option_place(choice.id, option.id);
    const float button = pen.px(measure::icon_button), chip = pen.px(22), padding = pen.px(8);
    const float buttons = 3 * button + pen.px(8);
    const float indent = padding + chip + pen.px(10);
    const float width = room.width - indent - buttons - pen.px(8);
    const float label = pen.height_of(option.label, type::body, width);
    const float height = std::max(label + 2 * padding, pen.px(40));
    const Rect row{room.x, y, room.width, height};
    pen.box(row, {.fill = Tone::Surface, .line = Tone::Line, .radius = measure::control_radius});
    const Rect disc{room.x + padding, y + pen.snap((height - chip) / 2), chip, chip};
    pen.box(disc, {.fill = Tone::AccentSoft, .radius = chip / 2});
    pen.line_of_text(pen.keep(std::to_string(option.rank)), type::caption, Tone::Accent, disc, {.align = Align::Middle});
    pen.text(option.label, type::body, choice.enabled ? Tone::Ink : Tone::Disabled, room.x + indent, y + pen.snap((height - label) / 2), width);
    Rect place{right_of(row) - buttons, y + pen.snap((height - button) / 2), button, button};
    draw_icon_button(pen, id + ":up", Icon::Up, place, choice.enabled && option.rank > 1);
    place.x += button;
    draw_icon_button(pen, id + ":down", Icon::Down, place, choice.enabled && option.rank < static_cast<int>(ranked));
    place.x += button;
    draw_icon_button(pen, id + ":off", Icon::Close, place, choice.enabled);
    pen.place(id, row);
    return height;
}

float draw_unranked(Pen& pen, const Choice& choice, const Option& option, float y, const Room& room) {
    const PlaceId id = option_place(choice.id, option.id);
    const float chip = pen.px(22), padding = pen.px(8), indent = padding + chip + pen.px(10);
    const float width = room.width - indent - padding;
    const float label = pen.height_of(option.label, type::body, width);
    const float height = std::max(label + 2 * pen.px(7), pen.px(34));
    const Rect row{room.x, y, room.width, height};
    std::uint32_t target = no_target;
    if (choice.enabled) {
        target = pen.target(id, row, TargetKind::Press);
        pen.box(row, {.fill = {Tone::None, Tone::Hover, Tone::Pressed}, .radius = measure::control_radius, .target = target});
    }
    const Tint ink = choice.enabled ? Tint(Tone::Muted, Tone::Ink) : Tint(Tone::Disabled);
    pen.icon(Icon::Plus, choice.enabled ? Tint(Tone::Muted, Tone::Accent) : ink, {room.x + padding, y, chip, height}, pen.px(14), target);
    pen.text(option.label, type::body, ink, room.x + indent, y + pen.snap((height - label) / 2), width, {.target = target});
    pen.place(id, row);
    return height;
}

float draw_ranking(Pen& pen, const Choice& choice, const Room& room) {
    std::vector<const Option*> ranked;
    for (const Option& option : choice.options) {
        if (option.rank > 0) ranked.push_back(&option);
    }
    std::sort(ranked.begin(), ranked.end(), [](const Option* a, const Option* b) { return a->rank < b->rank; });
    float y = room.y;
    for (const Option* option : ranked) y += draw_ranked(pen, choice, *option, ranked.size(), y, room) + pen.px(4);
    const bool both = !ranked.empty() && ranked.size() < choice.options.size();
    if (both) y += pen.px(4);
    for (const Option& option : choice.options) {
        if (option.rank <= 0) y += draw_unranked(pen, choice, option, y, room);
    }
    return y - room.y - (both || ranked.empty() ? 0 : pen.px(4));
}

}  // namespace

float draw_choice(Pen& pen, const Choice& choice, const Room& room) {
    if (choice.shape == ChoiceShape::Menu) return draw_menu(pen, choice, room);
    Room inner = room;
    inner.y += draw_label(pen, choice.label, choice.label_shown, choice.enabled, room);
    switch (choice.shape) {
    case ChoiceShape::Radio:
    case ChoiceShape::Check: inner.y += draw_options(pen, choice, inner); break;
    case ChoiceShape::Scale: inner.y += draw_scale(pen, choice, inner); break;
    case ChoiceShape::Ranking: inner.y += draw_ranking(pen, choice, inner); break;
    case ChoiceShape::Menu: break;
    }
    const float height = inner.y + draw_help(pen, choice.help, choice.error, inner) - room.y;
    pen.place(choice.id, {room.x, room.y, room.width, height});
    return height;
}

}  // namespace handfast::draw
