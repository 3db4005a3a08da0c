// SPDX-License-Identifier: MIT
// Chi-square with one degree of freedom is the square of a normal variable, so its quantile is a square too.
#include "core/stats/share_intervals.h"

#include <cmath>

#include "core/stats/distributions.h"

namespace npscope {

std::optional<ShareIntervals> share_intervals(const GroupCounts& counts, double level) {
  if (counts.responses() == 0) return std::nullopt;
  const auto n = static_cast<double>(counts.responses());
  const double z = -normal_quantile((1 - level) / 6);
  const double q = z * z;
  const auto of = [&](uint64_t count) {
    const auto x = static_cast<double>(count);
    const double root = std::sqrt(q * (q + 4 * x * ((n - x) / n)));
    return clamped({(q + 2 * x - root) / (2 * (n + q)), (q + 2 * x + root) / (2 * (n + q))}, 0, 1);
  };
  return ShareIntervals{of(counts.detractors), of(counts.passives), of(counts.promoters)};
}

}  // namespace npscope
