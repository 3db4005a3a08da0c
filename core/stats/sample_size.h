// SPDX-License-Identifier: MIT
// How many responses are needed, and what a given number of them can tell: required sample size, margin of error and minimum
// detectable difference, with finite population correction when the population is known (statistics 1.4).
//
// Variances are those of one answer in [-1, 1] units: p + d - (p - d)^2, at most 1; margins and differences are in [0, 2].
#pragma once

#include <cstdint>
#include <optional>

#include "core/partial/score_counts.h"

namespace npscope {

/// The variance when half are promoters and half detractors: nothing is worse.
inline constexpr double kWorstVariance = 1;

/// For planned shares of promoters and detractors. REQUIRES: both at least 0, together at most 1.
[[nodiscard]] double planned_variance(double promoters, double detractors);

/// Half the width of Wald's interval, z sqrt(variance / n), times sqrt((N - n) / (N - 1)) in a population of N. Nothing when n
/// is 0 or more than the population. REQUIRES: 0 < level < 1, variance >= 0.
[[nodiscard]] std::optional<double> margin_of_error(double variance, uint64_t responses, double level,
                                                    std::optional<uint64_t> population = std::nullopt);

/// The least n with z^2 variance / n <= margin^2, at least 1; in a population of N, n / (1 + (n - 1) / N). Nothing when the
/// margin or the level are out of range, the population is empty, or more than 1e15 were needed.
[[nodiscard]] std::optional<uint64_t> required_responses(double variance, double margin, double level,
                                                         std::optional<uint64_t> population = std::nullopt);

/// The same for the adjusted Wald interval, which has three answers already: n - 3, at least 1 (MeasuringU, "sample sizes for
/// the NPS").
[[nodiscard]] std::optional<uint64_t> required_responses_adjusted(double variance, double margin, double level);

/// Responses in each of two groups so that a `difference` is found with probability `power` by a two-sided test at 1 - level:
/// (z + z_power)^2 (v1 + v2) / difference^2. Nothing as above.
[[nodiscard]] std::optional<uint64_t> required_per_group(double variance1, double variance2, double difference, double level,
                                                         double power);

/// One of two groups of which the difference is asked.
struct PlannedGroup {
  double variance = kWorstVariance;
  uint64_t responses = 0;
  std::optional<uint64_t> population = std::nullopt;
};

/// The least difference that is found with probability `power`: (z + z_power) sqrt(v1/n1 + v2/n2), each variance corrected for
/// its population. Nothing when a group has no responses or more than its population, or level or power are out of range.
[[nodiscard]] std::optional<double> detectable_difference(const PlannedGroup& first, const PlannedGroup& second, double level,
                                                          double power);

}  // namespace npscope
