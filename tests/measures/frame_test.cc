// SPDX-License-Identifier: MIT
// What all measures write in one way: cells, figures and why there is none.
#include "core/measures/frame.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/query/gather.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::PartBuilder;
using testing_support::TestFrame;
using testing_support::TestParts;

std::string values_of(const Cells& cells, size_t cell) {
  JsonWriter out;
  out.begin_object();
  write_cell(out, cells, cell);
  out.end_object();
  return out.take();
}

TEST(WriteCell, NamesTheValueOfEachAxis) {
  const TestParts parts = PartBuilder()
                              .scores({10, 9, 8, 7})
                              .column("Region", {"EMEA", "", "APAC \"x\"", "EMEA"})
                              .days({"2025-01-01", "2025-02-01", "", "2025-01-01"})
                              .build();
  const TestFrame asked(parts, R"({"groupBy":["Region",{"time":"month"}]})");
  const Cells& cells = asked.cells();
  EXPECT_EQ(values_of(cells, cells.cell(0, 0)), R"({"values":["EMEA","2025-01"]})");
  EXPECT_EQ(values_of(cells, cells.cell(0, 1)), R"({"values":[null,"2025-02"]})");
  EXPECT_EQ(values_of(cells, cells.cell(0, 2)), R"({"values":["APAC \"x\"",null]})");
}

TEST(WriteCell, SaysHowManyTheOthersAre) {
  const TestParts parts = PartBuilder().scores({1, 2, 3, 4}).column("R", {"a", "a", "b", "c"}).build();
  const TestFrame asked(parts, R"({"groupBy":["R"],"mostValues":1})");
  EXPECT_EQ(values_of(asked.cells(), asked.cells().cell(0, 0)), R"({"values":["a"]})");
  EXPECT_EQ(values_of(asked.cells(), asked.cells().cell(0, 2)), R"({"values":[{"others":2}]})");
  const TestFrame whole(parts, "{}");
  EXPECT_EQ(values_of(whole.cells(), 0), R"({"values":[]})");
}

TEST(WriteUnavailable, GivesTheCode) {
  JsonWriter out;
  out.begin_object();
  write_unavailable(out, "one-response");
  out.end_object();
  EXPECT_EQ(out.text(), R"({"unavailable":{"code":"one-response"}})");
  JsonWriter with;
  with.begin_object();
  write_unavailable(with, "unknown-column", "weight");
  with.end_object();
  EXPECT_EQ(with.text(), R"({"unavailable":{"code":"unknown-column","detail":"weight"}})");
}

TEST(WriteFigure, HasTheMembersOfAReport) {
  // Wald by hand: 2 of 4 promoters, 1 detractor; nps 25, variance (0.75 - 0.0625) / 4, times 1.6449.
  const TestParts parts = PartBuilder().scores({10, 9, 8, 0}).build();
  const TestFrame asked(parts, R"({"interval":{"method":"wald","level":0.9}})");
  const auto summary = summarize(gather_scores(parts.span(), asked.selected()), asked.frame().interval);
  ASSERT_TRUE(summary);
  JsonWriter out;
  out.begin_object();
  write_figure(out, *summary);
  out.end_object();
  const std::string_view text = out.text();
  constexpr std::string_view kStart =
      R"({"responses":4,"detractors":1,"passives":1,"promoters":2,"nps":25,"mean":6.75,"histogram":[1,0,0,0,0,0,0,0,1,1,1],)"
      R"("interval":{"method":"wald","level":0.9,"low":-43.19)";
  EXPECT_EQ(text.substr(0, kStart.size()), kStart);
}

}  // namespace
}  // namespace npscope
