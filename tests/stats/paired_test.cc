// SPDX-License-Identifier: MIT
// The same respondents twice: the sign-flip test against every way to flip, the interval's coverage worked out exactly, and its
// ends.
#include "core/stats/paired.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "core/base/elementary.h"
#include "core/stats/difference.h"

namespace npscope {
namespace {

GroupPairCounts table(const std::array<uint64_t, 9>& cells) {
  GroupPairCounts pairs;
  for (unsigned i = 0; i < 9; ++i) pairs.add(i / 3, i % 3, cells[i]);
  return pairs;
}

double by_every_flip(const std::array<uint64_t, 9>& cells) {
  std::vector<int> changes;
  int observed = 0;
  for (int i = 0; i < 9; ++i) {
    const int change = i % 3 - i / 3;
    if (change != 0) changes.insert(changes.end(), cells[static_cast<size_t>(i)], change);
  }
  for (const int change : changes) observed += change;
  int extreme = 0;
  for (unsigned mask = 0; mask < 1U << changes.size(); ++mask) {
    int sum = 0;
    for (size_t i = 0; i < changes.size(); ++i) sum += (mask >> i & 1U) != 0 ? changes[i] : -changes[i];
    extreme += std::abs(sum) >= std::abs(observed) ? 1 : 0;
  }
  return extreme / static_cast<double>(1U << changes.size());
}

TEST(PairedDifference, HasTheShareOfFlipsAtLeastAsFar) {
  std::mt19937 random(81);
  for (int i = 0; i < 100; ++i) {
    std::array<uint64_t, 9> cells{};
    for (uint64_t& cell : cells) cell = random() % 3;
    cells[8] += 1;
    const auto found = paired_difference(table(cells), 0.95);
    ASSERT_TRUE(found);
    ASSERT_NEAR(found->p, by_every_flip(cells), 1e-14);
  }
}

TEST(PairedDifference, OfAHandCount) {
  // Ten people: two rose from detractor to promoter, one fell from promoter to passive, seven stayed.
  const auto found = paired_difference(table({2, 0, 2, 0, 1, 0, 0, 1, 4}), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->respondents, 10U);
  EXPECT_EQ(found->moved_up, 2U);
  EXPECT_EQ(found->moved_down, 1U);
  EXPECT_DOUBLE_EQ(found->estimate, 0.3);
  // Squares 2 * 4 + 1 = 9: variance 0.9 - 0.09.
  EXPECT_DOUBLE_EQ(found->standard_error, std::sqrt(0.81 / 10));
  // |+-2 +-2 +-1| >= 3 in 4 of 8.
  EXPECT_DOUBLE_EQ(found->p, 0.5);
}

TEST(PairedDifference, IsTheDifferenceOfTheMargins) {
  std::mt19937 random(82);
  for (int i = 0; i < 100; ++i) {
    std::array<uint64_t, 9> cells{};
    for (uint64_t& cell : cells) cell = random() % 50;
    cells[4] += 1;
    const GroupPairCounts pairs = table(cells);
    const auto paired = paired_difference(pairs, 0.95);
    const auto apart = difference(counts_after(pairs), counts_before(pairs), 0.95);
    ASSERT_TRUE(paired && apart);
    ASSERT_NEAR(paired->estimate, apart->estimate, 1e-14);
    ASSERT_LE(paired->limits.low, paired->estimate);
    ASSERT_GE(paired->limits.high, paired->estimate);
  }
}

TEST(PairedDifference, IsMoreCertainThanTwoSamplesWhenPeopleRepeatThemselves) {
  const GroupPairCounts pairs = table({30, 2, 1, 1, 30, 6, 0, 1, 29});
  const auto paired = paired_difference(pairs, 0.95);
  const auto apart = difference(counts_after(pairs), counts_before(pairs), 0.95);
  EXPECT_LT(paired->limits.high - paired->limits.low, 0.5 * (apart->limits.high - apart->limits.low));
  EXPECT_LT(paired->p, apart->p);
}

TEST(PairedDifference, OfManyPeopleIsNormal) {
  // 900 of 4000 rose by one, 800 fell by one: z = 100 / sqrt(1700) = 2.42536, p = 0.015293.
  const auto found = paired_difference(table({500, 900, 0, 800, 900, 0, 0, 0, 900}), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->test, PairedTest::kNormal);
  EXPECT_NEAR(found->p, 0.015293, 1e-6);
  EXPECT_NEAR(found->standard_error, std::sqrt((1700.0 / 4000 - 0.025 * 0.025) / 4000), 1e-15);
  EXPECT_NEAR((found->limits.high - found->limits.low) / 2, 1.96 * found->standard_error, 0.03 * found->standard_error);
}

TEST(PairedDifference, OfNobodyOneOrEqualAnswersIsDefined) {
  EXPECT_FALSE(paired_difference({}, 0.95));
  for (unsigned i = 0; i < 9; ++i) {
    for (const uint64_t people : {1U, 5U, 5000U}) {
      std::array<uint64_t, 9> cells{};
      cells[i] = people;
      const auto found = paired_difference(table(cells), 0.95);
      ASSERT_TRUE(found);
      EXPECT_TRUE(found->p >= 0 && found->p <= 1) << i;
      EXPECT_TRUE(found->limits.low <= found->estimate && found->limits.high >= found->estimate) << i << " " << people;
      EXPECT_GT(found->limits.high - found->limits.low, 0) << i;
      EXPECT_TRUE(found->limits.low >= -2 && found->limits.high <= 2) << i;
    }
  }
}

/// Probability that the interval of ten people contains the true change, over all tables.
double coverage(const std::array<double, 9>& shares) {
  constexpr uint64_t kPeople = 10;
  double truth = 0;
  for (int i = 0; i < 9; ++i) {
    const int change = i % 3 - i / 3;
    truth += shares[static_cast<size_t>(i)] * change;
  }
  std::array<uint64_t, 9> cells{};
  double covered = 0;
  const auto each = [&](const auto& self, size_t cell, uint64_t left, double chance) -> void {
    if (chance < 1e-9) return;
    if (cell == 8) {
      cells[8] = left;
      for (uint64_t k = 0; k < left; ++k) chance *= shares[8];
      const Limits limits = paired_difference(table(cells), 0.95)->limits;
      if (limits.low <= truth + 1e-12 && limits.high >= truth - 1e-12) covered += chance;
      return;
    }
    // Binomial coefficients of the people left make up the multinomial one.
    double ways = chance;
    for (uint64_t k = 0; k <= left; ++k) {
      cells[cell] = k;
      self(self, cell + 1, left - k, ways);
      ways *= shares[cell] * static_cast<double>(left - k) / static_cast<double>(k + 1);
    }
  };
  each(each, 0, kPeople, 1);
  return covered;
}

TEST(PairedDifference, CoversTheTruthInNinetyThreePointEightPercentWithTenPeople) {
  const std::array<std::array<double, 9>, 7> tables = {{
      {.15, .08, .02, .05, .20, .10, .02, .08, .30},
      {.20, .02, .00, .02, .26, .03, .00, .02, .45},
      {.04, .06, .10, .06, .09, .15, .10, .15, .25},
      {.05, .10, .15, .02, .10, .28, .00, .05, .25},
      {.01, .01, .02, .01, .05, .05, .02, .05, .78},
      {.30, .05, .10, .05, .05, .05, .10, .05, .25},
      {.32, .005, .005, .005, .31, .01, .005, .01, .33},
  }};
  for (const auto& shares : tables) EXPECT_GE(coverage(shares), 0.938);
}

}  // namespace
}  // namespace npscope
