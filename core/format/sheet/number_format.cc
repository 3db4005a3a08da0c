// SPDX-License-Identifier: MIT
// Format codes are read character by character; serials become dates by civil-day arithmetic on whole milliseconds.
#include "core/format/sheet/number_format.h"

#include <algorithm>
#include <cmath>

#include "core/base/date.h"
#include "core/base/number_text.h"

namespace npscope::sheet {
namespace {

constexpr int64_t kDay = 86'400'000;
/// Days from 1970-01-01 to the day 0 of a calendar. That of 1900 is one day early from March 1900 on, because spreadsheets
/// believe in a 29 February of that year.
constexpr int64_t kEpoch1900 = -25569;
constexpr int64_t kEpoch1904 = -24107;
constexpr int64_t kLastDay = 2'932'896;  // 9999-12-31

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

/// `[h]`, `[mm]`, `[ss]`: but colours, conditions and locales stand in brackets too.
bool is_elapsed(std::string_view inside) {
  const char first = inside.empty() ? '\0' : lower(inside.front());
  return (first == 'h' || first == 'm' || first == 's') &&
         std::ranges::all_of(inside, [first](char c) { return lower(c) == first; });
}

/// What one section of a format shows, as far as it was read.
struct Shown {
  bool day = false;      // year, day, era
  bool clock = false;    // hour, second
  bool minutes = false;  // m, mm: months, or minutes beside a clock
  bool months = false;   // mmm and longer
  bool elapsed = false;
  bool digits = false;
};

/// Bytes that stand for themselves or for a word, from `at` on; 0: the character means something.
size_t literal_length(std::string_view code, size_t at, Shown& shown) {
  const std::string_view rest = code.substr(at);
  switch (rest.front()) {
    case '"':
      return std::min(rest.find('"', 1), rest.size() - 1) + 1;
    case '\\':
    case '_':
    case '*':
      return 2;
    case '[': {
      const size_t end = std::min(rest.find(']'), rest.size());
      shown.elapsed |= is_elapsed(rest.substr(1, end - 1));
      return end + 1;
    }
    default:
      break;
  }
  for (const std::string_view word : {"general", "standard", "am/pm", "a/p"})
    if (starts_with_word(rest, word)) return word.size();
  return 0;
}

/// Takes in the letters at `at`, a run of the same one, and gives their number.
size_t take_letters(std::string_view code, size_t at, Shown& shown) {
  const char letter = lower(code[at]);
  size_t count = 1;
  while (at + count < code.size() && lower(code[at + count]) == letter) ++count;
  switch (letter) {
    case 'y':
    case 'd':
      shown.day = true;
      break;
    case 'e':
    case 'g':
      // The year of an era; behind digits it is an exponent.
      shown.day |= !shown.digits;
      break;
    case 'h':
    case 's':
      shown.clock = true;
      break;
    case 'm':
      (count > 2 ? shown.months : shown.minutes) = true;
      break;
    case '0':
    case '#':
    case '?':
      shown.digits = true;
      break;
    default:
      break;
  }
  return count;
}

void append_digits(int64_t number, size_t width, std::string& out) {
  const size_t from = out.size();
  out.resize(from + width);
  for (size_t i = width; i-- > 0; number /= 10) out[from + i] = static_cast<char>('0' + number % 10);
}

void append_clock(int64_t milliseconds, std::string& out) {
  const int64_t hours = milliseconds / 3'600'000;
  if (hours < 100) {
    append_digits(hours, 2, out);
  } else {
    append_integer(out, hours);
  }
  out.push_back(':');
  append_digits(milliseconds / 60'000 % 60, 2, out);
  out.push_back(':');
  append_digits(milliseconds / 1000 % 60, 2, out);
  if (milliseconds % 1000 == 0) return;
  out.push_back('.');
  append_digits(milliseconds % 1000, 3, out);
}

CellKind append_plain(double value, std::string& out) {
  constexpr double kExact = 9'007'199'254'740'992;  // 2^53
  if (std::abs(value) < kExact && value == std::trunc(value)) {
    append_integer(out, static_cast<int64_t>(value));
  } else {
    append_double(out, value);
  }
  return CellKind::kNumber;
}

}  // namespace

NumberFormat number_format_of(std::string_view code) {
  Shown shown;
  for (size_t at = 0; at < code.size() && code[at] != ';';) {
    const size_t literal = literal_length(code, at, shown);
    at += literal != 0 ? literal : take_letters(code, at, shown);
  }
  if (shown.day || shown.months || (shown.minutes && !shown.clock && !shown.elapsed)) return NumberFormat::kDate;
  if (shown.elapsed) return NumberFormat::kDuration;
  return shown.clock ? NumberFormat::kTime : NumberFormat::kNumber;
}

NumberFormat built_in_number_format(uint32_t id) {
  if ((id >= 14 && id <= 17) || id == 22) return NumberFormat::kDate;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberFormat::kTime;
  if (id == 46) return NumberFormat::kDuration;
  // Dates of the East Asian languages; what each shows depends on the language.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return NumberFormat::kDate;
  return NumberFormat::kNumber;
}

CellKind append_number(double value, NumberFormat format, bool date_1904, std::string& out) {
  constexpr double kMostDays = 4'000'000;
  if (format == NumberFormat::kNumber || !(value >= 0 && value < kMostDays)) return append_plain(value, out);
  const auto milliseconds = static_cast<int64_t>(std::round(value * static_cast<double>(kDay)));
  if (format == NumberFormat::kDuration || milliseconds < kDay) {
    append_clock(milliseconds, out);
    return CellKind::kTime;
  }
  int64_t day = milliseconds / kDay;
  if (!date_1904 && day < 60) ++day;
  day += date_1904 ? kEpoch1904 : kEpoch1900;
  if (day > kLastDay) return append_plain(value, out);
  const Date date = civil_from_days(day);
  append_digits(date.year, 4, out);
  out.push_back('-');
  append_digits(date.month, 2, out);
  out.push_back('-');
  append_digits(date.day, 2, out);
  if (milliseconds % kDay == 0) return CellKind::kDate;
  out.push_back('T');
  append_clock(milliseconds % kDay, out);
  return CellKind::kDate;
}

}  // namespace npscope::sheet
