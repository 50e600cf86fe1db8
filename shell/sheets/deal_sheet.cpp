// The deal: its name, currency and start, who takes part, and what is in scope.
#include "shell/sheets/answer_blocks.h"
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

#include "core/base/text.h"

namespace handfast::sheets {

namespace {

constexpr std::size_t most_parties = 8, least_parties = 2;

// Up, down and remove of an item of a list of the design.
std::vector<Action> item_actions(const std::string& list, const std::string& id, std::size_t index, std::size_t count, std::size_t least, const std::string& name) {
    const PlaceId place = list + "[" + id + "]";
    std::vector<Action> actions{icon_action(place + ":up", Icon::Up, fill(tr("Move %1 up"), {name}), Command{MoveItem{list, id, -1}}),
                                icon_action(place + ":down", Icon::Down, fill(tr("Move %1 down"), {name}), Command{MoveItem{list, id, 1}}),
                                icon_action(place + ":remove", Icon::Close, fill(tr("Remove %1"), {name}), Command{RemoveItem{list, id}})};
    actions[0].enabled = index > 0;
    actions[1].enabled = index + 1 < count;
    actions[2].enabled = count > least;
    return actions;
}

Field cell_field(const PlaceId& place, std::string label, const std::string& text, const ViewState& view) {
    Field field = design_field(place, std::move(label), text, view);
    field.label_shown = Label::Spoken;
    field.shape = FieldShape::Growing;
    return field;
}

Json item_json(const std::string& id) { return Json{JsonObject{{"id", Json{id}}}}; }

Table parties_table(const Design& design, const ViewState& view) {
    Table table;
    table.id = "parties";
    table.caption = tr("Parties");
    table.columns = {{"name", tr("Name"), "", 2, false}, {"role", tr("What it is"), "", 2, false}, {"country", tr("Home country"), "", 1, false}};
    for (std::size_t i = 0; i < design.parties.size(); ++i) {
        const Party& party = design.parties[i];
        const PlaceId place = "parties[" + party.id.text + "]";
        const std::string name = party_name(design, party);
        const std::string number = std::to_string(i + 1);
        Row row;
        row.id = place;
        Field name_field = cell_field(place + ".name", fill(tr("Name of party %1"), {number}), party.name, view);
        name_field.placeholder = fill(tr("Party %1"), {number});
        row.cells.push_back(std::move(name_field));
        row.cells.push_back(cell_field(place + ".role", fill(tr("What party %1 is"), {number}), party.role, view));
        row.cells.push_back(cell_field(place + ".country", fill(tr("Home country of party %1"), {number}), party.country, view));
        row.actions = item_actions("parties", party.id.text, i, design.parties.size(), least_parties, name);
        table.rows.push_back(std::move(row));
    }
    if (design.parties.size() < most_parties) {
        table.add = action("parties:add", tr("Add a party"), Command{AddItem{"parties", item_json(unused_id(design, "p"))}}, ActionStyle::Secondary, Icon::Plus);
    }
    return table;
}

Table scope_table(const Design& design, const ViewState& view, const std::string& list, const std::vector<ScopeItem>& items, std::string caption,
                  std::string entry, std::string empty) {
    Table table;
    table.id = list;
    table.caption = caption;
    table.columns = {{"name", std::move(caption), "", 1, false}};
    for (std::size_t i = 0; i < items.size(); ++i) {
        const PlaceId place = list + "[" + items[i].id.text + "]";
        Row row;
        row.id = place;
        row.cells.push_back(cell_field(place + ".name", entry + " " + std::to_string(i + 1), items[i].name, view));
        row.actions = item_actions(list, items[i].id.text, i, items.size(), 0, is_blank(items[i].name) ? entry + " " + std::to_string(i + 1) : items[i].name);
        table.rows.push_back(std::move(row));
    }
    table.empty = std::move(empty);
    const std::string prefix = list.substr(list.rfind('.') + 1, 1);   // "f", "p", "r"
    table.add = action(list + ":add", fill(tr("Add a %1"), {lowered(entry)}), Command{AddItem{list, item_json(unused_id(design, prefix + "s"))}}, ActionStyle::Secondary, Icon::Plus);
    return table;
}

}  // namespace

std::vector<Block> build_deal(const Workspace& workspace, const ViewState& view) {
    const Design& design = workspace.design();
    const Profile& profile = design.profile;
    std::vector<Block> blocks;
    blocks.push_back(heading("sheet.title", 1, tr("The deal")));
    blocks.push_back(prose("sheet.purpose", tr("Who would work together, and on what. Names given here appear everywhere else."), ProseStyle::Lead));

    Field title = design_field("profile.title", tr("Name of the partnership"), profile.title, view);
    title.placeholder = tr("For example: Joint cell plant");
    Field summary = design_field("profile.summary", tr("What it is about"), profile.summary, view);
    summary.shape = FieldShape::Paragraph;
    summary.help = tr("One or two sentences. They open the term outline.");
    Field currency = design_field("profile.currency", tr("Currency"), profile.currency, view);
    currency.width = FieldWidth::Narrow;
    currency.help = tr("Three letters, such as EUR. All amounts are in millions.");
    Field start = design_field("profile.start_date", tr("Planned start"), profile.start_date ? shown_date(*profile.start_date) : "", view);
    start.mode = InputMode::Date;
    start.width = FieldWidth::Narrow;
    start.placeholder = tr("31 Mar 2027");
    blocks.push_back(group("deal.about", GroupShape::Card,
                           {{std::move(title)}, {std::move(summary)}, group("deal.terms", GroupShape::Line, {{std::move(currency)}, {std::move(start)}})},
                           tr("About the partnership")));

    blocks.push_back(group("deal.parties", GroupShape::Card, {heading("deal.parties.title", 2, tr("Who takes part")), {parties_table(design, view)}}, tr("Parties")));
    blocks.push_back(group("deal.scope", GroupShape::Card,
                           {heading("deal.scope.title", 2, tr("What it may touch")),
                            prose("deal.scope.help", tr("These lists are the rows of later tables, such as what is joint and what stays apart."), ProseStyle::Muted),
                            {scope_table(design, view, "profile.functions", profile.functions, tr("Functions"), tr("Function"), tr("No functions yet."))},
                            {scope_table(design, view, "profile.products", profile.products, tr("Products"), tr("Product"), tr("No products yet: cells, a platform, a software stack."))},
                            {scope_table(design, view, "profile.regions", profile.regions, tr("Regions"), tr("Region"), tr("No regions yet: Europe, China, worldwide."))}},
                           tr("Scope")));
    blocks.push_back(group("sheet.onward", GroupShape::Line,
                           {{action("sheet.next", fill(tr("Go on to %1"), {workspace.assets().stages().front().title}),
                                    deed(Deed::OpenSheet, workspace.assets().stages().front().stage), ActionStyle::Primary, Icon::Right)}}));
    return blocks;
}

}  // namespace handfast::sheets
