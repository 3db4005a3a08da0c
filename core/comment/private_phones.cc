// SPDX-License-Identifier: MIT
// Phone numbers: groups of digits with signs between them, judged by the ways numbers are written in the world (E.164 with +, 00 or a
// leading 0, North America, Spain, China, Russia) and by the word in front.
#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>

#include "core/base/text.h"
#include "core/comment/letters.h"
#include "core/comment/private_text.h"

namespace npscope {
namespace {

constexpr size_t kMostGroups = 10;
constexpr size_t kMostDigits = 24;

/// A digit at `at`, ASCII or full-width, and its bytes; size 0: none.
struct Digit {
  char value = 0;
  size_t size = 0;
};
Digit digit_at(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  if (is_digit(text[at])) return {text[at], 1};
  const uint32_t c = first_code_point(text.substr(at)).value;
  return c >= 0xFF10 && c <= 0xFF19 ? Digit{static_cast<char>('0' + (c - 0xFF10)), 3} : Digit{};
}

/// Bytes of one sign that may stand between groups; 0: none.
size_t sign_size(std::string_view text) {
  for (const std::string_view sign : {" ", "-", ".", "/", "(", ")", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x90", "\xE2\x80\x91",
                                      "\xE2\x80\x93", "\xEF\xBC\x8D"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

struct Group {
  size_t digits = 0;
  size_t end = 0;
  /// The first sign before it, 0 for the first group; and whether a blank or bracket is among the signs.
  char sign = 0;
  bool blank = false;
  bool bracket = false;
};

struct Candidate {
  bool plus = false;
  size_t count = 0;
  std::array<Group, kMostGroups> groups{};
  /// Of all groups, one after the other.
  std::string digits;

  [[nodiscard]] size_t digits_of(size_t kept) const {
    size_t sum = 0;
    for (size_t i = 0; i < kept; ++i) sum += groups[i].digits;
    return sum;
  }
  [[nodiscard]] bool has_sizes(size_t kept, std::initializer_list<size_t> sizes) const {
    return kept == sizes.size() && std::ranges::equal(std::span(groups).first(kept), sizes, {}, &Group::digits);
  }
};

Candidate read_candidate(std::string_view text, size_t at) {
  Candidate candidate;
  Group next;
  if (text[at] == '+') {
    candidate.plus = true;
    ++at;
  }
  for (size_t signs = 0;; ++signs) {
    if (digit_at(text, at).size > 0) {
      if (candidate.count == kMostGroups) break;
      for (Digit digit = digit_at(text, at); digit.size > 0 && candidate.digits.size() < kMostDigits;
           digit = digit_at(text, at)) {
        candidate.digits += digit.value;
        ++next.digits;
        at += digit.size;
      }
      next.end = at;
      candidate.groups[candidate.count++] = next;
      if (candidate.digits.size() == kMostDigits) break;
      next = {};
      signs = 0;
    }
    const size_t sign = at < text.size() ? sign_size(text.substr(at)) : 0;
    if (sign == 0 || signs == 3) break;
    if (next.sign == 0) next.sign = text[at];
    next.blank = next.blank || text[at] == ' ' || text[at] == '\xC2' || text.substr(at).starts_with("\xE2\x80\xAF");
    next.bracket = next.bracket || text[at] == '(' || text[at] == ')';
    at += sign;
  }
  return candidate;
}

/// Groups of a date in front (2024-05-17, 17.05.2024, 5/17/24), 0: none.
size_t date_groups(const Candidate& candidate) {
  if (candidate.count < 3 || candidate.plus) return 0;
  const auto& [a, b, c] = std::array{candidate.groups[0], candidate.groups[1], candidate.groups[2]};
  if (b.sign != c.sign || (b.sign != '.' && b.sign != '-' && b.sign != '/')) return 0;
  if (candidate.count > 3 && candidate.groups[3].sign == b.sign && !candidate.groups[3].blank) return 0;
  const auto number = [&](size_t from, size_t digits) {
    int value = 0;
    for (size_t i = from; i < from + digits; ++i) value = value * 10 + (candidate.digits[i] - '0');
    return value;
  };
  if (b.digits > 2) return 0;
  if (a.digits == 4 && c.digits <= 2) return number(4, b.digits) <= 12 && number(4 + b.digits, c.digits) <= 31 ? 3 : 0;
  if (a.digits > 2 || (c.digits != 2 && c.digits != 4)) return 0;
  const int first = number(0, a.digits);
  const int second = number(a.digits, b.digits);
  return std::max(first, second) <= 31 && std::min(first, second) <= 12 ? 3 : 0;
}

bool has_national_shape(const Candidate& candidate, size_t kept) {
  const std::string_view digits = candidate.digits;
  const auto between = [](char c, char low, char high) { return c >= low && c <= high; };
  if (candidate.has_sizes(kept, {3, 3, 4})) return between(digits[0], '2', '9') && between(digits[3], '2', '9');
  if (candidate.has_sizes(kept, {1, 3, 3, 4})) return digits[0] == '1' && between(digits[1], '2', '9');
  if (candidate.has_sizes(kept, {1, 3, 3, 2, 2})) return digits[0] == '8' || digits[0] == '7';
  if (candidate.has_sizes(kept, {11}) || candidate.has_sizes(kept, {3, 4, 4}))
    return digits[0] == '1' && between(digits[1], '3', '9');
  const bool in_threes = candidate.has_sizes(kept, {3, 3, 3}) || candidate.has_sizes(kept, {3, 2, 2, 2});
  return in_threes && between(digits[0], '5', '9') && candidate.groups[1].sign != '.';
}

/// Are the first `kept` groups a phone number?
bool is_phone(const Candidate& candidate, size_t kept, NumberWord word) {
  const size_t digits = candidate.digits_of(kept);
  const std::string_view all = candidate.digits;
  size_t lone = 0;
  bool bracket = false;
  for (size_t i = 0; i < kept; ++i) {
    lone += candidate.groups[i].digits == 1 ? 1 : 0;
    bracket = bracket || (candidate.groups[i].bracket && i > 0);
  }
  if (candidate.plus) return digits >= 8 && digits <= 16 && all[0] != '0' && lone <= 3;
  if (word == NumberWord::kOrder) return false;
  if (lone > 2) return false;
  if (word == NumberWord::kPhone && digits >= 6 && digits <= 15) return true;
  if (all[0] == '0') {
    if (candidate.groups[0].digits == 1 && (candidate.groups[1].sign == '.' || lone > 1)) return false;
    return all[1] == '0' ? digits >= 11 && digits <= 17 && all[2] != '0' : digits >= 9 && digits <= 12 && kept <= 6;
  }
  if (bracket && digits >= 8 && digits <= 12 && lone <= 1 && candidate.groups[0].digits <= 4) return true;
  return has_national_shape(candidate, kept);
}

bool follows_currency(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  return std::ranges::any_of(std::array<std::string_view, 6>{"$", "€", "£", "¥", "￥", "CHF"},
                             [&](std::string_view sign) { return before.ends_with(sign); });
}

/// Money, shares, further digits or letters behind a number say that it is none for a phone.
bool is_followed_by_unit(std::string_view after) {
  if (after.empty()) return false;
  if (is_ascii_letter(after[0]) || after[0] == '_' || after[0] == '@') return true;
  if (after.size() > 1 && (after[0] == ',' || after[0] == ':') && is_digit(after[1])) return true;
  while (after.starts_with(' ') || after.starts_with("\xC2\xA0") || after.starts_with("\xE2\x80\xAF")) {
    after.remove_prefix(after[0] == ' ' ? 1 : after[0] == '\xC2' ? 2 : 3);
  }
  return std::ranges::any_of(std::array<std::string_view, 10>{"%", "€", "$", "£", "¥", "元", "円", "EUR", "USD", "CHF"},
                             [&](std::string_view sign) { return after.starts_with(sign); });
}

/// A number does not start within a word or behind the signs of an order number ("AB-0123", "#0123", "2024/0123").
bool may_start(std::string_view text, size_t at) {
  if (at == 0) return true;
  const char last = text[at - 1];
  if (is_ascii_letter(last) || is_digit(last) || std::string_view("#_=+@").contains(last)) return false;
  const bool sign = std::string_view("-./,").contains(last);
  return !sign || at == 1 || !(is_ascii_letter(text[at - 2]) || is_digit(text[at - 2]));
}

/// Behind "DE89 " goes on what is shaped like an account number, even if its check digits are wrong.
bool continues_account(std::string_view before) {
  if (!before.ends_with(' ') || before.size() < 5) return false;
  before.remove_suffix(1);
  const std::string_view head = before.substr(before.size() - 4);
  const bool whole = before.size() == 4 || !(is_ascii_letter(before[before.size() - 5]) || is_digit(before[before.size() - 5]));
  return whole && is_ascii_letter(head[0]) && is_ascii_letter(head[1]) && is_digit(head[2]) && is_digit(head[3]);
}

/// Where the phone number at `at` ends; 0: none, and `next` is where to go on.
size_t phone_end(std::string_view text, size_t at, size_t& next) {
  const size_t number = text[at] == '(' ? at + 1 : at;
  Candidate candidate = read_candidate(text, number);
  next = at + 1;
  if (candidate.count == 0) return 0;
  if (text[at] == '(') candidate.groups[1].bracket = true;
  next = candidate.groups[0].end;
  if (const size_t date = date_groups(candidate); date > 0) {
    next = candidate.groups[date - 1].end;
    return 0;
  }
  const std::string_view before = text.substr(0, at);
  if (follows_currency(before)) return 0;
  if (!candidate.plus && candidate.groups[0].digits == 4 && continues_account(before)) {
    next = candidate.groups[candidate.count - 1].end;
    return 0;
  }
  const NumberWord word = number_word(before);
  for (size_t kept = candidate.count; kept > 0; --kept) {
    const size_t end = candidate.groups[kept - 1].end;
    const bool whole = kept == candidate.count;
    if (!whole && !candidate.groups[kept].blank) continue;
    if (whole && is_followed_by_unit(text.substr(end))) continue;
    if (is_phone(candidate, kept, word)) return end;
  }
  return 0;
}

}  // namespace

void find_phones(std::string_view text, std::vector<PrivateSpan>& found) {
  const size_t earlier = found.size();
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool opens =
        (c == '+' || c == '(') && at + 1 < text.size() && (digit_at(text, at + 1).size > 0 || text[at + 1] == '+');
    if ((!opens && digit_at(text, at).size == 0) || (c == '(' && text[at + 1] == '+')) {
      ++at;
      continue;
    }
    if (const PrivateSpan* const span = span_at(std::span(found).first(earlier), at); span != nullptr) {
      at = span->end;
      continue;
    }
    size_t next = at + 1;
    const size_t end = may_start(text, at) ? phone_end(text, at, next) : 0;
    if (end > 0) found.push_back({at, end, PrivateKind::kPhone});
    if (end == 0 && next == at + 1) {
      // Inside a word of digits: past them all.
      while (digit_at(text, next).size > 0) next += digit_at(text, next).size;
    }
    at = std::max(end, next);
  }
}

}  // namespace npscope
