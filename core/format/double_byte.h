// SPDX-License-Identifier: MIT
// DoubleByteTables: what each byte pair of GB18030, Big5, Shift_JIS, EUC-JP and EUC-KR means, as the host's TextDecoder says.
//
// The five tables are 330 KB as text, every browser has them, and few files need one: so the host brings the one that is wanted
// (web/worker/code-pages.ts makes it, core/cli/code_pages.h has it). A table is a list of code points, 32 bits each, little
// endian: for each lead byte 0x81 to 0xFE and each trail byte 0x40 to 0xFE the code point of that pair, 0 where the pair is
// invalid or is not one character. The table of "euc-jp" has a second such list for the pairs behind the byte 0x8F.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/format/encoding.h"

namespace npscope {

inline constexpr uint32_t kFirstLead = 0x81;
inline constexpr uint32_t kFirstTrail = 0x40;
inline constexpr uint32_t kLeads = 0xFE - kFirstLead + 1;
inline constexpr uint32_t kTrails = 0xFE - kFirstTrail + 1;
inline constexpr size_t kPairs = size_t{kLeads} * kTrails;

class DoubleByteTables {
 public:
  /// Takes the table that was asked for by `label` (a `table_label`). False, and nothing is taken, when there is no such label
  /// or the bytes can not be its table: wrong size, no code points, too few pairs, well-known pairs missing.
  [[nodiscard]] bool set(std::string_view label, std::string_view bytes);

  /// True when `encoding` can be decoded: it needs no table, or its table is here.
  [[nodiscard]] bool has(Encoding encoding) const;

  /// UTF-8 of each pair in the order above, packed: the first byte is the lowest; 0 for invalid pairs. Null when the table is
  /// not here. It lives as long as this object and until its label is set again.
  [[nodiscard]] const uint32_t* get(Encoding encoding) const;

 private:
  std::array<std::vector<uint32_t>, 5> tables_;
};

/// UTF-8 of a code point packed into a number, the first byte lowest.
[[nodiscard]] uint32_t packed_utf8(uint32_t code_point);

}  // namespace npscope
