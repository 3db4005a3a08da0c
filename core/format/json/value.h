// SPDX-License-Identifier: MIT
// Single JSON values: is a number or a word one that RFC 8259 allows, are a string's escapes, and the text that a string means.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/base/simd.h"

namespace npscope::json {

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// End of the number, `true`, `false` or `null` at `at`, which must be followed by a blank, a comma, a closing bracket or the byte
/// 0 at `end`; nullptr: it is none of them.
[[nodiscard]] const char* scalar_end(const char* at, const char* end);

/// The same for `null` and for short numbers without sign and exponent, with a comma or closing brace right behind them; nullptr: it
/// is none of these. REQUIRES: 32 readable bytes.
[[nodiscard]] [[gnu::always_inline]] inline const char* plain_scalar_end(const char* at) {
#if NPSCOPE_SIMD
  const char* end = at + 4;
  if (*at != 'n' || std::memcmp(at, "null", 4) != 0) {
    // Only the digits become 0 to 9.
    const simd::Bytes16 values = simd::differ(simd::load(at), simd::splat('0'));
    const uint32_t digits = simd::high_bits(simd::equal(simd::smaller(values, simd::splat(9)), values));
    int size = std::countr_one(digits);
    if (size == 0 || (size > 1 && *at == '0')) return nullptr;
    if (at[size] == '.') {
      const int fraction = std::countr_one(digits >> (size + 1));
      if (fraction == 0) return nullptr;
      size += 1 + fraction;
    }
    end = at + size;
  }
  return *end == ',' || *end == '}' ? end : nullptr;
#else
  (void)at;
  return nullptr;
#endif
}

/// The first backslash at or behind `from`, or the size of the text. REQUIRES: 16 readable bytes behind the text.
[[nodiscard]] inline size_t find_backslash(std::string_view text, size_t from) {
#if NPSCOPE_SIMD
  const simd::Bytes16 backslash = simd::splat('\\');
  for (size_t at = from; at < text.size(); at += 16) {
    const uint32_t found = simd::high_bits(simd::equal(simd::load(text.data() + at), backslash));
    if (found != 0) return std::min(text.size(), at + static_cast<size_t>(std::countr_zero(found)));
  }
  return text.size();
#else
  return std::min(text.size(), text.find('\\', from));
#endif
}

/// True when every escape in the string is one of RFC 8259. `content`: what stands between the quotes, with 16 readable bytes behind
/// it; none is before `from`.
[[nodiscard]] bool escapes_valid(std::string_view content, size_t from = 0);

struct Unescaped {
  size_t size = 0;
  /// Half of a surrogate pair stood alone and became U+FFFD.
  bool lone_surrogate = false;
};

/// Writes the text of a string to `out`, which has room for content.size() bytes. REQUIRES: escapes_valid(content).
Unescaped unescape(std::string_view content, char* out);

}  // namespace npscope::json
