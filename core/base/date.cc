// SPDX-License-Identifier: MIT
// A date is up to three numbers with known separators; each shape is recognised by where the four-digit year stands.
#include "core/base/date.h"

#include "core/base/text.h"

namespace npscope {
namespace {

int32_t days_in_month(int32_t year, int32_t month) {
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Date> checked(Date date) {
  if (!is_calendar_date(date)) return std::nullopt;
  return date;
}

struct Digits {
  int64_t value = 0;
  size_t count = 0;
};

Digits take_digits(std::string_view& text) {
  Digits digits;
  while (!text.empty() && is_digit(text[0]) && digits.count < 18) {
    digits.value = digits.value * 10 + (text[0] - '0');
    ++digits.count;
    text.remove_prefix(1);
  }
  return digits;
}

/// Drops one of the separators of dates; false when there is none.
bool take_separator(std::string_view& text) {
  for (const std::string_view separator : {"-", "/", ".", "年", "月"}) {
    if (text.starts_with(separator)) {
      text.remove_prefix(separator.size());
      return true;
    }
  }
  return false;
}

bool ends_date(std::string_view rest) {
  return rest.empty() || rest[0] == 'T' || rest[0] == ' ' || rest[0] == ',' || rest[0] == 't' || rest.starts_with("日");
}

/// 2200-01-01.
constexpr int64_t kEndOfYears = 7258118400;

std::optional<Date> from_plain_number(Digits digits, std::string_view text) {
  if (digits.count == 8 && text.size() == 8) {
    return checked({static_cast<int32_t>(digits.value / 10000), static_cast<int32_t>(digits.value / 100 % 100),
                    static_cast<int32_t>(digits.value % 100)});
  }
  const std::optional<int64_t> seconds = unix_seconds(text);
  if (!seconds) return std::nullopt;
  return civil_from_days(*seconds / 86400);
}

struct Parts {
  Digits a;
  Digits b;
  Digits c;
  std::string_view rest;
};

std::optional<Parts> three_parts(std::string_view text) {
  Parts parts;
  parts.a = take_digits(text);
  if (parts.a.count == 0 || !take_separator(text)) return std::nullopt;
  if (text.starts_with(' ')) text.remove_prefix(1);
  parts.b = take_digits(text);
  if (parts.b.count == 0 || parts.b.count > 2 || !take_separator(text)) return std::nullopt;
  if (text.starts_with(' ')) text.remove_prefix(1);
  parts.c = take_digits(text);
  if (parts.c.count == 0 || !ends_date(text)) return std::nullopt;
  parts.rest = text;
  return parts;
}

bool has_trailing_year(const Parts& parts) { return parts.a.count <= 2 && (parts.c.count == 4 || parts.c.count == 2); }

}  // namespace

bool is_calendar_date(Date date) {
  if (date.year < 1900 || date.year > 2199 || date.month < 1 || date.month > 12) return false;
  return date.day >= 1 && date.day <= (date.day <= 28 ? 28 : days_in_month(date.year, date.month));
}

Date civil_from_days(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {static_cast<int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), static_cast<int32_t>(month),
          static_cast<int32_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

int64_t days_from_civil(Date date) {
  // Years start in March, so that the leap day is the last one; 1600 is the first of an era of 400 years.
  const auto year = static_cast<uint32_t>(date.year - 1600 - (date.month <= 2 ? 1 : 0));
  const auto month = static_cast<uint32_t>(date.month + (date.month > 2 ? -3 : 9));
  const uint32_t day_of_year = (153 * month + 2) / 5 + static_cast<uint32_t>(date.day) - 1;
  const uint32_t days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
  return static_cast<int64_t>(days) - 135080;
}

std::optional<int64_t> unix_seconds(std::string_view text) {
  const Digits digits = take_digits(text);
  if (digits.count != 10 && digits.count != 13) return std::nullopt;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    take_digits(text);
  }
  const int64_t seconds = digits.count == 13 ? digits.value / 1000 : digits.value;
  if (!text.empty() || seconds >= kEndOfYears) return std::nullopt;
  return seconds;
}

std::optional<LeadingDate> leading_date(std::string_view text, DateOrder order) {
  const std::optional<Parts> parts = three_parts(text);
  if (!parts) return std::nullopt;
  const auto a = static_cast<int32_t>(parts->a.value);
  const auto b = static_cast<int32_t>(parts->b.value);
  const auto c = static_cast<int32_t>(parts->c.value);
  Date date{a, b, c};
  if (parts->a.count != 4 || parts->c.count > 2) {
    if (!has_trailing_year(*parts)) return std::nullopt;
    const int32_t year = parts->c.count == 4 ? c : 2000 + c;
    date = order == DateOrder::kDayFirst ? Date{year, b, a} : Date{year, a, b};
  }
  if (!is_calendar_date(date)) return std::nullopt;
  return LeadingDate{date, parts->rest};
}

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
  text = trimmed(text);
  std::string_view rest = text;
  const Digits first = take_digits(rest);
  if (first.count >= 8) return from_plain_number(first, text);
  const std::optional<LeadingDate> found = leading_date(text, order);
  if (!found) return std::nullopt;
  return found->date;
}

std::optional<DatePair> ambiguous_pair(std::string_view text) {
  const std::optional<Parts> parts = three_parts(trimmed(text));
  if (!parts || !has_trailing_year(*parts)) return std::nullopt;
  return DatePair{static_cast<int32_t>(parts->a.value), static_cast<int32_t>(parts->b.value)};
}

}  // namespace npscope
