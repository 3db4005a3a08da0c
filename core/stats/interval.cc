// SPDX-License-Identifier: MIT
// The three intervals, after shared/reference statistics 1.2: Wald (1), adjusted Wald (4), score by iteration (6).
#include "core/stats/interval.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace npscope {

double normal_quantile(Level level) {
  switch (level) {
    case Level::k90:
      return 1.6448536269514727149;
    case Level::k95:
      return 1.9599639845400542355;
    case Level::k99:
      return 2.5758293035489007610;
  }
  return 1.9599639845400542355;
}

namespace {

struct Counts {
  double detractors;
  double promoters;
  double responses;
};

Limits wald(const Counts& counts, double z) {
  const double p = counts.promoters / counts.responses;
  const double d = counts.detractors / counts.responses;
  const double estimate = p - d;
  const double variance = std::max(p + d - estimate * estimate, 0.0);
  const double margin = z * std::sqrt(variance / counts.responses);
  return {std::max(estimate - margin, -1.0), std::min(estimate + margin, 1.0)};
}

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

std::string_view method_name(IntervalMethod method) {
  switch (method) {
    case IntervalMethod::kScore:
      return "score";
    case IntervalMethod::kAdjustedWald:
      return "adjusted-wald";
    case IntervalMethod::kWald:
      return "wald";
  }
  return "score";
}

std::optional<IntervalMethod> method_named(std::string_view name) {
  for (const IntervalMethod method : {IntervalMethod::kScore, IntervalMethod::kAdjustedWald, IntervalMethod::kWald}) {
    if (method_name(method) == name) return method;
  }
  return std::nullopt;
}

double level_value(Level level) { return level == Level::k90 ? 0.9 : level == Level::k95 ? 0.95 : 0.99; }

std::optional<Level> level_named(std::string_view text) {
  if (text == "0.9" || text == "0.90" || text == "90" || text == "90%" || text == ".9") return Level::k90;
  if (text == "0.95" || text == "95" || text == "95%" || text == ".95") return Level::k95;
  if (text == "0.99" || text == "99" || text == "99%" || text == ".99") return Level::k99;
  return std::nullopt;
}

Limits interval(const GroupCounts& groups, IntervalMethod method, Level level) {
  NPS_CHECK(groups.responses() > 0);
  const double z = normal_quantile(level);
  Counts counts{static_cast<double>(groups.detractors), static_cast<double>(groups.promoters),
                static_cast<double>(groups.responses())};
  if (method == IntervalMethod::kScore) return score(counts, z);
  if (method == IntervalMethod::kAdjustedWald) {
    counts.detractors += 0.75;
    counts.promoters += 0.75;
    counts.responses += 3;
  }
  return wald(counts, z);
}

}  // namespace npscope
