#include "tests/support/assets.h"

#include "tests/support/expect.h"

namespace handfast::test {

namespace {

constexpr std::string_view bank = R"({
  "stage": "kinds", "number": 1, "title": "Kinds", "purpose": "One question of every kind.",
  "questions": [
    { "id": "kinds.short_text", "number": "1.1", "title": "Short text", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"], "answer": { "kind": "short_text" } },
    { "id": "kinds.long_text", "number": "1.2", "title": "Long text", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": [], "answer": { "kind": "long_text" } },
    { "id": "kinds.one_of", "number": "1.3", "title": "One of", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"],
      "answer": { "kind": "one_of", "options_from": "parties", "options": [
        { "id": "joint", "label": "Joint consent" }, { "id": "eu", "label": "EU merger control" },
        { "id": "roulette", "label": "Russian roulette" } ] } },
    { "id": "kinds.several_of", "number": "1.4", "title": "Several of", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"],
      "answer": { "kind": "several_of", "options": [ { "id": "a", "label": "Alpha" }, { "id": "b", "label": "Beta" }, { "id": "c", "label": "Gamma" } ] } },
    { "id": "kinds.ranking", "number": "1.5", "title": "Ranking", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"],
      "answer": { "kind": "ranking", "options": [ { "id": "a", "label": "Alpha" }, { "id": "b", "label": "Beta" }, { "id": "c", "label": "Gamma" } ] } },
    { "id": "kinds.number", "number": "1.6", "title": "Number", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"],
      "answer": { "kind": "number", "unit": "months", "minimum": 0, "maximum": 60, "whole": true } },
    { "id": "kinds.money", "number": "1.7", "title": "Money", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"], "answer": { "kind": "money" } },
    { "id": "kinds.percentage", "number": "1.8", "title": "Percentage", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": [], "answer": { "kind": "percentage" } },
    { "id": "kinds.date", "number": "1.9", "title": "Date", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": [], "answer": { "kind": "date" } },
    { "id": "kinds.scale", "number": "1.10", "title": "Scale", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": [],
      "answer": { "kind": "scale", "minimum": -2, "maximum": 2, "low": "Speed", "high": "Care", "whole": true } },
    { "id": "kinds.shares", "number": "1.11", "title": "Shares", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T2"], "answer": { "kind": "percentage", "per_party": true } },
    { "id": "kinds.picks", "number": "1.12", "title": "Picks", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": [],
      "answer": { "kind": "several_of", "per_party": true, "options": [ { "id": "a", "label": "Alpha" }, { "id": "b", "label": "Beta" } ] } },
    { "id": "kinds.records", "number": "1.13", "title": "Records", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T2", "T3"],
      "answer": { "kind": "records", "row_name": "metric", "columns": [
        { "id": "metric", "label": "Metric", "kind": "short_text" }, { "id": "target", "label": "Target", "kind": "number", "unit": "days" },
        { "id": "date", "label": "By", "kind": "date" }, { "id": "owner", "label": "Owner", "kind": "one_of", "options_from": "parties" },
        { "id": "signs", "label": "Signs", "kind": "several_of", "options": [ { "id": "early", "label": "Early" }, { "id": "late", "label": "Late" } ] } ] } },
    { "id": "kinds.matrix", "number": "1.14", "title": "Matrix", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T3"],
      "answer": { "kind": "matrix", "row_name": "Party", "rows": { "from": "parties" }, "columns": { "items": [
        { "id": "seats", "label": "Seats", "kind": "number" }, { "id": "reason", "label": "Reason", "kind": "short_text" } ] } } },
    { "id": "kinds.cross", "number": "1.15", "title": "Cross", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T3"],
      "answer": { "kind": "matrix", "rows": { "items": [ { "id": "pace", "label": "Pace" }, { "id": "rank", "label": "Rank" } ] },
        "columns": { "from": "parties", "each": [
          { "id": "strength", "label": "Strength", "kind": "scale", "minimum": 0, "maximum": 4 }, { "id": "note", "label": "Note", "kind": "short_text" } ] } } },
    { "id": "kinds.hidden", "number": "1.16", "title": "Hidden", "ask": "What?", "why": "w", "good": "g", "example": "e",
      "elements": ["goals"], "outcomes": ["all"], "clauses": ["T1"], "answer": { "kind": "short_text" },
      "when": { "is_one_of": { "question": "kinds.one_of", "values": ["joint"] } } }
  ]
})";

constexpr std::string_view first_clause = R"({
  "id": "sentences", "number": "T1", "title": "Sentences", "purpose": "Words in braces.",
  "parts": [
    { "text": "{parties} work on {title}: {kinds.short_text}." },
    { "text": "Form: {kinds.one_of}; chosen: {kinds.several_of}; for {kinds.number} at {kinds.money}." },
    { "text": "First {kinds.ranking.first}, then {kinds.ranking.rest}, of {kinds.ranking.count}." },
    { "text": "Only under joint consent: {kinds.hidden}." },
    { "text": "{party_count} parties, {currency}, from {start_date}; {functions}; {products}; {regions}." }
  ]
})";

constexpr std::string_view second_clause = R"({
  "id": "lists", "number": "T2", "title": "Lists", "purpose": "One line an entry.",
  "parts": [
    { "list": "kinds.records", "lead": "The parties watch {kinds.records.count} figures:", "item": "{metric}, reviewed at {target} by {owner}" },
    { "list": "kinds.shares", "lead": "Shares:", "item": "{party} holds {value}", "when": { "answered": "kinds.shares" } }
  ]
})";

constexpr std::string_view third_clause = R"({
  "id": "tables", "number": "T3", "title": "Tables", "purpose": "Tables of answers.",
  "parts": [
    { "table": "kinds.records", "lead": "Figures:", "columns": ["metric", "date"] },
    { "table": "kinds.matrix", "lead": "Seats:" },
    { "table": "kinds.cross", "columns": ["strength"], "when": { "answered": "kinds.cross" } }
  ]
})";

constexpr std::string_view tenth_clause = R"({
  "id": "tenth", "number": "T10", "title": "Tenth", "purpose": "Sorts by number, not by letter; and may be left out.",
  "parts": [ { "text": "Two or more goals.", "when": { "at_least": { "question": "kinds.ranking", "value": 2 } } } ]
})";

constexpr std::string_view sample = R"({
  "format": "handfast design", "version": 1, "id": "sample-one", "edition": 3,
  "design": { "profile": { "title": "Sample one", "sample": "invented" }, "parties": [ { "id": "p1", "name": "A" }, { "id": "p2", "name": "B" } ] }
})";

ScopeItem scope_item(std::string_view id, std::string_view name) {
    ScopeItem item;
    item.id = Id<ScopeTag>(id);
    item.name = name;
    return item;
}

}  // namespace

const Assets& real_assets() {
    static const Assets assets = value_of(parse_assets(embedded_assets()));
    return assets;
}

const Assets& small_assets() {
    static const EmbeddedAsset files[] = {{"bank/kinds.json", bank}, {"clauses/t10_tenth.json", tenth_clause}, {"clauses/t01_sentences.json", first_clause},
                                          {"clauses/t02_lists.json", second_clause}, {"clauses/t03_tables.json", third_clause}, {"samples/one.json", sample}};
    static const Assets assets = value_of(parse_assets(files));
    return assets;
}

const Question& small_question(const char* id) {
    const Question* question = small_assets().find_question(QuestionId(id));
    if (question == nullptr) FAIL("The small bank has no question " << id);
    return *question;
}

Design small_design() {
    Design design = new_design();
    design.profile.title = "Cell plant";
    design.parties[0].name = "Nordwagen";
    design.parties[1].name = "Seoul Cell";
    design.profile.functions = {scope_item("purchasing", "Purchasing"), scope_item("it", "IT systems")};
    design.profile.products = {scope_item("cells", "LFP cells"), scope_item("packs", "Packs")};
    design.profile.regions = {scope_item("eu", "Europe"), scope_item("korea", "Korea")};
    return design;
}

Design with_answer(Design design, const char* question, Value value) {
    design.answers[QuestionId(question)].agreed = std::move(value);
    return design;
}

}  // namespace handfast::test
