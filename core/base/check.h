// SPDX-License-Identifier: MIT
// NPS_CHECK: the one macro. It ends the program when the program itself is wrong; no file can ever reach one.
#pragma once

#define NPS_CHECK(condition)       \
  do {                             \
    if (!(condition)) [[unlikely]] \
      __builtin_trap();            \
  } while (false)
