// SPDX-License-Identifier: MIT
// The first of up to four bytes in a text: texts of documents are long and what is special in them is rare.
#pragma once

#include <bit>
#include <cstddef>
#include <string_view>

#include "core/base/simd.h"

namespace npscope::xml {

/// Whether `word` stands in `text` at `at`. Byte by byte: WebAssembly calls a function for every memcmp.
inline bool stands_at(std::string_view text, size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  const char* here = text.data() + at;
  for (size_t i = 0; i < word.size(); ++i)
    if (here[i] != word.data()[i]) return false;
  return true;
}

/// The scalar twin of find_any().
inline size_t find_any_scalar(std::string_view text, size_t from, char a, char b, char c, char d) {
  for (size_t i = from; i < text.size(); ++i) {
    const char here = text.data()[i];
    if (here == a || here == b || here == c || here == d) return i;
  }
  return text.size();
}

/// Position of the first byte from `from` on that is one of the four; text.size() when there is none.
inline size_t find_any(std::string_view text, size_t from, char a, char b, char c, char d) {
#if NPSCOPE_SIMD
  const simd::Bytes16 all[] = {simd::splat(a), simd::splat(b), simd::splat(c), simd::splat(d)};
  for (; from + 16 <= text.size(); from += 16) {
    const simd::Bytes16 now = simd::load(text.data() + from);
    const simd::Bytes16 hit = simd::either(simd::either(simd::equal(now, all[0]), simd::equal(now, all[1])),
                                           simd::either(simd::equal(now, all[2]), simd::equal(now, all[3])));
    const uint32_t bits = simd::high_bits(hit);
    if (bits != 0) return from + static_cast<size_t>(std::countr_zero(bits));
  }
#endif
  return find_any_scalar(text, from, a, b, c, d);
}

}  // namespace npscope::xml
