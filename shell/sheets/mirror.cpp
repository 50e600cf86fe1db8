// Writes each block as one JSON node, compares it with what was last published, and sends the rest.
#include "shell/sheets/mirror.h"

#include "shell/sheets/requests.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace handfast::sheets {

namespace {

// ---- JSON ----------------------------------------------------------------------

void append_quoted(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

// To a hundredth, without the zeros nobody needs: page lengths want no more.
void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) number = 0;
    number = std::clamp(number, -1e9, 1e9);
    const long long hundredths = std::llround(number * 100);
    const long long size = std::llabs(hundredths);
    if (hundredths < 0) out += '-';
    out += std::to_string(size / 100);
    if (size % 100 == 0) return;
    out += '.';
    out += static_cast<char>('0' + size % 100 / 10);
    if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
}

// Members of a node after its id and kind. What is empty or false is left out.
class Members {
public:
    explicit Members(std::string& out) : m_out(out) {}

    void text(std::string_view key, std::string_view value) {
        if (!value.empty()) always(key, value);
    }
    void always(std::string_view key, std::string_view value) {
        name(key);
        append_quoted(m_out, value);
    }
    void flag(std::string_view key, bool set) {
        if (!set) return;
        name(key);
        m_out += '1';
    }
    void number(std::string_view key, double value) {
        name(key);
        append_number(m_out, value);
    }
    void numbers(std::string_view key, std::initializer_list<float> values) {
        name(key);
        char before = '[';
        for (const float value : values) {
            m_out += before;
            append_number(m_out, static_cast<double>(value));
            before = ',';
        }
        m_out += ']';
    }
    // For what is neither text nor number: the caller appends the value.
    std::string& raw(std::string_view key) {
        name(key);
        return m_out;
    }

private:
    void name(std::string_view key) {
        m_out += ",\"";
        m_out += key;
        m_out += "\":";
    }
    std::string& m_out;
};

// ---- names of the contract (web/README.md) -----------------------------------------

const char* name_of(Landmark landmark) {
    switch (landmark) {
    case Landmark::Bar: return "bar";
    case Landmark::Rail: return "rail";
    case Landmark::Main: return "main";
    case Landmark::Side: return "side";
    case Landmark::Status: return "status";
    case Landmark::Dialog: return "dialog";
    }
    return "";
}

const char* name_of(SpanStyle style) {
    switch (style) {
    case SpanStyle::Plain: return "plain";
    case SpanStyle::Strong: return "strong";
    case SpanStyle::Muted: return "muted";
    case SpanStyle::Answer: return "answer";
    case SpanStyle::Missing: return "missing";
    }
    return "";
}

const char* name_of(ProseStyle style) {
    switch (style) {
    case ProseStyle::Body: return "";
    case ProseStyle::Lead: return "lead";
    case ProseStyle::Muted: return "muted";
    case ProseStyle::Note: return "note";
    case ProseStyle::Error: return "error";
    case ProseStyle::Good: return "good";
    }
    return "";
}

const char* name_of(ActionStyle style) {
    switch (style) {
    case ActionStyle::Primary: return "primary";
    case ActionStyle::Secondary: return "";
    case ActionStyle::Quiet: return "quiet";
    case ActionStyle::Danger: return "danger";
    case ActionStyle::Entry: return "entry";
    }
    return "";
}

const char* name_of(GroupShape shape) {
    switch (shape) {
    case GroupShape::Stack: return "";
    case GroupShape::Line: return "line";
    case GroupShape::Card: return "card";
    case GroupShape::Question: return "question";
    case GroupShape::Banner: return "banner";
    }
    return "";
}

const char* name_of(InputMode mode) {
    switch (mode) {
    case InputMode::Text: return "";
    case InputMode::Decimal: return "decimal";
    case InputMode::Date: return "date";
    }
    return "";
}

// ---- the walk ----------------------------------------------------------------------

class Walk {
public:
    Walk(std::unordered_map<PlaceId, MirrorNode>& nodes, unsigned generation, const Placement& placement)
        : m_nodes(nodes), m_generation(generation), m_placement(placement) {}

    void walk(const std::vector<Region>& regions) {
        Parent page(*this, "");
        for (const Region& region : regions) {
            node(page, region.id, "region", [&](Members& members) {
                members.text("role", name_of(region.landmark));
                members.text("t", region.label);
                members.flag("page", region.surface == Surface::Page);
                window(members, region.id);
            });
            Parent inside(*this, region.id);
            blocks(inside, region.blocks);
        }
    }

    std::string changed_nodes;   // "{…},{…}"
    std::string changed_order;   // "\"parent\":[…],…"
    std::size_t seen = 0;

private:
    // Collects the ids of one element's children, and publishes the list at its end if it changed.
    class Parent {
    public:
        Parent(Walk& walk, PlaceId id) : m_walk(walk), m_id(std::move(id)) {}
        ~Parent() { m_walk.publish_children(m_id, m_children); }
        Parent(const Parent&) = delete;
        Parent& operator=(const Parent&) = delete;

        void add(const PlaceId& child) {
            m_children += m_children.empty() ? '[' : ',';
            append_quoted(m_children, child);
        }
        // For children that have no id of their own: the same from frame to frame while the order stays.
        PlaceId name_for_nameless() { return m_id + "/" + std::to_string(++m_nameless); }

    private:
        Walk& m_walk;
        PlaceId m_id;
        std::string m_children;
        int m_nameless = 0;
    };

    void publish_children(const PlaceId& id, const std::string& children) {
        MirrorNode& kept = m_nodes[id];
        if (kept.generation != m_generation) {   // "" is no node of its own
            kept.generation = m_generation;
            ++seen;
        }
        if (kept.children == children) return;
        kept.children = children;
        if (!changed_order.empty()) changed_order += ',';
        append_quoted(changed_order, id);
        changed_order += ':';
        changed_order += children.empty() ? "[" : children;
        changed_order += ']';
    }

    template <class Fill>
    void node(Parent& parent, const PlaceId& id, const char* kind, const Fill& fill) {
        MirrorNode& kept = m_nodes[id];
        if (kept.generation == m_generation) return;   // its name is taken
        kept.generation = m_generation;
        ++seen;
        parent.add(id);
        if (kept.kind != kind) {   // the page makes a new element, without children
            kept.kind = kind;
            kept.children.clear();
        }

        m_scratch.assign("{\"id\":");
        append_quoted(m_scratch, id);
        Members members(m_scratch);
        members.text("k", kind);
        fill(members);
        m_scratch += '}';
        if (kept.json == m_scratch) return;
        kept.json = m_scratch;
        if (!changed_nodes.empty()) changed_nodes += ',';
        changed_nodes += m_scratch;
    }

    static const Rect* find(const std::unordered_map<PlaceId, Rect>& rects, const PlaceId& id) {
        const auto found = rects.find(id);
        return found == rects.end() ? nullptr : &found->second;
    }

    void place(Members& members, const PlaceId& id) {
        if (const Rect* rect = find(m_placement.places, id)) {
            members.numbers("r", {rect->x, rect->y, rect->width, rect->height});
        }
    }

    void window(Members& members, const PlaceId& id) {
        if (const Rect* rect = find(m_placement.windows, id)) {
            members.numbers("w", {rect->x, rect->y, rect->width, rect->height});
        }
        if (const Rect* rect = find(m_placement.contents, id)) members.numbers("size", {rect->width, rect->height});
    }

    void label(Members& members, const std::string& text, Label shown) {
        members.text("t", text);
        members.flag("hide", shown == Label::Spoken);
    }

    void blocks(Parent& parent, const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            std::visit([&](const auto& content) { put(parent, content); }, block.content);
        }
    }

    // Groups, prose and rules may do without an id; nobody goes to them by name.
    static PlaceId named(Parent& parent, const PlaceId& id) { return id.empty() ? parent.name_for_nameless() : id; }

    void put(Parent& parent, const Heading& heading) {
        node(parent, heading.id, "heading", [&](Members& members) {
            members.number("l", std::clamp(heading.level, 1, 3));
            members.text("t", heading.text);
            members.text("n", heading.number);
            place(members, heading.id);
        });
    }

    void put(Parent& parent, const Prose& prose) {
        const PlaceId id = named(parent, prose.id);
        node(parent, id, "prose", [&](Members& members) {
            members.text("s", name_of(prose.style));
            std::string& out = members.raw("spans");
            out += '[';
            for (std::size_t i = 0; i < prose.spans.size(); ++i) {
                const Span& span = prose.spans[i];
                out += i == 0 ? "[" : ",[";
                append_quoted(out, span.text);
                out += ",\"";
                out += name_of(span.style);
                out += "\",";
                append_quoted(out, span.leads_to.empty() ? PlaceId() : span_place(id, i));
                out += ']';
            }
            out += ']';
            place(members, id);
        });
    }

    void put(Parent& parent, const Field& field) {
        node(parent, field.id, field.shape == FieldShape::Line ? "field" : "area", [&](Members& members) {
            label(members, field.label, field.label_shown);
            members.text("v", field.text);
            members.text("m", name_of(field.mode));
            members.text("ph", field.placeholder);
            members.text("u", field.unit);
            members.text("d", field.help);
            members.text("e", field.error);
            members.flag("off", !field.enabled);
            place(members, field.id);
        });
    }

    void put(Parent& parent, const Choice& choice) {
        if (choice.shape == ChoiceShape::Menu) return put_menu(parent, choice);
        const bool ranking = choice.shape == ChoiceShape::Ranking;
        const bool checks = choice.shape == ChoiceShape::Check;
        node(parent, choice.id, ranking ? "ranking" : checks ? "checks" : "radios", [&](Members& members) {
            label(members, choice.label, choice.label_shown);
            members.text("s", choice.shape == ChoiceShape::Scale ? "scale" : "");
            members.text("d", choice.help);
            members.text("e", choice.error);
            members.flag("off", !choice.enabled);
            place(members, choice.id);
        });
        Parent inside(*this, choice.id);
        if (ranking) return put_ranking(inside, choice);
        for (const Option& option : choice.options) {
            const PlaceId id = option_place(choice.id, option.id);
            node(inside, id, checks ? "check" : "radio", [&](Members& members) {
                members.text("t", option.label);
                members.text("d", described(choice, option));
                members.flag("c", option.chosen);
                members.flag("off", !choice.enabled);
                place(members, id);
            });
        }
    }

    // What the ends of a scale are called is said with the options that stand there.
    static std::string described(const Choice& choice, const Option& option) {
        if (choice.shape != ChoiceShape::Scale) return option.help;
        const std::string& end = &option == &choice.options.front()  ? choice.low
                                 : &option == &choice.options.back() ? choice.high
                                                                     : option.help;
        if (end.empty() || option.help.empty() || end == option.help) return end.empty() ? option.help : end;
        return end + ". " + option.help;
    }

    void put_menu(Parent& parent, const Choice& choice) {
        node(parent, choice.id, "select", [&](Members& members) {
            label(members, choice.label, choice.label_shown);
            std::string chosen;
            bool has_none = false;
            for (const Option& option : choice.options) {
                if (option.chosen) chosen = option.id;
                if (option.id.empty()) has_none = true;
            }
            members.text("v", chosen);
            std::string& out = members.raw("o");
            out += has_none ? "[" : "[[\"\",\"\"]";
            bool first = has_none;
            for (const Option& option : choice.options) {
                out += first ? "[" : ",[";
                first = false;
                append_quoted(out, option.id);
                out += ',';
                append_quoted(out, option.label);
                out += ']';
            }
            out += ']';
            members.text("d", choice.help);
            members.text("e", choice.error);
            members.flag("off", !choice.enabled);
            place(members, choice.id);
        });
    }

    // The ranked in their order, then the others as they stand.
    void put_ranking(Parent& inside, const Choice& choice) {
        std::vector<const Option*> options;
        for (const Option& option : choice.options) options.push_back(&option);
        const auto others = std::stable_partition(options.begin(), options.end(),
                                                  [](const Option* option) { return option->rank > 0; });
        std::stable_sort(options.begin(), others, [](const Option* a, const Option* b) { return a->rank < b->rank; });

        const auto ranked_count = others - options.begin();
        for (const Option* option : options) {
            const PlaceId id = option_place(choice.id, option->id);
            const bool ranked = option->rank > 0;
            node(inside, id, "rank", [&](Members& members) {
                members.text("t", option->label);
                members.text("d", option->help);
                if (ranked) members.text("n", std::to_string(option->rank));
                members.flag("c", ranked);
                members.flag("off", !choice.enabled);
                place(members, id);
            });
            Parent buttons(*this, id);
            if (!ranked) continue;
            auto button = [&](const char* suffix, const std::string& name, bool enabled) {
                node(buttons, id + suffix, "button", [&](Members& members) {
                    label(members, name, Label::Spoken);
                    members.text("s", "icon");
                    members.flag("off", !choice.enabled || !enabled);
                    place(members, id + suffix);
                });
            };
            button(":up", "Move up: " + option->label, option->rank > 1);
            button(":down", "Move down: " + option->label, option->rank < ranked_count);
            button(":off", "Remove from the ranking: " + option->label, true);
        }
    }

    void put(Parent& parent, const Action& action) {
        node(parent, action.id, "button", [&](Members& members) {
            label(members, action.label, action.label_shown);
            members.text("d", action.detail);
            members.text("n", action.badge);
            members.text("s", name_of(action.style));
            members.text("key", action.shortcut);
            members.flag("c", action.current);
            members.flag("off", !action.enabled);
            place(members, action.id);
        });
    }

    void put(Parent& parent, const Meter& meter) {
        node(parent, meter.id, "meter", [&](Members& members) {
            members.text("t", meter.label);
            std::string value;
            append_number(value, meter.done);
            value += '/';
            append_number(value, meter.total);
            members.text("v", value);
            place(members, meter.id);
        });
    }

    void put(Parent& parent, const Group& group) {
        const PlaceId id = named(parent, group.id);
        node(parent, id, "group", [&](Members& members) {
            members.text("t", group.label);
            members.text("s", name_of(group.shape));
            members.flag("c", group.current);
            place(members, id);
        });
        Parent inside(*this, id);
        blocks(inside, group.blocks);
    }

    void put(Parent& parent, const Rule&) {
        node(parent, named(parent, ""), "rule", [](Members&) {});
    }

    void put(Parent&, const Spring&) {}   // room, not content

    // The button beneath and the words for "no rows yet" stand after the table, not in it.
    void put(Parent& parent, const Table& table) {
        node(parent, table.id, "table", [&](Members& members) {
            label(members, table.caption, table.caption_shown);
            place(members, table.id);
            window(members, table.id);
        });
        {
            Parent inside(*this, table.id);
            put_rows(inside, table);
        }
        if (table.rows.empty() && !table.empty.empty()) {
            put(parent, Prose{table.id + "/empty", ProseStyle::Muted, {Span{table.empty, SpanStyle::Plain, {}}}});
        }
        if (table.add) put(parent, *table.add);
    }

    // From left to right: the column of row headings, those of the table, the one of row actions.
    struct Column {
        std::string name;      // of its cells within a row
        PlaceId header;
        const char* kind;      // of its header cell
        std::string_view text, help;
        const char* style;
        Rect rect;             // of its header cell
        bool placed = false;
    };

    std::vector<Column> columns_of(const Table& table) const {
        const auto& rows = table.rows;
        const bool headings = !table.row_heading.empty() || std::any_of(rows.begin(), rows.end(), [](const Row& row) { return !row.heading.empty(); });
        const bool actions = std::any_of(rows.begin(), rows.end(), [](const Row& row) { return !row.actions.empty(); });
        std::vector<Column> columns;
        if (headings) {
            columns.push_back({"!heading", column_place(table.id, "!heading"), table.row_heading.empty() ? "cell" : "columnheader",
                               table.row_heading, "", "", {}, false});
        }
        for (const sheets::Column& column : table.columns) {
            columns.push_back({column.id, column_place(table.id, column.id), "columnheader", column.label, column.help,
                               column.numeric ? "number" : "", {}, false});
        }
        if (actions) columns.push_back({"!actions", column_place(table.id, "!actions"), "cell", "", "", "", {}, false});
        place_columns(table, columns);
        return columns;
    }

    // The drawing places the table's own columns; headings are left of them and actions right.
    void place_columns(const Table& table, std::vector<Column>& columns) const {
        const Rect* first = nullptr;
        const Rect* last = nullptr;
        for (Column& column : columns) {
            const Rect* rect = find(m_placement.places, column.header);
            if (rect == nullptr) continue;
            column.rect = *rect;
            column.placed = true;
            if (first == nullptr) first = rect;
            last = rect;
        }
        if (first == nullptr) return;
        const Rect* content = find(m_placement.contents, table.id);   // a table that scrolls starts at 0
        const Rect* whole = find(m_placement.places, table.id);
        const float left = content || !whole ? 0 : whole->x;
        const float right = content ? content->width : whole ? whole->x + whole->width : last->x + last->width;
        const float last_edge = last->x + last->width;
        for (Column& column : columns) {
            if (column.placed) continue;
            column.placed = true;
            if (&column == &columns.front()) column.rect = {left, first->y, first->x - left, first->height};
            else column.rect = {last_edge, last->y, right - last_edge, last->height};
        }
    }

    static void put_rect(Members& members, const Rect& rect) { members.numbers("r", {rect.x, rect.y, rect.width, rect.height}); }

    void put_rows(Parent& inside, const Table& table) {
        const std::vector<Column> columns = columns_of(table);
        if (!columns.empty()) {
            const PlaceId head = column_place(table.id, "!head");
            node(inside, head, "row", [&](Members& members) {
                members.text("s", "head");
                const Rect& a = columns.front().rect;
                const Rect& b = columns.back().rect;
                if (columns.front().placed) put_rect(members, {a.x, a.y, b.x + b.width - a.x, a.height});
            });
            Parent cells(*this, head);
            for (const Column& column : columns) {
                node(cells, column.header, column.kind, [&](Members& members) {
                    members.text("t", column.text);
                    members.text("d", column.help);
                    members.text("s", column.style);
                    if (column.placed) put_rect(members, column.rect);
                });
            }
        }
        for (const Row& row : table.rows) put_row(inside, row, columns);
    }

    void put_row(Parent& inside, const Row& row, const std::vector<Column>& columns) {
        node(inside, row.id, "row", [&](Members& members) { place(members, row.id); });
        const Rect* across = find(m_placement.places, row.id);
        Parent cells(*this, row.id);
        std::size_t next = 0;   // of row.cells
        for (const Column& column : columns) {
            const PlaceId id = row.id + "/" + column.name;
            const bool heading = column.name == "!heading";
            node(cells, id, heading ? "rowheader" : "cell", [&](Members& members) {
                if (heading) members.text("t", row.heading);
                members.text("s", column.style);
                if (across && column.placed) put_rect(members, {column.rect.x, across->y, column.rect.width, across->height});
            });
            if (heading) continue;
            Parent inside_cell(*this, id);
            if (column.name == "!actions") {
                for (const Action& action : row.actions) put(inside_cell, action);
            } else if (next < row.cells.size()) {
                std::visit([&](const auto& content) { put(inside_cell, content); }, row.cells[next++]);
            }
        }
    }

    std::unordered_map<PlaceId, MirrorNode>& m_nodes;
    const unsigned m_generation;
    const Placement& m_placement;
    std::string m_scratch;
};

bool same(const Placement& a, const Placement& b) {
    return a.places == b.places && a.windows == b.windows && a.contents == b.contents;
}

// Ids that this generation has not seen, as a JSON list; they are forgotten.
std::string take_removed(std::unordered_map<PlaceId, MirrorNode>& nodes, unsigned generation) {
    std::vector<PlaceId> removed;
    for (auto node = nodes.begin(); node != nodes.end();) {
        if (node->second.generation == generation) {
            ++node;
            continue;
        }
        removed.push_back(node->first);
        node = nodes.erase(node);
    }
    std::sort(removed.begin(), removed.end());
    std::string list;
    for (const PlaceId& id : removed) {
        if (!list.empty()) list += ',';
        append_quoted(list, id);
    }
    return list;
}

}  // namespace

PlaceId column_place(const PlaceId& table, const std::string& column) { return table + "/" + column; }

std::string Mirror::update(const Screen& screen, const Placement& placement) {
    if (m_generation != 0 && screen == m_screen && same(placement, m_placement)) return "";
    ++m_generation;

    Walk walk(m_nodes, m_generation, placement);
    walk.walk(screen.regions);
    const std::string removed = walk.seen == m_nodes.size() ? "" : take_removed(m_nodes, m_generation);

    std::string message;
    Members members(message);
    if (screen.title != m_screen.title) members.always("title", screen.title);
    if (screen.sheet != m_screen.sheet) members.always("sheet", screen.sheet);
    if (screen.announcement != m_screen.announcement) members.text("say", screen.announcement);
    if (screen.focus_request != m_screen.focus_request) members.text("focus", screen.focus_request);
    if (!removed.empty()) members.raw("remove") += "[" + removed + "]";
    if (!walk.changed_nodes.empty()) members.raw("nodes") += "[" + walk.changed_nodes + "]";
    if (!walk.changed_order.empty()) members.raw("order") += "{" + walk.changed_order + "}";

    m_screen = screen;
    m_placement = placement;
    if (message.empty()) return "";
    message[0] = '{';   // in place of the first comma
    message += '}';
    return message;
}

}  // namespace handfast::sheets
