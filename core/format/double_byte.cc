// SPDX-License-Identifier: MIT
// A table from outside is believed when it has the right size, only code points, enough of them, and a few known pairs right.
#include "core/format/double_byte.h"

#include <algorithm>
#include <optional>

namespace npscope {
namespace {

struct KnownTable {
  std::string_view label;
  size_t lists;      // of kPairs code points
  size_t least;      // pairs that have a character, in the oldest hosts; a few dozen less than the standard has
  uint16_t pair;     // a pair that hosts off the standard lack
  uint32_t meaning;  // and its character
};

constexpr std::array<KnownTable, 5> kTables = {{{"gb18030", 1, 23900, 0xA2E3, 0x20AC},
                                                {"big5", 1, 18500, 0x8740, 0x43F0},
                                                {"shift_jis", 1, 9200, 0x8740, 0x2460},
                                                {"euc-jp", 2, 13400, 0xADA1, 0x2460},
                                                {"euc-kr", 1, 17000, 0x8141, 0xAC02}}};

std::optional<size_t> table_index(std::string_view label) {
  for (size_t i = 0; i < kTables.size(); ++i) {
    if (kTables[i].label == label) return i;
  }
  return std::nullopt;
}

uint32_t code_point_at(std::string_view bytes, size_t index) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[4 * index + i]);
  return value;
}

constexpr size_t pair_index(uint32_t pair) { return ((pair >> 8) - kFirstLead) * kTrails + ((pair & 0xFF) - kFirstTrail); }

bool is_character(uint32_t code_point) {
  return code_point >= 0x80 && code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF) && code_point != 0xFFFD;
}

struct Replacement {
  uint16_t pair;
  uint16_t code_point;
};

/// What GB18030-2022 moved out of the private use area, and with it the standard: hosts before 2023 still have the old places.
constexpr std::array<Replacement, 18> kGb18030Of2022 = {{{0xA6D9, 0xFE10},
                                                         {0xA6DA, 0xFE12},
                                                         {0xA6DB, 0xFE11},
                                                         {0xA6DC, 0xFE13},
                                                         {0xA6DD, 0xFE14},
                                                         {0xA6DE, 0xFE15},
                                                         {0xA6DF, 0xFE16},
                                                         {0xA6EC, 0xFE17},
                                                         {0xA6ED, 0xFE18},
                                                         {0xA6F3, 0xFE19},
                                                         {0xFE59, 0x9FB4},
                                                         {0xFE61, 0x9FB5},
                                                         {0xFE66, 0x9FB6},
                                                         {0xFE67, 0x9FB7},
                                                         {0xFE6D, 0x9FB8},
                                                         {0xFE7E, 0x9FB9},
                                                         {0xFE90, 0x9FBA},
                                                         {0xFEA0, 0x9FBB}}};

}  // namespace

uint32_t packed_utf8(uint32_t code_point) {
  if (code_point < 0x80) return code_point;
  if (code_point < 0x800) return (0xC0 | code_point >> 6) | (0x80 | (code_point & 0x3F)) << 8;
  if (code_point < 0x10000)
    return (0xE0 | code_point >> 12) | (0x80 | (code_point >> 6 & 0x3F)) << 8 | (0x80 | (code_point & 0x3F)) << 16;
  return (0xF0 | code_point >> 18) | (0x80 | (code_point >> 12 & 0x3F)) << 8 | (0x80 | (code_point >> 6 & 0x3F)) << 16 |
         (0x80 | (code_point & 0x3F)) << 24;
}

bool DoubleByteTables::set(std::string_view label, std::string_view bytes) {
  const std::optional<size_t> index = table_index(label);
  if (!index) return false;
  const KnownTable& known = kTables[*index];
  const size_t count = known.lists * kPairs;
  if (bytes.size() != count * 4 || code_point_at(bytes, pair_index(known.pair)) != known.meaning) return false;
  std::vector<uint32_t> table(count);
  size_t characters = 0;
  for (size_t i = 0; i < count; ++i) {
    const uint32_t code_point = code_point_at(bytes, i);
    if (code_point == 0) continue;
    if (!is_character(code_point)) return false;
    table[i] = packed_utf8(code_point);
    ++characters;
  }
  if (characters < known.least) return false;
  if (label == "gb18030") {
    for (const Replacement& row : kGb18030Of2022) table[pair_index(row.pair)] = packed_utf8(row.code_point);
  }
  tables_[*index] = std::move(table);
  return true;
}

const uint32_t* DoubleByteTables::get(Encoding encoding) const {
  const std::optional<size_t> index = table_index(table_label(encoding));
  return index && !tables_[*index].empty() ? tables_[*index].data() : nullptr;
}

bool DoubleByteTables::has(Encoding encoding) const { return !needs_table(encoding) || get(encoding) != nullptr; }

}  // namespace npscope
