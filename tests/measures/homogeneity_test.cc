// SPDX-License-Identifier: MIT
// The Q test over cells against the vector x-q-homogeneity, and with too few cells.
#include "core/measures/homogeneity.h"

#include <gtest/gtest.h>

#include "tests/measures/lots.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kByRegion = R"({"measures":["homogeneity"],"groupBy":["Region"]})";

TestParts three_regions() {
  return Lots({"Region"}).add({20, 30, 50}, {"A"}).add({35, 30, 35}, {"B"}).add({25, 25, 50}, {"C"}).build();
}

TEST(HomogeneityMeasure, VectorXQHomogeneity) {
  const Answer found = answer_of(three_regions(), kHomogeneityMeasure, kByRegion);
  EXPECT_EQ(members_of(found), "measure groups responses pooled q degrees p smoothed");
  EXPECT_EQ(found.number("groups"), 3);
  EXPECT_EQ(found.number("responses"), 300);
  EXPECT_NEAR(found.number("pooled"), 18.915356369456737, 1e-9);
  EXPECT_NEAR(found.number("q"), 7.664061764428961, 1e-9);
  EXPECT_EQ(found.number("degrees"), 2);
  EXPECT_NEAR(found.number("p"), 0.021665570697755862, 1e-9);
  EXPECT_EQ(found.flag("smoothed"), false);
}

TEST(HomogeneityMeasure, SaysWhenVariancesAreSmoothed) {
  const TestParts parts = Lots({"Region"}).add({0, 0, 3}, {"A"}).add({20, 30, 50}, {"B"}).build();
  EXPECT_EQ(answer_of(parts, kHomogeneityMeasure, kByRegion).flag("smoothed"), true);
}

TEST(HomogeneityMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(three_regions(), kHomogeneityMeasure, kByRegion);
  expect_the_same_however_cut(three_regions(), kHomogeneityMeasure,
                              R"({"measures":["homogeneity"],"groupBy":["Region",{"by":"group"}]})");
}

TEST(HomogeneityMeasure, OneGroupOrNoneIsNoTest) {
  const Answer one =
      answer_of(three_regions(), kHomogeneityMeasure,
                R"({"filter":[{"column":"Region","equals":"A"}],"measures":["homogeneity"],"groupBy":["Region"]})");
  EXPECT_EQ(members_of(one), "measure groups responses unavailable");
  EXPECT_EQ(one.text("unavailable.code"), "one-group");
  EXPECT_EQ(one.number("responses"), 100);
  const Answer none =
      answer_of(three_regions(), kHomogeneityMeasure,
                R"({"filter":[{"column":"Region","equals":"X"}],"measures":["homogeneity"],"groupBy":["Region"]})");
  EXPECT_EQ(none.text("unavailable.code"), "no-responses");
}

TEST(HomogeneityMeasure, NeedsAGrouping) {
  EXPECT_EQ(ask(three_regions(), kHomogeneityMeasure, R"({"measures":["homogeneity"]})"), "option groupBy");
}

TEST(HomogeneityMeasure, WhenSharingIsOfTheGroupsThatAreShown) {
  const TestParts parts = Lots({"Region"})
                              .add({20, 30, 50}, {"A"})
                              .add({35, 30, 35}, {"B"})
                              .add({25, 25, 50}, {"C"})
                              .add({2, 2, 2}, {"D"})
                              .add({5, 0, 1}, {"E"})
                              .build();
  const Answer found =
      answer_of(parts, kHomogeneityMeasure, R"({"measures":["homogeneity"],"groupBy":["Region"],"share":{"minimum":10}})");
  EXPECT_EQ(found.number("groups"), 3);
  EXPECT_NEAR(found.number("q"), 7.664061764428961, 1e-9);
  EXPECT_EQ(found.number("hidden.groups"), 2);
  EXPECT_EQ(found.number("hidden.responses"), 12);
}

}  // namespace
}  // namespace npscope
