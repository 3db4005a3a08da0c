// SPDX-License-Identifier: MIT
// ThemeMatcher: which themes a comment mentions, by the numbers of its words. A theme is a list of texts; one of them is enough.
//
// A text is read as comments are: "too expensive" are those two words beside each other, "cost*" is every word that begins so, "价格" those
// two characters; a single character of a script without blanks is every word that has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/comment/comment_words.h"
#include "core/survey/themes.h"

namespace npscope {

class ThemeMatcher {
 public:
  /// Both must outlive this; `words` has all its comments. REQUIRES: at most kMostThemes.
  ThemeMatcher(const CommentWords& words, std::span<const Theme> themes);

  /// A bit for each theme. REQUIRES: comment < words.size().
  [[nodiscard]] uint64_t themes_of(size_t comment);

  /// By theme: the texts of which some word is in no comment.
  [[nodiscard]] const std::vector<std::vector<std::string>>& unknown() const { return unknown_; }

 private:
  /// One word of a text: any of these numbers, ascending.
  struct Element {
    std::vector<uint32_t> words;
    /// Beside the word before.
    bool follows = false;
  };
  struct Pattern {
    uint64_t theme = 0;
    std::vector<Element> elements;
  };
  struct Start {
    uint32_t pattern = 0;
    /// The next one of the same word, and one; 0: none.
    uint32_t next = 0;
  };
  struct At {
    uint32_t word = 0;
    bool follows = false;
  };

  [[nodiscard]] std::vector<Element> elements_of(std::string_view text);
  [[nodiscard]] std::vector<uint32_t> words_with_prefix(std::string_view prefix);
  [[nodiscard]] std::vector<uint32_t> words_with_letter(std::string_view letter) const;
  void add(Pattern pattern);
  [[nodiscard]] bool matches(const Pattern& pattern, size_t at) const;

  const CommentWords& words_;
  std::vector<Pattern> patterns_;
  std::vector<Start> starts_;
  /// By word: the first of its starts, and one.
  std::vector<uint32_t> start_of_;
  std::vector<std::vector<std::string>> unknown_;
  /// All words by their bytes; made when a prefix asks.
  std::vector<uint32_t> sorted_;
  std::vector<At> comment_;
};

}  // namespace npscope
