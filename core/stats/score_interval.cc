// SPDX-License-Identifier: MIT
// Limits are found by bisection to the last digit: 60 cheap steps, and nothing that could fail to converge.
#include "core/stats/score_interval.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace npscope {

namespace {

struct Counts {
  double detractors;
  double promoters;
  double responses;
};

/// Tango's statistic for the hypothesis NPS = theta; falls as theta rises.
double score_statistic(const Counts& counts, double theta) {
  const double n = counts.responses;
  const double difference = counts.promoters - counts.detractors;
  const double a = 2 * n;
  const double b = -counts.detractors - counts.promoters + (2 * n - difference) * theta;
  const double c = -counts.detractors * theta * (1 - theta);
  // The restricted estimate of the detractors' share, by the form of the root that does not cancel.
  const double root = std::sqrt(std::max(b * b - 4 * a * c, 0.0));
  const double q = b > 0 ? (b + root == 0 ? 0 : -2 * c / (b + root)) : (root - b) / (2 * a);
  const double variance = n * (2 * q + theta * (1 - theta));
  const double distance = difference - n * theta;
  if (variance <= 0) return distance > 0 ? 1e308 : distance < 0 ? -1e308 : 0;
  return distance / std::sqrt(variance);
}

/// The theta between `low` and `high` at which the statistic falls below `target`.
double bisect(const Counts& counts, double target, double low, double high) {
  for (int i = 0; i < 200 && high - low > 1e-15; ++i) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (score_statistic(counts, middle) > target ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

Limits score(const Counts& counts, double z) {
  // Near -1 the statistic loses digits that it keeps near 1: work on that side, and be symmetric by construction.
  if (counts.detractors > counts.promoters) {
    const Limits mirrored = score({counts.promoters, counts.detractors, counts.responses}, z);
    return {-mirrored.high, -mirrored.low};
  }
  const double estimate = (counts.promoters - counts.detractors) / counts.responses;
  Limits limits{-1, 1};
  if (counts.detractors < counts.responses) limits.low = bisect(counts, z, -1, estimate);
  if (counts.promoters < counts.responses) limits.high = bisect(counts, -z, estimate, 1);
  return limits;
}

}  // namespace

Limits score_limits(const RealCounts& counts, double z) {
  NPS_CHECK(counts.responses() > 0 && z > 0);
  return score({counts.detractors, counts.promoters, counts.responses()}, z);
}

}  // namespace npscope
