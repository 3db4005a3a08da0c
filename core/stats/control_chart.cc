// SPDX-License-Identifier: MIT
// First the baseline, then every period against it.
#include "core/stats/control_chart.h"

#include <cmath>

#include "core/base/check.h"
#include "core/stats/wald_interval.h"

namespace npscope {
namespace {

/// Mean range of two draws from a normal distribution with deviation 1, to the digits that control charts use.
constexpr double kMeanRange = 1.128;

void mark_runs(std::vector<ChartPoint>& points, double centre) {
  size_t length = 0;
  int side = 0;
  for (ChartPoint& point : points) {
    const int here = point.nps > centre ? 1 : point.nps < centre ? -1 : 0;
    length = here != 0 && here == side ? length + 1 : here != 0 ? 1 : 0;
    side = here;
    point.run = length >= kRunLength;
  }
}

}  // namespace

std::optional<double> laney_factor(std::span<const double> z) {
  if (z.size() < 2) return std::nullopt;
  double sum = 0;
  for (size_t i = 1; i < z.size(); ++i) sum += std::abs(z[i] - z[i - 1]);
  if (sum == 0) return std::nullopt;
  return sum / static_cast<double>(z.size() - 1) / kMeanRange;
}

Available<ControlChart> control_chart(std::span<const RealCounts> periods, Baseline baseline, LimitWidth width) {
  NPS_CHECK(baseline.from <= baseline.to && baseline.to <= periods.size());
  RealCounts pooled;
  size_t answered_periods = 0;
  for (size_t i = baseline.from; i < baseline.to; ++i) {
    pooled = sum_of(pooled, periods[i]);
    if (periods[i].responses() > 0) ++answered_periods;
  }
  if (answered_periods == 0) return std::unexpected(Unavailable::kNoResponses);
  if (answered_periods < kLeastBaselinePeriods) return std::unexpected(Unavailable::kTooFewBuckets);
  const double variance = variance_of(pooled);
  if (variance <= 0) return std::unexpected(Unavailable::kNoVariance);
  ControlChart chart;
  chart.centre = nps_of(pooled);
  chart.deviation = std::sqrt(variance);
  std::vector<double> baseline_z;
  for (size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].responses() <= 0) continue;
    ChartPoint point;
    point.period = i;
    point.nps = nps_of(periods[i]);
    point.z = (point.nps - chart.centre) / std::sqrt(variance / periods[i].responses());
    if (i >= baseline.from && i < baseline.to) baseline_z.push_back(point.z);
    chart.points.push_back(point);
  }
  if (width == LimitWidth::kLaney) {
    const std::optional<double> factor = laney_factor(baseline_z);
    if (!factor) return std::unexpected(Unavailable::kNoVariance);
    chart.widening = *factor;
  }
  for (ChartPoint& point : chart.points) {
    const double reach = 3 * std::sqrt(variance / periods[point.period].responses()) * chart.widening;
    point.limits = clamped({chart.centre - reach, chart.centre + reach}, -1, 1);
    point.beyond = std::abs(point.z) > 3 * chart.widening;
  }
  mark_runs(chart.points, chart.centre);
  return chart;
}

Available<ControlChart> control_chart(std::span<const Bucket> buckets, Baseline baseline, LimitWidth width) {
  NPS_CHECK(ascend(buckets));
  std::vector<RealCounts> periods;
  periods.reserve(buckets.size());
  for (const Bucket& bucket : buckets) periods.push_back(real_counts(bucket.counts));
  return control_chart(periods, baseline, width);
}

}  // namespace npscope
