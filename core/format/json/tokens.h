// SPDX-License-Identifier: MIT
// Tokens: where the tokens of a JSON text start, found by the first stage of simdjson, which also proves the text to be UTF-8 and
// its strings to be closed and without control characters. What the tokens say, and in which order, is for the caller to check.
//
// This is the only place that knows simdjson. Its second stage (On-Demand) is not used: it checks only what is asked for, while
// here every value must be checked, and keys be compared with those of the record before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace npscope::json {

enum class TokenFault : uint8_t { kNone, kUtf8, kControlCharacter, kOpenString, kOther };

/// The machine word of a fault, for a failure's detail.
[[nodiscard]] std::string_view fault_word(TokenFault fault);

class Tokens {
 public:
  Tokens();
  ~Tokens();
  Tokens(Tokens&&) noexcept;

  /// Finds the tokens of `text`; `text.data()[text.size()]` must be there and 0. A text of blanks has none and no fault.
  [[nodiscard]] TokenFault find(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] uint32_t count() const { return count_; }
  /// Where token `i` starts; two entries behind the last token are the size of the text.
  [[nodiscard]] uint32_t at(uint32_t i) const { return starts_[i]; }
  [[nodiscard]] const uint32_t* starts() const { return starts_; }
  /// The first byte of token `i`, 0 behind the last one.
  [[nodiscard]] char first(uint32_t i) const { return text_.data()[starts_[i]]; }

  /// True unless no backslash stands between the start of token `i` and that of the next one. To be asked for rising `i`.
  /// Tokens that end before it have none: the place of the next backslash, rounded down.
  [[nodiscard]] uint32_t next_escape() const { return *next_escape_; }
  [[nodiscard]] bool may_have_escape(uint32_t i) { return *next_escape_ < starts_[i + 1] && advance_escapes(i); }

 private:
  struct Kernel;
  [[nodiscard]] bool advance_escapes(uint32_t i);
  void find_escapes();

  std::unique_ptr<Kernel> kernel_;
  std::string_view text_;
  const uint32_t* starts_ = nullptr;
  uint32_t count_ = 0;
  /// Starts of the blocks of 64 bytes that have a backslash, then one behind every text.
  std::vector<uint32_t> escapes_;
  const uint32_t* next_escape_ = nullptr;
};

}  // namespace npscope::json
