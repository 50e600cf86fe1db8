// JSON in and out: nothing is lost, nothing hostile comes in, every error names its place.
#include "tests/support/expect.h"
#include "tests/support/random_design.h"

#include "core/base/text.h"

using namespace handfast;
using namespace handfast::test;
using namespace std::literals;

namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

std::string list_of(std::size_t count) {
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "1" : ",1";
    return text + "]";
}

}  // namespace

TEST_CASE("Any document written and read again is the same, and writes the same bytes") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        const Json document = random_json(random, 5);
        const std::string bytes = write_json(document);
        INFO("seed " << seed << ": " << bytes);
        const Json back = value_of(parse_json(bytes));
        REQUIRE(back == document);
        REQUIRE(write_json(back) == bytes);
        REQUIRE(value_of(parse_json(write_json_line(document))) == document);
    }
}

TEST_CASE("Members keep the order they stand in") {
    CHECK(write_json_line(value_of(parse_json(R"({"b":1,"a":{"z":[],"y":{}},"0":null})"))) == R"({"b":1,"a":{"z":[],"y":{}},"0":null})");
}

TEST_CASE("A document is written with two spaces of indent and a line end at its end") {
    const Json document = value_of(parse_json(R"({"a":[1,"x",true],"b":{},"c":[]})"));
    CHECK(write_json(document) == "{\n  \"a\": [\n    1,\n    \"x\",\n    true\n  ],\n  \"b\": {},\n  \"c\": []\n}\n");
}

TEST_CASE("Numbers are written in the shortest form that reads back the same") {
    const std::pair<double, std::string> cases[] = {{12, "12"},           {-0.0, "0"},
                                                    {0.1, "0.1"},         {-3.25, "-3.25"},
                                                    {1e15, "1000000000000000"}, {9007199254740991.0, "9007199254740991"},
                                                    {2.0 / 3.0, "0.6666666666666666"}};
    for (const auto& [number, text] : cases) CHECK(write_json_line(Json{number}) == text);
    for (const double number : {1e300, -5e-324, 1.7976931348623157e308, 9007199254740993.0, 1e21}) {
        CHECK(*value_of(parse_json(write_json_line(Json{number}))).number() == number);
    }
}

TEST_CASE("Texts keep every character, also those that JSON must escape") {
    const std::string text = "\"\\/\b\f\n\r\t\x01 é 現代 🚗 \xE2\x80\xA8"s + '\0' + "end";
    CHECK(*value_of(parse_json(write_json(Json{text}))).text() == text);
    CHECK(*value_of(parse_json(R"("\u00e9\ud83d\ude97")")).text() == "é🚗");
}

TEST_CASE("Values know the line and column where they stand") {
    const Json document = value_of(parse_json("{\n  \"title\": \"x\",\n  \"count\": 12\n,\n  \"list\": [\n    7\n  ]\n}"));
    const auto place = [](const Json* json) {
        REQUIRE(json != nullptr);
        return std::to_string(json->line) + ":" + std::to_string(json->column);
    };
    CHECK(place(&document) == "1:1");
    CHECK(place(document.find("title")) == "2:14");
    CHECK(place(document.find("count")) == "3:13");   // the lexer has read the line end by then
    CHECK(place(document.find("list")) == "5:11");
    CHECK(place(&document.find("list")->array()->front()) == "6:5");
    CHECK(document.find("nothing") == nullptr);
    CHECK(Json{1.0}.find("a") == nullptr);
    CHECK(value_of(parse_json("42")).column == 2);
}

TEST_CASE("Limits let through what is exactly as large and refuse one more") {
    JsonLimits limits;
    SECTION("bytes") {
        limits.bytes = 10;
        CHECK(parse_json("[1,2,3,4 ]", limits));
        const Error error = error_of(parse_json("[1,2,3,4  ]", limits));
        CHECK(error.code == ErrorCode::TooLarge);
        check_words_of(error);
    }
    SECTION("depth") {
        CHECK(parse_json(nested(limits.depth)));
        const Error error = error_of(parse_json(nested(limits.depth + 1)));
        CHECK(error.code == ErrorCode::TooLarge);
        CHECK(place_of(error) == "1:33 ");
        check_words_of(error);
    }
    SECTION("values") {
        limits.values = 5;   // the list and four in it
        CHECK(parse_json(list_of(4), limits));
        const Error error = error_of(parse_json(list_of(5), limits));
        CHECK(error.code == ErrorCode::TooLarge);
        check_words_of(error);
    }
    SECTION("text") {
        limits.string_bytes = 4;
        CHECK(parse_json(R"({"four":"four"})", limits));
        for (const auto& text : {R"({"four":"fives"})", R"({"fives":"four"})", R"("éé1")"}) {
            const Error error = error_of(parse_json(text, limits));
            CHECK(error.code == ErrorCode::TooLarge);
            check_words_of(error);
        }
    }
}

TEST_CASE("The ordinary limits stop hostile files early") {
    CHECK(error_of(parse_json(std::string(200000, '['))).code == ErrorCode::TooLarge);
    CHECK(error_of(parse_json(std::string((16u << 20) + 1, ' '))).code == ErrorCode::TooLarge);
    CHECK(error_of(parse_json('"' + std::string((1u << 20) + 1, 'x') + '"')).code == ErrorCode::TooLarge);
    CHECK(error_of(parse_json(list_of(1000000))).code == ErrorCode::TooLarge);
}

TEST_CASE("A name that stands twice in one object is refused where it stands the second time") {
    const Error error = error_of(parse_json("{\n  \"a\": {\"x\": 1},\n  \"b\": 2,\n  \"a\": 3\n}"));
    CHECK(error.code == ErrorCode::DuplicateKey);
    CHECK(place_of(error) == "4:5 a");
    CHECK(error.message.find("\"a\"") != std::string::npos);
    check_words_of(error);
    CHECK(error_of(parse_json(R"({"x":{"y":1,"z":2,"y":1}})")).where.path == "x.y");
    CHECK(error_of(parse_json(R"({"é":1,"\u00e9":2})")).code == ErrorCode::DuplicateKey);
    CHECK(parse_json(R"([{"a":1},{"a":2},{"b":{"a":3},"a":4}])"));
}

TEST_CASE("Numbers too large to compute with are refused, and those that are not numbers at all") {
    const Error error = error_of(parse_json("{\n  \"amount\": 1e999\n}"));
    CHECK(error.code == ErrorCode::NumberOutOfRange);
    CHECK(place_of(error) == "2:17 amount");
    CHECK(error.message.find("1e999") != std::string::npos);
    check_words_of(error);
    CHECK(error_of(parse_json("-1e999")).code == ErrorCode::NumberOutOfRange);
    CHECK(error_of(parse_json("1" + std::string(400, '0'))).code == ErrorCode::NumberOutOfRange);
    CHECK(*value_of(parse_json("123456789012345678901234567890")).number() == 123456789012345678901234567890.0);
    CHECK(*value_of(parse_json("-9223372036854775808")).number() == -9223372036854775808.0);
    for (const char* text : {"NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10", "1_000"}) {
        INFO(text);
        CHECK(error_of(parse_json(text)).code == ErrorCode::NotJson);
    }
}

TEST_CASE("Invalid UTF-8 is refused with its byte, line and column") {
    const std::pair<std::string, long> cases[] = {
        {"\"\xFF\"", 1},                // never a byte of UTF-8
        {"\"\x80\"", 1},                // a continuation without a start
        {"\"\xC3\"", 1},                // a start without a continuation
        {"\"\xC0\xAF\"", 1},            // overlong
        {"\"\xE0\x80\xAF\"", 1},        // overlong
        {"\"\xED\xA0\x80\"", 1},        // half of a surrogate pair
        {"\"\xF4\x90\x80\x80\"", 1},    // beyond the last code point
        {"\"\xF0\x9F\x9A", 1},          // cut off at the end
        {"[\"\xC3\xA9\xC3\xA9\",\n \"ab\xE2\x82x\"]", 13},
    };
    for (const auto& [bytes, offset] : cases) {
        const Error error = error_of(parse_json(bytes));
        INFO(describe(error));
        CHECK(error.code == ErrorCode::NotUtf8);
        CHECK(error.where.byte == offset);
        CHECK(error.message.find("Byte " + std::to_string(offset)) != std::string::npos);
        check_words_of(error);
    }
    CHECK(place_of(error_of(parse_json(cases[8].first))) == "2:5 ");
}

TEST_CASE("A byte order mark is skipped, and byte offsets still count from the start of the file") {
    const std::string mark = "\xEF\xBB\xBF";
    CHECK(value_of(parse_json(mark + "[1]")) == value_of(parse_json("[1]")));
    CHECK(error_of(parse_json(mark + "\"\xFF\"")).where.byte == 4);
    CHECK(error_of(parse_json(mark)).message == "The file is empty.");
}

TEST_CASE("An empty or blank file is said to be empty") {
    for (const std::string& bytes : {""s, " \n\t\r\n"s}) {
        const Error error = error_of(parse_json(bytes));
        CHECK(error.code == ErrorCode::NotJson);
        CHECK(error.message == "The file is empty.");
        check_words_of(error);
    }
}

TEST_CASE("A document cut off at any byte is said to be cut off") {
    const std::string whole = R"({"a":[1,-2.5e3,"x\n\u00e9\\"],"b":{"c":true,"d":null,"e":false},"f":[[]]})";
    REQUIRE(parse_json(whole));
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const Error error = error_of(parse_json(whole.substr(0, length)));
        INFO(whole.substr(0, length));
        CHECK(error.code == ErrorCode::NotJson);
        CHECK(error.message == "The text ends before the document is complete.");
        CHECK(error.where.column == static_cast<int>(length));
        check_words_of(error);
    }
}

TEST_CASE("Whatever follows a complete document is refused, and not taken for a document cut off") {
    for (const std::string& rest : {"x"s, "}"s, "{}"s, " 5"s, "5 "s, ","s, "\"\""s, " null"s, "\0"s, "\0{}"s, "// done"s}) {
        const Error error = error_of(parse_json("{\"a\":1}" + rest));
        INFO(rest << ": " << describe(error));
        CHECK(error.code == ErrorCode::NotJson);
        CHECK(error.message.find("ends before") == std::string::npos);
        CHECK(error.where.line == 1);
        CHECK(error.where.column >= 8);
        check_words_of(error);
    }
    CHECK(parse_json("{\"a\":1} \n\n"));
}

TEST_CASE("Text that is not JSON is refused where it stops being JSON") {
    const std::pair<std::string, std::string> cases[] = {
        {"<!doctype html>", "1:1 "},
        {"{\n  \"a\": 1,\n}", "3:1 a"},
        {"{\n  \"a\": 'x'\n}", "2:8 a"},
        {"[1 2\n]", "1:4 "},
        {"[1,\n 2\n 3]", "3:2 "},
        {"{\"a\": \"two\nlines\"}", "1:11 a"},
        {"\"\\ud800\"", "1:8 "},
        {"tru\n", "1:4 "},
        {"{a: 1}", "1:2 "},
        {"[1, // why\n2]", "1:5 "},
    };
    for (const auto& [text, place] : cases) {
        const Error error = error_of(parse_json(text));
        INFO(text << ": " << describe(error));
        CHECK(error.code == ErrorCode::NotJson);
        CHECK(place_of(error) == place);
        check_words_of(error);
    }
}

TEST_CASE("A value says what it is, as a reader would") {
    CHECK(type_name(Json{}) == "nothing");
    CHECK(type_name(Json{true}) == "true or false");
    CHECK(type_name(Json{1.0}) == "a number");
    CHECK(type_name(Json{"x"s}) == "a text");
    CHECK(type_name(Json{JsonArray{}}) == "a list");
    CHECK(type_name(Json{JsonObject{}}) == "an object");
}

TEST_CASE("An error reads as place, message and remedy") {
    CHECK(describe({ErrorCode::WrongType, {4, 12, -1, "profile.title"}, "It is a number.", "Write a text."}) ==
          "Line 4, column 12 (profile.title): It is a number. Write a text.");
    CHECK(describe({ErrorCode::NotUtf8, {0, 0, 7, ""}, "Wrong.", ""}) == "Byte 7: Wrong.");
    CHECK(describe({ErrorCode::UnknownPath, {0, 0, -1, "a.b"}, "Nothing stands there.", "Check the path."}) ==
          "a.b: Nothing stands there. Check the path.");
    CHECK(describe({ErrorCode::NotJson, {}, "The file is empty.", ""}) == "The file is empty.");
}
