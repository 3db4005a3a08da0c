// SPDX-License-Identifier: MIT
// Bytes16: sixteen bytes at a time, the few operations that the scanners need, on WebAssembly SIMD and on SSE4.
//
// NPSCOPE_SIMD is 1 where these exist. Code that uses them stands beside a scalar twin, and a test holds the two to the same
// result.
#pragma once

#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#define NPSCOPE_SIMD 1
#elif defined(__SSE4_1__)
#include <smmintrin.h>
#define NPSCOPE_SIMD 1
#else
#define NPSCOPE_SIMD 0
#endif

#if NPSCOPE_SIMD
namespace npscope::simd {

#if defined(__wasm_simd128__)

using Bytes16 = v128_t;
inline Bytes16 load(const char* at) { return wasm_v128_load(at); }
inline Bytes16 splat(char c) { return wasm_i8x16_splat(c); }
inline Bytes16 equal(Bytes16 a, Bytes16 b) { return wasm_i8x16_eq(a, b); }
inline Bytes16 both(Bytes16 a, Bytes16 b) { return wasm_v128_and(a, b); }
inline Bytes16 either(Bytes16 a, Bytes16 b) { return wasm_v128_or(a, b); }
inline Bytes16 differ(Bytes16 a, Bytes16 b) { return wasm_v128_xor(a, b); }
/// One bit a byte: its highest bit.
inline uint32_t high_bits(Bytes16 a) { return static_cast<uint32_t>(wasm_i8x16_bitmask(a)); }
inline bool any(Bytes16 a) { return wasm_v128_any_true(a); }
inline Bytes16 subtract_saturated(Bytes16 a, Bytes16 b) { return wasm_u8x16_sub_sat(a, b); }
inline Bytes16 smaller(Bytes16 a, Bytes16 b) { return wasm_u8x16_min(a, b); }
inline Bytes16 high_nibbles(Bytes16 a) { return wasm_u8x16_shr(a, 4); }
inline Bytes16 low_nibbles(Bytes16 a) { return wasm_v128_and(a, wasm_i8x16_splat(15)); }
/// table[index] for each byte. REQUIRES: every index is below 16.
inline Bytes16 look_up(Bytes16 table, Bytes16 index) { return wasm_i8x16_swizzle(table, index); }
/// The bytes that stand 1, 2, 3 places before those of `now`, given the sixteen before.
inline Bytes16 back1(Bytes16 now, Bytes16 before) {
  return wasm_i8x16_shuffle(before, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}
inline Bytes16 back2(Bytes16 now, Bytes16 before) {
  return wasm_i8x16_shuffle(before, now, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}
inline Bytes16 back3(Bytes16 now, Bytes16 before) {
  return wasm_i8x16_shuffle(before, now, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
}

#else

using Bytes16 = __m128i;
inline Bytes16 load(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
inline Bytes16 splat(char c) { return _mm_set1_epi8(c); }
inline Bytes16 equal(Bytes16 a, Bytes16 b) { return _mm_cmpeq_epi8(a, b); }
inline Bytes16 both(Bytes16 a, Bytes16 b) { return _mm_and_si128(a, b); }
inline Bytes16 either(Bytes16 a, Bytes16 b) { return _mm_or_si128(a, b); }
inline Bytes16 differ(Bytes16 a, Bytes16 b) { return _mm_xor_si128(a, b); }
inline uint32_t high_bits(Bytes16 a) { return static_cast<uint32_t>(_mm_movemask_epi8(a)); }
inline bool any(Bytes16 a) { return _mm_testz_si128(a, a) == 0; }
inline Bytes16 subtract_saturated(Bytes16 a, Bytes16 b) { return _mm_subs_epu8(a, b); }
inline Bytes16 smaller(Bytes16 a, Bytes16 b) { return _mm_min_epu8(a, b); }
inline Bytes16 high_nibbles(Bytes16 a) { return _mm_and_si128(_mm_srli_epi16(a, 4), _mm_set1_epi8(15)); }
inline Bytes16 low_nibbles(Bytes16 a) { return _mm_and_si128(a, _mm_set1_epi8(15)); }
inline Bytes16 look_up(Bytes16 table, Bytes16 index) { return _mm_shuffle_epi8(table, index); }
inline Bytes16 back1(Bytes16 now, Bytes16 before) { return _mm_alignr_epi8(now, before, 15); }
inline Bytes16 back2(Bytes16 now, Bytes16 before) { return _mm_alignr_epi8(now, before, 14); }
inline Bytes16 back3(Bytes16 now, Bytes16 before) { return _mm_alignr_epi8(now, before, 13); }

#endif

}  // namespace npscope::simd
#endif
