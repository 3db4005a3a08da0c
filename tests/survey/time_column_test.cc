// SPDX-License-Identifier: MIT
// TimeColumn gives back every time to the second, however far it lies from the first.
#include "core/survey/time_column.h"

#include <gtest/gtest.h>

#include <vector>

namespace npscope {
namespace {

void expect_same(const std::vector<int64_t>& times) {
  TimeColumn column;
  EXPECT_TRUE(column.empty());
  for (const int64_t time : times) column.push_back(time);
  ASSERT_EQ(column.size(), times.size());
  for (size_t i = 0; i < times.size(); ++i) ASSERT_EQ(column[i], times[i]) << i;
}

constexpr int64_t kNow = 1'700'000'000;
constexpr int64_t kReach = int64_t{1} << 31;

TEST(TimeColumn, TimesAtTheEndsOfTheReachOfTheFirst) {
  expect_same({kNow, kNow - kReach - 2, kNow - kReach - 1, kNow - kReach, kNow - kReach + 1, kNow + kReach - 4,
               kNow + kReach - 3, kNow + kReach - 2, kNow + kReach - 1, kNow + kReach, kNow});
}

TEST(TimeColumn, TimesOfAllCenturiesAndNone) {
  // Years 0001 and 9999, before and after 1970, and what no calendar has.
  expect_same({kNoTime, kNoTime, -62'135'596'800, kNow, kNoTime, 253'402'300'799, 0, -1, kNow, INT64_MAX, kNoTime + 1, kNow});
  expect_same({INT64_MAX, kNoTime, kNow, INT64_MAX - 1, kNoTime + 1, kNoTime});
  expect_same({kNoTime});
}

TEST(TimeColumn, ManyThatLieFarAway) {
  std::vector<int64_t> times;
  for (int64_t i = 0; i < 200'000; ++i) times.push_back(i % 5 == 0 ? kNow + i * 1'000'000 : i % 7 == 0 ? kNoTime : kNow - i);
  expect_same(times);
}

}  // namespace
}  // namespace npscope
