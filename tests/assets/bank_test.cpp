// The question bank and the clauses: every id leads somewhere, everything can be reached, the words keep the rules of assets/README.md.
#include "tests/support/assets.h"
#include "tests/support/expect.h"

#include "core/bank/answers.h"
#include "core/base/text.h"
#include "core/outline/outline.h"

#include <set>

using namespace handfast;
using namespace handfast::test;

namespace {

std::vector<const Question*> all_questions() {
    std::vector<const Question*> questions;
    for (const Stage& stage : real_assets().stages()) {
        for (const Question& question : stage.questions) questions.push_back(&question);
    }
    return questions;
}

// The cells a question is made of: itself, or the columns of its table.
std::vector<Cell> cells_of(const Question& question) {
    const Columns& columns = question.answer.columns;
    const AnswerKind kind = question.answer.kind();
    if (kind != AnswerKind::Records && kind != AnswerKind::Matrix) return {question.answer.cell};
    std::vector<Cell> cells = columns.items;
    cells.insert(cells.end(), columns.each.begin(), columns.each.end());
    if (columns.cell) cells.push_back(*columns.cell);
    return cells;
}

bool is_choice(const Cell& cell) { return cell.kind == AnswerKind::OneOf || cell.kind == AnswerKind::SeveralOf || cell.kind == AnswerKind::Ranking; }

bool contains(const std::vector<std::string>& list, const std::string& what) { return std::find(list.begin(), list.end(), what) != list.end(); }

// Something that fits a cell that takes no choice.
Scalar plausible(const Cell& cell) {
    if (takes_number(cell.kind)) return cell.minimum.value_or(1);
    return cell.kind == AnswerKind::Date ? "2027-03-31" : "As agreed";
}

// Designs that differ from a new one or a sample by the answer to one question: cleared, or given, with each of its choices in turn.
std::vector<Design> variants() {
    std::vector<Design> designs{new_design()};
    for (const Sample& sample : real_assets().samples()) designs.push_back(sample.file.design);
    const std::size_t bases = designs.size();
    for (std::size_t base = 0; base < bases; ++base) {
        for (const Question* question : all_questions()) {
            Design cleared = designs[base];
            cleared.answers.erase(question->id);
            designs.push_back(std::move(cleared));
            for (const Cell& cell : cells_of(*question)) {
                std::vector<Scalar> answers;
                for (const Item& option : cell.options) {
                    answers.push_back(cell.kind == AnswerKind::OneOf ? Scalar(option.id) : Scalar(std::vector<std::string>{option.id}));
                }
                if (!is_choice(cell)) answers.push_back(plausible(cell));
                for (const Scalar& one : answers) {
                    Design changed = designs[base];
                    Answer& answer = changed.answers[question->id];
                    answer.reply = Reply::Value;
                    if (question->answer.kind() == AnswerKind::Records) {
                        answer.agreed = Value{Rows{{"r1", {{cell.id, one}}, {}}}};
                    } else if (question->answer.kind() == AnswerKind::Matrix) {
                        Value value;
                        const std::vector<Item> rows = rows_of(question->answer, changed);
                        if (rows.empty() || question->answer.columns.from != Source::Items) continue;
                        value.content.emplace<3>()[rows.front().id][cell.id] = one;
                        answer.agreed = std::move(value);
                    } else if (question->answer.per_party) {
                        answer.agreed = Value{PerParty{{changed.parties.front().id, one}}};
                    } else {
                        answer.agreed = Value{one};
                    }
                    designs.push_back(std::move(changed));
                }
            }
        }
    }
    return designs;
}

// Everything a condition says about choices must be possible.
void check_condition(const Condition& condition, const std::string& where) {
    for (const Condition& part : condition.parts) check_condition(part, where);
    using Word = Condition::Word;
    if (condition.question.empty()) return;
    const Question* question = real_assets().find_question(condition.question);
    INFO(where << " asks for " << condition.question.text);
    REQUIRE(question != nullptr);
    const AnswerKind kind = question->answer.kind();
    const bool table = kind == AnswerKind::Records || kind == AnswerKind::Matrix;
    if (condition.word == Word::Uses) {
        CHECK(table);
        CHECK(question->answer.columns.from == Source::Items);
    }
    if (condition.word == Word::IsOneOf) CHECK(is_choice(question->answer.cell));
    if (condition.word == Word::AtLeast || condition.word == Word::AtMost) {
        CHECK((takes_number(kind) || kind == AnswerKind::Records || kind == AnswerKind::Ranking || kind == AnswerKind::SeveralOf));
        CHECK_FALSE(question->answer.per_party);
    }
    for (const std::string& value : condition.values) {
        bool known = false;
        for (const Cell& cell : cells_of(*question)) {
            if (condition.word == Word::Uses && cell.id != condition.column) continue;
            for (const Item& option : cell.options) known = known || option.id == value;
        }
        INFO(value);
        CHECK(known);
    }
}

void check_words(const std::string& text, const std::string& where) {
    INFO(where << ": " << text);
    CHECK_FALSE(is_blank(text));
    CHECK(trimmed(text) == text);
    CHECK(text.find('!') == std::string::npos);
    CHECK(text.find("  ") == std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
    for (const char* left_over : {"TODO", "FIXME", "lorem", "Lorem", "XXX", "??"}) CHECK(text.find(left_over) == std::string::npos);
}

}  // namespace

TEST_CASE("Every file of assets is JSON, and every id in it leads somewhere") {
    REQUIRE(embedded_assets().size() >= 5 + 18 + 3);
    for (const EmbeddedAsset& asset : embedded_assets()) {
        INFO(asset.path);
        value_of(parse_json(asset.bytes));
        const std::string_view folder = asset.path.substr(0, asset.path.find('/'));
        CHECK((folder == "bank" || folder == "clauses" || folder == "samples" || asset.path == "licences.json"));
    }
    const Result<Assets> assets = parse_assets(embedded_assets());
    if (!assets) FAIL(describe(assets.error()));
    CHECK(assets->stages().size() == 5);
}

TEST_CASE("There are 58 questions in five stages, numbered in order, with ids of their stage") {
    const auto& stages = real_assets().stages();
    const std::tuple<const char*, std::size_t> wanted[] = {{"strategy", 11}, {"partner", 11}, {"structure", 15}, {"running", 10}, {"exit", 11}};
    REQUIRE(stages.size() == 5);
    for (std::size_t s = 0; s < 5; ++s) {
        const auto& [name, count] = wanted[s];
        CHECK(stages[s].stage == name);
        CHECK(stages[s].number == static_cast<int>(s) + 1);
        CHECK(stages[s].questions.size() == count);
        CHECK(real_assets().find_stage(name) == &stages[s]);
        for (std::size_t q = 0; q < stages[s].questions.size(); ++q) {
            const Question& question = stages[s].questions[q];
            INFO(question.id.text);
            CHECK(question.number == std::to_string(s + 1) + "." + std::to_string(q + 1));
            const std::vector<std::string> id = split(question.id.text, '.');
            REQUIRE(id.size() == 2);
            CHECK(id[0] == name);
            CHECK(id[1].find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
            CHECK(real_assets().find_question(question.id) == &question);
            CHECK(real_assets().stage_of(question.id) == &stages[s]);
        }
    }
    CHECK(all_questions().size() == 58);
}

TEST_CASE("There are the clauses T1 to T18, in order, each with an id of its own") {
    const auto& clauses = real_assets().clauses();
    REQUIRE(clauses.size() == 18);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        CHECK(clauses[i].number == "T" + std::to_string(i + 1));
        CHECK(ids.insert(clauses[i].id.text).second);
        CHECK(real_assets().find_clause(clauses[i].number) == &clauses[i]);
        CHECK_FALSE(clauses[i].parts.empty());
    }
}

TEST_CASE("A question names exactly the clauses that mention it") {
    for (const Question* question : all_questions()) {
        std::set<std::string> mentioned;
        for (const Clause& clause : real_assets().clauses()) {
            const std::vector<QuestionId> asked = questions_of(clause);
            if (std::find(asked.begin(), asked.end(), question->id) != asked.end()) mentioned.insert(clause.number);
        }
        const std::set<std::string> named(question->clauses.begin(), question->clauses.end());
        INFO(question->id.text);
        CHECK(named == mentioned);
        CHECK(named.size() == question->clauses.size());
    }
}

TEST_CASE("Every question applies to a new design or to some sample") {
    for (const Question* question : all_questions()) {
        bool reached = holds(question->when, new_design());
        for (const Sample& sample : real_assets().samples()) reached = reached || holds(question->when, sample.file.design);
        INFO(question->id.text);
        CHECK(reached);
    }
}

TEST_CASE("A question hidden by an answer is shown while that answer is missing") {
    for (const Question* question : all_questions()) {
        INFO(question->id.text);
        CHECK(holds(question->when, new_design()));
    }
}

TEST_CASE("Some design hides each question that has a condition") {
    const std::vector<Design> designs = variants();
    for (const Question* question : all_questions()) {
        if (question->when == Condition{}) continue;
        INFO(question->id.text);
        CHECK(std::any_of(designs.begin(), designs.end(), [&](const Design& design) { return !holds(question->when, design); }));
    }
}

TEST_CASE("Every part of every clause appears for some design") {
    const std::vector<Design> designs = variants();
    CHECK(designs.size() > 1000);
    for (const Clause& clause : real_assets().clauses()) {
        for (std::size_t i = 0; i < clause.parts.size(); ++i) {
            const ClausePart& part = clause.parts[i];
            const bool fires = std::any_of(designs.begin(), designs.end(), [&](const Design& design) {
                const std::vector<QuestionId> shown = questions_of(part);
                return holds(part.when, design) && std::all_of(shown.begin(), shown.end(), [&](const QuestionId& id) {
                           return holds(real_assets().find_question(id)->when, design);
                       });
            });
            INFO(clause.number << ", part " << i + 1 << ": " << part.text << part.lead);
            CHECK(fires);
        }
    }
}

TEST_CASE("Every clause appears in the outline of a new design and of every sample") {
    std::vector<Design> designs{new_design()};
    for (const Sample& sample : real_assets().samples()) designs.push_back(sample.file.design);
    for (const Design& design : designs) {
        const Outline outline = build_outline(design, real_assets());
        REQUIRE(outline.clauses.size() == 18);
        for (std::size_t i = 0; i < 18; ++i) {
            CHECK(outline.clauses[i].id == real_assets().clauses()[i].id);
            CHECK(outline.clauses[i].number == std::to_string(i + 1));
        }
    }
}

TEST_CASE("Conditions ask for choices that exist, of questions that have choices") {
    for (const Question* question : all_questions()) check_condition(question->when, question->id.text);
    for (const Clause& clause : real_assets().clauses()) {
        for (const ClausePart& part : clause.parts) check_condition(part.when, clause.number);
    }
}

TEST_CASE("Lists of clauses read with the words that their question has") {
    for (const Clause& clause : real_assets().clauses()) {
        for (const ClausePart& part : clause.parts) {
            if (part.list.empty()) continue;
            const Question* question = real_assets().find_question(part.list);
            REQUIRE(question != nullptr);
            INFO(clause.number << " lists " << part.list.text);
            CHECK(part.columns.empty());
            CHECK(part.item.find('{') != std::string::npos);
            const AnswerKind kind = question->answer.kind();
            std::vector<std::string> words{"label"};
            if (question->answer.per_party) words = {"party", "value"};
            if (kind == AnswerKind::Records) {
                words.clear();
                for (const Cell& column : question->answer.columns.items) words.push_back(column.id);
            }
            CHECK((kind == AnswerKind::Records || kind == AnswerKind::SeveralOf || kind == AnswerKind::Ranking || question->answer.per_party));
            for_each_piece(part.item, [](std::string_view) {}, [&](const Placeholder& hole) {
                INFO(hole.name);
                CHECK(contains(words, hole.name));
                CHECK(hole.view.empty());
            });
        }
    }
}

TEST_CASE("First, rest and count are asked only of answers that have them, and tables stand in tables") {
    for (const Clause& clause : real_assets().clauses()) {
        for (const ClausePart& part : clause.parts) {
            for (const std::string& text : {part.text, part.lead}) {
                for_each_piece(text, [](std::string_view words) { CHECK(words.find_first_of("{}") == std::string_view::npos); }, [&](const Placeholder& hole) {
                    const Question* question = real_assets().find_question(QuestionId(hole.name));
                    if (question == nullptr) return;
                    INFO(clause.number << ": {" << hole.name << "}");
                    const AnswerKind kind = question->answer.kind();
                    if (hole.view == "first" || hole.view == "rest") CHECK((kind == AnswerKind::Ranking || kind == AnswerKind::SeveralOf));
                    if (hole.view.empty()) CHECK((kind != AnswerKind::Records && kind != AnswerKind::Matrix));   // would read "3 entries"
                });
            }
        }
    }
}

TEST_CASE("Clauses refer to each other as sections, and to ones that exist") {
    int references = 0;
    for (const Clause& clause : real_assets().clauses()) {
        for (const ClausePart& part : clause.parts) {
            for (const std::string* text : {&part.text, &part.lead, &part.item}) {
                INFO(clause.number << ": " << *text);
                for (std::size_t at = text->find('T'); at != std::string::npos; at = text->find('T', at + 1)) {
                    CHECK((at + 1 == text->size() || (*text)[at + 1] < '0' || (*text)[at + 1] > '9'));   // readers know no T6
                }
                for (std::size_t at = text->find("section "); at != std::string::npos; at = text->find("section ", at + 1)) {
                    ++references;
                    const std::string number = text->substr(at + 8, text->find_first_not_of("0123456789", at + 8) - at - 8);
                    CHECK(real_assets().find_clause("T" + number) != nullptr);
                    CHECK("T" + number != clause.number);
                }
            }
        }
    }
    CHECK(references > 10);
}

TEST_CASE("Each question is asked, explained and answered by example, in the words of assets/README.md") {
    for (const Question* question : all_questions()) {
        INFO(question->id.text);
        CHECK(question->ask.back() == '?');
        CHECK(std::count(question->ask.begin(), question->ask.end(), '?') == 1);
        CHECK(question->title.size() <= 40);
        const std::vector<std::string> words = split(question->title, ' ');
        CHECK(words.size() >= 1);
        CHECK(words.size() <= 5);
        for (const std::string* text : {&question->title, &question->ask, &question->why, &question->good, &question->example}) check_words(*text, question->id.text);
        for (const std::string* text : {&question->why, &question->good, &question->example}) CHECK(text->size() >= 30);
        CHECK_FALSE(question->elements.empty());
        CHECK_FALSE(question->outcomes.empty());
        for (const std::string& element : question->elements) CHECK(contains({"goals", "strengths", "governance", "change", "exit"}, element));
        for (const std::string& outcome : question->outcomes) CHECK(contains({"production", "electrification", "software", "flexibility", "autonomy", "all"}, outcome));
        CHECK((!contains(question->outcomes, "all") || question->outcomes.size() == 1));
    }
    for (const Stage& stage : real_assets().stages()) {
        check_words(stage.title, stage.stage);
        check_words(stage.purpose, stage.stage);
    }
    for (const Clause& clause : real_assets().clauses()) {
        check_words(clause.title, clause.number);
        check_words(clause.purpose, clause.number);
        for (const ClausePart& part : clause.parts) {
            for (const std::string* text : {&part.text, &part.lead, &part.item}) {
                if (!text->empty()) check_words(*text, clause.number);
            }
            if (!part.text.empty()) CHECK(part.text.back() == '.');
            if (!part.lead.empty()) CHECK(part.lead.back() == ':');
        }
    }
}

TEST_CASE("No two questions have the same title or words") {
    std::set<std::string> titles, asks;
    for (const Question* question : all_questions()) {
        INFO(question->id.text);
        CHECK(titles.insert(lowered(question->title)).second);
        CHECK(asks.insert(lowered(question->ask)).second);
    }
}

TEST_CASE("Answers have the parts that their kind needs, and options of their own") {
    std::set<AnswerKind> used;
    for (const Question* question : all_questions()) {
        INFO(question->id.text);
        const AnswerSpec& spec = question->answer;
        const bool table = spec.kind() == AnswerKind::Records || spec.kind() == AnswerKind::Matrix;
        used.insert(spec.kind());
        CHECK_FALSE((table && spec.per_party));
        if (spec.kind() == AnswerKind::Records) CHECK_FALSE(spec.row_name.empty());
        if (spec.kind() == AnswerKind::Records) CHECK(spec.columns.from == Source::Items);
        for (const Cell& cell : cells_of(*question)) {
            INFO(cell.id);
            used.insert(cell.kind);
            if (table) CHECK((cell.kind != AnswerKind::Ranking && cell.kind != AnswerKind::Records && cell.kind != AnswerKind::Matrix));
            if (table && !spec.columns.cell) {
                CHECK_FALSE(cell.id.empty());
                CHECK_FALSE(cell.label.empty());
                CHECK(cell.id.find('.') == std::string::npos);
            }
            if (is_choice(cell)) CHECK((cell.options.size() >= 2 || cell.options_from != Source::Items));
            if (!is_choice(cell)) CHECK((cell.options.empty() && cell.options_from == Source::Items));
            if (cell.minimum && cell.maximum) CHECK(*cell.minimum < *cell.maximum);
            if (cell.kind == AnswerKind::Scale) {
                CHECK(*cell.maximum - *cell.minimum <= 10);
                CHECK_FALSE(cell.low.empty());
                CHECK_FALSE(cell.high.empty());
            }
            if (!takes_number(cell.kind)) CHECK((cell.unit.empty() && !cell.minimum && !cell.maximum && !cell.whole));
            // An option must not be taken for a party or scope item.
            const std::vector<Item> suggested = items_of(cell.options_from, new_design());
            std::set<std::string> labels;
            for (const Item& option : cell.options) {
                check_words(option.label, option.id);
                CHECK(is_id(option.id));
                CHECK(labels.insert(lowered(option.label)).second);
                for (const Item& item : suggested) CHECK(item.id != option.id);
                if (cell.options_from == Source::Parties) CHECK((option.id.size() < 2 || option.id[0] != 'p' || option.id.find_first_not_of("0123456789", 1) != std::string::npos));
            }
        }
    }
    CHECK(used.size() == EnumNames<AnswerKind>::names.size());   // the page shows every kind
}

TEST_CASE("A mistake in a data file is named with its file, line and what to do") {
    const auto error_with = [](std::string_view path, std::string_view what, std::string_view instead) {
        std::vector<EmbeddedAsset> files(embedded_assets().begin(), embedded_assets().end());
        std::string changed;
        for (EmbeddedAsset& file : files) {
            if (file.path != path) continue;
            const std::size_t at = file.bytes.find(what);
            REQUIRE(at != std::string_view::npos);
            changed = std::string(file.bytes.substr(0, at)) + std::string(instead) + std::string(file.bytes.substr(at + what.size()));
            file.bytes = changed;
        }
        const Error error = error_of(parse_assets(files));
        INFO(describe(error));
        check_words_of(error);
        return error;
    };
    const Error misspelt = error_with("bank/strategy.json", "\"why\"", "\"wy\"");
    CHECK(misspelt.where.path.find("bank/strategy.json: questions[strategy.outcomes]") == 0);
    CHECK(misspelt.where.line > 0);
    CHECK(error_with("bank/strategy.json", "\"kind\": \"ranking\"", "\"kind\": \"rank\"").message.find("\"rank\"") != std::string::npos);
    CHECK(error_with("bank/strategy.json", "[\"T1\"]", "[\"T99\"]").message.find("T99") != std::string::npos);
    CHECK(error_with("bank/partner.json", "\"partner.criteria\"", "\"strategy.outcomes\"").message.find("strategy.outcomes") != std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "{strategy.outcomes.first}", "{strategy.outcome.first}").message.find("strategy.outcome") != std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "{parties}", "{partys}").message.find("{partys}") != std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "\"metric\", \"unit\"", "\"metrics\", \"unit\"").message.find("\"metrics\"") != std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "{criterion}", "{criteria}").message.find("{criteria}") != std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "\"answered\": \"partner.criteria\"", "\"answered\": \"partner.nothing\"").message.find("partner.nothing") !=
          std::string::npos);
    CHECK(error_with("clauses/t01_purpose.json", "\"table\": \"strategy.metrics\"", "\"table\": \"strategy.horizon\"").message.find("not a table") != std::string::npos);
    CHECK(error_with("samples/bmw_brilliance.json", "\"public_facts\"", "\"rumours\"").where.path == "samples/bmw_brilliance.json: design.profile.sample");
}

TEST_CASE("Every component's licence text is there, and every text belongs to a component") {
    const Licences& licences = real_assets().licences();
    std::set<std::string> used;
    for (const Component& component : licences.components) {
        INFO(component.name);
        used.insert(component.text);
        REQUIRE(licences.texts.count(component.text) == 1);
        CHECK(licences.texts.at(component.text).size() > 200);
        CHECK_FALSE(component.copyright.empty());
    }
    CHECK(used.size() == licences.texts.size());
    CHECK(licences.components.size() >= 3);
}
