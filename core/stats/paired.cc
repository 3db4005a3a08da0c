// SPDX-License-Identifier: MIT
// A person changes by -2, -1, 0, 1 or 2; only how many changed by one and by two matters to the sign flips.
#include "core/stats/paired.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/stats/distributions.h"
#include "core/stats/score_interval.h"

namespace npscope {

namespace {

/// Correlation of first and second answer (-1, 0, 1) with `added` more people spread evenly over the table.
double correlation(const GroupPairCounts& pairs, double added) {
  double n = 0;
  double sum_x = 0;
  double sum_y = 0;
  double sum_xx = 0;
  double sum_yy = 0;
  double sum_xy = 0;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      const double count = static_cast<double>(pairs.counts[i][j]) + added / 9;
      const double x = i - 1;
      const double y = j - 1;
      n += count;
      sum_x += count * x;
      sum_y += count * y;
      sum_xx += count * x * x;
      sum_yy += count * y * y;
      sum_xy += count * x * y;
    }
  }
  const double variance_x = sum_xx / n - (sum_x / n) * (sum_x / n);
  const double variance_y = sum_yy / n - (sum_y / n) * (sum_y / n);
  return (sum_xy / n - (sum_x / n) * (sum_y / n)) / std::sqrt(variance_x * variance_y);
}

Limits correlated_mover(const GroupPairCounts& pairs, double level) {
  const RealCounts before = real_counts(counts_before(pairs));
  const RealCounts after = real_counts(counts_after(pairs));
  const double z = normal_two_sided_quantile(level);
  const Limits first = score_limits(before, z);
  const Limits second = score_limits(after, z);
  const double r = std::clamp(correlation(pairs, 1), -1.0, 1.0);
  const auto together = [&](double a, double b) { return std::sqrt(std::max(a * a + b * b - 2 * r * a * b, 0.0)); };
  const double below = together(nps_of(after) - second.low, first.high - nps_of(before));
  const double above = together(second.high - nps_of(after), nps_of(before) - first.low);
  const double estimate = nps_of(after) - nps_of(before);
  return clamped({estimate - below, estimate + above}, -2, 2);
}

/// Chances of each number of heads in n throws of a coin. REQUIRES: n <= kMostFlippedRespondents.
std::vector<double> coin(uint64_t n) {
  std::vector<double> row(n + 1, 0);
  // From the middle, because 2^-n times a small coefficient would be lost.
  row[n / 2] = 1;
  for (uint64_t k = n / 2; k > 0; --k) row[k - 1] = row[k] * static_cast<double>(k) / static_cast<double>(n - k + 1);
  for (uint64_t k = n / 2 + 1; k <= n; ++k) row[k] = row[k - 1] * static_cast<double>(n - k + 1) / static_cast<double>(k);
  return row;
}

/// P(|sum of flipped changes| >= observed) when `ones` people changed by one and `twos` by two.
double sign_flip_p(uint64_t ones, uint64_t twos, int64_t observed) {
  const std::vector<double> by_one = coin(ones);
  const std::vector<double> by_two = coin(twos);
  double extreme = 0;
  double whole = 0;
  for (uint64_t i = 0; i <= ones; ++i) {
    const int64_t one = 2 * static_cast<int64_t>(i) - static_cast<int64_t>(ones);
    for (uint64_t j = 0; j <= twos; ++j) {
      const int64_t two = 2 * (2 * static_cast<int64_t>(j) - static_cast<int64_t>(twos));
      const double ways = by_one[i] * by_two[j];
      whole += ways;
      if (std::abs(one + two) >= observed) extreme += ways;
    }
  }
  return std::min(extreme / whole, 1.0);
}

}  // namespace

std::optional<PairedDifference> paired_difference(const GroupPairCounts& pairs, double level) {
  const GroupCounts before = counts_before(pairs);
  const uint64_t n = before.responses();
  if (n == 0) return std::nullopt;
  const auto& c = pairs.counts;
  const uint64_t ones = c[0][1] + c[1][2] + c[1][0] + c[2][1];
  const uint64_t twos = c[0][2] + c[2][0];
  PairedDifference result;
  result.respondents = n;
  result.moved_up = c[0][1] + c[0][2] + c[1][2];
  result.moved_down = c[1][0] + c[2][0] + c[2][1];
  const int64_t sum =
      static_cast<int64_t>(c[0][1] + c[1][2] + 2 * c[0][2]) - static_cast<int64_t>(c[1][0] + c[2][1] + 2 * c[2][0]);
  const auto size = static_cast<double>(n);
  const auto squares = static_cast<double>(ones + 4 * twos);
  result.estimate = static_cast<double>(sum) / size;
  result.limits = correlated_mover(pairs, level);
  result.standard_error = std::sqrt(std::max(squares / size - result.estimate * result.estimate, 0.0) / size);
  if (ones + twos <= kMostFlippedRespondents) {
    result.p = sign_flip_p(ones, twos, std::abs(sum));
  } else {
    result.test = PairedTest::kNormal;
    result.p = normal_two_sided(static_cast<double>(sum) / std::sqrt(squares));
  }
  return result;
}

}  // namespace npscope
