#include "core/design/command.h"

namespace handfast {

namespace {

std::string place(const QuestionId& question, const std::string& member) { return "answers[" + question.text + "]." + member; }

template <class List>
auto find(List& list, const std::string& id) {
    return std::find_if(list.begin(), list.end(), [&](const auto& item) { return key_text(item.id) == id; });
}
Error missing(const std::string& list, const std::string& id) {
    return Error{ErrorCode::NotFound, {0, 0, -1, list + "[" + id + "]"}, "There is no such entry.", "It may have been removed; undo brings it back."};
}

// Runs the command on a copy; each overload changes the copy or says why it cannot.
struct Apply {
    Design& design;

    Result<Done> operator()(const SetField& command) const { return set_at(design, command.path, command.value); }

    // What a command carries goes through set_at, so that it keeps to what a file can hold.
    Result<Done> operator()(const SetAnswer& command) const { return set_at(design, place(command.question, "agreed"), field_json(command.value)); }

    Result<Done> operator()(const SetReply& command) const {
        const Result<Done> done = set_at(design, place(command.question, "reply"), field_json(command.reply));
        return done ? set_at(design, place(command.question, "because"), Json{command.because}) : done;
    }

    Result<Done> operator()(const SetPosition& command) const {
        if (find_party(design, command.party) == nullptr) {
            return Error{ErrorCode::NotFound, {0, 0, -1, "parties[" + command.party.text + "]"}, "There is no such party.", "Add the party first."};
        }
        if (command.position == Position{}) {
            design.answers[command.question].positions.erase(command.party);
            return Done{};
        }
        return set_at(design, place(command.question, "positions[" + command.party.text + "]"), field_json(command.position));
    }

    Result<Done> operator()(const Resolve& command) const {
        return set_at(design, place(command.question, "resolution"), field_json(command.resolution));
    }

    Result<Done> operator()(const AddItem& command) const {
        return change_list(design, command.list, [&](auto& list) -> std::optional<Error> {
            FieldReader reader(command.list);
            auto item = typename std::decay_t<decltype(list)>::value_type{};
            if (!reader.read(command.item, item)) return reader.error();
            for (const auto& other : list) {
                if (other.id == item.id) {
                    return Error{ErrorCode::DuplicateKey, {0, 0, -1, command.list}, "The id \"" + key_text(item.id) + "\" is taken.", "Choose another id."};
                }
            }
            list.push_back(std::move(item));
            return std::nullopt;
        });
    }

    Result<Done> operator()(const RemoveItem& command) const {
        return change_list(design, command.list, [&](auto& list) -> std::optional<Error> {
            const auto at = find(list, command.id);
            if (at == list.end()) return missing(command.list, command.id);
            list.erase(at);
            return std::nullopt;
        });
    }

    Result<Done> operator()(const MoveItem& command) const {
        return change_list(design, command.list, [&](auto& list) -> std::optional<Error> {
            const auto at = find(list, command.id);
            if (at == list.end()) return missing(command.list, command.id);
            const std::ptrdiff_t from = at - list.begin(), last = list.end() - list.begin() - 1;
            const std::ptrdiff_t to = from + std::clamp<std::ptrdiff_t>(command.by, -from, last - from);
            if (to < from) std::rotate(list.begin() + to, list.begin() + from, list.begin() + from + 1);
            if (to > from) std::rotate(list.begin() + from, list.begin() + from + 1, list.begin() + to + 1);
            return std::nullopt;
        });
    }

    Result<Done> operator()(const Waive& command) const {
        const Json waiver = field_json(command.waiver);
        const std::string there = "waivers[" + command.waiver.id.text + "]";
        return get_at(design, there) ? set_at(design, there, waiver) : (*this)(AddItem{"waivers", waiver});
    }

    Result<Done> operator()(const WithdrawWaiver& command) const {
        return (*this)(RemoveItem{"waivers", command.finding.text});
    }

    Result<Done> operator()(const ReplaceDesign& command) const {
        HF_REQUIRE(command.design != nullptr);
        FieldReader reader;
        if (!reader.read(field_json(*command.design), design)) return reader.error();
        return Done{};
    }
};

}  // namespace

Result<Design> applied(const Design& design, const Command& command) {
    Design changed = design;
    const Result<Done> done = std::visit(Apply{changed}, command);
    if (!done) return done.error();
    // Normal form: a question about which nothing is said has no entry.
    std::erase_if(changed.answers, [](const auto& entry) { return entry.second == Answer{}; });
    return changed;
}

}  // namespace handfast
