// SPDX-License-Identifier: MIT
// Whether a spreadsheet shows a number as a number, a date or a time: told by its number format, built-in or written out.
// After ECMA-376 part 1, 18.8.30 and 18.8.31, and [MS-XLS] 2.4.126.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"

namespace npscope::sheet {

enum class NumberFormat : uint8_t { kNumber, kDate, kTime };

/// What a written-out format ("dd.mm.yyyy", "[h]:mm", `0.00 "d"`) shows; its first section decides.
[[nodiscard]] NumberFormat number_format_of(std::string_view code);

/// What a built-in format shows, by its number (14: a date, 46: a duration).
[[nodiscard]] NumberFormat built_in_number_format(uint32_t id);

/// Appends a cell's number as text and says what it is: dates count from 1900 with the leap day that never was, or from 1904.
/// Serials that no date has are numbers.
CellKind append_number(double value, NumberFormat format, bool date_1904, std::string& out);

}  // namespace npscope::sheet
