// SPDX-License-Identifier: MIT
// The estimate is that of the answers themselves; what adjusted Wald adds enters its p only.
#include "core/stats/difference.h"

#include <cmath>

#include "core/stats/distributions.h"
#include "core/stats/permutation.h"
#include "core/stats/score_interval.h"
#include "core/stats/wald_interval.h"

namespace npscope {

std::string_view test_name(DifferenceTest test) {
  return test == DifferenceTest::kPermutation ? "permutation" : "adjusted-wald";
}

Limits mover(double first, const Limits& first_limits, double second, const Limits& second_limits) {
  const double estimate = first - second;
  const double down1 = first - first_limits.low;
  const double up1 = first_limits.high - first;
  const double down2 = second - second_limits.low;
  const double up2 = second_limits.high - second;
  const double below = std::sqrt(down1 * down1 + up2 * up2);
  const double above = std::sqrt(up1 * up1 + down2 * down2);
  return clamped({estimate - below, estimate + above}, -2, 2);
}

std::optional<WaldDifference> wald_difference(const GroupCounts& first, const GroupCounts& second, double level,
                                              const RealCounts& added) {
  if (first.responses() == 0 || second.responses() == 0) return std::nullopt;
  const RealCounts one = sum_of(real_counts(first), added);
  const RealCounts two = sum_of(real_counts(second), added);
  const double variance = variance_of(one) / one.responses() + variance_of(two) / two.responses();
  if (variance <= 0) return std::nullopt;
  WaldDifference result;
  result.estimate = nps_of(one) - nps_of(two);
  result.standard_error = std::sqrt(variance);
  result.z = result.estimate / result.standard_error;
  result.p = normal_two_sided(result.z);
  const double margin = normal_two_sided_quantile(level) * result.standard_error;
  result.limits = clamped({result.estimate - margin, result.estimate + margin}, -2, 2);
  return result;
}

std::optional<Difference> difference(const GroupCounts& first, const GroupCounts& second, double level) {
  if (first.responses() == 0 || second.responses() == 0) return std::nullopt;
  const RealCounts one = real_counts(first);
  const RealCounts two = real_counts(second);
  const double z = normal_two_sided_quantile(level);
  Difference result;
  result.estimate = nps_of(one) - nps_of(two);
  result.limits = mover(nps_of(one), score_limits(one, z), nps_of(two), score_limits(two, z));
  if (const std::optional<double> p = permutation_p(first, second)) {
    result.p = *p;
  } else {
    result.test = DifferenceTest::kAdjustedWald;
    // With answers added to both there is always a variance.
    result.p = wald_difference(first, second, level, kTriangularThree)->p;
  }
  return result;
}

}  // namespace npscope
