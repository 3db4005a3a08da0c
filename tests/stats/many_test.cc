// SPDX-License-Identifier: MIT
// Many NPS: adjusted p values as R gives them, the Q test, segments against the rest, and mix and rate. The vectors of R and
// Python are checked in vectors_test.cc.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "core/stats/decomposition.h"
#include "core/stats/homogeneity.h"
#include "core/stats/multiplicity.h"
#include "core/stats/segments.h"

namespace npscope {
namespace {

void expect_near(const std::vector<double>& found, const std::vector<double>& wanted) {
  ASSERT_EQ(found.size(), wanted.size());
  for (size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-12) << i;
}

// p.adjust(c(0.04, 0.001, 0.03, 0.5, 0.01), …) by hand from the definitions.
TEST(Adjusted, FollowsTheDefinitions) {
  const std::vector<double> p = {0.04, 0.001, 0.03, 0.5, 0.01};
  expect_near(adjusted(p, Adjustment::kBonferroni), {0.2, 0.005, 0.15, 1, 0.05});
  expect_near(adjusted(p, Adjustment::kHolm), {0.09, 0.005, 0.09, 0.5, 0.04});
  expect_near(adjusted(p, Adjustment::kBenjaminiHochberg), {0.05, 0.005, 0.05, 0.5, 0.025});
  // times 1 + 1/2 + 1/3 + 1/4 + 1/5 = 137/60
  expect_near(adjusted(p, Adjustment::kBenjaminiYekutieli),
              {0.05 * 137 / 60, 0.005 * 137 / 60, 0.05 * 137 / 60, 1, 0.025 * 137 / 60});
  expect_near(adjusted(p, Adjustment::kNone), p);
}

TEST(Adjusted, OfNoneOneAndEqualTests) {
  for (const Adjustment method : {Adjustment::kBenjaminiHochberg, Adjustment::kBenjaminiYekutieli, Adjustment::kHolm,
                                  Adjustment::kBonferroni, Adjustment::kNone}) {
    EXPECT_TRUE(adjusted({}, method).empty());
    expect_near(adjusted(std::array{0.03}, method), {0.03});
    EXPECT_EQ(adjustment_named(adjustment_name(method)), method);
    for (const double one : adjusted(std::array{0.0, 0.0, 1.0, 1.0}, method)) EXPECT_TRUE(one == 0 || one == 1);
  }
  EXPECT_FALSE(adjustment_named("BH"));
}

TEST(Homogeneity, OfTwoGroupsIsTheSquareOfZ) {
  // 20/30/50 against 35/30/35: z = 0.3 / sqrt(0.0061 + 0.007).
  const auto found = homogeneity(std::array{GroupCounts{20, 30, 50}, GroupCounts{35, 30, 35}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->q, 0.09 / 0.0131, 1e-12);
  EXPECT_EQ(found->degrees, 1U);
  EXPECT_NEAR(found->p, 0.008764341970213857, 1e-12);
  EXPECT_FALSE(found->smoothed);
}

TEST(Homogeneity, DoesNotLetAGroupWithoutVarianceDecide) {
  const auto found = homogeneity(std::array{GroupCounts{0, 0, 3}, GroupCounts{200, 300, 500}, GroupCounts{}});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->smoothed);
  EXPECT_EQ(found->degrees, 1U);
  EXPECT_NEAR(found->pooled, 0.3, 0.05);
  EXPECT_TRUE(found->p > 0 && found->p < 1);
  const auto same = homogeneity(std::array{GroupCounts{0, 0, 3}, GroupCounts{0, 0, 9}});
  EXPECT_EQ(same->q, 0);
  EXPECT_EQ(same->p, 1);
}

TEST(Homogeneity, OfFewerThanTwoGroupsIsNothing) {
  EXPECT_FALSE(homogeneity({}));
  EXPECT_FALSE(homogeneity(std::array{GroupCounts{1, 2, 3}, GroupCounts{}}));
}

TEST(Segments, AreComparedWithEverybodyElse) {
  const std::array segments = {GroupCounts{20, 30, 50}, GroupCounts{}, GroupCounts{35, 30, 35}, GroupCounts{10, 10, 12}};
  const auto found = each_against_rest(segments, 0.95);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[1]);
  const auto alone = difference({20, 30, 50}, {45, 40, 47}, 0.95);
  EXPECT_EQ(found[0]->difference.p, alone->p);
  EXPECT_EQ(found[0]->difference.limits.low, alone->limits.low);
  expect_near({found[0]->adjusted_p, found[2]->adjusted_p, found[3]->adjusted_p},
              adjusted(std::array{found[0]->difference.p, found[2]->difference.p, found[3]->difference.p},
                       Adjustment::kBenjaminiHochberg));
}

TEST(Segments, OneThatHasAllResponsesHasNoRest) {
  EXPECT_FALSE(each_against_rest(std::array{GroupCounts{1, 2, 3}, GroupCounts{}}, 0.95)[0]);
  EXPECT_TRUE(each_against_rest({}, 0.95).empty());
}

TEST(Segments, TenThousandOfThemAreCompared) {
  std::mt19937 random(91);
  std::vector<GroupCounts> segments(10000);
  for (GroupCounts& segment : segments) segment = {random() % 4, random() % 4, random() % 4 + 1};
  const auto found = each_against_rest(segments, 0.95);
  for (const auto& one : found) {
    ASSERT_TRUE(one);
    ASSERT_TRUE(one->adjusted_p >= one->difference.p && one->adjusted_p <= 1);
  }
}

// 60 of A at +50 and 40 of B at 0 become 40 and 60 of the same: the score falls 10 points, all of it mix.
TEST(Decomposition, OfAChangeOfMixOnly) {
  const auto found = decompose(std::array{GroupCounts{0, 30, 30}, GroupCounts{10, 20, 10}},
                               std::array{GroupCounts{0, 20, 20}, GroupCounts{15, 30, 15}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->before, 0.3, 1e-15);
  EXPECT_NEAR(found->after, 0.2, 1e-15);
  EXPECT_NEAR(found->mix, -0.1, 1e-15);
  EXPECT_NEAR(found->rate, 0, 1e-15);
}

TEST(Decomposition, AddsUpToTheChange) {
  std::mt19937 random(92);
  for (int i = 0; i < 100; ++i) {
    std::vector<GroupCounts> before;
    std::vector<GroupCounts> after;
    GroupCounts all_before;
    GroupCounts all_after;
    for (int k = 0; k < 6; ++k) {
      before.push_back(random() % 4 == 0 ? GroupCounts{} : GroupCounts{random() % 20, random() % 20, random() % 20});
      after.push_back(random() % 4 == 0 ? GroupCounts{} : GroupCounts{random() % 20, random() % 20, random() % 20});
      all_before.merge(before.back());
      all_after.merge(after.back());
    }
    const auto found = decompose(before, after);
    if (all_before.responses() == 0 || all_after.responses() == 0) {
      ASSERT_FALSE(found);
      continue;
    }
    const auto nps = [](const GroupCounts& counts) {
      return (static_cast<double>(counts.promoters) - static_cast<double>(counts.detractors)) /
             static_cast<double>(counts.responses());
    };
    ASSERT_TRUE(found);
    ASSERT_NEAR(found->before, nps(all_before), 1e-14);
    ASSERT_NEAR(found->after, nps(all_after), 1e-14);
    ASSERT_NEAR(found->mix + found->rate, nps(all_after) - nps(all_before), 1e-14);
    for (size_t k = 0; k < before.size(); ++k) {
      if (before[k].responses() == 0 || after[k].responses() == 0) ASSERT_EQ(found->segments[k].rate, 0);
    }
  }
}

}  // namespace
}  // namespace npscope
