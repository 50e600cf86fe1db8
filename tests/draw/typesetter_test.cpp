// Lines end where a reader expects them to, in every script we promise, and never run over.
#include "shell/draw/line_breaks.h"
#include "shell/draw/typesetter.h"
#include "tests/draw/support/box_glyphs.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace handfast::draw;
using handfast::tests::BoxGlyphs;

namespace {

// Box glyphs at 14 px are 7 px wide, ideographs 14 px: a width of 70 holds ten letters.
std::vector<std::string> lines_of(const std::string& text, float width, std::uint32_t most = no_limit) {
    BoxGlyphs glyphs;
    Typesetter setter(glyphs);
    setter.prepare(1, 1);
    const Run run{text, type::body};
    const Lines& lines = setter.set(&run, 1, width, most);
    std::vector<std::string> found(lines.count);
    for (const Fragment& fragment : lines.fragments) {
        found[fragment.line] += text.substr(fragment.begin, fragment.end - fragment.begin);
        if (fragment.tail == U'-') found[fragment.line] += "-";
        if (fragment.tail == ellipsis) found[fragment.line] += "…";
        if (width >= 7) CHECK(fragment.x + fragment.width <= width + 0.1f);   // a line holds one letter at least
    }
    return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("words stay whole") {
    CHECK(lines_of("one two three four", 70) == Found{"one two", "three four"});
    CHECK(lines_of("exactly te", 70) == Found{"exactly te"});
    CHECK(lines_of("", 70) == Found{""});
    CHECK(lines_of("trailing  ", 70) == Found{"trailing"});
}

TEST_CASE("a word longer than the line is broken, and nothing else is") {
    CHECK(lines_of("Donaudampfschifffahrt", 70) == Found{"Donaudampf", "schifffahr", "t"});
    CHECK(lines_of("a Donaudampfschiff", 70) == Found{"a", "Donaudampf", "schiff"});
    CHECK(lines_of("x", 3).size() == 1);
}

TEST_CASE("lines end after hyphens and slashes, but not within numbers") {
    CHECK(lines_of("take-or-pay", 63) == Found{"take-or-", "pay"});
    CHECK(lines_of("and/or else", 63) == Found{"and/or", "else"});
    CHECK(lines_of("aaaaaa 2-3", 63) == Found{"aaaaaa", "2-3"});
}

TEST_CASE("soft hyphens show only where a line ends") {
    CHECK(lines_of("Vertrags\u00ADstrafe", 70) == Found{"Vertrags\u00AD-", "strafe"});
    CHECK(lines_of("Ver\u00ADtrag", 70) == Found{"Ver\u00ADtrag"});
}

TEST_CASE("ideographs break anywhere, but not before closing or after opening marks") {
    CHECK(lines_of("合弁会社の取締役", 70) == Found{"合弁会社の", "取締役"});
    CHECK(lines_of("合弁会社は。取締役", 70) == Found{"合弁会社", "は。取締役"});
    CHECK(lines_of("合弁会社「取締役」", 70) == Found{"合弁会社", "「取締役」"});
}

TEST_CASE("Korean breaks between words") {
    CHECK(lines_of("당사자가 탈퇴하려면", 80) == Found{"당사자가", "탈퇴하려면"});
}

TEST_CASE("a limit of lines ends in an ellipsis") {
    CHECK(lines_of("one two three four", 70, 1) == Found{"one two t…"});
    CHECK(lines_of("one two three four five", 70, 2) == Found{"one two", "three fou…"});
    CHECK(lines_of("one\ntwo\nthree", 70, 2) == Found{"one", "two…"});
    CHECK(lines_of("short", 70, 1) == Found{"short"});
    CHECK(lines_of("anything", 1, 1).size() == 1);
}

TEST_CASE("line feeds break, at the end too") {
    CHECK(lines_of("one\n\ntwo", 70) == Found{"one", "", "two"});
    CHECK(lines_of("one\n", 70) == Found{"one", ""});
    CHECK(lines_of("\n", 70) == Found{"", ""});
}

TEST_CASE("a word of several runs is not torn apart") {
    BoxGlyphs glyphs;
    Typesetter setter(glyphs);
    setter.prepare(1, 1);
    const Run runs[] = {{"ends with ", type::body}, {"12 months", type::body}, {".", type::body}};
    const Lines& lines = setter.set(runs, 3, 70, no_limit);   // "ends with", "12 months."
    REQUIRE(lines.count == 2);
    CHECK(lines.fragments.back().run == 2);
    CHECK(lines.fragments.back().line == 1);
    CHECK(lines.fragments.back().x == 63);
}

TEST_CASE("broken UTF-8 is seen and does no harm") {
    const std::string broken = "a\xff\xc3";
    std::size_t at = 1;
    CHECK(next_code_point(broken, at) == 0xFFFD);
    CHECK(next_code_point(broken, at) == 0xFFFD);
    CHECK(at == broken.size());
    CHECK(lines_of(broken + broken + broken, 30).size() > 1);
    std::size_t start = 0;
    CHECK(next_code_point("😀", start) == 0x1F600);
}

TEST_CASE("measures follow the text size and are measured once") {
    BoxGlyphs glyphs;
    Typesetter setter(glyphs);
    setter.prepare(2, 1.5f);
    CHECK(setter.width("four", type::body) == 4 * 0.5f * 14 * 1.5f);
    setter.prepare(2, 1);
    CHECK(setter.width("four", type::body) == 4 * 0.5f * 14);
    CHECK(setter.width("four", type::strong) == 4 * 0.55f * 14);
}
