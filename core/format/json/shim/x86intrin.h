// SPDX-License-Identifier: MIT
// What simdjson expects of the compiler's header of all x86 intrinsics, for Emscripten: SSE4.2, and two that are plain arithmetic.
#pragma once

#include <nmmintrin.h>
#include <wmmintrin.h>

static inline long long _popcnt64(long long bits) { return __builtin_popcountll(static_cast<unsigned long long>(bits)); }

static inline unsigned long long _umul128(unsigned long long a, unsigned long long b, unsigned long long* high) {
  const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  *high = static_cast<unsigned long long>(product >> 64);
  return static_cast<unsigned long long>(product);
}
