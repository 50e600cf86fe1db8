// Every change of a design. Canvas, mirror, paste, import and template all make the same few commands.
//
//     Result<Design> changed = applied(design, SetField{"parties[p1].name", Json{"Nordwagen"}});
//
// `applied` is pure: the old design stays as it is, and a command that does not
// fit says where and why. Paths name list items by id (core/base/field_json.h).
// Merging two designs will be one more command here.
#pragma once

#include "core/design/design.h"

#include <memory>

namespace handfast {

// Sets one field by path. Null clears an optional one.
struct SetField {
    std::string path;
    Json value;
    bool operator==(const SetField&) const = default;
};

// Sets what is agreed on a question; nothing clears it.
struct SetAnswer {
    QuestionId question;
    std::optional<Value> value;
    bool operator==(const SetAnswer&) const = default;
};

// Says how a question is answered. The value beneath stays.
struct SetReply {
    QuestionId question;
    Reply reply = Reply::Value;
    std::string because;
    bool operator==(const SetReply&) const = default;
};

struct SetPosition {
    QuestionId question;
    PartyId party;
    Position position;
    bool operator==(const SetPosition&) const = default;
};

struct Resolve {
    QuestionId question;
    Resolution resolution;
    bool operator==(const Resolve&) const = default;
};

// Adds an item to a list of items with ids ("parties"), at its end.
struct AddItem {
    std::string list;
    Json item;   // an object with an id
    bool operator==(const AddItem&) const = default;
};

struct RemoveItem {
    std::string list;
    std::string id;
    bool operator==(const RemoveItem&) const = default;
};

// Moves an item up (negative) or down in its list; past the ends it stops there.
struct MoveItem {
    std::string list;
    std::string id;
    int by = 0;
    bool operator==(const MoveItem&) const = default;
};

struct Waive {
    Waiver waiver;   // replaces one for the same finding
    bool operator==(const Waive&) const = default;
};

struct WithdrawWaiver {
    FindingId finding;
    bool operator==(const WithdrawWaiver&) const = default;
};

// Puts another design in its place: a sample adopted, a snapshot restored.
struct ReplaceDesign {
    std::shared_ptr<const Design> design;
    std::string why;   // for the undo label: "open the sample Nordwagen and Seoul Cell"
    bool operator==(const ReplaceDesign&) const = default;
};

using Command = std::variant<SetField, SetAnswer, SetReply, SetPosition, Resolve, AddItem, RemoveItem, MoveItem, Waive,
                             WithdrawWaiver, ReplaceDesign>;

Result<Design> applied(const Design& design, const Command& command);

}  // namespace handfast
