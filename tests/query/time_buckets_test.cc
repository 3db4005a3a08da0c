// SPDX-License-Identifier: MIT
// Buckets of time. ISO weeks were looked up with GNU date (`date -d DAY +%G-W%V`); fiscal years follow the rule of the header.
#include "core/query/time_buckets.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/base/date.h"

namespace npscope {
namespace {

int64_t day(std::string_view text) { return days_from_civil(parse_date(text, DateOrder::kDayFirst).value()); }

std::string label(std::string_view text, TimeUnit unit, unsigned first_month = 1) {
  return bucket_label(bucket_of(day(text), unit, first_month), unit, first_month);
}

TEST(TimeBuckets, WeeksAreThoseOfIso8601) {
  EXPECT_EQ(label("1970-01-01", TimeUnit::kWeek), "1970-W01");
  EXPECT_EQ(label("2020-12-31", TimeUnit::kWeek), "2020-W53");
  EXPECT_EQ(label("2021-01-03", TimeUnit::kWeek), "2020-W53");
  EXPECT_EQ(label("2021-01-04", TimeUnit::kWeek), "2021-W01");
  EXPECT_EQ(label("2024-02-12", TimeUnit::kWeek), "2024-W07");
  EXPECT_EQ(label("2024-12-29", TimeUnit::kWeek), "2024-W52");
  EXPECT_EQ(label("2024-12-30", TimeUnit::kWeek), "2025-W01");
  EXPECT_EQ(label("1969-12-28", TimeUnit::kWeek), "1969-W52");
  EXPECT_EQ(label("1900-01-01", TimeUnit::kWeek), "1900-W01");
  EXPECT_EQ(label("2199-12-31", TimeUnit::kWeek), "2200-W01");
}

TEST(TimeBuckets, CalendarUnitsAreNamedPlainly) {
  EXPECT_EQ(label("2024-05-31", TimeUnit::kDay), "2024-05-31");
  EXPECT_EQ(label("2024-05-31", TimeUnit::kMonth), "2024-05");
  EXPECT_EQ(label("2024-03-31", TimeUnit::kQuarter), "2024-Q1");
  EXPECT_EQ(label("2024-12-01", TimeUnit::kQuarter), "2024-Q4");
  EXPECT_EQ(label("2024-12-31", TimeUnit::kYear), "2024");
}

TEST(TimeBuckets, FiscalYearsAreNamedByTheYearTheyEndIn) {
  EXPECT_EQ(label("2024-03-31", TimeUnit::kYear, 4), "FY2024");
  EXPECT_EQ(label("2024-04-01", TimeUnit::kYear, 4), "FY2025");
  EXPECT_EQ(label("2024-05-31", TimeUnit::kQuarter, 4), "FY2025-Q1");
  EXPECT_EQ(label("2025-03-31", TimeUnit::kQuarter, 4), "FY2025-Q4");
  EXPECT_EQ(label("2024-10-01", TimeUnit::kQuarter, 10), "FY2025-Q1");
  EXPECT_EQ(label("2024-09-30", TimeUnit::kQuarter, 10), "FY2024-Q4");
  EXPECT_EQ(label("2024-01-31", TimeUnit::kQuarter, 12), "FY2024-Q1");
  EXPECT_EQ(label("2024-12-31", TimeUnit::kYear, 12), "FY2025");
  EXPECT_EQ(label("2024-01-31", TimeUnit::kYear, 2), "FY2024");
  EXPECT_EQ(label("2024-02-01", TimeUnit::kYear, 2), "FY2025");
  EXPECT_EQ(label("2024-05-31", TimeUnit::kMonth, 4), "2024-05") << "months are those of the calendar";
}

TEST(TimeBuckets, NumbersFollowEachOtherAndEachDayIsInItsBucket) {
  for (const TimeUnit unit : {TimeUnit::kDay, TimeUnit::kWeek, TimeUnit::kMonth, TimeUnit::kQuarter, TimeUnit::kYear}) {
    for (unsigned first_month = 1; first_month <= 12; ++first_month) {
      int64_t before = bucket_of(day("1960-01-01") - 1, unit, first_month);
      for (int64_t at = day("1960-01-01"); at < day("2031-01-01"); ++at) {
        const int64_t bucket = bucket_of(at, unit, first_month);
        ASSERT_TRUE(bucket == before || bucket == before + 1);
        ASSERT_LE(bucket_start(bucket, unit, first_month), at);
        ASSERT_GT(bucket_start(bucket + 1, unit, first_month), at);
        ASSERT_EQ(bucket != before, bucket_start(bucket, unit, first_month) == at);
        before = bucket;
      }
    }
  }
}

TEST(TimeBuckets, QuartersAndYearsBeginWithTheFirstMonth) {
  EXPECT_EQ(bucket_start(bucket_of(day("2024-05-31"), TimeUnit::kYear, 4), TimeUnit::kYear, 4), day("2024-04-01"));
  EXPECT_EQ(bucket_start(bucket_of(day("2025-01-31"), TimeUnit::kQuarter, 4), TimeUnit::kQuarter, 4), day("2025-01-01"));
  EXPECT_EQ(bucket_start(bucket_of(day("2025-01-31"), TimeUnit::kQuarter, 2), TimeUnit::kQuarter, 2), day("2024-11-01"));
  EXPECT_EQ(bucket_start(bucket_of(day("2021-01-03"), TimeUnit::kWeek, 1), TimeUnit::kWeek, 1), day("2020-12-28"));
}

}  // namespace
}  // namespace npscope
