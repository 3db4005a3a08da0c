// SPDX-License-Identifier: MIT
// How a workbook leads to its sheets, strings and dates, and what is refused on the way.
#include <gtest/gtest.h>

#include <string>

#include "core/format/xlsx/package.h"
#include "tests/format/xlsx/workbook_parts.h"

namespace npscope::xlsx {
namespace {

constexpr std::string_view kOneRow = R"(<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>)";

std::string utf16(std::string_view ascii, bool mark) {
  std::string text = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) {
    text += c;
    text += '\0';
  }
  return text;
}

WorkbookParts one_row() {
  WorkbookParts parts;
  parts.sheet = kOneRow;
  return parts;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  const size_t at = text.find(what);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, what.size(), with);
}

struct Target {
  const char* part;
  const char* target;
  const char* path;
};

constexpr Target kTargets[] = {
    {"", "xl/workbook.xml", "xl/workbook.xml"},
    {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "../a/./b.xml", "a/b.xml"},
    {"xl/workbook.xml", "../../../a.xml", "a.xml"},
    {"xl/workbook.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "http://example.test/sheet1.xml", ""},
    {"xl/workbook.xml", "file:///etc/passwd", ""},
};

TEST(XlsxPackage, TargetsArePathsInTheArchive) {
  for (const Target& t : kTargets) EXPECT_EQ(resolve_target(t.part, t.target), t.path) << t.target;
  EXPECT_EQ(relationships_of(""), "_rels/.rels");
  EXPECT_EQ(relationships_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
}

TEST(XlsxWorkbook, SheetsAreListedWithNameAndState) {
  WorkbookParts parts = one_row();
  parts.workbook =
      R"(<workbook><sheets><sheet name="A &amp; B" r:id="rId1"/><sheet name="H" state="hidden" r:id="rId1"/><sheet name="V" state="veryHidden" r:id="rId1"/><sheet name="chart" r:id="rId9"/></sheets></workbook>)";
  replace(parts.targets, "</Relationships>",
          R"(<Relationship Id="rId9" Type="http://x/chartsheet" Target="c.xml"/></Relationships>)");
  const SourceRun run = read_workbook(parts);
  ASSERT_EQ(run.tables.size(), 3U);
  EXPECT_EQ(run.tables[0].info.name, "A & B");
  EXPECT_FALSE(run.tables[0].info.hidden);
  EXPECT_TRUE(run.tables[1].info.hidden);
  EXPECT_TRUE(run.tables[2].info.hidden);
  EXPECT_EQ(shown(run.tables[2]), "1: n 1\n");
}

TEST(XlsxWorkbook, StrictNamespacesReadTheSame) {
  WorkbookParts parts = one_row();
  replace(parts.package, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
          "http://purl.oclc.org/ooxml/officeDocument/relationships/");
  replace(parts.sheet, "<worksheet>", R"(<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">)");
  EXPECT_EQ(shown(read_workbook(parts)), "1: n 1\n");
}

TEST(XlsxWorkbook, Utf16PartsAreDecoded) {
  for (const bool mark : {true, false}) {
    WorkbookParts parts = one_row();
    parts.sheet = utf16(R"(<?xml version="1.0" encoding="UTF-16"?>)" + std::string(kOneRow), mark);
    EXPECT_EQ(shown(read_workbook(parts)), "1: n 1\n");
  }
}

TEST(XlsxWorkbook, DatesCountFrom1904WhereTheWorkbookSaysSo) {
  WorkbookParts parts = one_row();
  parts.workbook =
      R"(<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets><extLst><ext><x15:workbookPr/></ext></extLst></workbook>)";
  parts.styles = R"(<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>)";
  EXPECT_EQ(shown(read_workbook(parts)), "1: d 1904-01-02\n");
}

TEST(XlsxWorkbook, StringsPlainAndRich) {
  WorkbookParts parts;
  parts.strings =
      "\xEF\xBB\xBF<sst count=\"4000000000\" uniqueCount=\"4000000000\"><si><t>plain</t></si><si><t xml:space=\"preserve\"> "
      "kept </t></si>"
      "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb=\"0\" "
      "eb=\"1\"><t>reading</t></rPh></si><si/><si><t/></si>"
      "<si><t>a&lt;b_x000D_</t></si><si><t>last</t></si></sst>";
  parts.sheet = "<worksheet><sheetData>";
  for (int i = 0; i < 7; ++i) parts.sheet += "<row><c t=\"s\"><v>" + std::to_string(i) + "</v></c><c><v>1</v></c></row>";
  parts.sheet += "</sheetData></worksheet>";
  EXPECT_EQ(shown(read_workbook(parts)),
            "1: s plain | n 1\n2: s  kept  | n 1\n3: s rich text | n 1\n4: s  | n 1\n5: s  | n 1\n6: s a<b\r | n 1\n7: s last "
            "| n 1\n");
}

struct Refusal {
  const char* rule;
  void (*change)(WorkbookParts&);
  const char* outcome;
};

const Refusal kRefusals[] = {
    {"a target outside is not followed",
     [](WorkbookParts& p) { replace(p.targets, "worksheets/sheet1.xml", "http://example.test/s.xml"); }, "damaged-file sheet"},
    {"nor one that is marked so",
     [](WorkbookParts& p) { replace(p.targets, "Target=\"worksheets", "TargetMode=\"External\" Target=\"worksheets"); },
     "damaged-file sheet"},
    {"a sheet that is the workbook", [](WorkbookParts& p) { replace(p.targets, "worksheets/sheet1.xml", "workbook.xml"); },
     "damaged-file worksheet"},
    {"a part that is not there", [](WorkbookParts& p) { replace(p.targets, "worksheets/sheet1.xml", "worksheets/other.xml"); },
     "damaged-file sheet"},
    {"DOCTYPE in a sheet", [](WorkbookParts& p) { p.sheet = "<!DOCTYPE x>" + p.sheet; }, "refused-file doctype"},
    {"DOCTYPE in the strings", [](WorkbookParts& p) { p.strings = "<!DOCTYPE x>" + p.strings; }, "refused-file doctype"},
    {"another encoding", [](WorkbookParts& p) { p.sheet = "<?xml version='1.0' encoding='UTF-7'?>" + p.sheet; },
     "refused-file xml-encoding"},
    {"a sheet that ends in the middle", [](WorkbookParts& p) { p.sheet.resize(p.sheet.size() - 5); }, "damaged-file xml"},
    {"a text document", [](WorkbookParts& p) { p.workbook = "<w:document/>"; }, "unsupported-format docx"},
    {"a presentation", [](WorkbookParts& p) { p.workbook = "<p:presentation/>"; }, "unsupported-format pptx"},
    {"a binary workbook", [](WorkbookParts& p) { replace(p.package, "workbook.xml", "workbook.bin"); },
     "unsupported-format xlsb"},
    {"no workbook", [](WorkbookParts& p) { replace(p.package, "xl/workbook.xml", "xl/none.xml"); }, "damaged-file workbook"},
};

TEST(XlsxWorkbook, WhatIsRefused) {
  for (const Refusal& r : kRefusals) {
    WorkbookParts parts = one_row();
    r.change(parts);
    EXPECT_EQ(shown(read_workbook(parts)), r.outcome) << r.rule;
  }
}

TEST(XlsxWorkbook, ABrokenSheetLeavesTheOthersReadable) {
  WorkbookParts parts = one_row();
  parts.workbook = R"(<workbook><sheets><sheet name="A" r:id="none"/><sheet name="B" r:id="rId1"/></sheets></workbook>)";
  const std::string file = parts.file();
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  EXPECT_EQ(shown(read_tables(source, file)), "damaged-file sheet");
  SourceRun run;
  ReadTable table;
  source.open_table(1);
  EXPECT_TRUE(drive(source, file, run, [&table](const RecordBatch& batch) { append_batch(batch, table); }));
  EXPECT_EQ(shown(table), "1: n 1\n");
}

TEST(XlsxWorkbook, ReadingATableAgainTakesNothingMoreFromTheBudget) {
  const std::string file = one_row().file();
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  (void)read_tables(source, file);
  const uint64_t left = budget.left;
  for (int i = 0; i < 3; ++i) {
    SourceRun run;
    source.open_table(0);
    EXPECT_TRUE(drive(source, file, run, [](const RecordBatch&) {}));
    EXPECT_EQ(budget.left, left);
  }
}

}  // namespace
}  // namespace npscope::xlsx
