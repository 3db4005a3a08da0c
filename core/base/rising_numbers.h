// SPDX-License-Identifier: MIT
// RisingNumbers: numbers that rise with hardly a gap, such as those of accepted records, in a bit for each number there could be.
// Where they do not rise, or leave wide gaps, they are kept as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/base/chunked.h"

namespace npscope {

class RisingNumbers {
 public:
  void push_back(uint32_t value) {
    if (plain_.empty() && (size_ == 0 || value > last_) && value / kBits < words_.size() + kMostGap) [[likely]] {
      add(value);
    } else {
      add_plain(value);
    }
    ++size_;
    last_ = value;
  }
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// REQUIRES: index < size().
  [[nodiscard]] uint32_t operator[](size_t index) const { return plain_.empty() ? nth(index) : plain_[index]; }
  /// Where the value is. REQUIRES: the values rise.
  [[nodiscard]] std::optional<size_t> find(uint32_t value) const;

 private:
  static constexpr size_t kBits = 64;
  /// After so many words there is a count of the numbers before.
  static constexpr size_t kStep = 8;
  /// Words that may stay empty between two numbers.
  static constexpr size_t kMostGap = 1024;

  void add(uint32_t value) {
    while (words_.size() <= value / kBits) {
      if (words_.size() % kStep == 0) before_.push_back(static_cast<uint32_t>(size_));
      words_.push_back(0);
    }
    words_[value / kBits] |= uint64_t{1} << value % kBits;
  }
  [[gnu::noinline]] void add_plain(uint32_t value);
  [[nodiscard]] [[gnu::noinline]] uint32_t nth(size_t index) const;

  Chunked<uint64_t> words_;
  Chunked<uint32_t> before_;
  Chunked<uint32_t> plain_;
  size_t size_ = 0;
  uint32_t last_ = 0;
};

}  // namespace npscope
