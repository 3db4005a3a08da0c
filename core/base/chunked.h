// SPDX-License-Identifier: MIT
// Chunked: a growing row of values in blocks of 65,536. It never moves what it holds and never reserves more than a block, so that
// millions of values cost what they are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace npscope {

template <class T>
class Chunked {
 public:
  static constexpr size_t kBlock = size_t{1} << 16;

  void push_back(T value) {
    *room() = value;
    ++size_;
  }
  /// Appends `value` so many times.
  void append(size_t count, T value) {
    while (count > 0) {
      T* const to = room();
      const size_t taken = std::min(count, kBlock - size_ % kBlock);
      std::fill_n(to, taken, value);
      size_ += taken;
      count -= taken;
    }
  }
  /// Appends those of the values for whose index `keep` is true.
  template <class Keep>
  void append_if(std::span<const T> values, Keep&& keep) {
    for (size_t i = 0; i < values.size();) {
      T* const to = room();
      const size_t end = std::min(values.size(), i + kBlock - size_ % kBlock);
      size_t kept = 0;
      for (; i < end; ++i) {
        // Written in any case: a jump that is guessed wrong costs more.
        to[kept] = values[i];
        kept += keep(i) ? 1 : 0;
      }
      size_ += kept;
    }
  }
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// REQUIRES: index < size().
  [[nodiscard]] T& operator[](size_t index) { return blocks_[index / kBlock][index % kBlock]; }
  [[nodiscard]] const T& operator[](size_t index) const { return blocks_[index / kBlock][index % kBlock]; }
  /// The values from `index` on that stand together: those up to the next multiple of kBlock. REQUIRES: index < size().
  [[nodiscard]] std::span<const T> stretch(size_t index) const {
    return {&(*this)[index], std::min(size_ - index, kBlock - index % kBlock)};
  }

 private:
  /// Where the next value goes; the rest of its block is free.
  T* room() {
    if (size_ == blocks_.size() * kBlock) blocks_.push_back(std::make_unique_for_overwrite<T[]>(kBlock));
    return &blocks_[size_ / kBlock][size_ % kBlock];
  }

  std::vector<std::unique_ptr<T[]>> blocks_;
  size_t size_ = 0;
};

}  // namespace npscope
