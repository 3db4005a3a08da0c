// SPDX-License-Identifier: MIT
// How much of the variance of the score goes with each driver, when drivers go with each other too: Johnson's relative weights and, as a
// check, the average over all orders of entry (LMG, the Shapley value of R squared).
//
// J. W. Johnson, Multivariate Behavioral Research 35 (2000) 1-19; U. Groemping, Journal of Statistical Software 17 (2006) 1 (statistics 3.3).
#pragma once

#include <vector>

#include "core/stats/complete_cases.h"
#include "core/stats/matrix.h"
#include "core/stats/no_fit.h"

namespace npscope {

/// Drivers among themselves, and with the outcome.
struct Correlations {
  Matrix drivers;
  std::vector<double> with_outcome;
};
[[nodiscard]] Correlations correlations(const Moments& moments);

struct Importance {
  Correlations pearson;
  double r_squared = 0;
  /// Each sums up to r_squared.
  std::vector<double> johnson;
  std::vector<double> lmg;
  /// R squared of the driver alone, and what the driver adds to all others.
  std::vector<double> first;
  std::vector<double> last;
  /// Variance inflation: 1 / (1 - R squared of the driver by the others). Above kHighInflation the shares are unstable.
  std::vector<double> inflation;
};

inline constexpr double kHighInflation = 5;
/// A driver of whose square the others leave less than this share is determined by them.
inline constexpr double kLeastLeftOver = 1e-9;

/// Takes 2^k steps for k drivers. Fails with kCollinear, kTooFewResponses.
[[nodiscard]] Fitted<Importance> importance(const Moments& moments);

}  // namespace npscope
