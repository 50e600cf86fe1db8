// Screens for the drawing's tests and pictures: every kind of block, with words of real length.
#pragma once

#include "shell/sheets/screen.h"

namespace handfast::tests {

enum class Panes { All, OnlyMain, OnlyRail, OnlySide };

// A stage's sheet: rail, questions of every kind, side panel with help and outline.
sheets::Screen sample_sheet(Panes panes = Panes::All);
// Long German words, Chinese, Japanese and Korean, empty and full tables, errors, disabled things.
sheets::Screen hard_words_sheet();
// The sheet with a dialog over it.
sheets::Screen sample_dialog();
// A page surface in the middle, with drawn regions around it.
sheets::Screen document_sheet();
// The largest sheet there will be: 60 questions with some 600 things to press or fill.
sheets::Screen large_sheet();

}  // namespace handfast::tests
