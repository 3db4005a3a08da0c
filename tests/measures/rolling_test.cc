// SPDX-License-Identifier: MIT
// Rolling windows of days and of responses, against counts by hand and against counting anew for every day.
#include "core/measures/rolling.h"

#include <gtest/gtest.h>

#include <random>

#include "core/measures/trend.h"
#include "tests/measures/answers.h"
#include "tests/measures/dated_rows.h"

namespace npscope {
namespace {

using namespace testing_support;

Answer rolling_of(const TestParts& parts, std::string_view span, std::string_view members = "") {
  return Answer(ask(parts, kTrendMeasure,
                    R"({"measures":[{"measure":"trend","rolling":)" + std::string(span) + "}]" + std::string(members) + "}"));
}

TEST(RollingWindows, OfDaysAreThoseOfTheCalendar) {
  DatedRows rows;
  rows.add("2024-01-01", {0, 0, 4}).add("2024-01-05", {2, 0, 0}).add("2024-01-07", {0, 2, 0}).add("2024-01-08", {0, 0, 2});
  const Answer found = rolling_of(rows.build(), R"({"days":7})");
  EXPECT_EQ(found.number("series.0.rolling.days"), 7);
  // Only from the 7th on have seven days passed.
  ASSERT_EQ(found.size("series.0.rolling.points"), 2U);
  EXPECT_EQ(found.text("series.0.rolling.points.0.from"), "2024-01-01");
  EXPECT_EQ(found.text("series.0.rolling.points.0.to"), "2024-01-07");
  EXPECT_EQ(found.number("series.0.rolling.points.0.nps"), 25);
  EXPECT_EQ(found.number("series.0.rolling.points.0.responses"), 8);
  EXPECT_EQ(found.text("series.0.rolling.points.1.from"), "2024-01-02");
  EXPECT_EQ(found.number("series.0.rolling.points.1.nps"), 0);
  EXPECT_EQ(found.number("series.0.rolling.points.1.responses"), 6);
}

TEST(RollingWindows, OfResponsesTakeTheLatestByTimeOfDay) {
  // Two days; on the second at 8, twice at 9, and at 10 o'clock.
  constexpr int64_t kHour = 3600;
  const int64_t second = int64_t{test_day("2024-01-02")} * 24 * kHour;
  const TestParts parts = PartBuilder()
                              .scores({10, 3, 0, 10, 7, 10})
                              .days({"2024-01-01", "2024-01-02", "2024-01-02", "2024-01-02", "2024-01-02", "2024-01-02"})
                              .moments({second - kHour, second + 10 * kHour, second + 9 * kHour, second + 8 * kHour,
                                        second + 9 * kHour, second + 11 * kHour})
                              .build();
  const Answer found = rolling_of(parts, R"({"responses":3})");
  EXPECT_EQ(found.number("series.0.rolling.responses"), 3);
  // 11 and 10 o'clock, and both of 9 o'clock, for neither was first.
  ASSERT_EQ(found.size("series.0.rolling.points"), 1U);
  EXPECT_EQ(found.number("series.0.rolling.points.0.responses"), 4);
  EXPECT_EQ(found.number("series.0.rolling.points.0.promoters"), 1);
  EXPECT_EQ(found.number("series.0.rolling.points.0.detractors"), 2);
  EXPECT_EQ(found.text("series.0.rolling.points.0.from"), "2024-01-02");
  EXPECT_EQ(rolling_of(parts, R"({"responses":5})").number("series.0.rolling.points.0.responses"), 5);
  EXPECT_EQ(rolling_of(parts, R"({"responses":6})").text("series.0.rolling.points.0.from"), "2024-01-01");
  EXPECT_EQ(rolling_of(parts, R"({"responses":7})").text("series.0.rolling.unavailable.code"), "too-few-responses");
}

TEST(RollingWindows, OfResponsesTakeWholeDaysOfFilesWithoutTimes) {
  DatedRows rows;
  rows.add("2024-01-01", {0, 0, 4}).add("2024-01-02", {1, 1, 1}).add("2024-01-04", {2, 0, 0}).add("", {9, 9, 9});
  const Answer found = rolling_of(rows.build(), R"({"responses":4})");
  ASSERT_EQ(found.size("series.0.rolling.points"), 3U);
  EXPECT_EQ(found.number("series.0.rolling.points.0.responses"), 4);
  EXPECT_EQ(found.number("series.0.rolling.points.1.responses"), 7);
  EXPECT_EQ(found.number("series.0.rolling.points.2.responses"), 5);
  EXPECT_EQ(found.text("series.0.rolling.points.2.from"), "2024-01-02");
  EXPECT_EQ(found.text("series.0.rolling.points.2.to"), "2024-01-04");
}

struct Response {
  int32_t day = 0;
  int64_t moment = 0;
  int score = 0;
  std::string region;
};

std::vector<Response> random_responses(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Response> responses;
  for (int i = 0; i < 120; ++i) {
    const auto day = static_cast<int32_t>(19800 + random() % 25);
    responses.push_back({day, day * int64_t{86400} + static_cast<int64_t>(random() % 6) * 3600, static_cast<int>(random() % 11),
                         std::array{"North", "South", ""}[random() % 3]});
  }
  return responses;
}

TestParts parts_of(const std::vector<Response>& responses) {
  std::vector<int> scores;
  std::vector<std::string> days;
  std::vector<int64_t> moments;
  std::vector<std::string> regions;
  for (const Response& one : responses) {
    scores.push_back(one.score);
    const Date date = civil_from_days(one.day);
    const auto two = [](int32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    days.push_back(std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day));
    moments.push_back(one.moment);
    regions.push_back(one.region);
  }
  return PartBuilder().scores(scores).days(days).moments(moments).column("Region", regions).build();
}

/// Promoters less detractors, and how many, at or after `from` and up to `day`.
std::pair<int64_t, int64_t> counted_again(const std::vector<Response>& responses, int64_t from_moment, int32_t day,
                                          const std::string& region) {
  std::pair<int64_t, int64_t> sums;
  for (const Response& one : responses) {
    if (one.region != region || one.moment < from_moment || one.day > day) continue;
    sums.first += one.score >= 9 ? 1 : one.score <= 6 ? -1 : 0;
    ++sums.second;
  }
  return sums;
}

TEST(RollingWindows, AreThoseThatCountingAnewGives) {
  size_t checked = 0;
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const std::vector<Response> responses = random_responses(seed);
    const TestParts parts = parts_of(responses);
    const Answer by_days = rolling_of(parts, R"({"days":6})", R"(,"groupBy":["Region"])");
    const Answer by_count = rolling_of(parts, R"({"responses":9})", R"(,"groupBy":["Region"])");
    const std::array<std::string, 3> regions = {"North", "South", ""};
    for (size_t series = 0; series < 3; ++series) {
      const std::string base = "series." + std::to_string(series) + ".rolling.points.";
      for (size_t i = 0; i < by_days.size(base.substr(0, base.size() - 1)); ++i) {
        const std::string point = base + std::to_string(i);
        const int32_t day = test_day(by_days.text(point + ".to"));
        const auto [net, n] = counted_again(responses, (day - 5) * int64_t{86400}, day, regions[series]);
        ASSERT_EQ(by_days.number(point + ".responses"), n);
        ASSERT_NEAR(by_days.number(point + ".nps"), 100.0 * static_cast<double>(net) / static_cast<double>(n), 1e-9);
        ++checked;
      }
      for (size_t i = 0; i < by_count.size(base.substr(0, base.size() - 1)); ++i) {
        const std::string point = base + std::to_string(i);
        const int32_t day = test_day(by_count.text(point + ".to"));
        // The latest moment from which there are nine.
        int64_t from = (day + 1) * int64_t{86400};
        while (counted_again(responses, from, day, regions[series]).second < 9) from -= 3600;
        const auto [net, n] = counted_again(responses, from, day, regions[series]);
        ASSERT_EQ(by_count.number(point + ".responses"), n);
        ASSERT_NEAR(by_count.number(point + ".nps"), 100.0 * static_cast<double>(net) / static_cast<double>(n), 1e-9);
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 300U);
}

TEST(RollingWindows, NeedTimesOfDayOnlyForResponses) {
  const auto needs_moments = [](std::string_view span) {
    const Result<Query> query = parse_query(R"({"measures":[{"measure":"trend","rolling":)" + std::string(span) + "}]}");
    Needs needs;
    kTrendMeasure.needs(query->measures[0].options, *query, needs);
    return needs.moments;
  };
  EXPECT_TRUE(needs_moments(R"({"responses":50})"));
  EXPECT_FALSE(needs_moments(R"({"days":50})"));
}

}  // namespace
}  // namespace npscope
