// SPDX-License-Identifier: MIT
// Settlement: once all files are read, decides which accepted responses are copies of others, then which of them the policy counts,
// and counts those. It is the one step that needs the keys of all responses together.
//
// The order of the rows of a file never matters: of several responses the one that counts is chosen by date, then by the lower
// score, then by keys. One thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/chunked.h"
#include "core/base/codes.h"
#include "core/partial/issue_counts.h"
#include "core/partial/response_counts.h"
#include "core/partial/unit_means.h"
#include "core/shard/grouping.h"
#include "core/survey/response_store.h"
#include "core/survey/rules.h"

namespace npscope {

/// What is settled about one file.
struct SettledFile {
  const ResponseStore* responses = nullptr;
  /// The content hash; empty: not known.
  std::string_view hash;
  /// Index of the file whose rows it holds in corrected form, else its own: such rows belong to the same wave.
  size_t source = 0;
  /// Record numbers, ascending, that corrected rows of another file replace.
  std::span<const uint32_t> replaced;
  /// All rows together say that day and month stand in the other order than the plan had it.
  bool other_dates = false;
  /// The times in the zone of the report; null: as they are written.
  const Chunked<int64_t>* times = nullptr;
  /// By grouping and by the file's own code: the code that all files share.
  std::span<const std::vector<uint32_t>> group_codes;
  /// Other answers of the same responses, kNoAnswer for those that are none; null: those of the store.
  const Chunked<uint8_t>* other_answers = nullptr;
  bool other_groups_only = false;

  [[nodiscard]] const Chunked<uint8_t>& answers() const {
    return other_answers == nullptr ? responses->columns().answers : *other_answers;
  }
  [[nodiscard]] bool groups_only() const { return other_answers == nullptr ? responses->groups_only() : other_groups_only; }
};

/// Where the responses without a value of a grouping are counted.
inline constexpr uint32_t kNoGroup = UINT32_MAX;

/// Months are counted from 1900-01; files have the numbers that SettledFile::source gives.
struct SettledGrouping {
  GroupBy by = GroupBy::kColumn;
  size_t values = 0;
};

/// Counts of one value of a grouping; the last entry of each grouping is for responses without a value.
struct GroupTally {
  ResponseCounts scores;
  UnitMeans means;
};

struct PolicyVariant {
  CountedAnswers answers = CountedAnswers::kAll;
  CountedUnit unit = CountedUnit::kRespondent;
  ResponseCounts scores;
  /// Filled for kMean.
  UnitMeans means;
};

struct Settlement {
  struct File {
    /// By response: kNone, or why it does not count, or kNoAnswer.
    Chunked<uint8_t> outcomes;
    /// How many ended with which reason.
    std::array<uint64_t, kCodeCount> left_out{};
    /// kConflictingResponse, kIdenticalRows, kRepeatedRespondent, kSameFile; lines are not known (0).
    IssueCounts issues;
  };
  std::vector<File> files;
  ResponseCounts scores;
  /// Filled when the policy counts each unit once.
  UnitMeans means;
  /// Answers that were left out, by reason.
  std::array<ResponseCounts, kCodeCount> left_out;
  /// Units with more than one response, and their responses, before the policy chooses among them.
  uint64_t repeated_units = 0;
  uint64_t repeated_responses = 0;
  /// Every way to count, for respondents and then for accounts where there are such; empty when nothing repeats.
  std::vector<PolicyVariant> variants;
  std::vector<std::vector<GroupTally>> groups;
};

/// `files` that gave something, in the order in which they were given.
[[nodiscard]] [[gnu::noinline]] Settlement settle(std::span<const SettledFile> files, const Rules& rules,
                                                  std::span<const SettledGrouping> groupings);

}  // namespace npscope
