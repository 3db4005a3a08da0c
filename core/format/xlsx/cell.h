// SPDX-License-Identifier: MIT
// A cell of a sheet as the XML has it, and what its value means (ECMA-376 part 1, 18.3.1.4 and 18.18.11).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"
#include "core/format/sheet/number_format.h"

namespace npscope::xlsx {

enum class CellType : uint8_t { kNumber, kShared, kText, kInline, kBoolean, kError, kDate };

/// By the `t` attribute; a number where there is none or an unknown one.
[[nodiscard]] CellType cell_type_of(std::string_view t);

/// Column of a reference such as "AB12", counting from 0; one far outside for what no sheet has; nothing for what is no
/// reference.
[[nodiscard]] std::optional<size_t> column_of(std::string_view reference);

/// Appends what the value of a cell means and says what it is; for all types but shared strings.
CellKind append_cell_value(CellType type, std::string_view value, sheet::NumberFormat format, bool date_1904, std::string& out);

/// A cell as most programs write it, read straight from the text.
struct PlainCell {
  static constexpr size_t kFollows = SIZE_MAX;

  size_t column = kFollows;  // kFollows: the one behind the cell before
  uint32_t style = 0;
  CellType type = CellType::kNumber;
  /// Its data() is null when the cell has none.
  std::string_view value;
  size_t length = 0;  // in the text
};

/// Reads a plain cell at the start of `text`: `<c r="B2" s="1" t="s"><v>12</v></c>` or an inline string without format. False for
/// everything else, and then the tokenizer reads it. `row`: the row's number as references write it.
[[nodiscard]] bool read_plain_cell(std::string_view text, std::string_view row, PlainCell& cell);

/// Reads the end of a row and the start of the next as most programs write them, `</row><row r="3" spans="1:9">`, at the start of
/// `text`: its length, 0 for everything else. `number`: that of the next row.
[[nodiscard]] size_t read_plain_row_start(std::string_view text, uint64_t& number);

}  // namespace npscope::xlsx
