// The samples: every answer fits its question, real deals name their sources, and the outline of each is as it was last looked at.
#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/golden.h"

#include "core/bank/answers.h"
#include "core/base/text.h"
#include "core/workspace/workspace.h"

#include <set>

using namespace handfast;
using namespace handfast::test;

namespace {

const Design& sample(const char* id) {
    const Sample* found = real_assets().find_sample(id);
    if (found == nullptr) FAIL("There is no sample " << id);
    return found->file.design;
}

// Ids of rows, columns and parties that a value speaks of and its question does not have.
std::vector<std::string> strangers(const Question& question, const Value& value, const Design& design) {
    std::vector<std::string> found;
    std::set<std::string> columns, rows;
    for (const Cell& column : columns_of(question.answer, design)) columns.insert(column.id);
    for (const Item& row : rows_of(question.answer, design)) rows.insert(row.id);
    const auto check_cells = [&](const std::map<std::string, Scalar>& cells) {
        for (const auto& [column, scalar] : cells) {
            if (columns.count(column) == 0) found.push_back(column);
        }
    };
    if (const PerParty* parties = value.per_party()) {
        for (const auto& [party, scalar] : *parties) {
            if (find_party(design, party) == nullptr) found.push_back(party.text);
        }
    }
    if (const Rows* records = value.rows()) {
        for (const ValueRow& row : *records) check_cells(row.cells);
    }
    if (value.matrix() != nullptr) {
        for (const auto& [row, cells] : *value.matrix()) {
            if (rows.count(row) == 0) found.push_back(row);
            check_cells(cells);
        }
    }
    return found;
}

void check_value(const Question& question, const Value& value, const Design& design) {
    const auto problem = value_problem(question, value, design);
    if (problem) FAIL_CHECK(problem->place << ": " << problem->message);
    CHECK(strangers(question, value, design).empty());
    CHECK_FALSE(is_empty(value));
}

}  // namespace

TEST_CASE("There are three samples, the invented one first") {
    std::vector<std::string> ids;
    for (const Sample& one : real_assets().samples()) ids.push_back(one.id);
    CHECK(ids == std::vector<std::string>{"nordwagen_seoul_cell", "bmw_brilliance", "gm_lg_ultium_lansing"});
    CHECK(sample("nordwagen_seoul_cell").profile.sample == SampleKind::Invented);
    CHECK(sample("bmw_brilliance").profile.sample == SampleKind::PublicFacts);
    CHECK(sample("gm_lg_ultium_lansing").profile.sample == SampleKind::PublicFacts);
}

TEST_CASE("Every answer of a sample belongs to a question and fits it") {
    for (const Sample& one : real_assets().samples()) {
        const Design& design = one.file.design;
        CHECK_FALSE(is_blank(design.profile.title));
        CHECK_FALSE(is_blank(design.profile.summary));
        for (const auto& [id, answer] : design.answers) {
            INFO(one.id << ", " << id.text);
            const Question* question = real_assets().find_question(id);
            REQUIRE(question != nullptr);
            CHECK(answer != Answer{});
            if (answer.agreed) check_value(*question, *answer.agreed, design);
            for (const auto& [party, position] : answer.positions) {
                INFO(party.text);
                CHECK(find_party(design, party) != nullptr);
                if (position.value) check_value(*question, *position.value, design);
            }
            if (answer.reply == Reply::NotApplicable) CHECK_FALSE(is_blank(answer.because));
        }
    }
}

TEST_CASE("A sample holds nothing that its format does not know") {
    for (const EmbeddedAsset& asset : embedded_assets()) {
        if (asset.path.substr(0, 8) != "samples/") continue;
        INFO(asset.path);
        const SaveFile file = value_of(parse_save(asset.bytes));
        // Writing it gives the same values, in whatever order: nothing is misspelt, nothing equals its default.
        const auto leaves = [](const auto& self, const Json& json, const std::string& path, std::set<std::string>& out) -> void {
            if (const JsonObject* object = json.object()) {
                for (const auto& [key, member] : *object) self(self, member, path + "." + key, out);
            } else if (const JsonArray* array = json.array()) {
                for (std::size_t i = 0; i < array->size(); ++i) self(self, (*array)[i], path + "[" + std::to_string(i) + "]", out);
            } else {
                out.insert(path + "=" + write_json_line(json));
            }
        };
        std::set<std::string> read, written;
        leaves(leaves, value_of(parse_json(asset.bytes)), "", read);
        leaves(leaves, value_of(parse_json(write_save(file))), "", written);
        read.erase(".design.profile.currency=\"EUR\"");   // the default, which may be said
        std::vector<std::string> differing;
        std::set_symmetric_difference(read.begin(), read.end(), written.begin(), written.end(), std::back_inserter(differing));
        CHECK(differing == std::vector<std::string>{});
        CHECK(file.unknown.empty());
        CHECK(file.design.unknown.empty());
        CHECK(file.design.profile.unknown.empty());
        for (const auto& [id, answer] : file.design.answers) {
            INFO(id.text);
            CHECK(answer.unknown.empty());
            CHECK(answer.basis.unknown.empty());
            CHECK(answer.resolution.unknown.empty());
            for (const auto& [party, position] : answer.positions) CHECK(position.unknown.empty());
            if (answer.agreed && answer.agreed->rows() != nullptr) {
                for (const ValueRow& row : *answer.agreed->rows()) CHECK(row.unknown.empty());
            }
        }
    }
}

TEST_CASE("Answers about real deals are facts with a source, and take no side") {
    for (const char* id : {"bmw_brilliance", "gm_lg_ultium_lansing"}) {
        CHECK(sample(id).answers.size() >= 3);
        for (const auto& [question, answer] : sample(id).answers) {
            INFO(id << ", " << question.text);
            if (!answer.agreed) continue;
            CHECK((answer.basis.kind == BasisKind::Fact || answer.basis.kind == BasisKind::Assumption));   // what follows from facts
            CHECK(answer.basis.source.size() > 10);
            CHECK(answer.positions.empty());
        }
        CHECK(sample(id).profile.summary.find("public facts only") != std::string::npos);
    }
}

TEST_CASE("The invented deal answers every question, and uses every way of answering") {
    const Design& design = sample("nordwagen_seoul_cell");
    std::set<Reply> replies;
    std::set<ResolutionStatus> statuses;
    int positions = 0, questions = 0;
    for (const Stage& stage : real_assets().stages()) {
        for (const Question& question : stage.questions) {
            INFO(question.id.text);
            ++questions;
            CHECK(holds(question.when, design));
            const AnswerState state = state_of(question, design);
            CHECK(state != AnswerState::Open);
            CHECK(state != AnswerState::Begun);
            const Answer& answer = answer_of(design, question.id);
            replies.insert(answer.reply);
            statuses.insert(answer.resolution.status);
            positions += static_cast<int>(answer.positions.size());
        }
    }
    CHECK(questions == 58);
    CHECK(replies.size() == 3);
    CHECK(statuses.size() == 4);
    CHECK(positions >= 10);
    const Outline outline = build_outline(design, real_assets());
    CHECK(outline.missing <= 5);
}

TEST_CASE("The outlines of the samples and of a new design are those in tests/golden/outlines") {
    const OutlineStamp stamp{"22 Nov 2026", 7};
    check_golden("outlines/new_design.txt", write_outline_text(build_outline(new_design(), real_assets()), stamp));
    for (const Sample& one : real_assets().samples()) {
        check_golden("outlines/" + one.id + ".txt", write_outline_text(build_outline(one.file.design, real_assets()), stamp));
    }
}

TEST_CASE("Every sample opens in a workspace, is saved, and opens again as it was") {
    for (const Sample& one : real_assets().samples()) {
        INFO(one.id);
        Workspace workspace(real_assets());
        REQUIRE(workspace.open_sample(one.id, "d1"));
        Workspace again(real_assets());
        value_of(again.open_file(workspace.write_file(), "x"));
        CHECK(again.design() == one.file.design);
        int total = 0;
        for (const Stage& stage : real_assets().stages()) total += again.progress(stage).total;
        CHECK(total >= 50);
    }
}
