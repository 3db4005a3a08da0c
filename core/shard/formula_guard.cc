// SPDX-License-Identifier: MIT
// The signs are those of OWASP's "CSV Injection" (2025) and of ASVS 5.0, 1.2.10, with the full-width forms that East Asian versions take
// for the same.
#include "core/shard/formula_guard.h"

#include <algorithm>

#include "core/base/number_parse.h"
#include "core/base/text.h"

namespace npscope {
namespace {

constexpr char kGuard = '\'';

constexpr std::string_view kSigns[] = {"=", "+", "-", "@", "\t", "\n", "\r", {"\0", 1}, "＝", "＋", "－", "＠"};

/// White_Space of Unicode and characters without width; a tab or line end among them is a sign already.
constexpr std::string_view kBlanks[] = {" ",      "\v",     "\f",     "\u0085", "\u00A0", "\u00AD", "\u1680", "\u180E",
                                        "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                                        "\u2008", "\u2009", "\u200A", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
                                        "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};

bool starts_with_one_of(std::string_view text, const auto& list, size_t& size) {
  const auto* const found = std::ranges::find_if(list, [text](std::string_view one) { return text.starts_with(one); });
  if (found == std::end(list)) return false;
  size = found->size();
  return true;
}

/// True of nearly all cells: empty, or an ASCII character that is seen and no sign comes first.
bool starts_harmlessly(std::string_view cell) {
  if (cell.empty()) return true;
  const char c = cell[0];
  return c > ' ' && c < '\x7F' && c != kGuard && c != '=' && c != '+' && c != '-' && c != '@';
}

/// Digits with one sign, a point or a comma, and an exponent: what is the same number when it is calculated.
bool is_plain_number(std::string_view cell) {
  constexpr size_t kLongest = 64;
  if (cell.empty() || cell.size() > kLongest) return false;
  const size_t sign = cell[0] == '+' || cell[0] == '-' ? 1 : 0;
  if (sign == cell.size() || (!is_digit(cell[sign]) && cell[sign] != '.' && cell[sign] != ',')) return false;
  std::string number(cell);
  if (std::ranges::count(number, ',') == 1 && !number.contains('.')) std::ranges::replace(number, ',', '.');
  return parse_number(number).has_value();
}

}  // namespace

bool needs_guard(std::string_view cell) {
  if (starts_harmlessly(cell)) return false;
  if (cell.starts_with(kGuard)) return true;
  size_t size = 0;
  std::string_view rest = cell;
  while (starts_with_one_of(rest, kBlanks, size)) rest.remove_prefix(size);
  return starts_with_one_of(rest, kSigns, size) && !is_plain_number(cell);
}

std::string guarded(std::string_view cell) {
  std::string out;
  if (needs_guard(cell)) out.push_back(kGuard);
  return out.append(cell);
}

std::string_view unguarded(std::string_view cell) {
  if (cell.starts_with(kGuard)) cell.remove_prefix(1);
  return cell;
}

}  // namespace npscope
