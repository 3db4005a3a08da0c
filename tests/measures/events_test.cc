// SPDX-License-Identifier: MIT
// Before and after events: what is on which side, vectors of differences, and what must not be read as an effect.
#include "core/measures/events.h"

#include <gtest/gtest.h>

#include <random>

#include "core/measures/trend.h"
#include "tests/measures/answers.h"
#include "tests/measures/dated_rows.h"

namespace npscope {
namespace {

using namespace testing_support;

std::string query(std::string_view options, std::string_view members = "") {
  return R"({"measures":[{"measure":"events",)" + std::string(options) + "}]" + std::string(members) + "}";
}

Answer events_of(const TestParts& parts, std::string_view options, std::string_view members = "") {
  return Answer(ask(parts, kEventsMeasure, query(options, members)));
}

constexpr std::string_view kRelease = R"("events":[{"day":"2024-03-10","name":"Release 5","kind":"release"}])";

/// The vector's groups, and others that must not be counted: on the day itself, and outside of the windows of ten days.
DatedRows around_the_release() {
  DatedRows rows;
  rows.add("2024-02-28", {90, 0, 0}).add("2024-02-29", {5, 10, 10}).add("2024-03-09", {30, 20, 25});
  rows.add("2024-03-10", {0, 0, 70});
  rows.add("2024-03-11", {15, 20, 30}).add("2024-03-20", {5, 10, 20}).add("2024-03-21", {0, 90, 0});
  return rows;
}

TEST(EventsMeasure, VectorDiff203050Vs353035AcrossTheDay) {
  const Answer found = events_of(around_the_release().build(), std::string(kRelease) + R"(,"window":{"days":10})");
  const std::string event = "series.0.events.0";
  EXPECT_EQ(found.text(event + ".day"), "2024-03-10");
  EXPECT_EQ(found.text(event + ".name"), "Release 5");
  EXPECT_EQ(found.text(event + ".kind"), "release");
  EXPECT_EQ(found.text(event + ".before.from"), "2024-02-29");
  EXPECT_EQ(found.text(event + ".before.to"), "2024-03-09");
  EXPECT_EQ(found.text(event + ".after.from"), "2024-03-11");
  EXPECT_EQ(found.text(event + ".after.to"), "2024-03-20");
  EXPECT_EQ(found.number(event + ".before.nps"), 0);
  EXPECT_EQ(found.number(event + ".after.nps"), 30);
  EXPECT_EQ(found.number(event + ".after.responses"), 100);
  EXPECT_NEAR(found.number(event + ".difference.points"), 30, 1e-9);
  EXPECT_NEAR(found.number(event + ".difference.interval.low"), 7.18558515328119, 1e-6);
  EXPECT_NEAR(found.number(event + ".difference.interval.high"), 51.64892050217910, 1e-6);
  EXPECT_NEAR(found.number(event + ".difference.p"), 0.012656649544929864, 1e-9);
  EXPECT_EQ(found.text(event + ".difference.test"), "permutation");
  EXPECT_EQ(found.number(event + ".difference.adjustedP"), found.number(event + ".difference.p"));
  EXPECT_EQ(found.text(event + ".preTrend.found"), "not-checked");
  EXPECT_EQ(found.size(event + ".overlaps"), 0U);
}

TEST(EventsMeasure, ComparesNothingWithTooFewResponses) {
  DatedRows rows;
  rows.add("2024-03-01", {10, 10, 9}).add("2024-03-12", {20, 20, 20});
  const Answer few = events_of(rows.build(), kRelease);
  EXPECT_EQ(few.number("minimum"), 30);
  EXPECT_EQ(few.number("window.days"), 30);
  EXPECT_EQ(few.text("series.0.events.0.unavailable.code"), "too-few-responses");
  EXPECT_EQ(few.number("series.0.events.0.before.responses"), 29);
  EXPECT_FALSE(few.has("series.0.events.0.difference"));
  const Answer enough = events_of(rows.build(), std::string(kRelease) + R"(,"minimum":29)");
  EXPECT_TRUE(enough.has("series.0.events.0.difference"));
  const Answer none = events_of(rows.build(), R"("events":[{"day":"2024-03-20","name":"A"}],"window":{"days":5})");
  EXPECT_EQ(none.text("series.0.events.0.unavailable.code"), "no-responses");
  EXPECT_EQ(none.number("series.0.events.0.before.responses"), 0);
  EXPECT_FALSE(none.has("series.0.events.0.before.nps"));
  EXPECT_TRUE(none.is_null("series.0.events.0.kind"));
}

TEST(EventsMeasure, SaysThatTheScoreWasAlreadyRising) {
  DatedRows rows;
  for (uint64_t i = 0; i < 9; ++i) rows.add("2024-03-0" + std::to_string(i + 1), {50 - 5 * i, 30, 20 + 5 * i});
  rows.add("2024-03-11", {3, 27, 70});
  const Answer found = events_of(rows.build(), std::string(kRelease) + R"(,"window":{"days":9})");
  const std::string trend = "series.0.events.0.preTrend";
  EXPECT_EQ(found.text(trend + ".found"), "rising");
  // By day from -30 in steps of ten points: on the line exactly, which on the 11th is at 70.
  EXPECT_NEAR(found.number(trend + ".slope"), 10, 1e-9);
  EXPECT_LT(found.number(trend + ".p"), 1e-6);
  EXPECT_NEAR(found.number(trend + ".expected"), 70, 1e-9);
  EXPECT_NEAR(found.number("series.0.events.0.after.nps"), 67, 1e-9);
}

TEST(EventsMeasure, HasThePreTrendOfTheDaysBefore) {
  std::mt19937 random(5);
  DatedRows rows;
  for (int day = 1; day <= 31; ++day) {
    const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
    rows.add("2024-05-" + number, {random() % 6, random() % 6, random() % 6});
  }
  const Answer found = events_of(rows.build(), R"("events":[{"day":"2024-05-21","name":"A"}],"window":{"days":14})");
  const Answer trend(ask(rows.build(), kTrendMeasure,
                         R"({"measures":[{"measure":"trend","unit":"day"}],
                             "filter":[{"role":"date","from":"2024-05-07","to":"2024-05-20"}]})"));
  for (const std::string member : {"slope", "interval.low", "interval.high", "p"}) {
    EXPECT_EQ(found.number("series.0.events.0.preTrend." + member), trend.number("series.0.slope." + member)) << member;
  }
}

// Two responses a day, all of one population: a trend is told about as often as the level says.
TEST(EventsMeasure, SeldomSeesATrendBeforeWhereThereIsNone) {
  std::mt19937 random(6);
  int seen = 0;
  for (int round = 0; round < 200; ++round) {
    DatedRows rows;
    for (int day = 1; day <= 31; ++day) {
      const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
      for (int i = 0; i < 2; ++i) {
        const unsigned draw = random() % 10;
        rows.add("2024-05-" + number, draw < 2 ? GroupCounts{1, 0, 0} : draw < 5 ? GroupCounts{0, 1, 0} : GroupCounts{0, 0, 1});
      }
    }
    rows.add("2024-06-02", {10, 15, 25});
    const Answer found = events_of(rows.build(), R"("events":[{"day":"2024-06-01","name":"A"}],"window":{"days":31})");
    const std::string trend = found.text("series.0.events.0.preTrend.found");
    EXPECT_TRUE(trend == "none-seen" || trend == "rising" || trend == "falling") << trend;
    if (trend != "none-seen") ++seen;
  }
  EXPECT_LT(seen, 24);
  RecordProperty("seen", seen);
}

TEST(EventsMeasure, NamesOtherEventsWithinTheWindows) {
  const std::string_view events = R"("events":[
    {"day":"2024-03-20","name":"Campaign"},{"day":"2024-03-10","name":"Release 5","kind":"release"},
    {"day":"2024-03-10","name":"Outage","kind":"incident"},{"day":"2024-03-31","name":"Later"}],"window":{"days":10})";
  const Answer found = events_of(around_the_release().build(), events);
  ASSERT_EQ(found.size("series.0.events"), 4U);
  EXPECT_EQ(found.text("series.0.events.0.name"), "Outage");
  EXPECT_EQ(found.text("series.0.events.1.name"), "Release 5");
  ASSERT_EQ(found.size("series.0.events.1.overlaps"), 2U);
  EXPECT_EQ(found.text("series.0.events.1.overlaps.0.name"), "Outage");
  EXPECT_EQ(found.text("series.0.events.1.overlaps.1.name"), "Campaign");
  EXPECT_EQ(found.text("series.0.events.1.overlaps.1.day"), "2024-03-20");
  EXPECT_EQ(found.size("series.0.events.3.overlaps"), 0U);
}

// Holm of two: twice the smaller, and the larger, but never less than that.
TEST(EventsMeasure, AdjustsPForTheNumberOfEvents) {
  DatedRows rows;
  rows.add("2024-03-09", {35, 30, 35}).add("2024-03-11", {20, 30, 50}).add("2024-06-09", {20, 40, 40});
  rows.add("2024-06-11", {18, 40, 42});
  const Answer found = events_of(
      rows.build(),
      R"("events":[{"day":"2024-03-10","name":"A"},{"day":"2024-06-10","name":"B"},{"day":"2025-01-01","name":"C"}])");
  const double small = 0.012656649544929864;
  const double large = found.number("series.0.events.1.difference.p");
  EXPECT_GT(large, 0.5);
  EXPECT_NEAR(found.number("series.0.events.0.difference.adjustedP"), 2 * small, 1e-9);
  EXPECT_EQ(found.number("series.0.events.1.difference.adjustedP"), large);
  EXPECT_EQ(found.text("series.0.events.2.unavailable.code"), "no-responses");
}

TEST(EventsMeasure, AreTheSameInWhateverOrderTheyAreGiven) {
  const TestParts parts = around_the_release().build();
  const std::string a = R"({"day":"2024-03-10","name":"A"})";
  const std::string b = R"({"day":"2024-03-10","name":"B","kind":"x"})";
  const std::string c = R"({"day":"2024-03-05","name":"C","kind":null})";
  const std::string one = ask(parts, kEventsMeasure, query(R"("events":[)" + a + "," + b + "," + c + "]"));
  EXPECT_EQ(one, ask(parts, kEventsMeasure, query(R"("events":[)" + c + "," + b + "," + a + "]")));
  EXPECT_EQ(Answer(one).text("series.0.events.0.name"), "C");
}

TEST(EventsMeasure, HasASeriesForEachValueOfAGrouping) {
  DatedRows rows;
  rows.add("2024-03-09", {35, 30, 35}, "North").add("2024-03-11", {20, 30, 50}, "North");
  rows.add("2024-03-09", {20, 30, 50}, "South").add("2024-03-11", {35, 30, 35}, "South").add("", {0, 0, 3}, "South");
  for (const std::string_view grouping : {R"(,"groupBy":["Region"])", R"(,"groupBy":[{"time":"year"},"Region"])"}) {
    const Answer found = events_of(rows.build(), kRelease, grouping);
    ASSERT_EQ(found.size("series"), 2U);
    EXPECT_EQ(found.text("series.0.values.0"), "North");
    EXPECT_NEAR(found.number("series.0.events.0.difference.points"), 30, 1e-9);
    EXPECT_NEAR(found.number("series.1.events.0.difference.points"), -30, 1e-9);
    EXPECT_EQ(found.number("series.1.undated"), 3);
    EXPECT_EQ(found.number("undated"), 3);
  }
}

TEST(EventsMeasure, SaysWhatCannotBeHad) {
  EXPECT_EQ(events_of(DatedRows().add("", {1, 2, 3}).build(), kRelease).text("unavailable.code"), "no-dates");
  const Answer without = events_of(PartBuilder().scores({1, 9}).build(), kRelease);
  EXPECT_EQ(without.text("unavailable.code"), "no-dates");
  EXPECT_EQ(without.number("undated"), 2);
  const Answer nobody = events_of(around_the_release().build(), kRelease, R"(,"filter":[{"score":{"from":1,"to":1}}])");
  EXPECT_EQ(nobody.text("unavailable.code"), "no-responses");
}

TEST(EventsMeasure, RefusesOptionsItDoesNotKnow) {
  const TestParts parts = around_the_release().build();
  const auto refused = [&](std::string_view options) { return ask(parts, kEventsMeasure, query(options)); };
  EXPECT_EQ(refused(R"("minimum":30)"), "option events");
  EXPECT_EQ(refused(R"("events":[])"), "option events");
  EXPECT_EQ(refused(R"("events":[1])"), "option events.0");
  EXPECT_EQ(refused(R"("events":[{"day":"2024-03-10","name":"A"},{"day":"2024-02-30","name":"B"}])"), "option events.1.day");
  EXPECT_EQ(refused(R"("events":[{"day":"10.03.2024","name":"A"}])"), "option events.0.day");
  EXPECT_EQ(refused(R"("events":[{"day":"2024-03-10T10:00","name":"A"}])"), "option events.0.day");
  EXPECT_EQ(refused(R"("events":[{"day":"2024-03-10"}])"), "option events.0.name");
  EXPECT_EQ(refused(R"("events":[{"day":"2024-03-10","name":"A","kind":5}])"), "option events.0.kind");
  EXPECT_EQ(refused(R"("events":[{"day":"2024-03-10","name":"A","colour":"red"}])"), "option events.0.colour");
  EXPECT_EQ(refused(std::string(kRelease) + R"(,"window":30)"), "option window");
  EXPECT_EQ(refused(std::string(kRelease) + R"(,"window":{"days":0})"), "option window");
  EXPECT_EQ(refused(std::string(kRelease) + R"(,"window":{"days":30,"weeks":1})"), "option window");
  EXPECT_EQ(refused(std::string(kRelease) + R"(,"minimum":0)"), "option minimum");
  EXPECT_EQ(refused(std::string(kRelease) + R"(,"after":{"days":3})"), "option after");
  EXPECT_EQ(ask(parts, kEventsMeasure, query(kRelease, R"(,"groupBy":["Region",{"by":"file"}])")), "option groupBy");
}

TEST(EventsMeasure, HidesSmallWindowsWhenSharing) {
  DatedRows rows;
  rows.add("2024-03-01", {10, 10, 20}).add("2024-03-12", {4, 2, 3}).add("2024-03-15", {10, 10, 20});
  const std::string options = std::string(kRelease) + R"(,"window":{"days":4},"minimum":1)";
  EXPECT_EQ(events_of(rows.build(), options).number("series.0.events.0.after.responses"), 9);
  const Answer shared = events_of(rows.build(), options, R"(,"share":{"minimum":10})");
  EXPECT_EQ(shared.number("minimum"), 10);
  EXPECT_TRUE(shared.is_null("series.0.events.0.after.responses"));
  EXPECT_FALSE(shared.has("series.0.events.0.after.nps"));
  EXPECT_EQ(shared.text("series.0.events.0.unavailable.code"), "too-few-to-share");
}

TEST(EventsMeasure, HidesWindowsThatDifferByAFewResponsesWhenSharing) {
  DatedRows rows;
  rows.add("2024-03-01", {10, 10, 20}).add("2024-03-12", {10, 20, 30}).add("2024-03-20", {1, 0, 1});
  // The second window after is the first and two responses more.
  const std::string_view events =
      R"("events":[{"day":"2024-03-09","name":"A"},{"day":"2024-03-10","name":"B"}],"window":{"days":10},"minimum":1)";
  const Answer screen = events_of(rows.build(), events);
  EXPECT_EQ(screen.number("series.0.events.0.after.responses"), 60);
  EXPECT_EQ(screen.number("series.0.events.1.after.responses"), 62);
  const Answer shared = events_of(rows.build(), events, R"(,"share":{"minimum":10})");
  EXPECT_EQ(shared.number("series.0.events.0.after.responses"), 60);
  EXPECT_TRUE(shared.is_null("series.0.events.1.after.responses"));
  // The same with two responses less.
  DatedRows fewer;
  fewer.add("2024-03-01", {10, 10, 20}).add("2024-03-10", {1, 0, 1}).add("2024-03-12", {10, 20, 30});
  const Answer less = events_of(fewer.build(), events, R"(,"share":{"minimum":10})");
  EXPECT_EQ(less.number("series.0.events.0.after.responses"), 62);
  EXPECT_TRUE(less.is_null("series.0.events.1.after.responses"));
}

}  // namespace
}  // namespace npscope
