#include "core/base/json.h"

#include "core/base/text.h"

#include <cmath>
#include <cstdio>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

namespace handfast {

namespace {

// Where the lexer stands: at the last byte it has read. After a number that is the byte behind it.
struct Cursor {
    int line = 1, column = 0;
    int line_before = 1, column_before = 0;   // of the byte before
    char last = 0;
    bool at_end = false;   // it asked for more than there is
};

// An input iterator that keeps a Cursor up to date, since nlohmann's SAX events carry no place.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Cursor* cursor) : m_at(at), m_cursor(cursor) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        m_cursor->line_before = m_cursor->line;
        m_cursor->column_before = m_cursor->column;
        if (m_cursor->last == '\n') {
            ++m_cursor->line;
            m_cursor->column = 0;
        }
        ++m_cursor->column;
        m_cursor->last = *m_at;
        ++m_at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    // The lexer compares with the end before it reads each byte.
    bool operator!=(const CountingIterator& other) const {
        if (m_at == other.m_at) m_cursor->at_end = true;
        return m_at != other.m_at;
    }

private:
    const char* m_at;
    Cursor* m_cursor;
};

class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(const Cursor& cursor, const JsonLimits& limits) : m_cursor(cursor), m_limits(limits) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(static_cast<double>(value), Token::Number); }
    bool number_unsigned(number_unsigned_t value) override { return add(static_cast<double>(value), Token::Number); }
    bool number_float(number_float_t value, const string_t&) override { return add(value, Token::Number); }
    bool string(string_t& value) override { return fits(value) && add(std::move(value)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(JsonObject{}); }
    bool start_array(std::size_t) override { return open(JsonArray{}); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& key) override {
        if (!fits(key)) return false;
        m_next_key.back() = key;
        if (!m_keys.back().insert(key).second) {
            return fail(ErrorCode::DuplicateKey, "The name \"" + key + "\" stands twice in the same object.",
                        "Remove one of the two; Handfast does not guess which one counts.");
        }
        return true;
    }

    bool parse_error(std::size_t, const std::string& last_token, const nlohmann::detail::exception& exception) override {
        const Token token = !last_token.empty() && is_digit(last_token.back()) ? Token::Number : Token::Other;
        if (exception.id == 406) {
            return fail(ErrorCode::NumberOutOfRange, "The number " + last_token.substr(0, 40) + " is too large to compute with.",
                        "Write a number below 1e308.", token);
        }
        if (m_count > 0 && m_open.empty()) {
            return fail(ErrorCode::NotJson, "Something stands after the end of the document.", "Remove it, or open an undamaged copy.", token);
        }
        if (m_cursor.at_end) {
            return fail(ErrorCode::NotJson, "The text ends before the document is complete.",
                        "The file was cut off, perhaps while it was copied; open an earlier copy.");
        }
        return fail(ErrorCode::NotJson, "This is not JSON from here on.",
                    "Open a file that Handfast saved, or mend the text at this place.", token);
    }

    Json& root() { return m_root; }
    const std::optional<Error>& error() const { return m_error; }

private:
    enum class Token { Number, Other };

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    // A number has been read when the byte behind it was, unless the text ends with it.
    bool is_beyond(Token token) const { return token == Token::Number && !is_digit(m_cursor.last); }

    bool fail(ErrorCode code, std::string message, std::string remedy, Token token = Token::Other) {
        const int line = is_beyond(token) ? m_cursor.line_before : m_cursor.line;
        const int column = is_beyond(token) ? m_cursor.column_before : m_cursor.column;
        if (!m_error) m_error = Error{code, {line, column, -1, path()}, std::move(message), std::move(remedy)};
        return false;
    }

    template <class Value>
    bool add(Value value, Token token = Token::Other) {
        if (++m_count > m_limits.values) {
            return fail(ErrorCode::TooLarge, "The file holds more than " + std::to_string(m_limits.values) + " values.",
                        "A design of that size cannot have come from Handfast.");
        }
        Json json;
        json.value = std::move(value);
        json.line = is_beyond(token) ? m_cursor.line_before : m_cursor.line;
        json.column = is_beyond(token) ? m_cursor.column_before : m_cursor.column;
        place(std::move(json));
        return true;
    }

    template <class Container>
    bool open(Container container) {
        if (m_open.size() >= m_limits.depth) {
            return fail(ErrorCode::TooLarge, "The file is nested more than " + std::to_string(m_limits.depth) + " levels deep.",
                        "A design of that depth cannot have come from Handfast.");
        }
        if (!add(std::move(container))) return false;
        m_open.push_back(m_last);
        m_keys.emplace_back();
        m_next_key.emplace_back();
        return true;
    }

    bool close() {
        m_open.pop_back();
        m_keys.pop_back();
        m_next_key.pop_back();
        return true;
    }

    // Pointers into the tree stay valid: a container grows only while it is the innermost open one.
    void place(Json json) {
        if (m_open.empty()) {
            m_root = std::move(json);
            m_last = &m_root;
        } else if (auto* array = std::get_if<JsonArray>(&m_open.back()->value)) {
            array->push_back(std::move(json));
            m_last = &array->back();
        } else {
            auto& object = *std::get_if<JsonObject>(&m_open.back()->value);
            object.emplace_back(m_next_key.back(), std::move(json));
            m_last = &object.back().second;
        }
    }

    bool fits(const std::string& text) {
        if (text.size() <= m_limits.string_bytes) return true;
        return fail(ErrorCode::TooLarge, "A text is longer than " + std::to_string(m_limits.string_bytes) + " bytes.",
                    "Shorten it.");
    }

    std::string path() const {
        std::string path;
        for (const std::string& key : m_next_key) {
            if (key.empty()) continue;
            if (!path.empty()) path += '.';
            path += key;
        }
        return path;
    }

    const Cursor& m_cursor;
    JsonLimits m_limits;
    std::size_t m_count = 0;
    Json m_root;
    Json* m_last = nullptr;
    std::vector<Json*> m_open;
    std::vector<std::set<std::string>> m_keys;
    std::vector<std::string> m_next_key;
    std::optional<Error> m_error;
};

void write_text(std::string& out, const std::string& text) {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write_number(std::string& out, double number) {
    HF_REQUIRE(std::isfinite(number));
    if (number == std::floor(number) && std::fabs(number) < 9007199254740992.0) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.0f", number == 0 ? 0.0 : number);   // never "-0"
        out += digits;
    } else {
        out += nlohmann::json(number).dump();
    }
}

enum class Layout { Indented, OneLine };

void write_value(std::string& out, const Json& json, Layout layout, std::size_t depth) {
    const auto line_break = [&](std::size_t level) {
        if (layout == Layout::OneLine) return;
        out += '\n';
        out.append(level * 2, ' ');
    };
    if (json.is_null()) {
        out += "null";
    } else if (const bool* boolean = json.boolean()) {
        out += *boolean ? "true" : "false";
    } else if (const double* number = json.number()) {
        write_number(out, *number);
    } else if (const std::string* text = json.text()) {
        write_text(out, *text);
    } else if (const JsonArray* array = json.array()) {
        out += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i > 0) out += ',';
            line_break(depth + 1);
            write_value(out, (*array)[i], layout, depth + 1);
        }
        if (!array->empty()) line_break(depth);
        out += ']';
    } else if (const JsonObject* object = json.object()) {
        out += '{';
        for (std::size_t i = 0; i < object->size(); ++i) {
            if (i > 0) out += ',';
            line_break(depth + 1);
            write_text(out, (*object)[i].first);
            out += layout == Layout::Indented ? ": " : ":";
            write_value(out, (*object)[i].second, layout, depth + 1);
        }
        if (!object->empty()) line_break(depth);
        out += '}';
    }
}

}  // namespace

const Json* Json::find(std::string_view key) const {
    const JsonObject* members = object();
    if (members == nullptr) return nullptr;
    for (const JsonMember& member : *members) {
        if (member.first == key) return &member.second;
    }
    return nullptr;
}

Result<Json> parse_json(std::string_view bytes, const JsonLimits& limits) {
    if (bytes.size() > limits.bytes) {
        return Error{ErrorCode::TooLarge, {}, "The file is larger than " + std::to_string(limits.bytes >> 20) + " MB.",
                     "A design of that size cannot have come from Handfast."};
    }
    const std::size_t mark = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;   // a byte order mark that some editors add
    bytes.remove_prefix(mark);
    if (is_blank(bytes)) {
        return Error{ErrorCode::NotJson, {1, 1, 0, ""}, "The file is empty.",
                     "It may not have been copied completely; open another copy."};
    }
    if (const std::optional<std::size_t> bad = find_invalid_utf8(bytes)) {
        const TextPlace place = place_of_byte(bytes, *bad);
        return Error{ErrorCode::NotUtf8, {place.line, place.column, static_cast<long>(mark + *bad), ""},
                     "Byte " + std::to_string(mark + *bad) + " is not valid UTF-8.",
                     "Save the file as UTF-8, or open an undamaged copy."};
    }
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {   // which the lexer would take for the end
        const TextPlace place = place_of_byte(bytes, zero);
        return Error{ErrorCode::NotJson, {place.line, place.column, static_cast<long>(mark + zero), ""}, "A zero byte stands in the text.",
                     "The file was damaged; open an undamaged copy."};
    }
    Cursor cursor;
    TreeBuilder builder(cursor, limits);
    const CountingIterator first(bytes.data(), &cursor);
    const CountingIterator last(bytes.data() + bytes.size(), &cursor);
    const bool parsed = nlohmann::json::sax_parse(first, last, &builder);
    if (builder.error()) return *builder.error();
    HF_REQUIRE(parsed);
    return std::move(builder.root());
}

std::string write_json(const Json& document) {
    std::string out;
    write_value(out, document, Layout::Indented, 0);
    out += '\n';
    return out;
}

std::string write_json_line(const Json& document) {
    std::string out;
    write_value(out, document, Layout::OneLine, 0);
    return out;
}

std::string_view type_name(const Json& json) {
    constexpr std::string_view names[] = {"nothing", "true or false", "a number", "a text", "a list", "an object"};
    return names[json.value.index()];
}

}  // namespace handfast
