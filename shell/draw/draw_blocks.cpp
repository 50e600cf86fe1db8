// Headings, prose, meters and rules, and the stack that holds every kind of block.
#include "shell/draw/draw_blocks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <type_traits>

namespace handfast::draw {

using namespace sheets;

namespace {

template <class Kind>
const Kind* as(const Block& block) {
    return std::get_if<Kind>(&block.content);
}

bool is_entry(const Block& block) {
    const auto* action = as<Action>(block);
    return action != nullptr && action->style == ActionStyle::Entry;
}

bool is_row(const Block& block) {
    const auto* group = as<Group>(block);
    return group != nullptr && (group->shape == GroupShape::Line || group->shape == GroupShape::Banner);
}

bool has_drawn_label(const Block& block) {
    if (const auto* field = as<Field>(block)) return field->label_shown == Label::Drawn && !field->label.empty();
    if (const auto* choice = as<Choice>(block)) return choice->label_shown == Label::Drawn && !choice->label.empty();
    if (const auto* table = as<Table>(block)) return table->caption_shown == Label::Drawn && !table->caption.empty();
    return false;
}

bool is_framed(const Block& block) {
    const auto* group = as<Group>(block);
    return group != nullptr && (group->shape == GroupShape::Card || group->shape == GroupShape::Question);
}

std::string count_text(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value == std::floor(value) ? "%.0f" : "%.1f", value);
    return text;
}

struct HeadingLook {
    TypeStyle style;
    Tone tone = Tone::Ink;
    bool number_above = true;
};

HeadingLook heading_look(const Heading& heading, const Room& room) {
    switch (room.landmark) {
    case Landmark::Bar: return {type::strong, Tone::Ink, false};
    case Landmark::Status: return {type::caption, Tone::Muted, false};
    case Landmark::Rail: return {heading.level == 1 ? type::strong : type::caption, heading.level == 1 ? Tone::Ink : Tone::Muted, false};
    case Landmark::Side: return {heading.level == 1 ? type::question : type::strong, Tone::Ink, false};
    case Landmark::Main:
    case Landmark::Dialog: break;
    }
    if (heading.level >= 3) return {type::strong, Tone::Ink, false};
    if (room.inside == Inside::Question) return {type::question, Tone::Ink, true};
    const bool open_sheet = room.inside == Inside::Open && room.landmark == Landmark::Main;
    if (heading.level == 2) return {open_sheet ? type::section : type::question, Tone::Ink, true};
    const bool small = room.landmark == Landmark::Dialog || room.width < 420;
    return {small ? type::section : type::title, Tone::Ink, true};
}

Tone span_tone(const Span& span, Tone base) {
    switch (span.style) {
    case SpanStyle::Plain: return base;
    case SpanStyle::Strong: return base == Tone::Muted ? Tone::Ink : base;
    case SpanStyle::Muted: return Tone::Muted;
    case SpanStyle::Answer: return Tone::Ink;
    case SpanStyle::Missing: return Tone::Warn;
    }
    return base;
}

Tone prose_tone(ProseStyle style) {
    switch (style) {
    case ProseStyle::Body:
    case ProseStyle::Note: return Tone::Ink;
    case ProseStyle::Lead:
    case ProseStyle::Muted: return Tone::Muted;
    case ProseStyle::Error: return Tone::Error;
    case ProseStyle::Good: return Tone::Good;
    }
    return Tone::Ink;
}

// In the rail, words keep to the left edge of the entries' words, whose tints reach further out.
Room beside_entries(Pen& pen, Room room) {
    if (room.landmark == Landmark::Rail) {
        room.x += pen.px(12);
        room.width -= pen.px(24);
    }
    return room;
}

// Words and fields are no wider than is good to read, even on a sheet that is wider for its tables.
Room readable(Pen& pen, Room room) {
    room.width = std::min(room.width, pen.px(measure::column - (room.inside == Inside::Open ? 0 : 48)));
    return room;
}

Rect united(Rect a, Rect b) {
    const float left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(right_of(a), right_of(b)) - left, std::max(bottom_of(a), bottom_of(b)) - top};
}

}  // namespace

float draw_heading(Pen& pen, const Heading& heading, const Room& whole) {
    const Room room = beside_entries(pen, whole);
    const HeadingLook look = heading_look(heading, room);
    float height = 0;
    if (room.one_line) {
        const float line = pen.px(look.style.line);
        pen.line_of_text(heading.text, look.style, look.tone, {room.x, room.y, room.width, line});
        height = line;
    } else if (heading.number.empty()) {
        height = pen.text(heading.text, look.style, look.tone, room.x, room.y, room.width);
    } else if (look.number_above) {
        height = pen.text(heading.number, type::caption, Tone::Muted, room.x, room.y, room.width) + pen.px(4);
        height += pen.text(heading.text, look.style, look.tone, room.x, room.y + height, room.width);
    } else {
        // The number hangs before the words, which stay aligned below one another.
        const float indent = pen.width_of(heading.number, look.style) + pen.px(8);
        pen.text(heading.number, {look.style.size, look.style.line, Weight::Regular}, Tone::Muted, room.x, room.y, indent);
        height = pen.text(heading.text, look.style, look.tone, room.x + indent, room.y, room.width - indent);
    }
    pen.place(heading.id, {room.x, room.y, room.width, height});
    return height;
}

TypeStyle prose_style(const Prose& prose, const Room& room) {
    if (room.landmark == Landmark::Status) return type::small;
    if (prose.style == ProseStyle::Lead) return type::lead;
    if (room.landmark == Landmark::Rail && prose.style == ProseStyle::Muted) return type::small;
    return type::body;
}

bool has_frame(const Prose& prose, const Room& room) {
    return prose.style == ProseStyle::Note && !room.one_line && room.frames_notes;
}

float draw_spans(Pen& pen, const Prose& prose, const TypeStyle& style, Tone tone, const Room& room) {
    std::vector<Run> runs;
    runs.reserve(prose.spans.size());
    for (const Span& span : prose.spans) {
        TypeStyle own = style;
        if (span.style == SpanStyle::Strong || span.style == SpanStyle::Answer) own.weight = Weight::Strong;
        runs.push_back({span.text, own});
    }
    const Lines& lines = pen.setter().set(runs.data(), runs.size(), room.width, room.one_line ? 1 : no_limit);

    const float line = pen.px(style.line);
    for (std::size_t i = 0; i < prose.spans.size(); ++i) {
        const Span& span = prose.spans[i];
        const bool leads = !span.leads_to.empty();
        const PlaceId id = leads ? span_place(prose.id, i) : PlaceId();
        Rect whole;
        for (const Fragment& fragment : lines.fragments) {
            if (fragment.run != i) continue;
            const Rect rect{room.x + fragment.x, room.y + line * static_cast<float>(fragment.line), fragment.width, line};
            Mark mark;
            mark.kind = MarkKind::Text;
            mark.weight = runs[i].style.weight;
            mark.size = style.size * pen.setter().scale();
            mark.tail = fragment.tail;
            mark.rect = rect;
            mark.text = std::string_view(span.text).substr(fragment.begin, fragment.end - fragment.begin);
            const Tone at_rest = span_tone(span, tone);
            mark.fill = at_rest;
            if (leads) {
                // A little higher and wider than the words, so that thin words can be hit.
                const Rect reach{rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4};
                mark.target = pen.target(id, reach, TargetKind::Press);
                mark.fill = span.style == SpanStyle::Missing ? Tint(at_rest) : Tint(at_rest, Tone::Accent);
                mark.under = true;
                whole = whole.width == 0 ? rect : united(whole, rect);
            }
            if (span.style == SpanStyle::Missing) {
                pen.box({rect.x - 2, rect.y + pen.px(1), rect.width + 4, rect.height - pen.px(2)},
                        {.fill = Tone::WarnSoft, .radius = 3});
            }
            pen.add(mark);
        }
        if (leads) pen.place(id, whole, 3);
    }
    return line * static_cast<float>(lines.count);
}

float draw_prose(Pen& pen, const Prose& prose, const Room& whole) {
    const Room room = beside_entries(pen, whole);
    const TypeStyle style = prose_style(prose, room);
    const Tone tone = prose_tone(prose.style);
    const bool small = room.one_line;
    float height = 0;
    if (has_frame(prose, room)) {
        const float across = pen.px(16), down = pen.px(12);
        const std::size_t ground = pen.box({room.x, room.y, room.width, 0}, {.fill = Tone::AccentSoft, .radius = measure::control_radius});
        const std::size_t bar = pen.box({room.x, room.y, 3, 0}, {.fill = Tone::Accent, .radius = 1.5f});
        Room inner = room;
        inner.x += across;
        inner.y += down;
        inner.width -= 2 * across;
        height = draw_spans(pen, prose, style, tone, inner) + 2 * down;
        pen.stretch(ground, height);
        pen.picture().marks[bar].rect.y = room.y + pen.px(8);
        pen.stretch(bar, height - 2 * pen.px(8));
    } else if (prose.style == ProseStyle::Error || prose.style == ProseStyle::Good) {
        const float indent = pen.px(small ? 18 : 24);
        pen.icon(prose.style == ProseStyle::Error ? Icon::Info : Icon::Check, tone,
                 {room.x, room.y, pen.px(16), pen.px(style.line)}, pen.px(small ? 13 : 16));
        Room inner = room;
        inner.x += indent;
        inner.width -= indent;
        height = draw_spans(pen, prose, style, tone, inner);
    } else {
        height = draw_spans(pen, prose, style, tone, room);
    }
    pen.place(prose.id, {room.x, room.y, room.width, height});
    return height;
}

float draw_meter(Pen& pen, const Meter& meter, const Room& room) {
    const float part = meter.total > 0 ? static_cast<float>(std::clamp(meter.done / meter.total, 0.0, 1.0)) : 0.0f;
    const float bar = pen.px(4);
    const float line = pen.px(type::small.line);
    const bool label_counts = !room.one_line && meter.label.find_first_of("0123456789") != std::string::npos;
    const std::string_view count = label_counts ? std::string_view() : pen.keep(count_text(meter.done) + "/" + count_text(meter.total));
    const float count_width = pen.width_of(count, type::small);
    Rect track{room.x, room.y, room.width, bar};
    float height = 0;
    if (room.one_line) {
        height = line;
        track = {room.x, room.y + pen.snap((line - bar) / 2), std::max(0.0f, room.width - count_width - pen.px(8)), bar};
        pen.line_of_text(count, type::small, Tone::Muted, {right_of(track) + pen.px(8), room.y, count_width + 1, line});
    } else {
        pen.line_of_text(meter.label, type::small, Tone::Muted, {room.x, room.y, room.width - count_width - pen.px(8), line});
        pen.line_of_text(count, type::small, Tone::Muted, {room.x, room.y, room.width, line}, {.align = Align::End});
        track.y += line + pen.px(6);
        height = line + pen.px(6) + bar;
    }
    pen.box(track, {.fill = Tone::Track, .radius = bar / 2});
    if (part > 0) pen.box({track.x, track.y, std::max(bar, track.width * part), bar}, {.fill = Tone::Accent, .radius = bar / 2});
    pen.place(meter.id, {room.x, room.y, room.width, height});
    return height;
}

float draw_block(Pen& pen, const Block& block, const Room& whole) {
    const bool wide = as<Table>(block) != nullptr || as<Group>(block) != nullptr || as<Rule>(block) != nullptr || whole.one_line;
    const Room room = wide ? whole : readable(pen, whole);
    return std::visit(
        [&](const auto& content) -> float {
            using Kind = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Kind, Heading>) return draw_heading(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Prose>) return draw_prose(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Field>) return draw_field(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Choice>) return draw_choice(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Table>) return draw_table(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Action>) return draw_action(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Meter>) return draw_meter(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Group>) return draw_group(pen, content, room);
            else if constexpr (std::is_same_v<Kind, Spring>) return 0;
            else {
                static_assert(std::is_same_v<Kind, Rule>);
                pen.rule(room.x, room.y, room.width);
                return pen.hairline();
            }
        },
        block.content);
}

float gap_between(const Block& above, const Block& below, const Room& room) {
    const bool rail = room.landmark == Landmark::Rail;
    if (const auto* heading = as<Heading>(below)) {
        if (as<Rule>(above) != nullptr) return 16;
        if (rail) return 20;
        if (room.inside == Inside::Question) return 12;
        return heading->level >= 3 || room.landmark == Landmark::Side ? 24 : 32;
    }
    if (const auto* heading = as<Heading>(above)) {
        if (rail) return 6;
        if (room.inside == Inside::Question) return as<Prose>(below) != nullptr ? 4 : 12;
        if (room.landmark == Landmark::Side || heading->level >= 3) return 4;
        if (room.inside == Inside::Card && (is_entry(below) || as<Prose>(below) != nullptr)) return 4;
        return heading->level == 1 ? 8 : 12;
    }
    if (as<Rule>(above) != nullptr || as<Rule>(below) != nullptr) return rail ? 12 : 16;
    if (is_entry(above) && is_entry(below)) return rail ? 2 : room.inside == Inside::Open ? 8 : 0;
    if (rail && as<Action>(above) != nullptr && as<Action>(below) != nullptr) return 2;
    if (is_framed(above) || is_framed(below)) return 16;
    if (as<Prose>(above) != nullptr && as<Prose>(below) != nullptr) return 8;
    if (as<Prose>(above) != nullptr) return room.inside == Inside::Question ? 14 : 16;
    if (as<Table>(above) != nullptr && as<Table>(below) != nullptr) return 24;
    if (has_drawn_label(below)) return 20;
    const bool buttons = as<Action>(below) != nullptr || is_row(below);
    if (room.landmark == Landmark::Dialog && buttons && as<Action>(above) == nullptr) return 24;
    return buttons && !is_row(above) ? 16 : 12;
}

float draw_stack(Pen& pen, const std::vector<Block>& blocks, const Room& room) {
    Room next = room;
    const Block* above = nullptr;
    for (const Block& block : blocks) {
        if (as<Spring>(block) != nullptr) continue;
        if (above != nullptr) next.y += pen.px(gap_between(*above, block, room));
        next.y += draw_block(pen, block, next);
        above = &block;
    }
    return next.y - room.y;
}

}  // namespace handfast::draw
