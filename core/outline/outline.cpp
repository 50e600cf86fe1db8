#include "core/outline/outline.h"

#include "core/base/text.h"

namespace handfast {

namespace {

// Turns the parts of one clause into outline parts, counting gaps and noting sources.
class ClauseBuilder {
public:
    ClauseBuilder(const Design& design, const Assets& assets, OutlineClause& out) : m_design(design), m_assets(assets), m_out(out) {}

    void add(const ClausePart& part) {
        if (!holds(part.when, m_design) || !applies(part)) return;
        std::vector<QuestionId> asked;   // the answers that brought the part here are sources too
        collect_questions(part.when, asked);
        for (const QuestionId& id : asked) note_source(id);
        if (!part.text.empty()) {
            m_out.parts.push_back(OutlineParagraph{text(part.text)});
        } else if (!part.list.empty()) {
            add_list(part);
        } else {
            add_table(part);
        }
    }

private:
    // A part about a question that does not apply is left out, whatever was answered before.
    bool applies(const ClausePart& part) const {
        for (const QuestionId& id : questions_of(part)) {
            const Question* question = m_assets.find_question(id);
            if (question != nullptr && !holds(question->when, m_design)) return false;
        }
        return true;
    }

    struct Given {
        const Question* question = nullptr;
        const Value* value = nullptr;   // null while missing
    };

    void note_source(const QuestionId& id) {
        if (std::find(m_out.sources.begin(), m_out.sources.end(), id) == m_out.sources.end()) m_out.sources.push_back(id);
    }

    // The answer to a question that applies and has a value; notes it as a source.
    Given given(const QuestionId& id) {
        Given result;
        result.question = m_assets.find_question(id);
        HF_REQUIRE(result.question != nullptr);   // parse_assets checked it
        note_source(id);
        const Answer& answer = answer_of(m_design, id);
        if (answer.reply == Reply::Value && answer.agreed && !is_empty(*answer.agreed)) result.value = &*answer.agreed;
        return result;
    }

    OutlineSpan missing(const Question& question) {
        ++m_out.missing;
        return {OutlineSpanKind::Missing, "[to be agreed: " + question.title + "]", question.id};
    }

    // "not applicable" and "not known yet" are answers of a kind, and read as such.
    std::optional<OutlineSpan> stated(const Question& question) const {
        const Answer& answer = answer_of(m_design, question.id);
        if (answer.reply != Reply::NotApplicable) return std::nullopt;
        const std::string because = is_blank(answer.because) ? "" : ": " + std::string(trimmed(answer.because));
        return OutlineSpan{OutlineSpanKind::Answer, "[not applicable" + because + "]", question.id};
    }

    OutlineSpan gap(const Question& question) {
        if (auto span = stated(question)) return *span;
        return missing(question);
    }

    OutlineText text(const std::string& source) {
        OutlineText spans;
        for_each_piece(source, [&](std::string_view words) { append(spans, {OutlineSpanKind::Words, std::string(words), {}}); },
                       [&](const Placeholder& hole) { append(spans, fill(hole)); });
        return spans;
    }

    static void append(OutlineText& spans, OutlineSpan span) {
        // An answer that ends in a full stop, before a text that begins with one: one of them is enough.
        if (!spans.empty() && !span.text.empty() && span.text[0] == '.' && !spans.back().text.empty() && spans.back().text.back() == '.') span.text.erase(0, 1);
        if (!span.text.empty()) spans.push_back(std::move(span));
    }

    OutlineSpan fill(const Placeholder& hole) {
        if (hole.name.find('.') == std::string::npos) return vocabulary(hole.name);
        const Given answer = given(QuestionId(hole.name));
        if (answer.value == nullptr) return gap(*answer.question);
        OutlineSpan span{OutlineSpanKind::Answer, "", answer.question->id};
        const Scalar* scalar = answer.value->scalar();
        const auto* choices = scalar == nullptr ? nullptr : std::get_if<std::vector<std::string>>(scalar);
        if (hole.view == "count") {
            const std::size_t count = choices != nullptr ? choices->size() : answer.value->rows() != nullptr ? answer.value->rows()->size() : 1;
            span.text = std::to_string(count);
        } else if (choices != nullptr && (hole.view == "first" || hole.view == "rest")) {
            const auto second = choices->begin() + 1;
            const std::vector<std::string> part = hole.view == "first" ? std::vector<std::string>{choices->front()} : std::vector<std::string>(second, choices->end());
            span.text = part.empty() ? "none" : cell_words(answer.question->answer.cell, part, m_design);
        } else {
            span.text = value_words(*answer.question, *answer.value, m_design);
        }
        return span;
    }

    OutlineSpan vocabulary(const std::string& word) {
        const auto names_of = [&](Source source) {
            std::vector<std::string> names;
            for (const Item& item : items_of(source, m_design)) names.push_back(item.label);
            return join_and(names);
        };
        const auto said = [&](std::string value, const char* what) {
            if (!value.empty()) return OutlineSpan{OutlineSpanKind::Answer, std::move(value), {}};
            ++m_out.missing;
            return OutlineSpan{OutlineSpanKind::Missing, "[to be agreed: " + std::string(what) + "]", {}};
        };
        if (word == "title") return said(design_title(m_design), "title");
        if (word == "parties") return said(names_of(Source::Parties), "parties");
        if (word == "party_count") return said(std::to_string(m_design.parties.size()), "parties");
        if (word == "currency") return said(m_design.profile.currency, "currency");
        if (word == "start_date") return said(m_design.profile.start_date ? shown_date(*m_design.profile.start_date) : "", "start date");
        if (word == "functions") return said(lowered_names(Source::Functions), "functions in scope");
        if (word == "products") return said(names_of(Source::Products), "products in scope");
        if (word == "regions") return said(names_of(Source::Regions), "regions in scope");
        HF_REQUIRE(false && "a word that parse_assets should have refused");
        return {};
    }

    std::string lowered_names(Source source) const {
        std::vector<std::string> names;
        for (const Item& item : items_of(source, m_design)) names.push_back(label_in_sentence(item.label));
        return join_and(names);
    }

    void add_list(const ClausePart& part) {
        const Given answer = given(part.list);
        OutlineList list;
        list.lead = text(part.lead);
        if (answer.value == nullptr) {
            list.items.push_back({gap(*answer.question)});
        } else if (const Rows* rows = answer.value->rows()) {
            const std::vector<Cell> columns = columns_of(answer.question->answer, m_design);
            for (const ValueRow& row : *rows) {
                list.items.push_back(item(part.item, *answer.question, [&](const std::string& word) {
                    for (const Cell& column : columns) {
                        const auto cell = row.cells.find(column.id);
                        if (column.id == word && cell != row.cells.end()) return cell_words(column, cell->second, m_design);
                    }
                    return std::string();
                }));
            }
        } else if (const PerParty* parties = answer.value->per_party()) {
            for (const Party& party : m_design.parties) {
                const auto entry = parties->find(party.id);
                if (entry == parties->end()) continue;
                list.items.push_back(item(part.item, *answer.question, [&](const std::string& word) {
                    return word == "party" ? party_name(m_design, party) : cell_words(answer.question->answer.cell, entry->second, m_design);
                }));
            }
        } else if (const Scalar* scalar = answer.value->scalar()) {
            const auto* choices = std::get_if<std::vector<std::string>>(scalar);
            for (const std::string& choice : choices != nullptr ? *choices : std::vector<std::string>{}) {
                list.items.push_back(item(part.item, *answer.question, [&](const std::string&) {
                    return cell_words(answer.question->answer.cell, std::vector<std::string>{choice}, m_design);
                }));
            }
        }
        m_out.parts.push_back(std::move(list));
    }

    // One line of a list; a column left empty shows as a gap of its own.
    template <class Word>
    OutlineText item(const std::string& source, const Question& question, const Word& word_of) {
        OutlineText spans;
        for_each_piece(source, [&](std::string_view words) { append(spans, {OutlineSpanKind::Words, std::string(words), {}}); },
                       [&](const Placeholder& hole) {
                           std::string word = word_of(hole.name);
                           if (word.empty()) {
                               ++m_out.missing;
                               append(spans, {OutlineSpanKind::Missing, "[to be agreed]", question.id});
                           } else {
                               append(spans, {OutlineSpanKind::Answer, std::move(word), question.id});
                           }
                       });
        return spans;
    }

    void add_table(const ClausePart& part) {
        const Given answer = given(part.table);
        const AnswerSpec& spec = answer.question->answer;
        OutlineTable table;
        table.lead = text(part.lead);
        table.source = part.table;
        if (answer.value == nullptr) {
            OutlineParagraph paragraph{table.lead};
            if (!paragraph.text.empty()) append(paragraph.text, {OutlineSpanKind::Words, " ", {}});
            paragraph.text.push_back(gap(*answer.question));
            m_out.parts.push_back(std::move(paragraph));
            return;
        }
        std::vector<Cell> columns;
        for (const Cell& column : columns_of(spec, m_design)) {
            const std::string base = column.id.substr(column.id.find('.') == std::string::npos ? 0 : column.id.find('.') + 1);
            if (part.columns.empty() || std::find(part.columns.begin(), part.columns.end(), base) != part.columns.end()) columns.push_back(column);
        }
        const auto add_row = [&](std::vector<std::string> row, const std::map<std::string, Scalar>& cells) {
            for (const Cell& column : columns) {
                const auto cell = cells.find(column.id);
                row.push_back(cell == cells.end() ? "" : cell_words(column, cell->second, m_design));
            }
            table.rows.push_back(std::move(row));
        };
        if (const Matrix* matrix = answer.value->matrix()) {
            table.headings.push_back(spec.row_name.empty() ? "" : spec.row_name);
            for (const Item& row : rows_of(spec, m_design)) {
                const auto cells = matrix->find(row.id);
                add_row({row.label}, cells == matrix->end() ? std::map<std::string, Scalar>{} : cells->second);
            }
        } else if (const Rows* rows = answer.value->rows()) {
            for (const ValueRow& row : *rows) add_row({}, row.cells);
        }
        for (const Cell& column : columns) table.headings.push_back(column.label);
        m_out.parts.push_back(std::move(table));
    }

    const Design& m_design;
    const Assets& m_assets;
    OutlineClause& m_out;
};

}  // namespace

Outline build_outline(const Design& design, const Assets& assets) {
    Outline outline;
    outline.title = design_title(design);
    std::vector<std::string> parties;
    for (const Party& party : design.parties) parties.push_back(party_name(design, party));
    outline.parties = join_and(parties);
    outline.summary = std::string(trimmed(design.profile.summary));
    outline.sample = design.profile.sample;
    for (const Clause& clause : assets.clauses()) {
        OutlineClause out;
        out.id = clause.id;
        out.title = clause.title;
        ClauseBuilder builder(design, assets, out);
        for (const ClausePart& part : clause.parts) builder.add(part);
        if (out.parts.empty()) continue;
        out.number = clause.number.substr(1);
        outline.missing += out.missing;
        for (const QuestionId& source : out.sources) {
            const Question* question = assets.find_question(source);
            outline.source_names[source] = question->number + " " + question->title;
        }
        outline.clauses.push_back(std::move(out));
    }
    return outline;
}

std::string_view sample_notice(SampleKind sample) {
    switch (sample) {
        case SampleKind::None: return "";
        case SampleKind::Invented: return "Invented rehearsal deal. The companies and figures do not exist.";
        case SampleKind::PublicFacts: return "Sample of a real deal, from public facts only. What is not public is left open; nothing here comes from the companies.";
    }
    return "";
}

}  // namespace handfast
