// SPDX-License-Identifier: MIT
// Chunked: a growing row of values in blocks of 65,536. It never moves what it holds and never reserves more than a block, so that
// millions of values cost what they are.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace npscope {

template <class T>
class Chunked {
 public:
  void push_back(T value) {
    const size_t at = size_ % kBlock;
    if (at == 0) blocks_.push_back(std::make_unique_for_overwrite<T[]>(kBlock));
    blocks_.back()[at] = value;
    ++size_;
  }
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// REQUIRES: index < size().
  [[nodiscard]] T& operator[](size_t index) { return blocks_[index / kBlock][index % kBlock]; }
  [[nodiscard]] const T& operator[](size_t index) const { return blocks_[index / kBlock][index % kBlock]; }

 private:
  static constexpr size_t kBlock = size_t{1} << 16;
  std::vector<std::unique_ptr<T[]>> blocks_;
  size_t size_ = 0;
};

}  // namespace npscope
