// SPDX-License-Identifier: MIT
// key_hash: XXH3 64 bits of a text, to compare keys without keeping them. It is no signature, and never 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace npscope {

/// Not inlined, for the reason that ContentHash::add gives.
[[nodiscard]] [[gnu::noinline]] uint64_t key_hash(std::string_view text);

}  // namespace npscope
