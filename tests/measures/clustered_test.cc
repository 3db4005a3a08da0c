// SPDX-License-Identifier: MIT
// Errors by account against R's survey package and, by cell, against the formula worked out from the rows.
#include "core/measures/clustered.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/measures/lots.h"
#include "tests/measures/synth_parts.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kByAccount = R"({"measures":["clustered"]})";
constexpr std::string_view kByRegion = R"({"measures":[{"measure":"clustered","by":"account"}],"groupBy":["Region"]})";

TEST(ClusteredMeasure, VectorSynthDriversClustered) {
  const Answer found = answer_of(synth_parts(), kClusteredMeasure, kByAccount);
  EXPECT_EQ(
      members_of(found),
      "measure by nps responses shares standardError designEffect effectiveResponses interval clusters degrees fewClusters "
      "withoutKey");
  EXPECT_EQ(found.text("by"), "account");
  EXPECT_NEAR(found.number("nps"), -9.16666666666667, 1e-9);
  EXPECT_EQ(found.number("responses"), 240);
  EXPECT_NEAR(found.number("standardError"), 7.06596335712627, 1e-9);
  EXPECT_NEAR(found.number("designEffect"), 2.20325231216934, 1e-9);
  EXPECT_NEAR(found.number("effectiveResponses"), 240 / 2.20325231216934, 1e-7);
  EXPECT_EQ(found.number("degrees"), 23);
  EXPECT_EQ(found.number("clusters"), 24);
  EXPECT_EQ(found.flag("fewClusters"), false);
  EXPECT_EQ(found.number("withoutKey"), 0);
  EXPECT_LT(found.number("interval.low"), -9.17 - 1.9 * 7.07);
}

TEST(ClusteredMeasure, ByCellAsWorkedOutFromTheRows) {
  const Answer found = answer_of(synth_parts(), kClusteredMeasure, kByRegion);
  const std::array<double, 3> nps = {-0.016393442622950821, -0.104, -0.14814814814814814};
  const std::array<double, 3> error = {0.10457651554478861, 0.084918262408240436, 0.10134282966682834};
  const std::array<double, 3> effect = {1.4833697691099919, 1.5600187723556711, 0.95388522086052918};
  const std::array<double, 3> clusters = {23, 24, 22};
  ASSERT_EQ(found.size("cells"), 3U);
  for (size_t i = 0; i < 3; ++i) {
    const std::string cell = "cells." + std::to_string(i);
    EXPECT_NEAR(found.number(cell + ".nps"), 100 * nps[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".standardError"), 100 * error[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".designEffect"), effect[i], 1e-9);
    EXPECT_EQ(found.number(cell + ".clusters"), clusters[i]);
  }
}

TEST(ClusteredMeasure, ResponsesWithoutAKeyAreClustersOfTheirOwn) {
  const TestParts parts = PartBuilder().scores({10, 10, 0, 5, 8}).accounts({"A", "A", "B", "", ""}).build();
  const Answer found = answer_of(parts, kClusteredMeasure, kByAccount);
  EXPECT_EQ(found.number("clusters"), 4);
  EXPECT_EQ(found.number("withoutKey"), 2);
  EXPECT_EQ(found.flag("fewClusters"), true);
}

TEST(ClusteredMeasure, PutsAccountsTogetherOverFiles) {
  TestParts parts = PartBuilder().scores({10, 0}).accounts({"A", "B"}).file("a.csv", 0).build();
  parts.join(PartBuilder().scores({10, 0}).accounts({"A", "B"}).file("b.csv", 1).build());
  EXPECT_EQ(answer_of(parts, kClusteredMeasure, kByAccount).number("clusters"), 2);
}

TEST(ClusteredMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(synth_parts(), kClusteredMeasure, kByAccount);
  expect_the_same_however_cut(synth_parts(), kClusteredMeasure, kByRegion);
}

TEST(ClusteredMeasure, OneClusterHasNoErrorAndNoInterval) {
  const TestParts parts = PartBuilder().scores({10, 0, 9}).respondents({"a", "a", "a"}).build();
  const Answer found = answer_of(parts, kClusteredMeasure, R"({"measures":[{"measure":"clustered","by":"respondent"}]})");
  EXPECT_EQ(found.text("by"), "respondent");
  EXPECT_EQ(found.text("withoutError"), "one-cluster");
  EXPECT_TRUE(found.is_null("standardError"));
  EXPECT_TRUE(found.is_null("degrees"));
  EXPECT_TRUE(found.is_null("interval"));
}

TEST(ClusteredMeasure, EqualAnswersHaveAWidth) {
  const Answer found =
      answer_of(PartBuilder().scores({10, 9, 9}).accounts({"A", "B", "C"}).build(), kClusteredMeasure, kByAccount);
  EXPECT_EQ(found.number("nps"), 100);
  EXPECT_TRUE(found.is_null("designEffect"));
  EXPECT_LT(found.number("interval.low"), 50);
}

TEST(ClusteredMeasure, OfNobodyIsNothing) {
  const Answer found =
      answer_of(synth_parts(), kClusteredMeasure, R"({"filter":[{"column":"Region","equals":"X"}],"measures":["clustered"]})");
  EXPECT_EQ(members_of(found), "measure by unavailable");
  EXPECT_EQ(found.text("unavailable.code"), "no-responses");
}

TEST(ClusteredMeasure, NeedsAColumnOfAccounts) {
  const Answer found = answer_of(PartBuilder().scores({10, 0}).build(), kClusteredMeasure, kByAccount);
  EXPECT_EQ(members_of(found), "measure unavailable");
  EXPECT_EQ(found.text("unavailable.code"), "unknown-column");
  EXPECT_EQ(found.text("unavailable.detail"), "account");
  Needs needs;
  kClusteredMeasure.needs({}, Query(), needs);
  EXPECT_TRUE(needs.accounts);
}

TEST(ClusteredMeasure, RefusesOptionsThatItDoesNotKnow) {
  EXPECT_EQ(ask(synth_parts(), kClusteredMeasure, R"({"measures":[{"measure":"clustered","by":"region"}]})"), "option by");
  EXPECT_EQ(ask(synth_parts(), kClusteredMeasure, R"({"measures":[{"measure":"clustered","weight":"Weight"}]})"),
            "option weight");
}

TEST(ClusteredMeasure, SharesNoSmallCell) {
  const Answer found =
      answer_of(synth_parts(), kClusteredMeasure, R"({"measures":["clustered"],"groupBy":["Region"],"share":{"minimum":55}})");
  ASSERT_EQ(found.size("cells"), 1U);
  EXPECT_EQ(found.text("cells.0.values.0"), "DACH");
  const Answer few = answer_of(synth_parts(), kClusteredMeasure, R"({"measures":["clustered"],"share":{"minimum":241}})");
  EXPECT_EQ(few.text("unavailable.code"), "too-few-to-share");
}

}  // namespace
}  // namespace npscope
