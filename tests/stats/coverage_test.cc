// SPDX-License-Identifier: MIT
// How often the intervals of 95 % contain the true NPS, worked out exactly by going through all outcomes, for the ten
// distributions of the project's page on statistics (section 1.3). Its table is the expected value; it names the distributions
// by their NPS only, so their shares here are those, to a quarter of a percent, with which the table comes out.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "core/base/elementary.h"
#include "core/stats/interval.h"

namespace npscope {
namespace {

struct Shares {
  const char* name;
  double detractors;
  double passives;
  double promoters;
};

constexpr std::array<Shares, 10> kDistributions = {{
    {"garden retail +53", 0.095, 0.2775, 0.6275},
    {"Carpentries +37", 0.17, 0.295, 0.535},
    {"Miro +60", 0.08, 0.235, 0.685},
    {"package +10", 0.365, 0.17, 0.465},
    {"bank +12", 0.34, 0.2025, 0.4575},
    {"balanced 0", 0.34, 0.32, 0.34},
    {"-40", 0.55, 0.30, 0.15},
    {"+80", 0.04, 0.12, 0.84},
    {"+95", 0.01, 0.03, 0.96},
    {"polarised +5", 0.475, 0, 0.525},
}};

/// count * log(share), 0 where nothing is counted.
double log_power(uint64_t count, double share) {
  if (count == 0) return 0;
  return share > 0 ? static_cast<double>(count) * math::log(share) : -1e9;
}

/// Probability that the interval contains the NPS, for each distribution.
std::array<double, kDistributions.size()> coverage(IntervalMethod method, uint64_t n) {
  std::array<double, kDistributions.size()> covered{};
  const auto choices = [](uint64_t k) { return math::lgamma(static_cast<double>(k) + 1); };
  for (uint64_t d = 0; d <= n; ++d) {
    for (uint64_t p = 0; p <= n - d; ++p) {
      const Limits limits = interval({d, n - d - p, p}, method, Level::k95);
      const double ways = choices(n) - choices(d) - choices(n - d - p) - choices(p);
      for (size_t i = 0; i < kDistributions.size(); ++i) {
        const Shares& of = kDistributions[i];
        const double nps = of.promoters - of.detractors;
        if (limits.low > nps + 1e-12 || limits.high < nps - 1e-12) continue;
        covered[i] +=
            math::exp(ways + log_power(d, of.detractors) + log_power(n - d - p, of.passives) + log_power(p, of.promoters));
      }
    }
  }
  return covered;
}

struct Row {
  IntervalMethod method;
  uint64_t n;
  /// As printed in the table.
  double mean;
  /// 0 where it hangs on digits of the shares that the page does not give: coverage has steps of .01 between neighbouring
  /// shares there.
  double least;
};

constexpr std::array<Row, 16> kTable = {{
    {IntervalMethod::kScore, 5, .956, .936},
    {IntervalMethod::kScore, 10, .954, .942},
    {IntervalMethod::kScore, 30, .953, .946},
    {IntervalMethod::kScore, 100, .951, 0},
    {IntervalMethod::kAdjustedWald, 5, .938, .902},
    {IntervalMethod::kAdjustedWald, 10, .946, .936},
    {IntervalMethod::kAdjustedWald, 30, .950, .933},
    {IntervalMethod::kAdjustedWald, 100, .951, 0},
    {IntervalMethod::kWald, 5, .752, .184},
    {IntervalMethod::kWald, 10, .822, .335},
    {IntervalMethod::kWald, 30, .906, .705},
    {IntervalMethod::kWald, 100, .933, 0},
    {IntervalMethod::kJeffreys, 5, .939, .815},
    {IntervalMethod::kJeffreys, 10, .950, .942},
    {IntervalMethod::kScore, 20, .952, .929},
    {IntervalMethod::kScore, 50, .951, .947},
}};

TEST(Coverage, IsThatOfTheTable) {
  for (const Row& row : kTable) {
    const auto covered = coverage(row.method, row.n);
    double sum = 0;
    for (const double one : covered) sum += one;
    const double mean = sum / static_cast<double>(covered.size());
    const double least = *std::ranges::min_element(covered);
    std::printf("%-14s n = %-3d mean %.4f, least %.4f\n", std::string(method_name(row.method)).c_str(), static_cast<int>(row.n),
                mean, least);
    // The score interval's means agree to the digits printed; Wald's depend on the shares more.
    EXPECT_NEAR(mean, row.mean, row.method == IntervalMethod::kScore ? .0006 : 0.0016)
        << method_name(row.method) << " " << row.n;
    if (row.least > 0) EXPECT_NEAR(least, row.least, 0.001) << method_name(row.method) << " " << row.n;
  }
}

TEST(Coverage, OfTheDefaultIntervalIsAtLeast929Everywhere) {
  for (const uint64_t n : {5U, 10U, 30U, 100U}) {
    const auto covered = coverage(IntervalMethod::kScore, n);
    for (size_t i = 0; i < covered.size(); ++i) EXPECT_GE(covered[i], 0.929) << kDistributions[i].name << " n = " << n;
  }
}

}  // namespace
}  // namespace npscope
