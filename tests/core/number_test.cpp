// Numbers as people write and read them.
#include "core/base/number.h"
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

using namespace handfast;
using namespace handfast::test;

TEST_CASE("Numbers are read in both conventions") {
    const std::pair<const char*, double> cases[] = {
        {"0", 0},
        {"12", 12},
        {" 12 ", 12},
        {"-3.5", -3.5},
        {"+4", 4},
        {"\xE2\x88\x92"
         "7",
         -7},   // a true minus sign
        {".5", 0.5},
        {"5.", 5},
        {"1,234.56", 1234.56},
        {"1.234,56", 1234.56},
        {"1,234,567.5", 1234567.5},
        {"1.234.567,5", 1234567.5},
        {"1,234,567", 1234567},
        {"1.234.567", 1234567},
        {"1,234", 1234},        // a comma once before three digits groups
        {"10,000", 10000},
        {"20,000", 20000},
        {"100,000", 100000},
        {"-10,000", -10000},
        {"1.234", 1.234},       // a point once is a decimal point
        {"12,5", 12.5},
        {"0,125", 0.125},
        {"-0,125", -0.125},
        {"1234,567", 1234.567}, // four digits before: no group
        {"1,2345", 1.2345},
        {"1 234,56", 1234.56},
        {"1 234 567", 1234567},
        {"1'234'567.5", 1234567.5},
        {"1\xE2\x80\x99"
         "234",
         1234},
        {"1\xC2\xA0"
         "234",
         1234},
        {"1\xE2\x80\xAF"
         "234,5",
         1234.5},
        {"- 5", -5},
        {"0.1", 0.1},
        {"007", 7},
    };
    for (const auto& [text, number] : cases) {
        INFO(text);
        const std::optional<double> read = parse_number(text);
        REQUIRE(read);
        CHECK(*read == number);
    }
}

TEST_CASE("Suffixes say how much a number stands for") {
    CHECK(parse_number("5k") == 5000);
    CHECK(parse_number("1.5 M") == 1500000);
    CHECK(parse_number("2,5bn") == 2.5e9);
    CHECK(parse_number("40 %") == 40);
    CHECK(parse_number("1.250k") == 1250);
}

TEST_CASE("What is not a number is not read as one") {
    for (const char* text : {"", " ", "-", "+", ".", ",", "abc", "12 months", "1e5", "1.2.3", "1,2,3", "12,34,567", "1,234,5", "1.234,5.6", "1,23.4",
                             "--5", "+-5", "++5", "5-", "5-6", "1 2", "5 10", "1'2", "0x10", "k", "%", "EUR 5", "5 5k", "1,,234", "NaN", "inf", "1/2",
                             "12:30", "1 234 5"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
    CHECK_FALSE(parse_number(std::string(400, '9')));
}

TEST_CASE("Amounts are in millions, whatever suffix they are typed with") {
    CHECK(parse_millions("40") == 40);
    CHECK(parse_millions("1,250.5") == 1250.5);
    CHECK(parse_millions("40m") == 40);
    CHECK(parse_millions("1.5bn") == 1500);
    CHECK(parse_millions("250k") == 0.25);
    CHECK_FALSE(parse_millions("a lot"));
}

TEST_CASE("Plain numbers have no exponents and no more digits than they need") {
    const std::pair<double, std::string> cases[] = {
        {0, "0"}, {-0.0, "0"}, {12, "12"}, {0.1, "0.1"}, {-3.25, "-3.25"}, {100000, "100000"}, {1e21, "1000000000000000000000"},
        {1e-7, "0.0000001"}, {1.25e-10, "0.000000000125"}, {1.0 / 3.0, "0.3333333333333333"}, {1234567.5, "1234567.5"}};
    for (const auto& [number, text] : cases) CHECK(plain_number(number) == text);
    CHECK(plain_number(1e300).size() == 301);
}

TEST_CASE("Grouped numbers have a comma between thousands, and none behind the point") {
    const std::pair<double, std::string> cases[] = {{0, "0"}, {999, "999"}, {1000, "1,000"}, {-1000, "-1,000"}, {-999, "-999"}, {10000, "10,000"},
                                                    {1234567.1234, "1,234,567.1234"}, {0.5, "0.5"}, {123456, "123,456"}};
    for (const auto& [number, text] : cases) CHECK(grouped_number(number) == text);
}

TEST_CASE("Every number reads back the same from either form that is shown") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Random random(seed);
        const double number = seed < 200 ? static_cast<double>(seed) * 5000 : random_number(random);
        INFO(plain_number(number));
        REQUIRE(parse_number(plain_number(number)) == number);
        REQUIRE(parse_number(grouped_number(number)) == number);
    }
}
