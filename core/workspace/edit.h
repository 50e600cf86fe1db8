// From typed text and chosen options to commands: the one way in for canvas, mirror and paste.
//
// A place is a path in the design; within an answer it goes on in brackets:
//     answers[strategy.horizon].agreed                 the whole answer
//     answers[strategy.exposure].agreed[p1]            of one party
//     answers[strategy.metrics].agreed[r2]             a row       (Exclude, Raise, Lower)
//     answers[strategy.metrics].agreed[r2][target]     a cell of a table or matrix
//     parties[p1].name, profile.start_date             any field
//
// Text that an answer cannot read as its number or date is kept as text, and the
// sheet says what is wrong. Text that a plain field (a start date) cannot hold
// is an Error; the sheet keeps what was typed until it is mended.
#pragma once

#include "core/bank/assets.h"
#include "core/design/command.h"

namespace handfast {

// Set: this text or option (empty clears). Include, Exclude: one option of several, a rank, a row.
// Raise, Lower: the rank of an option or the place of a row.
enum class EditVerb { Set, Include, Exclude, Raise, Lower };

struct Edit {
    PlaceId place;
    EditVerb verb = EditVerb::Set;
    std::string text;
    bool operator==(const Edit&) const = default;
};

Result<Command> command_for(const Edit& edit, const Design& design, const Assets& assets);

// "answers[strategy.metrics].agreed[r2][target]" → question and the keys behind it; nothing if it is no answer's place.
struct AnswerPlace {
    QuestionId question;
    std::vector<std::string> keys;
};
std::optional<AnswerPlace> parse_answer_place(std::string_view place);
PlaceId answer_place(const QuestionId& question);                                              // …agreed
PlaceId cell_place(const QuestionId& question, std::string_view key);                          // …agreed[key]
PlaceId cell_place(const QuestionId& question, std::string_view row, std::string_view column); // …agreed[row][column]

}  // namespace handfast
