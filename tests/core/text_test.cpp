// Text as bytes of UTF-8.
#include "core/base/text.h"
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

using namespace handfast;
using namespace handfast::test;
using namespace std::literals;

TEST_CASE("Valid UTF-8 is found valid, up to the last code point") {
    for (const char* text : {"", "ASCII", "é", "現代", "🚗", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80", "\xED\x9F\xBF"}) CHECK_FALSE(find_invalid_utf8(text));
    CHECK(find_invalid_utf8("ab\xC3\xA9\xFF") == 4u);
    CHECK(find_invalid_utf8("\xE2\x82") == 0u);
}

TEST_CASE("A byte's place counts lines and columns from one") {
    const auto place = [](std::size_t offset) {
        const TextPlace at = place_of_byte("ab\ncd\n", offset);
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    };
    CHECK(place(0) == "1:1");
    CHECK(place(2) == "1:3");
    CHECK(place(3) == "2:1");
    CHECK(place(6) == "3:1");
    CHECK(place(99) == "3:1");
}

TEST_CASE("Texts are trimmed, split and joined") {
    CHECK(is_blank(" \t\r\n"));
    CHECK_FALSE(is_blank(" x "));
    CHECK(trimmed("  a b \n") == "a b");
    CHECK(trimmed(" \n").empty());
    CHECK(lowered("ABC É xyZ") == "abc É xyz");
    CHECK(split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
    CHECK(split("", ',') == std::vector<std::string>{""});
    CHECK(join({"a", "b"}, "; ") == "a; b");
    CHECK(join({"", "b", ""}, "|") == "|b|");   // a table's empty cells keep their places
    CHECK(join_and({}).empty());
    CHECK(join_and({"a"}) == "a");
    CHECK(join_and({"a", "b"}) == "a and b");
    CHECK(join_and({"a", "b", "c"}) == "a, b and c");
    CHECK(replaced("aXbX", "X", "--") == "a--b--");
    CHECK(replaced("aaa", "aa", "b") == "ba");
    CHECK(replaced("a", "", "b") == "a");
}

TEST_CASE("File stems keep letters of every script and nothing that a file system minds") {
    CHECK(file_stem("Nordwagen & Seoul Cell") == "Nordwagen-Seoul-Cell");
    CHECK(file_stem("  a/b\\c:d*e?f\"g<h>i|j  ") == "a-b-c-d-e-f-g-h-i-j");
    CHECK(file_stem("../../etc/passwd") == "etc-passwd");
    CHECK(file_stem("Škoda–現代 🚗") == "Škoda–現代-🚗");
    CHECK(file_stem("a\nb\0c"s) == "a-b-c");
    CHECK(file_stem("???").empty());
    CHECK(file_stem("").empty());
}

TEST_CASE("A long file stem is cut between characters") {
    std::string long_name;
    for (int i = 0; i < 40; ++i) long_name += "現";
    for (std::size_t most = 1; most < 20; ++most) {
        const std::string stem = file_stem("x" + long_name, most);
        INFO(most);
        CHECK(stem.size() <= most);
        CHECK(stem.size() + 3 > most);
        CHECK_FALSE(find_invalid_utf8(stem));
    }
    CHECK(file_stem("abc def", 4) == "abc");   // no hyphen left at the end
}

TEST_CASE("A file stem of any text is short, valid and safe") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Random random(seed);
        const std::string stem = file_stem(random_text(random, 200));
        INFO(stem);
        REQUIRE(stem.size() <= 60);
        REQUIRE_FALSE(find_invalid_utf8(stem));
        REQUIRE(stem.find_first_of("/\\:*?\"<>|. \n\r\t"s + '\0') == std::string::npos);
    }
}
