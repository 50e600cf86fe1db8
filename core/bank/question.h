// A question as data: what is asked, why, and what kind of answer it takes.
//
// The members are those of the files in assets/bank, in the words of
// assets/README.md, which says what each means. Unknown members are errors
// there: they are typing mistakes.
#pragma once

#include "core/bank/condition.h"

namespace handfast {

enum class AnswerKind { ShortText, LongText, OneOf, SeveralOf, Ranking, Number, Money, Percentage, Date, Scale, Records, Matrix };
template <> struct EnumNames<AnswerKind> {
    static constexpr std::array<std::string_view, 12> names{"short_text", "long_text", "one_of", "several_of", "ranking", "number",
                                                            "money", "percentage", "date", "scale", "records", "matrix"};
};

// Where options, rows or columns come from: the question itself, or lists of the design.
enum class Source { Items, Parties, Functions, Products, Regions };
template <> struct EnumNames<Source> {
    static constexpr std::array<std::string_view, 5> names{"items", "parties", "functions", "products", "regions"};
};

// Something with a name: an option, or the row of a matrix.
struct Item {
    std::string id;
    std::string label;
    std::string help;

    static constexpr auto fields() {
        return std::tuple{field("id", &Item::id, "Permanent name").required(), field("label", &Item::label, "What is shown").required(),
                          field("help", &Item::help, "A short explanation")};
    }
    bool operator==(const Item&) const = default;
};

// The kind of one scalar and what bounds it. A column is one with a name.
struct Cell {
    std::string id;
    std::string label;
    std::string help;
    AnswerKind kind = AnswerKind::ShortText;
    std::vector<Item> options;
    Source options_from = Source::Items;
    std::string unit;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool whole = false;
    std::string low, high;
    std::string placeholder;

    static constexpr auto fields() {
        return std::tuple{field("id", &Cell::id, "Permanent name of the column"),
                          field("label", &Cell::label, "Heading of the column"),
                          field("help", &Cell::help, "A short explanation"),
                          field("kind", &Cell::kind, "What it takes").required(),
                          field("options", &Cell::options, "What can be chosen"),
                          field("options_from", &Cell::options_from, "A list of the design to choose from"),
                          field("unit", &Cell::unit, "Unit of a number"),
                          field("minimum", &Cell::minimum, "Least number allowed"),
                          field("maximum", &Cell::maximum, "Greatest number allowed"),
                          field("whole", &Cell::whole, "Whether fractions are refused"),
                          field("low", &Cell::low, "Name of the low end of a scale"),
                          field("high", &Cell::high, "Name of the high end of a scale"),
                          field("placeholder", &Cell::placeholder, "Shown while the field is empty")};
    }
    bool operator==(const Cell&) const = default;
};

struct MatrixRows {
    Source from = Source::Items;
    std::vector<Item> items;

    static constexpr auto fields() {
        return std::tuple{field("from", &MatrixRows::from, "A list of the design"), field("items", &MatrixRows::items, "Fixed rows")};
    }
    bool operator==(const MatrixRows&) const = default;
};

// Columns of a table or matrix: fixed `items`; or one `cell` per entry of a list of the design; or `each` of several per entry.
struct Columns {
    std::vector<Cell> items;
    Source from = Source::Items;
    std::optional<Cell> cell;
    std::vector<Cell> each;

    bool operator==(const Columns&) const = default;
    // In the files, fixed columns of a table stand as a bare list.
    static bool from_json(const Json& json, Columns& out, FieldReader& reader);
    Json to_json() const;
    static Json schema();
};

struct AnswerSpec {
    Cell cell;                 // the kind, and all that scalars have
    bool per_party = false;
    Columns columns;           // Records, Matrix
    MatrixRows rows;           // Matrix
    std::string row_name;      // what a row is called: "metric"

    AnswerKind kind() const { return cell.kind; }
    bool operator==(const AnswerSpec&) const = default;
    static bool from_json(const Json& json, AnswerSpec& out, FieldReader& reader);
    Json to_json() const;
    static Json schema();
};

struct Question {
    QuestionId id;
    std::string number;
    std::string title;
    std::string ask;
    std::string why;
    std::string good;
    std::string example;
    std::vector<std::string> elements;
    std::vector<std::string> outcomes;
    std::vector<std::string> clauses;
    bool blind = false;
    bool is_private = false;
    AnswerSpec answer;
    Condition when;

    static constexpr auto fields() {
        return std::tuple{field("id", &Question::id, "Permanent name").required(),
                          field("number", &Question::number, "Stage and place, such as 1.9").required(),
                          field("title", &Question::title, "Two to four words").required(),
                          field("ask", &Question::ask, "The question").required(),
                          field("why", &Question::why, "Why it matters").required(),
                          field("good", &Question::good, "What a good answer looks like").required(),
                          field("example", &Question::example, "One answer as an example").required(),
                          field("elements", &Question::elements, "Elements it serves").required(),
                          field("outcomes", &Question::outcomes, "Outcomes it serves").required(),
                          field("clauses", &Question::clauses, "Clauses it feeds").required(),
                          field("blind", &Question::blind, "Whether each side answers unseen first"),
                          field("private", &Question::is_private, "Whether a party would not show its answer"),
                          field("answer", &Question::answer, "What kind of answer it takes").required(),
                          field("when", &Question::when, "When it applies")};
    }
    bool operator==(const Question&) const = default;
};

struct Stage {
    std::string stage;      // "strategy"; also the id of its sheet
    int number = 0;
    std::string title;
    std::string purpose;
    std::vector<Question> questions;

    static constexpr auto fields() {
        return std::tuple{field("stage", &Stage::stage, "Permanent name").required(),
                          field("number", &Stage::number, "1 to 5").required().between(1, 5),
                          field("title", &Stage::title, "Heading").required(),
                          field("purpose", &Stage::purpose, "What the stage is for").required(),
                          field("questions", &Stage::questions, "In order").required()};
    }
    bool operator==(const Stage&) const = default;
};

}  // namespace handfast
