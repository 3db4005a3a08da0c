// SPDX-License-Identifier: MIT
// Numbers of the BIFF5 to BIFF8 records that hold something of a table, as [MS-XLS] 2.3 names them.
#pragma once

#include <cstdint>

namespace npscope::xls {

enum RecordType : uint16_t {
  kFormula = 0x0006,
  kEof = 0x000A,
  kDate1904 = 0x0022,
  kFilePass = 0x002F,
  kContinue = 0x003C,
  kCodePage = 0x0042,
  kColumnInfo = 0x007D,
  kBoundSheet = 0x0085,
  kMulRk = 0x00BD,
  kRichString = 0x00D6,
  kXf = 0x00E0,
  kMergeCells = 0x00E5,
  kSst = 0x00FC,
  kLabelSst = 0x00FD,
  kNumber = 0x0203,
  kLabel = 0x0204,
  kBoolErr = 0x0205,
  kString = 0x0207,
  kRow = 0x0208,
  kRk = 0x027E,
  kFormulaBiff4 = 0x0406,  // some writers of BIFF5 keep it
  kFormat = 0x041E,
  kBof = 0x0809,
};

/// The first field of a BOF record: the version of the whole workbook.
inline constexpr uint16_t kVersion5 = 0x0500;
inline constexpr uint16_t kVersion8 = 0x0600;
/// The second one, the kind of substream, of the workbook's globals.
inline constexpr uint16_t kGlobals = 0x0005;

}  // namespace npscope::xls
