// SPDX-License-Identifier: MIT
// plain_quoted: the content of a quoted cell where it stands, for the cells that hold no quote themselves. Sixteen bytes at a time,
// because a call of memchr costs more than most cells are long.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/simd.h"

namespace npscope {

/// What cell_text says of a raw cell that starts with `quote`; nothing where it takes more than cutting off both ends.
/// `end`: where the memory ends that may be read.
[[nodiscard]] inline std::optional<std::string_view> plain_quoted(std::string_view raw, char quote, const char* end) {
  constexpr size_t kLongest = 4096;
  const size_t size = raw.size();
  if (size < 2 || size > kLongest || raw[size - 1] != quote) return std::nullopt;
#if NPSCOPE_SIMD
  const char* const last = raw.data() + size - 1;
  if (static_cast<size_t>(end - last) < 16) return std::nullopt;
  const simd::Bytes16 quotes = simd::splat(quote);
  for (const char* at = raw.data() + 1; at < last; at += 16) {
    const uint32_t found = simd::high_bits(simd::equal(simd::load(at), quotes));
    if (found == 0) continue;
    // Beyond the last quote lies another cell.
    if (at + std::countr_zero(found) < last) return std::nullopt;
    break;
  }
  return raw.substr(1, size - 2);
#else
  (void)end;
  if (raw.find(quote, 1) != size - 1) return std::nullopt;
  return raw.substr(1, size - 2);
#endif
}

}  // namespace npscope
