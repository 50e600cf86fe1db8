// The value of an answer: a scalar, one scalar per party, rows of a table, or a matrix.
//
// What a value may be is said by its question (core/bank/question.h); a Value
// holds any, so that a design opens even when the question has changed since.
// In JSON each shape is told by its form, without the question:
//
//     "text, choice or ISO date"   12.5   ["first", "second"]
//     { "per_party": { "p1": 10, "p2": 20 } }
//     { "rows": [ { "id": "r1", "cells": { "metric": "Cost" } } ] }
//     { "matrix": { "p1": { "sponsor": "Dr. Lind" } } }
//
// A text that cannot be read as the number or date its question asks for is
// kept as text: nothing that was typed is lost, and the sheet says what is wrong.
#pragma once

#include "core/base/field_json.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace handfast {

// Text (also a choice's id, an ISO date), number, or list of choices (several, ranking).
using Scalar = std::variant<std::string, double, std::vector<std::string>>;

struct ValueRow {
    std::string id;
    std::map<std::string, Scalar> cells = {};   // by column id
    JsonObject unknown = {};                    // what a newer Handfast wrote, kept
    bool operator==(const ValueRow&) const = default;
};

using PerParty = std::map<PartyId, Scalar>;
using Rows = std::vector<ValueRow>;
using Matrix = std::map<std::string, std::map<std::string, Scalar>>;   // [row][column]

struct Value {
    std::variant<Scalar, PerParty, Rows, Matrix> content;

    const Scalar* scalar() const { return std::get_if<Scalar>(&content); }
    const PerParty* per_party() const { return std::get_if<PerParty>(&content); }
    const Rows* rows() const { return std::get_if<Rows>(&content); }
    const Matrix* matrix() const { return std::get_if<Matrix>(&content); }

    bool operator==(const Value&) const = default;

    static bool from_json(const Json& json, Value& out, FieldReader& reader);
    Json to_json() const;
    static Json schema();
};

// No text, or an empty list. A number is never empty.
bool is_empty(const Scalar& scalar);
// Nothing in it, or nothing but empty scalars.
bool is_empty(const Value& value);

}  // namespace handfast
