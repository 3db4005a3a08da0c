// SPDX-License-Identifier: MIT
// Log-likelihood of a proportional-odds logit with its gradient, its information matrix, and the scores of accounts: one pass over the
// cases each.
#pragma once

#include <span>
#include <vector>

#include "core/stats/matrix.h"
#include "core/stats/ordinal_cases.h"

namespace npscope {

struct OrdinalEvaluation {
  /// The thresholds are in order; without that there is no likelihood.
  bool feasible = false;
  double log_likelihood = 0;
  std::vector<double> gradient;
};
[[nodiscard]] OrdinalEvaluation evaluate(const OrdinalCases& cases, const OrdinalParameters& parameters);

/// Sums by threshold from which the information of the model, and of each model with one driver let free, is put together.
struct OrdinalInformation {
  struct AtThreshold {
    /// Sums of F(u)(1 - F(u)), of it times each value, and times each product of two values.
    double weight = 0;
    std::vector<double> values;
    Matrix products;
    /// Sum of the slope along u times each value.
    std::vector<double> slopes;
  };
  std::vector<AtThreshold> thresholds;
};
/// REQUIRES: evaluate() there is feasible.
[[nodiscard]] OrdinalInformation information(const OrdinalCases& cases, const OrdinalParameters& parameters);

/// Minus the second derivatives of the log-likelihood. `sums` may be those of the same parameters without the free driver when its slope
/// is 0.
[[nodiscard]] Matrix information_matrix(const OrdinalCases& cases, const OrdinalParameters& parameters,
                                        const OrdinalInformation& sums);
/// The gradient's element for a free driver whose slope is 0.
[[nodiscard]] double free_gradient(const OrdinalCases& cases, const OrdinalParameters& parameters,
                                   const OrdinalInformation& sums);

/// Sum over accounts of the outer product of the sum of their responses' gradients; a response without account is one of its own.
struct AccountScores {
  Matrix outer;
  uint64_t accounts = 0;
  /// Responses without account, each among `accounts`.
  uint64_t without = 0;
};
/// `by_account`: the same cases in the order of accounts. REQUIRES: no free driver.
[[nodiscard]] AccountScores account_scores(const OrdinalCases& cases, const OrdinalParameters& parameters,
                                           std::span<const PatternCounts::Entry> by_account);

}  // namespace npscope
