// The term outline as a document, and single clauses of it for the side panel.
#include "shell/sheets/make.h"
#include "shell/sheets/parts.h"

namespace handfast::sheets {

namespace {

std::vector<Span> spans_of(const OutlineText& text) {
    std::vector<Span> spans;
    for (const OutlineSpan& piece : text) {
        const SpanStyle style = piece.kind == OutlineSpanKind::Missing  ? SpanStyle::Missing
                                : piece.kind == OutlineSpanKind::Answer ? SpanStyle::Answer
                                                                        : SpanStyle::Plain;
        const bool leads = piece.kind == OutlineSpanKind::Missing && !piece.source.empty();
        spans.push_back({piece.text, style, leads ? question_place(piece.source) : ""});
    }
    return spans;
}

// Blocks of one part; `place` is unique for it.
struct PartBlocks {
    std::vector<Block>& out;
    PlaceId place;
    std::string number;

    void paragraph(const OutlineText& text) const {
        if (text.empty()) return;
        std::vector<Span> spans = spans_of(text);
        spans.insert(spans.begin(), {number + " ", SpanStyle::Muted, {}});
        out.push_back({Prose{place, ProseStyle::Body, std::move(spans)}});
    }
    void operator()(const OutlineParagraph& part) const { paragraph(part.text); }
    void operator()(const OutlineList& part) const {
        paragraph(part.lead);
        for (std::size_t i = 0; i < part.items.size(); ++i) {
            std::vector<Span> spans = spans_of(part.items[i]);
            spans.insert(spans.begin(), {"– ", SpanStyle::Muted, {}});
            out.push_back({Prose{place + "." + std::to_string(i), ProseStyle::Body, std::move(spans)}});
        }
    }
    void operator()(const OutlineTable& part) const {
        paragraph(part.lead);
        Table table;
        table.id = place + ".table";
        table.caption = part.source.text;
        for (std::size_t i = 0; i < part.headings.size(); ++i) table.columns.push_back({std::to_string(i), part.headings[i], "", 1, false});
        for (std::size_t r = 0; r < part.rows.size(); ++r) {
            Row row;
            row.id = table.id + "." + std::to_string(r);
            for (std::size_t c = 0; c < part.rows[r].size(); ++c) {
                row.cells.push_back(Prose{row.id + "." + std::to_string(c), ProseStyle::Body, {Span{part.rows[r][c], SpanStyle::Plain, {}}}});
            }
            table.rows.push_back(std::move(row));
        }
        out.push_back({std::move(table)});
    }
};

}  // namespace

std::vector<Block> clause_blocks(const OutlineClause& clause, const Outline& outline, const PlaceId& prefix, int heading_level) {
    std::vector<Block> blocks;
    const PlaceId place = prefix + clause.id.text;
    blocks.push_back(heading(place, heading_level, clause.title, clause.number));
    for (std::size_t i = 0; i < clause.parts.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        std::visit(PartBlocks{blocks, place + "." + number, clause.number + "." + number}, clause.parts[i]);
    }
    if (!clause.sources.empty()) {
        Prose from{place + ".sources", ProseStyle::Muted, {Span{tr("From") + " ", SpanStyle::Muted, {}}}};
        for (std::size_t i = 0; i < clause.sources.size(); ++i) {
            if (i > 0) from.spans.push_back({"; ", SpanStyle::Muted, {}});
            from.spans.push_back({outline.source_names.at(clause.sources[i]), SpanStyle::Muted, question_place(clause.sources[i])});
        }
        blocks.push_back({std::move(from)});
    }
    return blocks;
}

std::vector<Block> build_outline_sheet(const Workspace& workspace) {
    const Outline& outline = workspace.outline();
    std::vector<Block> blocks;
    blocks.push_back(group("outline.tools", GroupShape::Line,
                           {{action("outline.html", tr("Download as a page"), deed(Deed::ExportHtml), ActionStyle::Primary, Icon::Save)},
                            {action("outline.markdown", tr("Download as Markdown"), deed(Deed::ExportMarkdown))},
                            {action("outline.print", tr("Print"), deed(Deed::PrintOutline))},
                            {action("outline.copy", tr("Copy"), deed(Deed::CopyOutline))}},
                           tr("Take the outline with you")));
    blocks.push_back(heading("sheet.title", 1, outline.title));
    blocks.push_back(prose("outline.parties", fill(tr("Term outline between %1"), {outline.parties}), ProseStyle::Lead));
    blocks.push_back(prose("outline.notice", std::string(non_binding_notice), ProseStyle::Note));
    if (outline.sample != SampleKind::None) blocks.push_back(prose("outline.sample", std::string(sample_notice(outline.sample)), ProseStyle::Note));
    if (!outline.summary.empty()) blocks.push_back(prose("outline.summary", outline.summary));
    for (const OutlineClause& clause : outline.clauses) {
        blocks.push_back(group("outline.section." + clause.id.text, GroupShape::Stack, clause_blocks(clause, outline, "outline.", 2), clause.title));
    }
    return blocks;
}

}  // namespace handfast::sheets
