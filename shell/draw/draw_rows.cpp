// Groups, and the lines in which blocks stand side by side.
#include "shell/draw/draw_blocks.h"

#include <algorithm>
#include <optional>
#include <type_traits>

namespace handfast::draw {

using namespace sheets;

namespace {

// How wide something is in a line: as it likes, at least, and whether it takes what is left.
struct Want {
    float natural = 0, least = 0;
    bool grows = false;
    bool tall = false;          // more than one line high: aligned at the top
    bool is_spring = false;
    bool can_drop_label = false;
};

struct Item {
    const Block* block = nullptr;
    Want want;
    float width = 0;
    bool icon_only = false;
};

float prose_width(Pen& pen, const Prose& prose, const Room& room) {
    const TypeStyle style = prose_style(prose, room);
    float width = prose.style == ProseStyle::Error || prose.style == ProseStyle::Good ? pen.px(room.one_line ? 18 : 24) : 0;
    if (has_frame(prose, room)) width += 2 * pen.px(16);
    for (const Span& span : prose.spans) {
        TypeStyle own = style;
        if (span.style == SpanStyle::Strong || span.style == SpanStyle::Answer) own.weight = Weight::Strong;
        width += pen.width_of(span.text, own);
    }
    return width + 1;
}

Want want_of(Pen& pen, const Block& block, const Room& room) {
    return std::visit(
        [&](const auto& content) -> Want {
            using Kind = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Kind, Spring>) {
                return {.grows = true, .is_spring = true};
            } else if constexpr (std::is_same_v<Kind, Rule>) {
                const float width = pen.hairline() + pen.px(room.one_line ? 12 : 0);   // a little more air than its neighbours keep
                return {width, width};
            } else if constexpr (std::is_same_v<Kind, Prose>) {
                const float width = prose_width(pen, content, room);
                return {width, std::min(width, pen.px(room.one_line ? 48 : 200))};
            } else if constexpr (std::is_same_v<Kind, Heading>) {
                const float width = pen.width_of(content.text, room.one_line ? type::strong : content.level == 1 ? type::title : type::section) + 1;
                return {width, std::min(width, pen.px(room.one_line ? 120 : 200)), false, !room.one_line && !content.number.empty()};
            } else if constexpr (std::is_same_v<Kind, Action>) {
                if (content.style == ActionStyle::Entry) return {pen.px(240), pen.px(200), true, true};
                const float width = button_width(pen, content, room);
                const bool drops = content.icon != Icon::None && content.label_shown == Label::Drawn;
                return {width, std::min(width, drops ? button_height(pen, room) : pen.px(72)), false, false, false, drops};
            } else if constexpr (std::is_same_v<Kind, Meter>) {
                return {pen.px(120), pen.px(72), false, !room.one_line};
            } else if constexpr (std::is_same_v<Kind, Field>) {
                const float unit = content.unit.empty() ? 0 : pen.width_of(content.unit, type::body) + pen.px(8);
                const bool labelled = content.label_shown == Label::Drawn && !content.label.empty();
                const float label = labelled ? pen.width_of(content.label, type::strong) : 0;
                if (content.width == FieldWidth::Full) return {pen.px(220) + unit, pen.px(140) + unit, true, true};
                const float width = pen.px(content.width == FieldWidth::Narrow ? measure::field_narrow : measure::field_medium) + unit;
                const float help = content.help.empty() && content.error.empty() ? 0 : std::max(width, pen.px(220));
                return {std::max({width, help, std::min(label + 1, width * 1.5f)}), std::min(width, pen.px(96) + unit), false, true};
            } else if constexpr (std::is_same_v<Kind, Choice>) {
                return {pen.px(240), pen.px(160), content.shape != ChoiceShape::Menu, true};
            } else if constexpr (std::is_same_v<Kind, Group>) {
                if (content.shape == GroupShape::Line || content.shape == GroupShape::Banner) {
                    Want sum{.tall = false};
                    for (const Block& child : content.blocks) {
                        const Want own = want_of(pen, child, room);
                        sum.natural += own.natural + (sum.natural > 0 ? pen.px(8) : 0);
                        sum.grows = sum.grows || own.grows;
                        sum.tall = sum.tall || own.tall;
                    }
                    sum.least = std::min(sum.natural, pen.px(200));
                    return sum;
                }
                return {pen.px(280), pen.px(240), true, true};
            } else {
                return {pen.px(320), pen.px(280), true, true};
            }
        },
        block.content);
}

// A field's box is lower than its label, and what stands beside it keeps to the box.
float drop_beside_fields(Pen& pen, const std::vector<Item>& items, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const auto* field = std::get_if<Field>(&items[i].block->content);
        const auto* menu = std::get_if<Choice>(&items[i].block->content);
        const bool labelled = (field != nullptr && field->label_shown == Label::Drawn && !field->label.empty()) ||
                              (menu != nullptr && menu->shape == ChoiceShape::Menu && menu->label_shown == Label::Drawn && !menu->label.empty());
        if (labelled) return pen.px(type::strong.line) + pen.px(6);
    }
    return 0;
}

float draw_item(Pen& pen, const Item& item, const Room& room) {
    const auto* action = std::get_if<Action>(&item.block->content);
    if (action != nullptr && action->style != ActionStyle::Entry) {
        return draw_button(pen, *action, {room.x, room.y, item.width, button_height(pen, room)}, item.icon_only);
    }
    if (std::holds_alternative<Rule>(item.block->content)) {
        if (item.width <= 0) return 0;
        const float height = pen.px(20);
        pen.box({room.x + pen.snap((item.width - pen.hairline()) / 2), room.y, pen.hairline(), height}, {.fill = Tone::Line});
        return height;
    }
    return draw_block(pen, *item.block, room);
}

// Draws items [begin, end) as one line and returns its height.
float draw_one_line(Pen& pen, std::vector<Item>& items, std::size_t begin, std::size_t end, const Room& room, float gap, float height) {
    float used = gap * static_cast<float>(end - begin - 1);
    std::size_t springs = 0, growing = 0;
    for (std::size_t i = begin; i < end; ++i) {
        items[i].width = std::min(items[i].want.natural, std::max(room.width, items[i].want.least));
        used += items[i].width;
        springs += items[i].want.is_spring ? 1 : 0;
        growing += items[i].want.grows && !items[i].want.is_spring ? 1 : 0;
    }
    // Too wide: words of buttons that have a picture go first, then everything gives a little.
    for (std::size_t i = begin; i < end && used > room.width; ++i) {
        if (!items[i].want.can_drop_label || !room.one_line) continue;
        used -= items[i].width - items[i].want.least;
        items[i].width = items[i].want.least;
        items[i].icon_only = true;
    }
    if (used > room.width && room.one_line) {   // then the lines between, and the air
        for (std::size_t i = begin; i < end; ++i) {
            if (!std::holds_alternative<Rule>(items[i].block->content)) continue;
            used -= items[i].width;
            items[i].width = items[i].want.natural = items[i].want.least = 0;
        }
        const float closer = pen.px(2);
        used -= (gap - closer) * static_cast<float>(end - begin - 1);
        gap = closer;
    }
    if (used > room.width) {
        float yielding = 0;
        for (std::size_t i = begin; i < end; ++i) yielding += items[i].width - std::min(items[i].width, items[i].want.least);
        if (yielding > 0) {
            const float part = std::min(1.0f, (used - room.width) / yielding);
            for (std::size_t i = begin; i < end; ++i) items[i].width -= part * (items[i].width - std::min(items[i].width, items[i].want.least));
        }
    } else if (springs > 0) {
        for (std::size_t i = begin; i < end; ++i) {
            if (items[i].want.is_spring) items[i].width = (room.width - used) / static_cast<float>(springs);
        }
    } else if (growing > 0) {
        for (std::size_t i = begin; i < end; ++i) {
            if (items[i].want.grows) items[i].width += (room.width - used) / static_cast<float>(growing);
        }
    }

    bool tall = false;
    for (std::size_t i = begin; i < end; ++i) tall = tall || items[i].want.tall;
    const float drop = tall ? drop_beside_fields(pen, items, begin, end) : 0;

    struct Drawn {
        Bookmark since;
        float height;
    };
    std::vector<Drawn> drawn;
    Room place = room;
    const auto* first = std::get_if<Action>(&items[begin].block->content);
    if (first != nullptr) place.x -= button_overhang(pen, *first, room);
    float most = height;
    for (std::size_t i = begin; i < end; ++i) {
        place.x = pen.snap(place.x);
        place.width = items[i].width;
        place.y = room.y;
        if (tall && !items[i].want.tall) place.y += drop;
        const Bookmark since = pen.bookmark();
        const float own = items[i].want.is_spring ? 0 : draw_item(pen, items[i], place) + (place.y - room.y);
        drawn.push_back({since, own});
        most = std::max(most, own);
        place.x += items[i].width + gap;
    }
    if (!tall) {   // everything in the middle of the line
        float moved = 0;
        for (const Drawn& item : drawn) {
            const float down = pen.snap((most - item.height) / 2);
            pen.move_since(item.since, 0, down - moved);   // what follows moves along, and is put right next
            moved = down;
        }
    }
    return most;
}

std::optional<Tone> banner_ground(const Group& group) {
    for (const Block& block : group.blocks) {
        const auto* prose = std::get_if<Prose>(&block.content);
        if (prose == nullptr) continue;
        if (prose->style == ProseStyle::Note) return Tone::AccentSoft;
        if (prose->style == ProseStyle::Error) return Tone::ErrorSoft;
        if (prose->style == ProseStyle::Good) return Tone::GoodSoft;
        return std::nullopt;
    }
    return std::nullopt;
}

float draw_framed(Pen& pen, const Group& group, const Room& room) {
    const bool question = group.shape == GroupShape::Question;
    const float padding = pen.px(room.width < 440 ? 16 : question ? 24 : measure::card_padding);
    const float down = pen.px(measure::card_padding);
    const std::size_t ground = pen.box({room.x, room.y, room.width, 0}, {.fill = Tone::Surface, .line = Tone::Line, .radius = measure::card_radius});
    const std::size_t edge = pen.picture().marks.size();
    if (group.current) pen.box({room.x, room.y, 3, 0}, {.fill = Tone::Accent, .radius = 1.5f});
    Room inner = room;
    inner.x += padding;
    inner.y += down;
    inner.width -= 2 * padding;
    inner.inside = question ? Inside::Question : Inside::Card;
    const auto* last = group.blocks.empty() ? nullptr : std::get_if<Action>(&group.blocks.back().content);
    const bool ends_in_list = last != nullptr && last->style == ActionStyle::Entry;   // whose rows have air of their own
    const float height = draw_stack(pen, group.blocks, inner) + down + (ends_in_list ? pen.px(10) : down);
    pen.stretch(ground, height);
    if (group.current) {
        pen.picture().marks[edge].rect.y = room.y + pen.px(16);
        pen.stretch(edge, height - 2 * pen.px(16));
    }
    return height;
}

float draw_banner(Pen& pen, const Group& group, const Room& room) {
    const std::optional<Tone> tone = banner_ground(group);
    if (!tone) return draw_row(pen, group.blocks, room, 0);
    const float across = pen.px(16), down = pen.px(8);
    const std::size_t ground = pen.box({room.x, room.y, room.width, 0}, {.fill = *tone, .radius = measure::card_radius});
    Room inner = room;
    inner.x += across;
    inner.y += down;
    inner.width -= 2 * across;
    inner.frames_notes = false;   // the banner is the note's frame already
    const float height = draw_row(pen, group.blocks, inner, pen.px(measure::control_height)) + 2 * down;
    pen.stretch(ground, height);
    return height;
}

}  // namespace

float draw_row(Pen& pen, const std::vector<Block>& blocks, const Room& room, float height) {
    std::vector<Item> items;
    items.reserve(blocks.size());
    for (const Block& block : blocks) items.push_back({&block, want_of(pen, block, room), 0, false});
    if (items.empty()) return height;

    bool tall = false;
    for (const Item& item : items) tall = tall || item.want.tall;
    const float gap = pen.px(room.landmark == Landmark::Bar ? 6 : room.landmark == Landmark::Status ? 12 : tall ? 16 : 8);
    if (room.one_line) return draw_one_line(pen, items, 0, items.size(), room, gap, height);

    Room line = room;
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin;
        float used = 0;
        for (; end < items.size(); ++end) {
            const Want& want = items[end].want;
            const float wanted = want.grows ? want.least : std::min(want.natural, room.width);
            if (end > begin && used + gap + wanted > room.width + 0.5f) break;
            used += wanted + (end > begin ? gap : 0);
        }
        if (begin > 0) line.y += pen.px(tall ? 16 : 8);
        line.y += draw_one_line(pen, items, begin, end, line, gap, begin == 0 ? height : 0);
        begin = end;
    }
    return line.y - room.y;
}

float draw_group(Pen& pen, const Group& group, const Room& room) {
    float height = 0;
    switch (group.shape) {
    case GroupShape::Stack: height = draw_stack(pen, group.blocks, room); break;
    case GroupShape::Line: height = draw_row(pen, group.blocks, room, 0); break;
    case GroupShape::Card:
    case GroupShape::Question: height = draw_framed(pen, group, room); break;
    case GroupShape::Banner: height = draw_banner(pen, group, room); break;
    }
    pen.place(group.id, {room.x, room.y, room.width, height}, measure::card_radius);
    return height;
}

}  // namespace handfast::draw
