// SPDX-License-Identifier: MIT
// Line ends in JSON text. They never stand inside a string, so that they can be looked for without knowing what is around them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/simd.h"
#include "core/format/record_batch.h"

namespace npscope::json {

/// True when `text` has a line feed or a carriage return. REQUIRES: 16 readable bytes behind the text.
[[nodiscard]] inline bool has_line_end(std::string_view text) {
#if NPSCOPE_SIMD
  const simd::Bytes16 line_feed = simd::splat('\n');
  const simd::Bytes16 carriage_return = simd::splat('\r');
  for (size_t at = 0; at < text.size(); at += 16) {
    const simd::Bytes16 bytes = simd::load(text.data() + at);
    const uint32_t found = simd::high_bits(simd::either(simd::equal(bytes, line_feed), simd::equal(bytes, carriage_return)));
    if (found != 0) return at + static_cast<size_t>(std::countr_zero(found)) < text.size();
  }
  return false;
#else
  return text.find_first_of("\r\n") != std::string_view::npos;
#endif
}

/// Line ends of `text`: line feeds, and carriage returns that no line feed follows. REQUIRES: 16 readable bytes behind the text.
[[nodiscard]] inline uint64_t count_lines_of(std::string_view text) {
#if NPSCOPE_SIMD
  const simd::Bytes16 line_feed = simd::splat('\n');
  const simd::Bytes16 carriage_return = simd::splat('\r');
  uint64_t count = 0;
  for (size_t at = 0; at < text.size(); at += 16) {
    const simd::Bytes16 bytes = simd::load(text.data() + at);
    const uint32_t valid = text.size() - at >= 16 ? 0xFFFF : (uint32_t{1} << (text.size() - at)) - 1;
    if ((simd::high_bits(simd::equal(bytes, carriage_return)) & valid) != 0) [[unlikely]]
      return count + count_line_ends(text.substr(at));
    count += static_cast<uint64_t>(std::popcount(simd::high_bits(simd::equal(bytes, line_feed)) & valid));
  }
  return count;
#else
  return count_line_ends(text);
#endif
}

/// The first line feed or carriage return at or behind `from`, or the size of the text.
[[nodiscard]] inline size_t find_line_end(std::string_view text, size_t from) {
  const size_t found = text.find_first_of("\r\n", from);
  return found == std::string_view::npos ? text.size() : found;
}

/// The first byte at or behind `from` that is no blank, or the size of the text.
[[nodiscard]] inline size_t skip_blanks(std::string_view text, size_t from) {
  const size_t found = text.find_first_not_of(" \t\r\n", from);
  return found == std::string_view::npos ? text.size() : found;
}

}  // namespace npscope::json
