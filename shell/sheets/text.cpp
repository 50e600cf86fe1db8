#include "shell/sheets/text.h"

namespace handfast::sheets {

namespace {

class TextWriter {
public:
    void blocks(const std::vector<Block>& list) {
        for (const Block& block : list) std::visit(*this, block.content);
    }

    void operator()(const Heading& heading) { line(std::string(static_cast<std::size_t>(heading.level), '#') + " " + (heading.number.empty() ? "" : heading.number + " ") + heading.text); }
    void operator()(const Prose& prose) { line(style_mark(prose.style) + words(prose)); }
    void operator()(const Field& field) { line(field_text(field)); }
    void operator()(const Choice& choice) {
        if (choice.shape == ChoiceShape::Menu) {
            line(menu_text(choice));
            return;
        }
        line(choice.label + ":" + note(choice.error, choice.help));
        for (const Option& option : choice.options) {
            std::string mark = option.chosen ? "(x) " : "( ) ";
            if (choice.shape == ChoiceShape::Ranking) mark = option.rank > 0 ? std::to_string(option.rank) + ". " : "-  ";
            line("  " + mark + option.label);
        }
    }
    void operator()(const Action& action) { line(button(action)); }
    void operator()(const Meter& meter) { line("[meter] " + meter.label); }
    void operator()(const Spring&) {}
    void operator()(const Rule&) { line("---"); }
    void operator()(const Group& group) {
        if (group.shape == GroupShape::Line || group.shape == GroupShape::Banner) {
            blocks(group.blocks);
            return;
        }
        line("{ " + group.label + (group.current ? " (current)" : ""));
        ++m_depth;
        blocks(group.blocks);
        --m_depth;
        line("}");
    }
    void operator()(const Table& table) {
        std::string head = "| " + (table.row_heading.empty() ? "" : table.row_heading + " | ");
        for (const Column& column : table.columns) head += column.label + " | ";
        line("[table] " + table.caption);
        line(head);
        for (const Row& row : table.rows) {
            std::string text = "| " + (row.heading.empty() ? "" : row.heading + (row.detail.empty() ? "" : " (" + row.detail + ")") + " | ");
            for (const auto& cell : row.cells) {
                text += std::visit([&](const auto& content) { return cell_text(content); }, cell) + " | ";
            }
            for (const Action& action : row.actions) text += " " + button(action);
            line(text);
        }
        if (table.rows.empty()) line(table.empty);
        if (table.add) line(button(*table.add));
    }

    std::string take() { return std::move(m_out); }

private:
    void line(const std::string& text) { m_out += std::string(m_depth * 2, ' ') + text + "\n"; }

    static std::string words(const Prose& prose) {
        std::string text;
        for (const Span& span : prose.spans) text += span.text;
        return text;
    }
    static std::string style_mark(ProseStyle style) {
        switch (style) {
            case ProseStyle::Note: return "note: ";
            case ProseStyle::Error: return "error: ";
            case ProseStyle::Good: return "good: ";
            case ProseStyle::Body:
            case ProseStyle::Lead:
            case ProseStyle::Muted: return "";
        }
        return "";
    }
    static std::string note(const std::string& error, const std::string& help) {
        if (!error.empty()) return "  !! " + error;
        return help.empty() ? "" : "  (" + help + ")";
    }
    static std::string field_text(const Field& field) {
        return field.label + ": [" + field.text + "]" + (field.unit.empty() ? "" : " " + field.unit) + note(field.error, field.help);
    }
    static std::string menu_text(const Choice& choice) { return choice.label + ": <" + chosen(choice) + ">" + note(choice.error, choice.help); }
    static std::string chosen(const Choice& choice) {
        std::string text;
        for (const Option& option : choice.options) {
            if (option.chosen) text += (text.empty() ? "" : ", ") + option.label;
        }
        return text;
    }
    static std::string cell_text(const Prose& prose) { return words(prose); }
    static std::string cell_text(const Field& field) { return "[" + field.text + "]" + (field.error.empty() ? "" : " !! " + field.error); }
    static std::string cell_text(const Choice& choice) { return "<" + chosen(choice) + ">" + (choice.error.empty() ? "" : " !! " + choice.error); }
    static std::string button(const Action& action) {
        std::string text = "[" + action.label + "]";
        if (!action.badge.empty()) text += " " + action.badge;
        if (!action.detail.empty()) text += " – " + action.detail;
        if (action.current) text += " *";
        if (!action.enabled) text += " (off)";
        return text;
    }

    std::string m_out;
    std::size_t m_depth = 0;
};

}  // namespace

std::string write_text(const Region& region) {
    TextWriter writer;
    writer.blocks(region.blocks);
    return "== " + region.label + " ==\n" + writer.take();
}

std::string write_text(const Screen& screen) {
    std::string text = screen.title + "\n";
    for (const Region& region : screen.regions) text += "\n" + write_text(region);
    return text;
}

}  // namespace handfast::sheets
