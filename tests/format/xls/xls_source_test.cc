// SPDX-License-Identifier: MIT
// Workbooks built record by record: what each record gives, in which order, and which workbooks are refused.
#include "core/format/xls/xls_source.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "tests/support/biff_records.h"
#include "tests/support/source_runs.h"

namespace npscope::xls {
namespace {

using biff::Book;
using biff::cell_head;
using biff::code_page_text;
using biff::file_of;
using biff::formula;
using biff::narrow;
using biff::number;
using biff::record;
using biff::shared_text;
using biff::special;
using biff::stream_of;
using biff::wide;
using biff::xf;

SourceRun read(const std::string& file) {
  XlsSource source(file.size());
  return read_tables(source, file);
}

/// Cells as "kind:text" with "|" between them, "line> " before; kinds as in CellKind: - s n b d t e.
std::string shown(const ReadRecord& record) {
  std::string text = std::to_string(record.line) + ">";
  for (const ReadCell& cell : record.cells)
    text += std::string(" ") + "-snbdte"[static_cast<size_t>(cell.kind)] + ":" + cell.text;
  return text;
}

std::vector<std::string> shown(const ReadTable& table) {
  std::vector<std::string> records;
  records.reserve(table.records.size());
  for (const ReadRecord& record : table.records) records.push_back(shown(record));
  return records;
}

std::vector<std::string> remarks(const ReadTable& table) {
  std::vector<std::string> all;
  all.reserve(table.remarks.size());
  for (const ReadRemark& remark : table.remarks)
    all.push_back(std::to_string(remark.record) + "," + std::to_string(remark.column) + " " +
                  std::string(code_name(remark.code)));
  return all;
}

std::string failure_of(const SourceRun& run) {
  if (!run.failure) return "none";
  return std::string(code_name(run.failure->code)) + (run.failure->detail.empty() ? "" : " ") + run.failure->detail;
}

std::string rk(unsigned row, unsigned column, uint32_t value) { return record(0x027E, cell_head(row, column) + u32(value)); }

const std::string kStrings = record(0x00FC, u32(2) + u32(2) + narrow("eins") + wide(u"\u4E8C"));

TEST(XlsSource, ReadsEachKindOfCell) {
  struct Row {
    std::string name;
    std::string records;
    std::string expected;
  };
  const std::string text_follows = formula(0, 0, special(0));
  const std::vector<Row> rows = {
      {"NUMBER", number(0, 0, 9.5), "1> n:9.5"},
      {"NUMBER that is none", number(0, 0, __builtin_inf()), "1> e:#NUM!"},
      {"RK integer", rk(0, 0, 7 << 2 | 2), "1> n:7"},
      {"RK negative integer", rk(0, 0, static_cast<uint32_t>(-7) << 2 | 2), "1> n:-7"},
      {"RK hundredths", rk(0, 0, 1234U << 2 | 3), "1> n:12.34"},
      {"RK double", rk(0, 0, 0x3FF80000), "1> n:1.5"},
      {"RK double, hundredths", rk(0, 0, 0x40590000 | 1), "1> n:1"},
      {"MULRK", record(0x00BD, u16(0) + u16(1) + u16(0) + u32(6) + u16(0) + u32(10) + u16(2)), "1> -: n:1 n:2"},
      {"LABELSST", shared_text(0, 0, 1), "1> s:\u4E8C"},
      {"LABEL", record(0x0204, cell_head(0, 0) + wide(u"\u00E4")), "1> s:\u00E4"},
      {"LABEL in two records",
       record(0x0204, cell_head(0, 0) + u16(4) + u8(0) + "ab") + record(0x003C, u8(1) + u16('c') + u16('d')), "1> s:abcd"},
      {"RSTRING", record(0x00D6, cell_head(0, 0) + narrow("rich") + u16(1) + u32(0)), "1> s:rich"},
      {"BOOLERR true", record(0x0205, cell_head(0, 0) + u8(1) + u8(0)), "1> b:true"},
      {"BOOLERR false", record(0x0205, cell_head(0, 0) + u8(0) + u8(0)), "1> b:false"},
      {"BOOLERR error", record(0x0205, cell_head(0, 0) + u8(0x2A) + u8(1)), "1> e:#N/A"},
      {"FORMULA number", formula(0, 0, bytes_of(0.25)), "1> n:0.25"},
      {"FORMULA truth", formula(0, 0, special(1, 1)), "1> b:true"},
      {"FORMULA error", formula(0, 0, special(2, 0x07)), "1> e:#DIV/0!"},
      {"FORMULA text", text_follows + record(0x0207, narrow("text")), "1> s:text"},
      {"FORMULA text behind SHRFMLA", text_follows + record(0x04BC, std::string(10, '\0')) + record(0x0207, narrow("text")),
       "1> s:text"},
      {"FORMULA text behind ARRAY", text_follows + record(0x0221, std::string(14, '\0')) + record(0x0207, narrow("text")),
       "1> s:text"},
      {"FORMULA text in two records", text_follows + record(0x0207, u16(3) + u8(0) + "a") + record(0x003C, u8(0) + "bc"),
       "1> s:abc"},
      {"a text without its formula", number(0, 0, 1) + record(0x0207, narrow("text")), "1> n:1"},
      {"NUL", record(0x0204, cell_head(0, 0) + narrow(std::string("a\0b", 3))), std::string("1> s:a\0b", 8)},
      {"BLANK and MULBLANK",
       record(0x0201, cell_head(0, 0)) + record(0x00BE, u16(0) + u16(2) + u16(0) + u16(0) + u16(3)) + number(0, 1, 1),
       "1> -: n:1"},
      {"a chart within the sheet", record(0x0809, u16(0x600) + u16(0x20)) + number(5, 5, 5) + record(0x000A) + number(0, 0, 1),
       "1> n:1"},
  };
  for (const Row& row : rows) {
    const SourceRun run = read(file_of(row.records, kStrings));
    ASSERT_EQ(failure_of(run), "none") << row.name;
    EXPECT_EQ(shown(run.tables[0]), std::vector<std::string>{row.expected}) << row.name;
    EXPECT_EQ(remarks(run.tables[0]), std::vector<std::string>{}) << row.name;
  }
}

TEST(XlsSource, OrdersCellsAndKeepsTheLaterOfTwo) {
  const SourceRun run =
      read(file_of(number(3, 1, 1) + number(0, 2, 2) + number(3, 0, 3) + number(0, 2, 4) + number(65535, 255, 5)));
  ASSERT_EQ(run.tables.size(), 1U);
  const std::vector<std::string> records = shown(run.tables[0]);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0], "1> -: -: n:4");
  EXPECT_EQ(records[1], "4> n:3 n:1");
  EXPECT_EQ(run.tables[0].records[2].line, 65536U);
  EXPECT_EQ(run.tables[0].records[2].cells.size(), 256U);
  EXPECT_EQ(run.tables[0].blank_lines, 2U + 65531U);
}

TEST(XlsSource, ARowOfEmptyTextsIsABlankLine) {
  const std::string empty = record(0x0204, cell_head(1, 0) + narrow(""));
  const SourceRun run = read(file_of(number(0, 0, 1) + empty + formula(2, 0, special(3)) + number(3, 0, 2)));
  EXPECT_EQ(shown(run.tables.at(0)), (std::vector<std::string>{"1> n:1", "4> n:2"}));
  EXPECT_EQ(run.tables[0].blank_lines, 2U);
}

TEST(XlsSource, RemarksWhatAPersonShouldKnow) {
  const std::string row_options = u16(0) + u16(9) + u16(255) + u16(0) + u16(0) + u8(0x20) + u8(1) + u16(15);
  struct Row {
    std::string name;
    std::string records;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {"hidden row", record(0x0208, u16(1) + row_options) + number(0, 0, 1) + number(1, 0, 2), {"1,-1 hidden-row"}},
      {"hidden columns, where they first hold something",
       record(0x007D, u16(1) + u16(255) + u16(9) + u16(15) + u16(1)) + number(0, 0, 1) + number(1, 1, 2) + number(2, 1, 2),
       {"1,1 hidden-column"}},
      {"merged cells",
       number(0, 0, 1) + number(1, 0, 1) + record(0x00E5, u16(1) + std::string(8, '\0')),
       {"0,-1 merged-cells"}},
      {"no merged cells", number(0, 0, 1) + record(0x00E5, u16(0)), {}},
      {"a text that is not there", shared_text(0, 3, 7), {"0,3 cell-without-text"}},
      {"a formula's text that never comes", formula(0, 0, special(0)) + number(0, 1, 1), {"0,0 cell-without-text"}},
      {"a label cut short", record(0x0204, cell_head(0, 0) + u16(9) + u8(0) + "ab"), {"0,0 invalid-text"}},
      {"lone surrogate", record(0x0204, cell_head(0, 0) + u16(1) + u8(1) + u16(0xD800)), {"0,0 invalid-text"}},
      {"a column that no sheet has", number(0, 256, 1) + number(0, 0, 1), {"0,-1 cell-outside-table"}},
  };
  for (const Row& row : rows) {
    const SourceRun run = read(file_of(row.records, kStrings));
    ASSERT_EQ(failure_of(run), "none") << row.name;
    EXPECT_EQ(remarks(run.tables[0]), row.expected) << row.name;
  }
}

TEST(XlsSource, LeavesOutWhatIsBeyondTheWidth) {
  const std::string file = file_of(number(0, 0, 1) + number(0, 5, 2) + number(0, 6, 3) + number(1, 4, 4));
  XlsSource source(file.size());
  source.set_width(5);
  const SourceRun run = read_tables(source, file);
  EXPECT_EQ(shown(run.tables.at(0)), (std::vector<std::string>{"1> n:1", "2> -: -: -: -: n:4"}));
  EXPECT_EQ(remarks(run.tables[0]), std::vector<std::string>{"0,5 cell-outside-table"});
}

TEST(XlsSource, CellsThatAreNotWantedStillCount) {
  const auto shown_without_second = [](const std::string& strings) {
    const std::string file =
        file_of(shared_text(0, 0, 0) + shared_text(0, 1, 1) + number(1, 1, 2) + shared_text(2, 1, 1), strings);
    XlsSource source(file.size());
    source.set_width(2);
    source.set_wanted({true, false});
    return shown(read_tables(source, file).tables.at(0));
  };
  EXPECT_EQ(shown_without_second(kStrings), (std::vector<std::string>{"1> s:eins s:", "2> -: n:", "3> -: s:"}));
  const std::string with_nul = record(0x00FC, u32(2) + u32(2) + narrow("eins") + narrow(std::string("a\0", 2)));
  EXPECT_EQ(shown_without_second(with_nul)[0], std::string("1> s:eins s:a\0", 14)) << "what has faults is shown";
}

TEST(XlsSource, ShowsNumbersAsTheirFormatDoes) {
  struct Row {
    std::string globals;
    double value;
    std::string expected;
  };
  const std::string written = record(0x041E, u16(14) + narrow("0.00")) + record(0x041E, u16(164) + narrow("yyyy-mm-dd"));
  const std::string calendar = record(0x0022, u16(1));
  const std::vector<Row> rows = {
      {xf(0), 45292, "n:45292"},
      {xf(14), 45292, "d:2024-01-01"},
      {xf(22), 45292.75, "d:2024-01-01T18:00:00"},
      {xf(20), 0.5, "t:12:00:00"},
      {calendar + xf(14), 43830, "d:2024-01-01"},
      {xf(164) + written, 45292, "d:2024-01-01"},
      {written + xf(14), 45292, "n:45292"},
      {"", 45292, "n:45292"},
  };
  for (const Row& row : rows) {
    const SourceRun run = read(file_of(number(0, 0, row.value), row.globals));
    EXPECT_EQ(shown(run.tables.at(0)), std::vector<std::string>{"1> " + row.expected});
  }
}

TEST(XlsSource, ListsWorksheetsOnly) {
  Book book{.sheets = {{"First", number(0, 0, 1)},
                       {"Chart", "", 0, 2},
                       {"Hidden", number(0, 0, 2), 1},
                       {"VeryHidden", number(0, 0, 3), 2},
                       {"Empty", ""}}};
  // The places are right, point behind the start of each sheet, or behind the end of the stream.
  for (const uint32_t error : {0U, 3U, 1'000'000U}) {
    book.place_error = error;
    const SourceRun run = read(build_compound_file({{"Workbook", stream_of(book)}}).bytes);
    ASSERT_EQ(failure_of(run), "none") << error;
    std::vector<std::string> tables;
    tables.reserve(run.tables.size());
    for (const ReadTable& table : run.tables)
      tables.push_back(table.info.name + (table.info.hidden ? "*" : "") + (table.records.empty() ? "" : shown(table)[0]));
    EXPECT_EQ(tables, (std::vector<std::string>{"First1> n:1", "Hidden*1> n:2", "VeryHidden*1> n:3", "Empty"})) << error;
  }
}

TEST(XlsSource, ReadsNoByteForTwoSheets) {
  // BOF takes 12 bytes, a BOUNDSHEET 13; its place is the first field.
  constexpr size_t kFirstPlace = 16;
  constexpr size_t kSecondPlace = 29;
  const std::string chart = record(0x0809, u16(0x600) + u16(0x20)) + record(0x000A);
  const std::string good = stream_of({.sheets = {{"A", number(0, 0, 1) + chart}, {"B", number(0, 0, 2)}}});
  uint32_t first = 0;
  std::memcpy(&first, good.data() + kFirstPlace, sizeof first);
  struct Row {
    std::string name;
    size_t field;
    uint32_t place;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {"as it is", kFirstPlace, first, "1 2"},
      {"a sheet where the workbook starts", kFirstPlace, 0, "1 2"},
      {"two sheets at one place", kSecondPlace, first, "1 2"},
      {"a sheet within the other", kSecondPlace, static_cast<uint32_t>(first + 12 + number(0, 0, 1).size()),
       "damaged-file sheet"},
  };
  for (const Row& row : rows) {
    std::string stream = good;
    patch(stream, row.field, row.place);
    const SourceRun run = read(build_compound_file({{"Workbook", stream}}).bytes);
    std::string outcome = failure_of(run);
    if (!run.failure)
      outcome = run.tables.at(0).records.at(0).cells[0].text + " " + run.tables.at(1).records.at(0).cells[0].text;
    EXPECT_EQ(outcome, row.expected) << row.name;
  }
}

TEST(XlsSource, ReadsTheCodePagesOfBiff5) {
  struct Row {
    std::string code_page;
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {"", "caf\xE9 \x80", "caf\u00E9 \u20AC"},
      {record(0x0042, u16(1252)), "caf\xE9", "caf\u00E9"},
      {record(0x0042, u16(0x8001)), "caf\xE9", "caf\u00E9"},
      {record(0x0042, u16(1251)), "\xC4\xE0", "\u0414\u0430"},
      {record(0x0042, u16(10000)), "\x8A", "\u00E4"},
      {record(0x0042, u16(936)), "plain", "plain"},
      {record(0x0042, u16(936)), "\xD5\xC5", "encoding-unknown cp936"},
      {record(0x0042, u16(4711)), "\xD5\xC5", "encoding-unknown cp4711"},
  };
  for (const Row& row : rows) {
    const std::string text = code_page_text(row.text);
    const Book book{.biff8 = false,
                    .globals = row.code_page,
                    .sheets = {{"Sheet", record(0x0204, cell_head(0, 0) + text) + record(0x00D6, cell_head(0, 1) + text) +
                                             formula(0, 2, special(0)) + record(0x0207, text)}}};
    const SourceRun run = read(build_compound_file({{"Book", stream_of(book)}}).bytes);
    const std::string cell = " s:" + row.expected;
    std::string expected = "1>";
    for (int i = 0; i < 3; ++i) expected += cell;
    if (run.failure) {
      EXPECT_EQ(failure_of(run), row.expected);
    } else {
      EXPECT_EQ(shown(run.tables.at(0)), std::vector<std::string>{expected});
    }
  }
}

TEST(XlsSource, RefusesByName) {
  const std::string bof8 = record(0x0809, u16(0x0600) + u16(5));
  struct Row {
    std::string stream;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {bof8 + record(0x002F, u16(1)), "password-protected"},
      {record(0x0809, u16(0x0400) + u16(5)), "unsupported-format biff4"},
      {record(0x0809, u16(0x0700) + u16(5)), "damaged-file workbook"},
      {number(0, 0, 1), "damaged-file workbook"},
      {bof8, "damaged-file truncated"},
      {bof8 + record(0x0085, u32(500) + u8(0) + u8(0) + u8(1) + u8(0) + "A") + record(0x000A), "damaged-file truncated"},
      {stream_of({.sheets = {{"A", record(0x0203, cell_head(0, 0))}}}), "damaged-file sheet"},
  };
  for (const Row& row : rows) EXPECT_EQ(failure_of(read(build_compound_file({{"Workbook", row.stream}}).bytes)), row.expected);
}

TEST(XlsSource, ASheetCutShortIsDamaged) {
  const std::string whole = stream_of({.sheets = {{"A", number(0, 0, 1) + number(1, 0, 2)}}});
  for (size_t size = 20; size < whole.size(); ++size) {
    const SourceRun run = read(build_compound_file({{"Workbook", whole.substr(0, size)}}).bytes);
    EXPECT_EQ(failure_of(run), "damaged-file truncated") << size;
  }
}

TEST(XlsSource, GivesATableAsOftenAsWanted) {
  std::string records;
  for (unsigned row = 0; row < 60'000; ++row) records += number(row, 0, row) + shared_text(row, 1, row & 1);
  const Book book{.globals = kStrings, .sheets = {{"A", records}, {"B", number(0, 0, 1)}}};
  const std::string file = build_compound_file({{"Workbook", stream_of(book)}}).bytes;
  XlsSource source(file.size());
  const SourceRun first = read_tables(source, file);
  const SourceRun second = read_tables(source, file);
  ASSERT_EQ(failure_of(first), "none");
  ASSERT_EQ(first.tables.at(0).records.size(), 60'000U);
  EXPECT_EQ(shown(first.tables[0].records[59'999]), "60000> n:59999 s:\u4E8C");
  EXPECT_TRUE(first.tables[0].records == second.tables.at(0).records);
  EXPECT_TRUE(first.tables.at(1).records == second.tables.at(1).records);
}

}  // namespace
}  // namespace npscope::xls
