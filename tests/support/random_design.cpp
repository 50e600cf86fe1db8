#include "tests/support/random_design.h"

namespace handfast::test {

std::uint64_t Random::next() {   // splitmix64, from Steele, Lea and Flood 2014
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

int Random::between(int least, int most) {
    const auto count = static_cast<std::uint64_t>(static_cast<std::int64_t>(most) - least + 1);
    return static_cast<int>(least + static_cast<std::int64_t>(next() % count));
}

std::string random_text(Random& random, std::size_t most_bytes) {
    static const std::vector<std::string> pieces{
        "Nordwagen", " ", "and", "Seoul Cell", "12", "\"", "\\", "<script>", "|", "`", "{", "}", "[", "]", "\n", "\r\n", "\t", "é", "ß",
        "現代", "🚗", "\xE2\x80\xAE", "&amp;", "'", "--", "*", std::string("\0", 1), "\x1F", "\x7F", "\xEF\xBB\xBF", "null", "1e999", "%s", "/"};
    std::string text;
    for (int left = random.between(0, 6); left > 0; --left) {
        const std::string& piece = random.any_of(pieces);
        if (text.size() + piece.size() <= most_bytes) text += piece;
    }
    return text;
}

std::string random_id(Random& random) {
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789._-";
    std::string id;
    for (int left = random.between(1, 12); left > 0; --left) id += random.any_of(letters);
    return id;
}

double random_number(Random& random) {
    switch (random.between(0, 5)) {
        case 0: return random.between(-10, 10);
        case 1: return random.between(-1000000, 1000000) / 100.0;
        case 2: return static_cast<double>(random.next() >> 11) / 9007199254740992.0;
        case 3: {
            const int exponent = random.between(-1000, 1000);
            return std::ldexp(1.0 + static_cast<double>(random.next() >> 12) / 4503599627370496.0, exponent);
        }
        case 4: return static_cast<double>(random.next());
        default: return random.chance(50) ? 1.7976931348623157e308 : -5e-324;
    }
}

Json random_json(Random& random, int depth) {
    switch (random.between(0, depth > 0 ? 5 : 3)) {
        case 0: return Json{};
        case 1: return Json{random.chance(50)};
        case 2: return Json{random_number(random)};
        case 3: return Json{random_text(random, 60)};
        case 4: {
            JsonArray array;
            for (int left = random.between(0, 4); left > 0; --left) array.push_back(random_json(random, depth - 1));
            return Json{std::move(array)};
        }
        default: {
            JsonObject object;
            for (int left = random.between(0, 4); left > 0; --left) {
                std::string key = random_text(random, 20) + std::to_string(left);   // first: arguments have no order
                object.emplace_back(std::move(key), random_json(random, depth - 1));
            }
            return Json{std::move(object)};
        }
    }
}

JsonObject random_unknown(Random& random) {
    JsonObject unknown;
    if (random.chance(70)) return unknown;
    for (int left = random.between(1, 2); left > 0; --left) {
        std::string key = "later_" + std::to_string(left) + random_text(random, 10);
        unknown.emplace_back(std::move(key), random_json(random, 2));
    }
    return unknown;
}

Scalar random_scalar(Random& random) {
    if (random.chance(40)) return random_text(random, 60);
    if (random.chance(60)) return random_number(random);
    std::vector<std::string> choices;
    for (int left = random.between(0, 3); left > 0; --left) choices.push_back(random_id(random));
    return choices;
}

void fill(Random& random, Value& out) {
    const auto cells = [&](auto& map) {
        using Key = typename std::decay_t<decltype(map)>::key_type;
        for (int left = random.between(0, 3); left > 0; --left) map[Key(random_id(random))] = random_scalar(random);
    };
    switch (random.between(0, 3)) {
        case 0: out.content = random_scalar(random); break;
        case 1: cells(out.content.emplace<PerParty>()); break;
        case 2: {
            Rows& rows = out.content.emplace<Rows>();
            for (int left = random.between(0, 3); left > 0; --left) {
                ValueRow& row = rows.emplace_back();
                row.id = "r" + std::to_string(left);
                cells(row.cells);
                row.unknown = random_unknown(random);
            }
            break;
        }
        default: {
            auto& matrix = out.content.emplace<3>();
            for (int left = random.between(0, 3); left > 0; --left) cells(matrix[random_id(random)]);
        }
    }
}

void fill(Random& random, Condition& out) {
    using Word = Condition::Word;
    out = Condition{};
    out.word = static_cast<Word>(random.between(random.chance(50) ? 4 : 1, 8));
    switch (out.word) {
        case Word::Always: break;
        case Word::All:
        case Word::Any:
        case Word::Not:
            for (int left = out.word == Word::Not ? 1 : random.between(0, 2); left > 0; --left) fill(random, out.parts.emplace_back());
            break;
        default:
            out.question = QuestionId(random_id(random));
            if (out.word == Word::Uses) out.column = random_id(random);
            if (out.word == Word::Uses || out.word == Word::IsOneOf) fill_field(random, out.values, Bounds{});
            if (out.word == Word::AtLeast || out.word == Word::AtMost) out.limit = random_number(random);
    }
}

void fill(Random& random, Columns& out) {
    out = Columns{};
    out.items = {random_value<Cell>(random)};
    out.from = random_value<Source>(random);
    out.cell = random_value<std::optional<Cell>>(random);
    fill_field(random, out.each, Bounds{});
}

void fill(Random& random, AnswerSpec& out) {
    out = AnswerSpec{};
    fill_field(random, out.cell, Bounds{});
    out.cell.options.push_back({"last", "Last", ""});   // choices need an option, scales their ends
    out.cell.minimum = random.between(-5, 0);
    out.cell.maximum = random.between(1, 5);
    out.per_party = random.chance(30);
    out.row_name = random_text(random, 20);
    const AnswerKind kind = out.cell.kind;
    if (kind == AnswerKind::Records || kind == AnswerKind::Matrix) fill(random, out.columns);
    if (kind == AnswerKind::Matrix) {
        out.rows = random_value<MatrixRows>(random);
        out.rows.items.push_back({"last", "Last", ""});
    }
}

namespace {

QuestionId any_question(Random& random) {
    static const std::vector<std::string> names{"strategy.horizon", "strategy.metrics", "exit.price", "a", "not an id", ""};
    return QuestionId(names[static_cast<std::size_t>(random.between(0, random.chance(90) ? 3 : 5))]);
}

PartyId any_party(Random& random, const Design& design) {
    return random.chance(80) ? random.any_of(design.parties).id : PartyId(random_id(random));
}

std::string any_list(Random& random) {
    static const std::vector<std::string> lists{"parties", "profile.functions", "profile.products", "waivers", "answers", "profile.title", "nowhere"};
    return lists[static_cast<std::size_t>(random.between(0, random.chance(90) ? 3 : 6))];
}

// Mostly an id of the list, sometimes one that is not there.
std::string any_entry(Random& random, const Design& design, const std::string& list) {
    std::vector<std::string> ids{random_id(random)};
    std::vector<std::string> paths;
    collect_paths(design, "", paths);
    for (const std::string& path : paths) {
        if (path.substr(0, list.size() + 1) == list + "[" && path.back() == ']') ids.push_back(path.substr(list.size() + 1, path.size() - list.size() - 2));
    }
    return random.any_of(ids);
}

// Texts at their bound, just beyond it, or ordinary.
std::string bounded_text(Random& random) {
    if (random.chance(90)) return random_text(random, 60);
    static const std::vector<int> lengths{200, 201, 400, 401, 8000, 8001};
    return std::string(static_cast<std::size_t>(random.any_of(lengths)), 'x');
}

}  // namespace

Command random_command(Random& random, const Design& design) {
    switch (random.between(0, 10)) {
        case 0: {
            std::vector<std::string> paths;
            collect_paths(design, "", paths);
            const std::string path = random.any_of(paths);
            const Result<Json> now = get_at(design, path);
            Json value = now && random.chance(40) ? *now : random_json(random, 1);
            if (now && now->text() != nullptr && random.chance(70)) value = Json{bounded_text(random)};
            return SetField{path, std::move(value)};
        }
        case 1: return SetAnswer{any_question(random), random_value<std::optional<Value>>(random)};
        case 2: return SetReply{any_question(random), random_value<Reply>(random), bounded_text(random)};
        case 3: {
            Position position = random.chance(20) ? Position{} : random_value<Position>(random);
            if (random.chance(20)) position.note = bounded_text(random);
            if (random.chance(10)) position.importance = random.between(-1, 7);
            return SetPosition{any_question(random), any_party(random, design), std::move(position)};
        }
        case 4: {
            Resolution resolution = random.chance(20) ? Resolution{} : random_value<Resolution>(random);
            if (random.chance(20)) resolution.dissent = bounded_text(random);
            return Resolve{any_question(random), std::move(resolution)};
        }
        case 5: {
            const std::string id = random.chance(50) ? unused_id(design, "n") : random_id(random);
            JsonObject item{{"id", Json{id}}, {"name", Json{bounded_text(random)}}};
            return AddItem{any_list(random), Json{std::move(item)}};
        }
        case 6: {
            const std::string list = any_list(random);
            return RemoveItem{list, any_entry(random, design, list)};
        }
        case 7: {
            const std::string list = any_list(random);
            return MoveItem{list, any_entry(random, design, list), random.chance(20) ? random.between(-2147483647, 2147483647) : random.between(-2, 2)};
        }
        case 8: {
            Waiver waiver = random_value<Waiver>(random);
            if (!design.waivers.empty() && random.chance(50)) waiver.id = design.waivers.front().id;
            if (random.chance(20)) waiver.reason = bounded_text(random);
            return Waive{std::move(waiver)};
        }
        case 9: return WithdrawWaiver{FindingId(any_entry(random, design, "waivers"))};
        default: {
            if (random.chance(70)) return SetField{"profile.title", Json{bounded_text(random)}};
            return ReplaceDesign{std::make_shared<const Design>(random_value<Design>(random)), "open the sample"};
        }
    }
}

}  // namespace handfast::test
