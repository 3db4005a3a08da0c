// SPDX-License-Identifier: MIT
// Builds workbook streams of BIFF8 and BIFF5 out of records, [MS-XLS] 2.4; the compound file around one is compound_file.h.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/compound_file.h"

namespace npscope::biff {

inline std::string record(unsigned type, const std::string& body = {}) {
  return u16(type) + u16(static_cast<unsigned>(body.size())) + body;
}

inline std::string cell_head(unsigned row, unsigned column, unsigned xf = 0) { return u16(row) + u16(column) + u16(xf); }
inline std::string number(unsigned row, unsigned column, double value, unsigned xf = 0) {
  return record(0x0203, cell_head(row, column, xf) + bytes_of(value));
}
inline std::string shared_text(unsigned row, unsigned column, uint32_t index) {
  return record(0x00FD, cell_head(row, column) + u32(index));
}
/// `result`: the eight bytes of the value.
inline std::string formula(unsigned row, unsigned column, const std::string& result, unsigned xf = 0) {
  return record(0x0006, cell_head(row, column, xf) + result + u16(0) + u32(0) + u16(0));
}
/// A formula's value that is no number: 0 a text follows, 1 truth, 2 error, 3 empty text.
inline std::string special(unsigned kind, unsigned value = 0) {
  return u8(kind) + u8(0) + u8(value) + std::string(3, '\0') + u16(0xFFFF);
}

/// Unicode strings with a count of two bytes.
inline std::string narrow(const std::string& latin1) { return u16(static_cast<unsigned>(latin1.size())) + u8(0) + latin1; }
inline std::string wide(const std::u16string& text) {
  std::string bytes = u16(static_cast<unsigned>(text.size())) + u8(1);
  for (const char16_t unit : text) bytes += u16(unit);
  return bytes;
}
/// A string of a code page with a count of two bytes, as before BIFF8.
inline std::string code_page_text(const std::string& text) { return u16(static_cast<unsigned>(text.size())) + text; }

inline std::string xf(unsigned format, bool biff8 = true) {
  return record(0x00E0, u16(0) + u16(format) + std::string(biff8 ? 16 : 12, '\0'));
}

struct Sheet {
  std::string name;
  std::string records = {};
  unsigned state = 0;  // 1 hidden, 2 very hidden
  unsigned type = 0;   // 2 chart
};

struct Book {
  bool biff8 = true;
  /// Between BOF and EOF of the globals; a BOUNDSHEET for each sheet comes behind them.
  std::string globals = {};
  std::vector<Sheet> sheets = {};
  /// Added to the stated place of each sheet.
  uint32_t place_error = 0;
};

inline std::string bof(const Book& book, unsigned kind) {
  return record(0x0809, u16(book.biff8 ? 0x0600 : 0x0500) + u16(kind) + u16(0) + u16(0));
}

inline std::string stream_of(const Book& book) {
  const std::string before = bof(book, 5) + book.globals;
  std::string places;
  std::string sheets;
  size_t place = before.size() + 4;
  for (const Sheet& sheet : book.sheets) place += 11 + (book.biff8 ? 1 : 0) + sheet.name.size();
  for (const Sheet& sheet : book.sheets) {
    const std::string name = u8(static_cast<unsigned>(sheet.name.size())) + (book.biff8 ? u8(0) : std::string()) + sheet.name;
    const auto at = static_cast<uint32_t>(place + sheets.size());
    places += record(0x0085, u32(at + book.place_error) + u8(sheet.state) + u8(sheet.type) + name);
    sheets += bof(book, 0x10) + sheet.records + record(0x000A);
  }
  return before + places + record(0x000A) + sheets;
}

/// One sheet named "Sheet" in a compound file.
inline std::string file_of(const std::string& records, const std::string& globals = {}) {
  return build_compound_file({{"Workbook", stream_of({.globals = globals, .sheets = {{"Sheet", records}}})}}).bytes;
}

}  // namespace npscope::biff
