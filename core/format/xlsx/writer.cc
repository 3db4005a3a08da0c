// SPDX-License-Identifier: MIT
// The parts of a workbook are short texts but for the sheets, which go row by row into the archive. A default type for all XML
// parts says that they are sheets, so that the list of types can stand first, where programs look for it.
#include "core/format/xlsx/writer.h"

#include <utility>

#include "core/base/check.h"
#include "core/base/utf8.h"

namespace npscope::xlsx {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)"
    R"(</Types>)";

constexpr std::string_view kRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view kRelation = R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";

/// Format 0 is the general one, format 1 is "text".
constexpr std::string_view kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>)"
    R"(<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>)"
    R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
    R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>)"
    R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)";

constexpr std::string_view kWorkbookStart =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)";

constexpr std::string_view kSheetStart =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
/// Texts that look like numbers are meant: without it Excel puts a green mark into each.
constexpr std::string_view kSheetEnd =
    R"(</sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>)";

std::string sheet_part(size_t number) { return "worksheets/sheet" + std::to_string(number) + ".xml"; }

void append_column_letters(size_t column, std::string& out) {
  constexpr size_t kMostLetters = 3;
  char letters[kMostLetters];
  size_t at = kMostLetters;
  for (size_t rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = static_cast<char>('A' + (rest - 1) % 26);
  out.append(letters + at, kMostLetters - at);
}

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// `_xHHHH` stands at `at`. What follows may be an escape of ours, which begins with the `_` that would complete it.
bool looks_escaped(std::string_view text, size_t at) {
  constexpr size_t kLength = 6;
  if (text.size() - at < kLength || text[at + 1] != 'x') return false;
  for (size_t i = at + 2; i < at + kLength; ++i)
    if (!is_hex_digit(text[i])) return false;
  return true;
}

void append_escape(uint32_t unit, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out.append("_x");
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kDigits[unit >> shift & 15]);
  out.push_back('_');
}

/// XML 1.0 has no U+FFFE and U+FFFF; three bytes, of which the first was seen.
bool is_noncharacter(std::string_view text, size_t at) {
  return text.substr(at, 2) == "\xEF\xBF" && static_cast<unsigned char>(text[at + 2]) >= 0xBE;
}

void append_valid(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&') {
      out.append("&amp;");
    } else if (c == '<') {
      out.append("&lt;");
    } else if (c == '>') {
      out.append("&gt;");
    } else if (c == '_' && looks_escaped(text, at)) {
      append_escape('_', out);
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && (c != '\n' || (at > 0 && text[at - 1] == '\r'))) {
      // A line feed behind an escaped carriage return would be read as one line end with it.
      append_escape(static_cast<unsigned char>(c), out);
    } else if (c == '\xEF' && is_noncharacter(text, at)) {
      append_escape(0xFF00U | static_cast<unsigned char>(text[at + 2] | 0x40), out);
      at += 2;
    } else {
      out.push_back(c);
    }
  }
}

/// Blanks that readers may take away unless they are told to keep them.
bool has_loose_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r";
  return !text.empty() && (kBlanks.contains(text.front()) || kBlanks.contains(text.back()));
}

bool is_long(std::string_view text) {
  if (text.size() <= kLongestCell) return false;
  size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
  }
  return units > kLongestCell;
}

}  // namespace

void append_cell_text(std::string_view text, std::string& out) {
  if (is_valid_utf8(text)) {
    append_valid(text, out);
  } else {
    append_valid(repaired_utf8(text), out);
  }
}

Writer::Writer(std::string name, SheetLimits limits) : name_(std::move(name)), limits_(limits) {
  put_part("[Content_Types].xml", kTypes);
  std::string package(kRelations);
  package.append("<Relationship Id=\"rId1\" ")
      .append(kRelation)
      .append("officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  put_part("_rels/.rels", package);
  put_part("xl/styles.xml", kStyles);
}

void Writer::put_part(std::string_view name, std::string_view content) {
  zip_.begin_entry(name);
  zip_.write(kDeclaration);
  zip_.write(content);
  zip_.end_entry();
}

void Writer::begin_sheet() {
  ++sheets_;
  zip_.begin_entry("xl/" + sheet_part(sheets_));
  zip_.write(kDeclaration);
  zip_.write(kSheetStart);
  zip_.write(header_);
  rows_ = header_rows_;
  bytes_ = header_.size();
}

void Writer::end_sheet() {
  zip_.write(kSheetEnd);
  zip_.end_entry();
}

void Writer::begin_row() {
  const bool full = rows_ >= limits_.rows || bytes_ >= limits_.bytes;
  // Headers alone never fill a sheet, or sheets would never end.
  if (sheets_ == 0 || (full && rows_ > header_rows_)) {
    if (sheets_ > 0) end_sheet();
    begin_sheet();
  }
  row_number_ = std::to_string(rows_ + 1);
  row_.assign("<row r=\"").append(row_number_).append("\">");
  column_ = 0;
}

void Writer::cell(std::string_view text) {
  if (column_ == limits_.columns && !failure_) failure_ = Failure{Code::kLimitExceeded, "columns"};
  if (failure_) return;
  if (is_long(text)) ++long_cells_;
  row_.append("<c r=\"");
  append_column_letters(column_, row_);
  row_.append(row_number_).append("\" s=\"1\" t=\"inlineStr\"><is><t");
  row_.append(has_loose_blanks(text) ? " xml:space=\"preserve\">" : ">");
  append_cell_text(text, row_);
  row_.append("</t></is></c>");
  ++column_;
}

void Writer::put_row() {
  row_.append("</row>");
  if (failure_) return;
  zip_.write(row_);
  ++rows_;
  bytes_ += row_.size();
}

void Writer::end_row() { put_row(); }

void Writer::end_header_row() {
  if (failure_) return;
  NPS_CHECK(sheets_ == 1 && rows_ == header_rows_);
  put_row();
  header_.append(row_);
  ++header_rows_;
}

void Writer::finish() {
  if (failure_) return;
  if (sheets_ == 0) begin_sheet();
  end_sheet();
  std::string workbook(kWorkbookStart);
  std::string relations(kRelations);
  for (size_t i = 1; i <= sheets_; ++i) {
    const std::string number = std::to_string(i);
    workbook.append("<sheet name=\"").append(name_);
    if (i > 1) workbook.append(" ").append(number);
    workbook.append("\" sheetId=\"").append(number).append("\" r:id=\"rId").append(number).append("\"/>");
    relations.append("<Relationship Id=\"rId").append(number).append("\" ").append(kRelation);
    relations.append("worksheet\" Target=\"").append(sheet_part(i)).append("\"/>");
  }
  workbook.append("</sheets></workbook>");
  relations.append("<Relationship Id=\"rId").append(std::to_string(sheets_ + 1)).append("\" ").append(kRelation);
  relations.append("styles\" Target=\"styles.xml\"/></Relationships>");
  put_part("xl/workbook.xml", workbook);
  put_part("xl/_rels/workbook.xml.rels", relations);
  zip_.finish();
}

}  // namespace npscope::xlsx
