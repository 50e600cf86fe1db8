// Republishes a Screen as a tree of native page elements: what changed, as JSON.
//
//     Mirror mirror;
//     std::string message = mirror.update(screen, placement);   // "" when nothing differs
//     if (!message.empty()) bridge::publish(message);
//
// The message is described in web/README.md; web/page/mirror.js applies it. A
// Mirror keeps what it last published and nothing else: a new one publishes
// everything. When the screen and the placement are as they were, `update` only
// compares them; otherwise it writes every node anew into a scratch buffer and
// sends those whose text differs.
//
// A row's element has the row's id, the header cell of a column `column_place`. Cells
// have no place of their own in the drawing: theirs is where row and column cross.
//
// To add a kind of block: one function in mirror.cpp, one maker in web/page/elements.js.
//
// Known limits: of two things with one id only the first is published; names of
// the buttons of a ranking are English.
#pragma once

#include "shell/sheets/placement.h"
#include "shell/sheets/screen.h"

#include <string>
#include <unordered_map>

namespace handfast::sheets {

PlaceId column_place(const PlaceId& table, const std::string& column);   // "metrics/target"

// One element as it was last published.
struct MirrorNode {
    std::string json;
    std::string kind;
    std::string children;     // JSON list of their ids without its end; empty if there are none
    unsigned generation = 0;  // of the update that last saw it
};

class Mirror {
public:
    std::string update(const Screen& screen, const Placement& placement);

private:
    Screen m_screen;
    Placement m_placement;
    std::unordered_map<PlaceId, MirrorNode> m_nodes;
    unsigned m_generation = 0;   // 0: nothing published yet
};

}  // namespace handfast::sheets
