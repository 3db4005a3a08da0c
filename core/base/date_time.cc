// SPDX-License-Identifier: MIT
// The way most exports write a moment, `2024-05-31T10:15:30Z`, is read eight bytes at a time; everything else part by part.
#include "core/base/date_time.h"

#include <bit>
#include <cstring>

#include "core/base/text.h"

namespace npscope {
namespace {

struct Number {
  int64_t value = 0;
  size_t digits = 0;
};

Number take_number(std::string_view& text) {
  Number number;
  while (number.digits < text.size() && is_digit(text[number.digits])) {
    if (number.digits < 9) number.value = number.value * 10 + (text[number.digits] - '0');
    ++number.digits;
  }
  text.remove_prefix(number.digits);
  return number;
}

bool has_digit(std::string_view text) {
  for (const char c : text) {
    if (is_digit(c)) return true;
  }
  return false;
}

enum class HalfDay : uint8_t { kNone, kMorning, kAfternoon };

/// Takes AM or PM, however it is written, and the blanks around it.
HalfDay take_half_day(std::string_view& text) {
  struct Word {
    std::string_view text;
    HalfDay half;
  };
  constexpr Word kWords[] = {{"AM", HalfDay::kMorning},     {"am", HalfDay::kMorning},     {"a.m.", HalfDay::kMorning},
                             {"上午", HalfDay::kMorning},   {"PM", HalfDay::kAfternoon},   {"pm", HalfDay::kAfternoon},
                             {"p.m.", HalfDay::kAfternoon}, {"下午", HalfDay::kAfternoon}, {"A.M.", HalfDay::kMorning},
                             {"P.M.", HalfDay::kAfternoon}, {"Am", HalfDay::kMorning},     {"Pm", HalfDay::kAfternoon}};
  text = trimmed(text);
  for (const Word& word : kWords) {
    if (!text.starts_with(word.text)) continue;
    const std::string_view rest = text.substr(word.text.size());
    if (!rest.empty() && is_ascii_letter(rest[0])) continue;
    text = trimmed(rest);
    return word.half;
  }
  return HalfDay::kNone;
}

/// One of the two-digit numbers of a time of day, behind a colon; nothing and no change where there is none.
std::optional<int64_t> take_sixtieth(std::string_view& text, int64_t most) {
  if (!text.starts_with(':')) return std::nullopt;
  std::string_view rest = text.substr(1);
  const Number digits = take_number(rest);
  if (digits.digits != 2 || digits.value > most) return std::nullopt;
  text = rest;
  return digits.value;
}

/// Words that say UTC and nothing else.
bool is_utc(std::string_view text) {
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return text == "Z" || text == "z" || text == "UTC" || text == "GMT";
}

/// `Z`, `+02:00`, `-0700`, `GMT+3`, `(UTC)`, `CEST`, `Uhr`: words, and behind them at most an offset, which is put into `offset`.
bool take_zone(std::string_view text, std::optional<int32_t>& offset) {
  size_t at = 0;
  while (at < text.size() && text[at] != '+' && text[at] != '-' && !is_digit(text[at])) ++at;
  if (at == text.size()) {
    if (is_utc(text)) offset = 0;
    return true;
  }
  if (is_digit(text[at])) return false;
  const int64_t sign = text[at] == '-' ? -1 : 1;
  text.remove_prefix(at + 1);
  const Number hours = take_number(text);
  if (hours.digits == 0 || hours.digits == 3 || hours.digits > 4) return false;
  int64_t minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60;
  if (hours.digits < 4 && text.starts_with(':')) {
    text.remove_prefix(1);
    const Number more = take_number(text);
    if (more.digits != 2) return false;
    minutes += more.value;
  }
  constexpr int64_t kMostMinutes = 18 * 60;
  if (minutes <= kMostMinutes) offset = static_cast<int32_t>(sign * minutes * 60);
  return !has_digit(text);
}

struct DayTime {
  int64_t seconds = 0;
  std::optional<int32_t> offset;
};

/// Seconds since midnight of what stands behind a date. `text` is trimmed.
std::optional<DayTime> time_of_day(std::string_view text) {
  HalfDay half = take_half_day(text);
  const Number hours = take_number(text);
  if (hours.digits == 0 || hours.digits > 2 || hours.value > 24) return std::nullopt;
  const std::optional<int64_t> minutes = take_sixtieth(text, 59);
  if (!minutes && (half == HalfDay::kNone || text.starts_with(':'))) {
    // "3 PM" is a time, "3" is none.
    half = take_half_day(text);
    if (half == HalfDay::kNone) return std::nullopt;
  }
  // A leap second is the first of the next minute.
  const std::optional<int64_t> seconds = take_sixtieth(text, 60);
  if (seconds && (text.starts_with('.') || text.starts_with(','))) {
    text.remove_prefix(1);
    if (take_number(text).digits == 0) return std::nullopt;
  }
  if (half == HalfDay::kNone) half = take_half_day(text);
  int64_t hour = hours.value;
  if (half == HalfDay::kMorning && hour > 12) return std::nullopt;
  if (half == HalfDay::kMorning && hour == 12) hour = 0;
  if (half == HalfDay::kAfternoon && hour < 12) hour += 12;
  const int64_t total = hour * 3600 + minutes.value_or(0) * 60 + seconds.value_or(0);
  DayTime time{total, {}};
  if (total > kSecondsPerDay || text.starts_with(':') || !take_zone(trimmed(text), time.offset)) return std::nullopt;
  return time;
}

uint64_t load_eight(const char* at) {
  uint64_t word = 0;
  std::memcpy(&word, at, 8);
  return word;
}

/// Eight bytes, of which those marked by `mask` must be digits and the others be as in `rest`.
bool has_shape(uint64_t word, uint64_t mask, uint64_t rest) {
  constexpr uint64_t kZeros = 0x3030303030303030ULL;
  constexpr uint64_t kSixes = 0x0606060606060606ULL;
  constexpr uint64_t kHigh = 0xF0F0F0F0F0F0F0F0ULL;
  const uint64_t digits = (word & mask) | (kZeros & ~mask);
  if ((word & ~mask) != rest) return false;
  return ((digits & kHigh) | (((digits + kSixes) & kHigh) >> 4)) == 0x3333333333333333ULL;
}

constexpr uint64_t word_of(const char (&text)[9]) {
  uint64_t word = 0;
  for (size_t i = 0; i < 8; ++i) word |= static_cast<uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
  return word;
}

constexpr uint64_t kPairs = 0xFFFF00FFFF00FFFFULL;

int64_t pair_at(const char* at) { return static_cast<int64_t>(at[0] - '0') * 10 + (at[1] - '0'); }

/// The day of a text that starts with `2024-05-31`. REQUIRES: it has ten bytes.
std::optional<int64_t> iso_days(std::string_view text) {
  const char* at = text.data();
  static_assert(std::endian::native == std::endian::little);
  if (!is_digit(at[0]) || !is_digit(at[1])) return std::nullopt;
  if (!has_shape(load_eight(at + 2), kPairs, word_of("\0\0-\0\0-\0\0"))) return std::nullopt;
  const Date date{static_cast<int32_t>(pair_at(at) * 100 + pair_at(at + 2)), static_cast<int32_t>(pair_at(at + 5)),
                  static_cast<int32_t>(pair_at(at + 8))};
  if (!is_calendar_date(date)) return std::nullopt;
  return days_from_civil(date);
}

/// The seconds of `10:15` and `10:15:30` at the start of `text`, which go off it.
std::optional<int64_t> take_iso_seconds(std::string_view& text) {
  const char* at = text.data();
  if (text.size() >= 8 && has_shape(load_eight(at), kPairs, word_of("\0\0:\0\0:\0\0"))) {
    if (pair_at(at) > 23 || pair_at(at + 3) > 59 || pair_at(at + 6) > 59) return std::nullopt;
    text.remove_prefix(8);
    return pair_at(at) * 3600 + pair_at(at + 3) * 60 + pair_at(at + 6);
  }
  if (text.size() != 5 || at[2] != ':' || !is_digit(at[0]) || !is_digit(at[1]) || !is_digit(at[3]) || !is_digit(at[4])) {
    return std::nullopt;
  }
  if (pair_at(at) > 23 || pair_at(at + 3) > 59) return std::nullopt;
  text.remove_prefix(5);
  return pair_at(at) * 3600 + pair_at(at + 3) * 60;
}

/// Nothing, `Z`, `.123Z` and `+02:00`: the ends that can be read without a thought.
bool take_iso_end(std::string_view text, std::optional<int32_t>& offset) {
  if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
    text.remove_prefix(2);
    while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
  }
  if (text.empty()) return true;
  if (text.size() == 1 && text[0] == 'Z') {
    offset = 0;
    return true;
  }
  const bool whole = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' && is_digit(text[1]) &&
                     is_digit(text[2]) && is_digit(text[4]) && is_digit(text[5]);
  if (!whole) return false;
  const int64_t seconds = (pair_at(text.data() + 1) * 60 + pair_at(text.data() + 4)) * 60;
  offset = static_cast<int32_t>(text[0] == '-' ? -seconds : seconds);
  return true;
}

}  // namespace

std::optional<LocalTime> parse_iso_date_time(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  const std::optional<int64_t> days = iso_days(text);
  if (!days) return std::nullopt;
  if (text.size() == 10) return LocalTime{*days * kSecondsPerDay, false};
  if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
  text.remove_prefix(11);
  const std::optional<int64_t> seconds = take_iso_seconds(text);
  LocalTime time{*days * kSecondsPerDay, true};
  if (!seconds || !take_iso_end(text, time.offset)) return std::nullopt;
  time.seconds += *seconds;
  return time;
}

std::optional<LocalTime> parse_date_time(std::string_view text, DateOrder order) {
  if (const std::optional<LocalTime> iso = parse_iso_date_time(text)) return iso;
  text = trimmed(text);
  const std::optional<LeadingDate> found = leading_date(text, order);
  if (!found) {
    if (const std::optional<int64_t> seconds = unix_seconds(text)) return LocalTime{*seconds, true, 0};
    const std::optional<Date> plain = parse_date(text, order);
    if (!plain) return std::nullopt;
    return LocalTime{days_from_civil(*plain) * kSecondsPerDay, false};
  }
  const int64_t midnight = days_from_civil(found->date) * kSecondsPerDay;
  std::string_view rest = found->rest;
  if (rest.starts_with("日")) rest.remove_prefix(3);
  if (!rest.empty() && (rest[0] == 'T' || rest[0] == 't' || rest[0] == ',')) rest.remove_prefix(1);
  rest = trimmed(rest);
  if (!has_digit(rest)) return LocalTime{midnight, false};
  const std::optional<DayTime> time = time_of_day(rest);
  if (!time) return std::nullopt;
  return LocalTime{midnight + time->seconds, true, time->offset};
}

bool is_iso_date(std::string_view text) {
  if (text.size() < 10 || !iso_days(text)) return false;
  return text.size() == 10 || text[10] == ' ' || text[10] == 'T';
}

}  // namespace npscope
