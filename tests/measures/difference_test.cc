// SPDX-License-Identifier: MIT
// Differences against the vectors of statistics.md, by cell, and what happens when a side has nobody or shares people with the other.
#include "core/measures/difference.h"

#include <gtest/gtest.h>

#include "tests/measures/lots.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kProAgainstBasic = R"({
  "filter":[{"column":"Plan","equals":"Pro"}],"with":{"filter":[{"column":"Plan","equals":"Basic"}]},"measures":["difference"]})";
constexpr std::string_view kProAgainstRest = R"({"filter":[{"column":"Plan","equals":"Pro"}],"measures":["difference"]})";
constexpr std::string_view kByRegion = R"({
  "filter":[{"column":"Plan","equals":"Pro"}],"measures":["difference"],"groupBy":["Region"]})";

TestParts two_plans(const GroupCounts& pro, const GroupCounts& basic) {
  return Lots({"Plan"}).add(pro, {"Pro"}).add(basic, {"Basic"}).build();
}

TEST(DifferenceMeasure, VectorDiff203050Vs353035) {
  const Answer found = answer_of(two_plans({20, 30, 50}, {35, 30, 35}), kDifferenceMeasure, kProAgainstBasic);
  EXPECT_EQ(members_of(found), "measure selected others difference");
  EXPECT_EQ(found.number("selected.nps"), 30);
  EXPECT_EQ(found.number("selected.responses"), 100);
  EXPECT_EQ(found.number("others.nps"), 0);
  EXPECT_NEAR(found.number("difference.points"), 30, 1e-9);
  EXPECT_EQ(found.text("difference.interval.method"), "mover");
  EXPECT_EQ(found.number("difference.interval.level"), 0.95);
  EXPECT_NEAR(found.number("difference.interval.low"), 7.18558515328119, 1e-6);
  EXPECT_NEAR(found.number("difference.interval.high"), 51.64892050217910, 1e-6);
  EXPECT_NEAR(found.number("difference.p"), 0.012656649544929864, 1e-9);
  EXPECT_EQ(found.text("difference.test"), "permutation");
}

TEST(DifferenceMeasure, VectorDiff150250600Vs180260560UsesTheNormalTest) {
  const Answer found = answer_of(two_plans({150, 250, 600}, {180, 260, 560}), kDifferenceMeasure, kProAgainstBasic);
  EXPECT_NEAR(found.number("difference.points"), 7, 1e-9);
  EXPECT_NEAR(found.number("difference.interval.low"), 0.36491278251372383, 1e-6);
  EXPECT_NEAR(found.number("difference.interval.high"), 13.615150284309258, 1e-6);
  EXPECT_NEAR(found.number("difference.p"), 0.03875666786597106, 1e-9);
  EXPECT_EQ(found.text("difference.test"), "adjusted-wald");
}

TEST(DifferenceMeasure, VectorDiff0327Vs2730HasATinyP) {
  const Answer found = answer_of(two_plans({0, 3, 27}, {27, 3, 0}), kDifferenceMeasure, kProAgainstBasic);
  EXPECT_NEAR(found.number("difference.points"), 180, 1e-9);
  EXPECT_NEAR(found.number("difference.p") / 3.382246778428785e-16, 1, 1e-10);
}

TEST(DifferenceMeasure, ChangesItsSignWithTheSides) {
  const Answer there = answer_of(two_plans({20, 30, 50}, {35, 30, 35}), kDifferenceMeasure, kProAgainstRest);
  const Answer back = answer_of(two_plans({35, 30, 35}, {20, 30, 50}), kDifferenceMeasure, kProAgainstRest);
  EXPECT_EQ(there.number("difference.points"), -back.number("difference.points"));
  EXPECT_EQ(there.number("difference.interval.low"), -back.number("difference.interval.high"));
  EXPECT_EQ(there.number("difference.p"), back.number("difference.p"));
}

TEST(DifferenceMeasure, WithoutWithTheOthersAreAllThatCountAndAreNotSelected) {
  TestParts parts = Lots({"Plan"})
                        .add({2, 3, 10}, {"Pro"})
                        .add({5, 4, 5}, {"Basic"})
                        .add({1, 0, 0}, {""})
                        .add({1, 0, 0}, {"Basic"})
                        .builder()
                        .not_counted(30)
                        .build();
  const Answer found = answer_of(parts, kDifferenceMeasure, kProAgainstRest);
  // vector diff-2-3-10-vs-6-4-5
  EXPECT_EQ(found.number("others.responses"), 15);
  EXPECT_NEAR(found.number("difference.points"), 60, 1e-9);
  EXPECT_NEAR(found.number("difference.p"), 0.08658085817772386, 1e-9);
}

TEST(DifferenceMeasure, UsesTheLevelOfTheQuery) {
  const Answer found =
      answer_of(two_plans({20, 30, 50}, {35, 30, 35}), kDifferenceMeasure,
                R"({"filter":[{"column":"Plan","equals":"Pro"}],"measures":["difference"],"interval":{"level":0.8}})");
  EXPECT_EQ(found.number("difference.interval.level"), 0.8);
  EXPECT_GT(found.number("difference.interval.low"), 12);
}

TestParts by_region() {
  return Lots({"Plan", "Region"})
      .add({20, 30, 50}, {"Pro", "EMEA"})
      .add({35, 30, 35}, {"Basic", "EMEA"})
      .add({0, 2, 8}, {"Pro", "APAC"})
      .add({3, 4, 3}, {"Basic", "APAC"})
      .add({1, 0, 4}, {"Pro", ""})
      .add({1, 1, 1}, {"Basic", "US"})
      .build();
}

TEST(DifferenceMeasure, ComparesTheSameValueOnBothSides) {
  const Answer found = answer_of(by_region(), kDifferenceMeasure, kByRegion);
  ASSERT_EQ(found.size("cells"), 4U);
  EXPECT_EQ(found.text("cells.0.values.0"), "APAC");
  EXPECT_EQ(members_of(found, "cells.0"), "values selected others difference");
  // vector diff-0-2-8-vs-3-4-3
  EXPECT_NEAR(found.number("cells.0.difference.points"), 80, 1e-9);
  EXPECT_NEAR(found.number("cells.0.difference.interval.low"), 13.150265810792783, 1e-6);
  EXPECT_NEAR(found.number("cells.0.difference.interval.high"), 126.67648954552755, 1e-6);
  EXPECT_NEAR(found.number("cells.0.difference.p"), 0.0322695879971422, 1e-9);
  EXPECT_EQ(found.text("cells.1.values.0"), "EMEA");
  EXPECT_NEAR(found.number("cells.1.difference.p"), 0.012656649544929864, 1e-9);
  EXPECT_EQ(found.number("selected.responses"), 115);
}

TEST(DifferenceMeasure, ACellOfOneSideHasNoDifference) {
  const Answer found = answer_of(by_region(), kDifferenceMeasure, kByRegion);
  EXPECT_EQ(found.text("cells.2.values.0"), "US");
  EXPECT_TRUE(found.is_null("cells.2.selected"));
  EXPECT_EQ(found.number("cells.2.others.responses"), 3);
  EXPECT_EQ(found.text("cells.2.unavailable.code"), "no-responses");
  EXPECT_FALSE(found.has("cells.2.difference"));
  EXPECT_TRUE(found.is_null("cells.3.values.0"));
  EXPECT_TRUE(found.is_null("cells.3.others"));
}

TEST(DifferenceMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(by_region(), kDifferenceMeasure, kProAgainstBasic);
  expect_the_same_however_cut(by_region(), kDifferenceMeasure, kByRegion);
  expect_the_same_however_cut(
      by_region(), kDifferenceMeasure,
      R"({"filter":[{"column":"Plan","equals":"Pro"}],"with":{"filter":[{"column":"Plan","equals":"Basic"}]},
                                  "measures":["difference"],"groupBy":["Region",{"by":"group"}]})");
}

TEST(DifferenceMeasure, NobodyOnASideIsNoDifference) {
  const Answer found = answer_of(two_plans({1, 2, 3}, {}), kDifferenceMeasure, kProAgainstBasic);
  EXPECT_EQ(members_of(found), "measure selected others unavailable");
  EXPECT_TRUE(found.is_null("others"));
  EXPECT_EQ(found.text("unavailable.code"), "no-responses");
  const Answer none = answer_of(two_plans({}, {1, 2, 3}), kDifferenceMeasure, kProAgainstRest);
  EXPECT_TRUE(none.is_null("selected"));
  EXPECT_EQ(none.text("unavailable.code"), "no-responses");
}

TEST(DifferenceMeasure, OneResponseOnEachSideAndEqualAnswersHaveAWidth) {
  const Answer one = answer_of(two_plans({0, 0, 1}, {0, 0, 1}), kDifferenceMeasure, kProAgainstRest);
  EXPECT_EQ(one.number("difference.points"), 0);
  EXPECT_EQ(one.number("difference.p"), 1);
  EXPECT_LT(one.number("difference.interval.low"), -50);
  EXPECT_GT(one.number("difference.interval.high"), 50);
}

TEST(DifferenceMeasure, RefusesSetsThatShareResponses) {
  const Answer found =
      answer_of(by_region(), kDifferenceMeasure,
                R"({"filter":[{"column":"Plan","equals":"Pro"}],"with":{"filter":[{"column":"Region","equals":"EMEA"}]},
                                     "measures":["difference"]})");
  EXPECT_EQ(found.text("unavailable.code"), "overlapping-sets");
  EXPECT_EQ(members_of(found), "measure unavailable");
}

TEST(DifferenceMeasure, RefusesOptionsThatItDoesNotKnow) {
  EXPECT_EQ(ask(by_region(), kDifferenceMeasure, R"({"measures":[{"measure":"difference","test":"wald"}]})"), "option test");
}

TEST(DifferenceMeasure, SharesNoSmallSide) {
  const Answer side =
      answer_of(two_plans({20, 30, 50}, {3, 3, 3}), kDifferenceMeasure,
                R"({"filter":[{"column":"Plan","equals":"Pro"}],"measures":["difference"],"share":{"minimum":10}})");
  EXPECT_TRUE(side.is_null("others"));
  EXPECT_EQ(side.text("unavailable.code"), "too-few-to-share");
  EXPECT_EQ(side.json().find("\"responses\":9"), std::string::npos);
  const Answer cells = answer_of(by_region(), kDifferenceMeasure,
                                 R"({"filter":[{"column":"Plan","equals":"Pro"}],"measures":["difference"],"groupBy":["Region"],
                                     "share":{"minimum":10}})");
  // The five without a region and the three of US take APAC and EMEA with them, or the other one: whatever stays has ten on both sides.
  for (size_t i = 0; i < cells.size("cells"); ++i) {
    const std::string cell = "cells." + std::to_string(i);
    EXPECT_GE(cells.number(cell + ".selected.responses"), 10);
    EXPECT_GE(cells.number(cell + ".others.responses"), 10);
  }
  EXPECT_TRUE(cells.has("hidden"));
}

}  // namespace
}  // namespace npscope
