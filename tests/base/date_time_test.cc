// SPDX-License-Identifier: MIT
// Dates with a time of day: the shapes that exports write, and near misses. Expected values are wall-clock times written out by
// hand; a few seconds since 1970 come from Python's datetime.
#include "core/base/date_time.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace npscope {
namespace {

std::string padded(int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string shown(std::optional<LocalTime> time) {
  if (!time) return "none";
  int64_t days = time->seconds / kSecondsPerDay;
  int64_t rest = time->seconds % kSecondsPerDay;
  if (rest < 0) {
    --days;
    rest += kSecondsPerDay;
  }
  const Date date = civil_from_days(days);
  const std::string day = std::to_string(date.year) + "-" + padded(date.month) + "-" + padded(date.day);
  if (!time->has_time) return rest == 0 ? day : "not midnight";
  return day + " " + padded(rest / 3600) + ":" + padded(rest / 60 % 60) + ":" + padded(rest % 60);
}

struct TimeRow {
  std::string text;
  std::string time;
};

void PrintTo(const TimeRow& row, std::ostream* out) { *out << '"' << row.text << '"'; }

class TimeTexts : public testing::TestWithParam<TimeRow> {};

TEST_P(TimeTexts, AreReadAsWritten) {
  EXPECT_EQ(shown(parse_date_time(GetParam().text, DateOrder::kMonthFirst)), GetParam().time);
}

INSTANTIATE_TEST_SUITE_P(
    IsoShapes, TimeTexts,
    testing::Values(
        TimeRow{"2024-05-31", "2024-05-31"}, TimeRow{"2024-05-31 10:15", "2024-05-31 10:15:00"},
        TimeRow{"2024-05-31T10:15:30", "2024-05-31 10:15:30"}, TimeRow{"2024-05-31 10:15:30", "2024-05-31 10:15:30"},
        TimeRow{"2024-05-31T10:15:30Z", "2024-05-31 10:15:30"}, TimeRow{"2024-05-31T10:15:30.999Z", "2024-05-31 10:15:30"},
        TimeRow{"2024-05-31T10:15:30,5", "2024-05-31 10:15:30"},
        TimeRow{"2022-09-05T23:43:12.123-07:00", "2022-09-05 23:43:12"},
        TimeRow{"2022-09-05T23:43:12+0530", "2022-09-05 23:43:12"}, TimeRow{"2022-09-05T23:43+02", "2022-09-05 23:43:00"},
        TimeRow{"2024-05-31 10:15:30 UTC", "2024-05-31 10:15:30"},
        TimeRow{"2024-05-31 10:15:30 +0000 UTC", "2024-05-31 10:15:30"},
        TimeRow{" 2024-05-31  10:15:30 ", "2024-05-31 10:15:30"}, TimeRow{"2024-05-31 7:05", "2024-05-31 07:05:00"},
        TimeRow{"2024-05-31 00:00:00", "2024-05-31 00:00:00"}, TimeRow{"2024-05-31 24:00", "2024-06-01 00:00:00"},
        TimeRow{"2016-12-31 23:59:60", "2017-01-01 00:00:00"}, TimeRow{"1900-01-01 00:00:01", "1900-01-01 00:00:01"},
        TimeRow{"2199-12-31 23:59:59", "2199-12-31 23:59:59"}));

INSTANTIATE_TEST_SUITE_P(HalfDays, TimeTexts,
                         testing::Values(TimeRow{"2026/09/27 3:00:00 PM GMT+3", "2026-09-27 15:00:00"},
                                         TimeRow{"2026/09/27 12:00:00 AM GMT+3", "2026-09-27 00:00:00"},
                                         TimeRow{"2026/09/27 12:30 pm", "2026-09-27 12:30:00"},
                                         TimeRow{"5/31/2024 9:05:00 a.m.", "2024-05-31 09:05:00"},
                                         TimeRow{"5/31/2024, 3:04 PM", "2024-05-31 15:04:00"},
                                         TimeRow{"5/31/2024 3 PM", "2024-05-31 15:00:00"},
                                         TimeRow{"5/31/24 3:04\xE2\x80\xAFPM", "2024-05-31 15:04:00"},
                                         TimeRow{"2024年5月31日 下午3:04", "2024-05-31 15:04:00"},
                                         TimeRow{"2024/5/31 上午9:04:05", "2024-05-31 09:04:05"},
                                         TimeRow{"5/31/2024 15:04 PM", "2024-05-31 15:04:00"},
                                         TimeRow{"5/31/2024 13:04 AM", "none"},
                                         TimeRow{"5/31/2024 3:04 PMS", "2024-05-31 03:04:00"}));

INSTANTIATE_TEST_SUITE_P(
    OtherShapes, TimeTexts,
    testing::Values(TimeRow{"7/27/26 19:06:23", "2026-07-27 19:06:23"}, TimeRow{"7/27/26", "2026-07-27"},
                    TimeRow{"7/27/26 9:06", "2026-07-27 09:06:00"}, TimeRow{"05.07.2024 10:15 Uhr", "2024-05-07 10:15:00"},
                    TimeRow{"2024年5月31日10:15", "2024-05-31 10:15:00"}, TimeRow{"20240531", "2024-05-31"},
                    TimeRow{"1700000000", "2023-11-14 22:13:20"}, TimeRow{"1700000000.75", "2023-11-14 22:13:20"},
                    TimeRow{"1700000000999", "2023-11-14 22:13:20"}, TimeRow{"2024-05-31 (Friday)", "2024-05-31"},
                    TimeRow{"2024-05-31T", "2024-05-31"}, TimeRow{"2024-05-31 10:15 (Europe/Berlin)", "2024-05-31 10:15:00"}));

INSTANTIATE_TEST_SUITE_P(NoMoments, TimeTexts,
                         testing::Values(TimeRow{"", "none"}, TimeRow{"2024-05-31 25:00", "none"},
                                         TimeRow{"2024-05-31 24:00:01", "none"}, TimeRow{"2024-05-31 10:60", "none"},
                                         TimeRow{"2024-05-31 10:15:61", "none"}, TimeRow{"2024-05-31 10", "none"},
                                         TimeRow{"2024-05-31 1015", "none"}, TimeRow{"2024-05-31 10:5", "none"},
                                         TimeRow{"2024-05-31 10:15:30:99", "none"}, TimeRow{"2024-05-31 10:15 7", "none"},
                                         TimeRow{"2024-05-31 week 22", "none"}, TimeRow{"2024-05-31Z", "none"},
                                         TimeRow{"2023-02-29 10:15:30", "none"}, TimeRow{"2024-13-01T00:00:00", "none"},
                                         TimeRow{"31/5/2024 10:15", "none"}, TimeRow{"10:15:30", "none"},
                                         TimeRow{"1899-12-31 10:15:30", "none"}, TimeRow{"9999999999", "none"},
                                         TimeRow{"2024-05-31T10:15:30 +1:2", "none"}, TimeRow{"2O24-05-31", "none"}));

TEST(DateTime, SecondsAreThoseOfPythonsDatetime) {
  const auto seconds = [](std::string_view text) { return parse_date_time(text, DateOrder::kDayFirst)->seconds; };
  EXPECT_EQ(seconds("2024-05-31T10:15:30"), 1717150530);
  EXPECT_EQ(seconds("29.02.2024 23:59:59"), 1709251199);
  EXPECT_EQ(seconds("1900-01-01"), -2208988800);
  EXPECT_EQ(seconds("2199-12-31T23:59:59Z"), 7258118399);
}

// The same moment with a slash for the hyphens takes the other way through the code.
TEST(DateTime, TheFastWayAgreesWithTheOtherOne) {
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): the same texts every time
  const auto below = [&random](unsigned limit) { return random() % limit; };
  constexpr std::string_view kEnds[] = {"", "Z", ".5", ".123Z", "+02:00", "-11:30", "x", ".", ".Z", "+2:00", " ", "z"};
  size_t agreed = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text = std::to_string(1890 + below(320)) + "-" + padded(below(14)) + "-" + padded(below(33));
    if (below(4) != 0) {
      text += below(2) == 0 ? "T" : " ";
      text += padded(below(25)) + ":" + padded(below(62));
      if (below(4) != 0) text += ":" + padded(below(61)) + std::string(kEnds[below(std::size(kEnds))]);
    }
    if (below(8) == 0) text[below(static_cast<unsigned>(text.size()))] = static_cast<char>(below(256));
    std::string slashes = text;
    if (slashes[4] == '-') slashes[4] = '/';
    if (slashes.size() > 7 && slashes[7] == '-') slashes[7] = '/';
    const std::optional<LocalTime> fast = parse_iso_date_time(text);
    if (!fast) continue;
    ASSERT_EQ(shown(fast), shown(parse_date_time(slashes, DateOrder::kDayFirst))) << text;
    ++agreed;
  }
  EXPECT_GT(agreed, 80'000U);
}

TEST(DateTime, OnlyDatesWithTheYearInFrontAndHyphensNeedNoInterpreting) {
  EXPECT_TRUE(is_iso_date("2024-05-31"));
  EXPECT_TRUE(is_iso_date("2024-05-31 3:00 PM"));
  EXPECT_TRUE(is_iso_date("2024-05-31T10:15:30+02:00"));
  EXPECT_FALSE(is_iso_date("2024/05/31"));
  EXPECT_FALSE(is_iso_date("2024-5-31"));
  EXPECT_FALSE(is_iso_date("31.05.2024"));
  EXPECT_FALSE(is_iso_date("20240531"));
  EXPECT_FALSE(is_iso_date("2024-05-310"));
  EXPECT_FALSE(is_iso_date("2024-02-30"));
  EXPECT_FALSE(is_iso_date(""));
}

}  // namespace
}  // namespace npscope
