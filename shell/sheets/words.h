// The words of the interface, and how they become another language.
//
//     tr("Add a party")                            // the English text is the key
//     fill(tr("%1 of %2 answered"), {"3", "11"})
//
// A language is one data file that maps English to its own words; what it
// lacks stays English. Questions and clauses are translated as data, not here.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace handfast::sheets {

using Language = std::map<std::string, std::string, std::less<>>;

// The language of all words from now on; nullptr for English. The map must outlive its use.
void speak(const Language* language);

std::string tr(std::string_view english);
// Puts the values where %1, %2, … stand.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

}  // namespace handfast::sheets
