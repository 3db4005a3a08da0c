// SPDX-License-Identifier: MIT
// Integers as ZIP and gzip write them: little-endian, unaligned.
//
// REQUIRES of all: the bytes from `at` on are there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace npscope::zip {

[[nodiscard]] inline uint16_t read_u16(std::string_view bytes, size_t at) {
  const auto low = static_cast<unsigned char>(bytes[at]);
  const auto high = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<uint16_t>(high << 8 | low);
}

[[nodiscard]] inline uint32_t read_u32(std::string_view bytes, size_t at) {
  return uint32_t{read_u16(bytes, at + 2)} << 16 | read_u16(bytes, at);
}

[[nodiscard]] inline uint64_t read_u64(std::string_view bytes, size_t at) {
  return uint64_t{read_u32(bytes, at + 4)} << 32 | read_u32(bytes, at);
}

}  // namespace npscope::zip
