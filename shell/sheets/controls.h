// What on a screen can take the focus, in reading order.
#pragma once

#include "shell/sheets/screen.h"

namespace handfast::sheets {

struct Control {
    PlaceId id;
    bool is_field = false;   // something to type in
};

// The controls at a place: the one of that name, or all within the group, table, row or choice of that name.
std::vector<Control> controls_at(const Screen& screen, const PlaceId& place);

}  // namespace handfast::sheets
