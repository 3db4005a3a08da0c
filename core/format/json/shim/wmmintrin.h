// SPDX-License-Identifier: MIT
// The one carry-less multiplication that simdjson's SSE4 kernel needs, for Emscripten, which has none. It is only ever by all ones,
// which is a prefix xor; WebAssembly builds alone have this folder on their include path.
#pragma once

#include <emmintrin.h>

#include <cstdint>

/// The low half of `a` times all ones; `b` and `half` are not looked at.
static inline __m128i _mm_clmulepi64_si128(__m128i a, [[maybe_unused]] __m128i b, [[maybe_unused]] int half) {
  auto bits = static_cast<uint64_t>(wasm_i64x2_extract_lane(static_cast<v128_t>(a), 0));
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return static_cast<__m128i>(wasm_i64x2_make(static_cast<int64_t>(bits), 0));
}
