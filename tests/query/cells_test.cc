// SPDX-License-Identifier: MIT
// Cells: the axes of a question over all parts, and which of their crossings each response is in. Expected values were counted by hand.
#include "core/query/cells.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/query/gather.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestFrame;
using testing_support::TestParts;

std::string label_of(const AxisValue& value) {
  if (value.others) return "others " + std::to_string(value.position);
  return value.label.value_or("-");
}

std::string labels_of(const Axis& axis) {
  std::string text;
  for (const AxisValue& value : axis.values) text += (text.empty() ? "" : "|") + label_of(value);
  return text;
}

/// "EMEA 2|- 1": the cells that have responses, and how many; or the fault.
std::string cells_text(const TestParts& parts, std::string_view query) {
  const TestFrame asked(parts, query);
  if (!asked.fault().empty()) return asked.fault();
  const Cells& cells = asked.cells();
  const std::vector<ResponseCounts> counts = gather_scores(parts.span(), asked.selected(), cells);
  EXPECT_EQ(counts.size(), cells.count);
  std::string text;
  for (size_t cell = 0; cell < counts.size(); ++cell) {
    const uint64_t responses = group_counts(counts[cell]).responses();
    if (responses == 0) continue;
    text += text.empty() ? "" : "|";
    const size_t last = cells.axes.empty() ? 1 : cells.axes.back().values.size();
    if (cells.axes.size() == 2) text += label_of(cells.axes[0].values[cell / last]) + " ";
    if (!cells.axes.empty()) text += label_of(cells.axes.back().values[cell % last]) + " ";
    text += std::to_string(responses);
  }
  return text;
}

TestParts two_files() {
  TestParts parts = PartBuilder()
                        .scores({10, 9, 8, 7, 6, 0})
                        .column("Region", {"EMEA", "APAC", "", "EMEA", "Americas", "APAC"})
                        .column("Agent", {"Kim", "Kim", "Lee", "Lee", "Lee", ""}, Role::kEmployee)
                        .days({"2024-11-30", "2024-12-31", "2025-03-31", "", "2025-03-01", "2024-12-30"})
                        .comments({"a", "b", "c", "d", "e", "f"})
                        .file("march.csv", 1)
                        .build();
  parts.join(PartBuilder()
                 .scores({10, 2, 8})
                 .column("Note", {"x", "y", "z"})
                 .column("region", {"APAC", "Zürich", "EMEA"}, Role::kChannel)
                 .days({"2025-01-01", "2025-01-05", "2024-11-30"})
                 .file("april.csv", 0)
                 .build());
  return parts;
}

TEST(Cells, WithoutGroupingThereIsOne) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, "{}"), "9");
  const TestFrame asked(parts, "{}");
  EXPECT_EQ(asked.cells().count, 1U);
  EXPECT_TRUE(asked.cells().axes.empty());
}

TEST(Cells, OfAColumnAreItsTextsOverAllFiles) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["Region"]})"), "APAC 3|Americas 1|EMEA 3|Zürich 1|- 1")
      << "by bytes, no value last";
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"role":"channel"}]})"), "APAC 1|EMEA 1|Zürich 1|- 6")
      << "the other file has no channel";
}

TEST(Cells, OnlyHaveValuesOfResponsesThatAreAsked) {
  const TestParts parts = two_files();
  const TestFrame promoters(parts, R"({"filter":[{"group":["promoter"]}],"groupBy":["Region"]})");
  EXPECT_EQ(labels_of(promoters.cells().axes[0]), "APAC|EMEA") << "no promoter is without a region";
  const TestFrame both(parts,
                       R"({"filter":[{"group":["promoter"]}],"with":{"filter":[{"score":{"to":2}}]},"groupBy":["Region"]})");
  EXPECT_EQ(labels_of(both.cells().axes[0]), "APAC|EMEA|Zürich") << "nor is one of those beside them";
  EXPECT_EQ(both.cells().cell(0, 2), kNoCell);
  EXPECT_EQ(both.cells().cell(0, 5), 0U);
  const TestFrame nobody(parts, R"({"filter":[{"column":"Region","equals":"?"}],"groupBy":["Region",{"time":"month"}]})");
  EXPECT_EQ(nobody.cells().count, 0U);
}

TEST(Cells, NameTheColumnAsTheFirstFileDoesAndMarkEmployees) {
  const TestParts parts = two_files();
  const TestFrame region(parts, R"({"groupBy":["REGION"]})");
  EXPECT_EQ(region.cells().axes[0].name, "region") << "april.csv is file 0";
  EXPECT_FALSE(region.cells().axes[0].employees);
  const TestFrame agent(parts, R"({"groupBy":[{"role":"employee"}]})");
  EXPECT_EQ(agent.cells().axes[0].name, "Agent");
  EXPECT_TRUE(agent.cells().axes[0].employees);
}

TEST(Cells, OfTimeHaveNoGaps) {
  const TestParts parts = two_files();
  const TestFrame months(parts, R"({"groupBy":[{"time":"month"}]})");
  EXPECT_EQ(labels_of(months.cells().axes[0]), "2024-11|2024-12|2025-01|2025-02|2025-03|-");
  EXPECT_EQ(months.cells().axes[0].values[1].position + 1, months.cells().axes[0].values[2].position);
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"month"}]})"), "2024-11 2|2024-12 2|2025-01 2|2025-03 2|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"week"}]})"), "2024-W48 2|2025-W01 4|2025-W09 1|2025-W14 1|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"quarter"}]})"), "2024-Q4 4|2025-Q1 4|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"year"}]})"), "2024 4|2025 4|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"year","firstMonth":12}]})"), "FY2024 2|FY2025 6|- 1");
  const TestFrame days(parts, R"({"filter":[{"role":"date","to":"2025-01-05"}],"groupBy":[{"time":"day"}]})");
  EXPECT_EQ(days.cells().count, 37U) << "2024-11-30 to 2025-01-05";
}

TEST(Cells, OfOneDayAreOneBucket) {
  const TestParts parts = PartBuilder().scores({1, 2}).days({"2025-05-05", "2025-05-05"}).build();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"week"}]})"), "2025-W19 2");
}

TEST(Cells, OfGroupsAndFiles) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"by":"group"}]})"), "detractor 3|passive 3|promoter 3");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"by":"file"}]})"), "april.csv 3|march.csv 6");
  EXPECT_EQ(cells_text(parts, R"({"filter":[{"score":{"from":7,"to":8}}],"groupBy":[{"by":"group"}]})"), "passive 3");
}

TEST(Cells, OfTwoGroupingsAreTheirCrossings) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"by":"file"},"Region"]})"),
            "april.csv APAC 1|april.csv EMEA 1|april.csv Zürich 1|march.csv APAC 2|march.csv Americas 1|march.csv EMEA "
            "2|march.csv - 1");
  const TestFrame asked(parts, R"({"groupBy":["Region",{"time":"year"}]})");
  EXPECT_EQ(asked.cells().count, 5U * 3U);
  EXPECT_EQ(asked.cells().cell(1, 1), 3U * 3U + 1U) << "Zürich in 2025";
}

TEST(Cells, KeepTheValuesOfMostResponses) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["Region"],"mostValues":2})"), "APAC 3|EMEA 3|others 2 2|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["Region"],"mostValues":3})"), "APAC 3|Americas 1|EMEA 3|others 1 1|- 1")
      << "of as many responses, the first by bytes stays";
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["Region"],"mostValues":4})"), "APAC 3|Americas 1|EMEA 3|Zürich 1|- 1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"year"}],"mostValues":1})"), "2024 4|2025 4|- 1")
      << "times are all told apart";
  const TestParts counts = PartBuilder().scores({1, 2, 3}).times({1, 1, 9}).column("R", {"a", "a", "b"}).build();
  EXPECT_EQ(cells_text(counts, R"({"groupBy":["R"],"mostValues":1})"), "b 9|others 1 2") << "a row may stand for many";
}

TEST(Cells, CannotBeOfColumnsThatNoFileHasOrOfComments) {
  const TestParts parts = two_files();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["Region","Country"]})"), "unknown-column groupBy.1");
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"role":"comment"}]})"), "query-invalid groupBy.0");
  const TestParts undated = PartBuilder().scores({1}).build();
  EXPECT_EQ(cells_text(undated, R"({"groupBy":[{"time":"month"}]})"), "unknown-column groupBy.0");
}

TEST(Cells, TooManyAreRefused) {
  PartBuilder::Texts texts;
  std::vector<int> scores;
  for (size_t i = 0; i < 1100; ++i) {
    texts.push_back(std::to_string(i));
    scores.push_back(static_cast<int>(i % 11));
  }
  const TestParts parts = PartBuilder().scores(scores).column("A", texts).column("B", texts).build();
  EXPECT_EQ(cells_text(parts, R"({"groupBy":["A","B"],"mostValues":2000})"), "query-too-large groupBy.1");
  const TestFrame fewer(parts, R"({"groupBy":["A","B"]})");
  EXPECT_EQ(fewer.cells().count, 1001U * 1001U);
}

TEST(Cells, DaysFarApartAreRefusedAndDoNotAllocate) {
  TestParts parts;
  Part part;
  part.answers = {1, 2};
  part.counted = {1, 1};
  part.days = {-2000000000, 2000000000};
  parts.add(part, {}, {});
  EXPECT_EQ(cells_text(parts, R"({"groupBy":[{"time":"year"}]})"), "query-too-large groupBy.0");
}

TEST(Cells, AreTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = two_files();
  for (const std::string_view query :
       {R"({"groupBy":["Region"]})", R"({"groupBy":["Region",{"time":"month"}]})", R"({"groupBy":["Region"],"mostValues":2})",
        R"({"groupBy":[{"by":"file"},{"by":"group"}]})", R"({"groupBy":[{"role":"channel"},{"role":"employee"}]})",
        R"({"filter":[{"group":["promoter"]}],"groupBy":[{"time":"week"},"Region"]})"}) {
    const TestFrame whole(parts, query);
    for (const size_t n : {1U, 2U, 5U}) {
      const TestParts pieces = cut(parts, n);
      const TestFrame asked(pieces, query);
      ASSERT_EQ(asked.cells().axes.size(), whole.cells().axes.size());
      for (size_t axis = 0; axis < whole.cells().axes.size(); ++axis) {
        EXPECT_EQ(labels_of(asked.cells().axes[axis]), labels_of(whole.cells().axes[axis])) << query << n;
        EXPECT_EQ(asked.cells().axes[axis].name, whole.cells().axes[axis].name);
      }
      EXPECT_EQ(gather_scores(pieces.span(), asked.selected(), asked.cells()),
                gather_scores(parts.span(), whole.selected(), whole.cells()))
          << query << n;
    }
  }
}

}  // namespace
}  // namespace npscope
