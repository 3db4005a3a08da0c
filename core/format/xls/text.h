// SPDX-License-Identifier: MIT
// Texts of BIFF records as UTF-8: Unicode strings of BIFF8, which may go on in CONTINUE records, and bytes of a code page before.
// What is no text (lone surrogates, bytes that the code page does not have) becomes U+FFFD and is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/encoding.h"

namespace npscope::xls {

/// One Unicode string ([MS-XLS] 2.5.293 and its shorter forms), read from as many records as it takes: a count, flags, optional
/// sizes of formatting and phonetic text, characters of one or two bytes, and then what is skipped.
class UnicodeText {
 public:
  /// `count_size`: bytes of the character count, 1 or 2.
  void start(size_t count_size);
  /// Appends to `out` what `bytes` hold of the text and gives the bytes used. `continued`: a CONTINUE record starts here; within
  /// the characters it says anew how wide they are.
  size_t take(std::string_view bytes, bool continued, std::string& out);
  [[nodiscard]] bool done() const { return phase_ == Phase::kDone; }
  /// Something was no text.
  [[nodiscard]] bool damaged() const { return damaged_; }

 private:
  enum class Phase : uint8_t { kHeader, kCharacters, kSkip, kDone };

  size_t take_header(std::string_view bytes);
  size_t take_narrow(std::string_view bytes, std::string& out);
  size_t take_wide(std::string_view bytes, std::string& out);
  char* put_unit(uint32_t unit, char* to);
  char* put_lone_surrogate(char* to);

  Phase phase_ = Phase::kDone;
  bool wide_ = false;
  bool damaged_ = false;
  bool has_half_ = false;  // a character's first byte ended a record
  unsigned char half_ = 0;
  uint32_t high_surrogate_ = 0;  // waits for its low one; 0: none
  char header_[9] = {};
  size_t count_size_ = 2;
  size_t header_size_ = 0;  // bytes in header_
  uint32_t characters_ = 0;
  uint64_t skip_ = 0;
};

/// The code page of a workbook before BIFF8.
class CodePage {
 public:
  /// By the number of the CODEPAGE record; windows-1252 until then.
  void set(uint16_t number);
  [[nodiscard]] uint16_t number() const { return number_; }

  enum class Outcome : uint8_t { kGood, kDamaged, kUnknown };
  /// Appends `bytes` as UTF-8. kUnknown: this code page is not read, nothing is appended; ASCII is known in all.
  Outcome append(std::string_view bytes, std::string& out) const;

 private:
  uint16_t number_ = 1252;
  std::optional<Encoding> encoding_ = Encoding::kWindows1252;
};

}  // namespace npscope::xls
