// SPDX-License-Identifier: MIT
// Which terms a list does not show: articles, pronouns, auxiliaries (word-lists.json). Only what is shown is filtered, after counting;
// negations, degrees and judgements are never hidden.
#pragma once

#include <string_view>

#include "core/comment/term_dictionary.h"

namespace npscope {

/// `word` as WordReader gives it; languages with a list: en, de, fr, es, zh. In others nothing is hidden.
[[nodiscard]] bool is_hidden_word(std::string_view word, std::string_view language);

/// A pair is hidden when one of its words is.
[[nodiscard]] bool is_hidden_pair(const TermDictionary& dictionary, uint32_t pair, std::string_view language);

}  // namespace npscope
