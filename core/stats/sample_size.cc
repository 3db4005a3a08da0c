// SPDX-License-Identifier: MIT
// Plans come from people, so every input that makes no sense gives nothing instead of a number.
#include "core/stats/sample_size.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/stats/distributions.h"

namespace npscope {

namespace {

constexpr double kMostResponses = 1e15;

bool is_share(double value) { return value > 0 && value < 1; }

/// variance / n with the correction for a finite population.
std::optional<double> variance_of_mean(double variance, uint64_t responses, std::optional<uint64_t> population) {
  if (responses == 0 || (population && *population < responses)) return std::nullopt;
  const double plain = variance / static_cast<double>(responses);
  if (!population) return plain;
  if (*population == responses) return 0.0;
  return plain * (static_cast<double>(*population - responses) / static_cast<double>(*population - 1));
}

/// Rounded up; a hair above an integer that comes from rounding only is that integer.
std::optional<uint64_t> whole_number(double n) {
  if (!(n <= kMostResponses)) return std::nullopt;
  return static_cast<uint64_t>(std::max(std::ceil(n * (1 - 1e-14)), 1.0));
}

}  // namespace

double planned_variance(double promoters, double detractors) {
  NPS_CHECK(promoters >= 0 && detractors >= 0 && promoters + detractors <= 1 + 1e-9);
  const double passives = std::max(1 - promoters - detractors, 0.0);
  return passives * (promoters + detractors) + 4 * promoters * detractors;
}

std::optional<double> margin_of_error(double variance, uint64_t responses, double level, std::optional<uint64_t> population) {
  const std::optional<double> squared = variance_of_mean(variance, responses, population);
  if (!squared) return std::nullopt;
  return normal_two_sided_quantile(level) * std::sqrt(*squared);
}

std::optional<uint64_t> required_responses(double variance, double margin, double level, std::optional<uint64_t> population) {
  if (!(margin > 0) || !is_share(level) || !(variance >= 0) || population == 0U) return std::nullopt;
  const double z = normal_two_sided_quantile(level);
  double n = std::max(z * z * variance / (margin * margin), 1.0);
  if (population) n = std::min(n / (1 + (n - 1) / static_cast<double>(*population)), static_cast<double>(*population));
  return whole_number(n);
}

std::optional<uint64_t> required_responses_adjusted(double variance, double margin, double level) {
  const std::optional<uint64_t> plain = required_responses(variance, margin, level);
  if (!plain) return std::nullopt;
  return *plain > 4 ? *plain - 3 : 1;
}

std::optional<uint64_t> required_per_group(double variance1, double variance2, double difference, double level, double power) {
  if (!is_share(level) || !is_share(power) || difference == 0 || !(variance1 >= 0) || !(variance2 >= 0)) return std::nullopt;
  const double z = normal_two_sided_quantile(level) + normal_quantile(power);
  return whole_number(z * z * (variance1 + variance2) / (difference * difference));
}

std::optional<double> detectable_difference(const PlannedGroup& first, const PlannedGroup& second, double level, double power) {
  if (!is_share(level) || !is_share(power)) return std::nullopt;
  const std::optional<double> one = variance_of_mean(first.variance, first.responses, first.population);
  const std::optional<double> two = variance_of_mean(second.variance, second.responses, second.population);
  if (!one || !two) return std::nullopt;
  const double z = normal_two_sided_quantile(level) + normal_quantile(power);
  return std::max(z, 0.0) * std::sqrt(*one + *two);
}

}  // namespace npscope
