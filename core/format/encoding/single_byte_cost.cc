// SPDX-License-Identifier: MIT
// A character costs its place, which depends on its neighbours only, and its letter, which depends on the language: places are
// charged while reading, letters afterwards from how often each byte was seen.
#include <algorithm>
#include <array>

#include "core/format/encoding/letters.h"
#include "core/format/encoding/single_byte.h"
#include "core/format/encoding/text_cost.h"

namespace npscope {
namespace {

// Tenths of a bit.
constexpr int64_t kNoneCost = 300;
constexpr int64_t kControlCost = 200;
constexpr int64_t kSignCost = 70;
constexpr int64_t kRareSignCost = 130;
constexpr int64_t kSmallAfterCapitals = 30;
constexpr int64_t kMarkWithoutLetter = 60;
constexpr int64_t kSignWithinWord = 50;
constexpr int64_t kSignBeforeWord = 30;
constexpr int64_t kSignOfNumber = 30;
constexpr int64_t kCapitalWithinWord = 60;

/// Least cost of a character of meaningless text.
constexpr int64_t kLatinGarbage = 150;
constexpr int64_t kAlphabetGarbage = 85;

/// What the cost of a place needs to know of a character.
struct Seen {
  Kind kind = Kind::kSign;
  bool high = false;
  bool capital = false;
  bool letter = false;
  bool digit = false;
  bool opening = false;
  bool mark = false;
  char16_t small = 0;
};

/// Signs that stand right before a word; the others end one or stand alone.
constexpr std::u16string_view kOpening =
    u"\u00AB\u00BB\u2018\u201A\u201C\u201D\u201E\u2039\u203A\u00BF\u00A1\u2013\u2014\u2026\u00A0\u2022\u00A7";

Seen seen_ascii(char c) {
  const bool capital = c >= 'A' && c <= 'Z';
  const bool letter = capital || (c >= 'a' && c <= 'z');
  const bool digit = c >= '0' && c <= '9';
  return {letter ? Kind::kLatin : Kind::kSign, false, capital, letter, digit, false, false, 0};
}

using Characters = std::array<Seen, 256>;

Characters characters_of(Encoding encoding) {
  const std::u16string_view upper = upper_half(encoding);
  Characters all;
  for (size_t i = 0; i < 128; ++i) {
    all[i] = seen_ascii(static_cast<char>(i));
    const char16_t small = small_letter(upper[i]);
    const Kind kind = kind_of(upper[i]);
    all[128 + i] = {kind, true, small != upper[i], is_letter(kind), false, kOpening.contains(upper[i]), is_mark(upper[i]),
                    small};
  }
  return all;
}

int64_t latin_place(const Seen& before, const Seen& now, const Seen& after) {
  int64_t cost = 40;
  if (before.kind != Kind::kLatin) cost = before.letter ? 120 : 55;
  if (before.high && before.letter) cost = 70;
  if (!before.letter && !after.letter) cost += 30;
  if (now.capital) cost += before.letter && !before.capital ? kCapitalWithinWord : 20;
  if (now.capital && before.capital && after.letter && !after.capital) cost += kSmallAfterCapitals;
  if (!now.capital && before.capital && after.capital) cost += kSmallAfterCapitals;
  return cost;
}

int64_t alphabet_place(const Seen& before, const Seen& now, const Seen& after) {
  int64_t cost = 15;
  if (before.letter) cost = before.kind == now.kind ? 3 : 80;
  if (after.letter && !after.high) cost += 50;
  if (before.digit || after.digit) cost += 25;
  if (!before.letter && !after.letter) cost += 15;
  if (now.capital && before.kind == now.kind) {
    cost += before.capital ? 12 : kCapitalWithinWord;
  } else if (now.capital) {
    cost += 8;
  }
  return cost;
}

int64_t sign_cost(const Seen& before, const Seen& now, const Seen& after) {
  int64_t cost = now.kind == Kind::kSign ? kSignCost : kRareSignCost;
  if (before.letter && after.letter) cost += kSignWithinWord;
  if (!before.letter && after.letter && !now.opening) cost += kSignBeforeWord;
  if (now.kind == Kind::kSign && (before.digit || after.digit)) cost -= kSignOfNumber;
  return cost;
}

int64_t place_cost(const Seen& before, const Seen& now, const Seen& after) {
  switch (now.kind) {
    case Kind::kNone:
      return kNoneCost;
    case Kind::kControl:
      return kControlCost;
    case Kind::kSign:
    case Kind::kRareSign:
      return sign_cost(before, now, after);
    case Kind::kLatin:
      return latin_place(before, now, after);
    default:
      return alphabet_place(before, now, after);
  }
}

/// Two capitals and a small letter.
bool changes_case(const Seen& second_before, const Seen& before, const Seen& now) {
  return second_before.capital && before.capital && now.letter && !now.capital && before.kind == now.kind;
}

}  // namespace

TextCost single_byte_cost(std::string_view text, Encoding encoding) {
  const Characters characters = characters_of(encoding);
  std::array<int64_t, 128> counts = {};
  TextCost total;
  Seen before = characters['\n'];
  Seen second_before = before;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const Seen& now = characters[byte];
    if (now.high) {
      const char next = i + 1 < text.size() ? text[i + 1] : '\n';
      total.cost += place_cost(before, now, characters[static_cast<unsigned char>(next)]);
      if (changes_case(second_before, before, now)) total.cost += kSmallAfterCapitals;
      if (now.mark && !before.letter) total.cost += kMarkWithoutLetter;
      total.garbage += now.kind > Kind::kLatin ? kAlphabetGarbage : kLatinGarbage;
      ++counts[byte - 0x80];
    }
    second_before = before;
    before = now;
  }
  int64_t cheapest = INT64_MAX;
  for (const Language& language : languages()) {
    int64_t letters = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
      const Seen& seen = characters[128 + i];
      if (counts[i] == 0 || !seen.letter) continue;
      letters += counts[i] * (seen.kind == language.script ? language.cost(seen.small) : 140);
    }
    cheapest = std::min(cheapest, letters);
  }
  total.cost += cheapest;
  return total;
}

}  // namespace npscope
