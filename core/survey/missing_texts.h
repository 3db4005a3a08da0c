// SPDX-License-Identifier: MIT
// MissingTexts: the texts that stand for "no answer" in a column, the known words and those that the plan declares.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/survey/score_text.h"

namespace npscope {

class MissingTexts {
 public:
  /// `declared` must outlive this; null: only the known words.
  explicit MissingTexts(const MissingCodes* declared);

  /// True for a text that stands for "no answer", compared folded.
  [[nodiscard]] bool has(std::string_view text) const;

  /// False: `text` is none. REQUIRES: `text` is plain ASCII, see plain_text.h, and not empty.
  [[nodiscard]] bool may_have(std::string_view text) const {
    if (text.size() > longest_) return false;
    const char c = text[0] >= 'A' && text[0] <= 'Z' ? static_cast<char>(text[0] + 32) : text[0];
    return (sizes_[static_cast<unsigned char>(c)] >> (text.size() < 64 ? text.size() : 63) & 1) != 0;
  }

  /// Longer texts are none.
  [[nodiscard]] size_t longest() const { return longest_; }

 private:
  void know(std::string_view word);
  [[nodiscard]] bool is_too_long(std::string_view text) const;

  const MissingCodes* declared_;
  size_t longest_ = 0;
  /// By first byte of the folded word: the sizes of the words, one bit each, 63 for all that are longer; and the longest size.
  std::array<uint64_t, 256> sizes_{};
  std::array<size_t, 256> longest_with_{};
};

}  // namespace npscope
