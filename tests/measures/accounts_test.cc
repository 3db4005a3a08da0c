// SPDX-License-Identifier: MIT
// The NPS by account under each definition: the small example of statistics 2 worked by hand, and the synthetic file.
#include "core/measures/accounts.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/measures/lots.h"
#include "tests/measures/synth_parts.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kDefault = R"({"measures":["accounts"]})";
constexpr std::string_view kWithRevenue = R"({"measures":[{"measure":"accounts","weight":"Revenue"}]})";

/// A: 4 answers with the sum 1, B: 2 with 2, C: 1 with -1, D: 3 with 0; revenues 10, 5, 20 and 5.
PartBuilder four_accounts() {
  const std::vector<std::string> accounts = {"A", "A", "A", "A", "B", "B", "C", "D", "D", "D"};
  PartBuilder builder;
  builder.scores({7, 8, 7, 9, 10, 9, 2, 0, 8, 10})
      .accounts(accounts)
      .column("Account", accounts, Role::kAccount)
      .column("Revenue", {"10", "10", "10", "10", "5", "5", "20", "5", "5", "5"}, Role::kRevenue);
  return builder;
}

TEST(AccountsMeasure, IsAnotherFigureUnderEachDefinition) {
  const Answer found = answer_of(four_accounts().build(), kAccountsMeasure, kWithRevenue);
  EXPECT_EQ(members_of(found), "measure definitions");
  ASSERT_EQ(found.size("definitions"), 3U);
  const std::array<std::string, 3> names = {"mean-of-accounts", "respondents", "by-revenue"};
  const std::array<double, 3> nps = {6.25, 20, -31.25};
  const std::array<double, 3> variance = {131.0 / 768, 22.0 / 375, 1363.0 / 6144};
  for (size_t i = 0; i < 3; ++i) {
    const std::string one = "definitions." + std::to_string(i);
    EXPECT_EQ(found.text(one + ".definition"), names[i]);
    EXPECT_NEAR(found.number(one + ".nps"), nps[i], 1e-12) << names[i];
    EXPECT_NEAR(found.number(one + ".standardError"), 100 * std::sqrt(variance[i]), 1e-9) << names[i];
    EXPECT_EQ(found.number(one + ".clusters"), 4);
    EXPECT_EQ(found.number(one + ".withoutAccount"), 0);
    EXPECT_EQ(found.flag(one + ".fewClusters"), true);
  }
  EXPECT_EQ(members_of(found, "definitions.2"),
            "definition weight nps responses shares standardError designEffect effectiveResponses interval clusters degrees "
            "fewClusters withoutAccount refused disagreeing");
}

TEST(AccountsMeasure, VectorSynthDriversAccountLevel) {
  const Answer found = answer_of(synth_parts(), kAccountsMeasure, kDefault);
  ASSERT_EQ(found.size("definitions"), 2U);
  EXPECT_NEAR(found.number("definitions.0.nps"), -8.44724991783815, 1e-9);
  EXPECT_NEAR(found.number("definitions.0.standardError"), 7.04261700679977, 1e-9);
  EXPECT_EQ(found.number("definitions.0.clusters"), 24);
  EXPECT_NEAR(found.number("definitions.1.standardError"), 7.06596335712627, 1e-9);
}

TEST(AccountsMeasure, ByCellAsWorkedOutFromTheRows) {
  const Answer found =
      answer_of(synth_parts(), kAccountsMeasure,
                R"({"measures":[{"measure":"accounts","definition":"mean-of-accounts"}],"groupBy":["Region"]})");
  const std::array<double, 3> nps = {-0.022463768115942036, -0.15898569023569023, -0.094696969696969724};
  const std::array<double, 3> error = {0.087445375983577767, 0.09671458441035867, 0.13185228282929806};
  ASSERT_EQ(found.size("cells"), 3U);
  for (size_t i = 0; i < 3; ++i) {
    const std::string one = "cells." + std::to_string(i) + ".definitions.0";
    EXPECT_NEAR(found.number(one + ".nps"), 100 * nps[i], 1e-9);
    EXPECT_NEAR(found.number(one + ".standardError"), 100 * error[i], 1e-9);
  }
}

TEST(AccountsMeasure, AnswersTheDefinitionsThatAreAskedFor) {
  const auto names = [](std::string_view definition) {
    const Answer found = answer_of(four_accounts().build(), kAccountsMeasure,
                                   R"({"measures":[{"measure":"accounts","definition":)" + std::string(definition) + "}]}");
    std::string all;
    for (size_t i = 0; i < found.size("definitions"); ++i)
      all += found.text("definitions." + std::to_string(i) + ".definition") + " ";
    return all;
  };
  EXPECT_EQ(names(R"("respondents")"), "respondents ");
  EXPECT_EQ(names(R"(["by-revenue","mean-of-accounts"])"), "mean-of-accounts by-revenue ");
  // Its column is that of role revenue.
  EXPECT_EQ(names(R"("by-revenue")"), "by-revenue ");
}

TEST(AccountsMeasure, CountsWhatNamesNoAccountAndRevenuesThatDisagree) {
  const TestParts parts = PartBuilder()
                              .scores({10, 10, 0, 0, 10, 10})
                              .accounts({"A", "A", "B", "B", "", "C"})
                              .column("Revenue", {"5", "7", "2", "0", "3", "x"}, Role::kRevenue)
                              .build();
  const Answer found = answer_of(parts, kAccountsMeasure, kWithRevenue);
  EXPECT_EQ(found.number("definitions.0.withoutAccount"), 1);
  EXPECT_EQ(found.number("definitions.0.clusters"), 3);
  // As respondents the one without an account is an account of its own.
  EXPECT_EQ(found.number("definitions.1.clusters"), 4);
  EXPECT_EQ(found.number("definitions.1.responses"), 6);
  // A counts with the mean of 5 and 7, B with 2 and one response, C with nothing.
  EXPECT_NEAR(found.number("definitions.2.nps"), 100 * (6.0 - 2) / 8, 1e-12);
  EXPECT_EQ(found.number("definitions.2.disagreeing"), 1);
  EXPECT_EQ(found.number("definitions.2.refused.notPositive"), 1);
  EXPECT_EQ(found.number("definitions.2.refused.notANumber"), 1);
}

TEST(AccountsMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(four_accounts().build(), kAccountsMeasure, kWithRevenue);
  expect_the_same_however_cut(synth_parts(), kAccountsMeasure,
                              R"({"measures":[{"measure":"accounts","weight":{"role":"weight"}}],"groupBy":["Region"]})");
}

TEST(AccountsMeasure, SaysWhatIsNotThere) {
  const Answer none = answer_of(PartBuilder().scores({10}).build(), kAccountsMeasure, kDefault);
  EXPECT_EQ(members_of(none), "measure unavailable");
  EXPECT_EQ(none.text("unavailable.code"), "unknown-column");
  EXPECT_EQ(none.text("unavailable.detail"), "account");
  const Answer revenue = answer_of(PartBuilder().scores({10, 0}).accounts({"A", "B"}).build(), kAccountsMeasure,
                                   R"({"measures":[{"measure":"accounts","definition":["respondents","by-revenue"]}]})");
  EXPECT_TRUE(revenue.has("definitions.0.nps"));
  EXPECT_EQ(revenue.text("definitions.1.unavailable.code"), "unknown-column");
  EXPECT_EQ(revenue.text("definitions.1.unavailable.detail"), "revenue");
}

TEST(AccountsMeasure, OneAccountHasNoErrorAndNoAccountNoFigure) {
  const Answer one = answer_of(PartBuilder().scores({10, 0}).accounts({"A", "A"}).build(), kAccountsMeasure, kDefault);
  EXPECT_EQ(one.text("definitions.0.withoutError"), "one-cluster");
  EXPECT_TRUE(one.is_null("definitions.0.interval"));
  const TestParts parts = PartBuilder().scores({10, 0}).accounts({"", "A"}).build();
  const Answer none =
      answer_of(parts, kAccountsMeasure, R"({"filter":[{"score":{"from":9,"to":10}}],"measures":["accounts"]})");
  EXPECT_EQ(none.text("definitions.0.unavailable.code"), "no-responses");
  EXPECT_EQ(none.number("definitions.1.nps"), 100);
}

TEST(AccountsMeasure, RefusesOptionsThatItDoesNotKnow) {
  const auto fault = [](std::string_view option) {
    return ask(four_accounts().build(), kAccountsMeasure,
               R"({"measures":[{"measure":"accounts",)" + std::string(option) + "}]}");
  };
  EXPECT_EQ(fault(R"("definition":"by-mean")"), "option definition");
  EXPECT_EQ(fault(R"("definition":[])"), "option definition");
  EXPECT_EQ(fault(R"("definition":["respondents",1])"), "option definition");
  EXPECT_EQ(fault(R"("weight":true)"), "option weight");
  EXPECT_EQ(fault(R"("revenue":"Revenue")"), "option revenue");
}

TEST(AccountsMeasure, SharesNoFigureOfAFewResponses) {
  const Answer found =
      answer_of(four_accounts().build(), kAccountsMeasure, R"({"measures":["accounts"],"share":{"minimum":11}})");
  EXPECT_EQ(found.text("definitions.0.unavailable.code"), "too-few-to-share");
  EXPECT_EQ(members_of(found, "definitions.1"), "definition unavailable");
}

}  // namespace
}  // namespace npscope
