// SPDX-License-Identifier: MIT
// The one place that includes the generated tables.
#include "core/comment/word_lists.h"

namespace npscope {
namespace {

#include "core/comment/word_lists.inc"

}  // namespace

std::span<const DisplayList> display_lists() { return kDisplayLists; }
std::span<const std::string_view> kept_characters() { return kKeptCharacters; }
std::span<const std::string_view> guessed_languages() { return kGuessedLanguages; }
std::span<const GuessWord> guess_words() { return kGuessWords; }

}  // namespace npscope
