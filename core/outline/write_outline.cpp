// Writes an outline as Markdown, as plain text, and as one HTML file that prints.
#include "core/outline/outline.h"

#include "core/base/text.h"

#include <cstdio>

namespace handfast {

namespace {

std::string version_of(const OutlineStamp& stamp) {
    char text[24];
    std::snprintf(text, sizeof text, "v%02d", stamp.edition);
    return text;
}

std::string sources_of(const OutlineClause& clause, const Outline& outline) {
    std::vector<std::string> names;
    for (const QuestionId& source : clause.sources) {
        const auto name = outline.source_names.find(source);
        if (name != outline.source_names.end()) names.push_back(name->second);
    }
    return join(names, "; ");
}

std::string plain(const OutlineText& text) {
    std::string words;
    for (const OutlineSpan& span : text) words += span.text;
    return words;
}

// ------------------------------------------------------------------ Markdown

// Characters that would start markup are escaped; a line break within an answer stays within its paragraph.
std::string markdown_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>#|&~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string markdown_spans(const OutlineText& text) {
    std::string out;
    for (const OutlineSpan& span : text) {
        const std::string words = markdown_text(span.text);
        out += span.kind == OutlineSpanKind::Missing ? "**" + words + "**" : words;
    }
    return out;
}

// What stands at the start of a line, and would make it an entry of a list or a rule there.
std::string markdown_line(std::string line) {
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (line.empty() || digits == std::string::npos) return line;
    const bool mark = std::string_view("-+=").find(line[0]) != std::string_view::npos;
    const bool number = digits > 0 && (line[digits] == '.' || line[digits] == ')');
    if (mark || number) line.insert(digits, "\\");
    return line;
}

struct MarkdownPart {
    std::string& out;

    void operator()(const OutlineParagraph& part) const { out += markdown_line(markdown_spans(part.text)) + "\n\n"; }
    void operator()(const OutlineList& part) const {
        if (!part.lead.empty()) out += markdown_line(markdown_spans(part.lead)) + "\n\n";
        for (const OutlineText& item : part.items) out += "- " + markdown_line(markdown_spans(item)) + "\n";
        out += "\n";
    }
    void operator()(const OutlineTable& part) const {
        if (!part.lead.empty()) out += markdown_line(markdown_spans(part.lead)) + "\n\n";
        const auto line = [&](const std::vector<std::string>& cells) {
            out += "|";
            for (const std::string& cell : cells) out += " " + markdown_text(cell) + " |";
            out += "\n";
        };
        line(part.headings);
        out += "|";
        for (std::size_t i = 0; i < part.headings.size(); ++i) out += "---|";
        out += "\n";
        for (const auto& row : part.rows) line(row);
        out += "\n";
    }
};

// ------------------------------------------------------------------ HTML

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '`': out += "&#96;"; break;
            case '\n': out += "<br>"; break;
            default: out += c;
        }
    }
    return out;
}

std::string html_spans(const OutlineText& text) {
    std::string out;
    for (const OutlineSpan& span : text) {
        const std::string words = html_text(span.text);
        out += span.kind == OutlineSpanKind::Missing ? "<mark>" + words + "</mark>" : words;
    }
    return out;
}

struct HtmlPart {
    std::string& out;
    const std::string& number;   // "4.2"

    void operator()(const OutlineParagraph& part) const { paragraph(part.text); }
    void operator()(const OutlineList& part) const {
        paragraph(part.lead);
        out += "<ul>\n";
        for (const OutlineText& item : part.items) out += "<li>" + html_spans(item) + "</li>\n";
        out += "</ul>\n";
    }
    void operator()(const OutlineTable& part) const {
        paragraph(part.lead);
        out += "<table>\n<thead><tr>";
        for (const std::string& heading : part.headings) out += "<th scope=\"col\">" + html_text(heading) + "</th>";
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& row : part.rows) {
            out += "<tr>";
            for (const std::string& cell : row) out += "<td>" + html_text(cell) + "</td>";
            out += "</tr>\n";
        }
        out += "</tbody>\n</table>\n";
    }

private:
    void paragraph(const OutlineText& text) const {
        if (!text.empty()) out += "<p><span class=\"number\">" + number + "</span> " + html_spans(text) + "</p>\n";
    }
};

// Fixed, so that the page's content policy can name its hash. tests/core/outline_test.cpp
// recomputes it and fails when the two differ; the value it prints goes into style_hash.
constexpr std::string_view style =
    ":root{color-scheme:light}"
    "body{margin:0 auto;max-width:46rem;padding:2.5rem 1.5rem;font:15px/1.55 Georgia,\"Times New Roman\",serif;color:#1b232b;background:#fff}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}"
    "h2{font-size:1.15rem;margin:2rem 0 .5rem;break-after:avoid}"
    "p{margin:.5rem 0}"
    ".meta,.sources,.number,.notice{font-family:system-ui,\"Segoe UI\",Roboto,sans-serif}"
    ".meta{color:#5b6670;font-size:.85rem}"
    ".notice{border-left:3px solid #0b6b5d;padding:.4rem .8rem;background:#f2f7f6;font-size:.85rem}"
    ".number{color:#5b6670;font-size:.8rem;margin-right:.35rem}"
    ".sources{color:#5b6670;font-size:.75rem}"
    "mark{background:#fff3d6;color:#7a4700;padding:0 .1em}"
    "table{border-collapse:collapse;width:100%;margin:.6rem 0;font:13px/1.4 system-ui,\"Segoe UI\",Roboto,sans-serif}"
    "th,td{border-bottom:1px solid #d8d5ce;text-align:left;vertical-align:top;padding:.35rem .5rem .35rem 0;overflow-wrap:break-word}"
    "p:has(+table),p:has(+ul){break-after:avoid}"
    "th{font-weight:600;border-bottom-color:#5b6670}"
    "thead{display:table-header-group}tr,li{break-inside:avoid}"
    ".running{display:none}"
    "@page{margin:22mm 18mm 20mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:9pt system-ui,sans-serif;color:#5b6670}}"
    "@media print{body{padding:0;max-width:none;font-size:10.5pt}.running{display:block;font:8.5pt system-ui,sans-serif;color:#5b6670;"
    "border-bottom:1px solid #d8d5ce;margin-bottom:6mm;padding-bottom:2mm}.notice,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
    ".sheet{border-collapse:collapse;width:100%;margin:0;font:inherit}.sheet>thead>tr>td,.sheet>tbody>tr>td{border:0;padding:0}";
constexpr std::string_view style_hash = "sha256-djFSAW1/MxxppM3d/rs6sUbpo9OfK+K6vRZJCH1jP2U=";

}  // namespace

std::string write_outline_markdown(const Outline& outline, const OutlineStamp& stamp) {
    std::string out = "# " + markdown_text(outline.title) + "\n\n";
    out += "Term outline between " + markdown_text(outline.parties) + " · " + stamp.date + " · " + version_of(stamp) + "\n\n";
    out += "> " + std::string(non_binding_notice) + "\n\n";
    if (outline.sample != SampleKind::None) out += "> " + std::string(sample_notice(outline.sample)) + "\n\n";
    if (!outline.summary.empty()) out += markdown_line(markdown_text(outline.summary)) + "\n\n";
    for (const OutlineClause& clause : outline.clauses) {
        out += "## " + clause.number + ". " + markdown_text(clause.title) + "\n\n";
        for (const OutlinePart& part : clause.parts) std::visit(MarkdownPart{out}, part);
        if (!clause.sources.empty()) out += "*From " + markdown_text(sources_of(clause, outline)) + "*\n\n";
    }
    return out;
}

std::string write_outline_text(const Outline& outline, const OutlineStamp& stamp) {
    std::string out = outline.title + "\nTerm outline between " + outline.parties + ", " + stamp.date + ", " + version_of(stamp) + "\n";
    out += std::string(non_binding_notice) + "\n";
    if (outline.sample != SampleKind::None) out += std::string(sample_notice(outline.sample)) + "\n";
    if (!outline.summary.empty()) out += "\n" + outline.summary + "\n";
    for (const OutlineClause& clause : outline.clauses) {
        out += "\n" + clause.number + ". " + clause.title + "\n";
        for (const OutlinePart& part : clause.parts) {
            if (const auto* paragraph = std::get_if<OutlineParagraph>(&part)) out += plain(paragraph->text) + "\n";
            if (const auto* list = std::get_if<OutlineList>(&part)) {
                if (!list->lead.empty()) out += plain(list->lead) + "\n";
                for (const OutlineText& item : list->items) out += "  - " + plain(item) + "\n";
            }
            if (const auto* table = std::get_if<OutlineTable>(&part)) {
                if (!table->lead.empty()) out += plain(table->lead) + "\n";
                out += "  " + join(table->headings, "\t") + "\n";
                for (const auto& row : table->rows) out += "  " + join(row, "\t") + "\n";
            }
        }
        if (!clause.sources.empty()) out += "  (From " + sources_of(clause, outline) + ")\n";
    }
    return out;
}

std::string write_outline_html(const Outline& outline, const OutlineStamp& stamp) {
    const std::string title = html_text(outline.title);
    const std::string meta = "Term outline between " + html_text(outline.parties) + " · " + html_text(stamp.date) + " · " + version_of(stamp);
    std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
                      std::string(style_hash) + "'; base-uri 'none'; form-action 'none'\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title +
                      " – non-binding outline</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
    // The head of this one-column table is what print repeats on every page.
    out += "<table class=\"sheet\" role=\"presentation\"><thead><tr><td><div class=\"running\">" + title + " · " + html_text(stamp.date) + " · " +
           version_of(stamp) + " · non-binding outline</div></td></tr></thead><tbody><tr><td>\n<main>\n";
    out += "<h1>" + title + "</h1>\n<p class=\"meta\">" + meta + "</p>\n<p class=\"notice\">" + html_text(non_binding_notice) + "</p>\n";
    if (outline.sample != SampleKind::None) out += "<p class=\"notice\">" + html_text(sample_notice(outline.sample)) + "</p>\n";
    if (!outline.summary.empty()) out += "<p>" + html_text(outline.summary) + "</p>\n";
    for (const OutlineClause& clause : outline.clauses) {
        out += "<section>\n<h2>" + clause.number + ". " + html_text(clause.title) + "</h2>\n";
        int place = 0;
        for (const OutlinePart& part : clause.parts) {
            const std::string number = clause.number + "." + std::to_string(++place);
            std::visit(HtmlPart{out, number}, part);
        }
        if (!clause.sources.empty()) out += "<p class=\"sources\">From " + html_text(sources_of(clause, outline)) + "</p>\n";
        out += "</section>\n";
    }
    out += "</main>\n</td></tr></tbody></table>\n</body>\n</html>\n";
    return out;
}

}  // namespace handfast
