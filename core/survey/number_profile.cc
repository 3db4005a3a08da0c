// SPDX-License-Identifier: MIT
// A mark proves itself by its place: three digits behind the only one may be a fraction or a thousand, everything else is clear.
#include "core/survey/number_profile.h"

#include <algorithm>
#include <optional>

#include "core/base/number_parse.h"
#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

/// Between the digits of a group only, in some countries.
constexpr std::string_view kGroupMarks = "' ";

bool is_currency(std::string_view text) {
  text = trimmed(text);
  constexpr size_t kLongestCode = 3;
  if (text.empty() || text == "$" || text == "€" || text == "£" || text == "¥" || text == "￥" || text == "₹" || text == "元")
    return true;
  return text.size() <= kLongestCode && std::ranges::all_of(text, is_ascii_letter);
}

/// Digits and marks, without what stands around them; empty when the text is no number. `text` is folded.
std::string bare_number(std::string_view text) {
  const size_t first = text.find_first_of("0123456789");
  if (first == std::string_view::npos) return {};
  const size_t last = text.find_last_of("0123456789");
  std::string_view before = text.substr(0, first);
  const size_t sign = before.find_last_of("+-");
  const std::string_view behind_sign = sign == std::string_view::npos ? before : before.substr(sign + 1);
  if (sign != std::string_view::npos) before = before.substr(0, sign);
  if (!is_currency(before) || !is_currency(behind_sign) || !is_currency(text.substr(last + 1))) return {};
  std::string digits = sign != std::string_view::npos && text[sign] == '-' ? "-" : "";
  for (const char c : text.substr(first, last + 1 - first)) {
    if (kGroupMarks.find(c) != std::string_view::npos) continue;
    if (!is_digit(c) && c != '.' && c != ',') return {};
    digits += c;
  }
  return digits;
}

NumberShape decimal_mark(char mark) { return mark == '.' ? NumberShape::kPoint : NumberShape::kComma; }
NumberShape other_mark(char mark) { return mark == '.' ? NumberShape::kComma : NumberShape::kPoint; }

NumberShape shape_of(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  const size_t first = number.find_first_of(".,");
  if (first == std::string_view::npos) return number.empty() ? NumberShape::kNone : NumberShape::kWhole;
  const size_t last = number.find_last_of(".,");
  const size_t behind = number.size() - last - 1;
  if (number[first] != number[last]) {
    const bool once = std::ranges::count(number, number[last]) == 1;
    return once ? decimal_mark(number[last]) : NumberShape::kNone;
  }
  if (first != last) return behind == 3 ? other_mark(number[last]) : NumberShape::kNone;
  const bool may_group = behind == 3 && first >= 1 && first <= 3 && number[0] != '0';
  return may_group ? NumberShape::kUnclear : decimal_mark(number[last]);
}

std::optional<double> value_of(std::string number, NumberShape shape) {
  const bool comma = shape == NumberShape::kComma;
  std::erase(number, comma ? '.' : ',');
  if (comma) std::ranges::replace(number, ',', '.');
  return parse_number(number);
}

/// What is unclear alone is read with the mark that the others show.
void measure(const std::vector<std::string>& numbers, NumberProfile& profile) {
  const NumberShape mark = profile.commas > profile.points ? NumberShape::kComma : NumberShape::kPoint;
  double sum = 0;
  for (const std::string& number : numbers) {
    const NumberShape shape = shape_of(number);
    const std::optional<double> value = value_of(number, shape == NumberShape::kUnclear ? mark : shape);
    if (!value) continue;
    profile.lowest = profile.numbers == 0 ? *value : std::min(profile.lowest, *value);
    profile.highest = profile.numbers == 0 ? *value : std::max(profile.highest, *value);
    ++profile.numbers;
    sum += *value;
  }
  if (profile.numbers > 0) profile.mean = sum / static_cast<double>(profile.numbers);
}

}  // namespace

NumberShape number_shape(std::string_view text) { return shape_of(bare_number(folded(text))); }

NumberProfile profile_numbers(const std::vector<std::vector<std::string>>& records, size_t column) {
  NumberProfile profile;
  std::vector<std::string> numbers;
  for (const std::vector<std::string>& record : records) {
    if (column >= record.size()) continue;
    const std::string cell = folded(record[column]);
    if (cell.empty() || is_missing_text(cell)) continue;
    ++profile.filled;
    std::string number = bare_number(cell);
    const NumberShape shape = shape_of(number);
    if (shape == NumberShape::kNone) continue;
    profile.points += shape == NumberShape::kPoint ? 1 : 0;
    profile.commas += shape == NumberShape::kComma ? 1 : 0;
    profile.unclear += shape == NumberShape::kUnclear ? 1 : 0;
    numbers.push_back(std::move(number));
  }
  measure(numbers, profile);
  return profile;
}

}  // namespace npscope
