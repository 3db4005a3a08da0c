// SPDX-License-Identifier: MIT
// Sha256: SHA-256 (FIPS 180-4) of bytes fed in pieces. It proves that a file is the one a report was made of; the faster content hash only
// tells files apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace npscope {

class Sha256 {
 public:
  /// Not inlined, as ContentHash::add; many bytes are better handed over in blocks of a mebibyte or less.
  [[gnu::noinline]] void add(std::string_view bytes);

  /// 64 hex digits of everything so far; more may be added afterwards.
  [[nodiscard]] std::string hex() const;

 private:
  static constexpr size_t kBlock = 64;

  void take_blocks(const char* from, size_t count);

  std::array<uint32_t, 8> state_ = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                    0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
  /// The start of a block that is not whole yet.
  std::array<char, kBlock> rest_{};
  uint64_t size_ = 0;
};

}  // namespace npscope
