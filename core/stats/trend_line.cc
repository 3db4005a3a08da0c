// SPDX-License-Identifier: MIT
// Positions are taken from the first one, so that days since 1970 cost no digits.
#include "core/stats/trend_line.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/check.h"
#include "core/stats/distributions.h"
#include "core/stats/wald_interval.h"

namespace npscope {

Available<TrendLine> trend_line(std::span<const LinePoint> points, double level) {
  if (points.empty()) return std::unexpected(Unavailable::kNoResponses);
  const double start = points.front().at;
  double weights = 0;
  double at = 0;
  double value = 0;
  for (const LinePoint& point : points) {
    NPS_CHECK(point.variance > 0);
    weights += 1 / point.variance;
    at += (point.at - start) / point.variance;
    value += point.value / point.variance;
  }
  at /= weights;
  value /= weights;
  double squares = 0;
  double products = 0;
  for (const LinePoint& point : points) {
    const double distance = point.at - start - at;
    squares += distance * distance / point.variance;
    products += distance * (point.value - value) / point.variance;
  }
  const bool spread = std::ranges::any_of(points, [&](const LinePoint& point) { return point.at != start; });
  if (!spread) return std::unexpected(Unavailable::kTooFewBuckets);
  TrendLine line;
  line.slope = products / squares;
  line.known_error = 1 / std::sqrt(squares);
  line.standard_error = line.known_error;
  line.centre_at = start + at;
  line.centre_value = value;
  line.buckets = points.size();
  if (points.size() > 2) {
    LackOfFit fit;
    for (const LinePoint& point : points) {
      const double residual = point.value - value - line.slope * (point.at - start - at);
      fit.q += residual * residual / point.variance;
    }
    fit.degrees = points.size() - 2;
    const auto degrees = static_cast<double>(fit.degrees);
    fit.p = chi_square_upper(fit.q, degrees);
    line.standard_error *= std::sqrt(std::max(fit.q / degrees, 1.0));
    line.lack_of_fit = fit;
  }
  line.z = line.slope / line.standard_error;
  line.p = normal_two_sided(line.z);
  const double margin = normal_two_sided_quantile(level) * line.standard_error;
  line.limits = {line.slope - margin, line.slope + margin};
  return line;
}

Available<TrendLine> trend_line(std::span<const Bucket> buckets, double level) {
  NPS_CHECK(ascend(buckets));
  std::vector<LinePoint> points;
  for (const size_t i : answered(buckets)) {
    const RealCounts counts = real_counts(buckets[i].counts);
    const RealCounts smoothed = sum_of(counts, kTriangularThree);
    points.push_back({static_cast<double>(buckets[i].position), nps_of(counts), variance_of(smoothed) / smoothed.responses()});
  }
  return trend_line(points, level);
}

}  // namespace npscope
