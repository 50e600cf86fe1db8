// Short ways to make blocks, so that sheets read as what they say.
#pragma once

#include "shell/sheets/block.h"
#include "shell/sheets/words.h"

namespace handfast::sheets {

inline Block heading(PlaceId id, int level, std::string text, std::string number = {}) {
    return {Heading{std::move(id), level, std::move(text), std::move(number)}};
}

inline Block prose(PlaceId id, std::string text, ProseStyle style = ProseStyle::Body) {
    return {Prose{std::move(id), style, {Span{std::move(text), SpanStyle::Plain, {}}}}};
}

inline Action action(PlaceId id, std::string label, Intent intent, ActionStyle style = ActionStyle::Secondary, Icon icon = Icon::None) {
    Action made;
    made.id = std::move(id);
    made.label = std::move(label);
    made.intent = std::move(intent);
    made.style = style;
    made.icon = icon;
    return made;
}

// A button that shows its icon only and says its label.
inline Action icon_action(PlaceId id, Icon icon, std::string label, Intent intent) {
    Action made = action(std::move(id), std::move(label), std::move(intent), ActionStyle::Quiet, icon);
    made.label_shown = Label::Spoken;
    return made;
}

inline Intent deed(Deed what, std::string argument = {}) { return ShellAction{what, std::move(argument)}; }

inline Block group(PlaceId id, GroupShape shape, std::vector<Block> blocks, std::string label = {}) {
    Group made;
    made.id = std::move(id);
    made.shape = shape;
    made.label = std::move(label);
    made.blocks = std::move(blocks);
    return {std::move(made)};
}

}  // namespace handfast::sheets
