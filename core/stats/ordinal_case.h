// SPDX-License-Identifier: MIT
// One response under the proportional-odds logit: its likelihood and the slopes of its logarithm.
//
// For a class between thresholds, log(F(u_hi) - F(u_lo)) = log F(u_hi) + log F(-u_lo) + log(1 - exp(u_lo - u_hi)), which cannot
// cancel. The last term depends on the gap only and is summed up by counts (OrdinalTables); the two others are here.
#pragma once

#include <algorithm>

#include "core/base/elementary.h"
#include "core/stats/ordinal_cases.h"

namespace npscope {

struct OrdinalCase {
  /// F(u_hi) F(-u_lo), without the term of the gap.
  double likelihood = 1;
  /// 1 - F(u_hi), the slope along u_hi; 0 in the highest class.
  double above = 0;
  /// F(u_lo), minus the slope along u_lo; 0 in the lowest class.
  double below = 0;
};

/// `predictor`: that of the case; `free`: what the free driver adds to it from the second threshold on.
[[nodiscard, gnu::always_inline]] inline OrdinalCase ordinal_case(const double* thresholds, size_t classes, size_t in,
                                                                  double predictor, double free) {
  // Beyond it exp() would leave no number to work with; no fit ends there.
  constexpr double kFarthest = 300;
  OrdinalCase result;
  if (in + 1 < classes) {
    const double u = thresholds[in] - predictor - (in >= 1 ? free : 0);
    const double odds = math::exp(std::clamp(u, -kFarthest, kFarthest));
    result.above = 1 / (1 + odds);
    result.likelihood = odds * result.above;
  }
  if (in >= 1) {
    const double u = thresholds[in - 1] - predictor - (in >= 2 ? free : 0);
    const double odds = math::exp(std::clamp(u, -kFarthest, kFarthest));
    const double rest = 1 / (1 + odds);
    result.below = odds * rest;
    result.likelihood *= rest;
  }
  return result;
}

}  // namespace npscope
