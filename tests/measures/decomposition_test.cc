// SPDX-License-Identifier: MIT
// Mix and rate against the vector x-mix-rate, with values that only one side has, and with sides that cannot be compared.
#include "core/measures/decomposition.h"

#include <gtest/gtest.h>

#include "tests/measures/lots.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kByPlan = R"({
  "filter":[{"column":"Wave","equals":"1"}],"with":{"filter":[{"column":"Wave","equals":"2"}]},
  "measures":[{"measure":"decomposition","before":"selected"}],"groupBy":["Plan"]})";
constexpr std::string_view kSecondIsNow = R"({
  "filter":[{"column":"Wave","equals":"2"}],"with":{"filter":[{"column":"Wave","equals":"1"}]},
  "measures":["decomposition"],"groupBy":["Plan"]})";

/// Shares .5, .3, .2 and then .4, .3, .3; NPS .5, .2, -.1 and then .52, .1, -.05.
TestParts three_plans() {
  return Lots({"Wave", "Plan"})
      .add({100, 50, 350}, {"1", "A"})
      .add({100, 40, 160}, {"1", "B"})
      .add({90, 40, 70}, {"1", "C"})
      .add({46, 100, 254}, {"2", "A"})
      .add({110, 50, 140}, {"2", "B"})
      .add({115, 85, 100}, {"2", "C"})
      .build();
}

TEST(DecompositionMeasure, VectorXMixRate) {
  const Answer found = answer_of(three_plans(), kDecompositionMeasure, kByPlan);
  EXPECT_EQ(members_of(found), "measure before after change mix rate cells");
  EXPECT_NEAR(found.number("before.nps"), 29, 1e-9);
  EXPECT_NEAR(found.number("after.nps"), 22.3, 1e-9);
  EXPECT_NEAR(found.number("change.points"), -6.7, 1e-9);
  EXPECT_EQ(found.text("change.test"), "adjusted-wald");
  EXPECT_LT(found.number("change.interval.low"), -6.7);
  EXPECT_GT(found.number("change.interval.high"), -6.7);
  EXPECT_NEAR(found.number("mix"), -5.85, 1e-9);
  EXPECT_NEAR(found.number("rate"), -0.85, 1e-9);
  const double mix[] = {-5.1, 0, -0.75};
  const double rate[] = {0.9, -3, 1.25};
  const double share[] = {0.5, 0.3, 0.2};
  ASSERT_EQ(found.size("cells"), 3U);
  for (size_t i = 0; i < 3; ++i) {
    const std::string cell = "cells." + std::to_string(i);
    EXPECT_EQ(members_of(found, cell), "values before after mix rate");
    EXPECT_NEAR(found.number(cell + ".mix"), mix[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".rate"), rate[i], 1e-9);
    EXPECT_NEAR(found.number(cell + ".before.share"), share[i], 1e-12);
  }
  EXPECT_NEAR(found.number("cells.0.after.share"), 0.4, 1e-12);
  EXPECT_NEAR(found.number("cells.2.after.nps"), -5, 1e-12);
}

TEST(DecompositionMeasure, TheOtherSetMayBeTheEarlierOne) {
  EXPECT_EQ(ask(three_plans(), kDecompositionMeasure, kSecondIsNow), ask(three_plans(), kDecompositionMeasure, kByPlan));
}

TEST(DecompositionMeasure, AValueOfOneSideIsMixAlone) {
  // A halves, B comes: 100 % at +50 become half at +50 and half at 0; B keeps its 0 for the time before.
  const TestParts parts =
      Lots({"Wave", "Plan"}).add({0, 20, 20}, {"1", "A"}).add({0, 10, 10}, {"2", "A"}).add({5, 10, 5}, {"2", "B"}).build();
  const Answer found = answer_of(parts, kDecompositionMeasure, kByPlan);
  EXPECT_NEAR(found.number("change.points"), -25, 1e-12);
  EXPECT_NEAR(found.number("mix"), -25, 1e-12);
  EXPECT_NEAR(found.number("rate"), 0, 1e-12);
  EXPECT_EQ(found.text("cells.1.values.0"), "B");
  EXPECT_TRUE(found.is_null("cells.1.before"));
  EXPECT_EQ(found.number("cells.1.after.share"), 0.5);
  EXPECT_EQ(found.number("cells.1.rate"), 0);
}

TEST(DecompositionMeasure, WithoutWithIsAgainstTheRest) {
  const Answer found =
      answer_of(three_plans(), kDecompositionMeasure,
                R"({"filter":[{"column":"Wave","equals":"1"}],"measures":["decomposition"],"groupBy":["Plan"]})");
  // The first wave less the second: the sign that measure difference has.
  EXPECT_NEAR(found.number("mix"), 5.85, 1e-9);
  EXPECT_EQ(found.size("cells"), 3U);
}

TEST(DecompositionMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(three_plans(), kDecompositionMeasure, kByPlan);
  expect_the_same_however_cut(three_plans(), kDecompositionMeasure, kSecondIsNow);
}

TEST(DecompositionMeasure, NobodyOnASideIsNoChange) {
  const TestParts parts = Lots({"Wave", "Plan"}).add({0, 20, 20}, {"1", "A"}).build();
  const Answer found = answer_of(parts, kDecompositionMeasure, kByPlan);
  EXPECT_EQ(members_of(found), "measure before after unavailable");
  EXPECT_TRUE(found.is_null("after"));
  EXPECT_EQ(found.text("unavailable.code"), "no-responses");
}

TEST(DecompositionMeasure, RefusesWhatItCannotAnswer) {
  EXPECT_EQ(answer_of(three_plans(), kDecompositionMeasure,
                      R"({"with":{"filter":[{"column":"Wave","equals":"2"}]},"measures":["decomposition"],"groupBy":["Plan"]})")
                .text("unavailable.code"),
            "overlapping-sets");
  EXPECT_EQ(ask(three_plans(), kDecompositionMeasure, R"({"measures":["decomposition"]})"), "option groupBy");
  EXPECT_EQ(
      ask(three_plans(), kDecompositionMeasure, R"({"measures":[{"measure":"decomposition","before":1}],"groupBy":["Plan"]})"),
      "option before");
  EXPECT_EQ(ask(three_plans(), kDecompositionMeasure,
                R"({"measures":[{"measure":"decomposition","method":"oaxaca"}],"groupBy":["Plan"]})"),
            "option method");
}

TEST(DecompositionMeasure, WhenSharingHiddenValuesAreOneGroup) {
  // Hidden in the second wave only, and gone from both tables. As one group they are 12 at 0 and then 12 at 0: rate 0, share as before.
  const TestParts parts = Lots({"Wave", "Plan"})
                              .add({10, 20, 70}, {"1", "A"})
                              .add({6, 0, 0}, {"1", "B"})
                              .add({0, 0, 6}, {"1", "C"})
                              .add({20, 20, 60}, {"2", "A"})
                              .add({0, 0, 6}, {"2", "B"})
                              .add({6, 0, 0}, {"2", "C"})
                              .build();
  const std::string query(kByPlan);
  const Answer open = answer_of(parts, kDecompositionMeasure, query);
  const Answer shared =
      answer_of(parts, kDecompositionMeasure, query.substr(0, query.rfind('}')) + R"(,"share":{"minimum":10}})");
  ASSERT_EQ(shared.size("cells"), 1U);
  EXPECT_EQ(shared.number("change.points"), open.number("change.points"));
  EXPECT_EQ(shared.number("cells.0.rate"), open.number("cells.0.rate"));
  EXPECT_NEAR(shared.number("rate"), shared.number("cells.0.rate"), 1e-12);
  EXPECT_EQ(shared.number("hidden.groups"), 2);
}

}  // namespace
}  // namespace npscope
