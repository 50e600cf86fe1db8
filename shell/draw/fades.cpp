#include "shell/draw/fades.h"

#include <algorithm>

namespace handfast::draw {

namespace {

float towards(float amount, bool wanted, float step) { return wanted ? std::min(1.0f, amount + step) : std::max(0.0f, amount - step); }

}  // namespace

Fades::Fade& Fades::fade_of(const PlaceId& place) {
    for (Fade& fade : m_fades) {
        if (fade.place == place) return fade;
    }
    m_fades.push_back({place});
    return m_fades.back();
}

void Fades::advance(const PlaceId& hovered, const PlaceId& pressed, double seconds, bool at_once) {
    if (!hovered.empty()) fade_of(hovered);
    if (!pressed.empty()) fade_of(pressed);
    const float step = at_once ? 1.0f : static_cast<float>(std::clamp(seconds, 0.0, 1.0) / measure::fade_seconds);
    for (Fade& fade : m_fades) {
        fade.wants_hover = fade.place == hovered;
        fade.wants_press = fade.place == pressed;
        fade.hover = towards(fade.hover, fade.wants_hover, step);
        fade.press = towards(fade.press, fade.wants_press, fade.wants_press ? 1.0f : step);   // a press answers at once
    }
    std::erase_if(m_fades, [](const Fade& fade) { return fade.hover <= 0 && fade.press <= 0 && !fade.wants_hover && !fade.wants_press; });
}

void Fades::spread(const std::vector<Target>& targets, std::vector<float>& hover, std::vector<float>& press) const {
    hover.assign(targets.size(), 0.0f);
    press.assign(targets.size(), 0.0f);
    for (const Fade& fade : m_fades) {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets[i].place != fade.place) continue;
            hover[i] = fade.hover;
            press[i] = fade.press;
        }
    }
}

bool Fades::resting() const {
    return std::all_of(m_fades.begin(), m_fades.end(), [](const Fade& fade) {
        return fade.hover == (fade.wants_hover ? 1.0f : 0.0f) && fade.press == (fade.wants_press ? 1.0f : 0.0f);
    });
}

}  // namespace handfast::draw
