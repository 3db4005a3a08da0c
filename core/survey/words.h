// SPDX-License-Identifier: MIT
// What column headers say: word lists per role in five languages, and missing-value codes. The lists are JSON
// (words.json, export-presets.json), compiled in by scripts/presets.mjs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/survey/group_text.h"
#include "core/survey/role.h"

namespace npscope {

/// A header as it is compared: folded, with `_` and `-` as blanks.
[[nodiscard]] std::string header_words(std::string_view header);

/// How much a header speaks for a role: the word that was found, longest first, or nothing.
[[nodiscard]] std::optional<std::string_view> strong_score_word(std::string_view words);
[[nodiscard]] std::optional<std::string_view> weak_score_word(std::string_view words);
[[nodiscard]] std::optional<std::string_view> word_against_score(std::string_view words);
/// The header ends in a word such as "group": it is about the score and never the score itself.
[[nodiscard]] bool is_about_score(std::string_view words);
/// The header speaks of the moment of the answer, not of the invitation.
[[nodiscard]] bool is_answer_date(std::string_view words);
/// The whole header is "comment" or the like.
[[nodiscard]] bool is_comment_name(std::string_view words);
/// Nothing when a word of the header says that the role is not meant.
[[nodiscard]] std::optional<std::string_view> role_word(Role role, std::string_view words);
/// What is often rated, such as "delivery"; alone it may count anything.
[[nodiscard]] std::optional<std::string_view> aspect_word(std::string_view words);

/// Text that stands for "no answer": `n/a`, `keine Antwort`, … `text` is folded.
[[nodiscard]] bool is_missing_text(std::string_view text);
/// All of these texts, folded.
[[nodiscard]] std::span<const std::string_view> missing_texts();
/// A number that exporters use for "no answer": -99, -1, 999, … `text` is folded.
[[nodiscard]] bool is_sentinel_number(std::string_view text);

/// The header says that its cells tell kinds of questions apart.
[[nodiscard]] bool is_metric_header(std::string_view words);
/// A kind of question, as tools write it in the cells of a column: NPS, or CSAT and the like. `text` is folded.
[[nodiscard]] bool is_nps_metric(std::string_view text);
[[nodiscard]] bool is_other_metric(std::string_view text);

/// The group that a word stands for, in any of the languages. `text` is folded.
[[nodiscard]] std::optional<Group> group_word(std::string_view text);

}  // namespace npscope
