#include "core/design/history.h"

namespace handfast {

int History::push(Design changed, std::string label, PlaceId place, Gesture gesture) {
    auto after = std::make_shared<const Design>(std::move(changed));
    const bool grows = m_typing && gesture == Gesture::Typing && !m_done.empty() && m_done.back().place == place;
    m_undone.clear();
    const std::shared_ptr<const Design> before = std::exchange(m_design, after);
    if (!grows) {
        m_done.push_back({before, after, std::move(label), std::move(place)});
        m_typing = gesture == Gesture::Typing;
        if (m_done.size() > most_steps) m_done.erase(m_done.begin());
        return 1;
    }
    m_done.back().after = after;
    m_done.back().label = std::move(label);
    if (*m_done.back().before != *after) return 0;
    m_done.pop_back();
    m_typing = false;
    return -1;
}

const HistoryStep* History::undo() {
    if (m_done.empty()) return nullptr;
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    m_design = m_undone.back().before;
    m_typing = false;
    return &m_undone.back();
}

const HistoryStep* History::redo() {
    if (m_undone.empty()) return nullptr;
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    m_design = m_done.back().after;
    m_typing = false;
    return &m_done.back();
}

}  // namespace handfast
