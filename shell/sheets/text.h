// A screen as plain text, for goldens that people can read.
#pragma once

#include "shell/sheets/screen.h"

namespace handfast::sheets {

std::string write_text(const Screen& screen);
std::string write_text(const Region& region);

}  // namespace handfast::sheets
