// SPDX-License-Identifier: MIT
// text_hash: XXH3, 64 bits, of a text. Equal texts have equal hashes on every host; two texts of a file hardly ever share one.
#pragma once

#include <cstdint>
#include <string_view>

namespace npscope {

[[nodiscard]] uint64_t text_hash(std::string_view text);

}  // namespace npscope
