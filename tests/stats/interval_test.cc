// SPDX-License-Identifier: MIT
// Intervals: properties that hold for all counts, and limits with a closed form. The vectors of R and Python are checked in
// tests/node/vectors.test.mjs.
#include "core/stats/interval.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace npscope {
namespace {

// Jeffreys' interval, which takes longer, has tests of its own in posterior_test.cc.
constexpr std::array kMethods = {IntervalMethod::kScore, IntervalMethod::kAdjustedWald, IntervalMethod::kWald};

std::vector<GroupCounts> many_counts() {
  std::vector<GroupCounts> all;
  for (uint64_t d = 0; d <= 7; ++d) {
    for (uint64_t s = 0; s <= 7; ++s) {
      for (uint64_t p = 0; p <= 7; ++p) {
        if (d + s + p > 0) all.push_back({d, s, p});
      }
    }
  }
  std::mt19937_64 random(61);
  for (int i = 0; i < 200; ++i) all.push_back({random() % 3000, random() % 3000, 1 + random() % 3000});
  all.push_back({1, 0, 1000000});
  all.push_back({1000000000, 1000000000, 1000000001});
  all.push_back({0, 1, UINT64_C(1) << 40});
  return all;
}

double estimate(const GroupCounts& counts) {
  return (static_cast<double>(counts.promoters) - static_cast<double>(counts.detractors)) /
         static_cast<double>(counts.responses());
}

std::string shown(const GroupCounts& counts) {
  return std::to_string(counts.detractors) + "-" + std::to_string(counts.passives) + "-" + std::to_string(counts.promoters);
}

TEST(Interval, LiesWithinMinusOneAndOneAndIsOrdered) {
  for (const GroupCounts& counts : many_counts()) {
    for (const IntervalMethod method : kMethods) {
      for (const Level level : kLevels) {
        const Limits limits = interval(counts, method, level);
        ASSERT_GE(limits.low, -1) << shown(counts);
        ASSERT_LE(limits.high, 1) << shown(counts);
        ASSERT_LE(limits.low, limits.high) << shown(counts);
      }
    }
  }
}

TEST(Interval, OfTheScoreMethodContainsTheEstimateAndHasAWidth) {
  for (const GroupCounts& counts : many_counts()) {
    for (const Level level : kLevels) {
      const Limits limits = interval(counts, IntervalMethod::kScore, level);
      ASSERT_LE(limits.low, estimate(counts) + 1e-12) << shown(counts);
      ASSERT_GE(limits.high, estimate(counts) - 1e-12) << shown(counts);
      ASSERT_GT(limits.high - limits.low, 0) << shown(counts);
    }
  }
}

TEST(Interval, MirrorsWhenDetractorsAndPromotersSwap) {
  for (const GroupCounts& counts : many_counts()) {
    const GroupCounts swapped{counts.promoters, counts.passives, counts.detractors};
    for (const IntervalMethod method : kMethods) {
      const Limits limits = interval(counts, method, Level::k95);
      const Limits mirrored = interval(swapped, method, Level::k95);
      ASSERT_NEAR(mirrored.low, -limits.high, 1e-9) << shown(counts) << " " << method_name(method);
      ASSERT_NEAR(mirrored.high, -limits.low, 1e-9) << shown(counts) << " " << method_name(method);
    }
  }
}

TEST(Interval, GrowsWithTheLevel) {
  for (const GroupCounts& counts : many_counts()) {
    for (const IntervalMethod method : kMethods) {
      Limits narrow = interval(counts, method, 0.5);
      for (const Level level : kLevels) {
        const Limits wide = interval(counts, method, level);
        ASSERT_LE(wide.low, narrow.low) << shown(counts);
        ASSERT_GE(wide.high, narrow.high) << shown(counts);
        narrow = wide;
      }
    }
  }
}

TEST(Interval, ShrinksWithTheNumberOfResponses) {
  for (const GroupCounts& counts : {GroupCounts{2, 3, 5}, GroupCounts{1, 1, 8}, GroupCounts{0, 3, 27}, GroupCounts{5, 0, 5}}) {
    for (const IntervalMethod method : kMethods) {
      double before = 3;
      for (const uint64_t times : {1U, 4U, 16U, 64U, 4096U}) {
        const Limits limits =
            interval({counts.detractors * times, counts.passives * times, counts.promoters * times}, method, Level::k95);
        ASSERT_LT(limits.high - limits.low, before) << shown(counts);
        before = limits.high - limits.low;
      }
    }
  }
}

// With all responses in one group Tango's limit is Wilson's for 0 of n, as a share of the way from the end: with all of them
// promoters low = (n - z²) / (n + z²) … the nuisance share is 0 there, so T(theta) = sqrt(n (1 - theta) / (1 + theta)).
TEST(Interval, OfUnanimousAnswersHasAClosedForm) {
  constexpr std::array<double, 4> kQuantiles = {1.2815515655446004, 1.6448536269514722, 1.959963984540054, 2.5758293035489004};
  for (const uint64_t n : {1U, 2U, 5U, 10U, 100U}) {
    for (size_t i = 0; i < kLevels.size(); ++i) {
      const double z2 = kQuantiles[i] * kQuantiles[i];
      const double size = static_cast<double>(n);
      const Limits promoters = interval({0, 0, n}, IntervalMethod::kScore, kLevels[i]);
      EXPECT_NEAR(promoters.low, (size - z2) / (size + z2), 1e-11) << n;
      EXPECT_EQ(promoters.high, 1);
      const Limits detractors = interval({n, 0, 0}, IntervalMethod::kScore, kLevels[i]);
      EXPECT_EQ(detractors.low, -1);
      EXPECT_NEAR(detractors.high, -(size - z2) / (size + z2), 1e-11) << n;
    }
  }
}

TEST(Interval, OfWaldIsTheTextbookFormula) {
  // 20, 30, 50: nps 0.3, variance 0.61, standard error sqrt(0.61 / 100).
  const Limits limits = interval({20, 30, 50}, IntervalMethod::kWald, Level::k95);
  EXPECT_NEAR(limits.low, 0.3 - 1.959963984540054 * std::sqrt(0.0061), 1e-14);
  EXPECT_NEAR(limits.high, 0.3 + 1.959963984540054 * std::sqrt(0.0061), 1e-14);
  const Limits none = interval({0, 5, 0}, IntervalMethod::kWald, Level::k95);
  EXPECT_EQ(none.low, 0);
  EXPECT_EQ(none.high, 0);
}

TEST(Interval, OfANamedLevelIsThatOfAnyLevel) {
  for (const GroupCounts& counts : {GroupCounts{2, 3, 5}, GroupCounts{0, 3, 27}, GroupCounts{5, 0, 5}}) {
    for (const Level level : kLevels) {
      const Limits named = interval(counts, IntervalMethod::kScore, level);
      const Limits any = interval(counts, IntervalMethod::kScore, level_value(level));
      EXPECT_NEAR(named.low, any.low, 1e-14);
      EXPECT_NEAR(named.high, any.high, 1e-14);
    }
  }
}

TEST(Interval, InAPopulationShrinksToNothingWhenAllHaveAnswered) {
  const GroupCounts counts{20, 30, 50};
  const Limits endless = interval(counts, IntervalMethod::kScore, 0.95);
  double before = endless.high - endless.low;
  // Wald's margin at n = 100 of N = 200 is 0.1530781 sqrt(100 / 199) = 0.1085; the score interval is close to it there.
  const auto half = interval_in_population(counts, 200, 0.95);
  ASSERT_TRUE(half);
  EXPECT_NEAR((half->high - half->low) / 2, 0.1085, 0.001);
  for (const uint64_t population : {UINT64_C(1000000000), UINT64_C(1000), UINT64_C(200), UINT64_C(101), UINT64_C(100)}) {
    const auto limits = interval_in_population(counts, population, 0.95);
    ASSERT_TRUE(limits) << population;
    EXPECT_LE(limits->low, 0.3);
    EXPECT_GE(limits->high, 0.3);
    EXPECT_LT(limits->high - limits->low, before) << population;
    before = limits->high - limits->low;
  }
  EXPECT_EQ(before, 0);
  EXPECT_FALSE(interval_in_population(counts, 99, 0.95));
  EXPECT_FALSE(interval_in_population({}, 99, 0.95));
}

TEST(IntervalNames, AreReadBack) {
  EXPECT_EQ(method_named("jeffreys"), IntervalMethod::kJeffreys);
  EXPECT_EQ(method_name(IntervalMethod::kJeffreys), "jeffreys");
  for (const IntervalMethod method : kMethods) EXPECT_EQ(method_named(method_name(method)), method);
  EXPECT_EQ(method_named("score"), IntervalMethod::kScore);
  EXPECT_EQ(method_named("adjusted-wald"), IntervalMethod::kAdjustedWald);
  EXPECT_EQ(method_named("wald"), IntervalMethod::kWald);
  for (const std::string text : {"", "Wald", "tango", "adjusted wald"}) EXPECT_EQ(method_named(text), std::nullopt) << text;
  EXPECT_EQ(level_value(Level::k80), 0.8);
  EXPECT_EQ(level_named("0.8"), Level::k80);
  EXPECT_EQ(level_named("80%"), Level::k80);
  EXPECT_EQ(level_value(Level::k90), 0.9);
  EXPECT_EQ(level_value(Level::k95), 0.95);
  EXPECT_EQ(level_value(Level::k99), 0.99);
  for (const std::string text : {"0.95", "95", "95%"}) EXPECT_EQ(level_named(text), Level::k95) << text;
  EXPECT_EQ(level_named("90%"), Level::k90);
  EXPECT_EQ(level_named("0.99"), Level::k99);
  for (const std::string text : {"", "0.5", "1", "0.949", "950", "0,95", "-0.95"})
    EXPECT_EQ(level_named(text), std::nullopt) << text;
}

TEST(IntervalDeathTest, OfNothingIsABug) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  EXPECT_DEATH((void)interval({}, IntervalMethod::kScore, Level::k95), "");
}

}  // namespace
}  // namespace npscope
