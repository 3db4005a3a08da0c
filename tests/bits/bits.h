// SPDX-License-Identifier: MIT
// What the statistics compute, bit by bit, as one number for each function: compiled natively and to WebAssembly from one
// source, so that two tests can say whether both give the same (tests/stats/bits_test.cc, tests/node/bits.test.mjs).
#pragma once

#include <cstdint>

extern "C" {

/// How many functions there are.
int npscope_bits_kinds();

/// FNV-1a over the bits of what function number `kind` gives for `inputs` pseudo-random inputs. REQUIRES: 0 <= kind < kinds.
uint64_t npscope_bits(int kind, uint32_t inputs);
}
