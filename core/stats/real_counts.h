// SPDX-License-Identifier: MIT
// RealCounts: the three group counts as real numbers, so that intervals also take counts with something added, or scaled to an
// effective number of responses (weights, clusters, a finite population).
#pragma once

#include "core/partial/score_counts.h"

namespace npscope {

struct RealCounts {
  double detractors = 0;
  double passives = 0;
  double promoters = 0;

  [[nodiscard]] double responses() const { return detractors + passives + promoters; }
  [[nodiscard]] RealCounts times(double factor) const { return {detractors * factor, passives * factor, promoters * factor}; }
};

[[nodiscard]] inline RealCounts real_counts(const GroupCounts& counts) {
  return {static_cast<double>(counts.detractors), static_cast<double>(counts.passives), static_cast<double>(counts.promoters)};
}

/// In [-1, 1]. REQUIRES: responses() > 0.
[[nodiscard]] inline double nps_of(const RealCounts& counts) {
  return (counts.promoters - counts.detractors) / counts.responses();
}

/// Variance of one answer (+1, 0, -1), 0 to 1: p + d - (p - d)^2 written as s (p + d) + 4 p d, which cannot cancel (statistics
/// 1.1). REQUIRES: responses() > 0.
[[nodiscard]] inline double variance_of(const RealCounts& counts) {
  const double n = counts.responses();
  const double extremes = counts.promoters + counts.detractors;
  return (counts.passives / n) * (extremes / n) + 4 * (counts.promoters / n) * (counts.detractors / n);
}

}  // namespace npscope
