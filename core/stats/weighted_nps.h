// SPDX-License-Identifier: MIT
// The NPS of weighted responses, with its linearised standard error and what the weights cost.
//
// u_i = w_i (y_i - nps) / sum w; variance = n/(n - 1) sum u_i^2, which is survey::svymean of R (statistics 2). Kish's effective size
// (sum w)^2 / sum w^2 (Kish, Survey Sampling, 1965) knows the weights only and supposes that they have nothing to do with the score. In [-1, 1].
#pragma once

#include "core/partial/weighted_counts.h"
#include "core/stats/design_estimate.h"

namespace npscope {

struct WeightedNps {
  DesignEstimate estimate;
  /// From 1 to the number of responses.
  double kish_responses = 0;
  /// responses / kish_responses, at least 1.
  double kish_design_effect = 1;
  /// sqrt(variance of one weighted answer / kish_responses).
  double kish_standard_error = 0;
  /// Tango's interval on counts scaled to kish_responses.
  Limits kish_limits;
  /// Responses whose weight could not count.
  uint64_t refused = 0;
};

/// Nothing when no response has a weight. REQUIRES: 0 < level < 1.
[[nodiscard]] Available<WeightedNps> weighted_nps(const WeightedCounts& counts, double level);

}  // namespace npscope
