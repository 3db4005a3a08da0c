// SPDX-License-Identifier: MIT
// Letters of the languages that single-byte encodings were made for: their kind, their case, and how common they are.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace npscope {

enum class Kind : uint8_t {
  kNone,     // the encoding has no such character
  kControl,  // C1
  kRareSign,
  kSign,  // what people and word processors write between letters
  kLatin,
  kCyrillic,
  kGreek,
  kHebrew,
  kArabic,
  kThai,
};

[[nodiscard]] constexpr bool is_letter(Kind kind) { return kind >= Kind::kLatin; }

/// REQUIRES: character >= 0x80.
[[nodiscard]] Kind kind_of(char16_t character);

/// A character that is written above or below the letter before it. Vowel points of Hebrew and Arabic are not asked for.
[[nodiscard]] bool is_mark(char16_t character);

/// The small letter of a capital, others unchanged. REQUIRES: character >= 0x80.
[[nodiscard]] char16_t small_letter(char16_t character);

struct Language {
  Kind script;
  /// How fast letters get rarer: tenths of a bit for each place in `letters`.
  uint8_t slope;
  /// The small letters that are not ASCII, most common first.
  std::u16string_view letters;

  /// Tenths of a bit for a small letter of the script.
  [[nodiscard]] int64_t cost(char16_t letter) const;
};

[[nodiscard]] std::span<const Language> languages();

}  // namespace npscope
