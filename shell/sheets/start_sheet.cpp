// The first screen: ways in, what the browser kept, samples, and what happens to your data.
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

namespace handfast::sheets {

namespace {

Block entry(PlaceId id, std::string label, std::string detail, Intent intent, Icon icon) {
    Action made = action(std::move(id), std::move(label), std::move(intent), ActionStyle::Entry, icon);
    made.detail = std::move(detail);
    return {std::move(made)};
}

std::string sample_detail(const Sample& sample) {
    std::string roles;
    for (const Party& party : sample.file.design.parties) roles += (roles.empty() ? "" : " and ") + party.role;
    const std::string kind = sample.file.design.profile.sample == SampleKind::PublicFacts ? tr("a real deal, public facts only") : tr("an invented deal, every question answered");
    return roles + " · " + kind;
}

}  // namespace

std::vector<Block> build_start(const Workspace& workspace, const ViewState& view) {
    std::vector<Block> blocks;
    blocks.push_back(heading("sheet.title", 1, tr("Find out, before you sign, whether you mean the same thing")));
    blocks.push_back(prose("sheet.purpose",
                           tr("Handfast asks the questions that partnerships fail on: why, with whom, who decides, who brings what, and how it ends. "
                              "As you answer, a term outline grows that both sides can take home."),
                           ProseStyle::Lead));

    if (view.draft) {
        blocks.push_back(group("start.draft", GroupShape::Card,
                               {heading("start.draft.title", 2, tr("Go on where you left off")),
                                prose("start.draft.about", fill(tr("%1, kept in this browser at %2."), {view.draft->title, view.draft->kept_at})),
                                group("start.draft.actions", GroupShape::Line,
                                      {{action("start.continue", fill(tr("Continue %1"), {view.draft->title}), deed(Deed::ContinueDraft), ActionStyle::Primary, Icon::Right)},
                                       {action("start.discard", tr("Delete this copy"), deed(Deed::DiscardDraft), ActionStyle::Danger)}})},
                               tr("Kept in this browser")));
    } else if (!workspace.is_untouched()) {
        blocks.push_back(group("start.current", GroupShape::Card,
                               {heading("start.current.title", 2, tr("Open now")), 
                                entry("start.resume", design_title(workspace.design()), tr("Go back to it"), deed(Deed::OpenSheet, "deal"), Icon::Right)},
                               tr("Open now")));
    }

    blocks.push_back(group("start.ways", GroupShape::Card,
                           {heading("start.ways.title", 2, tr("Start")),
                            entry("start.new", tr("Draft a term outline"), tr("A new design. About 45 minutes to a first outline; stop and go on at any time."), deed(Deed::NewDesign), Icon::Plus),
                            entry("start.open", tr("Open a design"), tr("A file that ends in .handfast.json. You can also drop it anywhere on this page."), deed(Deed::OpenFile), Icon::Open)},
                           tr("Start")));

    std::vector<Block> samples{heading("start.samples.title", 2, tr("Look at a finished example"))};
    for (const Sample& sample : workspace.assets().samples()) {
        samples.push_back(entry("start.sample." + sample.id, design_title(sample.file.design), sample_detail(sample), deed(Deed::OpenSample, sample.id), Icon::Document));
    }
    blocks.push_back(group("start.samples", GroupShape::Card, std::move(samples), tr("Samples")));

    blocks.push_back(prose("start.privacy",
                           tr("Nothing leaves this page: it is not able to reach a network. To check, unplug and go on working, or watch your browser's network view stay empty. "
                              "Your design is saved to a file on this machine when you say so; until then this browser keeps a copy."),
                           ProseStyle::Note));
    return blocks;
}

}  // namespace handfast::sheets
