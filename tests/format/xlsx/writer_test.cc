// SPDX-License-Identifier: MIT
// Texts in, the same texts out of our reader; what the XML holds is compared with ECMA-376 and with what Excel writes.
#include "core/format/xlsx/writer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/xlsx/xlsx_source.h"
#include "tests/format/xlsx/workbook_parts.h"
#include "tests/format/zip/read_archive.h"
#include "tests/support/read_in_pieces.h"
#include "tests/support/source_runs.h"

namespace npscope::xlsx {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using Rows = std::vector<std::vector<std::string>>;

std::string written(const Rows& rows, SheetLimits limits = {}, size_t header_rows = 0) {
  Writer writer("S", limits);
  for (size_t r = 0; r < rows.size(); ++r) {
    writer.begin_row();
    for (const std::string& cell : rows[r]) writer.cell(cell);
    r < header_rows ? writer.end_header_row() : writer.end_row();
  }
  writer.finish();
  EXPECT_FALSE(writer.failure());
  return writer.text();
}

SourceRun run_over(const std::string& file) {
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  return read_tables(source, file);
}

Rows rows_of(const ReadTable& table) {
  Rows rows;
  for (const ReadRecord& record : table.records) {
    std::vector<std::string>& row = rows.emplace_back();
    for (const ReadCell& cell : record.cells) {
      EXPECT_EQ(cell.kind, cell.text.empty() ? CellKind::kEmpty : CellKind::kText);
      row.push_back(cell.text);
    }
  }
  return rows;
}

/// As a sheet has them: a row ends with its last cell that holds something.
Rows without_empty_ends(Rows rows) {
  for (std::vector<std::string>& row : rows)
    while (!row.empty() && row.back().empty()) row.pop_back();
  return rows;
}

/// The rows of all sheets, one behind the other, as our reader gives them.
std::vector<Rows> read_back(const std::string& file) {
  const SourceRun run = run_over(file);
  EXPECT_FALSE(run.failure);
  std::vector<Rows> sheets;
  sheets.reserve(run.tables.size());
  for (const ReadTable& table : run.tables) sheets.push_back(rows_of(table));
  return sheets;
}

std::string part_of(const std::string& file, std::string_view name) {
  const std::vector<zip::Entry> entries = entries_of(file);
  const zip::Entry* entry = zip::find_entry(entries, name);
  EXPECT_NE(entry, nullptr);
  zip::Budget budget;
  return entry == nullptr ? std::string() : zip::unpack(*entry, file, budget, 64 << 10, 64 << 20).text;
}

TEST(XlsxWriter, TextsAreWrittenAsExcelWritesThem) {
  struct Case {
    std::string_view text;
    std::string_view xml;
  };
  const Case cases[] = {
      {"plain", "plain"},
      {"a < b & c > d \" '", "a &lt; b &amp; c &gt; d \" '"},
      {"\0"sv, "_x0000_"},
      {"a\x01\x1F\x7F", "a_x0001__x001F_\x7F"},
      {"\tx\ny", "\tx\ny"},
      {"x\ry", "x_x000D_y"},
      {"x\r\ny", "x_x000D__x000A_y"},
      {"x\n\ry", "x\n_x000D_y"},
      {"_x000D_", "_x005F_x000D_"},
      {"_x000d_", "_x005F_x000d_"},
      {"__x0041_", "__x005F_x0041_"},
      {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
      {"_x0041\x01", "_x005F_x0041_x0001_"},
      {"_x00g1_ _x041_ _X0041_ _", "_x00g1_ _x041_ _X0041_ _"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "_xFFFE__xFFFF_\xEF\xBF\xBD"},
      {"\xF0\x9F\x98\x80 \xC2\x80", "\xF0\x9F\x98\x80 \xC2\x80"},
      {"\xFF"
       "a\xC3",
       "\xEF\xBF\xBD"
       "a\xEF\xBF\xBD"},
  };
  for (const Case& one : cases) {
    std::string xml;
    append_cell_text(one.text, xml);
    EXPECT_EQ(xml, one.xml) << testing_support::visible(one.text);
  }
}

TEST(XlsxWriter, EveryCellIsAnInlineTextAndNoneAFormula) {
  const std::string sheet = part_of(written({{"=1+1", "9"}, {" a", "b c"}}), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(sheet,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"
            "<c r=\"B1\" s=\"1\" t=\"inlineStr\"><is><t>9</t></is></c></row>"
            "<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a</t></is></c>"
            "<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t>b c</t></is></c></row>"
            "</sheetData><ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/></ignoredErrors>"
            "</worksheet>");
}

TEST(XlsxWriter, CellsComeBackAsTheyWere) {
  const Rows rows = {{"", "a", "", "b", ""},
                     {std::string("\0=\0", 3), "\r", "\r\n", "\n\r\n", "\r\n\r\n"},
                     {"_x005F_", "_x005F_x0041_", "_x0000", "x0000_", "_x0000"s + '\0' + "x0000_"},
                     {" lead", "trail ", "\n", "\t", " "},
                     {"<c r=\"A1\"><f>1</f></c>", "]]>", "&amp;", "&#13;", "<![CDATA["},
                     {"\xEF\xBB\xBFmark", "\xE2\x80\x8B", "\xF0\x9F\x98\x80", "\xEF\xBF\xBF"},
                     {"007", "1E5", "TRUE", "2024-01-02", "#N/A"}};
  EXPECT_EQ(read_back(written(rows)), std::vector<Rows>{without_empty_ends(rows)});
}

TEST(XlsxWriter, RandomCellsComeBackAsTheyWere) {
  std::vector<std::string> alphabet = testing_support::csv_alphabet();
  for (const char* piece :
       {"_x", "_", "x", "0", "D", "00", "&", "<", ">", "\x01", "\xEF\xBF\xBE", "\xF0\x9F\x98\x80", " ", "="})
    alphabet.emplace_back(piece);
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    Rows rows;
    for (size_t r = 1 + random() % 5; r > 0; --r) {
      std::vector<std::string>& row = rows.emplace_back(1, "row");
      for (size_t c = random() % 6; c > 0; --c) row.push_back(testing_support::random_text(random, random() % 24, alphabet));
    }
    ASSERT_EQ(read_back(written(rows)), std::vector<Rows>{without_empty_ends(rows)}) << round;
  }
}

TEST(XlsxWriter, AFullSheetIsFollowedByOneWithTheSameHeaders) {
  const Rows rows = {{"h"}, {"names"}, {"1"}, {"2"}, {"3"}};
  const std::string file = written(rows, {.rows = 4}, 2);
  EXPECT_EQ(read_back(file), (std::vector<Rows>{{{"h"}, {"names"}, {"1"}, {"2"}}, {{"h"}, {"names"}, {"3"}}}));
  const SourceRun run = run_over(file);
  ASSERT_EQ(run.tables.size(), 2U);
  EXPECT_EQ(run.tables[0].info.name, "S");
  EXPECT_EQ(run.tables[1].info.name, "S 2");
}

TEST(XlsxWriter, ASheetThatWouldBeTooLargeForItsPartIsFullToo) {
  EXPECT_EQ(read_back(written({{"h"}, {"1"}, {"2"}, {"3"}}, {.bytes = 200}, 1)),
            (std::vector<Rows>{{{"h"}, {"1"}, {"2"}}, {{"h"}, {"3"}}}));
}

TEST(XlsxWriter, TheLimitsAreThoseOfExcel) {
  EXPECT_EQ(SheetLimits().rows, 1'048'576U);
  EXPECT_EQ(SheetLimits().columns, 16'384U);
}

TEST(XlsxWriter, TheLastColumnIsXFDAndOneMoreIsRefused) {
  const std::string file = written({std::vector<std::string>(16'384, "x")});
  const std::string sheet = part_of(file, "xl/worksheets/sheet1.xml");
  for (const std::string_view reference : {"\"Z1\"", "\"AA1\"", "\"ZZ1\"", "\"AAA1\"", "\"XFD1\""})
    EXPECT_TRUE(sheet.contains(reference)) << reference;
  EXPECT_EQ(read_back(file), (std::vector<Rows>{{std::vector<std::string>(16'384, "x")}}));

  Writer writer("S");
  for (const size_t cells : {16'385, 1}) {
    writer.begin_row();
    for (size_t c = 0; c < cells; ++c) writer.cell("x");
    writer.end_header_row();
  }
  writer.finish();
  ASSERT_TRUE(writer.failure());
  EXPECT_EQ(writer.failure()->code, Code::kLimitExceeded);
  EXPECT_EQ(writer.failure()->detail, "columns");
}

TEST(XlsxWriter, CellsThatExcelWouldCutAreCountedAndWrittenWhole) {
  const auto repeated = [](std::string_view piece, size_t times) {
    std::string text;
    for (size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  // Of the first three Excel shows all: it counts UTF-16 units.
  const std::vector<std::string> cells = {repeated("a", 32'767), repeated("\xC3\xA9", 32'767),
                                          repeated("\xF0\x9F\x98\x80", 16'383), repeated("a", 32'768),
                                          repeated("\xF0\x9F\x98\x80", 16'384)};
  Writer writer("S");
  writer.begin_row();
  for (size_t i = 0; i < cells.size(); ++i) {
    writer.cell(cells[i]);
    EXPECT_EQ(writer.long_cells(), i < 3 ? 0 : i - 2);
  }
  writer.end_row();
  writer.finish();
  EXPECT_TRUE(read_back(writer.text()) == (std::vector<Rows>{{cells}}));
}

TEST(XlsxWriter, AWorkbookWithoutRowsHasAnEmptySheet) { EXPECT_EQ(read_back(written({})), std::vector<Rows>{Rows()}); }

}  // namespace
}  // namespace npscope::xlsx
