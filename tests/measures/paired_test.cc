// SPDX-License-Identifier: MIT
// The same respondents before and after, against a table worked by hand; and sets that have nobody in common.
#include "core/measures/paired.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/measures/lots.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kFirstThenSecond = R"({
  "filter":[{"column":"Wave","equals":"1"}],"with":{"filter":[{"column":"Wave","equals":"2"}]},
  "measures":[{"measure":"paired","before":"selected"}]})";
constexpr std::string_view kSecondIsNow = R"({
  "filter":[{"column":"Wave","equals":"2"}],"with":{"filter":[{"column":"Wave","equals":"1"}]},
  "measures":["paired"]})";

/// Ten people: two rose from detractor to promoter, one fell from promoter to passive, seven stayed (2 detractors, 1 passive, 4
/// promoters). Two answered in the first wave only, one in the second only, and one response names nobody.
TestParts ten_people() {
  return PartBuilder()
      .scores({0,
               6,
               0,
               6,
               7,
               10,
               9,
               9,
               10,
               9,
               /* second */ 9,
               10,
               3,
               3,
               8,
               8,
               9,
               10,
               10,
               9,
               /* one wave */ 10,
               0,
               7,
               /* nobody */ 5})
      .respondents({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "a", "b",
                    "c", "d", "e", "f", "g", "h", "i", "j", "x", "y", "z", ""})
      .column("Wave", {"1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "2", "2",
                       "2", "2", "2", "2", "2", "2", "2", "2", "1", "1", "2", "2"})
      .build();
}

TEST(PairedMeasure, OfTenPeopleWorkedByHand) {
  const Answer found = answer_of(ten_people(), kPairedMeasure, kFirstThenSecond);
  EXPECT_EQ(members_of(found),
            "measure respondents before after change table movedUp movedDown onlyBefore onlyAfter withoutRespondent");
  EXPECT_EQ(found.number("respondents"), 10);
  // 4 detractors and 5 promoters before, 2 and 6 after.
  EXPECT_EQ(found.number("before.nps"), 10);
  EXPECT_EQ(found.number("after.nps"), 40);
  EXPECT_NEAR(found.number("change.points"), 30, 1e-12);
  // Squares 2 x 4 + 1: variance 0.9 - 0.09.
  EXPECT_NEAR(found.number("change.standardError"), 100 * std::sqrt(0.081), 1e-12);
  // |+-2 +-2 +-1| >= 3 in 4 of 8 ways.
  EXPECT_NEAR(found.number("change.p"), 0.5, 1e-15);
  EXPECT_EQ(found.text("change.test"), "sign-flip");
  EXPECT_EQ(found.text("change.interval.method"), "mover");
  EXPECT_LT(found.number("change.interval.low"), 0);
  EXPECT_NE(found.json().find(R"("table":[[2,0,2],[0,1,0],[0,1,4]])"), std::string::npos) << found.json();
  EXPECT_EQ(found.number("movedUp"), 2);
  EXPECT_EQ(found.number("movedDown"), 1);
  EXPECT_EQ(found.number("onlyBefore"), 2);
  EXPECT_EQ(found.number("onlyAfter"), 1);
  EXPECT_EQ(found.number("withoutRespondent"), 1);
}

TEST(PairedMeasure, TheOtherSetMayBeTheEarlierOne) {
  EXPECT_EQ(ask(ten_people(), kPairedMeasure, kSecondIsNow), ask(ten_people(), kPairedMeasure, kFirstThenSecond));
}

TEST(PairedMeasure, OfSeveralAnswersInASetTheLatestCountsThenTheLower) {
  const TestParts parts = PartBuilder()
                              .scores({10, 0, 9, 3, 10})
                              .days({"2025-01-01", "2025-01-02", "2025-03-01", "2025-03-01", "2025-02-28"})
                              .respondents({"a", "a", "a", "a", "a"})
                              .column("Wave", {"1", "1", "2", "2", "2"})
                              .build();
  const Answer found = answer_of(parts, kPairedMeasure, kFirstThenSecond);
  EXPECT_NE(found.json().find(R"("table":[[1,0,0],[0,0,0],[0,0,0]])"), std::string::npos) << found.json();
}

TEST(PairedMeasure, FollowsRespondentsThroughFiles) {
  TestParts parts =
      PartBuilder().scores({0, 10}).respondents({"a", "b"}).file("january.csv", 0).column("Wave", {"1", "1"}).build();
  parts.join(PartBuilder().scores({10, 10}).respondents({"b", "a"}).file("march.csv", 1).column("Wave", {"2", "2"}).build());
  const Answer found = answer_of(parts, kPairedMeasure, kFirstThenSecond);
  EXPECT_EQ(found.number("respondents"), 2);
  EXPECT_EQ(found.number("change.points"), 100);
}

TEST(PairedMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(ten_people(), kPairedMeasure, kFirstThenSecond);
}

TEST(PairedMeasure, NobodyInBothIsNoPair) {
  const TestParts parts = PartBuilder().scores({0, 10}).respondents({"a", "b"}).column("Wave", {"1", "2"}).build();
  const Answer found = answer_of(parts, kPairedMeasure, kFirstThenSecond);
  EXPECT_EQ(found.text("unavailable.code"), "no-pairs");
  EXPECT_EQ(found.number("respondents"), 0);
  EXPECT_EQ(found.number("onlyBefore"), 1);
  EXPECT_EQ(found.number("onlyAfter"), 1);
  EXPECT_FALSE(found.has("change"));
  EXPECT_FALSE(found.has("table"));
}

TEST(PairedMeasure, NeedsAColumnOfRespondents) {
  const TestParts parts = PartBuilder().scores({0, 10}).column("Wave", {"1", "2"}).build();
  const Answer found = answer_of(parts, kPairedMeasure, kFirstThenSecond);
  EXPECT_EQ(found.text("unavailable.code"), "unknown-column");
  EXPECT_EQ(found.text("unavailable.detail"), "respondent");
}

TEST(PairedMeasure, NeedsTheKeysOfRespondents) {
  Needs needs;
  kPairedMeasure.needs({}, Query(), needs);
  EXPECT_TRUE(needs.respondents);
  EXPECT_FALSE(needs.accounts);
}

TEST(PairedMeasure, RefusesSetsThatShareResponses) {
  const Answer found =
      answer_of(ten_people(), kPairedMeasure, R"({"with":{"filter":[{"column":"Wave","equals":"2"}]},"measures":["paired"]})");
  EXPECT_EQ(found.text("unavailable.code"), "overlapping-sets");
}

TEST(PairedMeasure, RefusesOptionsThatItDoesNotKnow) {
  EXPECT_EQ(ask(ten_people(), kPairedMeasure, R"({"measures":[{"measure":"paired","before":"then"}]})"), "option before");
  EXPECT_EQ(ask(ten_people(), kPairedMeasure, R"({"measures":[{"measure":"paired","by":"account"}]})"), "option by");
}

TEST(PairedMeasure, SharesNothingOfAFewPeople) {
  const std::string query(kFirstThenSecond);
  const Answer few = answer_of(ten_people(), kPairedMeasure, query.substr(0, query.rfind('}')) + R"(,"share":{"minimum":11}})");
  EXPECT_EQ(members_of(few), "measure unavailable");
  EXPECT_EQ(few.text("unavailable.code"), "too-few-to-share");
  const Answer enough =
      answer_of(ten_people(), kPairedMeasure, query.substr(0, query.rfind('}')) + R"(,"share":{"minimum":10}})");
  EXPECT_TRUE(enough.has("change"));
}

}  // namespace
}  // namespace npscope
