// SPDX-License-Identifier: MIT
// Segments against the rest: differences, p and adjusted p worked out apart from the core (Tango by bisection, permutations by exact
// fractions, p.adjust by its definition), and the order in which they are ranked.
#include "core/measures/segments.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/measures/lots.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kByPlan = R"({"measures":["segments"],"groupBy":["Plan"]})";

TestParts four_plans() {
  return Lots({"Plan"})
      .add({10, 15, 45}, {"A"})
      .add({30, 20, 20}, {"B"})
      .add({12, 20, 18}, {"C"})
      .add({0, 0, 2}, {"D"})
      .build();
}

struct Wanted {
  double points;
  double low;
  double high;
  double p;
  double adjusted;
  std::string rank;
};

const std::map<std::string, Wanted> kWanted = {
    {"A", {51.63934426229508, 27.62018830913839, 72.36655260586796, 3.8139426725905536e-05, 0.00012747668890567107, "above"}},
    {"B",
     {-49.53161592505855, -72.07382290158103, -25.05386279437532, 6.3738344452835536e-05, 0.00012747668890567107, "below"}},
    {"C", {-7.014085104507042, -32.38364445529344, 17.81834577890164, 0.62131516700734757, 0.62131516700734757, "not-decided"}},
    {"D", {83.68421052631578, -48.33612935065959, 95.63557904144012, 0.26701570680628273, 0.35602094240837695, "not-decided"}}};

TEST(SegmentsMeasure, AreComparedWithAllOthers) {
  const Answer found = answer_of(four_plans(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(members_of(found), "measure adjust minimum homogeneity above below notDecided cells");
  EXPECT_EQ(found.text("adjust"), "benjamini-hochberg");
  EXPECT_EQ(found.number("minimum"), 30);
  ASSERT_EQ(found.size("cells"), 4U);
  for (size_t i = 0; i < 4; ++i) {
    const std::string cell = "cells." + std::to_string(i);
    const std::string name = found.text(cell + ".values.0");
    const Wanted& wanted = kWanted.at(name);
    EXPECT_NEAR(found.number(cell + ".difference.points"), wanted.points, 1e-4) << name;
    EXPECT_NEAR(found.number(cell + ".difference.interval.low"), wanted.low, 1e-7) << name;
    EXPECT_NEAR(found.number(cell + ".difference.interval.high"), wanted.high, 1e-7) << name;
    EXPECT_NEAR(found.number(cell + ".difference.p") / wanted.p, 1, 1e-10) << name;
    EXPECT_NEAR(found.number(cell + ".difference.adjustedP") / wanted.adjusted, 1, 1e-10) << name;
    EXPECT_EQ(found.text(cell + ".rank"), wanted.rank) << name;
    EXPECT_EQ(found.number(cell + ".rest.responses") + found.number(cell + ".responses"), 192);
  }
  EXPECT_EQ(found.number("homogeneity.groups"), 4);
  EXPECT_EQ(found.number("homogeneity.degrees"), 3);
}

TEST(SegmentsMeasure, RankByEvidenceAndNotByTheFigure) {
  // D has +100 and leads any list of figures; two responses do not say so.
  const Answer found = answer_of(four_plans(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.text("cells.0.values.0"), "A");
  EXPECT_EQ(found.text("cells.1.values.0"), "C");
  EXPECT_EQ(found.text("cells.2.values.0"), "D");
  EXPECT_EQ(found.text("cells.3.values.0"), "B");
  EXPECT_EQ(found.number("cells.2.nps"), 100);
  EXPECT_EQ(found.number("above"), 1);
  EXPECT_EQ(found.number("below"), 1);
  EXPECT_EQ(found.number("notDecided"), 2);
}

TEST(SegmentsMeasure, WithinARankTheSurerOneStandsFurtherOut) {
  const Answer found = answer_of(Lots({"Plan"})
                                     .add({0, 5, 95}, {"many above"})
                                     .add({0, 0, 12}, {"few above"})
                                     .add({95, 5, 0}, {"many below"})
                                     .add({12, 0, 0}, {"few below"})
                                     .build(),
                                 kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.text("cells.0.values.0"), "many above");
  EXPECT_EQ(found.text("cells.1.values.0"), "few above");
  EXPECT_EQ(found.text("cells.2.values.0"), "few below");
  EXPECT_EQ(found.text("cells.3.values.0"), "many below");
}

TEST(SegmentsMeasure, AdjustAsAsked) {
  const auto asked = [](std::string_view how) {
    return answer_of(four_plans(), kSegmentsMeasure,
                     R"({"measures":[{"measure":"segments","adjust":")" + std::string(how) + R"("}],"groupBy":["Plan"]})");
  };
  EXPECT_NEAR(asked("holm").number("cells.0.difference.adjustedP"), 0.00015255770690362214, 1e-14);
  EXPECT_NEAR(asked("holm").number("cells.3.difference.adjustedP"), 0.00019121503335850661, 1e-14);
  EXPECT_NEAR(asked("none").number("cells.3.difference.adjustedP"), 6.3738344452835536e-05, 1e-14);
  // Times 1 + 1/2 + 1/3 + 1/4.
  EXPECT_NEAR(asked("benjamini-yekutieli").number("cells.0.difference.adjustedP"), 0.00012747668890567107 * 25 / 12, 1e-14);
  EXPECT_NEAR(asked("bonferroni").number("cells.3.difference.adjustedP"), 4 * 6.3738344452835536e-05, 1e-14);
}

TEST(SegmentsMeasure, MarkThoseBelowTheMinimum) {
  const Answer found = answer_of(four_plans(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.flag("cells.2.small"), true);
  EXPECT_EQ(found.flag("cells.1.small"), false);
  const Answer more =
      answer_of(four_plans(), kSegmentsMeasure, R"({"measures":[{"measure":"segments","minimum":51}],"groupBy":["Plan"]})");
  EXPECT_EQ(more.flag("cells.1.small"), true);
  EXPECT_EQ(more.flag("cells.0.small"), false);
}

TEST(SegmentsMeasure, AreTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(four_plans(), kSegmentsMeasure, kByPlan);
  expect_the_same_however_cut(four_plans(), kSegmentsMeasure, R"({"measures":["segments"],"groupBy":["Plan"],"mostValues":2})");
}

TEST(SegmentsMeasure, OneThatHasAllResponsesHasNoRest) {
  const Answer found = answer_of(Lots({"Plan"}).add({1, 1, 1}, {"A"}).build(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.text("cells.0.unavailable.code"), "one-group");
  EXPECT_EQ(found.text("cells.0.rank"), "not-decided");
  EXPECT_FALSE(found.has("cells.0.rest"));
  EXPECT_EQ(found.text("homogeneity.unavailable.code"), "one-group");
}

TEST(SegmentsMeasure, OfEqualAnswersAreNotDecided) {
  const Answer found =
      answer_of(Lots({"Plan"}).add({0, 0, 40}, {"A"}).add({0, 0, 1}, {"B"}).build(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.number("notDecided"), 2);
  EXPECT_EQ(found.number("cells.0.difference.p"), 1);
}

TEST(SegmentsMeasure, OneAnswerAmongOthersLikeItIsNotDecided) {
  // -100 beside -99: adjusted Wald would call it different, on the other side. No deal of the answers gives less of a difference.
  const Answer found =
      answer_of(Lots({"Plan"}).add({1, 0, 0}, {"A"}).add({990, 10, 0}, {"B"}).build(), kSegmentsMeasure, kByPlan);
  EXPECT_EQ(found.number("cells.0.difference.p"), 1);
  EXPECT_EQ(found.text("cells.0.difference.test"), "permutation");
  EXPECT_NEAR(found.number("cells.0.difference.points"), -1, 1e-9);
  EXPECT_EQ(found.number("notDecided"), 2);
}

TEST(SegmentsMeasure, OfNobodyAreNone) {
  const Answer found = answer_of(four_plans(), kSegmentsMeasure,
                                 R"({"filter":[{"column":"Plan","equals":"X"}],"measures":["segments"],"groupBy":["Plan"]})");
  EXPECT_EQ(members_of(found), "measure adjust minimum unavailable");
  EXPECT_EQ(found.text("unavailable.code"), "no-responses");
}

TEST(SegmentsMeasure, TenThousandOfThemAreAnswered) {
  std::vector<int> scores;
  std::vector<std::string> names;
  for (int i = 0; i < 20000; ++i) {
    scores.push_back(i * 7 % 11);
    names.push_back("segment " + std::to_string(i % 10000));
  }
  const std::string found = ask(PartBuilder().scores(scores).column("Plan", names).build(), kSegmentsMeasure,
                                R"({"measures":["segments"],"groupBy":["Plan"],"mostValues":10000})");
  size_t cells = 0;
  for (size_t at = found.find(R"("values":["segment )"); at != std::string::npos; at = found.find(R"("values":[)", at + 1))
    ++cells;
  EXPECT_EQ(cells, 10000U);
  EXPECT_TRUE(found.ends_with("}]}"));
}

TEST(SegmentsMeasure, RefuseOptionsThatTheyDoNotKnow) {
  const auto fault = [](std::string_view option) {
    return ask(four_plans(), kSegmentsMeasure,
               R"({"measures":[{"measure":"segments",)" + std::string(option) + R"(}],"groupBy":["Plan"]})");
  };
  EXPECT_EQ(fault(R"("adjust":"BH")"), "option adjust");
  EXPECT_EQ(fault(R"("adjust":1)"), "option adjust");
  EXPECT_EQ(fault(R"("minimum":0)"), "option minimum");
  EXPECT_EQ(fault(R"("minimum":2.5)"), "option minimum");
  EXPECT_EQ(fault(R"("minimum":"30")"), "option minimum");
  EXPECT_EQ(fault(R"("order":"nps")"), "option order");
  EXPECT_EQ(ask(four_plans(), kSegmentsMeasure, R"({"measures":["segments"]})"), "option groupBy");
}

TEST(SegmentsMeasure, WhenSharingAdjustForTheTestsThatAreShown) {
  const TestParts parts = Lots({"Plan"})
                              .add({10, 15, 45}, {"A"})
                              .add({30, 20, 20}, {"B"})
                              .add({6, 10, 9}, {"C"})
                              .add({6, 0, 1}, {"D"})
                              .add({0, 0, 6}, {"E"})
                              .build();
  const Answer found =
      answer_of(parts, kSegmentsMeasure, R"({"measures":["segments"],"groupBy":["Plan"],"share":{"minimum":10}})");
  ASSERT_EQ(found.size("cells"), 3U);
  EXPECT_EQ(found.number("hidden.groups"), 2);
  EXPECT_EQ(found.number("homogeneity.groups"), 3);
  // The least of three p is tripled or equal to the next.
  const double first = found.number("cells.0.difference.p");
  EXPECT_LE(found.number("cells.0.difference.adjustedP"), 3 * first * (1 + 1e-12));
  // The rest has the hidden ones too.
  EXPECT_EQ(found.number("cells.0.rest.responses") + found.number("cells.0.responses"), 178);
}

}  // namespace
}  // namespace npscope
