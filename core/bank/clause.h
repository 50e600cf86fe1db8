// A clause of the term outline as data: parts of text, lists and tables with words from the design.
//
// Form and vocabulary: assets/README.md. core/outline turns clauses into an Outline.
#pragma once

#include "core/bank/condition.h"

namespace handfast {

// One of text, list or table is set.
struct ClausePart {
    std::string text;
    QuestionId list;
    std::string item;                   // of a list
    QuestionId table;
    std::vector<std::string> columns;   // of a table; all when empty
    std::string lead;                   // before a list or table
    Condition when;

    static constexpr auto fields() {
        return std::tuple{field("text", &ClausePart::text, "A paragraph"),
                          field("list", &ClausePart::list, "The question whose entries are listed"),
                          field("item", &ClausePart::item, "How one entry reads"),
                          field("table", &ClausePart::table, "The question whose table is shown"),
                          field("columns", &ClausePart::columns, "Which columns of it"),
                          field("lead", &ClausePart::lead, "What stands before the list or table"),
                          field("when", &ClausePart::when, "When the part appears")};
    }
    bool operator==(const ClausePart&) const = default;
};

struct Clause {
    ClauseId id;
    std::string number;   // "T15"
    std::string title;
    std::string purpose;
    std::vector<ClausePart> parts;

    static constexpr auto fields() {
        return std::tuple{field("id", &Clause::id, "Permanent name").required(), field("number", &Clause::number, "T1 to T18").required(),
                          field("title", &Clause::title, "Heading").required(), field("purpose", &Clause::purpose, "What it is for").required(),
                          field("parts", &Clause::parts, "In order").required()};
    }
    bool operator==(const Clause&) const = default;
};

// "{strategy.outcomes.first}" → name "strategy.outcomes", view "first". Bare words have no view.
struct Placeholder {
    std::string name;
    std::string view;     // "", "first", "rest", "count"
};

// Splits a text at its braces; calls `words(std::string_view)` and `placeholder(const Placeholder&)` in order.
template <class Words, class Hole>
void for_each_piece(std::string_view text, const Words& words, const Hole& placeholder) {
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            words(text);
            return;
        }
        if (open > 0) words(text.substr(0, open));
        Placeholder hole;
        hole.name = std::string(text.substr(open + 1, close - open - 1));
        const std::size_t dot = hole.name.rfind('.');
        if (dot != std::string::npos) {
            const std::string last = hole.name.substr(dot + 1);
            if (last == "first" || last == "rest" || last == "count") {
                hole.view = last;
                hole.name.resize(dot);
            }
        }
        placeholder(hole);
        text.remove_prefix(close + 1);
    }
}

// Every question that the part's words show, each once, in order.
std::vector<QuestionId> questions_of(const ClausePart& part);
// Every question the clause shows or asks for in a condition.
std::vector<QuestionId> questions_of(const Clause& clause);

}  // namespace handfast
