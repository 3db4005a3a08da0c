// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets: what each way of writing a cell, a row or a table means (ODF 1.3 part 3), and the corpora's documents
// against the XLSX workbooks of the same tables.
#include "core/format/ods/ods_source.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/format/xlsx/xlsx_source.h"
#include "tests/format/zip/read_archive.h"
#include "tests/format/zip/write_archive.h"
#include "tests/support/source_runs.h"
#include "tests/support/test_files.h"

namespace npscope::ods {
namespace {

constexpr std::string_view kManifest =
    "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'/></manifest:manifest>";

/// A document whose spreadsheet holds `tables`; `styles` stands among the automatic styles.
std::string document(const std::string& tables, const std::string& styles = "") {
  const std::string content =
      "<?xml version='1.0' encoding='UTF-8'?><office:document-content><office:automatic-styles>" + styles +
      "</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings/>" + tables +
      "<table:named-expressions/></office:spreadsheet></office:body></office:document-content>";
  return zip::write_archive({{.name = "mimetype", .text = "application/vnd.oasis.opendocument.spreadsheet"},
                             {.name = "content.xml", .text = content},
                             {.name = "META-INF/manifest.xml", .text = std::string(kManifest)}});
}

std::string table(const std::string& rows) { return "<table:table table:name='T'>" + rows + "</table:table>"; }
std::string row(const std::string& cells) { return "<table:table-row>" + cells + "</table:table-row>"; }

/// A cell with a value type, its attribute and a displayed text.
std::string cell(const std::string& attributes, const std::string& shown = "") {
  return "<table:table-cell " + attributes + ">" + (shown.empty() ? "" : "<text:p>" + shown + "</text:p>") +
         "</table:table-cell>";
}

SourceRun read(const std::string& file, size_t width = kMostSheetColumns) {
  const zip::Archive archive = zip::read_directory(file);
  EXPECT_EQ(archive.outcome, "ok");
  zip::Budget budget;
  OdsSource source(archive.entries, file.size(), budget);
  source.set_width(width);
  return read_tables(source, file);
}

/// The one table of a document of these rows.
ReadTable read_table(const std::string& rows, size_t width = kMostSheetColumns) {
  const SourceRun run = read(document(table(rows)), width);
  EXPECT_FALSE(run.failure) << zip::shown(*run.failure);
  EXPECT_EQ(run.tables.size(), 1U);
  return run.tables.empty() ? ReadTable{} : run.tables[0];
}

TEST(Ods, EachCellHasItsKindAndText) {
  struct Row {
    std::string attributes;
    std::string shown;
    ReadCell expected;
  };
  const std::vector<Row> rows = {
      {"office:value-type='float' office:value='9'", "9", {CellKind::kNumber, "9"}},
      {"office:value-type='float' office:value='0.30000000000000004'", "0.3", {CellKind::kNumber, "0.30000000000000004"}},
      {"office:value-type='float' office:value='1E+020'", "1E+20", {CellKind::kNumber, "100000000000000000000"}},
      {"office:value-type='percentage' office:value='0.25'", "25 %", {CellKind::kNumber, "0.25"}},
      {"office:value-type='currency' office:currency='EUR' office:value='-1.5'", "-1,50 €", {CellKind::kNumber, "-1.5"}},
      {"office:value-type='boolean' office:boolean-value='true'", "WAHR", {CellKind::kBoolean, "true"}},
      {"office:value-type='boolean' office:boolean-value='false'", "FALSCH", {CellKind::kBoolean, "false"}},
      {"office:value-type='date' office:date-value='2024-01-02'", "02.01.24", {CellKind::kDate, "2024-01-02"}},
      {"office:value-type='date' office:date-value='2024-01-02T00:00:00'", "02.01.24", {CellKind::kDate, "2024-01-02"}},
      {"office:value-type='date' office:date-value='2024-01-02T03:04:05.678'",
       "x",
       {CellKind::kDate, "2024-01-02T03:04:05.678"}},
      {"office:value-type='date' office:date-value='tomorrow'", "morgen", {CellKind::kText, "morgen"}},
      {"office:value-type='time' office:time-value='PT12H34M56S'", "12:34:56", {CellKind::kTime, "12:34:56"}},
      {"office:value-type='time' office:time-value='PT1H2M3.678999999S'", "x", {CellKind::kTime, "01:02:03.679"}},
      {"office:value-type='time' office:time-value='PT00H00M59.9999S'", "x", {CellKind::kTime, "00:01:00"}},
      {"office:value-type='time' office:time-value='PT100H0M5.05S'", "x", {CellKind::kTime, "100:00:05.050"}},
      {"office:value-type='time' office:time-value='PT90M'", "x", {CellKind::kTime, "01:30:00"}},
      {"office:value-type='time' office:time-value='P1Y'", "one year", {CellKind::kText, "one year"}},
      {"office:value-type='time' office:time-value='PT5'", "five", {CellKind::kText, "five"}},
      {"office:value-type='string'", "text", {CellKind::kText, "text"}},
      {"office:value-type='string' office:string-value='the &lt;value&gt;'", "shown", {CellKind::kText, "the <value>"}},
      {"office:value-type='string' calcext:value-type='error' office:string-value=''", "#N/A", {CellKind::kError, "#N/A"}},
      // As Excel writes it.
      {"office:value-type='float' office:value='0'", "#DIV/0!", {CellKind::kError, "#DIV/0!"}},
      {"office:value-type='float' office:value='NaN'", "Err:502", {CellKind::kError, "Err:502"}},
      {"office:value-type='a-new-one'", "text", {CellKind::kText, "text"}},
      {"", "text", {CellKind::kText, "text"}},
  };
  for (const Row& one : rows) {
    const ReadTable found = read_table(row(cell(one.attributes, one.shown)));
    ASSERT_EQ(found.records.size(), 1U) << one.attributes;
    EXPECT_EQ(found.records[0].cells, std::vector<ReadCell>{one.expected}) << one.attributes << found.records[0].cells[0].text;
  }
}

TEST(Ods, ParagraphsAreText) {
  struct Row {
    std::string content;
    std::string text;
  };
  const std::vector<Row> rows = {
      {"<text:p>one</text:p><text:p>two</text:p>", "one\ntwo"},
      {"<text:p>one</text:p><text:p/><text:p>two</text:p>", "one\n\ntwo"},
      {"<text:p>a<text:line-break/>b<text:tab/>c</text:p>", "a\nb\tc"},
      {"<text:p>4 <text:s text:c='3'/>spaces</text:p>", "4    spaces"},
      {"<text:p><text:s/>leading</text:p>", " leading"},
      {"<text:p>trailing </text:p>", "trailing "},
      {"<text:p>\n  laid\n  out</text:p>", "laid out"},
      {"<text:p>so<text:span text:style-name='b'>me <text:span>bold</text:span></text:span></text:p>", "some bold"},
      {"<text:p>see <text:a xlink:href='http://example.test'>here</text:a></text:p>", "see here"},
      {"<text:p>&amp;&#xE4;<![CDATA[<]]></text:p>", "&ä<"},
      {"<office:annotation><dc:creator>A person</dc:creator><text:p>a note</text:p></office:annotation><text:p>text</text:p>",
       "text"},
      {"<text:p>te<office:annotation><text:p>a note</text:p></office:annotation>xt</text:p>", "text"},
      {"<text:p>te<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>xt</text:p>", "text"},
      {"<draw:frame><draw:text-box><text:p>a box</text:p></draw:text-box></draw:frame><text:p>text</text:p>", "text"},
      {"<text:p>text</text:p><table:table><table:table-row><table:table-cell><text:p>inner</text:p></table:table-cell>"
       "</table:table-row></table:table>",
       "text"},
  };
  for (const Row& one : rows) {
    const ReadTable found =
        read_table(row("<table:table-cell office:value-type='string'>" + one.content + "</table:table-cell>"));
    ASSERT_EQ(found.records.size(), 1U) << one.content;
    EXPECT_EQ(found.records[0].cells[0].text, one.text) << one.content;
  }
}

/// Records as "line: cell|cell".
std::string lines_of(const ReadTable& found) {
  std::string out;
  for (const ReadRecord& record : found.records) {
    out += std::to_string(record.line) + ":";
    for (const ReadCell& one : record.cells) out += one.text + "|";
    out += "\n";
  }
  for (const ReadRemark& remark : found.remarks)
    out +=
        std::string(code_name(remark.code)) + " " + std::to_string(remark.record) + " " + std::to_string(remark.column) + "\n";
  return out;
}

TEST(Ods, RowsAndColumnsStandWhereTheySayTheyDo) {
  const std::string a = cell("", "a");
  const std::string b = cell("", "b");
  const std::string gap = "<table:table-cell table:number-columns-repeated='2'/>";
  struct Row {
    std::string rule;
    std::string rows;
    std::string lines;
    size_t width = kMostSheetColumns;
  };
  const std::vector<Row> rows = {
      {"empty cells are places", row(a + gap + b), "1:a|||b|\n"},
      {"runs of nothing at the end are nothing",
       row(a + "<table:table-cell table:number-columns-repeated='16383'/>") +
           "<table:table-row table:number-rows-repeated='1048575'><table:table-cell "
           "table:number-columns-repeated='16384'/></table:table-row>",
       "1:a|\n"},
      {"empty rows count", "<table:table-row table:number-rows-repeated='3'>" + gap + "</table:table-row>" + row(a), "4:a|\n"},
      {"cells are repeated", row(cell("table:number-columns-repeated='3'", "a") + b), "1:a|a|a|b|\n"},
      {"rows are repeated", "<table:table-row table:number-rows-repeated='3'>" + a + "</table:table-row>" + row(b),
       "1:a|\n2:a|\n3:a|\n4:b|\n"},
      {"a repetition of no sense is none",
       row(cell("table:number-columns-repeated='-3'", "a") + cell("table:number-columns-repeated='0'", "b")), "1:a|b|\n"},
      {"groups and headers are rows",
       "<table:table-header-rows>" + row(a) + "</table:table-header-rows><table:table-row-group><table:table-row-group>" +
           row(b) + "</table:table-row-group></table:table-row-group><table:table-rows>" + row(a) + "</table:table-rows>",
       "1:a|\n2:b|\n3:a|\n"},
      {"shapes are none", "<table:shapes><table:table-row>" + a + "</table:table-row></table:shapes>" + row(b), "1:b|\n"},
      {"what merged cells cover is empty, told once",
       row(a + "<table:covered-table-cell><text:p>hidden</text:p></table:covered-table-cell>" + b) +
           row("<table:covered-table-cell table:number-columns-repeated='2'/>" + b),
       "1:a||b|\n2:||b|\nmerged-cells 0 -1\n"},
      {"hidden rows are read and told",
       "<table:table-row table:visibility='collapse'>" + a + "</table:table-row><table:table-row table:visibility='filter'>" +
           b + "</table:table-row>",
       "1:a|\n2:b|\nhidden-row 0 -1\nhidden-row 1 -1\n"},
      {"hidden columns are read and told once",
       "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='16383'/>" +
           row(a + b) + row(a + b),
       "1:a|b|\n2:a|b|\nhidden-column 0 1\n"},
      {"beyond the width is outside", row(a + b + b) + row(a), "1:a|b|\n2:a|\noutside-table 0 2\n", 2},
      {"beyond the last column is outside", row("<table:table-cell table:number-columns-repeated='20000'/>" + b + b) + row(a),
       "1:\n2:a|\noutside-table 0 16384\n"},
  };
  for (const Row& one : rows) {
    std::string lines = lines_of(read_table(one.rows, one.width));
    // The name of that code is not this test's matter.
    const std::string outside(code_name(Code::kCellOutsideTable));
    if (const size_t at = lines.find(outside); at != std::string::npos) lines.replace(at, outside.size(), "outside-table");
    EXPECT_EQ(lines, one.lines) << one.rule;
  }
}

TEST(Ods, TablesHaveNamesAndMayBeHidden) {
  const std::string styles =
      "<style:style style:name='shown' style:family='table'><style:table-properties table:display='true'/></style:style>"
      "<style:style style:name='hidden' style:family='table'><style:table-properties table:display='false'/></style:style>";
  const std::string tracked = "<table:tracked-changes><table:table table:name='change'>" + row(cell("", "old")) +
                              "</table:table></table:tracked-changes>";
  const SourceRun run =
      read(document(tracked + "<table:table table:name='A &amp; B' table:style-name='shown'>" + row(cell("", "1")) +
                        "</table:table><table:table table:name='C' table:style-name='hidden'>" + row(cell("", "2")) +
                        "</table:table><table:table table:name='empty'/>",
                    styles));
  ASSERT_FALSE(run.failure);
  ASSERT_EQ(run.tables.size(), 3U);
  EXPECT_EQ(run.tables[0].info.name, "A & B");
  EXPECT_FALSE(run.tables[0].info.hidden);
  EXPECT_EQ(lines_of(run.tables[0]), "1:1|\n");
  EXPECT_TRUE(run.tables[1].info.hidden);
  EXPECT_EQ(lines_of(run.tables[1]), "1:2|\n");
  EXPECT_EQ(run.tables[2].records.size(), 0U);
}

TEST(Ods, DocumentsThatAreNotReadSayWhy) {
  const std::string encrypted =
      "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>";
  struct Row {
    std::string rule;
    std::string file;
    std::string failure;
  };
  const std::vector<Row> rows = {
      {"encrypted",
       zip::write_archive({{.name = "content.xml", .text = "\x01\x02"}, {.name = "META-INF/manifest.xml", .text = encrypted}}),
       "password-protected ods"},
      {"no content", zip::write_archive({{.name = "mimetype"}}), "damaged-file content"},
      {"a text document", zip::write_archive({{.name = "content.xml", .text = "<office:document-content/>"}}),
       "damaged-file content"},
      {"cut off", zip::write_archive({{.name = "content.xml", .text = "<office:document-content>"}}), "damaged-file xml"},
      {"a DOCTYPE", zip::write_archive({{.name = "content.xml", .text = "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}}),
       "refused-file doctype"},
      {"content beyond the last row",
       document(table("<table:table-row table:number-rows-repeated='1048576'><table:table-cell/></table:table-row>" +
                      row(cell("", "a")))),
       "limit-exceeded rows"},
      {"a small file that means a huge one",
       document(table("<table:table-row table:number-rows-repeated='1000000'>" +
                      cell("table:number-columns-repeated='16384'", "a") + "</table:table-row>")),
       "limit-exceeded repeated-cells"},
  };
  for (const Row& one : rows) {
    const SourceRun run = read(one.file);
    EXPECT_EQ(run.failure ? zip::shown(*run.failure) : "none", one.failure) << one.rule;
  }
}

TEST(Ods, ATableMayBeOpenedAgainWithAnotherWidthWithoutCost) {
  const std::string file = document(table(row(cell("", "a") + cell("", "b"))) + table(row(cell("", "c"))));
  const zip::Archive archive = zip::read_directory(file);
  zip::Budget budget{2 * file.size()};
  OdsSource source(archive.entries, file.size(), budget);
  SourceRun run;
  ASSERT_TRUE(drive(source, file, run, [](const RecordBatch&) {}));
  for (int i = 0; i < 10; ++i) {
    for (const size_t width : {1, 2}) {
      ReadTable found;
      source.set_width(width);
      source.open_table(0);
      ASSERT_TRUE(drive(source, file, run, [&](const RecordBatch& batch) { append_batch(batch, found); }));
      ASSERT_EQ(found.records.size(), 1U);
      EXPECT_EQ(found.records[0].cells.size(), width);
    }
  }
}

TEST(Ods, DamageAnywhereEndsInAnAnswer) {
  const std::string good = document(
      table("<table:table-row table:number-rows-repeated='2'>" +
            cell("office:value-type='time' office:time-value='PT1H2.5S'", "a<text:s text:c='2'/>") + "</table:table-row>"));
  const size_t from = good.find("<table:table ");
  const size_t to = good.find("</table:table>");
  for (size_t at = from; at < to; ++at) {
    for (const char value : {'<', '>', '\'', '9', '\0', '\xFF'}) {
      std::string content = good;
      content[at] = value;
      const size_t begin = content.find("<?xml");
      const size_t end = content.find("</office:document-content>") + 26;
      const SourceRun run = read(zip::write_archive({{.name = "content.xml", .text = content.substr(begin, end - begin)}}));
      EXPECT_TRUE(run.failure || !run.tables.empty());
    }
  }
}

/// Where Excel wrote something else into the document than into the workbook: times without their fraction, or counted from 1900.
const std::map<std::string, size_t> kDifferentRecords = {{"times_1900", 9}, {"times_1904", 11}};

TEST(Ods, DocumentsOfTheCorporaEqualTheirWorkbooks) {
  const auto corpora = testing_support::corpora();
  if (!corpora) GTEST_SKIP() << "no corpora";
  size_t compared = 0;
  for (const auto& path : testing_support::files_below(*corpora / "xlsx/pandas", 1 << 20, {".ods"})) {
    auto workbook = path;
    workbook.replace_extension(".xlsx");
    if (!std::filesystem::exists(workbook)) continue;
    const std::string name = path.stem().string();
    const SourceRun found = read(testing_support::read_file(path));
    const std::string file = testing_support::read_file(workbook);
    const zip::Archive archive = zip::read_directory(file);
    zip::Budget budget;
    xlsx::XlsxSource source(archive.entries, file.size(), budget);
    const SourceRun expected = read_tables(source, file);
    EXPECT_FALSE(found.failure || expected.failure) << path;
    size_t different = 0;
    for (const ReadTable& sheet : expected.tables) {
      for (const ReadTable& other : found.tables) {
        if (other.info.name != sheet.info.name) continue;
        EXPECT_EQ(other.records.size(), sheet.records.size()) << path << sheet.info.name;
        for (size_t i = 0; i < std::min(other.records.size(), sheet.records.size()); ++i) {
          ++compared;
          if (other.records[i] != sheet.records[i]) ++different;
        }
      }
    }
    const auto known = kDifferentRecords.find(name);
    EXPECT_EQ(different, known == kDifferentRecords.end() ? 0 : known->second) << path;
  }
  EXPECT_GT(compared, 100U);
}

}  // namespace
}  // namespace npscope::ods
