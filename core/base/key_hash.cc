// SPDX-License-Identifier: MIT
// One long function on its own, as in content_hash.cc.
#include "core/base/key_hash.h"

#define XXH_INLINE_ALL
#define XXH_NO_STDLIB
#include <xxhash.h>

namespace npscope {

uint64_t key_hash(std::string_view text) {
  const uint64_t hash = XXH3_64bits(text.data(), text.size());
  return hash == 0 ? 1 : hash;
}

}  // namespace npscope
