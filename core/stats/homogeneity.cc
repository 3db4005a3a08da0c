// SPDX-License-Identifier: MIT
// Sums run in the order of the groups, so the caller's order must not depend on shards.
#include "core/stats/homogeneity.h"

#include <vector>

#include "core/stats/distributions.h"
#include "core/stats/wald_interval.h"

namespace npscope {

std::optional<Homogeneity> homogeneity(std::span<const GroupCounts> groups) {
  std::vector<RealCounts> counts;
  Homogeneity result;
  for (const GroupCounts& group : groups) {
    if (group.responses() == 0) continue;
    counts.push_back(real_counts(group));
    result.smoothed = result.smoothed || variance_of(counts.back()) == 0;
  }
  if (counts.size() < 2) return std::nullopt;
  double weights = 0;
  double weighted = 0;
  const auto weight_of = [&](const RealCounts& group) {
    const RealCounts varied = result.smoothed ? sum_of(group, kTriangularThree) : group;
    return varied.responses() / variance_of(varied);
  };
  for (const RealCounts& group : counts) {
    weights += weight_of(group);
    weighted += weight_of(group) * nps_of(group);
  }
  result.pooled = weighted / weights;
  for (const RealCounts& group : counts) {
    const double distance = nps_of(group) - result.pooled;
    result.q += weight_of(group) * distance * distance;
  }
  result.degrees = counts.size() - 1;
  result.p = chi_square_upper(result.q, static_cast<double>(result.degrees));
  return result;
}

}  // namespace npscope
