// SPDX-License-Identifier: MIT
// CompleteCases: the responses that have a value of every chosen driver, which is what the models see; and their sums of products.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/partial/pattern_counts.h"
#include "core/stats/matrix.h"
#include "core/stats/no_fit.h"

namespace npscope {

/// What drivers are set against.
enum class Outcome : uint8_t {
  /// The score 0 to 10.
  kScore,
  /// The group: -1, 0, 1. Coefficients times 100 are points of the NPS.
  kGroup,
};

struct CompleteCases {
  size_t drivers = 0;
  /// The chosen drivers come first, in the order asked for; the order of the entries is that of the partial.
  std::vector<PatternCounts::Entry> entries;
  uint64_t responses = 0;
  /// Responses left out because a driver (or, for kScore, the score) is missing.
  uint64_t incomplete = 0;
};

/// REQUIRES: each of `drivers` < Pattern::kMostDrivers, at most that many.
[[nodiscard]] CompleteCases complete_cases(const PatternCounts& patterns, std::span<const size_t> drivers, Outcome outcome);

/// Means and sums of products about the means. Counted in integers, and taken about whole numbers near the means as such, so that
/// nothing cancels.
struct Moments {
  uint64_t responses = 0;
  std::vector<double> means;
  double outcome_mean = 0;
  /// Sum of (x_i - mean_i)(x_j - mean_j).
  Matrix products;
  /// Sum of (x_i - mean_i)(y - mean).
  std::vector<double> with_outcome;
  double outcome_squares = 0;
};

/// Fails with kNoDrivers, kNoResponses, kOneClass, kConstantDriver.
[[nodiscard]] Fitted<Moments> moments(const CompleteCases& cases, Outcome outcome);

/// The value of an answer as an outcome. REQUIRES: a score, for kScore.
[[nodiscard]] int outcome_value(Outcome outcome, unsigned answer);

}  // namespace npscope
