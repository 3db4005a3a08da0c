// SPDX-License-Identifier: MIT
// Chooses the formula (statistics 1.2: Wald 1, adjusted Wald 4, score by iteration 6, Bayesian 8) and the quantile.
#include "core/stats/interval.h"

#include "core/base/check.h"
#include "core/stats/distributions.h"
#include "core/stats/posterior.h"
#include "core/stats/score_interval.h"
#include "core/stats/wald_interval.h"

namespace npscope {

namespace {

Limits interval_at(const GroupCounts& groups, IntervalMethod method, double level, double z) {
  NPS_CHECK(groups.responses() > 0);
  const RealCounts counts = real_counts(groups);
  switch (method) {
    case IntervalMethod::kScore:
      return score_limits(counts, z);
    case IntervalMethod::kAdjustedWald:
      return wald_limits(sum_of(counts, kTriangularThree), z);
    case IntervalMethod::kWald:
      return wald_limits(counts, z);
    case IntervalMethod::kJeffreys:
      return posterior_limits(sum_of(counts, kJeffreysPrior), level);
  }
  return score_limits(counts, z);
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
    case IntervalMethod::kJeffreys:
      return "jeffreys";
  }
  return "score";
}

std::optional<IntervalMethod> method_named(std::string_view name) {
  for (const IntervalMethod method :
       {IntervalMethod::kScore, IntervalMethod::kAdjustedWald, IntervalMethod::kWald, IntervalMethod::kJeffreys}) {
    if (method_name(method) == name) return method;
  }
  return std::nullopt;
}

Limits interval(const GroupCounts& groups, IntervalMethod method, Level level) {
  return interval_at(groups, method, level_value(level), normal_quantile(level));
}

Limits interval(const GroupCounts& groups, IntervalMethod method, double level) {
  return interval_at(groups, method, level, normal_two_sided_quantile(level));
}

std::optional<Limits> interval_in_population(const GroupCounts& groups, uint64_t population, double level) {
  const uint64_t n = groups.responses();
  if (n == 0 || population < n) return std::nullopt;
  const RealCounts counts = real_counts(groups);
  if (population == n) return Limits{nps_of(counts), nps_of(counts)};
  const double inflation = static_cast<double>(population - 1) / static_cast<double>(population - n);
  return score_limits(counts.times(inflation), normal_two_sided_quantile(level));
}

}  // namespace npscope
