// SPDX-License-Identifier: MIT
// Powers of a polynomial of degree two obey a recurrence of three terms, which gives the whole convolution in linear time. It
// adds positive numbers only while it climbs to the middle, so either half is climbed from its own end.
#include "core/stats/bootstrap.h"

#include <vector>

namespace npscope {

namespace {

/// Coefficient k over coefficient k - 1 of (a + b x + c x^2)^n for k from 1 to n, one after the other. REQUIRES: a > 0, b > 0.
class Ratios {
 public:
  Ratios(double a, double b, double c, uint64_t n) : a_(a), b_(b), c_(c), n_(static_cast<double>(n)) {}
  double next() {
    k_ += 1;
    const double second = k_ == 1 ? 0 : (2 * n_ - k_ + 2) * c_ / ratio_;
    ratio_ = ((n_ - k_ + 1) * b_ + second) / (k_ * a_);
    return ratio_;
  }

 private:
  double a_;
  double b_;
  double c_;
  double n_;
  double k_ = 0;
  double ratio_ = 0;
};

/// Probabilities of 2n + 1 sums up to one common factor.
std::vector<double> convolved(const GroupCounts& counts) {
  const uint64_t n = counts.responses();
  const auto a = static_cast<double>(counts.detractors);
  const auto b = static_cast<double>(counts.passives);
  const auto c = static_cast<double>(counts.promoters);
  // First the ratio of each value to the one before it: from below up to n, and from above, where it is upside down, beyond.
  std::vector<double> values(2 * n + 1, 0);
  Ratios up(a, b, c, n);
  for (uint64_t k = 1; k <= n; ++k) values[k] = up.next();
  Ratios down(c, b, a, n);
  for (uint64_t k = 2 * n; k > n; --k) values[k] = 1 / down.next();
  // Then the values in their place. The mean is an integer and near the mode, so nothing overflows on the way from there.
  const uint64_t mean = n + counts.promoters - counts.detractors;
  double value = 1;
  for (uint64_t k = mean + 1; k <= 2 * n; ++k) values[k] = value *= values[k];
  value = 1;
  for (uint64_t k = mean; k > 0; --k) {
    const double ratio = values[k];
    values[k] = value;
    value /= ratio;
  }
  values[0] = value;
  return values;
}

/// Two outcomes only: `successes` of n draws succeed on average; number of successes.
std::vector<double> binomial(double failures, double successes, uint64_t n) {
  std::vector<double> values(n + 1, 0);
  const auto step = [&](uint64_t k) {
    return static_cast<double>(n - k + 1) * successes / (static_cast<double>(k) * failures);
  };
  // The mean is an integer, and so it is the mode.
  const auto mode = static_cast<uint64_t>(successes);
  values[mode] = 1;
  if (failures == 0 || successes == 0) return values;
  for (uint64_t k = mode + 1; k <= n; ++k) values[k] = values[k - 1] * step(k);
  for (uint64_t k = mode; k > 0; --k) values[k - 1] = values[k] / step(k);
  return values;
}

/// The least index at which the running sum reaches `q` of the whole.
size_t percentile(const std::vector<double>& values, double whole, double q) {
  double sum = 0;
  for (size_t k = 0; k < values.size(); ++k) {
    sum += values[k];
    if (sum >= q * whole) return k;
  }
  return values.size() - 1;
}

}  // namespace

std::optional<Limits> bootstrap_limits(const GroupCounts& counts, double level) {
  const uint64_t n = counts.responses();
  if (n == 0 || n > kMostBootstrapResponses) return std::nullopt;
  const auto size = static_cast<double>(n);
  const auto d = static_cast<double>(counts.detractors);
  const auto s = static_cast<double>(counts.passives);
  const auto p = static_cast<double>(counts.promoters);
  // Value k of the distribution is the NPS (start + k * stride) / n.
  double start = -size;
  double stride = 1;
  std::vector<double> values;
  if (counts.passives == 0) {
    stride = 2;
    values = binomial(d, p, n);
  } else if (counts.detractors == 0) {
    start = 0;
    values = binomial(s, p, n);
  } else if (counts.promoters == 0) {
    values = binomial(d, s, n);
  } else {
    values = convolved(counts);
  }
  double whole = 0;
  for (const double value : values) whole += value;
  const auto at = [&](double q) { return (start + stride * static_cast<double>(percentile(values, whole, q))) / size; };
  return Limits{at((1 - level) / 2), at((1 + level) / 2)};
}

}  // namespace npscope
