// SPDX-License-Identifier: MIT
// ResponseCounts: the responses of which the score is known, per score, and those of which only the group is known, per group.
//
// Some exports say promoter, passive or detractor and nothing else. Such responses count for the NPS; a mean or a histogram of
// all responses exists only when there are none of them.
#pragma once

#include <cstdint>

#include "core/base/check.h"
#include "core/partial/score_counts.h"

namespace npscope {

struct ResponseCounts {
  ScoreCounts scores;
  /// Responses without a score; those in `scores` are not counted here again.
  GroupCounts groups_only;

  /// REQUIRES: score <= 10.
  void add(unsigned score, uint64_t times = 1) { scores.add(score, times); }

  /// `group`: 0 detractor, 1 passive, 2 promoter. REQUIRES: group <= 2.
  void add_group(unsigned group, uint64_t times = 1) {
    NPS_CHECK(group <= 2);
    (group == 0 ? groups_only.detractors : group == 1 ? groups_only.passives : groups_only.promoters) += times;
  }

  /// `answer`: a group where only groups are known, else a score.
  void add_answer(bool groups, unsigned answer, uint64_t times = 1) {
    if (groups) {
      add_group(answer, times);
    } else {
      add(answer, times);
    }
  }

  void merge(const ResponseCounts& other) {
    scores.merge(other.scores);
    groups_only.merge(other.groups_only);
  }

  bool operator==(const ResponseCounts&) const = default;
};

/// All responses per group.
[[nodiscard]] inline GroupCounts group_counts(const ResponseCounts& responses) {
  GroupCounts groups = group_counts(responses.scores);
  groups.merge(responses.groups_only);
  return groups;
}

}  // namespace npscope
