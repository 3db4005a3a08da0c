// SPDX-License-Identifier: MIT
// A search among the counts, a walk over at most eight words, and then half by half.
#include "core/base/rising_numbers.h"

#include <bit>

namespace npscope {

void RisingNumbers::add_plain(uint32_t value) {
  if (plain_.empty()) {
    for (size_t w = 0; w < words_.size(); ++w) {
      for (uint64_t bits = words_[w]; bits != 0; bits &= bits - 1) {
        plain_.push_back(static_cast<uint32_t>(w * kBits + static_cast<size_t>(std::countr_zero(bits))));
      }
    }
    words_ = {};
    before_ = {};
  }
  plain_.push_back(value);
}

uint32_t RisingNumbers::nth(size_t index) const {
  // The last count that is not beyond the index; so many numbers need at least so many words, and hardly more.
  size_t from = index / (kStep * kBits);
  size_t to = before_.size();
  for (size_t stride = 1; from + stride < to; stride *= 2) {
    if (before_[from + stride] > index)
      to = from + stride;
    else
      from += stride;
  }
  while (to - from > 1) {
    const size_t middle = (from + to) / 2;
    (before_[middle] <= index ? from : to) = middle;
  }
  size_t left = index - before_[from];
  size_t word = from * kStep;
  for (;; ++word) {
    const auto here = static_cast<size_t>(std::popcount(words_[word]));
    if (left < here) break;
    left -= here;
  }
  uint64_t bits = words_[word];
  size_t place = word * kBits;
  for (size_t half = kBits / 2; half > 0; half /= 2) {
    const auto low = static_cast<size_t>(std::popcount(bits & ((uint64_t{1} << half) - 1)));
    if (left < low) continue;
    left -= low;
    bits >>= half;
    place += half;
  }
  return static_cast<uint32_t>(place);
}

std::optional<size_t> RisingNumbers::find(uint32_t value) const {
  size_t from = 0;
  size_t to = size_;
  while (from < to) {
    const size_t middle = (from + to) / 2;
    ((*this)[middle] < value ? from : to) = (*this)[middle] < value ? middle + 1 : middle;
  }
  if (from < size_ && (*this)[from] == value) return from;
  return std::nullopt;
}

}  // namespace npscope
