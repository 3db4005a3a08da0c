// SPDX-License-Identifier: MIT
// Two NPS: the permutation test against every deal of the answers, MOVER against its formula, and what must hold for all
// counts. The vectors of R and Python are checked in vectors_test.cc.
#include "core/stats/difference.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>
#include <vector>

#include "core/stats/permutation.h"
#include "core/stats/wald_interval.h"

namespace npscope {
namespace {

/// The definition: all ways to deal the answers to two groups of these sizes.
double by_every_deal(const GroupCounts& first, const GroupCounts& second) {
  std::vector<int> answers;
  for (const GroupCounts& group : {first, second}) {
    answers.insert(answers.end(), group.detractors, -1);
    answers.insert(answers.end(), group.passives, 0);
    answers.insert(answers.end(), group.promoters, 1);
  }
  const auto n1 = static_cast<int>(first.responses());
  const auto n2 = static_cast<int>(second.responses());
  int all = 0;
  for (const int answer : answers) all += answer;
  const auto distance = [&](int net) { return std::abs(net * n2 - (all - net) * n1); };
  const int observed = distance(static_cast<int>(first.promoters) - static_cast<int>(first.detractors));
  int extreme = 0;
  int deals = 0;
  for (unsigned mask = 0; mask < 1U << answers.size(); ++mask) {
    if (std::popcount(mask) != n1) continue;
    int net = 0;
    for (size_t i = 0; i < answers.size(); ++i) net += (mask >> i & 1U) != 0 ? answers[i] : 0;
    ++deals;
    extreme += distance(net) >= observed ? 1 : 0;
  }
  return static_cast<double>(extreme) / deals;
}

TEST(Permutation, IsTheShareOfDealsAtLeastAsFarApart) {
  std::mt19937 random(71);
  for (int i = 0; i < 150; ++i) {
    const GroupCounts first{random() % 3, random() % 3, random() % 3 + 1};
    const GroupCounts second{random() % 3 + 1, random() % 3, random() % 3};
    ASSERT_NEAR(*permutation_p(first, second), by_every_deal(first, second), 1e-14);
  }
  // Two promoters against two detractors: 2 of 6 deals.
  EXPECT_DOUBLE_EQ(*permutation_p({0, 0, 2}, {2, 0, 0}), 1.0 / 3);
}

TEST(Permutation, DoesNotCareWhichGroupIsFirst) {
  std::mt19937 random(72);
  for (int i = 0; i < 50; ++i) {
    const GroupCounts first{random() % 30, random() % 30, random() % 30 + 1};
    const GroupCounts second{random() % 50 + 1, random() % 50, random() % 50};
    ASSERT_NEAR(*permutation_p(first, second), *permutation_p(second, first), 1e-13);
    ASSERT_GT(*permutation_p(first, second), 0);
    ASSERT_LE(*permutation_p(first, second), 1);
  }
}

TEST(Permutation, EndsAtThreeHundredAnswers) {
  EXPECT_TRUE(permutation_p({50, 50, 50}, {50, 50, 50}));
  EXPECT_FALSE(permutation_p({50, 50, 50}, {50, 50, 51}));
  EXPECT_FALSE(permutation_p({}, {1, 1, 1}));
  EXPECT_FALSE(permutation_p({UINT64_MAX / 4, 1, 1}, {1, 1, 1}));
  EXPECT_EQ(difference({50, 50, 50}, {50, 50, 50}, 0.95)->test, DifferenceTest::kPermutation);
  EXPECT_EQ(difference({50, 50, 50}, {50, 50, 51}, 0.95)->test, DifferenceTest::kAdjustedWald);
  EXPECT_EQ(difference({50, 50, 51}, {50, 50, 51}, 0.95)->p, 1);
}

/// Sums over what the smaller group may have, in Python's exact fractions.
TEST(Permutation, GoesOnForASmallGroupBesideALargeOne) {
  struct Row {
    GroupCounts first;
    GroupCounts second;
    double p;
  };
  const Row rows[] = {
      {{1, 0, 0}, {20, 280, 4000}, 21.0 / 4301},
      {{0, 0, 1}, {4000, 280, 20}, 21.0 / 4301},
      {{0, 1, 0}, {0, 0, 300}, 1.0 / 301},
      {{3, 0, 2}, {10, 100, 500}, 2645984.0 / 6164948969},
      {{0, 0, 5}, {500, 300, 200}, 120089.0 / 353653729},
      {{200, 300, 400}, {9, 1, 0}, 5.534992226129362e-06},
      {{8, 10, 12}, {100000, 200000, 700000}, 0.0003901323257349337},
      {{20, 5, 5}, {50, 100, 121}, 4.336709321425743e-07},
      {{30, 0, 0}, {0, 0, 100000}, 2.6402242208679385e-118},
      {{1, 0, 0}, {10'000'000'000, 10'000'000'000, 70'000'000'000}, 0.11111111112098765},
  };
  for (const Row& row : rows) {
    const std::optional<double> p = permutation_p(row.first, row.second);
    ASSERT_TRUE(p);
    EXPECT_NEAR(*p / row.p, 1, 1e-12) << row.p;
    EXPECT_EQ(*permutation_p(row.second, row.first), *p);
    EXPECT_EQ(difference(row.first, row.second, 0.95)->test, DifferenceTest::kPermutation);
  }
  EXPECT_EQ(*permutation_p({10, 10, 10}, {90, 90, 91}), 1);
  EXPECT_EQ(difference({10, 10, 11}, {90, 90, 90}, 0.95)->test, DifferenceTest::kAdjustedWald);
  EXPECT_FALSE(permutation_p({1, 0, 0}, {0, 0, kMostPermutedBeside + 1}));
  EXPECT_TRUE(permutation_p({30, 0, 0}, {0, 0, kMostPermutedBeside}));
}

/// One detractor beside 990 of 1,000: no deal of the answers gives less of a difference.
TEST(Permutation, DoesNotSeeWhatAdjustedWaldMakesUp) {
  const GroupCounts one{1, 0, 0};
  const GroupCounts many{990, 10, 0};
  EXPECT_LT(wald_difference(one, many, 0.95, kTriangularThree)->p, 0.05);
  EXPECT_EQ(difference(one, many, 0.95)->p, 1);
}

TEST(Permutation, AndAdjustedWaldMeetWhereOneTakesOver) {
  const GroupCounts first{30, 45, 75};
  const GroupCounts second{50, 45, 55};
  const double exact = *permutation_p(first, second);
  EXPECT_NEAR(wald_difference(first, second, 0.95, kTriangularThree)->p, exact, 0.1 * exact + 0.001);
}

TEST(Difference, TurnsSignWhenTheGroupsSwap) {
  std::mt19937 random(73);
  for (int i = 0; i < 200; ++i) {
    const GroupCounts first{random() % 40, random() % 40, random() % 40 + 1};
    const GroupCounts second{random() % 400 + 1, random() % 400, random() % 400};
    const auto forth = difference(first, second, 0.95);
    const auto back = difference(second, first, 0.95);
    ASSERT_TRUE(forth && back);
    ASSERT_NEAR(forth->estimate, -back->estimate, 1e-15);
    ASSERT_NEAR(forth->limits.low, -back->limits.high, 1e-15);
    ASSERT_NEAR(forth->p, back->p, 1e-12);
    ASSERT_LE(forth->limits.low, forth->estimate);
    ASSERT_GE(forth->limits.high, forth->estimate);
    ASSERT_GE(forth->limits.low, -2);
    ASSERT_LE(forth->limits.high, 2);
    ASSERT_TRUE(forth->p >= 0 && forth->p <= 1);
  }
}

TEST(Difference, OfNothingIsNothing) {
  EXPECT_FALSE(difference({}, {1, 1, 1}, 0.95));
  EXPECT_FALSE(difference({1, 1, 1}, {}, 0.95));
  EXPECT_FALSE(wald_difference({}, {1, 1, 1}, 0.95, kTriangularThree));
}

TEST(Difference, OfUnanimousGroupsHasAWidthAndAP) {
  const auto same = difference({0, 0, 5}, {0, 0, 9}, 0.95);
  ASSERT_TRUE(same);
  EXPECT_EQ(same->estimate, 0);
  EXPECT_EQ(same->p, 1);
  EXPECT_LT(same->limits.low, 0);
  EXPECT_GT(same->limits.high, 0);
  const auto opposite = difference({0, 0, 200}, {200, 0, 0}, 0.95);
  ASSERT_TRUE(opposite);
  EXPECT_EQ(opposite->estimate, 2);
  EXPECT_EQ(opposite->limits.high, 2);
  EXPECT_LT(opposite->limits.low, 2);
  EXPECT_LT(opposite->p, 1e-100);
  const auto single = difference({1, 0, 0}, {0, 0, 1}, 0.95);
  ASSERT_TRUE(single);
  EXPECT_EQ(single->p, 1);
  // The textbook test cannot say anything about groups that do not vary.
  EXPECT_FALSE(wald_difference({0, 0, 5}, {5, 0, 0}, 0.95, {}));
}

TEST(Mover, IsTheRootOfTheSquaredDistances) {
  const Limits limits = mover(0.5, {0.1, 0.8}, 0.2, {-0.1, 0.6});
  EXPECT_DOUBLE_EQ(limits.low, 0.3 - std::sqrt(0.16 + 0.16));
  EXPECT_DOUBLE_EQ(limits.high, 0.3 + std::sqrt(0.09 + 0.09));
}

}  // namespace
}  // namespace npscope
