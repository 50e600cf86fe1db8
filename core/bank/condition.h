// The small closed predicate of the data files: all any not answered is_one_of at_least at_most uses.
//
// assets/README.md says what each means. There is no eighth word: what these
// cannot say is a computed check in code.
#pragma once

#include "core/design/design.h"

namespace handfast {

struct Condition {
    enum class Word { Always, All, Any, Not, Answered, IsOneOf, AtLeast, AtMost, Uses };

    Word word = Word::Always;
    std::vector<Condition> parts;       // All, Any, Not
    QuestionId question;                // the others
    std::string column;                 // Uses
    std::vector<std::string> values;    // IsOneOf, Uses
    double limit = 0;                   // AtLeast, AtMost

    bool operator==(const Condition&) const = default;

    static bool from_json(const Json& json, Condition& out, FieldReader& reader);
    Json to_json() const;
    static Json schema();
};

bool holds(const Condition& condition, const Design& design);

// Every question the condition looks at.
void collect_questions(const Condition& condition, std::vector<QuestionId>& out);

}  // namespace handfast
