// SPDX-License-Identifier: MIT
// One division of exact integers gives each NPS, so equal ratios are equal doubles and ties are found.
#include "core/stats/rank_trend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/base/check.h"
#include "core/stats/distributions.h"
#include "core/stats/real_counts.h"

namespace npscope {
namespace {

/// Sums over the groups of equal values: t(t-1)(2t+5) and t(t-1)/2.
struct Ties {
  double variance = 0;
  double pairs = 0;
};

Ties ties_of(std::span<const RankPoint> points) {
  std::vector<double> values;
  for (const RankPoint& point : points) values.push_back(point.value);
  std::ranges::sort(values);
  Ties ties;
  for (size_t from = 0; from < values.size();) {
    size_t to = from;
    while (to < values.size() && values[to] == values[from]) ++to;
    const auto t = static_cast<double>(to - from);
    ties.variance += t * (t - 1) * (2 * t + 5);
    ties.pairs += t * (t - 1) / 2;
    from = to;
  }
  return ties;
}

/// The value at `rank`, from 0, if they were sorted; cheaper than sorting millions of them.
double at_rank(std::vector<double>& values, size_t rank) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(rank));
  return values[rank];
}

double median(std::vector<double>& values) {
  const size_t half = values.size() / 2;
  const double upper = at_rank(values, half);
  return values.size() % 2 == 1 ? upper : (at_rank(values, half - 1) + upper) / 2;
}

}  // namespace

Available<RankTrend> rank_trend(std::span<const RankPoint> points, double level) {
  if (points.empty()) return std::unexpected(Unavailable::kNoResponses);
  if (points.size() < 3) return std::unexpected(Unavailable::kTooFewBuckets);
  if (points.size() > kMostBuckets) return std::unexpected(Unavailable::kTooManyBuckets);
  const auto n = static_cast<double>(points.size());
  const double pairs = n * (n - 1) / 2;
  const Ties ties = ties_of(points);
  if (ties.pairs == pairs) return std::unexpected(Unavailable::kNoVariance);
  RankTrend result;
  result.buckets = points.size();
  std::vector<double> slopes;
  slopes.reserve(points.size() * (points.size() - 1) / 2);
  for (size_t j = 1; j < points.size(); ++j) {
    NPS_CHECK(points[j].at > points[j - 1].at);
    for (size_t i = 0; i < j; ++i) {
      const double rise = points[j].value - points[i].value;
      result.s += rise > 0 ? 1 : rise < 0 ? -1 : 0;
      slopes.push_back(rise / (points[j].at - points[i].at));
    }
  }
  result.slope = median(slopes);
  result.variance = (n * (n - 1) * (2 * n + 5) - ties.variance) / 18;
  result.tau = static_cast<double>(result.s) / (std::sqrt(pairs - ties.pairs) * std::sqrt(pairs));
  const int64_t continued = result.s > 0 ? result.s - 1 : result.s < 0 ? result.s + 1 : 0;
  const double deviation = std::sqrt(result.variance);
  result.z = static_cast<double>(continued) / deviation;
  result.p = normal_two_sided(result.z);
  const double reach = normal_two_sided_quantile(level) * deviation;
  // Ranks from 1, rounded to the next integer as R's trend::sens.slope does.
  const double low = std::nearbyint((pairs - reach) / 2);
  const double high = std::nearbyint((pairs + reach) / 2 + 1);
  if (low >= 1 && high <= pairs) {
    result.limits = Limits{at_rank(slopes, static_cast<size_t>(low) - 1), at_rank(slopes, static_cast<size_t>(high) - 1)};
  }
  return result;
}

Available<RankTrend> rank_trend(std::span<const Bucket> buckets, double level) {
  NPS_CHECK(ascend(buckets));
  std::vector<RankPoint> points;
  for (const size_t i : answered(buckets)) {
    points.push_back({static_cast<double>(buckets[i].position), nps_of(real_counts(buckets[i].counts))});
  }
  return rank_trend(points, level);
}

}  // namespace npscope
