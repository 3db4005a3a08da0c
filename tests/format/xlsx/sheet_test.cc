// SPDX-License-Identifier: MIT
// Rows and cells of worksheets: what each way of writing them means, after ECMA-376 part 1, 18.3.1.
#include <gtest/gtest.h>

#include <algorithm>

#include <string>

#include "tests/format/xlsx/workbook_parts.h"

namespace npscope::xlsx {
namespace {

struct Case {
  const char* rule;
  const char* rows;
  const char* shown;
};

constexpr Case kCases[] = {
    {"shared strings, numbers, booleans, errors",
     R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>9</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#N/A</v></c></row>)",
     "1: s one | n 9 | b true | b false | e #N/A\n"},
    {"rows and cells without references follow each other",
     R"(<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>)", "1: s zero | n 1\n2: n 2\n"},
    {"a reference moves on, and what follows follows it",
     R"(<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)", "3: - | n 1 | n 2\n4: n 3\n"},
    {"cells without a value take their place", R"(<row r="1"><c r="A1" s="1"/><c s="1"></c><c><v>1</v></c></row>)",
     "1: - | - | n 1\n"},
    {"a row without content is no record",
     R"(<row r="1"><c r="A1" s="1"/></row><row r="2"/><row r="3"><c t="str"><v></v></c></row><row r="4"><c><v>1</v></c></row>)",
     "4: n 1\n"},
    {"inline strings, plain and rich",
     R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c><c t="inlineStr"><is><r><t>x</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><rPr/><t xml:space="preserve"> y</t></r></is></c></row>)",
     "1: s a & b | s x y\n"},
    {"results of formulas",
     R"(<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>text</v></c><c><f>1+1</f><v>2</v></c><c><f>B9</f></c></row>)",
     "1: s text | n 2\n"},
    {"dates and durations by their style",
     R"(<row r="1"><c r="A1" s="1"><v>45351</v></c><c s="2"><v>45351.5</v></c><c s="3"><v>1.5</v></c><c s="0"><v>45351</v></c><c s="99"><v>1</v></c></row>)",
     "1: d 2024-02-29 | d 2024-02-29T12:00:00 | t 36:00:00 | n 45351 | n 1\n"},
    {"ISO dates",
     R"(<row r="1"><c t="d"><v>2024-02-29T12:00:00Z</v></c><c t="d"><v>2024-02-29</v></c><c t="d"><v>2024-02-29T00:00:00.000</v></c><c t="d"><v>12:30:00.5</v></c><c t="d"><v>soon</v></c></row>)",
     "1: d 2024-02-29T12:00:00 | d 2024-02-29 | d 2024-02-29 | t 12:30:00.500 | s soon\n"},
    {"numbers are written in one way",
     R"(<row r="1"><c><v>1.50</v></c><c><v>1E3</v></c><c><v> 7 </v></c><c><v>0.10000000000000001</v></c><c><v>-0</v></c><c><v>007</v></c><c><v>12345678901234567890</v></c></row>)",
     "1: n 1.5 | n 1000 | n 7 | n 0.1 | n 0 | n 7 | n 12345678901234567000\n"},
    {"what is no number is text", R"(<row r="1"><c><v>abc</v></c><c><v>1e999</v></c></row>)", "1: s abc | s 1e999\n"},
    {"cells out of order are put in order, the last at a place counts",
     R"(<row r="1"><c r="C1"><v>3</v></c><c r="A1" t="s"><v>0</v></c><c r="C1"><v>4</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>5</v></c></row>)",
     "1: s zero | n 2 | n 4\n2: n 5\n"},
    {"escapes stand for UTF-16 units",
     R"(<row r="1"><c t="inlineStr"><is><t>_x0041__x005F_x0042_</t></is></c><c t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c><c t="inlineStr"><is><t>_x41_ _xZZZZ_ _x</t></is></c><c t="str"><v>a_x000D_b</v></c></row>)",
     "1: s A_x0042_ | s \xF0\x9F\x98\x80 | s _x41_ _xZZZZ_ _x | s a\rb\n"},
    {"an escaped line end of Windows is a line feed", "<row r=\"1\"><c t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c></row>",
     "1: s a\nb\n"},
    {"a string that is not there is told", R"(<row r="1"><c t="s"><v>2</v></c><c t="s"><v>-1</v></c></row>)",
     "1: - | -\n! 0 0 cell-without-text\n! 0 1 cell-without-text\n"},
    {"a column beyond the sheet is told and does not wrap",
     R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c><c r="AAAAAAAAAAAAAAAA1"><v>2</v></c></row>)",
     "1: n 1\n! 0 16384 cell-outside-table\n"},
    {"a row beyond the sheet is told and does not wrap",
     R"(<row r="1048577"><c r="A1048577"><v>1</v></c></row><row r="18446744073709551617"><c><v>1</v></c></row><row><c><v>2</v></c></row>)",
     "1048577:\n18446744073709551615:\n1: n 2\n! 0 -1 cell-outside-table\n! 1 -1 cell-outside-table\n"},
    {"hidden rows are kept and told",
     R"(<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row>)",
     "1: n 1\n2: n 2\n! 0 -1 hidden-row\n"},
    {"names with a prefix", R"(<x:row r="1"><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row>)", "1: - | s one\n"},
    {"blanks between elements", "<row r=\"1\">\n <c r=\"A1\">\n  <v>1</v>\n </c>\n</row>", "1: n 1\n"},
    {"elements of extensions are left out",
     R"(<row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><t>9</t></ext></extLst></c></row>)", "1: n 1\n"},
};

TEST(XlsxSheet, CellsMeanWhatTheFormatSays) {
  for (const Case& c : kCases) EXPECT_EQ(shown(read_rows(c.rows)), c.shown) << c.rule;
}

TEST(XlsxSheet, PlainCellsReadTheSameWithAndWithoutTheTokenizer) {
  // A prefix keeps cells from the quick way.
  for (const Case& c : kCases) {
    std::string prefixed;
    for (const char* at = c.rows; *at != '\0'; ++at) {
      prefixed += *at;
      if (*at == '<' && at[1] != '/') prefixed += "p:";
      if (*at == '/' && at[-1] == '<') prefixed += "p:";
    }
    if (std::string_view(c.rows).contains(":row")) continue;
    EXPECT_EQ(shown(read_rows(prefixed)), c.shown) << c.rule;
  }
}

TEST(XlsxSheet, RowsFarFromTheEndOfTheTextReadTheSame) {
  const std::string behind(1000, ' ');
  for (const Case& c : kCases) EXPECT_EQ(shown(read_rows(c.rows + behind)), c.shown) << c.rule;
}

TEST(XlsxSheet, TheStartOfARowMeansWhatItSays) {
  constexpr Case kStarts[] = {
      {"as short as can be", R"(<row r="2">)", "1: n 1\n2: n 2\n"},
      {"as Excel writes it", R"(<row r="2" spans="1:9" x14ac:dyDescent="0.25">)", "1: n 1\n2: n 2\n"},
      {"with a format", R"(<row r="2" spans="1:9" s="4" customFormat="1" ht="15">)", "1: n 1\n2: n 2\n"},
      {"hidden", R"(<row r="2" spans="1:9" hidden="1">)", "1: n 1\n2: n 2\n! 1 -1 hidden-row\n"},
      {"a number with a zero before it", R"(<row r="02">)", "1: n 1\n2: n 2\n"},
      {"no number", R"(<row r="">)", "1: n 1\n2: n 2\n"},
      {"a row that no sheet has", R"(<row r="9999999">)", "1: n 1\n9999999:\n! 1 -1 cell-outside-table\n"},
      {"a number that is far too long", R"(<row r="99999999999">)", "1: n 1\n99999999999:\n! 1 -1 cell-outside-table\n"},
      {"row 0", R"(<row r="0">)", "1: n 1\n0:\n! 1 -1 cell-outside-table\n"},
  };
  for (const Case& c : kStarts) {
    const std::string rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)" + std::string(c.rows) + "<c><v>2</v></c></row>";
    EXPECT_EQ(shown(read_rows(rows + std::string(1000, ' '))), c.shown) << c.rule;
    EXPECT_EQ(shown(read_rows(rows)), c.shown) << c.rule;
  }
}

/// A sheet whose second column is not wanted, with `second` there: behind a text, and alone.
std::string shown_without_second(std::string_view strings, std::string_view second) {
  WorkbookParts parts;
  parts.strings = "<sst>" + std::string(strings) + "</sst>";
  parts.sheet = R"(<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c>)" + std::string(second) + R"(</row><row r="2"><c/>)" +
                std::string(second) + "</row>" + std::string(1000, ' ') + "</sheetData></worksheet>";
  const std::string file = parts.file();
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  source.set_width(2);
  source.set_wanted({true, false});
  return shown(read_tables(source, file));
}

TEST(XlsxSheet, CellsThatAreNotWantedStillCount) {
  const std::string strings = "<si><t>zero</t></si><si><t>one</t></si><si><t></t></si>";
  constexpr Case kSeconds[] = {
      {"a text is there, without its text", R"(<c t="s"><v>1</v></c>)", "1: s zero | s \n2: - | s \n"},
      {"a row of an empty text is still no record", R"(<c t="s"><v>2</v></c>)", "1: s zero | s \n"},
      {"a number is there, without its text", R"(<c><v>12.5</v></c>)", "1: s zero | n \n2: - | n \n"},
      {"a text that is not there is told", R"(<c t="s"><v>9</v></c>)",
       "1: s zero | -\n2: - | -\n! 0 1 cell-without-text\n! 1 1 cell-without-text\n"},
  };
  for (const Case& c : kSeconds) EXPECT_EQ(shown_without_second(strings, c.rows), c.shown) << c.rule;
  EXPECT_EQ(shown_without_second("<si><t>zero</t></si><si><t>\xFF</t></si>", R"(<c t="s"><v>1</v></c>)"),
            "1: s zero | s \xFF\n2: - | s \xFF\n")
      << "what is no text is shown to whoever counts it";
}

TEST(XlsxSheet, BlankLinesAreThoseBetweenRecords) {
  const SourceRun run =
      read_rows(R"(<row r="3"><c><v>1</v></c></row><row r="4"/><row r="1000003"><c><v>2</v></c></row><row r="1000009"/>)");
  ASSERT_EQ(run.tables.size(), 1U);
  EXPECT_EQ(shown(run), "3: n 1\n1000003: n 2\n");
  EXPECT_EQ(run.tables[0].blank_lines, 999999U);
}

TEST(XlsxSheet, DimensionsAreNotBelieved) {
  EXPECT_EQ(shown(read_rows(R"(<row r="1"><c><v>1</v></c></row>)", R"(<dimension ref="A1:XFD1048576"/>)")), "1: n 1\n");
}

TEST(XlsxSheet, HiddenColumnsAreToldWhereTheyHoldSomething) {
  EXPECT_EQ(
      shown(read_rows(
          R"(<row r="1"><c><v>1</v></c></row><row r="2"><c/><c/><c><v>3</v></c></row><row r="3"><c/><c/><c><v>4</v></c></row>)",
          R"(<cols><col min="2" max="16384" hidden="1"/><col min="3" max="3" hidden="1"/></cols>)")),
      "1: n 1\n2: - | - | n 3\n3: - | - | n 4\n! 1 2 hidden-column\n");
}

TEST(XlsxSheet, MergedCellsAreToldOnce) {
  EXPECT_EQ(shown(read_rows(R"(<row r="1"><c><v>1</v></c></row>)", {},
                            R"(<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>)")),
            "1: n 1\n! 0 -1 merged-cells\n");
}

TEST(XlsxSheet, AFarCellIsOneRecordUntilAWidthIsSet) {
  WorkbookParts parts;
  parts.sheet =
      R"(<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>)";
  const std::string file = parts.file();
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  SourceRun run = read_tables(source, file);
  ASSERT_EQ(run.tables.size(), 1U);
  ASSERT_EQ(run.tables[0].records.size(), 2U);
  EXPECT_EQ(run.tables[0].records[1].cells.size(), kMostSheetColumns);
  EXPECT_EQ(run.tables[0].blank_lines, 1048574U);
  source.set_width(1);
  run = {};
  ReadTable table;
  source.open_table(0);
  EXPECT_TRUE(drive(source, file, run, [&table](const RecordBatch& batch) { append_batch(batch, table); }));
  EXPECT_EQ(shown(table), "1: n 1\n1048576:\n! 1 16383 cell-outside-table\n");
}

TEST(XlsxSheet, LargeSheetsReadTheSameWhateverStandsBeforeThem) {
  // Rows of many lengths fall onto the ends of windows in many ways when a comment shifts them.
  std::string rows;
  for (int i = 1; i <= 9000; ++i) {
    const std::string r = std::to_string(i);
    rows.append("<row r=\"").append(r).append("\"><c r=\"A").append(r).append("\" t=\"s\"><v>").append(i % 2 == 0 ? "0" : "1");
    rows.append("</v></c><c r=\"C").append(r).append("\" t=\"inlineStr\"><is><t>").append(static_cast<size_t>(i % 70), 'x');
    rows.append("</t></is></c><c r=\"D").append(r).append("\"><v>").append(r).append(".5</v></c></row>");
  }
  const std::string whole = shown(read_rows(rows));
  EXPECT_EQ(std::ranges::count(whole, '\n'), 9000);
  for (const size_t shift : {1U, 7U, 50U, 101U})
    EXPECT_TRUE(shown(read_rows(rows, "<!--" + std::string(shift, ' ') + "-->")) == whole) << shift;
}

}  // namespace
}  // namespace npscope::xlsx
