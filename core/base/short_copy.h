// SPDX-License-Identifier: MIT
// Copies of short texts. A memcpy of unknown length is a call out of WebAssembly, which costs more than most cells are long.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace npscope {

/// Sixteen or eight or four bytes at once, the last ones overlapping. REQUIRES: the two do not overlap.
inline void copy_short(char* to, const char* from, size_t size) {
  if (size >= 16) {
    for (size_t i = 0; i + 16 < size; i += 16) std::memcpy(to + i, from + i, 16);
    std::memcpy(to + size - 16, from + size - 16, 16);
  } else if (size >= 8) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else if (size >= 4) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else {
    for (size_t i = 0; i < size; ++i) to[i] = from[i];
  }
}

/// REQUIRES: `text` is not a part of `out`.
inline void append_short(std::string& out, std::string_view text) {
  const size_t before = out.size();
  out.resize_and_overwrite(before + text.size(), [&](char* to, size_t size) {
    copy_short(to + before, text.data(), text.size());
    return size;
  });
}

}  // namespace npscope
