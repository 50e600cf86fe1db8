// The term outline: clauses filled with what the design says, as a value that is shown, exported and compared.
//
//     Outline outline = build_outline(design, assets);
//     std::string page = write_outline_html(outline, {"22 Nov 2026", 7});
//
// Every span says whether it is fixed text, an answer or a gap, and which
// question it came from, so that each sentence can be traced and each gap
// jumped to. To add a clause: a file in assets/clauses and nothing here.
#pragma once

#include "core/bank/answers.h"
#include "core/bank/assets.h"

namespace handfast {

enum class OutlineSpanKind { Words, Answer, Missing };

struct OutlineSpan {
    OutlineSpanKind kind = OutlineSpanKind::Words;
    std::string text;          // of Missing: the whole bracket, "[to be agreed: Horizon]"
    QuestionId source;         // of Answer and Missing
    bool operator==(const OutlineSpan&) const = default;
};
using OutlineText = std::vector<OutlineSpan>;

struct OutlineParagraph {
    OutlineText text;
    bool operator==(const OutlineParagraph&) const = default;
};

struct OutlineList {
    OutlineText lead;
    std::vector<OutlineText> items;
    bool operator==(const OutlineList&) const = default;
};

struct OutlineTable {
    OutlineText lead;
    QuestionId source;
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    bool operator==(const OutlineTable&) const = default;
};

using OutlinePart = std::variant<OutlineParagraph, OutlineList, OutlineTable>;

struct OutlineClause {
    ClauseId id;
    std::string number;                // "15" of T15, also where others are left out: sections refer to each other by it
    std::string title;
    std::vector<OutlinePart> parts;
    std::vector<QuestionId> sources;   // the questions it came from, answered or not
    int missing = 0;                   // gaps in it
    bool operator==(const OutlineClause&) const = default;
};

struct Outline {
    std::string title;
    std::string parties;
    std::string summary;
    SampleKind sample = SampleKind::None;
    std::vector<OutlineClause> clauses;
    std::map<QuestionId, std::string> source_names;   // "1.9 Horizon and end state"
    int missing = 0;
    bool operator==(const Outline&) const = default;
};

Outline build_outline(const Design& design, const Assets& assets);

// What an export carries besides.
struct OutlineStamp {
    std::string date;     // "22 Nov 2026"
    int edition = 0;      // shown as "v07"
};

inline constexpr std::string_view non_binding_notice =
    "Non-binding outline. It records what the parties discussed so that counsel can draft from it; it creates no obligation.";
std::string_view sample_notice(SampleKind sample);   // empty for designs of one's own

std::string write_outline_markdown(const Outline& outline, const OutlineStamp& stamp);
// One file with its own style and content policy; prints on A4 and Letter.
std::string write_outline_html(const Outline& outline, const OutlineStamp& stamp);
std::string write_outline_text(const Outline& outline, const OutlineStamp& stamp);

}  // namespace handfast
