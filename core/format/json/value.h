// SPDX-License-Identifier: MIT
// Single JSON values: is a number or a word one that RFC 8259 allows, are a string's escapes, and the text that a string means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace npscope::json {

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// End of the number, `true`, `false` or `null` at `at`, which must be followed by a blank, a comma, a closing bracket or the byte
/// 0 at `end`; nullptr: it is none of them.
[[nodiscard]] const char* scalar_end(const char* at, const char* end);

/// True when every escape in the string is one of RFC 8259. `content`: what stands between the quotes.
[[nodiscard]] bool escapes_valid(std::string_view content);

struct Unescaped {
  size_t size = 0;
  /// Half of a surrogate pair stood alone and became U+FFFD.
  bool lone_surrogate = false;
};

/// Writes the text of a string to `out`, which has room for content.size() bytes. REQUIRES: escapes_valid(content).
Unescaped unescape(std::string_view content, char* out);

}  // namespace npscope::json
