#include "core/design/command.h"

namespace handfast {

namespace {

// Runs the command on a copy; each overload changes the copy or says why it cannot.
struct Apply {
    Design& design;

    Result<Done> operator()(const SetField& command) const { return set_at(design, command.path, command.value); }

    Result<Done> operator()(const SetAnswer& command) const {
        design.answers[command.question].agreed = command.value;
        return Done{};
    }

    Result<Done> operator()(const SetReply& command) const {
        Answer& answer = design.answers[command.question];
        answer.reply = command.reply;
        answer.because = command.because;
        return Done{};
    }

    Result<Done> operator()(const SetPosition& command) const {
        if (find_party(design, command.party) == nullptr) {
            return Error{ErrorCode::NotFound, {0, 0, -1, "parties[" + command.party.text + "]"}, "There is no such party.", "Add the party first."};
        }
        Answer& answer = design.answers[command.question];
        if (command.position == Position{}) {
            answer.positions.erase(command.party);
        } else {
            answer.positions[command.party] = command.position;
        }
        return Done{};
    }

    Result<Done> operator()(const Resolve& command) const {
        design.answers[command.question].resolution = command.resolution;
        return Done{};
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
            const auto from = static_cast<long>(at - list.begin());
            const long to = std::clamp(from + command.by, 0L, static_cast<long>(list.size()) - 1);
            if (to < from) std::rotate(list.begin() + to, list.begin() + from, list.begin() + from + 1);
            if (to > from) std::rotate(list.begin() + from, list.begin() + from + 1, list.begin() + to + 1);
            return std::nullopt;
        });
    }

    Result<Done> operator()(const Waive& command) const {
        for (Waiver& waiver : design.waivers) {
            if (waiver.id == command.waiver.id) {
                waiver = command.waiver;
                return Done{};
            }
        }
        design.waivers.push_back(command.waiver);
        return Done{};
    }

    Result<Done> operator()(const WithdrawWaiver& command) const {
        return (*this)(RemoveItem{"waivers", command.finding.text});
    }

    Result<Done> operator()(const ReplaceDesign& command) const {
        HF_REQUIRE(command.design != nullptr);
        design = *command.design;
        return Done{};
    }

    template <class List>
    static auto find(List& list, const std::string& id) {
        return std::find_if(list.begin(), list.end(), [&](const auto& item) { return key_text(item.id) == id; });
    }
    static Error missing(const std::string& list, const std::string& id) {
        return Error{ErrorCode::NotFound, {0, 0, -1, list + "[" + id + "]"}, "There is no such entry.", "It may have been removed; undo brings it back."};
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
