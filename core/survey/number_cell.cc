// SPDX-License-Identifier: MIT
// Signs and currencies are taken off both ends first; what is left must be digits in proper groups and a fraction.
#include "core/survey/number_cell.h"

#include <algorithm>

#include "core/base/number_parse.h"
#include "core/base/text.h"

namespace npscope {
namespace {

/// Longer texts are none.
constexpr size_t kLongest = 64;

constexpr std::string_view kUnits[] = {"€",   "$",   "￥",  "£",   "¥",   "₹",   "₩",   "元",  "円",  "%",   "eur",
                                       "usd", "gbp", "chf", "cny", "rmb", "jpy", "inr", "krw", "sek", "nok", "dkk",
                                       "pln", "czk", "brl", "mxn", "aud", "cad", "us$", "r$",  "zł",  "kr",  "fr."};

bool take_unit(std::string_view& text) {
  for (const std::string_view unit : kUnits) {
    if (text.starts_with(unit)) {
      text = trimmed(text.substr(unit.size()));
      return true;
    }
    if (text.ends_with(unit)) {
      text = trimmed(text.substr(0, text.size() - unit.size()));
      return true;
    }
  }
  return false;
}

/// Takes a sign at the start; true for a minus.
bool take_sign(std::string_view& text) {
  for (const std::string_view minus : {"-", "\xE2\x88\x92"}) {
    if (!text.starts_with(minus)) continue;
    text = trimmed(text.substr(minus.size()));
    return true;
  }
  if (text.starts_with('+')) text = trimmed(text.substr(1));
  return false;
}

/// Bytes of the mark between groups of digits at the start of `text`, 0 when there is none.
size_t group_mark(std::string_view text, char decimal) {
  if (text.empty()) return 0;
  if (text[0] == (decimal == ',' ? '.' : ',') || text[0] == ' ' || text[0] == '\'') return 1;
  return text.starts_with("\xE2\x80\x99") || text.starts_with("\xE2\x80\x89") ? 3 : 0;  // ’ and a thin space
}

size_t count_digits(std::string_view text) {
  return static_cast<size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

/// Takes whole groups: the first of one to three digits, the last of three, those between of two (as in India) or three.
bool take_groups(std::string_view& text, char decimal, std::string& out) {
  size_t digits = count_digits(text);
  std::string_view mark;
  bool first = true;
  while (true) {
    out.append(text.substr(0, digits));
    text.remove_prefix(digits);
    const size_t size = group_mark(text, decimal);
    const std::string_view found = text.substr(0, size);
    const bool more = size > 0 && digits > 0 && (mark.empty() || found == mark);
    if (!more) return first || digits == 3;
    if (first ? digits > 3 : digits < 2 || digits > 3) return false;
    first = false;
    mark = found;
    text.remove_prefix(size);
    digits = count_digits(text);
  }
}

}  // namespace

bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != '.' || at + 1 == text.size()) return false;
  for (++at; at < text.size(); ++at) {
    if (!is_digit(text[at])) return false;
  }
  return true;
}

std::optional<std::string_view> plain_number(std::string_view text, char decimal, std::string& scratch) {
  text = trimmed(text);
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const std::string shown = folded(text);
  text = shown;
  const bool in_brackets = text.size() > 2 && text.starts_with('(') && text.ends_with(')');
  if (in_brackets) text = trimmed(text.substr(1, text.size() - 2));
  bool negative = take_sign(text);
  if (take_unit(text) && !negative) negative = take_sign(text);
  scratch = negative || in_brackets ? "-" : "";
  const size_t start = scratch.size();
  if (!take_groups(text, decimal, scratch)) return std::nullopt;
  if (text.starts_with(decimal)) {
    const size_t digits = count_digits(text.substr(1));
    if (digits == 0) return std::nullopt;
    if (scratch.size() == start) scratch += '0';
    scratch += '.';
    scratch.append(text.substr(1, digits));
    text.remove_prefix(1 + digits);
  }
  if (scratch.size() == start || (negative && in_brackets)) return std::nullopt;
  if (text.empty()) return scratch;
  // 1.5E3, as spreadsheets show large numbers.
  if (text[0] != 'e') return std::nullopt;
  scratch.append(text);
  if (!parse_number(scratch)) return std::nullopt;
  return scratch;
}

bool is_below_zero(std::string_view plain) {
  return plain.starts_with('-') && std::ranges::any_of(plain, [](char c) { return c >= '1' && c <= '9'; });
}

}  // namespace npscope
