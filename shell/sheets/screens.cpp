#include "shell/sheets/screens.h"

#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

namespace handfast::sheets {

namespace {

Region build_main(const Workspace& workspace, const ViewState& view) {
    Region region{"main", Landmark::Main, Surface::Canvas, "", {}};
    if (const Stage* stage = workspace.assets().find_stage(view.sheet)) {
        region.blocks = build_stage(workspace, *stage, view);
        region.label = stage->title;
    } else if (view.sheet == "deal") {
        region.blocks = build_deal(workspace, view);
        region.label = tr("The deal");
    } else if (view.sheet == "outline") {
        region.blocks = build_outline_sheet(workspace);
        region.label = tr("Term outline");
        region.surface = Surface::Page;
    } else {
        region.blocks = build_start(workspace, view);
        region.label = tr("Start");
    }
    return region;
}

}  // namespace

bool is_sheet(const Workspace& workspace, std::string_view id) {
    return id == "start" || id == "deal" || id == "outline" || workspace.assets().find_stage(id) != nullptr;
}

std::string sheet_of(const Workspace& workspace, const PlaceId& place) {
    std::string_view question = place;
    if (const auto answer = parse_answer_place(place)) {
        question = answer->question.text;
    } else if (question.substr(0, 8) == "answers[") {
        question = question.substr(8, question.find(']') - 8);
    } else {
        question = question.substr(0, question.find(':'));
    }
    if (const Stage* stage = workspace.assets().stage_of(QuestionId(question))) {
        return question == place || place.find('[') != std::string::npos || place.find(':') != std::string::npos ? stage->stage : "";
    }
    if (place.rfind("profile.", 0) == 0 || place.rfind("parties", 0) == 0) return "deal";
    return "";
}

Screen build_screen(const Workspace& workspace, const ViewState& view) {
    Screen screen;
    screen.sheet = view.sheet;
    screen.focus_request = view.focus_request;
    screen.announcement = view.announcement;

    const bool rail_beside = view.width >= rail_from_width, side_beside = view.width >= side_from_width;
    Region main = build_main(workspace, view);
    screen.title = view.sheet == "start" ? tr("Handfast") : fill(tr("%1 – %2 – Handfast"), {main.label, design_title(workspace.design())});
    Region side = build_side(workspace, view);
    const bool side_open = !side.blocks.empty() && (side_beside || view.pane == Pane::Side);
    const bool main_open = rail_beside ? side_beside || view.pane != Pane::Side || side.blocks.empty() : view.pane == Pane::Main || (view.pane == Pane::Side && side.blocks.empty());

    screen.regions.push_back(build_bar(workspace, view));
    if (rail_beside || view.pane == Pane::Rail) screen.regions.push_back(build_rail(workspace, view));
    if (main_open) screen.regions.push_back(std::move(main));
    if (side_open) screen.regions.push_back(std::move(side));
    screen.regions.push_back(build_status(workspace, view));
    Region dialog = build_dialog(workspace, view);
    if (!dialog.blocks.empty()) screen.regions.push_back(std::move(dialog));
    return screen;
}

}  // namespace handfast::sheets
