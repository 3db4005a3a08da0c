// SPDX-License-Identifier: MIT
// Workbooks for tests, put together from the parts that a test is about; and how they are read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/format/xlsx/xlsx_source.h"
#include "core/format/zip/archive.h"
#include "tests/support/archives.h"
#include "tests/support/source_runs.h"

namespace npscope::xlsx {

/// The parts of a workbook of one sheet; change what a test is about.
struct WorkbookParts {
  std::string package =
      R"(<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
  std::string workbook = R"(<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)";
  std::string targets =
      R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";
  std::string styles = "<styleSheet/>";
  std::string strings = "<sst/>";
  std::string sheet = "<worksheet/>";
  std::string workbook_name = "xl/workbook.xml";

  [[nodiscard]] std::string file() const {
    return testing_support::stored_archive({{"[Content_Types].xml", "<Types/>"},
                                            {"_rels/.rels", package},
                                            {workbook_name, workbook},
                                            {"xl/_rels/workbook.xml.rels", targets},
                                            {"xl/styles.xml", styles},
                                            {"xl/sharedStrings.xml", strings},
                                            {"xl/worksheets/sheet1.xml", sheet}});
  }
};

inline std::vector<zip::Entry> entries_of(std::string_view file) {
  zip::Directory directory(file.size());
  while (directory.want().length > 0) {
    const ByteRange range = directory.want();
    directory.take(file.substr(range.offset, range.length));
  }
  EXPECT_FALSE(directory.failure());
  return directory.failure() ? std::vector<zip::Entry>() : directory.entries();
}

inline SourceRun read_workbook(const WorkbookParts& parts) {
  const std::string file = parts.file();
  const std::vector<zip::Entry> entries = entries_of(file);
  zip::Budget budget;
  XlsxSource source(entries, file.size(), budget);
  return read_tables(source, file);
}

/// The rows of a sheet whose part holds `data` within sheetData, `behind` after it.
inline SourceRun read_rows(std::string_view data, std::string_view before = {}, std::string_view behind = {}) {
  WorkbookParts parts;
  parts.sheet = "<worksheet>" + std::string(before) + "<sheetData>" + std::string(data) + "</sheetData>" + std::string(behind) +
                "</worksheet>";
  parts.strings = "<sst><si><t>zero</t></si><si><t>one</t></si></sst>";
  parts.styles =
      R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts>)"
      R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs></styleSheet>)";
  return read_workbook(parts);
}

/// A table as a text: "1: s zero | n 2" a record, with its line and its cells; "-" for an empty cell.
inline std::string shown(const ReadTable& table) {
  std::string text;
  for (const ReadRecord& record : table.records) {
    text += std::to_string(record.line) + ":";
    for (size_t i = 0; i < record.cells.size(); ++i) {
      const ReadCell& cell = record.cells[i];
      text += i == 0 ? " " : " | ";
      text += "-snbdte"[static_cast<size_t>(cell.kind)];
      if (cell.kind != CellKind::kEmpty) text += " " + cell.text;
    }
    text += "\n";
  }
  for (const ReadRemark& remark : table.remarks) {
    text += "! " + std::to_string(remark.record) + " " + std::to_string(remark.column) + " ";
    text += std::string(code_name(remark.code)) + "\n";
  }
  return text;
}

inline std::string shown(const SourceRun& run) {
  if (run.failure) return std::string(code_name(run.failure->code)) + " " + run.failure->detail;
  std::string text;
  for (const ReadTable& table : run.tables) text += shown(table);
  return text;
}

}  // namespace npscope::xlsx
