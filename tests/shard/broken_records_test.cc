// SPDX-License-Identifier: MIT
// Nothing of a record is lost because it is broken: the reject file shows what stands in the source, and a person who fills in the
// cells gets what the right record would have given.
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/engine.h"
#include "core/format/xlsx/writer.h"
#include "tests/support/engine_runs.h"
#include "tests/support/naive_csv.h"
#include "tests/support/reject_files.h"

namespace npscope {
namespace {

using namespace std::string_literals;
using testing_support::feed;
using testing_support::json_member;
using testing_support::kUtf8Mark;
using testing_support::Options;
using testing_support::set_all;
using testing_support::work;

constexpr size_t kLongestText = 32767;

struct Rejects {
  std::string file;
  std::string failure;
  uint64_t cut_records = 0;
  uint64_t long_cells = 0;
};

/// Of the only file, in `form`; `block` bytes at once.
Rejects rejects_of(Engine& engine, std::string_view bytes, const Options& form = {}, size_t block = SIZE_MAX) {
  EXPECT_TRUE(set_all(engine, form));
  EXPECT_TRUE(engine.open_rejects(0));
  Rejects rejects;
  const auto take = [&] {
    rejects.file += engine.output();
    engine.clear_output();
  };
  for (ByteRange range = engine.want(); range.length > 0; range = engine.want()) {
    const size_t length = std::min<uint64_t>(range.length, block);
    char* room = engine.reserve(length);
    if (room == nullptr) break;
    std::memcpy(room, bytes.data() + range.offset, length);
    engine.commit(length);
    work(engine);
    take();
  }
  engine.close();
  take();
  rejects.failure = engine.rejects_failure();
  rejects.cut_records = engine.rejects_cut_records();
  rejects.long_cells = engine.rejects_long_cells();
  return rejects;
}

Rejects rejects_of(const std::string& name, std::string_view bytes, const Options& form = {}, size_t block = SIZE_MAX) {
  Engine engine;
  feed(engine, name, bytes, block);
  return rejects_of(engine, bytes, form, block);
}

/// The records of a reject file in CSV.
std::vector<std::vector<std::string>> cells_of(std::string_view file) {
  EXPECT_TRUE(file.starts_with(kUtf8Mark));
  if (file.starts_with(kUtf8Mark)) file.remove_prefix(kUtf8Mark.size());
  std::vector<std::vector<std::string>> rows;
  for (const naive::Record& record : naive::Reader(file, ',', {}).read().records) rows.push_back(record.cells);
  return rows;
}

/// The part of a report that a person looks at: the figures and the ledger over all files.
std::string figures(const std::string& report) { return json_member(report, "nps") + json_member(report, "n"); }

std::string report_on(const std::vector<std::pair<std::string, std::string>>& files) {
  Engine engine;
  for (const auto& [name, bytes] : files) feed(engine, name, bytes);
  return engine.report();
}

const std::string kBroken = "{\"id\":3,\"nps\":\"ten, \"really\"\"}";
const std::string kLines = "{\"id\":1,\"nps\":10}\n{\"id\":2,\"nps\":3}\n" + kBroken + "\n=1+1\n{\"id\":5,\"nps\":44}\n";

TEST(BrokenRecords, ABrokenLineOfJsonStandsWholeInAColumnOfItsOwn) {
  for (const size_t block : {SIZE_MAX, size_t{7}}) {
    const Rejects rejects = rejects_of("a.ndjson", kLines, {}, block);
    ASSERT_EQ(rejects.failure, "");
    const auto rows = cells_of(rejects.file);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(std::vector<std::string>(rows[0].begin() + 5, rows[0].end()),
              (std::vector<std::string>{"npscope text", "id", "nps"}));
    EXPECT_EQ(rows[1][1], "3");
    EXPECT_EQ(rows[1][2], "invalid-json-record");
    EXPECT_EQ(rows[1][5], kBroken);
    EXPECT_EQ(rows[1].size(), 6U);
    EXPECT_EQ(rows[2][5], "'=1+1");
    EXPECT_EQ(std::vector<std::string>(rows[3].begin() + 5, rows[3].end()), (std::vector<std::string>{"", "5", "44"}));
    EXPECT_EQ(rejects.cut_records, 0U);
  }
}

TEST(BrokenRecords, WithoutThemThereIsNoSuchColumn) {
  const auto rows = cells_of(rejects_of("a.ndjson", "{\"id\":1,\"nps\":10}\n{\"id\":5,\"nps\":44}\n").file);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0][5], "id");
}

TEST(BrokenRecords, UnchangedTheyStayRejectedForTheSameReasonAndAreShownAgain) {
  for (const char* kind : {"csv", "xlsx"}) {
    const std::string file = rejects_of("a.ndjson", kLines, {{"rejects.kind", kind}}).file;
    Engine engine;
    feed(engine, "a.ndjson", kLines);
    feed(engine, "a-rejects", file);
    const std::string report = engine.report();
    const std::string second = report.substr(report.find("a-rejects"));
    EXPECT_TRUE(second.contains("\"code\":\"invalid-json-record\",\"severity\":\"error\",\"count\":2")) << kind << second;
    EXPECT_EQ(figures(report), figures(report_on({{"a.ndjson", kLines}}))) << kind;
    // The rejects of the rejects.
    ASSERT_TRUE(engine.open_rejects(1));
    std::string again;
    for (ByteRange range = engine.want(); range.length > 0; range = engine.want()) {
      std::memcpy(engine.reserve(range.length), file.data() + range.offset, range.length);
      engine.commit(range.length);
      work(engine);
      again += engine.output();
      engine.clear_output();
    }
    engine.close();
    again += engine.output();
    EXPECT_EQ(engine.rejects_failure(), "");
    if (kind == "csv"s) {
      const auto rows = cells_of(again);
      ASSERT_EQ(rows.size(), 4U);
      EXPECT_EQ(rows[1][5], kBroken);
      EXPECT_EQ(rows[2][5], "'=1+1");
      EXPECT_EQ(rows[1][2], "invalid-json-record");
    }
  }
}

TEST(BrokenRecords, CellsThatAPersonFillsInAreARecord) {
  std::string file = rejects_of("a.ndjson", kLines).file;
  const std::string text = "\"{\"\"id\"\":3,\"\"nps\"\":\"\"ten, \"\"really\"\"\"\"}\"";
  const size_t at = file.find(text);
  ASSERT_NE(at, std::string::npos);
  file.insert(at + text.size(), ",3,10");
  const std::string correct =
      "{\"id\":1,\"nps\":10}\n{\"id\":2,\"nps\":3}\n{\"id\":3,\"nps\":10}\n=1+1\n{\"id\":5,\"nps\":44}\n";
  EXPECT_EQ(figures(report_on({{"a.ndjson", kLines}, {"rejects.csv", file}})), figures(report_on({{"a.ndjson", correct}})));
  EXPECT_NE(figures(report_on({{"a.ndjson", kLines}})), figures(report_on({{"a.ndjson", correct}})));
}

TEST(BrokenRecords, OfARecordThatIsTooLongTheStartIsKeptAndItIsToldThatItIsCut) {
  // Two bytes a character behind an odd start: the limit falls into one.
  std::string record = "3,9,";
  while (record.size() < (9 << 20)) record += "é";
  const std::string source = "id,nps,why\n1,10,good\n2,3,bad\n" + record + "\n4,9,fine\n5,44,odd\n";
  for (const char* kind : {"csv", "xlsx"}) {
    for (const size_t block : {SIZE_MAX, size_t{1} << 20}) {
      const Rejects rejects = rejects_of("a.csv", source, {{"rejects.kind", kind}}, block);
      ASSERT_EQ(rejects.failure, "");
      EXPECT_EQ(rejects.cut_records, 1U);
      EXPECT_EQ(rejects.long_cells, 0U);
      EXPECT_LT(rejects.file.size(), 2 * kLongestText);
      if (kind == "xlsx"s) continue;
      const auto rows = cells_of(rejects.file);
      ASSERT_EQ(rows.size(), 3U);
      EXPECT_EQ(rows[1][2], "record-too-long");
      EXPECT_EQ(rows[1][5], record.substr(0, kLongestText - 1));
      EXPECT_EQ(rows[2].back(), "odd");
    }
  }
}

TEST(BrokenRecords, ALineOfJsonThatIsTooLongIsKeptAlike) {
  const std::string record = "{\"id\":3,\"nps\":9,\"why\":\"" + std::string(9 << 20, 'x') + "\"}";
  const Rejects rejects = rejects_of("a.ndjson", "{\"id\":1,\"nps\":10}\n" + record + "\n{\"id\":4,\"nps\":3}\n");
  EXPECT_EQ(rejects.cut_records, 1U);
  const auto rows = cells_of(rejects.file);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1][5], record.substr(0, kLongestText));
}

TEST(BrokenRecords, ALongBrokenLineIsKeptAsFarAsItFitsIntoACell) {
  for (const size_t size : {size_t{100}, kLongestText, kLongestText + 1, size_t{300'000}}) {
    const std::string line = "{\"id\":3,\"why\":" + std::string(size - 14, 'x');
    const Rejects rejects = rejects_of("a.ndjson", "{\"id\":1,\"nps\":10}\n" + line + "\n{\"id\":4,\"nps\":3}\n");
    const auto rows = cells_of(rejects.file);
    ASSERT_EQ(rows.size(), 2U) << size;
    EXPECT_EQ(rows[1][5], line.substr(0, kLongestText)) << size;
    EXPECT_EQ(rejects.cut_records, size > kLongestText ? 1U : 0U) << size;
  }
}

TEST(BrokenRecords, ARowBeyondTheLastOneOfASheetIsKept) {
  const auto row = [](std::string_view attribute, const std::vector<std::string>& cells) {
    std::string text = "<Row" + std::string(attribute) + ">";
    for (const std::string& cell : cells) text += "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>";
    return text + "</Row>";
  };
  const std::string source =
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
      "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
      "<Worksheet ss:Name=\"a\"><Table>" +
      row("", {"id", "nps", "why"}) + row("", {"1", "10", "good"}) + row("", {"2", "3", "bad"}) +
      row(" ss:Index=\"1048577\"", {"3", "9", "far &lt;away&gt;"}) + "</Table></Worksheet></Workbook>";
  const auto rows = cells_of(rejects_of("a.xml", source).file);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1][2], "score-empty");
  EXPECT_EQ(rows[1][5], "3\t9\tfar <away>");
}

TEST(BrokenRecords, OfSingleAnswersTheyAreKeptAlike) {
  std::string source = "response_id,question,answer\n";
  for (int i = 0; i < 9; ++i) {
    source += std::to_string(i) + ",How likely are you to recommend us?,9\n";
    source += std::to_string(i) + ",Why?,because\n";
  }
  source += "9,Why?,\"never\nclosed\n";
  const auto rows = cells_of(rejects_of("a.csv", source).file);
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[0][5], "npscope text");
  EXPECT_EQ(rows[1][2], "unclosed-quote");
  EXPECT_EQ(rows[1][5], "9,Why?,\"never");
}

TEST(BrokenRecords, CellsThatExcelCutsAreCounted) {
  const std::string source = "id,nps,why\n1,10,good\n2,44," + std::string(40'000, 'x') + "\n3,8,fine\n";
  EXPECT_EQ(rejects_of("a.csv", source, {{"rejects.kind", "xlsx"}}).long_cells, 1U);
  EXPECT_EQ(rejects_of("a.csv", source).long_cells, 0U);
}

/// The records of a reject file in CSV as a workbook whose sheets have so many rows.
std::string in_sheets(const std::vector<std::vector<std::string>>& rows, uint64_t rows_a_sheet) {
  xlsx::Writer writer("npscope", {.rows = rows_a_sheet});
  for (const auto& row : rows) {
    writer.begin_row();
    for (const std::string& cell : row) writer.cell(cell);
    if (&row == &rows.front()) {
      writer.end_header_row();
    } else {
      writer.end_row();
    }
  }
  writer.finish();
  return writer.text();
}

TEST(BrokenRecords, ARejectFileIsReadWholeFromHoweverManySheets) {
  std::string source = "id,nps,why\n";
  std::string correct = source;
  for (int i = 0; i < 90; ++i) {
    const std::string id = std::to_string(i);
    source += id + (i % 3 == 0 ? ",44,x\n" : ",9,x\n");
    correct += id + (i % 3 == 0 ? ",1,x\n" : ",9,x\n");
  }
  auto rows = cells_of(rejects_of("a.csv", source).file);
  ASSERT_EQ(rows.size(), 31U);
  for (size_t r = 1; r < rows.size(); ++r) rows[r][6] = "1";
  const std::string expected = figures(report_on({{"a.csv", correct}}));
  std::string once;
  for (const uint64_t sheet : {100U, 31U, 16U, 7U, 2U}) {
    const std::string report = report_on({{"a.csv", source}, {"rejects.xlsx", in_sheets(rows, sheet)}});
    EXPECT_EQ(figures(report), expected) << sheet;
    EXPECT_TRUE(report.contains("\"read\":30,\"accepted\":30")) << sheet << report.substr(report.find("rejects.xlsx"));
  }
  // One row that is still wrong: what is rejected again knows its place and its source.
  rows[17][6] = "77";
  for (const uint64_t sheet : {100U, 7U}) {
    Engine engine;
    const std::string workbook = in_sheets(rows, sheet);
    feed(engine, "a.csv", source);
    feed(engine, "rejects.xlsx", workbook);
    const std::string report = engine.report();
    EXPECT_TRUE(
        report.contains("\"code\":\"score-out-of-range\",\"severity\":\"warning\",\"count\":1,\"examples\":[{\"record\":18,"))
        << report;
    if (once.empty()) once = figures(report);
    EXPECT_EQ(figures(report), once);
  }
}

}  // namespace
}  // namespace npscope
