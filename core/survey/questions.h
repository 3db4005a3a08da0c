// SPDX-License-Identifier: MIT
// OpenQuestion: something that a file does not tell for sure, the answers that are possible, and the one in force until a person
// gives another. A clear file has none.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/survey/mapping.h"
#include "core/survey/sample_table.h"

namespace npscope {

/// The words of the report, in the order of the enum. kSameFile concerns several files and never comes out of a mapping.
inline constexpr std::array<std::string_view, 7> kQuestionNames = {"score-column", "scale", "missing",  "date-order",
                                                                   "decimal",      "zone",  "same-file"};
[[nodiscard]] constexpr std::string_view question_name(QuestionCode code) { return kQuestionNames[static_cast<size_t>(code)]; }

/// The answer to kMissing that keeps the records of a code rejected, and the one to kZone that leaves the dates alone.
inline constexpr std::string_view kReject = "reject";
inline constexpr std::string_view kAsWritten = "as-written";

/// The word of a scale in a recipe and in answers.
[[nodiscard]] std::string_view scale_word(ScoreScale scale);

/// The scale that is in force when nobody says anything.
[[nodiscard]] constexpr ScoreScale scale_of(ScoreKind kind) {
  return kind == ScoreKind::kPositions ? ScoreScale::kPositions
         : kind == ScoreKind::kGroups  ? ScoreScale::kGroups
                                       : ScoreScale::kScores;
}

/// Fills the mapping's questions, and settles what they are about as long as nobody answers: the decimal mark. `has_score`: the
/// mapping has a score column.
[[gnu::noinline]] void find_questions(const SampleTable& table, const MappingRequest& request, bool has_score,
                                      Mapping& mapping);

/// The mapping as it would be with one of the answers to one of its questions; everything else stays.
/// REQUIRES: answer < question.answers.size()
[[nodiscard]] [[gnu::noinline]] Mapping with_answer(const Mapping& mapping, const OpenQuestion& question, size_t answer);

}  // namespace npscope
