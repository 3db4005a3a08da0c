// SPDX-License-Identifier: MIT
// HTML tables as exports write them and as browsers show them (HTML standard, 4.9 and 13.2), and SpreadsheetML 2003 workbooks
// (Microsoft's "XML Spreadsheet Reference"); both come under the name .xls.
#include "core/format/html/html_source.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/html/entities.h"
#include "tests/support/source_runs.h"

namespace npscope::html {
namespace {

struct Settings {
  Encoding encoding = Encoding::kUtf8;
  size_t mark_size = 0;
  size_t width = kMostSheetColumns;
};

SourceRun read(Markup markup, const std::string& file, const Settings& settings = {}) {
  HtmlSource source(markup, settings.encoding, settings.mark_size, file.size());
  source.set_width(settings.width);
  return read_tables(source, file);
}

/// Tables as "name" (hidden ones as "(name)"), their records as "line: cell|cell" and their remarks.
std::string shown(const SourceRun& run) {
  std::string out;
  for (const ReadTable& table : run.tables) {
    out += table.info.hidden ? "(" + table.info.name + ")\n" : table.info.name + "\n";
    for (const ReadRecord& record : table.records) {
      out += std::to_string(record.line) + ":";
      for (const ReadCell& cell : record.cells) out += cell.text + "|";
      out += "\n";
    }
    for (const ReadRemark& remark : table.remarks)
      out += std::string(code_name(remark.code)) + " " + std::to_string(remark.record) + " " + std::to_string(remark.column) +
             "\n";
  }
  if (run.failure) out += std::string(code_name(run.failure->code)) + " " + run.failure->detail + "\n";
  return out;
}

struct Row {
  std::string rule;
  std::string file;
  std::string expected;
};

void expect_rows(Markup markup, const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(shown(read(markup, row.file)), row.expected) << row.rule;
}

TEST(HtmlTables, RowsAndCells) {
  expect_rows(
      Markup::kHtml,
      {{"a table", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "Table 1\n1:a|b|\n2:1|2|\n"},
       {"sections and case", "<TABLE><THEAD><TR><TH>a</TH></TR></THEAD><TBODY><TR><TD>1</TD></TR></TBODY></TABLE>",
        "Table 1\n1:a|\n2:1|\n"},
       {"end tags may be missing", "<table><tr><td>1<td>2<tr><td>3</table>", "Table 1\n1:1|2|\n2:3|\n"},
       {"the end of the document ends all", "<table><tr><td>1", "Table 1\n1:1|\n"},
       {"a row may be missing", "<table><td>1<td>2</table>", "Table 1\n1:1|2|\n"},
       {"empty cells are places", "<table><tr><td></td><td>&nbsp;</td><td>3</td><td></td></tr></table>", "Table 1\n1:||3|\n"},
       {"empty rows count", "<table><tr></tr><tr><td>1</td></tr></table>", "Table 1\n2:1|\n"},
       {"each table is one", "<table><tr><td>1</table><p>text</p><table><tr><td>2</table>", "Table 1\n1:1|\nTable 2\n1:2|\n"},
       {"a caption is a name", "<table><caption> The <b>name</b> </caption><tr><td>1</table>", "The name\n1:1|\n"},
       {"an inner table is text",
        "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr><tr><td>d</table>e</td><td>f</td></tr></table>",
        "Table 1\n1:a\nb c\nd\ne|f|\n"},
       {"a table that is not ended ends before the next", "<table><tr><td>1</td></tr><table><tr><td>2</table>",
        "Table 1\n1:1|\nTable 2\n1:2|\n"},
       {"no table", "<html><body>text</body></html>", "no-table \n"},
       {"nothing", "", "no-table \n"}});
  std::string many;
  for (int i = 0; i < 257; ++i) many += "<table></table>";
  EXPECT_EQ(shown(read(Markup::kHtml, many)), "limit-exceeded tables\n");
}

TEST(HtmlTables, BatchesStaySmallWithoutEndTags) {
  std::string file = "<table>";
  for (int i = 0; i < 40000; ++i) file += "<tr><td>a cell of some length<td colspan=100>another";
  HtmlSource source(Markup::kHtml, Encoding::kUtf8, 0, file.size());
  SourceRun run;
  ASSERT_TRUE(drive(source, file, run, [](const RecordBatch&) {}));
  source.open_table(0);
  size_t records = 0;
  const auto count = [&](const RecordBatch& batch) {
    records += batch.size();
    EXPECT_LT(batch.text.size(), 2 * kBatchText);
  };
  ASSERT_TRUE(drive(source, file, run, count));
  EXPECT_EQ(records, 40000U);
}

TEST(HtmlTables, Spans) {
  expect_rows(Markup::kHtml,
              {{"columns", "<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>",
                "Table 1\n1:a||b|\n2:1|2|3|\nmerged-cells 0 -1\n"},
               {"rows", "<table><tr><td rowspan='2'>a<td>b<tr><td>c<tr><td>d</table>",
                "Table 1\n1:a|b|\n2:|c|\n3:d|\nmerged-cells 0 -1\n"},
               {"both", "<table><tr><td>x<td rowspan=2 colspan=2>a<td>b<tr><td>c<td>d</table>",
                "Table 1\n1:x|a||b|\n2:c|||d|\nmerged-cells 0 -1\n"},
               {"rows to the end of the section", "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d</table>",
                "Table 1\n1:a|b|\n2:|c|\n3:d|\nmerged-cells 0 -1\n"},
               {"of no sense", "<table><tr><td colspan=-1>a<td colspan=x>b<td colspan=0>c</table>", "Table 1\n1:a|b|c|\n"}});
  const SourceRun wide = read(Markup::kHtml, "<table><tr><td colspan=99999>a<td>b</table>");
  EXPECT_EQ(wide.tables[0].records[0].cells.size(), 1001U);
}

TEST(HtmlTables, Text) {
  struct Case {
    std::string content;
    std::string text;
  };
  const std::vector<Case> cases = {
      {" two \n\t words ", "two words"},
      {"a<br>b<br/>c", "a\nb\nc"},
      {"a <br> b", "a\nb"},
      {"<p>a</p><p>b</p>", "a\nb"},
      {"<div>a</div>b", "a\nb"},
      {"<ul><li>a<li>b</ul>", "a\nb"},
      {"so<b>me</b> <i>text</i>", "some text"},
      {"&lt;b&gt; &amp;amp; &auml;&#228;&#xE4;&euro;&#128;&quot;&apos;", "<b> &amp; äää€€\"'"},
      {"&unknown; &amp &#; &#x110000; a&b;", "&unknown; &amp &#; \xEF\xBF\xBD a&b;"},
      {"a&nbsp;b",
       "a\xC2\xA0"
       "b"},
      {"a<!-- <td>x</td> --><script>'<td>'</script><style>td{}</style>b", "ab"},
      {"a<![if !supportEmptyParas]>b<![endif]>", "ab"},
      {"1 < 2 <3> &lt;", "1 < 2 <3> <"},
      {"<a title='>' href=\"x>y\">link</a>", "link"},
      {"<input value=\"<td>\">x", "x"},
  };
  for (const Case& one : cases) {
    const SourceRun run = read(Markup::kHtml, "<table><tr><td>" + one.content + "</td></tr></table>");
    ASSERT_EQ(run.tables.size(), 1U) << one.content;
    ASSERT_EQ(run.tables[0].records.size(), 1U) << one.content;
    EXPECT_EQ(run.tables[0].records[0].cells, (std::vector<ReadCell>{{CellKind::kText, one.text}})) << one.content;
  }
}

TEST(HtmlTables, WhatIsHiddenOrOutsideIsTold) {
  EXPECT_EQ(shown(read(Markup::kHtml, "<table><tr style='height:1px; Display : none'><td>1</table>")),
            "Table 1\n1:1|\nhidden-row 0 -1\n");
  const SourceRun run = read(Markup::kHtml, "<table><tr><td>1<td>2<td>3<tr><td>4</table>", {.width = 2});
  ASSERT_EQ(run.tables[0].records.size(), 2U);
  EXPECT_EQ(run.tables[0].records[0].cells.size(), 2U);
  EXPECT_EQ(run.tables[0].remarks, (std::vector<ReadRemark>{{0, 2, Code::kCellOutsideTable}}));
}

TEST(HtmlTables, AnyEncodingAndAnySize) {
  const std::string page =
      "<table><tr><td>gr\xF6\xDF"
      "e</table>";
  EXPECT_EQ(shown(read(Markup::kHtml, page, {.encoding = Encoding::kWindows1252})), "Table 1\n1:größe|\n");
  const std::string wide("\xFF\xFE<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0\xE4\0", 26);
  EXPECT_EQ(shown(read(Markup::kHtml, wide, {.encoding = Encoding::kUtf16le, .mark_size = 2})), "Table 1\n1:ä|\n");

  // More than a piece of the file, so that tags, texts and references are cut.
  std::string big = "<table>";
  for (int i = 0; i < 50000; ++i) big += "<tr><td title='a > b'>" + std::to_string(i) + "&auml;</td><td>text</td></tr>\n";
  const SourceRun run = read(Markup::kHtml, big + "</table>");
  ASSERT_EQ(run.tables[0].records.size(), 50000U);
  for (size_t i = 0; i < 50000; ++i) ASSERT_EQ(run.tables[0].records[i].cells[0].text, std::to_string(i) + "ä");
}

std::string workbook(const std::string& worksheets, const std::string& declaration = "<?xml version=\"1.0\"?>") {
  return declaration +
         "<?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
         "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"s1\"/></Styles>" +
         worksheets + "</Workbook>";
}

std::string worksheet(const std::string& rows, const std::string& name = "S") {
  return "<Worksheet ss:Name=\"" + name + "\"><Table ss:ExpandedColumnCount=\"99999\">" + rows + "</Table></Worksheet>";
}

std::string cell(const std::string& type, const std::string& value) {
  return "<Cell><Data ss:Type=\"" + type + "\">" + value + "</Data></Cell>";
}

TEST(SpreadsheetMl, EachCellHasItsKindAndText) {
  struct Case {
    std::string type;
    std::string value;
    ReadCell expected;
  };
  const std::vector<Case> cases = {
      {"Number", "9", {CellKind::kNumber, "9"}},
      {"Number", "9.50", {CellKind::kNumber, "9.5"}},
      {"Number", "1.0000000000000001E-5", {CellKind::kNumber, "0.00001"}},
      {"Number", "n/a", {CellKind::kText, "n/a"}},
      {"String", "a &amp; b&#10;c", {CellKind::kText, "a & b\nc"}},
      {"String", "<B>rich</B> text", {CellKind::kText, "rich text"}},
      {"String", "<![CDATA[<raw>]]>", {CellKind::kText, "<raw>"}},
      {"Boolean", "1", {CellKind::kBoolean, "true"}},
      {"Boolean", "0", {CellKind::kBoolean, "false"}},
      {"DateTime", "2024-01-02T00:00:00.000", {CellKind::kDate, "2024-01-02"}},
      {"DateTime", "2024-01-02T03:04:05.678", {CellKind::kDate, "2024-01-02T03:04:05.678"}},
      {"DateTime", "1899-12-31T12:34:56.000", {CellKind::kTime, "12:34:56"}},
      {"Error", "#N/A", {CellKind::kError, "#N/A"}},
  };
  for (const Case& one : cases) {
    const SourceRun run = read(Markup::kSpreadsheetMl, workbook(worksheet("<Row>" + cell(one.type, one.value) + "</Row>")));
    ASSERT_EQ(run.tables.size(), 1U) << one.value;
    ASSERT_EQ(run.tables[0].records.size(), 1U) << one.value;
    EXPECT_EQ(run.tables[0].records[0].cells, (std::vector<ReadCell>{one.expected})) << run.tables[0].records[0].cells[0].text;
  }
}

TEST(SpreadsheetMl, RowsAndColumnsStandWhereTheySayTheyDo) {
  const std::string a = cell("String", "a");
  const std::string b = cell("String", "b");
  const std::string third = "<Cell ss:Index=\"3\"><Data ss:Type=\"String\">c</Data></Cell>";
  const std::string merged = "<Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">m</Data></Cell>";
  expect_rows(
      Markup::kSpreadsheetMl,
      {{"in order", workbook(worksheet("<Row>" + a + b + "</Row><Row>" + a + "</Row>")), "S\n1:a|b|\n2:a|\n"},
       {"cells have an index", workbook(worksheet("<Row>" + a + third + b + "</Row>")), "S\n1:a||c|b|\n"},
       {"rows have an index", workbook(worksheet("<Row ss:Index=\"5\">" + a + "</Row><Row>" + b + "</Row>")),
        "S\n5:a|\n6:b|\n"},
       {"rows have a span", workbook(worksheet("<Row ss:Span=\"2\"/><Row>" + b + "</Row>")), "S\n4:b|\n"},
       {"merged cells", workbook(worksheet("<Row>" + merged + b + "</Row><Row>" + third + "</Row>")),
        "S\n1:m||b|\n2:||c|\nmerged-cells 0 -1\n"},
       {"empty cells", workbook(worksheet("<Row><Cell/><Cell ss:StyleID=\"s1\"/>" + a + "<Cell/></Row>")), "S\n1:||a|\n"},
       {"comments are none",
        workbook(
            worksheet("<Row><Cell><Data ss:Type=\"String\">a</Data><Comment><ss:Data>note</ss:Data></Comment></Cell></Row>")),
        "S\n1:a|\n"},
       {"prefixed elements",
        "<ss:Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><ss:Worksheet "
        "ss:Name='P'><ss:Table><ss:Row><ss:Cell>"
        "<ss:Data ss:Type='String'>a</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>",
        "P\n1:a|\n"},
       {"hidden rows and columns",
        workbook(worksheet("<Column/><Column ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"1\"/><Row ss:Hidden=\"1\">" + a + b +
                           "</Row>")),
        "S\n1:a|b|\nhidden-row 0 -1\nhidden-column 0 1\n"},
       {"hidden worksheets",
        workbook("<Worksheet ss:Name=\"A &amp; B\"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
                 "</Worksheet>" +
                 worksheet("<Row>" + a + "</Row>")),
        "(A & B)\nS\n1:a|\n"},
       {"no worksheet", workbook(""), "no-table \n"},
       {"cut off", "<Workbook><Worksheet ss:Name='a'>", "damaged-file xml\n"},
       {"a DOCTYPE", "<!DOCTYPE a><Workbook/>", "refused-file doctype\n"}});
}

TEST(SpreadsheetMl, TheEncodingIsTheOneThatWasRecognised) {
  const std::string declared = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
  const std::string file = workbook(worksheet("<Row>" + cell("String", "\xF6") + "</Row>"), declared);
  EXPECT_EQ(shown(read(Markup::kSpreadsheetMl, file, {.encoding = Encoding::kWindows1252})), "S\n1:ö|\n");
}

TEST(SpreadsheetMl, PlacesThatNoSheetHasAreOutside) {
  const std::string file =
      workbook(worksheet("<Row><Cell ss:Index=\"99999999999999999999\"><Data ss:Type=\"String\">a</Data></Cell></Row>"
                         "<Row ss:Index=\"4294967297\">" +
                         cell("String", "b") + "</Row>"));
  const SourceRun run = read(Markup::kSpreadsheetMl, file);
  ASSERT_FALSE(run.failure);
  ASSERT_EQ(run.tables[0].remarks.size(), 2U);
  for (const ReadRemark& remark : run.tables[0].remarks) EXPECT_EQ(remark.code, Code::kCellOutsideTable);
}

TEST(HtmlSource, DamageAnywhereEndsInAnAnswer) {
  const std::string page =
      "<table><caption>c</caption><tr><td rowspan=2 colspan='2'>a&amp;b<br><td>c</tr><!-- x --><tr><td>d</table>";
  const std::string book =
      workbook(worksheet("<Column ss:Hidden=\"1\"/><Row ss:Index=\"2\">" + cell("Number", "1") + "</Row>"));
  for (const auto& [markup, good] : {std::pair(Markup::kHtml, page), std::pair(Markup::kSpreadsheetMl, book)}) {
    for (size_t at = 0; at < good.size(); ++at) {
      for (const char value : {'<', '>', '\'', '&', '9', '\0', '\xFF'}) {
        std::string file = good;
        file[at] = value;
        const SourceRun run = read(markup, file);
        EXPECT_TRUE(run.failure || !run.tables.empty());
      }
      EXPECT_TRUE(read(markup, good.substr(0, at)).failure || markup == Markup::kHtml);
    }
  }
}

}  // namespace
}  // namespace npscope::html
