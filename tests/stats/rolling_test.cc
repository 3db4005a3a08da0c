// SPDX-License-Identifier: MIT
// Rolling windows against adding up each window anew, and by hand at their ends.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "core/stats/rolling.h"

namespace npscope {
namespace {

const std::vector<Bucket> kDays = {{10, {1, 0, 0}}, {11, {}}, {12, {0, 2, 0}}, {15, {0, 0, 3}}, {16, {4, 0, 0}}};

TEST(Rolling, ByDaysStartsWhenSoManyHavePassed) {
  const auto windows = rolling_by_position(kDays, 3);
  ASSERT_EQ(windows.size(), 3U);
  EXPECT_EQ(windows[0].first, 0U);
  EXPECT_EQ(windows[0].last, 2U);
  EXPECT_TRUE((windows[0].counts == GroupCounts{1, 2, 0}));
  // 13 to 15, in which only the 15th has responses.
  EXPECT_EQ(windows[1].first, 3U);
  EXPECT_TRUE((windows[1].counts == GroupCounts{0, 0, 3}));
  EXPECT_TRUE((windows[2].counts == GroupCounts{4, 0, 3}));
}

TEST(Rolling, ByResponsesTakesWholeBuckets) {
  const auto windows = rolling_by_responses(kDays, 4);
  ASSERT_EQ(windows.size(), 2U);
  // 3 + 2 are enough, 3 alone are not.
  EXPECT_EQ(windows[0].first, 2U);
  EXPECT_EQ(windows[0].last, 3U);
  EXPECT_TRUE((windows[0].counts == GroupCounts{0, 2, 3}));
  EXPECT_EQ(windows[1].first, 4U);
  EXPECT_TRUE((windows[1].counts == GroupCounts{4, 0, 0}));
}

TEST(Rolling, OfTooFewIsNothing) {
  EXPECT_TRUE(rolling_by_position({}, 7).empty());
  EXPECT_TRUE(rolling_by_responses({}, 7).empty());
  EXPECT_TRUE(rolling_by_position(kDays, 8).empty());
  EXPECT_EQ(rolling_by_position(kDays, 7).size(), 1U);
  EXPECT_TRUE(rolling_by_responses(kDays, 11).empty());
  EXPECT_EQ(rolling_by_responses(kDays, 10).size(), 1U);
  EXPECT_TRUE(rolling_by_responses(std::vector<Bucket>{{1, {}}, {2, {}}}, 1).empty());
}

TEST(Rolling, IsTheSumOfEachWindow) {
  std::mt19937 random(85);
  for (int round = 0; round < 100; ++round) {
    std::vector<Bucket> buckets;
    int64_t day = 0;
    for (int i = 0; i < 30; ++i) {
      day += 1 + static_cast<int64_t>(random() % 3);
      buckets.push_back({day, random() % 4 == 0 ? GroupCounts{} : GroupCounts{random() % 5, random() % 5, random() % 5}});
    }
    const int64_t span = 1 + static_cast<int64_t>(random() % 9);
    const uint64_t least = 1 + random() % 25;
    for (const Window& window : rolling_by_position(buckets, span)) {
      GroupCounts sum;
      for (const Bucket& bucket : buckets) {
        if (bucket.position <= buckets[window.last].position && bucket.position > buckets[window.last].position - span) {
          sum.merge(bucket.counts);
        }
      }
      ASSERT_TRUE(sum == window.counts);
      ASSERT_GT(buckets[window.first].counts.responses(), 0U);
    }
    for (const Window& window : rolling_by_responses(buckets, least)) {
      GroupCounts sum;
      for (size_t i = window.first; i <= window.last; ++i) sum.merge(buckets[i].counts);
      ASSERT_TRUE(sum == window.counts);
      ASSERT_GE(sum.responses(), least);
      ASSERT_LT(sum.responses() - buckets[window.first].counts.responses(), least);
    }
  }
}

}  // namespace
}  // namespace npscope
