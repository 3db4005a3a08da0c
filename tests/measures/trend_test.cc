// SPDX-License-Identifier: MIT
// Trends against the vectors of R and Python (tests/data/vectors.json has them) and against counts by hand.
#include "core/measures/trend.h"

#include <gtest/gtest.h>

#include "tests/measures/answers.h"
#include "tests/measures/dated_rows.h"

namespace npscope {
namespace {

using namespace testing_support;

std::string query(std::string_view options, std::string_view members = "") {
  return R"({"measures":[{"measure":"trend")" + std::string(options) + "}]" + std::string(members) + "}";
}

Answer trend_of(const TestParts& parts, std::string_view options = "", std::string_view members = "") {
  return Answer(ask(parts, kTrendMeasure, query(options, members)));
}

/// The names of the members, in their order.
std::string members_of(const json::Node& object) {
  std::string names;
  for (const json::Node member : object.items()) names += (names.empty() ? "" : " ") + std::string(member.name());
  return names;
}

/// The vector's months are shares of 42 to 80 responses; a hundred times as many are whole numbers, and errors are a tenth.
TestParts hundredfold_months() {
  const std::vector<uint64_t> promoters = {55, 52, 56, 55, 53, 58, 60, 57, 62, 60, 64, 61};
  const std::vector<uint64_t> detractors = {24, 24, 21, 22, 23, 20, 19, 20, 18, 18, 17, 18};
  const std::vector<uint64_t> responses = {50, 42, 61, 55, 48, 70, 66, 59, 73, 80, 77, 69};
  std::vector<GroupCounts> months;
  for (size_t i = 0; i < responses.size(); ++i) {
    const uint64_t n = responses[i];
    months.push_back({detractors[i] * n, (100 - promoters[i] - detractors[i]) * n, promoters[i] * n});
  }
  return DatedRows().add_months(months).build();
}

TEST(TrendMeasure, VectorShewhartNps) {
  const std::vector<double> low = {0.0462056322523958, 0.0154081945842224, 0.0782043727822342, 0.0619399789674228,
                                   0.0392337434074421, 0.098559138903333,  0.0900274889315016, 0.0730594360997213,
                                   0.104492259642864,  0.117014329664649,  0.111857088974912,  0.0964959530652302};
  const std::vector<double> z = {-0.659329541496933, -0.848255072008176,  -0.336227470542436, -0.505387207229049,
                                 -0.732946525074071, -0.0452147393929541, 0.261928147934978,  -0.137896809304359,
                                 0.597110069410355,  0.400610063127967,   0.943587441676478,  0.476285258059677};
  const Answer found = trend_of(hundredfold_months(), R"(,"control":"shewhart")");
  const double centre = 38.4306666666667;
  EXPECT_EQ(found.text("series.0.control.kind"), "shewhart");
  EXPECT_NEAR(found.number("series.0.control.centre"), centre, 1e-9);
  EXPECT_FALSE(found.has("series.0.control.sigmaZ"));
  ASSERT_EQ(found.size("series.0.control.points"), 12U);
  for (size_t i = 0; i < 12; ++i) {
    const std::string point = "series.0.control.points." + std::to_string(i);
    EXPECT_NEAR(found.number(point + ".low"), centre - (centre - low[i] * 100) / 10, 1e-8);
    EXPECT_NEAR(found.number(point + ".high"), centre + (centre - low[i] * 100) / 10, 1e-8);
    EXPECT_NEAR(found.number(point + ".z"), z[i] * 10, 1e-9);
    EXPECT_EQ(found.flag(point + ".beyond"), std::abs(z[i] * 10) > 3) << i;
  }
  // Five of the first six months and four of the last four; nowhere eight in a row on one side.
  EXPECT_EQ(found.size("series.0.control.out"), 9U);
  EXPECT_EQ(found.text("series.0.control.out.0"), "2024-01");
  EXPECT_EQ(found.text("series.0.control.baseline.to"), "2024-12");
  EXPECT_EQ(found.number("series.0.control.baseline.buckets"), 12);
}

TEST(TrendMeasure, VectorXLaneySigmaZ) {
  const Answer plain = trend_of(hundredfold_months(), R"(,"control":"shewhart")");
  const Answer found = trend_of(hundredfold_months(), R"(,"control":"laney")");
  EXPECT_NEAR(found.number("series.0.control.sigmaZ"), 3.573628517020808, 1e-9);
  const double centre = found.number("series.0.control.centre");
  EXPECT_NEAR(found.number("series.0.control.points.4.high") - centre,
              3.573628517020808 * (plain.number("series.0.control.points.4.high") - centre), 1e-9);
  EXPECT_EQ(found.size("series.0.control.out"), 0U);
}

// The vector has the variances of the plain shares; three added responses among 4,200,000 change nothing that shows.
TEST(TrendMeasure, VectorWlsTrend) {
  const std::vector<uint64_t> promoters = {55, 52, 56, 55, 53, 58, 60, 57, 62, 60, 64, 61};
  const std::vector<uint64_t> detractors = {24, 24, 21, 22, 23, 20, 19, 20, 18, 18, 17, 18};
  const std::vector<uint64_t> responses = {50, 42, 61, 55, 48, 70, 66, 59, 73, 80, 77, 69};
  std::vector<GroupCounts> months;
  for (size_t i = 0; i < responses.size(); ++i) {
    const uint64_t n = responses[i] * 1000;
    months.push_back({detractors[i] * n, (100 - promoters[i] - detractors[i]) * n, promoters[i] * n});
  }
  const Answer found = trend_of(DatedRows().add_months(months).build());
  const double root = std::sqrt(100'000.0);
  EXPECT_NEAR(found.number("series.0.slope.slope"), 1.48473379371993, 1e-6);
  EXPECT_NEAR(found.number("series.0.slope.knownError") * root, 0.861880054534066, 1e-5);
  EXPECT_NEAR(found.number("series.0.slope.lackOfFit.q") / 100'000, 0.788895046277335, 1e-5);
  EXPECT_EQ(found.number("series.0.slope.lackOfFit.degrees"), 10);
  // Scatter is all that is left of the error then, and lm() has that.
  EXPECT_NEAR(found.number("series.0.slope.standardError"), 0.242078625590534, 1e-6);
  const double slope = found.number("series.0.slope.slope");
  const double margin = 1.959963984540054 * found.number("series.0.slope.standardError");
  EXPECT_NEAR(found.number("series.0.slope.interval.low"), slope - margin, 1e-9);
  EXPECT_NEAR(found.number("series.0.slope.interval.high"), slope + margin, 1e-9);
  EXPECT_EQ(found.text("series.0.slope.line.0.label"), "2024-01");
  EXPECT_NEAR(found.number("series.0.slope.line.0.nps"), 28.0510640934808 + 1.48473379371993, 1e-5);
  EXPECT_NEAR(found.number("series.0.slope.line.1.nps"), 28.0510640934808 + 12 * 1.48473379371993, 1e-5);
}

TEST(TrendMeasure, VectorMk12months) {
  std::vector<GroupCounts> months;
  for (const uint64_t nps : {31, 28, 35, 33, 30, 38, 41, 37, 44, 42, 47, 43}) months.push_back({0, 100 - nps, nps});
  const Answer found = trend_of(DatedRows().add_months(months).build());
  EXPECT_EQ(found.number("series.0.mannKendall.s"), 46);
  EXPECT_NEAR(found.number("series.0.mannKendall.variance"), 212.666666666667, 1e-9);
  EXPECT_NEAR(found.number("series.0.mannKendall.tau"), 0.696969696969697, 1e-9);
  EXPECT_NEAR(found.number("series.0.mannKendall.z"), 3.08576466595684, 1e-9);
  EXPECT_NEAR(found.number("series.0.mannKendall.p"), 0.00203029443560941, 1e-9);
  EXPECT_EQ(found.number("series.0.mannKendall.buckets"), 12);
  EXPECT_NEAR(found.number("series.0.sen.slope"), 1.5, 1e-9);
  EXPECT_NEAR(found.number("series.0.sen.interval.low"), 0.888888888888889, 1e-9);
  EXPECT_NEAR(found.number("series.0.sen.interval.high"), 2.2, 1e-9);
}

const std::vector<GroupCounts> kTwelvePeriods = {{12, 15, 23}, {11, 14, 25}, {13, 16, 21}, {12, 12, 26},
                                                 {10, 15, 25}, {12, 14, 24}, {20, 14, 16}, {22, 13, 15},
                                                 {19, 16, 15}, {21, 12, 17}, {20, 15, 15}, {22, 14, 14}};

/// The labels of the buckets that are not complete.
std::string partial_buckets(const Answer& found) {
  std::string labels;
  for (size_t i = 0; i < found.size("series.0.buckets"); ++i) {
    const std::string bucket = "series.0.buckets." + std::to_string(i);
    if (found.has(bucket + ".partial")) labels += (labels.empty() ? "" : " ") + found.text(bucket + ".label");
  }
  return labels;
}

std::string partial_of(const std::string& first, const std::string& last, std::string_view unit = "month") {
  const TestParts parts = DatedRows().add(first, {1, 1, 1}).add("2024-02-14", {1, 1, 1}).add(last, {1, 1, 1}).build();
  return partial_buckets(trend_of(parts, R"(,"unit":")" + std::string(unit) + '"'));
}

TEST(TrendMeasure, ABucketWithMoreThanATenthOfItsDaysMissingIsPartial) {
  // 4 and 3 of the 31 days of January, 4 and 3 of the 30 of April.
  EXPECT_EQ(partial_of("2024-01-05", "2024-04-30"), "2024-01");
  EXPECT_EQ(partial_of("2024-01-04", "2024-04-30"), "");
  EXPECT_EQ(partial_of("2024-01-01", "2024-04-26"), "2024-04");
  EXPECT_EQ(partial_of("2024-01-01", "2024-04-27"), "");
  EXPECT_EQ(partial_of("2024-01-31", "2024-04-01"), "2024-01 2024-04");
  // Two days before and two behind, of 29.
  EXPECT_EQ(partial_of("2024-02-03", "2024-02-27"), "2024-02");
  EXPECT_EQ(partial_of("2024-02-02", "2024-02-28"), "");
  // 2024-01-01 is a Monday; of 91 days of the quarter 10 are missing, then 9.
  EXPECT_EQ(partial_of("2024-01-01", "2024-04-27", "week"), "2024-W17");
  EXPECT_EQ(partial_of("2024-01-01", "2024-04-28", "week"), "");
  EXPECT_EQ(partial_of("2024-01-11", "2024-03-31", "quarter"), "2024-Q1");
  EXPECT_EQ(partial_of("2024-01-10", "2024-03-31", "quarter"), "");
  EXPECT_EQ(partial_of("2024-01-31", "2024-04-01", "day"), "");
}

TEST(TrendMeasure, PartialBucketsAreThoseOfAllResponsesAndNotOfTheFilter) {
  const TestParts parts = DatedRows()
                              .add("2024-01-01", {1, 1, 1}, "EMEA")
                              .add("2024-02-02", {1, 1, 1}, "APAC")
                              .add("2024-03-20", {1, 1, 1}, "EMEA")
                              .add("", {1, 1, 1}, "EMEA")
                              .build();
  const std::string_view apac = R"(,"filter":[{"column":"Region","equals":"APAC"}])";
  EXPECT_EQ(partial_buckets(trend_of(parts)), "2024-03");
  EXPECT_EQ(partial_buckets(trend_of(parts, "", apac)), "");
  const std::string_view emea = R"(,"filter":[{"column":"Region","equals":"EMEA"}])";
  EXPECT_EQ(partial_buckets(trend_of(parts, "", emea)), "2024-03");
}

TEST(TrendMeasure, VectorXCptMultinomial) {
  const Answer found = trend_of(DatedRows().add_months(kTwelvePeriods).build());
  const std::string changes = "series.0.changePoints.changes";
  EXPECT_NEAR(found.number("series.0.changePoints.penalty"), 7.4547199493640015, 1e-9);
  ASSERT_EQ(found.size(changes), 1U);
  EXPECT_EQ(found.text(changes + ".0.between.0"), "2024-06");
  EXPECT_EQ(found.text(changes + ".0.between.1"), "2024-07");
  EXPECT_NEAR(found.number(changes + ".0.improvement"), 26.807018159337076, 1e-9);
  EXPECT_NEAR(found.number(changes + ".0.before.nps"), 24.666666666666667, 1e-9);
  EXPECT_NEAR(found.number(changes + ".0.after.nps"), -10.666666666666667, 1e-9);
  EXPECT_EQ(found.number(changes + ".0.before.responses"), 300);
  EXPECT_EQ(found.text(changes + ".0.before.from"), "2024-01");
  EXPECT_EQ(found.text(changes + ".0.after.to"), "2024-12");
}

TEST(TrendMeasure, HasABucketWithoutAFigureWhereThereAreNoResponses) {
  const TestParts parts = DatedRows().add("2024-12-31", {1, 0, 1}).add("2025-03-01", {0, 1, 3}).add("", {1, 0, 0}).build();
  const Answer found = trend_of(parts);
  EXPECT_EQ(found.text("unit"), "month");
  EXPECT_EQ(found.number("undated"), 1);
  ASSERT_EQ(found.size("series"), 1U);
  EXPECT_FALSE(found.has("series.0.values"));
  ASSERT_EQ(found.size("series.0.buckets"), 4U);
  EXPECT_EQ(members_of(found.at("series.0.buckets.1")), "label position firstDay lastDay responses");
  EXPECT_EQ(found.text("series.0.buckets.2.label"), "2025-02");
  EXPECT_EQ(found.number("series.0.buckets.2.position"), 2025 * 12 + 1);
  EXPECT_EQ(found.text("series.0.buckets.2.firstDay"), "2025-02-01");
  EXPECT_EQ(found.text("series.0.buckets.2.lastDay"), "2025-02-28");
  EXPECT_EQ(found.number("series.0.buckets.2.responses"), 0);
  EXPECT_EQ(found.number("series.0.buckets.0.nps"), 0);
  EXPECT_EQ(found.number("series.0.buckets.3.nps"), 75);
  EXPECT_EQ(found.number("series.0.buckets.3.mean"), 9.25);
  EXPECT_EQ(found.number("series.0.buckets.3.interval.level"), 0.95);
}

TEST(TrendMeasure, TakesTheTimeOfTheGrouping) {
  const TestParts parts = DatedRows().add("2024-03-31", {1, 0, 1}).add("2024-04-01", {0, 1, 3}).build();
  const Answer quarters = trend_of(parts, "", R"(,"groupBy":[{"time":"quarter","firstMonth":4}])");
  EXPECT_EQ(quarters.text("unit"), "quarter");
  EXPECT_EQ(quarters.number("firstMonth"), 4);
  EXPECT_EQ(quarters.text("series.0.buckets.0.label"), "FY2024-Q4");
  EXPECT_EQ(quarters.text("series.0.buckets.1.label"), "FY2025-Q1");
  EXPECT_EQ(quarters.text("series.0.buckets.1.firstDay"), "2024-04-01");
  EXPECT_EQ(quarters.text("series.0.buckets.1.lastDay"), "2024-06-30");
  const Answer weeks = trend_of(parts, R"(,"unit":"week")", R"(,"groupBy":[{"time":"quarter","firstMonth":4}])");
  EXPECT_EQ(weeks.text("series.0.buckets.0.label"), "2024-W13");
  EXPECT_EQ(weeks.text("series.0.buckets.0.firstDay"), "2024-03-25");
  EXPECT_EQ(weeks.text("series.0.buckets.0.lastDay"), "2024-03-31");
}

TEST(TrendMeasure, HasASeriesForEachValueOfASecondGrouping) {
  DatedRows rows;
  rows.add("2024-01-10", {1, 0, 3}, "North").add("2024-02-10", {2, 0, 2}, "North").add("2024-02-10", {4, 0, 0}, "South");
  rows.add("2024-03-10", {0, 5, 0}).add("", {0, 0, 2}, "South");
  for (const std::string_view grouping :
       {R"(,"groupBy":["Region"])", R"(,"groupBy":["Region",{"time":"month"}])", R"(,"groupBy":[{"time":"month"},"Region"])"}) {
    const Answer found = trend_of(rows.build(), "", grouping);
    ASSERT_EQ(found.size("series"), 3U);
    EXPECT_EQ(found.text("series.0.values.0"), "North");
    EXPECT_EQ(found.number("series.0.buckets.0.nps"), 50);
    EXPECT_EQ(found.number("series.0.buckets.1.nps"), 0);
    EXPECT_EQ(found.number("series.0.buckets.2.responses"), 0);
    EXPECT_NEAR(found.number("series.0.slope.slope"), -50, 1e-12);
    EXPECT_EQ(found.number("series.0.undated"), 0);
    EXPECT_EQ(found.text("series.1.values.0"), "South");
    EXPECT_EQ(found.number("series.1.undated"), 2);
    EXPECT_EQ(found.text("series.1.slope.unavailable.code"), "too-few-buckets");
    EXPECT_TRUE(found.is_null("series.2.values.0"));
    EXPECT_EQ(found.number("undated"), 2);
  }
}

TEST(TrendMeasure, IsOfTheSelectedResponsesOnly) {
  DatedRows rows;
  rows.add("2023-01-10", {9, 0, 0}, "South").add("2024-01-10", {1, 0, 3}, "North").add("2024-02-10", {2, 0, 2}, "North");
  const Answer found =
      trend_of(rows.build(), "",
               R"(,"filter":[{"column":"Region","equals":"North"}],"with":{"filter":[]},"groupBy":[{"time":"month"}])");
  ASSERT_EQ(found.size("series"), 1U);
  ASSERT_EQ(found.size("series.0.buckets"), 2U);
  EXPECT_EQ(found.number("series.0.buckets.0.nps"), 50);
}

TEST(TrendMeasure, SaysWhatCannotBeHad) {
  const TestParts dated = DatedRows().add("2024-01-10", {1, 2, 3}).build();
  EXPECT_EQ(trend_of(dated, "", R"(,"filter":[{"score":{"from":8,"to":8}}])").text("unavailable.code"), "no-responses");
  const Answer undated = trend_of(DatedRows().add("", {1, 2, 3}).build());
  EXPECT_EQ(undated.text("unavailable.code"), "no-dates");
  EXPECT_EQ(undated.number("undated"), 6);
  EXPECT_EQ(trend_of(PartBuilder().scores({1, 9}).build()).text("unavailable.code"), "no-dates");
  const Answer one_day = trend_of(dated, R"(,"control":"laney","rolling":{"days":2})");
  EXPECT_EQ(one_day.number("series.0.buckets.0.responses"), 6);
  for (const std::string member : {"slope", "mannKendall", "sen", "changePoints", "control", "rolling"}) {
    EXPECT_EQ(one_day.text("series.0." + member + ".unavailable.code"), "too-few-buckets") << member;
  }
  const TestParts same = DatedRows().add_months(std::vector<GroupCounts>(9, {0, 0, 5})).build();
  EXPECT_EQ(trend_of(same).text("series.0.mannKendall.unavailable.code"), "no-variance");
  EXPECT_EQ(trend_of(same, R"(,"control":"shewhart")").text("series.0.control.unavailable.code"), "no-variance");
  EXPECT_EQ(trend_of(same).number("series.0.slope.slope"), 0);
  EXPECT_EQ(trend_of(same).size("series.0.changePoints.changes"), 0U);
  const TestParts typing_error = DatedRows().add("2024-01-10", {1, 2, 3}).add("1924-01-10", {1, 0, 0}).build();
  EXPECT_EQ(trend_of(typing_error, R"(,"unit":"day")").text("unavailable.code"), "too-many-buckets");
  EXPECT_EQ(trend_of(typing_error).size("series.0.buckets"), 1201U);
}

TEST(TrendMeasure, LeavesOutWhatIsNotWanted) {
  const TestParts parts = DatedRows().add_months(kTwelvePeriods).build();
  EXPECT_EQ(members_of(trend_of(parts).at("series.0")), "undated buckets slope mannKendall sen changePoints");
  EXPECT_EQ(members_of(trend_of(parts, R"(,"slope":false,"changePoints":false,"control":"none")").at("series.0")),
            "undated buckets");
}

TEST(TrendMeasure, JudgesByTheFirstBucketsWhereTheyAreTheBaseline) {
  std::vector<GroupCounts> months(8, {10, 20, 20});
  months[0] = {11, 20, 19};
  months.insert(months.end(), 3, {40, 5, 5});
  const Answer found = trend_of(DatedRows().add_months(months).build(), R"(,"control":"shewhart","baseline":8)");
  // 81 detractors and 159 promoters of 400.
  EXPECT_NEAR(found.number("series.0.control.centre"), 19.5, 1e-9);
  EXPECT_EQ(found.text("series.0.control.baseline.to"), "2024-08");
  ASSERT_EQ(found.size("series.0.control.out"), 3U);
  EXPECT_EQ(found.text("series.0.control.out.0"), "2024-09");
}

TEST(TrendMeasure, RefusesOptionsItDoesNotKnow) {
  const TestParts parts = DatedRows().add("2024-01-10", {1, 2, 3}).build();
  const auto refused = [&](std::string_view options) { return ask(parts, kTrendMeasure, query(options)); };
  EXPECT_EQ(refused(R"(,"units":"day")"), "option units");
  EXPECT_EQ(refused(R"(,"unit":"hour")"), "option unit");
  EXPECT_EQ(refused(R"(,"firstMonth":13)"), "option firstMonth");
  EXPECT_EQ(refused(R"(,"firstMonth":1.5)"), "option firstMonth");
  EXPECT_EQ(refused(R"(,"slope":1)"), "option slope");
  EXPECT_EQ(refused(R"(,"changePoints":"yes")"), "option changePoints");
  EXPECT_EQ(refused(R"(,"control":"ewma")"), "option control");
  EXPECT_EQ(refused(R"(,"baseline":0)"), "option baseline");
  EXPECT_EQ(refused(R"(,"rolling":{})"), "option rolling");
  EXPECT_EQ(refused(R"(,"rolling":{"days":0})"), "option rolling");
  EXPECT_EQ(refused(R"(,"rolling":{"days":7,"responses":7})"), "option rolling");
  EXPECT_EQ(ask(parts, kTrendMeasure, query("", R"(,"groupBy":["Region",{"by":"group"}])")), "option groupBy");
}

TEST(TrendMeasure, HidesSmallBucketsFromEveryFigureWhenSharing) {
  std::vector<GroupCounts> months = kTwelvePeriods;
  months[2] = {1, 0, 3};
  months[8] = {2, 3, 15};
  std::vector<GroupCounts> turned = months;
  turned[2] = {3, 0, 1};
  turned[8] = {15, 3, 2};
  const std::string_view options = R"(,"control":"shewhart","rolling":{"days":30})";
  const std::string shared = query(options, R"(,"share":{"minimum":10})");
  const Answer found(ask(DatedRows().add_months(months).build(), kTrendMeasure, shared));
  // March is small, and September is hidden with it, for the total would tell March.
  EXPECT_TRUE(found.is_null("series.0.buckets.2.responses"));
  EXPECT_TRUE(found.is_null("series.0.buckets.8.responses"));
  EXPECT_FALSE(found.has("series.0.buckets.8.nps"));
  EXPECT_EQ(found.number("series.0.buckets.3.responses"), 50);
  EXPECT_EQ(found.number("hidden.minimum"), 10);
  EXPECT_EQ(found.number("series.0.slope.buckets"), 10);
  EXPECT_EQ(found.size("series.0.control.points"), 10U);
  EXPECT_EQ(found.text("series.0.rolling.unavailable.code"), "too-few-to-share");
  EXPECT_EQ(ask(DatedRows().add_months(turned).build(), kTrendMeasure, shared),
            ask(DatedRows().add_months(months).build(), kTrendMeasure, shared))
      << "nothing may follow about hidden months";
}

TEST(TrendMeasure, HidesAFewUndatedResponsesWhenSharing) {
  DatedRows rows;
  rows.add_months({{10, 10, 10}, {10, 10, 10}}).add("", {1, 1, 0});
  EXPECT_TRUE(trend_of(rows.build(), "", R"(,"share":{"minimum":10})").is_null("undated"));
}

}  // namespace
}  // namespace npscope
