// SPDX-License-Identifier: MIT
// Grammar: is a run of tokens JSON? Token by token, so that a value may begin in one stretch of text and end in another.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/format/json/split.h"
#include "core/format/json/tokens.h"

namespace npscope::json {

/// What one token did.
enum class Taken : uint8_t { kGoesOn, kValueDone, kBroken, kTooDeep };

/// True when the string that is token `i` has valid escapes only; `content` is what stands between its quotes.
[[nodiscard]] std::string_view string_content(const Tokens& tokens, uint32_t i);
[[nodiscard]] bool string_valid(Tokens& tokens, uint32_t i);

/// The text of a number or word that is token `i`.
[[nodiscard]] std::string_view scalar_text(const Tokens& tokens, uint32_t i);

class Grammar {
 public:
  enum class Expects : uint8_t { kValue, kElementOrEnd, kKey, kKeyOrEnd, kColon, kCommaOrEnd };

  /// Expects one value that may have `most_depth` containers inside one another.
  explicit Grammar(size_t most_depth = kMaxDepth) : most_depth_(most_depth) {}

  /// Takes token `i`, which must be there. kValueDone: the value is complete.
  [[nodiscard]] Taken take(Tokens& tokens, uint32_t i);

  [[nodiscard]] size_t depth() const { return depth_; }
  /// True when the innermost open container is an array. REQUIRES: depth() > 0.
  [[nodiscard]] bool in_array() const { return is_array_[depth_ - 1]; }
  /// A value starts with the next token unless that closes the container.
  [[nodiscard]] bool expects_key() const { return expects_ == Expects::kKey || expects_ == Expects::kKeyOrEnd; }
  [[nodiscard]] bool expects_element() const {
    return depth_ > 0 && in_array() && (expects_ == Expects::kValue || expects_ == Expects::kElementOrEnd);
  }
  /// The caller has read the value that was expected, or a comma behind a value.
  void value_was_read() { expects_ = Expects::kCommaOrEnd; }
  void expect_value() { expects_ = Expects::kValue; }
  /// The caller went to the end of what is open inside the outer `depth` containers. REQUIRES: depth <= depth().
  void go_out_to(size_t depth) {
    depth_ = depth;
    expects_ = Expects::kCommaOrEnd;
  }

 private:
  [[nodiscard]] Taken take_value(Tokens& tokens, uint32_t i, char first);
  [[nodiscard]] Taken open(bool array);
  [[nodiscard]] Taken close(bool array);
  [[nodiscard]] Taken value_done() {
    expects_ = Expects::kCommaOrEnd;
    return depth_ == 0 ? Taken::kValueDone : Taken::kGoesOn;
  }

  size_t most_depth_;
  size_t depth_ = 0;
  Expects expects_ = Expects::kValue;
  std::bitset<kMaxDepth> is_array_;
};

}  // namespace npscope::json
