// SPDX-License-Identifier: MIT
// Block: sixty-four bytes at once; it says where a character stands in them, one bit a byte, the first byte lowest. prefix_xor
// makes regions of the bits of quotes. Only where NPSCOPE_SIMD is 1, see simd.h.
#pragma once

#include <cstdint>

#include "core/base/simd.h"

#if NPSCOPE_SIMD
namespace npscope::simd {

struct Block {
  Bytes16 a, b, c, d;
  /// REQUIRES: 64 bytes are there.
  explicit Block(const char* at) : a(load(at)), b(load(at + 16)), c(load(at + 32)), d(load(at + 48)) {}
  /// Whether the character, in every byte, occurs: cheaper than `where` for one that hardly ever does.
  [[nodiscard]] bool has(Bytes16 character) const {
    return any(either(either(equal(a, character), equal(b, character)), either(equal(c, character), equal(d, character))));
  }
  [[nodiscard]] uint64_t where(Bytes16 character) const {
    const uint64_t low = high_bits(equal(a, character)) | high_bits(equal(b, character)) << 16;
    const uint64_t high = high_bits(equal(c, character)) | high_bits(equal(d, character)) << 16;
    return low | high << 32;
  }
  [[nodiscard]] bool has(char character) const { return has(splat(character)); }
  [[nodiscard]] uint64_t where(char character) const { return where(splat(character)); }
};

/// Each bit: whether an odd number of bits are set up to and with its own, so what lies from an opening quote to before the
/// closing one.
inline uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

}  // namespace npscope::simd
#endif
