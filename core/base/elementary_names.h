// SPDX-License-Identifier: MIT
// Gives the functions of Emscripten's musl names of our own, so that native and WebAssembly builds both compile these very
// files and neither gets its own C library's. cmake/elementary.cmake puts this header in front of each of them; nothing else
// includes it.
#pragma once

#define exp npscope_musl_exp
#define expm1 npscope_musl_expm1
#define log npscope_musl_log
#define log1p npscope_musl_log1p
#define pow npscope_musl_pow
#define erf npscope_musl_erf
#define erfc npscope_musl_erfc
#define lgamma_r npscope_musl_lgamma_r_alias
#define __lgamma_r npscope_musl_lgamma_r

#define __exp_data npscope_musl_exp_data
#define __log_data npscope_musl_log_data
#define __pow_log_data npscope_musl_pow_log_data
#define __math_divzero npscope_musl_divzero
#define __math_invalid npscope_musl_invalid
#define __math_oflow npscope_musl_oflow
#define __math_uflow npscope_musl_uflow
#define __math_xflow npscope_musl_xflow
#define __sin npscope_musl_sin_kernel
#define __cos npscope_musl_cos_kernel

// What musl's own features.h says of a symbol does not matter here.
#define hidden
#define weak_alias(old, new)

// With these, musl would use a fused multiply-add where the machine has one; WebAssembly has none.
#undef __FP_FAST_FMA
#undef __FP_FAST_FMAF
