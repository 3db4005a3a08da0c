// SPDX-License-Identifier: MIT
// Change points against the vector, against trying every partition, and what a person must not be told.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "core/stats/change_points.h"

namespace npscope {
namespace {

std::vector<Bucket> buckets_of(const std::vector<GroupCounts>& counts) {
  std::vector<Bucket> buckets;
  buckets.reserve(counts.size());
  for (size_t i = 0; i < counts.size(); ++i) buckets.push_back({static_cast<int64_t>(100 + 3 * i), counts[i]});
  return buckets;
}

const std::vector<GroupCounts> kTwelvePeriods = {{12, 15, 23}, {11, 14, 25}, {13, 16, 21}, {12, 12, 26},
                                                 {10, 15, 25}, {12, 14, 24}, {20, 14, 16}, {22, 13, 15},
                                                 {19, 16, 15}, {21, 12, 17}, {20, 15, 15}, {22, 14, 14}};

TEST(ChangePoints, VectorXCptMultinomial) {
  const auto found = change_points(buckets_of(kTwelvePeriods));
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->penalty, 7.4547199493640015, 1e-12);
  ASSERT_EQ(found->changes.size(), 1U);
  EXPECT_TRUE((found->changes[0].place == Boundary{5, 6}));
  EXPECT_NEAR(found->changes[0].improvement, 26.807018159337076, 1e-9);
  ASSERT_EQ(found->segments.size(), 2U);
  EXPECT_NEAR(found->segments[0].nps, 0.24666666666666667, 1e-12);
  EXPECT_NEAR(found->segments[1].nps, -0.10666666666666667, 1e-12);
  EXPECT_EQ(found->segments[0].first, 0U);
  EXPECT_EQ(found->segments[0].last, 5U);
  EXPECT_TRUE((found->segments[1].counts == GroupCounts{124, 84, 92}));
}

double cost_of(const GroupCounts& counts) {
  double cost = 0;
  for (const uint64_t count : {counts.detractors, counts.passives, counts.promoters}) {
    if (count > 0)
      cost -= 2 * static_cast<double>(count) * std::log(static_cast<double>(count) / static_cast<double>(counts.responses()));
  }
  return cost;
}

double cost_of(const std::vector<GroupCounts>& counts, size_t from, size_t to) {
  GroupCounts all;
  for (size_t i = from; i < to; ++i) all.merge(counts[i]);
  return cost_of(all);
}

// All 2^9 partitions of ten periods.
TEST(ChangePoints, AreThoseOfTheBestOfAllPartitions) {
  std::mt19937 random(83);
  int changes = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<GroupCounts> counts;
    for (int i = 0; i < 10; ++i) {
      const uint64_t tilt = (i / 3) % 2 == 0 ? 0 : random() % 30;
      counts.push_back({random() % 20 + tilt, random() % 20, random() % 20 + 1});
    }
    const double penalty = 3 * std::log(10.0);
    double best = INFINITY;
    for (unsigned cuts = 0; cuts < 512; ++cuts) {
      double cost = 0;
      size_t from = 0;
      for (size_t i = 1; i <= 10; ++i) {
        if (i < 10 && (cuts >> (i - 1) & 1) == 0) continue;
        cost += cost_of(counts, from, i) + (i < 10 ? penalty : 0);
        from = i;
      }
      best = std::min(best, cost);
    }
    const auto found = change_points(buckets_of(counts));
    double cost = penalty * static_cast<double>(found->changes.size());
    for (const ChangeSegment& segment : found->segments) cost += cost_of(counts, segment.first, segment.last + 1);
    ASSERT_NEAR(cost, best, 1e-9);
    changes += static_cast<int>(found->changes.size());
  }
  EXPECT_GT(changes, 20);
}

TEST(ChangePoints, HaveASpanOfBoundariesThatAreNearlyAsLikely) {
  std::vector<GroupCounts> counts = kTwelvePeriods;
  counts[5] = {16, 14, 20};
  const auto found = change_points(buckets_of(counts));
  ASSERT_EQ(found->changes.size(), 1U);
  const PossibleChange& change = found->changes[0];
  std::vector<size_t> likely;
  double best = INFINITY;
  for (size_t cut = 1; cut < 12; ++cut) best = std::min(best, cost_of(counts, 0, cut) + cost_of(counts, cut, 12));
  for (size_t cut = 1; cut < 12; ++cut) {
    if (cost_of(counts, 0, cut) + cost_of(counts, cut, 12) <= best + 2 * std::log(20.0)) likely.push_back(cut);
  }
  EXPECT_GT(likely.size(), 1U);
  EXPECT_TRUE((change.earliest == Boundary{likely.front() - 1, likely.front()}));
  EXPECT_TRUE((change.latest == Boundary{likely.back() - 1, likely.back()}));
}

TEST(ChangePoints, PassOverBucketsWithoutResponses) {
  std::vector<GroupCounts> counts = kTwelvePeriods;
  counts.insert(counts.begin() + 6, 2, GroupCounts{});
  const auto found = change_points(buckets_of(counts));
  ASSERT_EQ(found->changes.size(), 1U);
  EXPECT_TRUE((found->changes[0].place == Boundary{5, 8}));
  EXPECT_NEAR(found->penalty, 7.4547199493640015, 1e-12);
}

TEST(ChangePoints, OfEqualBucketsAreNone) {
  const auto found = change_points(buckets_of(std::vector<GroupCounts>(50, GroupCounts{0, 0, 4})));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->changes.empty());
  ASSERT_EQ(found->segments.size(), 1U);
  EXPECT_EQ(found->segments[0].nps, 1);
}

TEST(ChangePoints, OfPromotersThenDetractorsIsBetweenThem) {
  const auto found = change_points(buckets_of({{0, 0, 30}, {0, 0, 30}, {30, 0, 0}}));
  ASSERT_EQ(found->changes.size(), 1U);
  EXPECT_TRUE((found->changes[0].place == Boundary{1, 2}));
  EXPECT_TRUE(found->changes[0].earliest == found->changes[0].latest);
}

TEST(ChangePoints, OfTooFewOrTooManyBucketsAreNothing) {
  EXPECT_EQ(change_points({}).error(), Unavailable::kNoResponses);
  EXPECT_EQ(change_points(buckets_of({{}, {}})).error(), Unavailable::kNoResponses);
  EXPECT_EQ(change_points(buckets_of({{}, {1, 2, 3}})).error(), Unavailable::kTooFewBuckets);
  EXPECT_EQ(change_points(buckets_of(std::vector<GroupCounts>(kMostBuckets + 1, {1, 1, 1}))).error(),
            Unavailable::kTooManyBuckets);
}

// Chance alone: 300 histories of 24 months of 40 answers, all from one population.
TEST(ChangePoints, AreSeldomSeenWhereThereIsNone) {
  std::mt19937 random(84);
  int alarms = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<GroupCounts> counts(24);
    for (GroupCounts& one : counts) {
      for (int i = 0; i < 40; ++i) {
        const unsigned draw = random() % 10;
        ++(draw < 2 ? one.detractors : draw < 5 ? one.passives : one.promoters);
      }
    }
    if (!change_points(buckets_of(counts))->changes.empty()) ++alarms;
  }
  EXPECT_LT(alarms, 60);
  RecordProperty("alarms", alarms);
}

}  // namespace
}  // namespace npscope
