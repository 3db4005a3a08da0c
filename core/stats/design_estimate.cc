// SPDX-License-Identifier: MIT
// The effective size is worked out once; error, effect and interval follow from it.
#include "core/stats/design_estimate.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/stats/distributions.h"
#include "core/stats/score_interval.h"

namespace npscope {

DesignEstimate design_estimate(const DesignSums& sums, double level) {
  const double total = sums.weights.responses();
  NPS_CHECK(total > 0 && sums.responses > 0);
  DesignEstimate result;
  result.shares = {sums.weights.detractors / total, sums.weights.passives / total, sums.weights.promoters / total};
  result.nps = nps_of(sums.weights);
  result.responses = sums.responses;
  result.units = sums.units;
  const auto n = static_cast<double>(sums.responses);
  const double spread = variance_of(sums.weights);
  result.effective_responses = std::min(sums.least_effective, n);
  if (sums.units < 2) {
    result.without_error = sums.clustered ? Unavailable::kOneCluster : Unavailable::kOneResponse;
    if (sums.clustered) return result;
  } else {
    result.standard_error = std::sqrt(std::max(sums.variance, 0.0));
    if (spread > 0) {
      const double plain = spread / (n - 1);
      result.design_effect = sums.variance / plain;
      result.effective_responses = sums.variance > plain ? n * (plain / sums.variance) : n;
    }
  }
  double quantile = normal_two_sided_quantile(level);
  if (sums.clustered) {
    result.degrees = sums.units - 1;
    quantile = student_quantile((1 - level) / 2, static_cast<double>(sums.units - 1));
  }
  result.limits = score_limits(result.shares.times(result.effective_responses), quantile);
  return result;
}

}  // namespace npscope
