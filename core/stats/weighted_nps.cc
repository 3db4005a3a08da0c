// SPDX-License-Identifier: MIT
// Answers of one group share y - nps, so the sums of squares per group are enough.
#include "core/stats/weighted_nps.h"

#include <algorithm>
#include <cmath>

#include "core/stats/distributions.h"
#include "core/stats/score_interval.h"

namespace npscope {

Available<WeightedNps> weighted_nps(const WeightedCounts& counts, double level) {
  const uint64_t responses = counts.responses().responses();
  if (responses == 0) return std::unexpected(Unavailable::kNoResponses);
  DesignSums sums;
  sums.responses = responses;
  sums.units = responses;
  sums.weights = {static_cast<double>(counts.groups[0].weights), static_cast<double>(counts.groups[1].weights),
                  static_cast<double>(counts.groups[2].weights)};
  const double total = sums.weights.responses();
  const double nps = nps_of(sums.weights);
  double squares = 0;
  for (int group = 0; group < 3; ++group) {
    const auto square = static_cast<double>(counts.groups[static_cast<size_t>(group)].squares);
    const double distance = (group - 1) - nps;
    sums.variance += square / total / total * distance * distance;
    squares += square;
  }
  const auto n = static_cast<double>(responses);
  if (responses > 1) sums.variance *= n / (n - 1);
  sums.least_effective = total / squares * total;
  WeightedNps result;
  result.estimate = design_estimate(sums, level);
  result.kish_responses = std::clamp(sums.least_effective, 1.0, n);
  result.kish_design_effect = n / result.kish_responses;
  result.kish_standard_error = std::sqrt(variance_of(sums.weights) / result.kish_responses);
  result.kish_limits = score_limits(result.estimate.shares.times(result.kish_responses), normal_two_sided_quantile(level));
  result.refused = counts.all_refused();
  return result;
}

}  // namespace npscope
