#include "shell/draw/typesetter.h"

#include "shell/draw/line_breaks.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace handfast::draw {

namespace {
constexpr char32_t near_end = 0x500;
constexpr float rounding = 0.01f;   // a line exactly as wide as its text must not break
constexpr float endless = 1e9f;

// Eight bytes a step: texts are hashed far more often than they are set.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 29);
}

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
    hash = mixed(hash, text.size());
    std::uint64_t word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
        std::memcpy(&word, text.data(), sizeof word);
        hash = mixed(hash, word);
    }
    word = 0;
    std::memcpy(&word, text.data(), text.size());
    return mixed(hash, word);
}

std::uint64_t bits(float value) {
    std::uint32_t pattern = 0;
    std::memcpy(&pattern, &value, sizeof pattern);
    return pattern;
}
}  // namespace

void Typesetter::prepare(float density, float text_scale) {
    // Once most of what is kept was not needed last time, that goes.
    if (m_kept.size() > 2 * static_cast<std::size_t>(m_used) + 500) {
        for (auto kept = m_kept.begin(); kept != m_kept.end();) {
            kept = kept->second.used_by == m_layout ? std::next(kept) : m_kept.erase(kept);
        }
    }
    ++m_layout;
    m_used = 0;
    if (density == m_density && text_scale == m_scale) return;
    m_density = density;
    m_scale = text_scale;
    forget();
}

void Typesetter::forget() {
    m_strikes.clear();
    m_kept.clear();
}

Typesetter::Strike& Typesetter::strike_of(const TypeStyle& style) {
    for (Strike& strike : m_strikes) {
        if (strike.size == style.size && strike.weight == style.weight) return strike;
    }
    m_strikes.push_back({style.size, style.weight, std::vector<float>(near_end, -1.0f), {}});
    return m_strikes.back();
}

float Typesetter::advance(Strike& strike, char32_t code_point) {
    float& known = code_point < near_end ? strike.near[code_point] : strike.far.try_emplace(code_point, -1.0f).first->second;
    if (known < 0) {
        const float pixels = strike.size * m_scale * m_density;
        known = is_invisible(code_point) ? 0.0f : std::max(0.0f, m_source.advance(code_point, strike.weight, pixels) / m_density);
    }
    return known;
}

float Typesetter::advance(char32_t code_point, const TypeStyle& style) { return advance(strike_of(style), code_point); }

float Typesetter::width(std::string_view text, const TypeStyle& style) {
    const Run run{text, style};
    return set(&run, 1, endless, no_limit).width;
}

void Typesetter::read_cells(const Run* runs, std::size_t count) {
    m_cells.clear();
    for (std::size_t run = 0; run < count; ++run) {
        const std::string_view text = runs[run].text;
        Strike& strike = strike_of(runs[run].style);
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const char32_t code_point = next_code_point(text, at);
            m_cells.push_back({code_point, static_cast<std::uint32_t>(run), static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(at), advance(strike, code_point)});
        }
    }
}

// Adds the line of cells [begin, end) as one fragment a run, without the spaces at its end.
void Typesetter::put_line(std::size_t begin, std::size_t end, const Run* runs, char32_t tail, Lines& out) {
    while (end > begin && (is_space(m_cells[end - 1].code_point) || m_cells[end - 1].code_point == U'\n')) --end;
    float x = 0;
    for (std::size_t i = begin; i < end;) {
        const Cell& first = m_cells[i];
        Fragment fragment{first.run, out.count, first.begin, first.end, x, 0, 0};
        for (; i < end && m_cells[i].run == first.run; ++i) {
            fragment.end = m_cells[i].end;
            x += m_cells[i].advance;
        }
        fragment.width = x - fragment.x;
        if (i == end && tail != 0) {
            fragment.tail = tail;
            const float extra = advance(tail, runs[fragment.run].style);
            fragment.width += extra;
            x += extra;
        }
        out.fragments.push_back(fragment);
    }
    if (begin == end && tail != 0 && !m_cells.empty()) {   // not even one character fits: only the tail
        const Cell& at = m_cells[std::min(begin, m_cells.size() - 1)];
        x = advance(tail, runs[at.run].style);
        out.fragments.push_back({at.run, out.count, at.begin, at.begin, 0, x, tail});
    }
    out.width = std::max(out.width, x);
    ++out.count;
}

const Lines& Typesetter::set(const Run* runs, std::size_t count, float most_width, std::uint32_t most_lines) {
    std::uint64_t key = mixed(most_lines, bits(most_width));
    for (std::size_t i = 0; i < count; ++i) {
        key = mixed(key, bits(runs[i].style.size) << 1 | (runs[i].style.weight == Weight::Strong ? 1u : 0u));
        key = mixed(key, runs[i].text);
    }
    Kept& kept = m_kept[key];
    if (kept.lines.count == 0) set_anew(runs, count, most_width, most_lines, kept.lines);
    if (kept.used_by != m_layout) ++m_used;
    kept.used_by = m_layout;
    return kept.lines;
}

void Typesetter::set_anew(const Run* runs, std::size_t count, float most_width, std::uint32_t most_lines, Lines& out) {
    read_cells(runs, count);
    const std::size_t size = m_cells.size();
    const float limit = most_width + rounding;

    // Most texts are one short line.
    float whole = 0;
    bool feeds = false;
    for (const Cell& cell : m_cells) {
        whole += cell.advance;
        feeds = feeds || cell.code_point == U'\n';
    }
    if (!feeds && whole <= limit) {
        put_line(0, size, runs, 0, out);
        return;
    }

    std::size_t begin = 0;
    while (begin < size) {
        const bool last_allowed = out.count + 1 >= most_lines;
        float pen = 0, ink_end = 0;            // ink_end: without the spaces that may hang over the edge
        std::size_t end = begin, chance = begin;   // chance: where the line could break
        bool forced = false;
        for (; end < size; ++end) {
            const Cell& cell = m_cells[end];
            if (cell.code_point == U'\n') {
                forced = true;
                break;
            }
            if (end > begin && may_break(m_cells[end - 1].code_point, cell.code_point)) {
                const bool hyphen = m_cells[end - 1].code_point == soft_hyphen;
                if (!hyphen || pen + advance(U'-', runs[cell.run].style) <= limit) chance = end;
            }
            pen += cell.advance;
            if (!is_space(cell.code_point)) ink_end = pen;
            if (ink_end > limit && end > begin) break;
        }
        if (forced) {
            if (last_allowed && end + 1 < size) {   // more paragraphs than there is room for
                out.shortened = true;
                put_line(begin, end, runs, ellipsis, out);
                return;
            }
            put_line(begin, end, runs, 0, out);
            begin = end + 1;
            if (begin == size) put_line(begin, begin, runs, 0, out);   // an empty line after the last feed
            continue;
        }
        if (end == size) {
            put_line(begin, end, runs, 0, out);
            return;
        }
        if (last_allowed) {
            Strike& strike = strike_of(runs[m_cells[begin].run].style);
            const float room = limit - advance(strike, ellipsis);
            std::size_t fits = begin;
            for (float used = 0; fits < size; ++fits) {
                used += m_cells[fits].advance;
                if (used > room) break;
            }
            while (fits > begin && continues(m_cells[fits].code_point)) --fits;
            out.shortened = true;
            put_line(begin, fits, runs, ellipsis, out);
            return;
        }
        if (chance > begin) {
            put_line(begin, chance, runs, m_cells[chance - 1].code_point == soft_hyphen ? U'-' : char32_t{0}, out);
            begin = chance;
        } else {   // one word, longer than the line
            while (end > begin + 1 && continues(m_cells[end].code_point)) --end;
            put_line(begin, end, runs, 0, out);
            begin = end;
        }
    }
    if (out.count == 0) out.count = 1;
}

}  // namespace handfast::draw
