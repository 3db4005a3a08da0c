// SPDX-License-Identifier: MIT
// Years have four digits: dates are read from 1900 to 2199.
#include "core/base/day_text.h"

#include "core/base/date.h"
#include "core/base/number_text.h"

namespace npscope {

std::string day_text(int64_t day) {
  const Date date = civil_from_days(day);
  std::string text;
  append_unsigned(text, static_cast<uint64_t>(date.year));
  for (const int32_t number : {date.month, date.day}) {
    text += number < 10 ? "-0" : "-";
    append_unsigned(text, static_cast<uint64_t>(number));
  }
  return text;
}

std::optional<int64_t> day_named(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<Date> date = parse_date(text, DateOrder::kDayFirst);
  if (!date) return std::nullopt;
  return days_from_civil(*date);
}

}  // namespace npscope
