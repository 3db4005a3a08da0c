// SPDX-License-Identifier: MIT
// Counts per score: which cells are counts, which tables hold counts, and what they add up to.
#include "core/survey/count_column.h"

#include <gtest/gtest.h>

#include "tests/support/engine_runs.h"

namespace npscope {
namespace {

using testing_support::json_member;
using testing_support::report_of;

std::optional<uint32_t> count_of(std::string_view text) {
  std::string scratch;
  return count_in(text, scratch);
}

TEST(CountIn, TakesWholeNumbersInEveryNotation) {
  EXPECT_EQ(count_of("0"), 0U);
  EXPECT_EQ(count_of(" 12 "), 12U);
  EXPECT_EQ(count_of("12.0"), 12U);
  EXPECT_EQ(count_of("12,0"), 12U);
  EXPECT_EQ(count_of("1,234"), 1234U);
  EXPECT_EQ(count_of("1.234"), 1234U);
  EXPECT_EQ(count_of("1 234 567"), 1234567U);
  EXPECT_EQ(count_of("1000000000"), 1000000000U);
}

TEST(CountIn, RefusesEverythingElse) {
  for (const std::string_view text :
       {"", "-3", "0.5", "12 %", "12%", "n/a", "1,23", "12x", "1e3", "1000000001", "99999999999999999999"})
    EXPECT_EQ(count_of(text), std::nullopt) << text;
}

/// Worked out by hand: 20 promoters, 12 passives and 8 detractors are (20 - 8) / 40 = 30.
constexpr std::string_view kTable = "Score,Count\n0,1\n1,0\n2,0\n3,1\n4,0\n5,2\n6,4\n7,5\n8,7\n9,8\n10,12\n";

TEST(CountsPerScore, AreResponses) {
  const std::string report = report_of(kTable);
  EXPECT_EQ(json_member(report, "responses"), "40");
  EXPECT_EQ(json_member(report.substr(report.rfind("\"detractors\"")), "detractors"), "8");
  EXPECT_NE(report.find("\"nps\":30,"), std::string::npos);
  EXPECT_NE(report.find("\"histogram\":[1,0,0,1,0,2,4,5,7,8,12]"), std::string::npos);
  EXPECT_NE(report.find("\"counts-only\""), std::string::npos);
  // Rows are rows: eleven of them were read and used.
  EXPECT_EQ(json_member(report, "accepted"), "11");
}

TEST(CountsPerScore, ABrokenCountRejectsItsRowAndSaysSo) {
  std::string table(kTable);
  table.replace(table.find("9,8"), 3, "9,many");
  const std::string report = report_of(table);
  EXPECT_EQ(json_member(report, "responses"), "32");
  EXPECT_EQ(json_member(report, "rejected"), "1");
  EXPECT_NE(report.find("\"count-invalid\":1"), std::string::npos);
}

TEST(CountsPerScore, GroupsAndSegmentsMayHaveCountsToo) {
  const std::string report = report_of(
      "Region;Gruppe;Anzahl\nNord;Promotor;50\nNord;Passiver;30\nNord;Detraktor;20\nSüd;Promotor;1.100\nSüd;Passiver;500\n"
      "Süd;Detraktor;400\n",
      {{"groupBy", "column:Region"}});
  EXPECT_NE(report.find("\"responses\":2100,\"detractors\":420,\"passives\":530,\"promoters\":1150"), std::string::npos);
  EXPECT_NE(report.find("\"responses\":100,\"detractors\":20,\"passives\":30,\"promoters\":50,\"nps\":30"), std::string::npos);
}

TEST(CountsPerScore, SingleResponsesWithANumberBesideThemStayResponses) {
  // The same score twice: the number says something about a response.
  const std::string twice = report_of("nps,responses\n9,3\n9,4\n10,1\n3,2\n");
  EXPECT_EQ(json_member(twice.substr(twice.find("\"nps\":{")), "responses"), "4");
  const std::string customers = report_of("customer,nps,n\nA,9,3\nB,8,4\nC,10,1\nD,3,2\n");
  EXPECT_EQ(json_member(customers.substr(customers.find("\"nps\":{")), "responses"), "4");
}

TEST(CountsPerScore, APersonMayChooseTheColumn) {
  const std::string report = report_of("nps,how often\n9,3\n9,4\n3,1\n", {{"map.count", "how often"}});
  EXPECT_EQ(json_member(report.substr(report.find("\"nps\":{")), "responses"), "8");
}

TEST(CountsPerScore, EachWayToCountGivesTheSameFigure) {
  // Counts name nobody, so that every row counts for what it says.
  for (const char* answers : {"latest", "first", "mean"}) {
    const std::string report = report_of(
        "account,nps,count\nx,9,10\nx,3,10\ny,9,20\ny,3,10\n",
        {{"map.count", "count"}, {"map.account", "account"}, {"policy.answers", answers}, {"policy.unit", "account"}});
    EXPECT_NE(report.find("\"nps\":20,"), std::string::npos) << answers;
  }
}

}  // namespace
}  // namespace npscope
