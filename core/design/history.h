// Undo and redo: up to 200 shared snapshots of the design, each with a label and a place to go back to.
//
//     History history(design);
//     history.push(changed, "set the title", "profile.title", Gesture::Typing);
//     history.seal();                  // the next typing there is a new step
//     if (const HistoryStep* step = history.undo()) go_to(step->place);
//
// Typing in one place without a break is one step.
#pragma once

#include "core/design/design.h"

#include <memory>

namespace handfast {

enum class Gesture { Typing, Discrete };

struct HistoryStep {
    std::shared_ptr<const Design> before;
    std::shared_ptr<const Design> after;
    std::string label;   // "set the title"
    PlaceId place;
};

class History {
public:
    static constexpr std::size_t most_steps = 200;

    explicit History(Design design) : m_design(std::make_shared<const Design>(std::move(design))) {}

    const Design& design() const { return *m_design; }

    // Returns by how many steps the history grew: 1; 0 while typing goes on; -1 when typing took itself back.
    int push(Design changed, std::string label, PlaceId place, Gesture gesture);
    void seal() { m_typing = false; }

    // What would be undone or redone, or nullptr.
    const HistoryStep* next_undo() const { return m_done.empty() ? nullptr : &m_done.back(); }
    const HistoryStep* next_redo() const { return m_undone.empty() ? nullptr : &m_undone.back(); }
    // Does it, and returns the step; nullptr when there is none.
    const HistoryStep* undo();
    const HistoryStep* redo();

private:
    std::shared_ptr<const Design> m_design;
    std::vector<HistoryStep> m_done;
    std::vector<HistoryStep> m_undone;
    bool m_typing = false;   // the last step may still grow
};

}  // namespace handfast
