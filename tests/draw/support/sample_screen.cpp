#include "tests/draw/support/sample_screen.h"

#include <utility>

namespace handfast::tests {

using namespace sheets;

namespace {

template <class Kind>
Block block(Kind content) {
    return Block{std::move(content)};
}

Block heading(PlaceId id, int level, std::string text, std::string number = {}) {
    return block(Heading{std::move(id), level, std::move(text), std::move(number)});
}

Block prose(PlaceId id, std::string text, ProseStyle style = ProseStyle::Body) {
    return block(Prose{std::move(id), style, {Span{std::move(text), SpanStyle::Plain, {}}}});
}

Action action(PlaceId id, std::string label, ActionStyle style = ActionStyle::Secondary, Icon icon = Icon::None, Label shown = Label::Drawn) {
    Action made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.style = style;
    made.icon = icon;
    made.label_shown = shown;
    return made;
}

Action entry(PlaceId id, std::string label, std::string badge, bool current = false) {
    Action made = action(std::move(id), std::move(label), ActionStyle::Entry);
    made.badge = std::move(badge);
    made.current = current;
    return made;
}

Field field(PlaceId id, std::string label, std::string text, FieldWidth width = FieldWidth::Full, Label shown = Label::Drawn) {
    Field made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.text = std::move(text);
    made.width = width;
    made.label_shown = shown;
    return made;
}

Choice choice(PlaceId id, std::string label, ChoiceShape shape, std::vector<Option> options) {
    Choice made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.shape = shape;
    made.options = std::move(options);
    made.label_shown = Label::Spoken;
    return made;
}

Block group(PlaceId id, GroupShape shape, std::vector<Block> blocks, bool current = false) {
    Group made;
    made.id = std::move(id);
    made.label = "Group";
    made.shape = shape;
    made.blocks = std::move(blocks);
    made.current = current;
    return block(std::move(made));
}

Region region(std::string id, Landmark landmark, std::string label, std::vector<Block> blocks) {
    Region made;
    made.id = std::move(id);
    made.landmark = landmark;
    made.label = std::move(label);
    made.blocks = std::move(blocks);
    return made;
}

// ---- the regions around the sheet ------------------------------------------------

Region bar() {
    Action undo = action("bar.undo", "Undo", ActionStyle::Quiet, Icon::Undo, Label::Spoken);
    Action redo = action("bar.redo", "Redo", ActionStyle::Quiet, Icon::Redo, Label::Spoken);
    redo.enabled = false;
    return region("bar", Landmark::Bar, "Design",
                  {heading("bar.name", 1, "Handfast"), block(Rule{}), block(action("bar.title", "Nordwagen × Seoul Cell", ActionStyle::Quiet)), block(Spring{}),
                   block(undo), block(redo), block(Rule{}), block(action("bar.open", "Open", ActionStyle::Quiet, Icon::Open)),
                   block(action("bar.save", "Save", ActionStyle::Quiet, Icon::Save)),
                   block(action("bar.theme", "Dark theme", ActionStyle::Quiet, Icon::Moon, Label::Spoken)),
                   block(action("bar.about", "About", ActionStyle::Quiet, Icon::Info, Label::Spoken))});
}

Region rail() {
    Action outline = action("rail.outline", "Term outline", ActionStyle::Entry, Icon::Document);
    Action findings = action("rail.findings", "Findings", ActionStyle::Entry, Icon::Flag);
    findings.badge = "7";
    Action later = action("rail.later", "Rehearse exits", ActionStyle::Entry, Icon::Circle);
    later.enabled = false;
    return region("rail", Landmark::Rail, "Stages",
                  {heading("rail.deal_heading", 2, "Deal"), block(entry("rail.deal", "Parties and deal", "4/4")), heading("rail.stages", 2, "Stages"),
                   block(entry("rail.strategy", "1  Strategy", "8/11", true)), block(entry("rail.partner", "2  Partner", "5/11")),
                   block(entry("rail.structure", "3  Structure", "6/15")), block(entry("rail.running", "4  Running", "0/10")),
                   block(entry("rail.exit", "5  Exit", "2/11")), block(Rule{}), block(outline), block(findings), block(later)});
}

Region status() {
    return region("status", Landmark::Status, "Saving",
                  {prose("status.saved", "Saved to nordwagen-seoul.handfast.json at 14:32", ProseStyle::Muted), block(Spring{}),
                   prose("status.progress", "21 of 58 questions answered", ProseStyle::Muted)});
}

Region side() {
    Prose clause;
    clause.id = "side.clause";
    clause.spans = {{"Either party may end the Joint Venture with ", SpanStyle::Plain, {}},
                    {"12 months", SpanStyle::Answer, "answers[exit.notice].agreed"},
                    {" written notice, but not before ", SpanStyle::Plain, {}},
                    {"[to be agreed: first date on which notice can be given]", SpanStyle::Missing, "answers[exit.first_date].agreed"},
                    {". During notice the parties keep ", SpanStyle::Plain, {}},
                    {"supplying each other at cost", SpanStyle::Strong, {}},
                    {".", SpanStyle::Plain, {}}};
    Action help = action("side.tab.help", "Help", ActionStyle::Quiet);
    help.current = true;
    return region("side", Landmark::Side, "Help and outline",
                  {group("side.tabs", GroupShape::Line, {block(help), block(action("side.tab.outline", "Outline", ActionStyle::Quiet))}),
                   heading("side.why", 2, "Why we ask"),
                   prose("side.why.text", "Partners who name their purpose in the same words choose differently when money gets tight. "
                                          "A single sentence both sides would sign prevents years of arguing about scope."),
                   heading("side.good", 2, "What a good answer looks like"),
                   prose("side.good.text", "One sentence, one purpose, one thing it is not for.", ProseStyle::Note), block(Rule{}),
                   heading("side.outline", 2, "Ending the partnership", "15"), block(clause),
                   prose("side.basis", "Non-binding outline, version 4", ProseStyle::Muted),
                   block(Meter{"side.meter", "Answered in this stage", 8, 11})});
}

// ---- questions -------------------------------------------------------------------

Block purpose_question() {
    Field answer = field("answers[strategy.purpose].agreed", "What is this partnership for?",
                         "Build one battery cell plant in Saxony that supplies both companies at cost plus a fixed margin, so that neither depends on a single Asian supplier after 2029.",
                         FieldWidth::Full, Label::Spoken);
    answer.shape = FieldShape::Paragraph;
    answer.help = "One sentence that both sides would sign.";
    return group("strategy.purpose", GroupShape::Question,
                 {heading("strategy.purpose.heading", 2, "What is this partnership for, in one sentence both of you would sign?", "1.1"),
                  prose("strategy.purpose.why", "Not what each of you wants from it. What it is there to do.", ProseStyle::Muted), block(answer)},
                 true);
}

Block horizon_question() {
    Field years = field("answers[strategy.horizon].agreed", "Years", "12", FieldWidth::Narrow, Label::Spoken);
    years.mode = InputMode::Decimal;
    years.unit = "years";
    Field margin = field("answers[strategy.margin].agreed", "Margin on cells", "about 8 or so", FieldWidth::Narrow);
    margin.mode = InputMode::Decimal;
    margin.unit = "%";
    margin.error = "Enter a number, such as 8 or 7.5.";
    Field money = field("answers[strategy.capital].agreed", "Capital each side commits", "", FieldWidth::Medium);
    money.placeholder = "e.g. 450";
    money.unit = "EUR million";
    return group("strategy.horizon", GroupShape::Question,
                 {heading("strategy.horizon.heading", 2, "How long should it last before you decide again?", "1.2"), block(years), block(margin), block(money)});
}

Block scope_question() {
    Choice scope = choice("answers[strategy.form].agreed", "How close", ChoiceShape::Radio,
                          {{"contract", "A supply contract", "Prices, volumes and notice; nothing is owned together.", false, 0},
                           {"joint", "A joint venture company", "A company of its own, with capital, people and a board from both sides.", true, 0},
                           {"minority", "A minority stake", "", false, 0}});
    return group("strategy.form", GroupShape::Question, {heading("strategy.form.heading", 2, "How closely do you want to be tied together?", "1.3"), block(scope)});
}

Block functions_question() {
    Choice checks = choice("answers[strategy.functions].agreed", "Functions", ChoiceShape::Check,
                           {{"rnd", "Cell chemistry and development", "", true, 0},
                            {"make", "Manufacturing", "", true, 0},
                            {"buy", "Buying of raw materials", "", false, 0},
                            {"sell", "Sales to third parties", "Only if both parents agree on each customer.", false, 0}});
    checks.help = "Choose all that apply.";
    return group("strategy.functions", GroupShape::Question,
                 {heading("strategy.functions.heading", 2, "Which functions are inside?", "1.4"), block(checks)});
}

Block trust_question() {
    Choice scale = choice("answers[strategy.trust].agreed", "Trust", ChoiceShape::Scale,
                          {{"1", "1", "", false, 0}, {"2", "2", "", false, 0}, {"3", "3", "", false, 0}, {"4", "4", "", true, 0}, {"5", "5", "", false, 0}});
    scale.low = "Not at all";
    scale.high = "Completely";
    Choice menu = choice("answers[strategy.lead].agreed", "Who leads day to day?", ChoiceShape::Menu,
                         {{"p1", "Nordwagen", "", false, 0}, {"p2", "Seoul Cell", "", true, 0}, {"both", "Both, in turns", "", false, 0}});
    menu.label_shown = Label::Drawn;
    return group("strategy.trust", GroupShape::Question,
                 {heading("strategy.trust.heading", 2, "How much would you rely on the other side’s forecasts today?", "1.5"), block(scale), block(menu)});
}

Block priorities_question() {
    Choice ranking = choice("answers[strategy.priorities].agreed", "Priorities", ChoiceShape::Ranking,
                            {{"cost", "Lowest cost per kilowatt hour", "", false, 2},
                             {"secure", "Security of supply for both parents", "", false, 1},
                             {"speed", "Speed to first cell", "", false, 3},
                             {"tech", "Lead in technology", "", false, 0},
                             {"jobs", "Jobs in the region", "", false, 0}});
    return group("strategy.priorities", GroupShape::Question,
                 {heading("strategy.priorities.heading", 2, "When two goals collide, which one wins?", "1.6"), block(ranking)});
}

std::vector<Action> row_actions(const PlaceId& row, bool first, bool last) {
    Action up = action(row + ".up", "Up", ActionStyle::Quiet, Icon::Up, Label::Spoken);
    Action down = action(row + ".down", "Down", ActionStyle::Quiet, Icon::Down, Label::Spoken);
    up.enabled = !first;
    down.enabled = !last;
    return {up, down, action(row + ".remove", "Remove", ActionStyle::Quiet, Icon::Close, Label::Spoken)};
}

Block metrics_question() {
    Table table;
    table.id = "answers[strategy.metrics].agreed";
    table.caption = "Measures";
    table.columns = {{"measure", "Measure", "", 2, false}, {"target", "Target", "", 1, true}, {"by", "By", "", 1, false}, {"owner", "Owner", "", 1, false}};
    const std::vector<std::vector<std::string>> rows = {{"Cells shipped per year", "38", "2029-06-30"}, {"Scrap rate after ramp-up", "4", "2030-01-31"}, {"", "", ""}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PlaceId id = table.id + ".rows[r" + std::to_string(i + 1) + "]";
        Field measure = field(id + ".measure", "Measure", rows[i][0], FieldWidth::Medium, Label::Spoken);
        measure.placeholder = "What is measured";
        Field target = field(id + ".target", "Target", rows[i][1], FieldWidth::Narrow, Label::Spoken);
        target.mode = InputMode::Decimal;
        target.unit = i == 0 ? "GWh" : "%";
        Field by = field(id + ".by", "By", rows[i][2], FieldWidth::Narrow, Label::Spoken);
        by.mode = InputMode::Date;
        by.placeholder = "Date";
        Choice owner = choice(id + ".owner", "Owner", ChoiceShape::Menu, {{"p1", "Nordwagen", "", i == 0, 0}, {"p2", "Seoul Cell", "", i == 1, 0}});
        table.rows.push_back({id, "", "", {measure, target, by, owner}, row_actions(id, i == 0, i + 1 == rows.size())});
    }
    table.add = action("answers[strategy.metrics].agreed.add", "Add a measure", ActionStyle::Secondary, Icon::Plus);
    return group("strategy.metrics", GroupShape::Question,
                 {heading("strategy.metrics.heading", 2, "How will you know, in three years, that it works?", "1.7"), block(table)});
}

Block matrix_question() {
    Table table;
    table.id = "answers[strategy.contribution].agreed";
    table.caption = "Contributions";
    table.row_heading = "Function";
    table.columns = {{"p1", "Nordwagen", "", 1, false}, {"p2", "Seoul Cell", "", 1, false}};
    const std::vector<std::pair<std::string, std::string>> rows = {{"Development", "Vehicle integration, test fleet"}, {"Manufacturing", "Site, permits, 300 people"}, {"Capital", ""}};
    for (const auto& [name, text] : rows) {
        const PlaceId id = table.id + ".rows[" + name + "]";
        Field ours = field(id + ".p1", name + ", Nordwagen", text, FieldWidth::Full, Label::Spoken);
        ours.shape = FieldShape::Growing;
        Field theirs = field(id + ".p2", name + ", Seoul Cell", name == "Development" ? "Cell chemistry of the third generation, pilot line in Ochang, 40 engineers for two years" : "", FieldWidth::Full, Label::Spoken);
        theirs.shape = FieldShape::Growing;
        theirs.placeholder = "Nothing yet";
        table.rows.push_back({id, name, name == "Capital" ? "Cash, not services" : "", {ours, theirs}, {}});
    }
    const PlaceId last = table.id + ".rows[Markets]";
    table.rows.push_back({last, "Markets", "", {choice(last + ".p1", "Markets, Nordwagen", ChoiceShape::Check, {{"eu", "Europe", "", true, 0}, {"us", "North America", "", false, 0}}),
                                                Prose{last + ".p2", ProseStyle::Muted, {{"As agreed for ", SpanStyle::Plain, {}}, {"manufacturing", SpanStyle::Answer, "answers[strategy.functions].agreed"}}}}, {}});
    Table empty;
    empty.id = "answers[strategy.others].agreed";
    empty.caption = "Other partnerships";
    empty.caption_shown = Label::Drawn;
    empty.columns = {{"name", "Name", "", 2, false}, {"overlap", "Where it overlaps", "", 3, false}};
    empty.empty = "None yet. Add the partnerships that could compete with this one.";
    empty.add = action("answers[strategy.others].agreed.add", "Add a partnership", ActionStyle::Secondary, Icon::Plus);
    return group("strategy.contribution", GroupShape::Question,
                 {heading("strategy.contribution.heading", 2, "What does each side bring?", "1.8"), block(table), block(empty)});
}

std::vector<Block> sheet_blocks() {
    Action danger = action("main.discard", "Discard", ActionStyle::Danger);
    Action not_now = action("main.not_now", "Export", ActionStyle::Primary);
    not_now.enabled = false;
    return {heading("main.title", 1, "Strategy", "Stage 1"),
            prose("main.lead", "Why this partnership exists, for how long, and how both sides will know that it works.", ProseStyle::Lead),
            block(Meter{"main.progress", "Answered", 8, 11}),
            group("main.draft", GroupShape::Banner,
                  {prose("main.draft.text", "This browser holds a newer draft from yesterday, 18:04.", ProseStyle::Note), block(Spring{}),
                   block(action("main.draft.continue", "Continue", ActionStyle::Primary)), block(action("main.draft.discard", "Discard", ActionStyle::Quiet))}),
            purpose_question(), horizon_question(), scope_question(), functions_question(), trust_question(), priorities_question(), metrics_question(), matrix_question(),
            heading("main.more", 2, "Before you go on"), prose("main.error", "Two answers contradict each other: 1.2 and 1.7.", ProseStyle::Error),
            prose("main.good", "Both sides answered every question of this stage.", ProseStyle::Good), block(Rule{}),
            group("main.card", GroupShape::Card, {heading("main.card.heading", 3, "A rehearsal deal"), prose("main.card.text", "Invented companies, every question answered.", ProseStyle::Muted)}),
            group("main.buttons", GroupShape::Line,
                  {block(action("main.next", "Next open question", ActionStyle::Primary)), block(action("main.copy", "Copy outline", ActionStyle::Secondary, Icon::Document)),
                   block(action("main.later", "Ask later", ActionStyle::Quiet)), block(danger), block(not_now)})};
}

}  // namespace

Screen sample_sheet(Panes panes) {
    Screen screen;
    screen.title = "Strategy";
    screen.sheet = "strategy";
    screen.regions.push_back(bar());
    if (panes == Panes::All || panes == Panes::OnlyRail) screen.regions.push_back(rail());
    if (panes == Panes::All || panes == Panes::OnlyMain) screen.regions.push_back(region("main", Landmark::Main, "Strategy", sheet_blocks()));
    if (panes == Panes::All || panes == Panes::OnlySide) screen.regions.push_back(side());
    screen.regions.push_back(status());
    return screen;
}

Screen sample_dialog() {
    Screen screen = sample_sheet();
    Action sample = action("dialog.sample.nordwagen", "Nordwagen and Seoul Cell", ActionStyle::Entry, Icon::Document);
    sample.detail = "An invented rehearsal deal: a cell plant in Saxony, every question answered.";
    Action ultium = action("dialog.sample.ultium", "GM and LG: Ultium Lansing", ActionStyle::Entry, Icon::Document);
    ultium.detail = "Public facts only. What is unknown stays unknown.";
    ultium.badge = "23 of 58";
    screen.regions.push_back(region("dialog", Landmark::Dialog, "Start",
                                    {heading("dialog.title", 1, "Start a design"),
                                     prose("dialog.lead", "Nothing you type leaves this page. Open a sample to look around, or begin with an empty design.", ProseStyle::Body),
                                     block(sample), block(ultium), block(field("dialog.name", "Name of the deal", "", FieldWidth::Full)),
                                     group("dialog.buttons", GroupShape::Line, {block(Spring{}), block(action("dialog.cancel", "Cancel", ActionStyle::Quiet)), block(action("dialog.start", "Start empty", ActionStyle::Primary))})}));
    return screen;
}

Screen document_sheet() {
    Screen screen = sample_sheet();
    for (Region& part : screen.regions) {
        if (part.landmark == Landmark::Main) part.surface = Surface::Page;
    }
    return screen;
}

Screen hard_words_sheet() {
    Screen screen;
    screen.sheet = "hard";
    screen.regions.push_back(bar());
    Field disabled = field("hard.off", "Straßenverkehrszulassungsordnungsänderungsverordnung", "Rechtsschutzversicherungsgesellschaften", FieldWidth::Medium);
    disabled.enabled = false;
    Field paragraph = field("hard.long", "Begründung", "", FieldWidth::Full);
    paragraph.shape = FieldShape::Paragraph;
    for (int i = 0; i < 16; ++i) paragraph.text += "Zeile " + std::to_string(i + 1) + ": Donaudampfschifffahrtsgesellschaftskapitänsmütze und anderes.\n";
    Choice scale = choice("hard.scale", "Skala", ChoiceShape::Scale, {});
    for (int i = 0; i < 7; ++i) scale.options.push_back({std::to_string(i), i == 3 ? "Weder noch" : std::to_string(i + 1), "", i == 1, 0});
    scale.low = "Trifft überhaupt nicht zu, in keinem der genannten Fälle";
    scale.high = "Trifft in vollem Umfang auf alle genannten Fälle zu";
    Choice off = choice("hard.radio", "Aus", ChoiceShape::Radio, {{"a", "Genehmigungspflichtige Unternehmenszusammenschlüsse nach dem Außenwirtschaftsgesetz", "", true, 0}, {"b", "否、両社の合意がない限り第三者に株式を譲渡することはできないものとする。", "서면 동의가 없는 한 지분을 제삼자에게 양도할 수 없습니다.", false, 0}});
    off.enabled = false;
    Table wide;
    wide.id = "hard.wide";
    wide.caption = "Breit";
    wide.row_heading = "Auslöser";
    for (int i = 0; i < 9; ++i) wide.columns.push_back({"c" + std::to_string(i), "Beteiligungsquotenanpassung " + std::to_string(i), i == 2 ? "in Mio. EUR" : "", 1, i % 2 == 1});
    for (int i = 0; i < 3; ++i) {
        Row row;
        row.id = "hard.wide.rows[" + std::to_string(i) + "]";
        row.heading = i == 1 ? "Kontrollwechselereignis" : "Kündigung";
        for (std::size_t k = 0; k < wide.columns.size(); ++k) row.cells.push_back(field(row.id + "." + wide.columns[k].id, "Zelle", k == 2 ? "1.234,56" : "Wert", FieldWidth::Full, Label::Spoken));
        row.actions = row_actions(row.id, i == 0, i == 2);
        wide.rows.push_back(row);
    }
    screen.regions.push_back(region("main", Landmark::Main, "Hart",
                                    {heading("hard.title", 1, "Wettbewerbsbeschränkungsvereinbarungen und Vertragsstrafenregelungen"),
                                     prose("hard.cjk", "合弁会社の取締役会は、各当事者が指名する同数の取締役で構成される。重要事項の決定には全会一致を要する（第12条）。両社は、毎年一回、本契約の見直しを行う。", ProseStyle::Body),
                                     prose("hard.korean", "어느 한쪽 당사자가 탈퇴하려면 최소한 십이 개월 전에 서면으로 통지하여야 하며 그 기간 동안 공급을 계속하여야 합니다.", ProseStyle::Muted),
                                     prose("hard.broken", std::string("Broken bytes \xff\xc3 stay visible; soft\u00ADhyphens do not.")), block(disabled), block(paragraph), block(scale), block(off), block(wide),
                                     group("hard.line", GroupShape::Line, {block(field("hard.a", "Abteilung", "Unternehmensentwicklung", FieldWidth::Medium)), block(field("hard.b", "Anteil", "51", FieldWidth::Narrow)), block(action("hard.go", "Übernehmen und weiter zur nächsten offenen Frage"))}),
                                     prose("hard.end", "—")}));
    screen.regions.push_back(status());
    return screen;
}

Screen large_sheet() {
    Screen screen;
    screen.sheet = "large";
    screen.regions = {bar(), rail(), region("main", Landmark::Main, "All", {}), side(), status()};
    std::vector<Block>& blocks = screen.regions[2].blocks;
    for (int i = 0; i < 60; ++i) {
        const std::string id = "q" + std::to_string(i);
        Choice options = choice("answers[" + id + "].agreed", "Answer", i % 2 == 0 ? ChoiceShape::Radio : ChoiceShape::Check, {});
        for (int k = 0; k < 6; ++k) options.options.push_back({"o" + std::to_string(k), "An option whose words are as long as those of a real question " + std::to_string(k), "", k == i % 6, 0});
        Field note = field("answers[" + id + "].note", "Note", "Some words that somebody wrote here and that wrap at the end of the line, as real ones do.");
        note.shape = FieldShape::Paragraph;
        Field number = field("answers[" + id + "].number", "Number", std::to_string(i * 37), FieldWidth::Narrow);
        number.unit = "months";
        blocks.push_back(group(id, GroupShape::Question,
                               {heading(id + ".heading", 2, "Question " + std::to_string(i) + " that takes about as many words as the real ones do, on average?", "1." + std::to_string(i)),
                                prose(id + ".why", "Why this matters, in a sentence that a reader who is in a hurry can still read to its end.", ProseStyle::Muted), block(options), block(note), block(number),
                                group(id + ".line", GroupShape::Line, {block(action(id + ".later", "Ask later", ActionStyle::Quiet)), block(action(id + ".na", "Not applicable", ActionStyle::Quiet))})},
                               i == 3));
    }
    return screen;
}

}  // namespace handfast::tests
