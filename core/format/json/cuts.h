// SPDX-License-Identifier: MIT
// Where a text may be cut so that no token is in two pieces. The text starts outside strings; 0 always means nowhere.
#pragma once

#include <cstddef>
#include <string_view>

namespace npscope::json {

/// Text whose tokens are found at once: it and its tokens stay in the cache.
inline constexpr size_t kStretch = 128 << 10;

/// Behind the last line end. `complete`: nothing follows the text.
[[nodiscard]] size_t behind_last_line_end(std::string_view text, bool complete);
/// Behind the last object or array that ends in the text, which starts between values.
[[nodiscard]] size_t behind_last_value(std::string_view text);
/// Behind the last element that ends in the text, which starts between elements of an array, or else behind the end of the array.
[[nodiscard]] size_t behind_last_element(std::string_view text);
/// Behind the last comma or bracket.
[[nodiscard]] size_t behind_last_mark(std::string_view text);

/// A guess for behind_last_element: before an object that seems to follow another one. It may stand in a string, or deeper.
[[nodiscard]] size_t guess_last_element(std::string_view text);

}  // namespace npscope::json
