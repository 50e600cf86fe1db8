// The term outline: what clauses say of a design, and how it is written for others.
#include "core/outline/outline.h"

#include "tests/support/assets.h"
#include "tests/support/expect.h"
#include "tests/support/sha256.h"

#include "core/base/text.h"

using namespace handfast;
using namespace handfast::test;

namespace {

const OutlineStamp stamp{"22 Nov 2026", 7};

Scalar list(std::vector<std::string> choices) { return choices; }

std::string plain(const OutlineText& text) {
    std::string words;
    for (const OutlineSpan& span : text) words += span.text;
    return words;
}

const OutlineClause& clause(const Outline& outline, const char* id) {
    for (const OutlineClause& one : outline.clauses) {
        if (one.id.text == id) return one;
    }
    FAIL("The outline has no clause " << id);
    return outline.clauses.front();
}

std::string paragraph(const Outline& outline, const char* id, std::size_t part) {
    const OutlineClause& in = clause(outline, id);
    REQUIRE(part < in.parts.size());
    const auto* found = std::get_if<OutlineParagraph>(&in.parts[part]);
    REQUIRE(found != nullptr);
    return plain(found->text);
}

template <class Part>
const Part& part_of(const Outline& outline, const char* id, std::size_t part) {
    const OutlineClause& in = clause(outline, id);
    REQUIRE(part < in.parts.size());
    const Part* found = std::get_if<Part>(&in.parts[part]);
    REQUIRE(found != nullptr);
    return *found;
}

std::vector<std::string> sources(const OutlineClause& of) {
    std::vector<std::string> ids;
    for (const QuestionId& id : of.sources) ids.push_back(id.text);
    return ids;
}

bool contains(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

Design answered_design() {
    Design design = small_design();
    design.profile.summary = " A plant for two. ";
    design.profile.start_date = Date{2027, 3, 31};
    const auto agree = [&](const char* id, Value value) { design.answers[QuestionId(id)].agreed = std::move(value); };
    agree("kinds.short_text", {Scalar("a battery plant")});
    agree("kinds.one_of", {Scalar("joint")});
    agree("kinds.several_of", {list({"a", "c"})});
    agree("kinds.ranking", {list({"b", "a", "c"})});
    agree("kinds.number", {Scalar(12.0)});
    agree("kinds.money", {Scalar(40.0)});
    agree("kinds.hidden", {Scalar("a casting vote")});
    agree("kinds.shares", {PerParty{{PartyId("p1"), 60.0}, {PartyId("p2"), 40.0}}});
    agree("kinds.records", {Rows{{"r1", {{"metric", "Cost"}, {"target", 74.0}, {"date", "2030-12-31"}, {"owner", "p1"}}, {}}, {"r2", {{"metric", "Yield"}}, {}}}});
    Value matrix;
    matrix.content.emplace<3>() = {{"p1", {{"seats", 3.0}, {"reason", "Pays more"}}}};
    agree("kinds.matrix", matrix);
    matrix.content.emplace<3>() = {{"pace", {{"p1.strength", 2.0}, {"p2.note", "not shown"}}}};
    agree("kinds.cross", matrix);
    return design;
}

// Texts that would break out of Markdown or HTML if they were not escaped.
constexpr std::string_view hostile = "<script>alert('x')</script> | a `b` *c* _d_ [e](http://f) & \"g\"\n# h\r\n- i\r1. j &lt; ~k~ \\";

Design hostile_design() {
    Design design = answered_design();
    design.profile.title = hostile;
    design.profile.summary = hostile;
    design.parties[0].name = hostile;
    design.parties[1].name = "1. - Party";
    for (const char* id : {"kinds.short_text", "kinds.hidden"}) design.answers[QuestionId(id)].agreed = Value{Scalar(std::string(hostile))};
    design.answers[QuestionId("kinds.number")].reply = Reply::NotApplicable;
    design.answers[QuestionId("kinds.number")].because = hostile;
    auto* rows = std::get_if<Rows>(&design.answers[QuestionId("kinds.records")].agreed->content);
    (*rows)[0].cells["metric"] = std::string(hostile);
    (*rows)[1].cells["metric"] = std::string("- dashed");
    return design;
}

// Every block of Markdown: what stands between empty lines.
std::vector<std::string> blocks_of(const std::string& markdown) {
    std::vector<std::string> blocks;
    for (const std::string& line : split(markdown, '\n')) {
        if (is_blank(line)) {
            blocks.emplace_back();
        } else {
            if (blocks.empty()) blocks.emplace_back();
            blocks.back() += line + "\n";
        }
    }
    std::erase_if(blocks, [](const std::string& block) { return block.empty(); });
    return blocks;
}

}  // namespace

TEST_CASE("What is not agreed shows in brackets with the question's title, and is counted") {
    const Outline outline = build_outline(small_design(), small_assets());
    CHECK(paragraph(outline, "sentences", 0) == "Nordwagen and Seoul Cell work on Cell plant: [to be agreed: Short text].");
    CHECK(paragraph(outline, "sentences", 2) == "First [to be agreed: Ranking], then [to be agreed: Ranking], of [to be agreed: Ranking].");
    CHECK(plain(part_of<OutlineList>(outline, "lists", 0).items[0]) == "[to be agreed: Records]");
    CHECK(paragraph(outline, "tables", 0) == "Figures: [to be agreed: Records]");
    CHECK(clause(outline, "lists").missing == 2);   // the count in its lead, and the entries
    CHECK(clause(outline, "tables").missing == 2);
    int missing = 0;
    for (const OutlineClause& one : outline.clauses) missing += one.missing;
    CHECK(outline.missing == missing);
    CHECK(clause(outline, "sentences").missing == 9);   // eight answers and the start date; the hidden question is not asked for
}

TEST_CASE("Answers take the place of brackets, and each span knows its question") {
    const Outline outline = build_outline(answered_design(), small_assets());
    CHECK(outline.missing == 2);   // in the list, the second metric has no date of review and no owner
    CHECK(paragraph(outline, "sentences", 1) == "Form: joint consent; chosen: alpha and gamma; for 12 months at EUR 40 million.");
    CHECK(paragraph(outline, "sentences", 2) == "First beta, then alpha and gamma, of 3.");
    CHECK(paragraph(outline, "sentences", 4) ==
          "2 parties, EUR, from 31 Mar 2027; purchasing and IT systems; LFP cells and Packs; Europe and Korea.");
    CHECK(paragraph(outline, "tenth", 0) == "Two or more goals.");
    const auto& first = part_of<OutlineParagraph>(outline, "sentences", 0).text;
    const auto answer = std::find_if(first.begin(), first.end(), [](const OutlineSpan& span) { return span.source == QuestionId("kinds.short_text"); });
    REQUIRE(answer != first.end());
    CHECK(answer->kind == OutlineSpanKind::Answer);
    CHECK(answer->text == "a battery plant");
}

TEST_CASE("Lists have a line an entry, and say what an entry lacks") {
    const Outline outline = build_outline(answered_design(), small_assets());
    const auto& records = part_of<OutlineList>(outline, "lists", 0);
    CHECK(plain(records.lead) == "The parties watch 2 figures:");
    REQUIRE(records.items.size() == 2);
    CHECK(plain(records.items[0]) == "Cost, reviewed at 74 days by Nordwagen");
    CHECK(plain(records.items[1]) == "Yield, reviewed at [to be agreed] by [to be agreed]");
    const auto& shares = part_of<OutlineList>(outline, "lists", 1);
    REQUIRE(shares.items.size() == 2);
    CHECK(plain(shares.items[0]) == "Nordwagen holds 60 %");
    CHECK(plain(shares.items[1]) == "Seoul Cell holds 40 %");
}

TEST_CASE("Tables have the columns they name, or all, and every row of the design") {
    const Outline outline = build_outline(answered_design(), small_assets());
    const auto& records = part_of<OutlineTable>(outline, "tables", 0);
    CHECK(records.headings == std::vector<std::string>{"Metric", "By"});
    CHECK(records.rows == std::vector<std::vector<std::string>>{{"Cost", "31 Dec 2030"}, {"Yield", ""}});
    CHECK(records.source == QuestionId("kinds.records"));
    const auto& matrix = part_of<OutlineTable>(outline, "tables", 1);
    CHECK(matrix.headings == std::vector<std::string>{"Party", "Seats", "Reason"});
    CHECK(matrix.rows == std::vector<std::vector<std::string>>{{"Nordwagen", "3", "Pays more"}, {"Seoul Cell", "", ""}});
    const auto& cross = part_of<OutlineTable>(outline, "tables", 2);
    CHECK(cross.headings == std::vector<std::string>{"", "Nordwagen: Strength", "Seoul Cell: Strength"});
    CHECK(cross.rows == std::vector<std::vector<std::string>>{{"Pace", "2", ""}, {"Rank", "", ""}});
}

TEST_CASE("Clauses keep their own numbers, in order, and one with no part that applies is left out") {
    const auto numbers = [](const Outline& outline) {
        std::vector<std::string> found;
        for (const OutlineClause& one : outline.clauses) found.push_back(one.number + " " + one.id.text);
        return found;
    };
    CHECK(numbers(build_outline(answered_design(), small_assets())) == std::vector<std::string>{"1 sentences", "2 lists", "3 tables", "10 tenth"});
    CHECK(numbers(build_outline(small_design(), small_assets())) == std::vector<std::string>{"1 sentences", "2 lists", "3 tables"});
}

TEST_CASE("A clause names every question it came from, answered or not") {
    const Outline outline = build_outline(small_design(), small_assets());
    CHECK(sources(clause(outline, "lists")) == std::vector<std::string>{"kinds.records"});
    CHECK(sources(clause(outline, "tables")) == std::vector<std::string>{"kinds.records", "kinds.matrix"});
    CHECK(outline.source_names.at(QuestionId("kinds.matrix")) == "1.14 Matrix");
    CHECK(sources(clause(build_outline(answered_design(), small_assets()), "tables")) ==
          std::vector<std::string>{"kinds.records", "kinds.matrix", "kinds.cross"});
}

TEST_CASE("What a hidden question was answered before is left out") {
    Design design = answered_design();
    CHECK(contains(write_outline_text(build_outline(design, small_assets()), stamp), "a casting vote"));
    design.answers[QuestionId("kinds.one_of")].agreed = Value{Scalar("eu")};
    const Outline outline = build_outline(design, small_assets());
    CHECK_FALSE(contains(write_outline_text(outline, stamp), "a casting vote"));
    const std::vector<std::string> from = sources(clause(outline, "sentences"));
    CHECK(std::find(from.begin(), from.end(), "kinds.hidden") == from.end());
}

TEST_CASE("Questions that do not apply say so with the reason, and those not known yet stay open") {
    Design design = answered_design();
    design.answers[QuestionId("kinds.number")].reply = Reply::NotApplicable;
    design.answers[QuestionId("kinds.number")].because = " No notice. ";
    design.answers[QuestionId("kinds.money")].reply = Reply::NotKnownYet;
    CHECK(paragraph(build_outline(design, small_assets()), "sentences", 1) ==
          "Form: joint consent; chosen: alpha and gamma; for [not applicable: No notice.] at [to be agreed: Money].");
}

TEST_CASE("A ranking of one has no others, and an answer's full stop is not doubled") {
    Design design = answered_design();
    design.answers[QuestionId("kinds.ranking")].agreed = Value{list({"b"})};
    design.answers[QuestionId("kinds.short_text")].agreed = Value{Scalar("a plant.")};
    const Outline outline = build_outline(design, small_assets());
    CHECK(paragraph(outline, "sentences", 2) == "First beta, then none, of 1.");
    CHECK(paragraph(outline, "sentences", 0) == "Nordwagen and Seoul Cell work on Cell plant: a plant.");
}

TEST_CASE("Every export carries the notice, the title, the date, the version and, of a sample, what it is") {
    Design design = answered_design();
    for (const SampleKind sample : {SampleKind::None, SampleKind::Invented, SampleKind::PublicFacts}) {
        design.profile.sample = sample;
        const Outline outline = build_outline(design, small_assets());
        for (const std::string& text : {write_outline_text(outline, stamp), write_outline_markdown(outline, stamp), write_outline_html(outline, stamp)}) {
            CHECK(contains(text, non_binding_notice));
            CHECK(contains(text, "Cell plant"));
            CHECK(contains(text, "Nordwagen and Seoul Cell"));
            CHECK(contains(text, "22 Nov 2026"));
            CHECK(contains(text, "v07"));
            CHECK(contains(text, "A plant for two."));
            CHECK(contains(text, "1.14 Matrix"));
            for (const SampleKind other : {SampleKind::Invented, SampleKind::PublicFacts}) CHECK(contains(text, sample_notice(other)) == (other == sample));
        }
    }
    CHECK(sample_notice(SampleKind::None).empty());
}

TEST_CASE("Markdown is written with headings, lists and tables, and gaps in bold") {
    const std::string markdown = write_outline_markdown(build_outline(answered_design(), small_assets()), stamp);
    CHECK(markdown.substr(0, 13) == "# Cell plant\n");
    CHECK(contains(markdown, "\n\n## 2. Lists\n\nThe parties watch 2 figures:\n\n- Cost, reviewed at 74 days by Nordwagen\n"));
    CHECK(contains(markdown, "- Yield, reviewed at **\\[to be agreed\\]** by **\\[to be agreed\\]**\n\n"));
    CHECK(contains(markdown, "\n\nFigures:\n\n| Metric | By |\n|---|---|\n| Cost | 31 Dec 2030 |\n| Yield |  |\n\n"));
    CHECK(contains(markdown, "*From 1.13 Records; 1.14 Matrix; 1.15 Cross*\n"));
}

TEST_CASE("Hostile text cannot start anything in Markdown") {
    const Outline outline = build_outline(hostile_design(), small_assets());
    const std::string markdown = write_outline_markdown(outline, stamp);
    INFO(markdown);
    CHECK(markdown.find('\r') == std::string::npos);
    const std::size_t blocks = blocks_of(markdown).size();
    CHECK(blocks == blocks_of(write_outline_markdown(build_outline(answered_design(), small_assets()), stamp)).size());   // none more than with harmless words

    // Every character that means something to Markdown, in hostile words, has a backslash before it.
    std::size_t unescaped = 0;
    for (const std::string_view what : {"<script", "</script", "`b", "*c", "_d", "[e", "](http", "&lt;", "& ", "~k", "| a"}) {
        for (std::size_t at = markdown.find(what); at != std::string::npos; at = markdown.find(what, at + 1)) {
            if (at == 0 || markdown[at - 1] != '\\') ++unescaped;
        }
    }
    CHECK(unescaped == 0);
    CHECK(contains(markdown, "\n- \\- dashed, reviewed at"));   // not a list within the list

    // A row of a table has as many cells as its head.
    for (const std::string& line : split(markdown, '\n')) {
        if (line.substr(0, 2) != "| ") continue;
        const std::string bare = replaced(replaced(line, "\\\\", ""), "\\|", "");
        CHECK((std::count(bare.begin(), bare.end(), '|') == 3 || std::count(bare.begin(), bare.end(), '|') == 4));
    }
}

TEST_CASE("A text that starts like a list, a heading or a number starts none in Markdown") {
    for (const char* start : {"- a", "+ a", "1. a", "23) a", "# a", "> a", "--- ", "=== ", "* a", "    a", "~~~", "```"}) {
        Design design = small_design();
        design.profile.summary = start;
        const std::string markdown = write_outline_markdown(build_outline(design, small_assets()), stamp);
        const std::string before = "> " + std::string(non_binding_notice) + "\n\n";
        const std::size_t at = markdown.find(before) + before.size();
        const std::string line = markdown.substr(at, markdown.find('\n', at) - at);
        INFO(line);
        const std::size_t mark = line.find('\\');
        CHECK(((mark != std::string::npos && mark <= 2) || line == "a"));
    }
}

TEST_CASE("Hostile text cannot open or close anything in HTML") {
    const Outline outline = build_outline(hostile_design(), small_assets());
    const std::string html = write_outline_html(outline, stamp);
    CHECK_FALSE(contains(html, "<script"));
    CHECK(contains(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; | a &#96;b&#96;"));
    CHECK(contains(html, "&amp;lt; ~k~"));   // what was typed as &lt; stays that
    // The tags are those that harmless words give, in number too, except for line breaks.
    const auto tags = [](const std::string& text) {
        std::map<std::string, int> count;
        for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
            const std::string tag = text.substr(at, text.find_first_of(" >", at) - at);
            if (tag != "<br" && tag != "<mark" && tag != "</mark") ++count[tag];
        }
        return count;
    };
    CHECK(tags(html) == tags(write_outline_html(build_outline(answered_design(), small_assets()), stamp)));
}

TEST_CASE("The HTML file allows its own style and nothing else") {
    const std::string html = write_outline_html(build_outline(small_design(), small_assets()), stamp);
    const std::size_t start = html.find("<style>") + 7, end = html.find("</style>");
    REQUIRE(end != std::string::npos);
    const std::string source = sha256_source(html.substr(start, end - start));
    INFO("Write this into style_hash of core/outline/write_outline.cpp: " << source);
    CHECK(contains(html, "content=\"default-src 'none'; style-src '" + source + "'; base-uri 'none'; form-action 'none'\""));
    CHECK(html.find("<style>", start) == std::string::npos);
    for (const char* loads : {"style=\"", "src=", "href=", "url(", "@import", "://"}) {
        INFO(loads);
        CHECK_FALSE(contains(html, loads));
    }
    CHECK(html.substr(0, 15) == "<!doctype html>");
    CHECK(contains(html, "<title>Cell plant"));
}

TEST_CASE("SHA-256 gives the published digests") {   // FIPS 180-4 examples, as base64
    CHECK(sha256_source("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(sha256_source("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK(sha256_source("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
    const auto million = sha256(std::string(1000000, 'a'));
    CHECK(million[0] == 0xcd);
    CHECK(million[31] == 0xd0);
}
