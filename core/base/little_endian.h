// SPDX-License-Identifier: MIT
// Numbers as ZIP, gzip, compound files and BIFF records hold them: little-endian, at any address.
//
// REQUIRES of all: the bytes from `at` on are there.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace npscope {

static_assert(std::endian::native == std::endian::little);

template <class T>
[[nodiscard]] inline T load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

[[nodiscard]] inline uint8_t load8(const char* at) { return static_cast<uint8_t>(*at); }
[[nodiscard]] inline uint16_t load16(const char* at) { return load<uint16_t>(at); }
[[nodiscard]] inline uint32_t load32(const char* at) { return load<uint32_t>(at); }
[[nodiscard]] inline uint64_t load64(const char* at) { return load<uint64_t>(at); }

[[nodiscard]] inline uint8_t load8(std::string_view bytes, size_t at) { return static_cast<uint8_t>(bytes[at]); }
[[nodiscard]] inline uint16_t load16(std::string_view bytes, size_t at) { return load<uint16_t>(&bytes[at]); }
[[nodiscard]] inline uint32_t load32(std::string_view bytes, size_t at) { return load<uint32_t>(&bytes[at]); }
[[nodiscard]] inline uint64_t load64(std::string_view bytes, size_t at) { return load<uint64_t>(&bytes[at]); }

}  // namespace npscope
