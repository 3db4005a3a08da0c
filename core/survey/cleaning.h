// SPDX-License-Identifier: MIT
// Cleaning: a cell's text as it is compared, grouped and shown. Each rule can be switched off, and says when it changed something.
//
// - trim: blanks at the ends; a blank is a blank of ASCII, a line end, an em space and the like, the ideographic space.
// - inner-space: one or more blanks within become one space.
// - invisible: no-break spaces become spaces. Zero-width spaces, word joiners, byte order marks and soft hyphens go; zero-width joiners
//   and non-joiners stay between two characters from U+0600 on, where scripts and emoji need them.
// - entities: those of html/entities.h, numeric ones included.
// - tags: an element of HTML by name, with nothing but `name="value"` pairs, such as <b>, </p>, <br/>, <a href="x">. What breaks a line
//   becomes one (a space outside comments), all others nothing. `<3`, `a < b` and `<your company>` stay.
// - apostrophe: one at the start, when another does not end the text, and what follows it (after blanks) is a sign that spreadsheets
//   calculate with (= + - @, full-width ones, a tab, a line end, NUL), or the whole rest is a number, date or time in digits: '=1, '+49 30,
//   '007, '2024-05-31; not 'tis, '90s, 'quoted'.
// - nfc: Unicode NFC.
// - key-case: lower_case() of base/text.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/survey/rules.h"

namespace npscope {

/// What a text is used for decides which rules concern it.
enum class TextUse : uint8_t {
  kHeader,   // trim, inner-space, invisible, entities, tags, apostrophe, nfc
  kKey,      // those of a header, and key-case; never entities and tags
  kValue,    // names of groups: those of a header
  kComment,  // those of a header without inner-space: lines are kept
};

/// The text after all rules of `on` that concern `use`; `changed` gets those that changed it added. The view is into `text` or
/// `scratch`, and `text` is not in `scratch`. Applying it to its own result changes nothing: what a rule uncovers for another is cleaned
/// too, sixteen layers deep. `text` is UTF-8; invalid bytes stay.
[[nodiscard]] std::string_view clean_text(std::string_view text, CleaningSet on, TextUse use, std::string& scratch,
                                          CleaningSet& changed);

}  // namespace npscope
