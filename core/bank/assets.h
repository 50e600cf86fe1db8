// Everything that is data: the question bank, the clause library and the samples, parsed and looked up by id.
//
//     Result<Assets> assets = parse_assets(embedded_assets());
//     const Question* question = assets->find_question(QuestionId("strategy.horizon"));
//
// Errors name file, line and column. Ids that refer to nothing are errors here,
// so that the rest of the program may rely on them.
#pragma once

#include "core/bank/clause.h"
#include "core/bank/embedded_assets.h"
#include "core/bank/licences.h"
#include "core/bank/question.h"
#include "core/design/save.h"

#include <span>
#include <unordered_map>

namespace handfast {

struct Sample {
    std::string id;      // the file's name without ".json"
    SaveFile file;
};

class Assets {
public:
    const std::vector<Stage>& stages() const { return m_stages; }     // by number
    const std::vector<Clause>& clauses() const { return m_clauses; }  // by number, T1 first
    const std::vector<Sample>& samples() const { return m_samples; }  // invented ones first, then by id

    const Licences& licences() const { return m_licences; }

    const Question* find_question(const QuestionId& id) const;
    const Stage* find_stage(std::string_view id) const;
    const Stage* stage_of(const QuestionId& id) const;                // the stage a question stands in
    const Clause* find_clause(std::string_view number) const;         // "T15"
    const Sample* find_sample(std::string_view id) const;

private:
    friend Result<Assets> parse_assets(std::span<const EmbeddedAsset> files);

    std::vector<Stage> m_stages;
    std::vector<Clause> m_clauses;
    std::vector<Sample> m_samples;
    Licences m_licences;
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> m_questions;   // id → stage, place in it
};

Result<Assets> parse_assets(std::span<const EmbeddedAsset> files);

}  // namespace handfast
