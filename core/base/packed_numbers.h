// SPDX-License-Identifier: MIT
// PackedNumbers: numbers of a generated table, seven bits a byte, the low ones first; the last byte of a number is below 128.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace npscope {

class PackedNumbers {
 public:
  explicit PackedNumbers(std::span<const uint8_t> bytes) : bytes_(bytes) {}
  [[nodiscard]] bool more() const { return at_ < bytes_.size(); }
  uint32_t next() {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const uint32_t byte = bytes_[at_++];
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }
  /// Numbers as signed distances: even ones forward, odd ones back.
  uint32_t next_from(uint32_t before) {
    const uint32_t value = next();
    return before + ((value & 1) == 0 ? value / 2 : ~(value / 2));
  }

 private:
  std::span<const uint8_t> bytes_;
  size_t at_ = 0;
};

}  // namespace npscope
