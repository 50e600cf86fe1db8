// The assets that are built in, and a small bank with one question of every kind for tests of what is done with questions.
#pragma once

#include "core/bank/assets.h"

namespace handfast::test {

// Those of assets/. Parsed once; a failure to parse fails the test with file, line and column.
const Assets& real_assets();

// One stage, "kinds", with a question of every kind (its id names the kind: "kinds.money"), per party ones
// ("kinds.shares"), tables ("kinds.records", "kinds.matrix", "kinds.cross") and one that hides ("kinds.hidden").
// The clauses use every form of part. See assets.cpp.
const Assets& small_assets();
const Question& small_question(const char* id);

// Parties "Nordwagen" and "Seoul Cell", a title, two functions, products and regions each.
Design small_design();

// A design with one more agreed answer.
Design with_answer(Design design, const char* question, Value value);

}  // namespace handfast::test
