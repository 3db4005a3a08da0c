// SPDX-License-Identifier: MIT
// A word is found by halving its language's list; a pair of Han characters is looked at character by character too.
#include "core/comment/display_words.h"

#include <algorithm>

#include "core/comment/letters.h"
#include "core/comment/word_lists.h"

namespace npscope {
namespace {

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

/// "的服" is hidden for its "的"; "不是" is not, for its "不".
bool hides_characters(std::string_view word, std::span<const std::string_view> list) {
  bool hidden = false;
  while (!word.empty()) {
    const CodePoint c = first_code_point(word);
    if (letter_of(c.value).script != Script::kHan) return false;
    const std::string_view character = word.substr(0, c.size);
    if (contains(kept_characters(), character)) return false;
    hidden = hidden || contains(list, character);
    word.remove_prefix(c.size);
  }
  return hidden;
}

}  // namespace

bool is_hidden_word(std::string_view word, std::string_view language) {
  for (const DisplayList& list : display_lists()) {
    if (list.language == language) return contains(list.words, word) || hides_characters(word, list.words);
  }
  return false;
}

bool is_hidden_pair(const TermDictionary& dictionary, uint32_t pair, std::string_view language) {
  const TermDictionary::Pair both = dictionary.pair_of(pair);
  return is_hidden_word(dictionary.word_text(both.first), language) ||
         is_hidden_word(dictionary.word_text(both.second), language);
}

}  // namespace npscope
