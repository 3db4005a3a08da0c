// SPDX-License-Identifier: MIT
// Numbers to text: integers, and doubles exactly as ECMAScript's Number::toString writes them (ECMA-262, 6.1.6.1.20).
//
// std::to_chars(double) does the same digits but costs 43 KB of compressed WebAssembly; a report has a few dozen doubles, so
// this is the small, exact way with big integers (Steele and White 1990; Burger and Dybvig 1996).
#pragma once

#include <cstdint>
#include <string>

namespace npscope {

void append_unsigned(std::string& out, uint64_t number);
void append_integer(std::string& out, int64_t number);

/// The shortest decimal that reads back as `number`. REQUIRES: `number` is finite.
void append_double(std::string& out, double number);

}  // namespace npscope
