// SPDX-License-Identifier: MIT
// Gradients along slopes are summed by byte of the pattern first and multiplied by the values once, at the end.
#include "core/stats/ordinal_likelihood.h"

#include <array>

#include "core/base/elementary.h"
#include "core/stats/ordinal_case.h"

namespace npscope {
namespace {

/// Sum of logarithms as the logarithm of products, which are kept away from underflow.
class LogSum {
 public:
  void add(double factor, uint64_t times) {
    if (times != 1 || factor < kSmall) {
      sum_ += static_cast<double>(times) * math::log(factor);
      return;
    }
    product_ *= factor;
    if (product_ < kSmall) {
      sum_ += math::log(product_);
      product_ = 1;
    }
  }
  [[nodiscard]] double value() const { return sum_ + math::log(product_); }

 private:
  static constexpr double kSmall = 1e-150;
  double sum_ = 0;
  double product_ = 1;
};

struct Slopes {
  std::array<double, kMostClasses> thresholds{};
  std::vector<std::array<double, 256>> predictor;
  std::array<double, 16> free{};
};

/// Passes over one class; what depends on gaps only is added by the caller.
[[gnu::noinline]] double add_class(const OrdinalCases& cases, const OrdinalParameters& parameters, const OrdinalTables& tables,
                                   size_t in, Slopes& slopes) {
  LogSum likelihood;
  const double* thresholds = parameters.thresholds.data();
  // Without a free driver all of `free` is 0, whichever value is looked up.
  const size_t free_driver = tables.free_driver;
  const size_t bytes = tables.predictor.size();
  double sum_above = 0;
  double sum_below = 0;
  for (const OrdinalEntry& entry : cases.of_class(in)) {
    const Pattern pattern = entry.pattern;
    const unsigned free_value = pattern.value(free_driver);
    const OrdinalCase one = ordinal_case(thresholds, cases.classes, in, tables.predictor_of(pattern), tables.free[free_value]);
    likelihood.add(one.likelihood, entry.count);
    const auto count = static_cast<double>(entry.count);
    const double above = count * one.above;
    const double below = count * one.below;
    sum_above += above;
    sum_below += below;
    const double along = below - above;
    for (size_t byte = 0; byte < bytes; ++byte) slopes.predictor[byte][pattern.bits() >> 8 * byte & 255] += along;
    if (in >= 1) slopes.free[free_value] += in >= 2 ? above - below : above;
  }
  slopes.thresholds[in] += sum_above;
  // The lowest class has no threshold below.
  if (in >= 1) slopes.thresholds[in - 1] -= sum_below;
  return likelihood.value();
}

/// Sums over the inner class `in` of the part of the slope that depends on the gap, q, and of its change, q (1 + q), each times the
/// powers of the free driver's value.
struct GapSums {
  std::array<double, 2> slope{};
  std::array<double, 3> change{};
};

GapSums gap_sums(const OrdinalCases& cases, const OrdinalParameters& parameters, const OrdinalTables& tables, size_t in) {
  GapSums sums;
  for (size_t value = 0; value < 16; ++value) {
    const uint64_t responses = parameters.free_driver ? cases.counts[*parameters.free_driver][in][value]
                               : value == 0           ? cases.responses_of[in]
                                                      : 0;
    const auto count = static_cast<double>(responses);
    const auto x = static_cast<double>(value);
    const double q = tables.inverse_gap[in][value];
    sums.slope[0] += count * q;
    sums.slope[1] += count * q * x;
    sums.change[0] += count * q * (1 + q);
    sums.change[1] += count * q * (1 + q) * x;
    sums.change[2] += count * q * (1 + q) * x * x;
  }
  return sums;
}

}  // namespace

OrdinalEvaluation evaluate(const OrdinalCases& cases, const OrdinalParameters& parameters) {
  const OrdinalTables tables = ordinal_tables(cases, parameters);
  OrdinalEvaluation result{tables.ordered, 0, std::vector<double>(parameters.size(), 0.0)};
  if (!tables.ordered) return result;
  Slopes slopes;
  slopes.predictor.resize(tables.predictor.size());
  result.log_likelihood = tables.log_gaps;
  for (size_t in = 0; in < cases.classes; ++in) result.log_likelihood += add_class(cases, parameters, tables, in, slopes);
  const size_t thresholds = parameters.thresholds.size();
  for (size_t t = 0; t < thresholds; ++t) result.gradient[t] = slopes.thresholds[t];
  for (size_t in = 1; in + 1 < cases.classes; ++in) {
    const GapSums sums = gap_sums(cases, parameters, tables, in);
    result.gradient[in] += sums.slope[0];
    result.gradient[in - 1] -= sums.slope[0];
    if (parameters.free_driver) result.gradient.back() -= sums.slope[1];
  }
  for (size_t driver = 0; driver < cases.drivers; ++driver) {
    double& slope = result.gradient[thresholds + driver];
    for (size_t pair = 0; pair < 256; ++pair) {
      const size_t value = driver % 2 == 0 ? pair & 15 : pair >> 4;
      slope += static_cast<double>(value) * slopes.predictor[driver / 2][pair];
    }
  }
  if (parameters.free_driver) {
    for (size_t value = 0; value < 16; ++value) result.gradient.back() -= static_cast<double>(value) * slopes.free[value];
  }
  return result;
}

Matrix information_matrix(const OrdinalCases& cases, const OrdinalParameters& parameters, const OrdinalInformation& sums) {
  const OrdinalTables tables = ordinal_tables(cases, parameters);
  const size_t thresholds = parameters.thresholds.size();
  const size_t drivers = parameters.slopes.size();
  Matrix result(parameters.size());
  const auto set = [&](size_t i, size_t j, double value) { result(i, j) = result(j, i) = value; };
  const auto add = [&](size_t i, size_t j, double value) { set(i, j, result(i, j) + value); };
  for (size_t t = 0; t < thresholds; ++t) {
    const OrdinalInformation::AtThreshold& at = sums.thresholds[t];
    add(t, t, at.weight);
    for (size_t i = 0; i < drivers; ++i) {
      set(thresholds + i, t, -at.values[i]);
      for (size_t j = 0; j <= i; ++j) add(thresholds + i, thresholds + j, at.products(i, j));
    }
  }
  const size_t free_place = thresholds + drivers;
  for (size_t in = 1; in + 1 < cases.classes; ++in) {
    const GapSums gaps = gap_sums(cases, parameters, tables, in);
    add(in, in, gaps.change[0]);
    add(in - 1, in - 1, gaps.change[0]);
    add(in, in - 1, -gaps.change[0]);
    if (!parameters.free_driver) continue;
    add(free_place, in, -gaps.change[1]);
    add(free_place, in - 1, gaps.change[1]);
    add(free_place, free_place, gaps.change[2]);
  }
  if (parameters.free_driver) {
    const size_t driver = *parameters.free_driver;
    const OrdinalInformation::AtThreshold& at = sums.thresholds[1];
    add(free_place, 1, -at.values[driver]);
    for (size_t j = 0; j < drivers; ++j) set(free_place, thresholds + j, at.products(driver, j));
    add(free_place, free_place, at.products(driver, driver));
  }
  return result;
}

double free_gradient(const OrdinalCases& cases, const OrdinalParameters& parameters, const OrdinalInformation& sums) {
  const OrdinalTables tables = ordinal_tables(cases, parameters);
  return -sums.thresholds[1].slopes[*parameters.free_driver] - gap_sums(cases, parameters, tables, 1).slope[1];
}

}  // namespace npscope
