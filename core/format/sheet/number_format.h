// SPDX-License-Identifier: MIT
// Whether a spreadsheet shows a number as a number, a date or a time: told by its number format, built-in or written out.
// After ECMA-376 part 1, 18.8.30 and 18.8.31, and [MS-XLS] 2.4.126.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"

namespace npscope::sheet {

enum class NumberFormat : uint8_t {
  kNumber,
  kDate,      // shows a day, a month or a year
  kTime,      // shows a time of day
  kDuration,  // shows elapsed time: `[h]:mm`
};

/// What a written-out format ("dd.mm.yyyy", "[h]:mm", `0.00 "d"`) shows; its first section decides.
[[nodiscard]] NumberFormat number_format_of(std::string_view code);

/// What a built-in format shows, by its number (14: a date, 46: a duration).
[[nodiscard]] NumberFormat built_in_number_format(uint32_t id);

/// Appends a cell's number as text and says what it is. Dates count from 1900 with the leap day that never was (60, told as the
/// day before it), or from 1904. A date or time below one day is a time of day; a time of one day and more is a date. Rounded
/// to milliseconds. Serials that no date has (negative, beyond the year 9999) are numbers. REQUIRES: `value` is finite.
CellKind append_number(double value, NumberFormat format, bool date_1904, std::string& out);

}  // namespace npscope::sheet
