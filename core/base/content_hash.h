// SPDX-License-Identifier: MIT
// ContentHash: XXH3 128-bit of a file's bytes, fed in pieces. It tells files apart; it is not a signature.
#pragma once

#define XXH_INLINE_ALL
#define XXH_NO_STDLIB
#include <xxhash.h>

#include <string>
#include <string_view>

namespace npscope {

class ContentHash {
 public:
  ContentHash() { reset(); }
  void reset();
  /// Not inlined: browsers compile WebAssembly function by function, and this loop must not drag its callers along.
  [[gnu::noinline]] void add(std::string_view bytes);
  /// The same for many bytes, in short calls: a browser swaps in its optimised code only between calls.
  void add_block(std::string_view bytes);

  /// 32 hex digits in xxHash's canonical (big-endian) order, as `xxhsum -H2` prints them.
  [[nodiscard]] std::string hex() const;

 private:
  XXH3_state_t state_;
};

}  // namespace npscope
