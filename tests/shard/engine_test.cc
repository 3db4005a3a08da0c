// SPDX-License-Identifier: MIT
// The facade: options, several files, files that fail while others go on, groupings, and counts without a file.
#include "core/engine.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_runs.h"

namespace npscope {
namespace {

using testing_support::feed;
using testing_support::json_member;
using testing_support::Options;
using testing_support::report_of;
using testing_support::set_all;

const std::string kTable =
    "id,nps,country,date\n1,10,DE,2024-01-05\n2,9,FR,2024-01-20\n3,3,DE,2024-02-01\n4,8,,\n5,x,FR,2024-02-02\n";

struct OptionRow {
  std::string option;
  std::string value;
  bool good;
};

TEST(EngineOptions, AreAcceptedOrRefusedAtOnce) {
  const std::vector<OptionRow> rows = {{"map.score", "nps", true},
                                       {"map.date", "#4", true},
                                       {"map.respondent", "id", true},
                                       {"map.comment", "x", true},
                                       {"map.segment", "country", true},
                                       {"map.score", "", false},
                                       {"map.none", "nps", false},
                                       {"map.response-id", "id", true},
                                       {"map.", "nps", false},
                                       {"delimiter", ";", true},
                                       {"delimiter", "tab", true},
                                       {"delimiter", "\t", true},
                                       {"delimiter", "", false},
                                       {"delimiter", ";;", false},
                                       {"delimiter", "\"", false},
                                       {"delimiter", "\n", false},
                                       {"delimiter", "a", false},
                                       {"delimiter", "5", false},
                                       {"encoding", "utf-16le", true},
                                       {"encoding", "Latin1", true},
                                       {"encoding", "utf-7", false},
                                       {"headerRecords", "0", true},
                                       {"headerRecords", "5", true},
                                       {"headerRecords", "6", false},
                                       {"headerRecords", "-1", false},
                                       {"headerRecords", "1x", false},
                                       {"missing", "-99,998", true},
                                       {"missing", "", true},
                                       {"policy.answers", "latest", true},
                                       {"policy.answers", "last", false},
                                       {"policy.from", "2024-02-30", false},
                                       {"policy.to", "2024-02-29", true},
                                       {"policy.completeness", "1.1", false},
                                       {"policy.include", "excluded-test", true},
                                       {"policy.include", "score-empty", false},
                                       {"clean.labels", "off", true},
                                       {"clean.label", "off", false},
                                       {"duplicates.rows", "all", true},
                                       {"duplicates.rows", "on", false},
                                       {"asOf", "today", false},
                                       {"recipe", "{}", false},
                                       {"reason.score-empty", "x", true},
                                       {"reason.nothing", "x", false},
                                       {"rejects.kind", "pdf", false},
                                       {"level", "0.9", true},
                                       {"level", "99", true},
                                       {"level", "0.85", false},
                                       {"method", "wald", true},
                                       {"method", "exact", false},
                                       {"groupBy", "month", true},
                                       {"groupBy", "column:x", true},
                                       {"groupBy", "column:", false},
                                       {"groupBy", "year", false},
                                       {"keep", "all", true},
                                       {"keep", "asked", true},
                                       {"keep", "some", false},
                                       {"kernel", "scalar", true},
                                       {"kernel", "fastest", true},
                                       {"kernel", "avx", false},
                                       {"", "", false},
                                       {"unknown", "x", false}};
  for (const OptionRow& row : rows) {
    Engine engine;
    EXPECT_EQ(engine.set(row.option, row.value).empty(), row.good) << row.option << "=" << row.value;
  }
}

TEST(Engine, WithoutFilesReportsNothing) {
  const Engine engine;
  EXPECT_EQ(json_member(engine.report(), "files"), "[]");
  EXPECT_EQ(json_member(engine.report(), "nps"), "null");
  EXPECT_EQ(engine.records(), 0U);
  EXPECT_EQ(engine.want().length, 0U);
  EXPECT_EQ(engine.cells(0, 1), "null");
}

TEST(Engine, CallsOutOfOrderDoNothing) {
  Engine engine;
  engine.commit(10);
  engine.fail("unreadable");
  engine.close();
  EXPECT_EQ(engine.reserve(1), nullptr);
  EXPECT_EQ(engine.report(), Engine().report());
  feed(engine, "a.csv", kTable);
  const std::string report = engine.report();
  EXPECT_EQ(engine.want().length, 0U);
  engine.close();
  EXPECT_EQ(engine.report(), report);
  EXPECT_EQ(engine.report(), report);
}

TEST(Engine, AddsUpTheScoresOfSeveralFiles) {
  Engine engine;
  feed(engine, "a.csv", kTable);
  feed(engine, "b.csv", "nps;x\n0;a\n10;b\n");
  const std::string report = engine.report();
  EXPECT_EQ(json_member(report, "histogram"), "[1,0,0,1,0,0,0,0,1,1,2]");
  EXPECT_EQ(engine.records(), 9U);
}

TEST(Engine, AFileThatFailsGivesNothingAndTheOthersGoOn) {
  Engine engine;
  feed(engine, "good.csv", kTable);
  feed(engine, "empty.csv", "");
  feed(engine, "picture.csv", "\x89PNG\r\n\x1A\n");
  feed(engine, "also good.csv", "nps\n10\n");
  const std::string report = engine.report();
  EXPECT_EQ(json_member(report, "histogram"), "[0,0,0,1,0,0,0,0,1,1,2]");
  EXPECT_NE(report.find(R"("failure":{"code":"empty-file"})"), std::string::npos);
  EXPECT_NE(report.find(R"("failure":{"code":"unsupported-format","detail":"png"})"), std::string::npos);
}

TEST(Engine, AHostThatCannotGoOnSaysWhy) {
  for (const std::string code : {"source-changed", "file-not-found", "unreadable", "no such code"}) {
    Engine engine;
    engine.open("a.csv", kTable.size());
    char* room = engine.reserve(10);
    ASSERT_NE(room, nullptr);
    kTable.copy(room, 10);
    engine.commit(10);
    engine.fail(code);
    EXPECT_EQ(engine.want().length, 0U);
    engine.fail("empty-file");
    engine.close();
    const std::string expected = code.starts_with("no such") ? "unreadable" : code;
    EXPECT_EQ(json_member(engine.report(), "failure"), "{\"code\":\"" + expected + "\"}");
    EXPECT_NE(engine.report().find("\"nps\":null"), std::string::npos);
    EXPECT_EQ(json_member(engine.report(), "hash"), "null");
  }
}

TEST(Engine, AFileThatEndsEarlyHasChanged) {
  std::string table = "id,nps\n";
  while (table.size() < (6 << 20)) table += "1,9\n";
  Engine engine;
  engine.open("a.csv", table.size());
  for (uint64_t sent = 0; sent < (5 << 20);) {
    const ByteRange range = engine.want();
    ASSERT_EQ(range.offset, sent);
    table.copy(engine.reserve(range.length), range.length, range.offset);
    engine.commit(range.length);
    sent += range.length;
    if (sent >= (4 << 20)) break;
  }
  engine.close();
  EXPECT_EQ(json_member(engine.report(), "failure"), "{\"code\":\"source-changed\"}");
  EXPECT_NE(engine.report().find("\"nps\":null"), std::string::npos);
}

TEST(Engine, GroupsByMonthAndByColumn) {
  const std::string report = report_of(kTable, {{"groupBy", "month"}, {"groupBy", "column:country"}});
  const std::string groups = report.substr(report.find("\"groupBy\""));
  // In order of the values, without a value last; the rejected record is in none.
  std::string order;
  for (size_t at = groups.find("\"value\":"); at != std::string::npos; at = groups.find("\"value\":", at + 1)) {
    order += json_member(groups.substr(at), "value") + "=" + json_member(groups.substr(at), "responses") + " ";
  }
  EXPECT_EQ(order, "\"2024-01\"=2 \"2024-02\"=1 null=1 \"DE\"=2 \"FR\"=1 null=1 ");
  const std::string unknown = report_of(kTable, {{"groupBy", "column:nowhere"}});
  EXPECT_EQ(json_member(unknown.substr(unknown.rfind("\"failure\"")), "failure"),
            "{\"code\":\"unknown-column\",\"detail\":\"group-by\"}");
}

/// Five responses of Ann, twelve of Cat and twenty of Bob: Ann's would follow from the total if only hers were hidden.
TEST(Engine, AHiddenGroupOfEmployeesIsNeverAlone) {
  std::string table = "nps,agent\n";
  for (int i = 0; i < 37; ++i) table += i < 5 ? "0,Ann Ask\n" : i < 17 ? "9,Cat Coe\n" : "10,Bob Bay\n";
  const Options options = {{"map.employee", "agent"}, {"employees", "on"}, {"groupBy", "column:agent"}};
  const std::string groups = report_of(table, options);
  const std::string found = groups.substr(groups.find("\"groupBy\":[{"));
  EXPECT_EQ(found.find("Ann"), std::string::npos);
  EXPECT_EQ(found.find("Cat"), std::string::npos);
  EXPECT_NE(found.find("Bob Bay"), std::string::npos);
  EXPECT_NE(found.find("\"hidden\":{\"groups\":2,\"responses\":17}"), std::string::npos);
}

TEST(Engine, FilesOfOneNameAreGroupsOfTheirOwn) {
  Engine engine;
  ASSERT_TRUE(set_all(engine, {{"groupBy", "file"}, {"duplicates.files", "off"}}));
  testing_support::feed(engine, "a.csv", "nps\n9\n10\n");
  testing_support::feed(engine, "a.csv", "nps\n0\n");
  const std::string report = engine.report();
  const std::string groups = report.substr(report.find("\"groupBy\":[{"));
  std::string found;
  for (size_t at = groups.find("\"value\":"); at != std::string::npos; at = groups.find("\"value\":", at + 1)) {
    found += json_member(groups.substr(at), "value") + "=" + json_member(groups.substr(at), "responses") + " ";
  }
  EXPECT_EQ(found, "\"a.csv\"=2 \"a.csv (2)\"=1 ");
}

TEST(Engine, MonthsHaveTwoDigitsInEveryShapeOfDate) {
  for (const bool iso : {true, false}) {
    std::string table = "nps,date\n";
    std::string expected;
    for (int month = 1; month <= 12; ++month) {
      const std::string number = (month < 10 ? "0" : "") + std::to_string(month);
      table += (iso ? "9,2024-" + number + "-28\n" : "9,31." + number + ".2024\n");
      const bool exists = iso || (month != 2 && month != 4 && month != 6 && month != 9 && month != 11);
      if (exists) expected += "\"2024-" + number + "\" ";
    }
    const std::string report = report_of(table, {{"groupBy", "month"}, {"map.date", "date"}});
    std::string months;
    for (size_t at = report.find("\"value\":\""); at != std::string::npos; at = report.find("\"value\":\"", at + 1))
      months += json_member(report.substr(at), "value") + " ";
    EXPECT_EQ(months, expected);
  }
}

TEST(Engine, ADateThatIsNoneIsAnIssueNotALoss) {
  const std::string table =
      "nps,date\n9,2024-01-05\n8,31.02.2024\n7,soon\n10,\n9,2024-01-06\n6,2024-01-07\n9,2024-03-01\n9,2024-03-02\n";
  const std::string report = report_of(table, {{"groupBy", "month"}});
  EXPECT_NE(
      report.find(
          R"({"code":"date-invalid","severity":"warning","count":2,"examples":[{"record":3,"line":3,"column":1},{"record":4,"line":4,"column":1}]})"),
      std::string::npos)
      << report;
  EXPECT_EQ(json_member(report, "accepted"), "8");
}

TEST(Engine, MoreGroupsThanAreKeptIsAnIssue) {
  std::string table = "nps,person\n";
  for (int i = 0; i < 66000; ++i) table += std::to_string(i % 11) + ",p" + std::to_string((i * 7919) % 66000) + "\n";
  const std::string report = report_of(table, {{"groupBy", "column:person"}});
  EXPECT_EQ(json_member(report, "accepted"), "66000");
  // 65,536 values are kept; the other 464 responses count without a value.
  const std::string groups = report.substr(report.find("\"groupBy\""));
  EXPECT_EQ(json_member(groups.substr(groups.find("\"value\":null")), "responses"), "464");
  EXPECT_NE(report.find(R"({"code":"too-many-values","severity":"warning","count":464)"), std::string::npos);
}

TEST(Engine, LevelAndMethodReachTheReport) {
  const std::string report = report_of(kTable, {{"level", "99"}, {"method", "adjusted-wald"}});
  EXPECT_NE(report.find(R"("interval":{"method":"adjusted-wald","level":0.99,)"), std::string::npos);
}

TEST(Engine, DeclaredMissingCodesAreUnscored) {
  const std::string table = "id,nps\n1,9\n2,-99\n3,998\n4,refused\n5,-1\n";
  EXPECT_EQ(json_member(report_of(table), "reasons"), R"({"score-out-of-range":1,"score-not-a-number":1,"score-sentinel":2})");
  EXPECT_EQ(json_member(report_of(table, {{"missing", "-99, 998,Refused"}}), "reasons"),
            R"({"score-missing-code":3,"score-sentinel":1})");
}

TEST(Engine, CellsAreShownAgainAsJson) {
  Engine engine;
  ASSERT_TRUE(testing_support::set_all(engine, {{"keep", "all"}, {"encoding", "utf-8"}}));
  feed(engine, "a.csv", "nps,text\n9,\"say \"\"hi\"\"\n\"\n8,\xFF\n");
  EXPECT_EQ(engine.cells(0, 1), R"(["nps","text"])");
  EXPECT_EQ(engine.cells(0, 2), R"(["9","say \"hi\"\n"])");
  EXPECT_EQ(engine.cells(0, 3), "[\"8\",\"\xEF\xBF\xBD\"]");
  EXPECT_EQ(engine.cells(0, 4), "null");
  EXPECT_EQ(engine.cells(1, 1), "null");
}

TEST(Engine, CountsAloneGiveTheSameObjectWithoutMeanAndHistogram) {
  Engine engine;
  const std::string report = engine.score(20, 30, 50);
  EXPECT_NE(
      report.find(
          R"("nps":{"responses":100,"detractors":20,"passives":30,"promoters":50,"nps":30,"mean":null,"histogram":null,"interval":{"method":"score","level":0.95,)"),
      std::string::npos)
      << report;
  EXPECT_EQ(json_member(engine.score(0, 0, 0), "nps"), "null");
}

}  // namespace
}  // namespace npscope
