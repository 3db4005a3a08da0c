// SPDX-License-Identifier: MIT
// Required responses and what is detectable. Expected numbers: tests/data/vectors.json (ssize-*, "wald" and "wald_fpc") and the formulas of
// statistics 1.4 with z = 1.959963985 and z_power = 0.841621234.
#include "core/measures/sample_size.h"

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

Answer planned(const GroupCounts& counts, const std::string& options, const std::string& rest = "") {
  const TestParts parts = counted({{"EMEA", counts}});
  return Answer(ask(parts, kSampleSizeMeasure, R"({"measures":[{"measure":"sample-size")" + options + "}]" + rest + "}"));
}

TEST(SampleSizeMeasure, IsWhatTheMarginNeeds) {
  // promoters 0.5, detractors 0.2
  EXPECT_EQ(planned({20, 30, 50}, R"(,"margin":10)").number("cells.0.observed.required"), 235);
  EXPECT_EQ(planned({30, 30, 40}, R"(,"margin":5)").number("cells.0.observed.required"), 1061);
  EXPECT_EQ(planned({10, 30, 60}, R"(,"margin":3)", R"(,"interval":{"level":0.9})").number("cells.0.observed.required"), 1353);
  EXPECT_EQ(planned({50, 0, 50}, R"(,"margin":15)").number("cells.0.observed.required"), 171);
  EXPECT_EQ(planned({50, 0, 50}, R"(,"margin":15)").number("cells.0.worst.required"), 171);
  EXPECT_EQ(planned({20, 30, 50}, R"(,"margin":15)").number("cells.0.worst.required"), 171);
}

TEST(SampleSizeMeasure, NeedsLessOfAKnownPopulation) {
  EXPECT_EQ(planned({15, 5, 80}, R"(,"margin":10,"population":250)").number("cells.0.observed.required"), 113);
  EXPECT_EQ(planned({30, 30, 40}, R"(,"margin":5,"population":1000000)").number("cells.0.observed.required"), 1060);
  EXPECT_EQ(planned({10, 30, 60}, R"(,"margin":3,"population":1000000)", R"(,"interval":{"level":0.9})")
                .number("cells.0.observed.required"),
            1351);
}

TEST(SampleSizeMeasure, SaysWhatTheResponsesAtHandCanTell) {
  const Answer answer = planned({20, 30, 50}, "");
  EXPECT_EQ(answer.number("margin"), 5);
  EXPECT_EQ(answer.number("difference"), 10);
  EXPECT_EQ(answer.number("power"), 0.8);
  EXPECT_EQ(answer.number("level"), 0.95);
  EXPECT_NEAR(answer.number("cells.0.observed.variance"), 0.61, 1e-12);
  // 1.959963985 sqrt(0.61 / 100)
  EXPECT_NEAR(answer.number("cells.0.observed.margin"), 15.30780808, 1e-6);
  // 2.801585219 sqrt(2 * 0.61 / 100)
  EXPECT_NEAR(answer.number("cells.0.observed.detectable"), 30.94454, 1e-4);
  // 2.801585219^2 * 1.22 / 0.01 = 957.565
  EXPECT_EQ(answer.number("cells.0.observed.requiredPerGroup"), 958);
  EXPECT_EQ(answer.number("cells.0.worst.variance"), 1);
  EXPECT_NEAR(answer.number("cells.0.worst.margin"), 19.59963985, 1e-6);
  // 2.801585219^2 * 2 / 0.01 = 1569.776
  EXPECT_EQ(answer.number("cells.0.worst.requiredPerGroup"), 1570);
  EXPECT_FALSE(answer.has("cells.0.population"));
  EXPECT_FALSE(answer.has("cells.0.interval"));
}

TEST(SampleSizeMeasure, NarrowsTheIntervalWithinAPopulation) {
  const Answer all = planned({20, 30, 50}, R"(,"population":100)");
  EXPECT_EQ(all.number("cells.0.interval.low"), 30);
  EXPECT_EQ(all.number("cells.0.interval.high"), 30);
  EXPECT_EQ(all.number("cells.0.observed.margin"), 0);
  const Answer some = planned({20, 30, 50}, R"(,"population":400)");
  // 15.30780808 sqrt(300 / 399)
  EXPECT_NEAR(some.number("cells.0.observed.margin"), 13.27353, 1e-4);
  EXPECT_EQ(some.number("cells.0.population"), 400);
  const double width = some.number("cells.0.interval.high") - some.number("cells.0.interval.low");
  EXPECT_GT(width, 25);
  EXPECT_LT(width, 2 * 15.2);
}

TEST(SampleSizeMeasure, OfFewerPeopleThanAnsweredIsAsIfTheyWereNotKnown) {
  const Answer answer = planned({20, 30, 50}, R"(,"population":99)");
  EXPECT_EQ(answer.text("cells.0.unavailable.code"), "population-too-small");
  EXPECT_FALSE(answer.has("cells.0.interval"));
  EXPECT_NEAR(answer.number("cells.0.observed.margin"), 15.30780808, 1e-6);
}

TEST(SampleSizeMeasure, HasNoVarianceOfAnswersThatAreAllTheSame) {
  const Answer same = planned({0, 0, 12}, "");
  EXPECT_EQ(same.text("cells.0.observed.unavailable.code"), "no-variance");
  EXPECT_EQ(same.size("cells.0.observed"), 1U);
  EXPECT_GT(same.number("cells.0.worst.required"), 1536);
  EXPECT_EQ(planned({0, 1, 0}, "").text("cells.0.observed.unavailable.code"), "one-response");
}

TEST(SampleSizeMeasure, KnowsAPopulationOfEachGroup) {
  const TestParts parts = counted({{"APAC", {20, 30, 50}}, {"EMEA", {20, 30, 50}}, {"", {20, 30, 50}}});
  const Answer answer(ask(parts, kSampleSizeMeasure,
                          R"({"groupBy":["Region"],"measures":[{"measure":"sample-size","populations":[
                              {"value":"EMEA","population":100},{"value":null,"population":400}]}]})"));
  ASSERT_EQ(answer.size("cells"), 3U);
  EXPECT_FALSE(answer.has("cells.0.population"));
  EXPECT_EQ(answer.number("cells.1.observed.margin"), 0);
  EXPECT_EQ(answer.number("cells.2.population"), 400);
}

TEST(SampleSizeMeasure, RefusesOptionsThatMakeNoSense) {
  const TestParts parts = counted({{"EMEA", {1, 1, 1}}});
  const auto fault = [&](const std::string& options, const std::string& rest = "") {
    return ask(parts, kSampleSizeMeasure, R"({"measures":[{"measure":"sample-size",)" + options + "}]" + rest + "}");
  };
  EXPECT_EQ(fault(R"("margin":0)"), "option margin");
  EXPECT_EQ(fault(R"("margin":101)"), "option margin");
  EXPECT_EQ(fault(R"("difference":-1)"), "option difference");
  EXPECT_EQ(fault(R"("power":1)"), "option power");
  EXPECT_EQ(fault(R"("power":"0.8")"), "option power");
  EXPECT_EQ(fault(R"("population":0)"), "option population");
  EXPECT_EQ(fault(R"("population":10.5)"), "option population");
  EXPECT_EQ(fault(R"("population":1e16)"), "option population");
  EXPECT_EQ(fault(R"("n":10)"), "option n");
  const std::string grouped = R"(,"groupBy":["Region"])";
  EXPECT_EQ(fault(R"("population":10)", grouped), "option population");
  EXPECT_EQ(fault(R"("populations":[{"value":"EMEA","population":10}])"), "option populations");
  EXPECT_EQ(fault(R"("populations":{"EMEA":10})", grouped), "option populations");
  EXPECT_EQ(fault(R"("populations":["EMEA"])", grouped), "option populations.0");
  EXPECT_EQ(fault(R"("populations":[{"value":"EMEA"}])", grouped), "option populations.0.population");
  EXPECT_EQ(fault(R"("populations":[{"population":3}])", grouped), "option populations.0.value");
  EXPECT_EQ(fault(R"("populations":[{"value":"A","population":3},{"value":"A","population":4}])", grouped),
            "option populations.1.value");
}

TEST(SampleSizeMeasure, IsTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = testing_support::mixed_responses(300);
  const std::string query = R"({"groupBy":["Region"],"measures":["sample-size"]})";
  const std::string whole = ask(parts, kSampleSizeMeasure, query);
  EXPECT_GT(whole.size(), 500U);
  for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), kSampleSizeMeasure, query), whole);
}

}  // namespace
}  // namespace npscope
