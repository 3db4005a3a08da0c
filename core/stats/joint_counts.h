// SPDX-License-Identifier: MIT
// JointCounts: how often each value of one driver came with each answer, and the two rank correlations that need nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/partial/pattern_counts.h"
#include "core/partial/score_counts.h"

namespace npscope {

/// counts[value][answer] as in Pattern; row Pattern::kMissing holds the responses without a value.
struct JointCounts {
  std::array<std::array<uint64_t, Pattern::kAnswers>, Pattern::kMissing + 1> counts{};

  /// Responses with the value, by group.
  [[nodiscard]] GroupCounts groups(unsigned value) const;
  /// Responses with any value but kMissing.
  [[nodiscard]] uint64_t responses() const;
  [[nodiscard]] uint64_t missing() const;
};

/// Of the first `drivers` drivers. Each response counts for every driver of which it has a value. REQUIRES: drivers <= kMostDrivers.
[[nodiscard]] std::vector<JointCounts> joint_counts(const PatternCounts& patterns, size_t drivers);

/// 0 detractor, 1 passive, 2 promoter. REQUIRES: answer < Pattern::kAnswers.
[[nodiscard]] unsigned group_of_answer(unsigned answer);

struct RankCorrelation {
  /// Responses with a value and a score.
  uint64_t responses = 0;
  /// Pearson's correlation of the mid-ranks.
  double spearman = 0;
  /// Kendall's tau-b: concordant less discordant pairs over the geometric mean of the pairs not tied in each.
  double kendall = 0;
};

/// Between the driver and the score 0 to 10 (responses of which only the group is known do not count). Nothing when the values or the
/// scores do not vary.
[[nodiscard]] std::optional<RankCorrelation> rank_correlation(const JointCounts& joint);

}  // namespace npscope
