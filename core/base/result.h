// Result<T>: a value, or an Error that names the place and the remedy.
//
//     Result<Design> design = parse_save(bytes);
//     if (!design) return show(design.error());
//     use(*design);
//
// Use it where the *input* may be wrong: files, assets, typed text. Where *we*
// are wrong, use HF_REQUIRE. A design that is merely incomplete is neither.
// Core is built without exceptions; reading the value of a failed Result aborts.
#pragma once

#include "core/base/require.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace handfast {

enum class ErrorCode {
    TooLarge,         // bytes, depth or count over a limit
    NotUtf8,
    NotJson,
    DuplicateKey,
    NumberOutOfRange,
    WrongType,        // a string where a number belongs
    WrongValue,       // the type fits, the value does not: unknown choice, date that is none
    MissingField,
    WrongFormat,      // well-formed, but not a Handfast design
    NewerVersion,
    UnknownPath,
    NotFound,
};

std::string_view name_of(ErrorCode code);

// Where in the input. Lines and columns count from 1, columns in bytes; 0 means "not known".
struct Where {
    int line = 0;
    int column = 0;
    long byte = -1;       // offset from 0; -1: not known
    std::string path;     // "answers[strategy.horizon].agreed"; empty: not known
    bool operator==(const Where&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::WrongFormat;
    Where where;
    std::string message;  // what is wrong, a sentence
    std::string remedy;   // what to do about it, a sentence
    bool operator==(const Error&) const = default;
};

// "Line 4, column 12 (parties[p1].name): … Remedy."
std::string describe(const Error& error);

template <class T>
class [[nodiscard]] Result {
public:
    template <class Value>
        requires std::is_convertible_v<Value&&, T> && (!std::is_same_v<std::remove_cvref_t<Value>, Error>) &&
                 (!std::is_same_v<std::remove_cvref_t<Value>, Result>)
    Result(Value&& value) : m_content(std::in_place_index<0>, T(std::forward<Value>(value))) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    T& operator*() { HF_REQUIRE(m_content.index() == 0); return *std::get_if<0>(&m_content); }
    const T& operator*() const { HF_REQUIRE(m_content.index() == 0); return *std::get_if<0>(&m_content); }
    T* operator->() { return &**this; }
    const T* operator->() const { return &**this; }
    const Error& error() const { HF_REQUIRE(m_content.index() == 1); return *std::get_if<1>(&m_content); }

private:
    std::variant<T, Error> m_content;
};

}  // namespace handfast
