// Answers in the light of their questions: what may be chosen, what is wrong, how it reads.
//
// Options, rows and columns may come from the design (its parties, functions,
// products, regions); the functions here resolve them. A value that does not
// fit its question is never dropped: it is shown as it stands, with what is
// wrong about it.
#pragma once

#include "core/bank/question.h"

namespace handfast {

// The entries of a list of the design. Source::Items has none.
std::vector<Item> items_of(Source source, const Design& design);
// The design's entries first, then the cell's own. Yes/no and the like stand in `options` alone.
std::vector<Item> options_of(const Cell& cell, const Design& design);
std::vector<Item> rows_of(const AnswerSpec& spec, const Design& design);
// With `each`, one per entry and sub-column: id "p1.strength", label "Nordwagen: Strength".
std::vector<Cell> columns_of(const AnswerSpec& spec, const Design& design);

bool takes_number(AnswerKind kind);                        // Number, Money, Percentage, Scale
std::string unit_of(const Cell& cell, const Design& design);   // "months", "EUR million", "%"

// What was typed, as the cell would store it: a number or ISO date where it can be read as one, else the text.
Scalar parse_cell(const Cell& cell, std::string_view text);
// What a field shows for it.
std::string cell_text(const Cell& cell, const Scalar& scalar);
// What is wrong with it, in a sentence that says the remedy; empty when it fits (or is empty).
std::string cell_problem(const Cell& cell, const Scalar& scalar, const Design& design);

// A label within a sentence: "Joint consent" → "joint consent"; names and abbreviations stay.
std::string label_in_sentence(const std::string& label);
// How it reads in a sentence: "12 months", "EUR 40 million", "65 %", "31 Mar 2027", "joint consent".
std::string cell_words(const Cell& cell, const Scalar& scalar, const Design& design);
// The same for a whole value; tables read as "3 entries". Empty when there is nothing to say.
std::string value_words(const Question& question, const Value& value, const Design& design);

enum class AnswerState {
    Open,           // nothing yet
    Begun,          // something, but not all parties or rows, or something in it does not fit
    NotKnownYet,
    NotApplicable,
    Answered,
};
AnswerState state_of(const Question& question, const Design& design);

// The first thing that is wrong in an answer: place within the value and what; empty when all fits.
struct ValueProblem {
    std::string place;     // "", "[p1]", "[r1][date]"
    std::string message;
};
std::optional<ValueProblem> value_problem(const Question& question, const Value& value, const Design& design);

}  // namespace handfast
