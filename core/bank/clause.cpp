#include "core/bank/clause.h"

namespace handfast {

namespace {

void mention(std::vector<QuestionId>& found, const QuestionId& id) {
    if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
}

}  // namespace

std::vector<QuestionId> questions_of(const ClausePart& part) {
    std::vector<QuestionId> found;
    for (const std::string* text : {&part.text, &part.lead}) {
        for_each_piece(*text, [](std::string_view) {}, [&](const Placeholder& hole) {
            if (hole.name.find('.') != std::string::npos) mention(found, QuestionId(hole.name));
        });
    }
    mention(found, part.list);
    mention(found, part.table);
    return found;
}

std::vector<QuestionId> questions_of(const Clause& clause) {
    std::vector<QuestionId> found;
    for (const ClausePart& part : clause.parts) {
        std::vector<QuestionId> asked = questions_of(part);
        collect_questions(part.when, asked);
        for (const QuestionId& id : asked) mention(found, id);
    }
    return found;
}

}  // namespace handfast
