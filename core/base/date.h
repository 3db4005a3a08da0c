// SPDX-License-Identifier: MIT
// Calendar dates in the cells of exports, read strictly: what is no date of the proleptic Gregorian calendar is none.
//
// Order of day and month is a property of a column, decided once from all of its sample; never of one cell.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace npscope {

struct Date {
  int32_t year = 0;
  int32_t month = 0;  // 1 to 12
  int32_t day = 0;    // 1 to 31
};

enum class DateOrder : uint8_t { kDayFirst, kMonthFirst };

/// The date at the start of `text`; a time of day may follow and is not looked at. Reads `2024-05-31`, `2024/5/31`,
/// `2024年5月31日`, `31.05.2024`, `5/31/24` (after `order`), `20240531`, unix seconds and milliseconds (UTC). Years 1900 to 2199.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text, DateOrder order);

/// For a date written with two leading small numbers (`3/4/2024`): those numbers; nothing for the other shapes.
struct DatePair {
  int32_t first = 0;
  int32_t second = 0;
};
[[nodiscard]] std::optional<DatePair> ambiguous_pair(std::string_view text);

/// The civil date of a day counted from 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
[[nodiscard]] Date civil_from_days(int64_t days);

}  // namespace npscope
