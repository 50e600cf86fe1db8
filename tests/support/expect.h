// Unwraps Results in tests, and lets Catch print our types.
//
//     const Design design = value_of(parse_save(bytes)).design;     // fails with the error's own words
//     const Error error = error_of(parse_save("{}"));               // fails when there is none
//     CHECK(place_of(error) == "3:12 design.profile.title");
#pragma once

#include "core/base/json.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>

#include <string>

namespace handfast::test {

template <class T>
T value_of(Result<T> result) {
    if (!result) FAIL(describe(result.error()));
    return std::move(*result);
}

template <class T>
Error error_of(const Result<T>& result) {
    if (result) FAIL("This succeeded, and an error was expected.");
    return result.error();
}

// "line:column path".
inline std::string place_of(const Error& error) {
    return std::to_string(error.where.line) + ":" + std::to_string(error.where.column) + " " + error.where.path;
}

// Every error must say what is wrong and what to do, in sentences.
inline void check_words_of(const Error& error) {
    INFO(describe(error));
    CHECK(error.message.size() > 10);
    CHECK(error.message.back() == '.');
    CHECK(error.remedy.size() > 5);
    CHECK(error.remedy.back() == '.');
}

}  // namespace handfast::test

namespace Catch {

template <>
struct StringMaker<handfast::Json> {
    static std::string convert(const handfast::Json& json) { return handfast::write_json_line(json); }
};
template <>
struct StringMaker<handfast::Error> {
    static std::string convert(const handfast::Error& error) { return handfast::describe(error); }
};
template <>
struct StringMaker<handfast::ErrorCode> {
    static std::string convert(handfast::ErrorCode code) { return std::string(handfast::name_of(code)); }
};

}  // namespace Catch
