// Dialogs: what is inside, the keyboard, a file that did not open, and asking before a design is replaced.
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

#include "core/base/text.h"

namespace handfast::sheets {

namespace {

Block buttons(std::vector<Block> list) { return group("dialog.buttons", GroupShape::Line, std::move(list)); }
Block close_button(ActionStyle style = ActionStyle::Primary) { return {action("dialog.close", tr("Close"), deed(Deed::CloseDialog), style)}; }

void add_about(std::vector<Block>& blocks, const Workspace& workspace) {
    blocks.push_back(heading("dialog.title", 1, tr("About Handfast")));
    blocks.push_back(prose("dialog.version", fill(tr("Version %1. Reads and writes save format %2."), {HANDFAST_VERSION, std::to_string(save_version)})));
    blocks.push_back(prose("dialog.notice",
                           tr("Handfast helps partners find out what they agree on. It gives no legal advice, and its outline binds nobody. "
                              "It holds no connection to any server: its content policy forbids one.")));
    blocks.push_back(heading("dialog.inside", 2, tr("What is inside")));
    for (const Component& component : workspace.assets().licences().components) {
        Prose line{"dialog.component." + file_stem(component.name), ProseStyle::Body, {}};
        line.spans.push_back({component.name + " " + component.version, SpanStyle::Strong, {}});
        line.spans.push_back({" – " + component.use + ". " + component.licence + ". " + join(component.copyright, "; ") + ".", SpanStyle::Plain, {}});
        blocks.push_back({std::move(line)});
    }
    for (const auto& [key, text] : workspace.assets().licences().texts) {
        std::string name = key;
        for (const Component& component : workspace.assets().licences().components) {
            if (component.text == key) name = component.licence;
        }
        blocks.push_back(heading("dialog.licence." + key, 3, fill(tr("Licence text: %1"), {name})));
        std::size_t number = 0;
        for (const std::string& paragraph : split(replaced(text, "\n\n", "\f"), '\f')) {
            blocks.push_back(prose("dialog.licence." + key + "." + std::to_string(++number), paragraph, ProseStyle::Muted));
        }
    }
    blocks.push_back(buttons({close_button()}));
}

void add_shortcuts(std::vector<Block>& blocks, const ViewState& view) {
    const std::string control = view.apple_keyboard ? "⌘" : "Ctrl+";
    Table table;
    table.id = "dialog.keys";
    table.caption = tr("Keyboard shortcuts");
    table.columns = {{"key", tr("Keys"), "", 1, false}, {"what", tr("What they do"), "", 2, false}};
    const auto add = [&](std::string keys, std::string what) {
        Row row;
        row.id = "dialog.keys." + std::to_string(table.rows.size());
        row.cells.push_back(Prose{row.id + ".key", ProseStyle::Body, {Span{std::move(keys), SpanStyle::Strong, {}}}});
        row.cells.push_back(Prose{row.id + ".what", ProseStyle::Body, {Span{std::move(what), SpanStyle::Plain, {}}}});
        table.rows.push_back(std::move(row));
    };
    add(control + "S", tr("Save to a file"));
    add(view.apple_keyboard ? "⇧⌘S" : "Ctrl+Shift+S", tr("Save a copy to another file"));
    add(control + "O", tr("Open a file"));
    add(control + "Z", tr("Undo"));
    add(view.apple_keyboard ? "⇧⌘Z" : "Ctrl+Y, Ctrl+Shift+Z", tr("Redo"));
    add(control + "Enter", tr("Go to the next open question"));
    add("Tab, Shift+Tab", tr("Next and previous control"));
    add(tr("Arrow keys"), tr("Choose within a list of options"));
    add("Esc", tr("Close this window"));
    add("?", tr("Show this list"));
    blocks.push_back(heading("dialog.title", 1, tr("Keyboard")));
    blocks.push_back({std::move(table)});
    blocks.push_back(buttons({close_button()}));
}

void add_cannot_open(std::vector<Block>& blocks, const ViewState& view) {
    blocks.push_back(heading("dialog.title", 1, tr("This file was not opened")));
    if (!view.problem_file.empty()) blocks.push_back(prose("dialog.file", view.problem_file, ProseStyle::Muted));
    blocks.push_back(prose("dialog.problem", describe(view.problem), ProseStyle::Error));
    blocks.push_back(prose("dialog.safe", tr("The design you have open is as it was.")));
    blocks.push_back(buttons({{action("dialog.open", tr("Choose another file"), deed(Deed::OpenFile), ActionStyle::Primary)}, close_button(ActionStyle::Secondary)}));
}

void add_save_first(std::vector<Block>& blocks, const Workspace& workspace) {
    const int changes = workspace.save_state().changes_not_in_file;
    blocks.push_back(heading("dialog.title", 1, fill(tr("Save %1 first?"), {design_title(workspace.design())})));
    blocks.push_back(prose("dialog.changes", changes == 1 ? tr("It has 1 change that is in no file. Another design will take its place in this browser.")
                                                          : fill(tr("It has %1 changes that are in no file. Another design will take its place in this browser."), {std::to_string(changes)})));
    blocks.push_back(buttons({{action("dialog.save", tr("Save it, then go on"), deed(Deed::SaveThenGoOn), ActionStyle::Primary)},
                              {action("dialog.drop", tr("Go on without saving"), deed(Deed::GoOnUnsaved), ActionStyle::Danger)},
                              {action("dialog.close", tr("Stay here"), deed(Deed::CloseDialog))}}));
}

}  // namespace

Region build_dialog(const Workspace& workspace, const ViewState& view) {
    Region region{"dialog", Landmark::Dialog, Surface::Canvas, "", {}};
    switch (view.dialog) {
        case Dialog::None: break;
        case Dialog::About: add_about(region.blocks, workspace); break;
        case Dialog::Shortcuts: add_shortcuts(region.blocks, view); break;
        case Dialog::CannotOpen: add_cannot_open(region.blocks, view); break;
        case Dialog::SaveFirst: add_save_first(region.blocks, workspace); break;
    }
    if (!region.blocks.empty()) region.label = std::get<Heading>(region.blocks.front().content).text;
    return region;
}

}  // namespace handfast::sheets
