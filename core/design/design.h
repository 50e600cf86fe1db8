// The design: everything that is saved about a partnership, and nothing that can be derived.
//
// A Design is a plain value. It changes only by commands (command.h), is saved
// by save.h, and its fields are described beside them: JSON, JSON Schema, paths
// and test generators read those tables. To add something that is saved: a
// member and a row in its fields(), both here.
//
// Amounts are doubles in millions of the design's currency. `unknown` keeps
// what a newer Handfast wrote, through load and save.
#pragma once

#include "core/design/value.h"

#include <array>

namespace handfast {

enum class SampleKind { None, Invented, PublicFacts };
template <> struct EnumNames<SampleKind> { static constexpr std::array<std::string_view, 3> names{"none", "invented", "public_facts"}; };

// A function, product or region that the partnership may touch: rows and columns of some questions.
struct ScopeItem {
    Id<struct ScopeTag> id;
    std::string name;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("id", &ScopeItem::id, "Permanent name of the entry").required(),
                          field("name", &ScopeItem::name, "What it is called").between(0, 400)};
    }
    bool operator==(const ScopeItem&) const = default;
};

struct Profile {
    std::string title;
    std::string summary;
    std::string currency = "EUR";
    std::optional<Date> start_date;
    SampleKind sample = SampleKind::None;
    std::vector<ScopeItem> functions;
    std::vector<ScopeItem> products;
    std::vector<ScopeItem> regions;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("title", &Profile::title, "What the partnership is called").between(0, 400),
                          field("summary", &Profile::summary, "What it is about, in a sentence or two").between(0, 8000),
                          field("currency", &Profile::currency, "ISO 4217 code of the currency of all amounts").between(0, 12),
                          field("start_date", &Profile::start_date, "When it is meant to start"),
                          field("sample", &Profile::sample, "Whether this is a sample: invented, or public facts only"),
                          field("functions", &Profile::functions, "Functions the partnership may touch, such as purchasing").between(0, 60),
                          field("products", &Profile::products, "Products in scope").between(0, 60),
                          field("regions", &Profile::regions, "Regions in scope").between(0, 60)};
    }
    bool operator==(const Profile&) const = default;
};

struct Party {
    PartyId id;
    std::string name;
    std::string role;
    std::string country;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("id", &Party::id, "Permanent name of the party").required(),
                          field("name", &Party::name, "What the party is called").between(0, 400),
                          field("role", &Party::role, "What it is: carmaker, cell maker, software house").between(0, 400),
                          field("country", &Party::country, "Where it is at home").between(0, 400)};
    }
    bool operator==(const Party&) const = default;
};

// One side's own answer, before anything is agreed.
struct Position {
    std::optional<Value> value;
    std::optional<int> importance;    // 1 minor … 5 vital
    std::optional<int> confidence;    // 1 a guess … 5 certain
    bool deal_breaker = false;
    std::string note;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("value", &Position::value, "What this party answers"),
                          field("importance", &Position::importance, "How much it matters to the party, 1 to 5").between(1, 5),
                          field("confidence", &Position::confidence, "How sure the party is, 1 to 5").between(1, 5),
                          field("deal_breaker", &Position::deal_breaker, "Whether the party would rather walk away"),
                          field("note", &Position::note, "In the party's words").between(0, 8000)};
    }
    bool operator==(const Position&) const = default;
};

enum class BasisKind { Unstated, Fact, Assumption, Guess };
template <> struct EnumNames<BasisKind> { static constexpr std::array<std::string_view, 4> names{"unstated", "fact", "assumption", "guess"}; };

// What an answer rests on.
struct Basis {
    BasisKind kind = BasisKind::Unstated;
    std::string owner;
    std::optional<Date> review_date;
    std::string source;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("kind", &Basis::kind, "Whether the answer is a fact, an assumption or a guess"),
                          field("owner", &Basis::owner, "Who stands for it").between(0, 400),
                          field("review_date", &Basis::review_date, "When to look at it again"),
                          field("source", &Basis::source, "Where it comes from").between(0, 8000)};
    }
    bool operator==(const Basis&) const = default;
};

enum class ResolutionStatus { Open, Agreed, Parked, Escalated };
template <> struct EnumNames<ResolutionStatus> { static constexpr std::array<std::string_view, 4> names{"open", "agreed", "parked", "escalated"}; };

// What was done about a question on which the parties differ.
struct Resolution {
    ResolutionStatus status = ResolutionStatus::Open;
    std::string owner;
    std::optional<Date> due;
    std::string dissent;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("status", &Resolution::status, "Open, agreed, parked or escalated"),
                          field("owner", &Resolution::owner, "Who takes it forward").between(0, 400),
                          field("due", &Resolution::due, "By when"),
                          field("dissent", &Resolution::dissent, "Who disagrees, and why").between(0, 8000)};
    }
    bool operator==(const Resolution&) const = default;
};

// How a question was answered: with a value, or with a statement about it. A value typed
// before stays where it is when the reply changes.
enum class Reply { Value, NotKnownYet, NotApplicable };
template <> struct EnumNames<Reply> { static constexpr std::array<std::string_view, 3> names{"value", "not_known_yet", "not_applicable"}; };

// One question, all its sides.
struct Answer {
    std::optional<Value> agreed;
    Reply reply = Reply::Value;
    std::string because;
    std::map<PartyId, Position> positions;
    Basis basis;
    Resolution resolution;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("agreed", &Answer::agreed, "What the parties settled"),
                          field("reply", &Answer::reply, "Whether the value counts, or nobody knows yet, or the question does not apply"),
                          field("because", &Answer::because, "Why the question does not apply").between(0, 8000),
                          field("positions", &Answer::positions, "Each party's own answer, by party id"),
                          field("basis", &Answer::basis, "What the answer rests on"),
                          field("resolution", &Answer::resolution, "What was done where the parties differ")};
    }
    bool operator==(const Answer&) const = default;
};

// A finding that was accepted. It counts only while the facts it looked at are the same.
struct Waiver {
    FindingId id;
    std::string reason;
    std::string fingerprint;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("id", &Waiver::id, "The finding").required(),
                          field("reason", &Waiver::reason, "Why it is accepted").between(0, 8000),
                          field("fingerprint", &Waiver::fingerprint, "The facts the finding looked at").between(0, 200)};
    }
    bool operator==(const Waiver&) const = default;
};

struct Design {
    Profile profile;
    std::vector<Party> parties;
    std::map<QuestionId, Answer> answers;   // only those that hold something
    std::vector<Waiver> waivers;
    JsonObject unknown;

    static constexpr auto fields() {
        return std::tuple{field("profile", &Design::profile, "What the partnership is").required(),
                          field("parties", &Design::parties, "Who takes part").between(2, 8).required(),
                          field("answers", &Design::answers, "Answers by question id"),
                          field("waivers", &Design::waivers, "Findings that were accepted")};
    }
    bool operator==(const Design&) const = default;
};

// Two unnamed parties and the functions that most partnerships of the car industry argue about.
Design new_design();

const Answer& answer_of(const Design& design, const QuestionId& question);   // an empty one if there is none
const Party* find_party(const Design& design, const PartyId& id);
// "Nordwagen", or "Party 2" while it has no name.
std::string party_name(const Design& design, const Party& party);
// "Nordwagen and Seoul Cell", or the title if there is one.
std::string design_title(const Design& design);

// An id "<prefix><n>" that nothing in the design uses, not even an answer of a party that is gone.
std::string unused_id(const Design& design, std::string_view prefix);
std::string unused_row_id(const Rows& rows);

}  // namespace handfast
