// SPDX-License-Identifier: MIT
// What a code point is to the reading of comments: part of a word or not, of which script, and which letter it folds to. The same
// everywhere: tables of Unicode (letter_tables.inc), no locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace npscope {

enum class LetterKind : uint8_t {
  kOther,
  kLetter,
  kDigit,
  /// Combining marks: part of the letter before.
  kMark,
  /// Soft hyphens, joiners, variation selectors: they neither divide nor count.
  kIgnored,
  /// Letters of scripts that are written without blanks between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
  kUnspaced,
};

enum class Script : uint8_t {
  kOther,
  kLatin,
  kGreek,
  kCyrillic,
  kArabic,
  kHebrew,
  kDevanagari,
  kHangul,
  kHan,
  kHiragana,
  kKatakana,
  kThai,
};
inline constexpr size_t kScripts = 12;

struct Letter {
  LetterKind kind = LetterKind::kOther;
  /// Of letters; kOther for all else.
  Script script = Script::kOther;
  /// fold_case() changes it.
  bool folds = false;
};

[[nodiscard]] Letter letter_of(uint32_t code_point);

/// Simple case folding (CaseFolding.txt, statuses C and S) without the rules for Turkish: ß, İ and ı stay.
[[nodiscard]] uint32_t fold_case(uint32_t code_point);

/// The code point at the start of a text and its bytes; a byte that is no UTF-8 is U+FFFD of one byte. REQUIRES: !text.empty().
struct CodePoint {
  uint32_t value = 0xFFFD;
  uint32_t size = 1;
};
[[nodiscard]] CodePoint first_code_point(std::string_view text);

}  // namespace npscope
