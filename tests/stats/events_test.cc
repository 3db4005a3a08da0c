// SPDX-License-Identifier: MIT
// Before and after an event: what is compared, what is refused, and that a trend which was there before is told.
#include <gtest/gtest.h>

#include <vector>

#include "core/stats/event_effect.h"

namespace npscope {
namespace {

const EventSpans kAtTen{.last_before = 9, .first_after = 11};

TEST(EventEffect, IsTheDifferenceOfBothSidesWithoutWhatLiesBetween) {
  const std::vector<Bucket> buckets = {
      {8, {10, 15, 25}}, {9, {10, 15, 25}}, {10, {50, 0, 0}}, {11, {15, 15, 20}}, {14, {20, 15, 15}}};
  const auto found = event_effect(buckets, kAtTen, 0.95);
  ASSERT_TRUE(found);
  EXPECT_TRUE((found->before == GroupCounts{20, 30, 50}));
  EXPECT_TRUE((found->after == GroupCounts{35, 30, 35}));
  const auto wanted = difference({35, 30, 35}, {20, 30, 50}, 0.95);
  EXPECT_NEAR(found->difference.estimate, -0.3, 1e-15);
  EXPECT_EQ(found->difference.limits.low, wanted->limits.low);
  EXPECT_EQ(found->difference.p, wanted->p);
  EXPECT_EQ(found->pre_trend, PreTrend::kNotChecked);
  EXPECT_FALSE(found->line_before);
  EXPECT_FALSE(found->expected_by_trend);
}

TEST(EventEffect, LooksAtItsSpansOnly) {
  const std::vector<Bucket> buckets = {{1, {90, 0, 0}}, {8, {10, 10, 30}}, {12, {10, 10, 30}}, {30, {90, 0, 0}}};
  const auto found = event_effect(buckets, {.first_before = 5, .last_before = 9, .first_after = 11, .last_after = 20}, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->difference.estimate, 0);
  EXPECT_EQ(found->difference.p, 1);
}

TEST(EventEffect, NeedsEnoughResponsesOnBothSides) {
  const std::vector<Bucket> buckets = {{8, {10, 10, 10}}, {12, {10, 10, 9}}};
  EXPECT_EQ(event_effect(buckets, kAtTen, 0.95).error(), Unavailable::kTooFewResponses);
  EXPECT_TRUE(event_effect(buckets, kAtTen, 0.95, 29));
  EXPECT_EQ(event_effect(std::vector<Bucket>{{8, {10, 10, 10}}}, kAtTen, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(event_effect({}, kAtTen, 0.95).error(), Unavailable::kNoResponses);
}

// The NPS falls by 1/10 a period before and goes on as it did: the difference is large, and so it is told that it is no surprise.
TEST(EventEffect, TellsATrendThatWasThereBefore) {
  std::vector<Bucket> buckets;
  buckets.reserve(15);
  for (int64_t i = 0; i < 15; ++i)
    buckets.push_back({i, {static_cast<uint64_t>(10 + 5 * i), 10, static_cast<uint64_t>(80 - 5 * i)}});
  const auto found = event_effect(buckets, kAtTen, 0.95);
  ASSERT_TRUE(found);
  EXPECT_LT(found->difference.limits.high, 0);
  EXPECT_EQ(found->pre_trend, PreTrend::kFalling);
  EXPECT_NEAR(found->line_before->slope, -0.1, 1e-12);
  // Periods 11 to 14 have -.4 to -.7.
  EXPECT_NEAR(*found->expected_by_trend, -0.55, 1e-12);
  for (Bucket& bucket : buckets) std::swap(bucket.counts.detractors, bucket.counts.promoters);
  EXPECT_EQ(event_effect(buckets, kAtTen, 0.95)->pre_trend, PreTrend::kRising);
}

TEST(EventEffect, SeesNoTrendInStableBuckets) {
  std::vector<Bucket> buckets;
  buckets.reserve(11);
  for (int64_t i = 0; i < 10; ++i) buckets.push_back({i, {20, 30, 50 + static_cast<uint64_t>(i % 3)}});
  buckets.push_back({11, {40, 30, 30}});
  const auto found = event_effect(buckets, kAtTen, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->pre_trend, PreTrend::kNoneSeen);
  EXPECT_TRUE(found->line_before);
  EXPECT_FALSE(found->expected_by_trend);
  EXPECT_LT(found->difference.limits.high, 0);
  EXPECT_EQ(pre_trend_name(found->pre_trend), "none-seen");
}

TEST(EventEffect, ExpectsNothingBeyondTheRange) {
  std::vector<Bucket> buckets;
  buckets.reserve(11);
  for (int64_t i = 0; i < 10; ++i)
    buckets.push_back({i, {static_cast<uint64_t>(9 * i + 10), 0, static_cast<uint64_t>(90 - 9 * i)}});
  buckets.push_back({100, {40, 30, 30}});
  const auto found = event_effect(buckets, kAtTen, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(*found->expected_by_trend, -1);
}

}  // namespace
}  // namespace npscope
