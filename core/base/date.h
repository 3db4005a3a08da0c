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

/// The same for dates written with separators, with what stands behind them: empty, or from a `T`, a blank, a comma or `日` on.
struct LeadingDate {
  Date date;
  std::string_view rest;
};
[[nodiscard]] std::optional<LeadingDate> leading_date(std::string_view text, DateOrder order);

/// The seconds of a text that is unix seconds or milliseconds, with or without a fraction, which is cut off.
[[nodiscard]] std::optional<int64_t> unix_seconds(std::string_view text);

/// For a date written with two leading small numbers (`3/4/2024`): those numbers; nothing for the other shapes.
struct DatePair {
  int32_t first = 0;
  int32_t second = 0;
};
[[nodiscard]] std::optional<DatePair> ambiguous_pair(std::string_view text);

/// True for a day of the calendar in the years that are read.
[[nodiscard]] bool is_calendar_date(Date date);

/// The civil date of a day counted from 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
[[nodiscard]] Date civil_from_days(int64_t days);

/// The reverse. REQUIRES: is_calendar_date(date).
[[nodiscard]] int64_t days_from_civil(Date date);

}  // namespace npscope
