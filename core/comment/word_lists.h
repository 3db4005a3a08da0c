// SPDX-License-Identifier: MIT
// The tables that scripts/word-lists.mjs makes of word-lists.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace npscope {

/// Words sorted by their bytes.
struct DisplayList {
  std::string_view language;
  std::span<const std::string_view> words;
};

/// A bit for each language, in the order of guessed_languages().
struct GuessWord {
  std::string_view word;
  uint32_t languages = 0;
};

[[nodiscard]] std::span<const DisplayList> display_lists();
/// Han characters that keep a pair from being hidden.
[[nodiscard]] std::span<const std::string_view> kept_characters();
[[nodiscard]] std::span<const std::string_view> guessed_languages();
/// Sorted by the bytes of the words.
[[nodiscard]] std::span<const GuessWord> guess_words();

}  // namespace npscope
