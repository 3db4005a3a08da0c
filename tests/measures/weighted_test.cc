// SPDX-License-Identifier: MIT
// Weighted figures against the vectors of R's survey package and formulas worked out apart from the core, by cell and by account, and the
// weights that cannot count.
#include "core/measures/weighted.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/measures/lots.h"
#include "tests/measures/synth_parts.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kPlain = R"({"measures":["weighted"]})";
constexpr std::string_view kByAccount = R"({"measures":[{"measure":"weighted","weight":"Weight","cluster":"account"}]})";
constexpr std::string_view kByRegion = R"({"measures":["weighted"],"groupBy":["Region"]})";

PartBuilder small() {
  PartBuilder builder;
  builder.scores({10, 7, 9, 0, 8, 10, 9, 6, 3, 10})
      .column("Weight", {"1.2", "0.8", "1.5", "1", "1.1", "0.6", "2", "0.9", "1.3", "0.7"}, Role::kWeight);
  return builder;
}

TEST(WeightedMeasure, VectorWeightedSmall) {
  const Answer found = answer_of(small().build(), kWeightedMeasure, kPlain);
  EXPECT_EQ(members_of(found),
            "measure weight nps responses shares standardError designEffect effectiveResponses interval kish refused");
  EXPECT_EQ(found.text("weight.role"), "weight");
  EXPECT_NEAR(found.number("nps"), 25.22522522522524, 1e-9);
  EXPECT_EQ(found.number("responses"), 10);
  EXPECT_NEAR(found.number("standardError"), 30.596952940112526, 1e-9);
  EXPECT_NEAR(found.number("kish.responses"), 8.870410367170626, 1e-9);
  EXPECT_NEAR(found.number("kish.designEffect"), 1.1273435597759922, 1e-9);
  EXPECT_NEAR(found.number("kish.standardError"), 29.370744290991435, 1e-9);
  EXPECT_NEAR(found.number("kish.interval.low"), -32.11152665030749, 1e-7);
  EXPECT_NEAR(found.number("kish.interval.high"), 68.40556449148065, 1e-7);
  // 3.2 of 11.1 are detractors, 1.9 passives, 6 promoters.
  EXPECT_NEAR(found.number("shares.detractors"), 3.2 / 11.1, 1e-12);
  EXPECT_NEAR(found.number("shares.passives"), 1.9 / 11.1, 1e-12);
  EXPECT_EQ(found.text("interval.method"), "score");
  EXPECT_EQ(found.number("refused.responses"), 0);
}

TEST(WeightedMeasure, VectorSynthDriversWeighted) {
  const Answer found = answer_of(synth_parts(), kWeightedMeasure, R"({"measures":[{"measure":"weighted","weight":"Weight"}]})");
  EXPECT_EQ(found.text("weight"), "Weight");
  EXPECT_NEAR(found.number("nps"), -8.85084069450934, 1e-9);
  EXPECT_NEAR(found.number("standardError"), 5.3373131424201, 1e-9);
  EXPECT_NEAR(found.number("kish.responses"), 190.560561949932, 1e-9);
}

TEST(WeightedMeasure, VectorSynthDriversWeightedClustered) {
  const Answer found = answer_of(synth_parts(), kWeightedMeasure, kByAccount);
  EXPECT_EQ(found.text("cluster"), "account");
  EXPECT_NEAR(found.number("nps"), -8.85084069450934, 1e-9);
  EXPECT_NEAR(found.number("standardError"), 7.43249680532509, 1e-9);
  EXPECT_EQ(found.number("clusters"), 24);
  EXPECT_EQ(found.number("degrees"), 23);
  EXPECT_EQ(found.flag("fewClusters"), false);
  EXPECT_NEAR(found.number("kish.responses"), 190.560561949932, 1e-9);
}

TEST(WeightedMeasure, ByCellAsWorkedOutFromTheRows) {
  const Answer found = answer_of(synth_parts(), kWeightedMeasure, kByRegion);
  const std::array<double, 3> nps = {-0.087007108702129785, -0.071582880831435727, -0.12751548298882007};
  const std::array<double, 3> error = {0.096945830682470979, 0.075111110060896658, 0.12097698426106418};
  const std::array<double, 3> kish = {47.667578891138994, 98.846113351704702, 44.185417385156093};
  const std::array<double, 3> responses = {61, 125, 54};
  ASSERT_EQ(found.size("cells"), 3U);
  for (size_t i = 0; i < 3; ++i) {
    const std::string cell = "cells." + std::to_string(i);
    EXPECT_NEAR(found.number(cell + ".nps"), 100 * nps[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".standardError"), 100 * error[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".kish.responses"), kish[i], 1e-9);
    EXPECT_EQ(found.number(cell + ".responses"), responses[i]);
  }
  EXPECT_NEAR(found.number("nps"), -8.85084069450934, 1e-9);
}

TEST(WeightedMeasure, RefusesWeightsThatCannotCountAndSaysHowMany) {
  const TestParts parts = PartBuilder()
                              .scores({10, 10, 0, 0, 0, 0, 0, 0, 0})
                              .column("Weight", {"2", "1", "1", "0", "-1", "heavy", "", "1e300", "99999999999"}, Role::kWeight)
                              .build();
  const Answer found = answer_of(parts, kWeightedMeasure, kPlain);
  // Weights 2 and 1 against 1.
  EXPECT_NEAR(found.number("nps"), 50, 1e-12);
  EXPECT_EQ(found.number("responses"), 3);
  EXPECT_EQ(members_of(found, "refused"), "responses notPositive notANumber tooLarge");
  EXPECT_EQ(found.number("refused.responses"), 6);
  EXPECT_EQ(found.number("refused.notPositive"), 2);
  EXPECT_EQ(found.number("refused.notANumber") + found.number("refused.tooLarge"), 4);
  EXPECT_GE(found.number("refused.tooLarge"), 1);
}

TEST(WeightedMeasure, ReadsNumbersAsTheFileWritesThem) {
  const TestParts parts = PartBuilder().scores({10, 0}).column("Umsatz", {"1.500,50", "500,25"}, Role::kRevenue, ',').build();
  const Answer found =
      answer_of(parts, kWeightedMeasure, R"({"measures":[{"measure":"weighted","weight":{"role":"revenue"}}]})");
  EXPECT_NEAR(found.number("nps"), 100 * (1500.5 - 500.25) / 2000.75, 1e-9);
  EXPECT_EQ(found.text("weight.role"), "revenue");
}

TEST(WeightedMeasure, AllRefusedIsNoFigure) {
  const TestParts parts = PartBuilder().scores({10, 0}).column("Weight", {"0", ""}, Role::kWeight).build();
  const Answer found = answer_of(parts, kWeightedMeasure, kPlain);
  EXPECT_EQ(members_of(found), "measure weight unavailable refused");
  EXPECT_EQ(found.text("unavailable.code"), "no-responses");
  EXPECT_EQ(found.number("refused.responses"), 2);
}

TEST(WeightedMeasure, OneResponseHasNoErrorAndEqualAnswersHaveAWidth) {
  const Answer one =
      answer_of(PartBuilder().scores({10}).column("Weight", {"3"}, Role::kWeight).build(), kWeightedMeasure, kPlain);
  EXPECT_TRUE(one.is_null("standardError"));
  EXPECT_EQ(one.text("withoutError"), "one-response");
  EXPECT_EQ(one.number("interval.high"), 100);
  const Answer same = answer_of(PartBuilder().scores({10, 9, 10}).column("Weight", {"3", "1", "1"}, Role::kWeight).build(),
                                kWeightedMeasure, kPlain);
  EXPECT_EQ(same.number("standardError"), 0);
  EXPECT_TRUE(same.is_null("designEffect"));
  EXPECT_LT(same.number("interval.low"), 100);
}

TEST(WeightedMeasure, OneClusterHasNoInterval) {
  const TestParts parts = small().accounts(std::vector<std::string>(10, "A")).build();
  const Answer found = answer_of(parts, kWeightedMeasure, R"({"measures":[{"measure":"weighted","cluster":"account"}]})");
  EXPECT_EQ(found.text("withoutError"), "one-cluster");
  EXPECT_TRUE(found.is_null("interval"));
  EXPECT_TRUE(found.is_null("standardError"));
  EXPECT_EQ(found.flag("fewClusters"), true);
}

TEST(WeightedMeasure, SaysWhichColumnIsNotThere) {
  const TestParts parts = PartBuilder().scores({10}).column("Weight", {"1"}, Role::kWeight).build();
  const Answer weight = answer_of(parts, kWeightedMeasure, R"({"measures":[{"measure":"weighted","weight":"Mass"}]})");
  EXPECT_EQ(members_of(weight), "measure unavailable");
  EXPECT_EQ(weight.text("unavailable.code"), "unknown-column");
  EXPECT_EQ(weight.text("unavailable.detail"), "Mass");
  const Answer cluster = answer_of(parts, kWeightedMeasure, R"({"measures":[{"measure":"weighted","cluster":"respondent"}]})");
  EXPECT_EQ(cluster.text("unavailable.detail"), "respondent");
}

TEST(WeightedMeasure, NeedsItsColumnsAndKeys) {
  const auto query = parse_query(kByAccount);
  Needs needs;
  kWeightedMeasure.needs(query->measures.front().options, *query, needs);
  EXPECT_EQ(needs.columns, (std::vector<ColumnRef>{{"Weight", Role::kNone}}));
  EXPECT_TRUE(needs.accounts);
  EXPECT_FALSE(needs.respondents);
}

TEST(WeightedMeasure, IsTheSameHoweverTheResponsesAreCut) {
  for (const std::string_view query : {kPlain, kByAccount, kByRegion}) {
    expect_the_same_however_cut(synth_parts(), kWeightedMeasure, query);
  }
}

TEST(WeightedMeasure, RefusesOptionsThatItDoesNotKnow) {
  const auto fault = [](std::string_view option) {
    return ask(small().build(), kWeightedMeasure, R"({"measures":[{"measure":"weighted",)" + std::string(option) + "}]}");
  };
  EXPECT_EQ(fault(R"("weight":3)"), "option weight");
  EXPECT_EQ(fault(R"("cluster":"region")"), "option cluster");
  EXPECT_EQ(fault(R"("trim":5)"), "option trim");
}

TEST(WeightedMeasure, WhenSharingHidesCellsWithFewUsableWeights) {
  std::vector<int> scores(60, 10);
  std::vector<std::string> weights(60, "1");
  std::vector<std::string> regions;
  for (int i = 0; i < 60; ++i) regions.emplace_back(i < 20 ? "A" : i < 40 ? "B" : "C");
  for (int i = 0; i < 15; ++i) weights[static_cast<size_t>(i)] = "0";
  const TestParts parts =
      PartBuilder().scores(scores).column("Weight", weights, Role::kWeight).column("Region", regions).build();
  const Answer found =
      answer_of(parts, kWeightedMeasure, R"({"measures":["weighted"],"groupBy":["Region"],"share":{"minimum":10}})");
  // A has five, so another one goes with it.
  ASSERT_EQ(found.size("cells"), 1U);
  EXPECT_TRUE(found.has("hidden"));
  const Answer few = answer_of(small().build(), kWeightedMeasure, R"({"measures":["weighted"],"share":{"minimum":11}})");
  EXPECT_EQ(few.text("unavailable.code"), "too-few-to-share");
  EXPECT_FALSE(few.has("nps"));
}

}  // namespace
}  // namespace npscope
