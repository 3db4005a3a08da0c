// SPDX-License-Identifier: MIT
// Guesses the language of one comment by its script and its most frequent words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace npscope {

/// "en", "de", "zh", "ja", "ko", "th", "ru", ... (ISO 639-1), or "" when the comment is too short or too mixed to say.
///
/// Korean, Thai, Greek and Hebrew are their scripts; Kana make Japanese, Han alone is Chinese. Latin, Cyrillic and Arabic script takes two
/// frequent words of a language (one in a comment of up to three words) and half as many again as of the next language.
[[nodiscard]] std::string_view guess_language(std::string_view comment);

/// Languages that a word speaks for, a bit each: because it is frequent in them, and because of its letters.
struct WordVotes {
  uint32_t frequent = 0;
  uint32_t letters = 0;
};
[[nodiscard]] WordVotes votes_of(std::string_view word);

/// The same for whoever has the words of a comment already: start(), add() each word in any order, guess().
class LanguageGuesser {
 public:
  /// Looks at the scripts of `comment`. False: they settle it, no words are needed.
  bool start(std::string_view comment);
  /// `word`: the same number for the same word.
  void add(uint32_t word, const WordVotes& votes) {
    ++words_;
    letters_ |= votes.letters;
    if (votes.frequent != 0) add_frequent(word, votes.frequent);
  }
  /// A place in languages(); 0: not told.
  [[nodiscard]] uint8_t guess() const;

  /// All that can come out; the first is empty.
  [[nodiscard]] static std::span<const std::string_view> languages();

 private:
  static constexpr size_t kMostVotes = 32;
  void add_frequent(uint32_t word, uint32_t languages);

  uint8_t by_script_ = 0;
  size_t words_ = 0;
  uint32_t letters_ = 0;
  uint32_t votes_[kMostVotes] = {};
  std::vector<uint32_t> seen_;
};

}  // namespace npscope
