// SPDX-License-Identifier: MIT
// Targets and thresholds against intervals. Counts of vectors.json whose score intervals are known: 20-30-50 has nps 30 in [13.96, 44.34],
// 150-250-600 has 45 in [40.33, 49.49].
#include "core/measures/goals.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/measures/answers.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::ask;
using testing_support::counted;
using testing_support::cut;
using testing_support::TestParts;

TestParts regions() { return counted({{"APAC", {20, 30, 50}}, {"EMEA", {150, 250, 600}}, {"", {2, 3, 5}}}); }

std::string query(const std::string& options, const std::string& grouping = R"("Region")", const std::string& rest = "") {
  return R"({"measures":[{"measure":"goals",)" + options + R"(}],"groupBy":[)" + grouping + "]" + rest + "}";
}

TEST(GoalsMeasure, AreMetOrMissedOnlyByAWholeInterval) {
  const auto status = [&](const std::string& target) {
    return Answer(ask(regions(), kGoalsMeasure, query(R"("targets":[{"value":"EMEA","nps":)" + target + "}]")))
        .text("cells.0.status");
  };
  EXPECT_EQ(status("40"), "met");
  EXPECT_EQ(status("41"), "not-decided");
  EXPECT_EQ(status("45"), "not-decided");
  EXPECT_EQ(status("49"), "not-decided");
  EXPECT_EQ(status("50"), "missed");
}

TEST(GoalsMeasure, AtTheEndOfTheScaleCanBeMet) {
  const TestParts parts = counted({{"EMEA", {0, 0, 40}}, {"APAC", {40, 0, 0}}});
  const Answer answer(ask(parts, kGoalsMeasure, query(R"("default":-100)")));
  EXPECT_EQ(answer.number("met"), 2);
  const Answer top(ask(parts, kGoalsMeasure, query(R"("default":100)")));
  EXPECT_EQ(top.text("cells.0.status"), "missed");
  EXPECT_EQ(top.text("cells.1.status"), "not-decided");
}

TEST(GoalsMeasure, GoByTheFirstGroupingThenByDefault) {
  const Answer answer(ask(regions(), kGoalsMeasure,
                          query(R"("default":30,"targets":[{"value":"EMEA","nps":40},{"value":null,"nps":-90},{"nps":99}])")));
  ASSERT_EQ(answer.size("cells"), 3U);
  EXPECT_EQ(answer.number("cells.0.target"), 30);
  EXPECT_EQ(answer.text("cells.0.status"), "not-decided");
  EXPECT_EQ(answer.number("cells.0.gap"), 0);
  EXPECT_EQ(answer.number("cells.0.responses"), 100);
  EXPECT_EQ(answer.number("cells.1.target"), 40);
  EXPECT_EQ(answer.number("cells.1.gap"), 5);
  EXPECT_TRUE(answer.is_null("cells.2.values.0"));
  EXPECT_EQ(answer.text("cells.2.status"), "met");
  EXPECT_EQ(answer.text("overall.status"), "missed");
  EXPECT_EQ(answer.number("overall.responses"), 1110);
  EXPECT_EQ(answer.number("met"), 2);
  EXPECT_EQ(answer.number("missed"), 1);
  EXPECT_EQ(answer.number("notDecided"), 1);
  EXPECT_EQ(answer.size("unmatched"), 0U);
}

TEST(GoalsMeasure, OfTheFirstGroupingHoldForAllCellsOfIt) {
  const TestParts parts = testing_support::mixed_responses(300);
  const Answer answer(ask(parts, kGoalsMeasure, query(R"("targets":[{"value":"EMEA","nps":10}])", R"("Region","Plan")")));
  ASSERT_EQ(answer.size("cells"), 3U);
  for (const std::string cell : {"cells.0", "cells.1", "cells.2"}) EXPECT_EQ(answer.text(cell + ".values.0"), "EMEA");
}

TEST(GoalsMeasure, WithoutGroupingsAreOfAllTogether) {
  for (const std::string options : {R"("targets":[{"nps":40}])", R"("default":40)"}) {
    const Answer answer(ask(regions(), kGoalsMeasure, query(options, "")));
    EXPECT_EQ(answer.size("cells"), 0U);
    EXPECT_EQ(answer.number("overall.target"), 40);
    EXPECT_EQ(answer.number("overall.responses"), 1110);
    EXPECT_EQ(answer.text("overall.status"), "not-decided");
  }
}

TEST(GoalsMeasure, NameTargetsThatNoResponseHas) {
  const Answer answer(
      ask(regions(), kGoalsMeasure,
          query(R"("targets":[{"value":"Mars","nps":40},{"value":"EMEA","nps":40},{"value":"Pluto","nps":1}])")));
  EXPECT_EQ(answer.size("cells"), 1U);
  ASSERT_EQ(answer.size("unmatched"), 2U);
  EXPECT_EQ(answer.text("unmatched.0"), "Mars");
  EXPECT_EQ(answer.text("unmatched.1"), "Pluto");
}

TEST(GoalsMeasure, OfNothingSelectedIsUnavailable) {
  const std::string none = R"(,"filter":[{"column":"Region","equals":"Mars"}])";
  const Answer answer(ask(regions(), kGoalsMeasure, query(R"("default":40)", "", none)));
  EXPECT_EQ(answer.text("overall.unavailable.code"), "no-responses");
  EXPECT_EQ(answer.number("met"), 0);
  EXPECT_EQ(answer.number("missed"), 0);
  EXPECT_EQ(answer.number("notDecided"), 0);
}

TEST(GoalsMeasure, AlertsSayWhetherTheWholeIntervalIsBeyond) {
  const Answer answer(ask(regions(), kGoalsMeasure, query(R"("thresholds":{"below":50,"above":29})")));
  EXPECT_EQ(answer.size("cells"), 0U);
  // Below 50: all three, APAC and EMEA certainly. Above 29: all three, EMEA certainly.
  ASSERT_EQ(answer.size("alerts"), 6U);
  EXPECT_EQ(answer.number("certainAlerts"), 3);
  EXPECT_EQ(answer.text("alerts.0.values.0"), "APAC");
  EXPECT_EQ(answer.text("alerts.0.bound"), "below");
  EXPECT_EQ(answer.number("alerts.0.threshold"), 50);
  EXPECT_EQ(answer.flag("alerts.0.certain"), true);
  EXPECT_EQ(answer.number("alerts.0.responses"), 100);
  EXPECT_EQ(answer.number("alerts.0.nps"), 30);
  EXPECT_LT(answer.number("alerts.0.interval.high"), 50);
  EXPECT_EQ(answer.flag("alerts.2.certain"), false);
  EXPECT_EQ(answer.text("alerts.3.bound"), "above");
  EXPECT_EQ(answer.flag("alerts.3.certain"), false);
  EXPECT_EQ(answer.flag("alerts.4.certain"), true);
}

TEST(GoalsMeasure, AScoreOnTheThresholdIsNotBeyondIt) {
  const Answer answer(ask(regions(), kGoalsMeasure, query(R"("thresholds":{"below":30,"above":45})")));
  EXPECT_EQ(answer.size("alerts"), 0U);
  EXPECT_EQ(answer.number("certainAlerts"), 0);
}

TEST(GoalsMeasure, AlertsWithoutGroupingsAreOfAllTogether) {
  const Answer answer(ask(regions(), kGoalsMeasure, query(R"("thresholds":{"below":90})", "")));
  ASSERT_EQ(answer.size("alerts"), 1U);
  EXPECT_EQ(answer.size("alerts.0.values"), 0U);
  EXPECT_EQ(answer.number("alerts.0.responses"), 1110);
}

TEST(GoalsMeasure, KeepHiddenCellsOutOfEverything) {
  const TestParts parts = counted({{"APAC", {20, 30, 50}}, {"EMEA", {4, 0, 0}}, {"LATAM", {10, 0, 10}}, {"NA", {20, 20, 20}}});
  const Answer answer(ask(parts, kGoalsMeasure,
                          query(R"("default":0,"targets":[{"value":"EMEA","nps":5},{"nps":90}],"thresholds":{"below":90})",
                                R"("Region")", R"(,"share":{})")));
  ASSERT_EQ(answer.size("cells"), 2U);
  EXPECT_EQ(answer.text("cells.0.values.0"), "APAC");
  EXPECT_EQ(answer.text("cells.1.values.0"), "NA");
  EXPECT_EQ(answer.size("alerts"), 2U);
  EXPECT_EQ(answer.text("unmatched.0"), "EMEA");
  EXPECT_EQ(answer.text("overall.status"), "missed");
  EXPECT_EQ(answer.number("hidden.responses"), 24);
  const Answer few(ask(counted({{"EMEA", {4, 0, 0}}}), kGoalsMeasure,
                       query(R"("default":0,"thresholds":{"below":90})", "", R"(,"share":{})")));
  EXPECT_EQ(few.text("overall.unavailable.code"), "too-few-to-share");
  EXPECT_FALSE(few.has("overall.nps"));
  EXPECT_EQ(few.size("alerts"), 0U);
}

TEST(GoalsMeasure, RefuseOptionsThatMakeNoSense) {
  const auto fault = [&](const std::string& options, const std::string& grouping = R"("Region")") {
    return ask(regions(), kGoalsMeasure, query(options, grouping));
  };
  EXPECT_EQ(ask(regions(), kGoalsMeasure, R"({"measures":["goals"]})"), "option targets");
  EXPECT_EQ(fault(R"("targets":{"EMEA":40})"), "option targets");
  EXPECT_EQ(fault(R"("targets":[40])"), "option targets.0");
  EXPECT_EQ(fault(R"("targets":[{"value":"EMEA"}])"), "option targets.0.nps");
  EXPECT_EQ(fault(R"("targets":[{"value":"EMEA","nps":101}])"), "option targets.0.nps");
  EXPECT_EQ(fault(R"("targets":[{"value":3,"nps":10}])"), "option targets.0.value");
  EXPECT_EQ(fault(R"("targets":[{"value":"EMEA","nps":10}])", ""), "option targets.0.value");
  EXPECT_EQ(fault(R"("targets":[{"value":"A","nps":1},{"value":"A","nps":2}])"), "option targets.1.value");
  EXPECT_EQ(fault(R"("targets":[{"nps":1},{"nps":2}])"), "option targets.1.value");
  EXPECT_EQ(fault(R"("targets":[{"nps":1,"score":2}])"), "option targets.0.score");
  EXPECT_EQ(fault(R"("default":"30")"), "option default");
  EXPECT_EQ(fault(R"("thresholds":{})"), "option thresholds");
  EXPECT_EQ(fault(R"("thresholds":{"under":1})"), "option thresholds.under");
  EXPECT_EQ(fault(R"("thresholds":{"above":1,"below":"x"})"), "option thresholds.below");
  EXPECT_EQ(fault(R"("default":30,"levels":1)"), "option levels");
}

TEST(GoalsMeasure, AreTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = testing_support::mixed_responses(400);
  for (const std::string grouping : {"", R"("Region")", R"("Region","Plan")"}) {
    const std::string asked = query(R"("default":20,"thresholds":{"below":40,"above":-40})", grouping);
    const std::string whole = ask(parts, kGoalsMeasure, asked);
    EXPECT_GT(whole.size(), 200U);
    for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), kGoalsMeasure, asked), whole);
  }
}

}  // namespace
}  // namespace npscope
