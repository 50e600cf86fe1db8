// Buttons, the rail's entries and the cards that lead somewhere.
#include "shell/draw/draw_blocks.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace handfast::draw {

using namespace sheets;

namespace {

struct ButtonLook {
    Tint fill, line, ink;
    float padding = 14;
};

ButtonLook button_look(const Action& action) {
    if (!action.enabled) {
        const bool framed = action.style == ActionStyle::Primary || action.style == ActionStyle::Secondary;
        return {action.style == ActionStyle::Primary ? Tone::Pressed : Tone::None, framed ? Tone::Line : Tone::None, Tone::Disabled,
                framed ? 14.0f : 10.0f};
    }
    switch (action.style) {
    case ActionStyle::Primary:
        return {{Tone::Accent, Tone::AccentHover, Tone::AccentPressed}, Tone::None, Tone::OnAccent, 16};
    case ActionStyle::Secondary:
        if (action.current) return {{Tone::AccentSoft, Tone::AccentSoftHover}, Tone::Accent, Tone::Accent, 14};
        return {{Tone::Surface, Tone::Hover, Tone::Pressed}, {Tone::ButtonEdge, Tone::ControlEdge}, Tone::Ink, 14};
    case ActionStyle::Danger:
        return {{Tone::None, Tone::ErrorSoft}, Tone::None, Tone::Error, 10};
    case ActionStyle::Quiet:
    case ActionStyle::Entry: break;
    }
    if (action.current) return {{Tone::AccentSoft, Tone::AccentSoftHover}, Tone::None, Tone::Accent, 10};
    return {{Tone::None, Tone::Hover, Tone::Pressed}, Tone::None, {Tone::Muted, Tone::Ink}, 10};
}

bool is_icon_only(const Action& action) { return action.label_shown == Label::Spoken && action.icon != Icon::None; }

TypeStyle label_style(const Action& action) { return action.style == ActionStyle::Primary ? type::strong : type::body; }

// "8/11" as a share, if that is what a badge says.
std::optional<float> share(std::string_view badge) {
    const std::size_t slash = badge.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    int done = 0, total = 0;
    const char* end = badge.data() + badge.size();
    const auto first = std::from_chars(badge.data(), badge.data() + slash, done);
    const auto second = std::from_chars(badge.data() + slash + 1, end, total);
    if (first.ptr != badge.data() + slash || second.ptr != end || total <= 0) return std::nullopt;
    return std::clamp(static_cast<float>(done) / static_cast<float>(total), 0.0f, 1.0f);
}

// A small ring that fills as the work does.
void draw_progress(Pen& pen, float part, Rect box) {
    const float size = pen.px(14);
    const Rect ring{box.x + pen.snap((box.width - size) / 2), box.y + pen.snap((box.height - size) / 2), size, size};
    if (part >= 1) {
        pen.box(ring, {.fill = Tone::Accent, .radius = size / 2});
        pen.icon(Icon::Check, Tone::OnAccent, ring, pen.px(11));
        return;
    }
    pen.arc(ring, 1, Tone::ControlEdge, pen.px(1.5f));
    if (part > 0) pen.arc(ring, part, Tone::Accent, pen.px(3));
}

// A line of the rail, all of which is the target.
float draw_rail_entry(Pen& pen, const Action& action, const Room& room) {
    const float height = pen.px(action.detail.empty() ? measure::entry_height : 52);
    const Rect rect{room.x, room.y, room.width, height};
    std::uint32_t target = no_target;
    if (action.enabled) target = pen.target(action.id, rect, TargetKind::Press);
    if (action.current) {
        pen.box(rect, {.fill = {Tone::AccentSoft, Tone::AccentSoftHover}, .radius = measure::control_radius, .target = target});
        pen.box({rect.x, rect.y + pen.px(9), 3, height - 2 * pen.px(9)}, {.fill = Tone::Accent, .radius = 1.5f});
    } else if (action.enabled) {
        pen.box(rect, {.fill = {Tone::None, Tone::Hover, Tone::Pressed}, .radius = measure::control_radius, .target = target});
    }

    float left = rect.x + pen.px(12);
    const std::optional<float> part = share(action.badge);
    const bool shows_status = action.icon == Icon::None || action.icon == Icon::Circle || action.icon == Icon::HalfCircle || action.icon == Icon::Check;
    const Rect sign{left, rect.y, pen.px(16), height};
    if (part && shows_status) {
        draw_progress(pen, *part, sign);
        left += pen.px(26);
    } else if (action.icon != Icon::None) {
        pen.icon(action.icon, !action.enabled ? Tone::Disabled : action.current ? Tone::Accent : Tone::Muted, sign, pen.px(16), target);
        left += pen.px(26);
    }

    float right = right_of(rect) - pen.px(12);
    const std::string& note = action.badge.empty() ? action.shortcut : action.badge;
    if (!note.empty()) {
        const float width = pen.width_of(note, type::small);
        pen.line_of_text(note, type::small, Tone::Muted, {right - width, rect.y, width + 1, height});
        right -= width + pen.px(8);
    }
    const TypeStyle style = action.current ? type::strong : type::body;
    const Tone ink = action.enabled ? Tone::Ink : Tone::Disabled;
    if (action.detail.empty()) {
        pen.line_of_text(action.label, style, ink, {left, rect.y, right - left, height});
    } else {
        pen.line_of_text(action.label, style, ink, {left, rect.y + pen.px(8), right - left, pen.px(20)});
        pen.line_of_text(action.detail, type::small, Tone::Muted, {left, rect.y + pen.px(28), right - left, pen.px(16)});
    }
    pen.place(action.id, rect);
    return height;
}

// A card of a list: a sample to open, a way to start.
float draw_card_entry(Pen& pen, const Action& action, const Room& room) {
    const float padding = pen.px(14);
    // Within a card it is a row of a list, without a frame of its own, and its picture stands where
    // the card's words do.
    const bool listed = room.inside != Inside::Open;
    const float reach = listed ? pen.px(12) : 0, inner = pen.px(listed ? 12 : 16);
    const float left = room.x - reach + inner, right = room.x + room.width + reach - inner;
    const bool narrow = room.width < pen.px(240);   // words only, the badge beneath them
    const bool has_plate = action.icon != Icon::None && !narrow;
    const float badge_width = action.badge.empty() ? 0 : pen.width_of(action.badge, type::small);
    const float text_left = has_plate ? left + pen.px(48) : left;
    const float beside = narrow ? 0 : action.badge.empty() ? pen.px(24) : badge_width + pen.px(12);
    const float text_width = std::max(pen.px(40), right - beside - text_left);
    const float label = pen.height_of(action.label, type::strong, text_width);
    const float detail = action.detail.empty() ? 0 : pen.height_of(action.detail, type::body, text_width) + pen.px(2);
    const float below = narrow && !action.badge.empty() ? pen.height_of(action.badge, type::small, text_width) + pen.px(4) : 0;
    const float height = std::max(2 * padding + label + detail + below, pen.px(measure::control_height) + 2 * pen.px(10)) - (listed ? pen.px(8) : 0);

    const Rect rect{room.x - reach, room.y, room.width + 2 * reach, height};
    std::uint32_t target = no_target;
    if (action.enabled) target = pen.target(action.id, rect, TargetKind::Press);
    BoxLook look{.fill = {listed ? Tone::None : Tone::Surface, Tone::Hover, Tone::Pressed},
                 .line = listed ? Tint() : Tint(Tone::Line, Tone::ControlEdge), .radius = measure::card_radius, .target = target};
    if (action.current) {
        look.fill = {Tone::AccentSoft, Tone::AccentSoftHover};
        look.line = Tone::Accent;
    }
    pen.box(rect, look);
    if (has_plate) {
        const float size = pen.px(36);
        const Rect plate{left, rect.y + pen.snap((height - size) / 2), size, size};
        pen.box(plate, {.fill = Tone::AccentSoft, .radius = pen.px(8)});
        pen.icon(action.icon, action.enabled ? Tone::Accent : Tone::Disabled, plate, pen.px(18));
    }
    const float top = rect.y + pen.snap((height - label - detail - below) / 2);
    pen.text(action.label, type::strong, action.enabled ? Tone::Ink : Tone::Disabled, text_left, top, text_width);
    if (!action.detail.empty()) pen.text(action.detail, type::body, Tone::Muted, text_left, top + label + pen.px(2), text_width);
    if (narrow) {
        pen.text(action.badge, type::small, Tone::Muted, text_left, top + label + detail + pen.px(4), text_width);
    } else if (action.badge.empty() && action.icon == Icon::Right) {   // says already that it leads on
    } else if (action.badge.empty()) {
        pen.icon(Icon::Right, {Tone::Muted, Tone::Accent}, {right - pen.px(16), rect.y, pen.px(16), height}, pen.px(16), target);
    } else {
        pen.line_of_text(action.badge, type::small, Tone::Muted, {right - badge_width, rect.y, badge_width + 1, height});
    }
    pen.place(action.id, rect, measure::card_radius);
    return height;
}

}  // namespace

float button_height(Pen& pen, const Room& room) {
    const bool flat = room.landmark == Landmark::Bar || room.landmark == Landmark::Side || room.inside == Inside::Question;
    return room.landmark == Landmark::Status ? pen.px(24) : pen.px(flat ? measure::small_control_height : measure::control_height);
}

float button_overhang(Pen& pen, const Action& action, const Room& room) {
    const bool bare = action.style == ActionStyle::Quiet || action.style == ActionStyle::Danger;
    if (!bare || action.current || room.one_line) return 0;
    return pen.px(is_icon_only(action) ? 8 : button_look(action).padding);
}

float button_width(Pen& pen, const Action& action, const Room& room) {
    const float height = button_height(pen, room);
    if (is_icon_only(action)) return height;
    float width = 2 * pen.px(button_look(action).padding) + pen.width_of(action.label, label_style(action));
    if (action.icon != Icon::None) width += pen.px(16 + 6);
    if (!action.badge.empty()) width += pen.px(8) + pen.width_of(action.badge, type::small);
    return std::max(pen.snap(width + 0.5f), height);
}

float draw_button(Pen& pen, const Action& action, Rect rect, bool icon_only) {
    const ButtonLook look = button_look(action);
    std::uint32_t target = no_target;
    if (action.enabled) target = pen.target(action.id, rect, TargetKind::Press);
    pen.box(rect, {.fill = look.fill, .line = look.line, .radius = measure::control_radius, .target = target});
    pen.place(action.id, rect);

    const float icon = pen.px(16);
    if (action.icon != Icon::None && (icon_only || is_icon_only(action))) {
        pen.icon(action.icon, look.ink, rect, icon, target);
        return rect.height;
    }
    const float gap = action.icon == Icon::None ? 0 : pen.px(6) + icon;
    const float badge = action.badge.empty() ? 0 : pen.px(8) + pen.width_of(action.badge, type::small);
    const float padding = std::min(pen.px(look.padding), rect.width / 8);
    const TypeStyle style = label_style(action);
    const float words = std::min(pen.width_of(action.label, style), rect.width - 2 * padding - gap - badge);
    float left = rect.x + pen.snap((rect.width - words - gap - badge) / 2);
    if (action.icon != Icon::None) {
        pen.icon(action.icon, look.ink, {left, rect.y, icon, rect.height}, icon, target);
        left += gap;
    }
    pen.line_of_text(action.label, style, look.ink, {left, rect.y, words + 0.5f, rect.height}, {.target = target});
    if (badge > 0) {
        pen.line_of_text(action.badge, type::small, Tone::Muted, {left + words + pen.px(8), rect.y, badge, rect.height}, {.target = target});
    }
    return rect.height;
}

void draw_icon_button(Pen& pen, const PlaceId& id, Icon icon, Rect rect, bool enabled, Tone tone) {
    std::uint32_t target = no_target;
    if (enabled) target = pen.target(id, rect, TargetKind::Press);
    if (enabled) pen.box(rect, {.fill = {Tone::None, Tone::Hover, Tone::Pressed}, .radius = measure::control_radius, .target = target});
    pen.icon(icon, enabled ? Tint(tone, Tone::Ink) : Tint(Tone::Disabled), rect, pen.px(16), target);
    pen.place(id, rect);
}

float draw_action(Pen& pen, const Action& action, const Room& room) {
    const bool rail = room.landmark == Landmark::Rail;
    if (action.style == ActionStyle::Entry) return rail ? draw_rail_entry(pen, action, room) : draw_card_entry(pen, action, room);
    if (rail && action.style == ActionStyle::Quiet && !is_icon_only(action)) return draw_rail_entry(pen, action, room);

    const float height = button_height(pen, room);
    Rect rect{room.x, room.y, std::min(button_width(pen, action, room), room.width), height};
    const float overhang = button_overhang(pen, action, room);
    rect.x -= overhang;
    if (overhang > 0) rect.width = std::min(rect.width, room.width + 2 * overhang);
    return draw_button(pen, action, rect, false);
}

}  // namespace handfast::draw
