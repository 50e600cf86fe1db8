// The worksheet of one life-cycle stage: its questions, one card each.
#include "shell/sheets/answer_blocks.h"
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

#include "core/bank/answers.h"

namespace handfast::sheets {

namespace {

// What a question's state is called, and who should answer it how.
Block state_line(const Question& question, const Design& design) {
    std::string words;
    ProseStyle style = ProseStyle::Muted;
    switch (state_of(question, design)) {
        case AnswerState::Open: words = tr("Open"); break;
        case AnswerState::Begun: words = tr("Begun"); break;
        case AnswerState::NotKnownYet: words = tr("Not known yet"); break;
        case AnswerState::NotApplicable: words = tr("Does not apply"); break;
        case AnswerState::Answered:
            words = tr("Answered");
            style = ProseStyle::Good;
            break;
    }
    if (question.blind) words += " · " + tr("each side first, unseen by the other");
    if (question.is_private) words += " · " + tr("private to each side; kept out of the outline");
    return prose(question_place(question.id) + ":state", std::move(words), style);
}

Action reply_action(const Question& question, const Answer& answer, Reply reply, std::string label) {
    const bool on = answer.reply == reply;
    const PlaceId id = question_place(question.id) + ":" + std::string(enum_name(reply));
    Action made = action(id, std::move(label), Command{SetReply{question.id, on ? Reply::Value : reply, answer.because}}, ActionStyle::Quiet);
    made.current = on;
    return made;
}

Block question_card(const Question& question, const Design& design, const ViewState& view) {
    const Answer& answer = answer_of(design, question.id);
    std::vector<Block> blocks;
    blocks.push_back(heading(question_place(question.id) + ":ask", 2, question.ask, question.number));
    blocks.push_back(state_line(question, design));

    if (answer.reply == Reply::Value) {
        for (Block& block : answer_blocks(question, design, view)) blocks.push_back(std::move(block));
    } else {
        const bool kept = answer.agreed && !is_empty(*answer.agreed);
        if (answer.reply == Reply::NotApplicable) {
            Field because = design_field("answers[" + question.id.text + "].because", tr("It does not apply, because"), answer.because, view);
            blocks.push_back({std::move(because)});
        }
        if (kept) blocks.push_back(prose(question_place(question.id) + ":kept", tr("What was answered before is kept; switch the mark off to see it again."), ProseStyle::Muted));
    }

    std::vector<Block> foot;
    foot.push_back({reply_action(question, answer, Reply::NotKnownYet, tr("Don't know yet"))});
    foot.push_back({reply_action(question, answer, Reply::NotApplicable, tr("Does not apply"))});
    if (answer.reply == Reply::Value && answer.agreed) {
        foot.push_back({action(question_place(question.id) + ":clear", tr("Clear"), Command{SetAnswer{question.id, std::nullopt}}, ActionStyle::Quiet)});
    }
    blocks.push_back(group(question_place(question.id) + ":foot", GroupShape::Line, std::move(foot), tr("Other replies")));

    Group card;
    card.id = question_place(question.id);
    card.label = question.title;
    card.shape = GroupShape::Question;
    card.current = view.question == question.id;
    card.blocks = std::move(blocks);
    return {std::move(card)};
}

}  // namespace

PlaceId question_place(const QuestionId& question) { return question.text; }

std::vector<Block> build_stage(const Workspace& workspace, const Stage& stage, const ViewState& view) {
    const Progress progress = workspace.progress(stage);
    std::vector<Block> blocks;
    blocks.push_back(heading("sheet.title", 1, stage.title));
    blocks.push_back(prose("sheet.purpose", stage.purpose, ProseStyle::Lead));
    Meter meter;
    meter.id = "sheet.progress";
    meter.label = fill(tr("%1 of %2 questions answered"), {std::to_string(progress.answered), std::to_string(progress.total)});
    meter.done = progress.answered;
    meter.total = progress.total;
    blocks.push_back({meter});
    for (const Question* question : workspace.questions(stage)) blocks.push_back(question_card(*question, workspace.design(), view));

    const auto hidden = stage.questions.size() - static_cast<std::size_t>(progress.total);
    if (hidden > 0) {
        blocks.push_back(prose("sheet.hidden", hidden == 1 ? tr("One question is left out because of an earlier answer. Anything said there before is kept.")
                                                           : fill(tr("%1 questions are left out because of earlier answers. Anything said there before is kept."), {std::to_string(hidden)}),
                               ProseStyle::Muted));
    }
    std::vector<Block> onward;
    for (const Stage& next : workspace.assets().stages()) {
        if (next.number == stage.number + 1) {
            onward.push_back({action("sheet.next", fill(tr("Go on to %1"), {next.title}), deed(Deed::OpenSheet, next.stage), ActionStyle::Primary, Icon::Right)});
        }
    }
    if (onward.empty()) onward.push_back({action("sheet.next", tr("Read the term outline"), deed(Deed::OpenSheet, "outline"), ActionStyle::Primary, Icon::Right)});
    blocks.push_back(group("sheet.onward", GroupShape::Line, std::move(onward)));
    return blocks;
}

}  // namespace handfast::sheets
