// The regions around the sheet: bar, rail, side panel, status line.
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

namespace handfast::sheets {

namespace {

std::string chord(const ViewState& view, std::string_view key, std::string_view shift = "") {
    return view.apple_keyboard ? (shift.empty() ? "⌘" : "⇧⌘") + std::string(key) : "Ctrl+" + std::string(shift) + std::string(key);
}

bool is_narrow(const ViewState& view) { return view.width < rail_from_width; }

std::string theme_words(ThemeChoice theme) {
    switch (theme) {
        case ThemeChoice::System: return tr("Colours: as the system. Switch to light");
        case ThemeChoice::Light: return tr("Colours: light. Switch to dark");
        case ThemeChoice::Dark: return tr("Colours: dark. Switch to as the system");
    }
    return "";
}

Block rail_entry(const ViewState& view, const std::string& sheet, std::string label, std::string badge, Icon icon) {
    Action made = action("rail." + sheet, std::move(label), deed(Deed::OpenSheet, sheet), ActionStyle::Entry, icon);
    made.badge = std::move(badge);
    made.current = view.sheet == sheet;
    return {std::move(made)};
}

// "elements": ["goals"] → "Shared goals". The five elements of a partnership that holds.
std::string element_words(const std::string& element) {
    if (element == "goals") return tr("shared goals");
    if (element == "strengths") return tr("strengths that complement");
    if (element == "governance") return tr("clear roles");
    if (element == "change") return tr("readiness for change");
    if (element == "exit") return tr("an agreed way out");
    return element;
}

void add_help(std::vector<Block>& blocks, const Question& question, const Workspace& workspace) {
    const PlaceId place = "side." + question.id.text;
    blocks.push_back(heading(place, 2, question.title, question.number));
    blocks.push_back(heading(place + ".why.title", 3, tr("Why we ask")));
    blocks.push_back(prose(place + ".why", question.why));
    blocks.push_back(heading(place + ".good.title", 3, tr("A good answer")));
    blocks.push_back(prose(place + ".good", question.good));
    blocks.push_back(heading(place + ".example.title", 3, tr("For example")));
    blocks.push_back(prose(place + ".example", question.example, ProseStyle::Note));
    std::vector<Span> columns;
    for (const Cell& cell : columns_of(question.answer, workspace.design())) {
        if (cell.help.empty()) continue;
        if (!columns.empty()) columns.push_back({" ", SpanStyle::Plain, {}});
        columns.push_back({cell.label + ": ", SpanStyle::Strong, {}});
        columns.push_back({cell.help, SpanStyle::Plain, {}});
    }
    if (!columns.empty()) {
        blocks.push_back(heading(place + ".columns.title", 3, tr("The columns")));
        blocks.push_back({Prose{place + ".columns", ProseStyle::Body, std::move(columns)}});
    }
    std::string serves;
    for (const std::string& element : question.elements) serves += (serves.empty() ? "" : ", ") + element_words(element);
    if (!serves.empty()) blocks.push_back(prose(place + ".serves", fill(tr("Serves %1."), {serves}), ProseStyle::Muted));
    const Outline& outline = workspace.outline();
    bool first = true;
    for (const OutlineClause& clause : outline.clauses) {
        if (std::find(clause.sources.begin(), clause.sources.end(), question.id) == clause.sources.end()) continue;
        if (first) {
            blocks.push_back({Rule{}});
            blocks.push_back(heading("side.outline", 2, tr("In the outline")));
        }
        first = false;
        for (Block& block : clause_blocks(clause, outline, "side.clause.", 3)) blocks.push_back(std::move(block));
    }
    if (!first) blocks.push_back({action("side.read", tr("Read the whole outline"), deed(Deed::OpenSheet, "outline"), ActionStyle::Quiet, Icon::Document)});
}

// Calls `visit` with the question of each gap in the outline, in its order.
template <class Visit>
void for_each_gap(const Outline& outline, const Visit& visit) {
    const auto look = [&](const OutlineText& text) {
        for (const OutlineSpan& span : text) {
            if (span.kind == OutlineSpanKind::Missing && !span.source.empty()) visit(span.source);
        }
    };
    for (const OutlineClause& clause : outline.clauses) {
        for (const OutlinePart& part : clause.parts) {
            if (const auto* paragraph = std::get_if<OutlineParagraph>(&part)) look(paragraph->text);
            if (const auto* table = std::get_if<OutlineTable>(&part)) look(table->lead);
            if (const auto* list = std::get_if<OutlineList>(&part)) {
                look(list->lead);
                for (const OutlineText& item : list->items) look(item);
            }
        }
    }
}

}  // namespace

Region build_bar(const Workspace& workspace, const ViewState& view) {
    std::vector<Block> blocks;
    if (is_narrow(view)) {
        const bool open = view.pane == Pane::Rail;
        blocks.push_back({icon_action("bar.menu", open ? Icon::Close : Icon::Menu, open ? tr("Close the list of sheets") : tr("Open the list of sheets"),
                                      deed(Deed::ShowPane, open ? "main" : "rail"))});
    }
    if (!is_narrow(view)) {
        blocks.push_back({Prose{"bar.name", ProseStyle::Body, {Span{"Handfast", SpanStyle::Strong, {}}}}});
        blocks.push_back({Rule{}});
    }
    if (view.sheet != "start" || !workspace.is_untouched()) {
        blocks.push_back({action("bar.title", design_title(workspace.design()), deed(Deed::OpenSheet, "deal"), ActionStyle::Quiet)});
    }
    blocks.push_back({Spring{}});

    const HistoryStep* undo = workspace.next_undo();
    const HistoryStep* redo = workspace.next_redo();
    Action undo_action = icon_action("bar.undo", Icon::Undo, undo != nullptr ? fill(tr("Undo: %1"), {undo->label}) : tr("Undo"), deed(Deed::Undo));
    undo_action.enabled = undo != nullptr;
    undo_action.shortcut = chord(view, "Z");
    Action redo_action = icon_action("bar.redo", Icon::Redo, redo != nullptr ? fill(tr("Redo: %1"), {redo->label}) : tr("Redo"), deed(Deed::Redo));
    redo_action.enabled = redo != nullptr;
    redo_action.shortcut = view.apple_keyboard ? chord(view, "Z", "Shift+") : chord(view, "Y");
    blocks.push_back({std::move(undo_action)});
    blocks.push_back({std::move(redo_action)});
    if (view.width < side_from_width && view.sheet != "start") {
        const bool open = view.pane == Pane::Side;
        Action help = icon_action("bar.help", open ? Icon::Close : Icon::Info, open ? tr("Close help and outline") : tr("Help and outline"), deed(Deed::ShowPane, open ? "main" : "side"));
        help.current = open;
        blocks.push_back({std::move(help)});
    }
    if (!is_narrow(view)) {
        const Icon icon = view.theme == ThemeChoice::Dark ? Icon::Moon : view.theme == ThemeChoice::Light ? Icon::Sun : Icon::HalfCircle;
        blocks.push_back({icon_action("bar.theme", icon, theme_words(view.theme), deed(Deed::SwitchTheme))});
        Action open = action("bar.open", tr("Open"), deed(Deed::OpenFile), ActionStyle::Quiet, Icon::Open);
        open.shortcut = chord(view, "O");
        blocks.push_back({std::move(open)});
    }
    const bool behind = workspace.save_state().changes_not_in_file > 0;
    Action save = action("bar.save", tr("Save"), deed(Deed::SaveFile), behind ? ActionStyle::Primary : ActionStyle::Secondary, Icon::Save);
    save.shortcut = chord(view, "S");
    blocks.push_back({std::move(save)});

    Region region{"bar", Landmark::Bar, Surface::Canvas, tr("Handfast"), {}};
    region.blocks.push_back(group("bar.line", GroupShape::Banner, std::move(blocks)));
    return region;
}

Region build_rail(const Workspace& workspace, const ViewState& view) {
    Region region{"rail", Landmark::Rail, Surface::Canvas, tr("Sheets"), {}};
    std::vector<Block>& blocks = region.blocks;
    blocks.push_back(rail_entry(view, "start", tr("Start"), "", Icon::None));
    blocks.push_back(rail_entry(view, "deal", tr("The deal"), "", Icon::None));
    blocks.push_back(heading("rail.stages", 3, tr("Stages")));
    for (const Stage& stage : workspace.assets().stages()) {
        const Progress progress = workspace.progress(stage);
        const std::string badge = std::to_string(progress.answered) + "/" + std::to_string(progress.total);
        const Icon icon = progress.answered == progress.total ? Icon::Check : progress.answered + progress.begun > 0 ? Icon::HalfCircle : Icon::Circle;
        blocks.push_back(rail_entry(view, stage.stage, std::to_string(stage.number) + "  " + stage.title, badge, icon));
    }
    blocks.push_back(heading("rail.results", 3, tr("Results")));
    const int missing = workspace.outline().missing;
    blocks.push_back(rail_entry(view, "outline", tr("Term outline"), missing == 0 ? "" : fill(tr("%1 open"), {std::to_string(missing)}), Icon::Document));
    blocks.push_back({Rule{}});
    if (is_narrow(view)) {
        blocks.push_back({action("rail.open", tr("Open a file"), deed(Deed::OpenFile), ActionStyle::Entry, Icon::Open)});
        blocks.push_back({action("rail.theme", theme_words(view.theme), deed(Deed::SwitchTheme), ActionStyle::Entry, Icon::HalfCircle)});
    }
    Action keys = action("rail.shortcuts", tr("Keyboard"), deed(Deed::ShowShortcuts), ActionStyle::Entry);
    keys.shortcut = "?";
    blocks.push_back({std::move(keys)});
    blocks.push_back({action("rail.about", tr("About Handfast"), deed(Deed::ShowAbout), ActionStyle::Entry)});
    return region;
}

Region build_side(const Workspace& workspace, const ViewState& view) {
    Region region{"side", Landmark::Side, Surface::Canvas, tr("Help and outline"), {}};
    const Stage* stage = workspace.assets().find_stage(view.sheet);
    if (stage != nullptr) {
        const Question* question = workspace.assets().find_question(view.question);
        const std::vector<const Question*> shown = workspace.questions(*stage);
        if (std::find(shown.begin(), shown.end(), question) == shown.end()) question = shown.empty() ? nullptr : shown.front();
        if (question != nullptr) add_help(region.blocks, *question, workspace);
    } else if (view.sheet == "outline") {
        region.blocks.push_back(heading("side.gaps", 2, tr("Still to be agreed")));
        const Outline& outline = workspace.outline();
        std::vector<QuestionId> listed;
        for_each_gap(outline, [&](const QuestionId& source) {
            const Question* question = workspace.assets().find_question(source);
            if (question == nullptr || std::find(listed.begin(), listed.end(), source) != listed.end()) return;
            listed.push_back(source);
            const Icon icon = state_of(*question, workspace.design()) == AnswerState::Open ? Icon::Circle : Icon::HalfCircle;
            region.blocks.push_back({action("side.gap." + source.text, question->number + "  " + question->title, deed(Deed::GoTo, question_place(source)),
                                            ActionStyle::Entry, icon)});
        });
        if (listed.empty()) region.blocks.push_back(prose("side.gaps.none", tr("Every question that feeds the outline is answered."), ProseStyle::Good));
    } else if (view.sheet == "deal") {
        region.blocks.push_back(heading("side.deal", 2, tr("Why names first")));
        region.blocks.push_back(prose("side.deal.why", tr("Every table that compares the parties uses these names, and so does every clause of the outline.")));
        region.blocks.push_back(heading("side.deal.scope", 3, tr("Functions, products, regions")));
        region.blocks.push_back(prose("side.deal.scope.why", tr("Partners fall out at the seams between what is joint and what stays apart. A short, concrete list here makes those seams visible.")));
    }
    return region;
}

Region build_status(const Workspace& workspace, const ViewState& view) {
    const SaveState state = workspace.save_state();
    std::string file;
    if (state.file_name.empty()) {
        file = workspace.is_untouched() ? tr("Nothing to save yet") : tr("Not in a file yet");
    } else if (state.changes_not_in_file == 0) {
        file = state.file_time.empty() ? fill(tr("As in %1"), {state.file_name}) : fill(tr("Saved to %1, %2"), {state.file_name, state.file_time});
    } else {
        file = state.changes_not_in_file == 1 ? fill(tr("1 change is not in %1 yet"), {state.file_name})
                                              : fill(tr("%1 changes are not in %2 yet"), {std::to_string(state.changes_not_in_file), state.file_name});
    }
    std::string kept;
    ProseStyle kept_style = ProseStyle::Muted;
    if (state.keeping_failed) {
        kept = tr("This browser cannot keep a copy. Save to a file to be safe.");
        kept_style = ProseStyle::Error;
    } else if (workspace.is_untouched()) {
        kept = "";
    } else if (!state.kept_is_current) {
        kept = tr("Keeping a copy in this browser …");
    } else if (state.file_name.empty()) {
        kept = fill(tr("Kept in this browser only, %1; clearing it deletes this"), {state.kept_time});
    } else {
        kept = fill(tr("Kept in this browser, %1"), {state.kept_time});
    }
    std::vector<Block> blocks;
    blocks.push_back(prose("status.file", std::move(file), ProseStyle::Muted));
    blocks.push_back({Spring{}});
    if (!kept.empty() && (view.width >= rail_from_width || state.keeping_failed)) blocks.push_back(prose("status.kept", std::move(kept), kept_style));
    Region region{"status", Landmark::Status, Surface::Canvas, tr("Where this is saved"), {}};
    region.blocks.push_back(group("status.line", GroupShape::Banner, std::move(blocks)));
    return region;
}

}  // namespace handfast::sheets
