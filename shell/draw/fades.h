// Colours that come and go: how far each place is hovered or pressed at this moment.
#pragma once

#include "core/base/ids.h"
#include "shell/draw/picture.h"

#include <vector>

namespace handfast::draw {

class Fades {
public:
    // Moves every amount towards its goal. `now` or one of them may be empty.
    void advance(const PlaceId& hovered, const PlaceId& pressed, double seconds, bool at_once);
    // One amount per target of the picture.
    void spread(const std::vector<Target>& targets, std::vector<float>& hover, std::vector<float>& press) const;
    bool resting() const;

private:
    struct Fade {
        PlaceId place;
        float hover = 0, press = 0;
        bool wants_hover = false, wants_press = false;
    };
    Fade& fade_of(const PlaceId& place);

    std::vector<Fade> m_fades;   // only what is not at rest at nothing: a handful
};

}  // namespace handfast::draw
