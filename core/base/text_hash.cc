// SPDX-License-Identifier: MIT
// A thin face on xxhash.h, see content_hash.h.
#include "core/base/text_hash.h"

#define XXH_INLINE_ALL
#define XXH_NO_STDLIB
#include <xxhash.h>

namespace npscope {

uint64_t text_hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace npscope
