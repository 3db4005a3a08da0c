// SPDX-License-Identifier: MIT
// The integral runs over the part of one variable that carries probability; distances from its ends stay exact.
#include "core/stats/posterior.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/stats/deviance.h"
#include "core/stats/distributions.h"
#include "core/stats/incomplete.h"
#include "core/stats/quadrature.h"
#include "core/stats/root.h"

namespace npscope {

namespace {

double mean_of(const RealCounts& parameters) { return (parameters.promoters - parameters.detractors) / parameters.responses(); }

double deviation_of(const RealCounts& parameters) { return std::sqrt(variance_of(parameters) / (parameters.responses() + 1)); }

struct Beta {
  double a;
  double b;

  [[nodiscard]] double mean() const { return a / (a + b); }
  [[nodiscard]] double deviation() const { return std::sqrt(mean() * (b / (a + b)) / (a + b + 1)); }
  [[nodiscard]] double density(double x, double y) const { return binomial_term(a, b, x, y) * a / x * b / y / (a + b); }
  /// P(more than x = 1 - y).
  [[nodiscard]] double above(double x, double y) const { return incomplete_beta(a, b, x, y).upper; }
};

/// The integral over `outer` from `least` to 1 of its density times `inner(w, w - least)`.
template <typename Inner>
double expected_above(const Beta& outer, double least, const Inner& inner) {
  // Further than this from its mean a beta variable has less than 1e-13 of its probability.
  const double reach = 7.5 * outer.deviation() + 45 / (outer.a + outer.b);
  const double low = std::max(least, outer.mean() - reach);
  const double high = std::min(1.0, outer.mean() + reach);
  if (low >= high) return 0;
  const auto integrand = [&](double w, double over, double below) {
    const double rest = high == 1 ? below : 1 - w;
    const double beyond = low == least ? over : w - least;
    return w <= 0 || rest <= 0 || beyond <= 0 ? 0 : outer.density(w, rest) * inner(w, beyond);
  };
  return integrate(integrand, low, high);
}

/// P(NPS > x) for x >= 0. The outer integral is over whichever of S and U moves the NPS less, so that the inner probability is
/// smooth.
double above(const RealCounts& parameters, double x) {
  const Beta s{parameters.promoters + parameters.detractors, parameters.passives};
  const Beta u{parameters.promoters, parameters.detractors};
  if (x >= 1) return 0;
  if (x == 0) return u.above(0.5, 0.5);
  double share = 0;
  if (std::abs(2 * u.mean() - 1) * s.deviation() <= 2 * s.mean() * u.deviation()) {
    // U > (1 + x/s) / 2
    share = expected_above(s, x, [&](double w, double beyond) {
      const double rest = beyond / (2 * w);
      return u.above(1 - rest, rest);
    });
  } else {
    // S > x / (2u - 1)
    share = expected_above(u, (1 + x) / 2, [&](double w, double beyond) {
      const double rest = std::min(2 * beyond / (2 * w - 1), 1.0);
      return s.above(1 - rest, rest);
    });
  }
  return std::clamp(share, 0.0, 1.0);
}

}  // namespace

double posterior_above(const RealCounts& parameters, double x) {
  NPS_CHECK(parameters.detractors > 0 && parameters.passives > 0 && parameters.promoters > 0);
  if (x >= 0) return above(parameters, x);
  return 1 - above({parameters.promoters, parameters.passives, parameters.detractors}, -x);
}

Limits posterior_limits(const RealCounts& parameters, double level) {
  NPS_CHECK(level > 0 && level < 1);
  // A bracket around the normal limits, widened until it holds the root.
  const double mean = mean_of(parameters);
  const double margin = normal_two_sided_quantile(level) * deviation_of(parameters);
  const auto limit = [&](double tail, double guess) {
    const auto f = [&](double x) { return posterior_above(parameters, x) - tail; };
    double low = std::clamp(guess - margin / 4, -1.0, 1.0);
    double high = std::clamp(guess + margin / 4, -1.0, 1.0);
    while (low > -1 && f(low) < 0) low = std::max(low - margin / 2, -1.0);
    while (high < 1 && f(high) > 0) high = std::min(high + margin / 2, 1.0);
    return find_root(f, low, high, 1e-13);
  };
  const double tail = (1 - level) / 2;
  return {limit(1 - tail, mean - margin), limit(tail, mean + margin)};
}

std::optional<Posterior> posterior(const GroupCounts& counts, double level, const RealCounts& prior) {
  if (counts.responses() == 0) return std::nullopt;
  const RealCounts groups = real_counts(counts);
  const RealCounts parameters{groups.detractors + prior.detractors, groups.passives + prior.passives,
                              groups.promoters + prior.promoters};
  return Posterior{mean_of(parameters), deviation_of(parameters), posterior_limits(parameters, level),
                   posterior_above(parameters, 0)};
}

}  // namespace npscope
