// SPDX-License-Identifier: MIT
// Filters of every kind over two files of which one lacks columns that the other has; what is expected was read off the table by hand.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/query/cells.h"
#include "core/query/gather.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

/// Responses 0 to 7 of a file with all columns (number 5 does not count), then a to c of a file with two.
TestParts two_files() {
  TestParts parts =
      PartBuilder()
          .scores({10, 9, 8, 7, 6, 5, 0, 10})
          .not_counted(5)
          .column("Plan", {"Pro", "Free", "", "Pro", "pro", "Pro", "Free Trial", "Caf\u00E9"}, Role::kChannel)
          .column("Revenue", {"1.200,50", "-3", "n/a", "", "7", "7", "0", "1e3"}, Role::kRevenue, ',')
          .days({"2025-01-01", "2025-01-31", "2025-02-01", "", "2025-03-31", "2025-02-01", "2025-04-01", "2024-12-31"})
          .comments({"Very SLOW app", "", "slow", "fast", "Not slow at all", "slow", "", "S L O W"})
          .file("a.csv", 0)
          .build();
  parts.join(PartBuilder().groups({2, 1, 0}).column("plan", {"Free", "", "Pro"}, Role::kSegment).file("b.csv", 1).build());
  return parts;
}

/// "0 3 a": what a filter leaves.
std::string chosen(const TestParts& parts, const std::string& conditions) {
  const Result<Query> query = parse_query(R"({"filter":[)" + conditions + "]}");
  if (!query) return "? " + query.error().detail;
  const Result<std::vector<Selection>> selected = select(parts.span(), query->filter, "filter");
  if (!selected) return std::string(code_name(selected.error().code)) + " " + selected.error().detail;
  std::string text;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i < parts[p].size(); ++i) {
      if ((*selected)[p][i] == 0) continue;
      if (!text.empty()) text += ' ';
      text += static_cast<char>((p == 0 ? '0' : 'a') + static_cast<int>(i));
    }
  }
  return text;
}

TEST(Select, WithoutConditionsTakesAllThatCount) { EXPECT_EQ(chosen(two_files(), ""), "0 1 2 3 4 6 7 a b c"); }

TEST(Select, ValuesAreComparedExactly) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","equals":"Pro"})"), "0 3 c");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","in":["Pro","Free"]})"), "0 1 3 a c");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","in":[]})"), "");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","equals":"  Pro "})"), "0 3 c") << "cleaned as cells are";
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","equals":"Cafe\u0301"})"), "7") << "composed as cells are";
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","equals":"Gold"})"), "");
  EXPECT_EQ(chosen(parts, R"({"role":"channel","equals":"Free"})"), "1") << "the second file has no such role";
}

TEST(Select, NegationTakesResponsesWithoutAValueToo) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","equals":"Pro","not":true})"), "1 2 4 6 7 a b");
  EXPECT_EQ(chosen(parts, R"({"role":"channel","equals":"Free","not":true})"), "0 2 3 4 6 7 a b c");
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","from":0,"not":true})"), "1 2 3 a b c");
  EXPECT_EQ(chosen(parts, R"({"role":"comment","contains":"slow","not":true})"), "1 3 6 7 a b c");
  EXPECT_EQ(chosen(parts, R"({"role":"date","from":"2025-02-01","not":true})"), "0 1 3 7 a b c");
  EXPECT_EQ(chosen(parts, R"({"score":{"to":8},"not":true})"), "0 1 7 a b c");
  EXPECT_EQ(chosen(parts, R"({"group":["promoter"],"not":true})"), "2 3 4 6 b c");
}

TEST(Select, MissingIsNoValueOrNoColumn) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","missing":true})"), "2 b");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","missing":true,"not":true})"), "0 1 3 4 6 7 a c");
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","missing":true})"), "3 a b c");
  EXPECT_EQ(chosen(parts, R"({"role":"comment","missing":true})"), "1 6 a b c");
  EXPECT_EQ(chosen(parts, R"({"role":"comment","missing":true,"not":true})"), "0 2 3 4 7");
  EXPECT_EQ(chosen(parts, R"({"role":"date","missing":true})"), "3 a b c");
  EXPECT_EQ(chosen(parts, R"({"role":"date","missing":true,"not":true})"), "0 1 2 4 6 7");
}

TEST(Select, RangesOfNumbersHoldTheirEnds) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","from":0})"), "0 4 6 7");
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","from":7,"to":1000})"), "4 7");
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","to":0})"), "1 6");
  EXPECT_EQ(chosen(parts, R"({"column":"Revenue","from":1200.5,"to":1200.5})"), "0");
}

TEST(Select, RangesOfDaysHoldTheirEnds) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"role":"date","from":"2025-01-01","to":"2025-03-31"})"), "0 1 2 4");
  EXPECT_EQ(chosen(parts, R"({"role":"date","to":"2024-12-31"})"), "7");
  EXPECT_EQ(chosen(parts, R"({"role":"date","from":"2025-04-01"})"), "6");
}

TEST(Select, TextsAreFoundWhateverTheCase) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"role":"comment","contains":"Slow"})"), "0 2 4");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","contains":"FREE"})"), "1 6 a");
  EXPECT_EQ(chosen(parts, R"({"column":"Plan","contains":"CAFE\u0301"})"), "7");
  EXPECT_EQ(chosen(parts, R"({"role":"comment","equals":"fast"})"), "3");
}

TEST(Select, GroupsAndScores) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"group":["promoter"]})"), "0 1 7 a");
  EXPECT_EQ(chosen(parts, R"({"group":["detractor","passive"]})"), "2 3 4 6 b c");
  EXPECT_EQ(chosen(parts, R"({"group":[]})"), "");
  EXPECT_EQ(chosen(parts, R"({"score":{"from":7,"to":9}})"), "1 2 3") << "groups have no score";
  EXPECT_EQ(chosen(parts, R"({"score":{"from":8.5}})"), "0 1 7");
}

TEST(Select, AllConditionsHold) {
  EXPECT_EQ(chosen(two_files(),
                   R"({"role":"comment","contains":"slow"},{"group":["detractor"]},{"role":"date","from":"2025-01-01"})"),
            "4");
}

TEST(Select, AColumnThatNoFileHasIsAFailureAndSaysWhich) {
  const TestParts parts = two_files();
  EXPECT_EQ(chosen(parts, R"({"group":["detractor"]},{"column":"Country","equals":"x"})"), "unknown-column filter.1.column");
  EXPECT_EQ(chosen(parts, R"({"column":"Country","missing":true})"), "unknown-column filter.0.column");
  EXPECT_EQ(chosen(parts, R"({"role":"account","equals":"x"})"), "unknown-column filter.0.role");
  const TestParts undated = PartBuilder().scores({1}).build();
  EXPECT_EQ(chosen(undated, R"({"role":"date","from":"2025-01-01"})"), "unknown-column filter.0.role");
}

TEST(Select, ARowOfCountsThatStandsForNoOneIsNotTaken) {
  const TestParts parts = PartBuilder().scores({1, 2, 3}).times({5, 0, 2}).build();
  EXPECT_EQ(chosen(parts, ""), "0 2");
}

TEST(Select, FindsTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = two_files();
  for (const std::string_view filter :
       {"", R"({"column":"Plan","in":["Pro","Free"]})", R"({"column":"Plan","contains":"r","not":true})",
        R"({"column":"Revenue","from":-5,"to":900})", R"({"role":"comment","contains":"slow"})",
        R"({"role":"date","from":"2025-01-15"})", R"({"score":{"to":7}},{"group":["detractor"]})"}) {
    const Filter conditions = parse_query(R"({"filter":[)" + std::string(filter) + "]}")->filter;
    const ResponseCounts whole = gather_scores(parts.span(), *select(parts.span(), conditions, ""));
    for (const size_t n : {1U, 2U, 5U}) {
      const TestParts pieces = cut(parts, n);
      EXPECT_EQ(gather_scores(pieces.span(), *select(pieces.span(), conditions, "")), whole) << filter << n;
    }
  }
}

}  // namespace
}  // namespace npscope
