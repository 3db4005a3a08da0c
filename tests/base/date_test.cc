// SPDX-License-Identifier: MIT
// Dates in cells: the shapes that exports use, and near misses that are no dates. Days are checked by walking a calendar.
#include "core/base/date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

std::string shown(std::optional<Date> date) {
  if (!date) return "none";
  const auto padded = [](int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(date->year) + "-" + padded(date->month) + "-" + padded(date->day);
}

struct DateRow {
  std::string text;
  std::string day_first;
  std::string month_first;
};

void PrintTo(const DateRow& row, std::ostream* out) { *out << '"' << row.text << '"'; }

class DateTexts : public testing::TestWithParam<DateRow> {};

TEST_P(DateTexts, AreReadByTheirShape) {
  EXPECT_EQ(shown(parse_date(GetParam().text, DateOrder::kDayFirst)), GetParam().day_first);
  EXPECT_EQ(shown(parse_date(GetParam().text, DateOrder::kMonthFirst)), GetParam().month_first);
}

DateRow both(const std::string& text, const std::string& date) { return {text, date, date}; }
DateRow none(const std::string& text) { return {text, "none", "none"}; }

INSTANTIATE_TEST_SUITE_P(YearFirst, DateTexts,
                         testing::Values(both("2024-05-31", "2024-05-31"), both("2024/5/31", "2024-05-31"),
                                         both("2024.05.31", "2024-05-31"), both(" 2024-05-31 ", "2024-05-31"),
                                         both("2024-05-31T23:59:59Z", "2024-05-31"), both("2017-07-18 08:28:09", "2017-07-18"),
                                         both("2026/09/27 3:00:00 PM GMT+3", "2026-09-27"),
                                         both("2022-09-05T13:43:12.123-07:00", "2022-09-05"),
                                         both("2024年5月31日", "2024-05-31"), both("2024年05月01日 10:00", "2024-05-01"),
                                         both("20240531", "2024-05-31"), both("2024-02-29", "2024-02-29"),
                                         both("2000-02-29", "2000-02-29"), both("1900-01-01", "1900-01-01"),
                                         both("2199-12-31", "2199-12-31")));

INSTANTIATE_TEST_SUITE_P(YearLast, DateTexts,
                         testing::Values(DateRow{"3/4/2024", "2024-04-03", "2024-03-04"},
                                         DateRow{"03.04.2024", "2024-04-03", "2024-03-04"},
                                         DateRow{"31.05.2024", "2024-05-31", "none"}, DateRow{"5/31/24", "none", "2024-05-31"},
                                         DateRow{"7/27/26 19:06:23", "none", "2026-07-27"},
                                         DateRow{"10/9/2024 11:02", "2024-09-10", "2024-10-09"},
                                         DateRow{"31-12-2024", "2024-12-31", "none"}));

// 1700000000 is 2023-11-14T22:13:20Z.
INSTANTIATE_TEST_SUITE_P(UnixTimes, DateTexts,
                         testing::Values(both("1700000000", "2023-11-14"), both("1700000000000", "2023-11-14"),
                                         both("1700000000.25", "2023-11-14"), both("1709164799", "2024-02-28"),
                                         both("1709164800", "2024-02-29"), both("7258118399", "2199-12-31")));

INSTANTIATE_TEST_SUITE_P(NoDates, DateTexts,
                         testing::Values(none(""), none("9"), none("10"), none("-99"), none("2024"), none("2024-05"),
                                         none("31.02.2024"), none("2023-02-29"), none("1900-02-29"), none("2100-02-29"),
                                         none("2024-13-01"), none("2024-00-10"), none("2024-01-00"), none("2024-04-31"),
                                         none("1899-12-31"), none("2200-01-01"), none("0/1/2024"), none("1.2.3"),
                                         none("1.2.2024.5"), none("2024-05-31x"), none("12:30"), none("12:30:45"),
                                         none("01/02"), none("1,2,2024"), none("yesterday"), none("2024-05-31-2"),
                                         none("20241301"), none("123456789"), none("99999999"), none("1/2/024"),
                                         none("a 2024-05-31"), none("9999999999"), none("7258118400")));

TEST(CivilFromDays, WalksTheCalendarDayByDay) {
  Date expected{1900, 1, 1};
  const auto length = [](const Date& date) {
    constexpr int32_t kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    return kLengths[date.month - 1] + (leap && date.month == 2 ? 1 : 0);
  };
  // 25567 days lie between 1900-01-01 and 1970-01-01.
  for (int64_t days = -25567; expected.year < 2200; ++days) {
    ASSERT_EQ(shown(civil_from_days(days)), shown(expected)) << days;
    ASSERT_EQ(days_from_civil(expected), days) << shown(expected);
    ASSERT_TRUE(is_calendar_date(expected)) << shown(expected);
    if (days == 0) ASSERT_EQ(shown(expected), "1970-01-01");
    if (++expected.day > length(expected)) {
      expected.day = 1;
      if (++expected.month > 12) expected = {expected.year + 1, 1, 1};
    }
  }
}

TEST(AmbiguousPair, IsWhatStandsBeforeTheYear) {
  const auto pair = [](std::string_view text) {
    const std::optional<DatePair> found = ambiguous_pair(text);
    return found ? std::to_string(found->first) + " " + std::to_string(found->second) : "none";
  };
  EXPECT_EQ(pair("3/4/2024"), "3 4");
  EXPECT_EQ(pair("13/4/24 10:00"), "13 4");
  EXPECT_EQ(pair("31.05.2024"), "31 5");
  EXPECT_EQ(pair("2024-03-04"), "none");
  EXPECT_EQ(pair("20240304"), "none");
  EXPECT_EQ(pair("3/4"), "none");
  EXPECT_EQ(pair(""), "none");
}

}  // namespace
}  // namespace npscope
