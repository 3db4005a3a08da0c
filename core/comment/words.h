// SPDX-License-Identifier: MIT
// WordReader: the words of a comment, folded, one after the other. Nothing but the text decides, so every browser and the native build
// read the same.
//
// A word is a run of letters and digits with their marks (Unicode Annex 29, made simple):
//   - an apostrophe between letters stays in the word and is written ' ("don't", "customer's", "geht's"), but what French and Italian
//     elide before a vowel is a word by itself ("l'" "accueil", "qu'" "il", "dell'" "ordine");
//   - a point or comma between digits stays ("3.5", "1.000,50"); hyphens divide;
//   - soft hyphens, joiners and variation selectors are dropped;
//   - in scripts without blanks between words (Han, Kana, Thai, Lao, Khmer, Myanmar) two letters that stand together are a word, each
//     pair overlapping the next ("很方便": "很方", "方便"); a letter that stands alone is a word by itself;
//   - case is folded by fold_case() and the result is NFC, so that "J̌" and "ǰ" are one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace npscope {

struct Word {
  /// Folded; valid until the next call of next().
  std::string_view text;
  /// Its place in WordReader::text().
  size_t start = 0;
  size_t end = 0;
  /// Only blanks, hyphens or quotation marks (or nothing) lie between it and the word before.
  bool follows = false;
  /// Of two letters of which the word before has the first.
  bool overlaps = false;
};

class WordReader {
 public:
  /// Reads `comment`, which must stay; places mean its NFC, text(), which is `comment` itself when that is in NFC.
  void start(std::string_view comment);
  [[nodiscard]] std::string_view text() const { return text_; }

  /// False: there is no further word.
  bool next();
  [[nodiscard]] const Word& word() const { return word_; }

 private:
  bool skip_to_word();
  void read_word();
  bool read_plain_word();
  bool read_unspaced();
  size_t unspaced_end(size_t at) const;
  bool keep_apostrophe(size_t apostrophe_end, bool& elided) const;
  void take_unspaced(std::string_view letters);
  void compose();

  std::string_view text_;
  std::string normalized_;
  std::string folded_;
  std::string composed_;
  size_t at_ = 0;
  /// A pair of unspaced letters was read, and at_ is at its second.
  bool in_pairs_ = false;
  Word word_;
};

}  // namespace npscope
