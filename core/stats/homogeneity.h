// SPDX-License-Identifier: MIT
// Q test: do several groups have one NPS in common? The sum of squared distances to the inverse-variance mean, against
// chi-square with one degree of freedom less than there are groups (statistics 1.5).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/partial/score_counts.h"

namespace npscope {

struct Homogeneity {
  /// Inverse-variance mean of the groups, in [-1, 1].
  double pooled = 0;
  double q = 0;
  uint64_t degrees = 0;
  double p = 1;
  /// Some group did not vary at all, so all variances are those of the counts with 3/4, 3/2 and 3/4 added, as in adjusted Wald:
  /// a group of three promoters must not have infinite weight.
  bool smoothed = false;
};

/// Groups without responses do not count. Nothing when fewer than two are left.
[[nodiscard]] std::optional<Homogeneity> homogeneity(std::span<const GroupCounts> groups);

}  // namespace npscope
