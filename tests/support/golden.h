// Compares text with a file under tests/golden, and rewrites such files when asked.
//
//     check_golden("outlines/bmw_brilliance.txt", write_outline_text(outline, stamp));
//
// A difference fails the test and names the first line that differs. To accept
// new texts after looking at them:
//
//     HANDFAST_ACCEPT=1 bash tests/run.sh --quick        then read `git diff tests/golden`
//
// Files are written at the end of the run, and only when nothing at all has
// failed in it: a broken program cannot make itself the standard.
#pragma once

#include <string>
#include <string_view>

namespace handfast::test {

void check_golden(std::string_view path, std::string_view text);

// A whole file under the source tree, "tests/golden/saves/v1.handfast.json"; fails the test when it cannot be read.
std::string read_source_file(std::string_view path);
// Puts a file under the build folder for other test programs, and says where.
std::string write_build_file(std::string_view path, std::string_view bytes);

}  // namespace handfast::test
