// Names of things: small strings that cannot be mistaken for one another.
//
// Ids that data files and saves refer to are permanent (`topic.slug`). List
// items are addressed by id, never by index, so a path stays true when the
// list is reordered.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace handfast {

template <class Tag>
struct Id {
    std::string text;

    Id() = default;
    explicit Id(std::string_view id) : text(id) {}

    bool empty() const { return text.empty(); }
    friend bool operator==(const Id& a, const Id& b) { return a.text == b.text; }
    friend bool operator<(const Id& a, const Id& b) { return a.text < b.text; }
};

using PartyId = Id<struct PartyTag>;         // "p1"
using QuestionId = Id<struct QuestionTag>;   // "strategy.horizon"
using ClauseId = Id<struct ClauseTag>;       // "term"
using FindingId = Id<struct FindingTag>;     // "exit.no_notice"

// Where something is on the page and in the design: "parties[p1].name",
// "answers[strategy.metrics].agreed.rows[r2].target", "rail.strategy".
using PlaceId = std::string;

}  // namespace handfast
