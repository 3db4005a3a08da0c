// SPDX-License-Identifier: MIT
// CommentWords: the words of many comments as numbers, read once, from which the terms of any comment follow without its text.
//
// 1. add() every comment; 2. add_pairs() to a sketch, merge the sketches of all shards; 3. number_pairs() with the support that is asked
// for; then read() gives the terms of a comment. Pairs below the support are among `other_pairs`, or not: log_odds() comes to the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/chunked.h"
#include "core/comment/masking.h"
#include "core/comment/pair_sketch.h"
#include "core/comment/term_dictionary.h"
#include "core/comment/words.h"
#include "core/partial/term_counts.h"

namespace npscope {

struct CommentTerms {
  /// Ascending by term, each once. Numbers of words and of pairs are apart.
  std::vector<TermUse> words;
  std::vector<TermUse> pairs;
  /// The pairs without a number: how many, as `comments`, and how often they are there.
  TermCounts::Entry other_pairs;
};

class CommentWords {
 public:
  /// Longer words (in bytes) are no language; they divide.
  static constexpr size_t kLongestWord = 100;

  /// Adds a comment; its number is how many were added before. Pairs are of all words, before anything is filtered for display: "nicht
  /// funktioniert", "trop cher", "不推荐"; none goes over a full stop, a comma or the end of a line. What find_private() finds is no word
  /// and divides.
  void add(std::string_view comment);
  [[nodiscard]] size_t size() const { return ends_.size(); }
  [[nodiscard]] const TermDictionary& dictionary() const { return dictionary_; }
  /// For the merging of shards.
  [[nodiscard]] TermDictionary& dictionary() { return dictionary_; }

  /// Adds each distinct pair of comments [from, to) to `sketch`. REQUIRES: to <= size().
  void add_pairs(PairSketch& sketch, size_t from, size_t to);
  /// Gives the pairs of comments [from, to) numbers that are in `fewest` comments at least, by the sketch of all comments.
  void number_pairs(const PairSketch& sketch, uint8_t fewest, size_t from, size_t to);

  /// The terms of a comment; pairs without a number are only summed. Valid until the next call. REQUIRES: comment < size().
  [[nodiscard]] const CommentTerms& read(size_t comment);

 private:
  void take_pairs(size_t comment);
  [[nodiscard]] uint64_t hash_of(uint64_t pair) const;

  TermDictionary dictionary_;
  /// A word's number in the upper bits; the lowest says that it makes a pair with the word before, the next that it overlaps it.
  Chunked<uint32_t> words_;
  Chunked<uint64_t> ends_;
  WordReader reader_;
  std::vector<PrivateSpan> private_;
  std::vector<uint32_t> numbers_;
  /// Packed, sorted; those that are there twice, twice.
  std::vector<uint64_t> pairs_;
  CommentTerms terms_;
};

}  // namespace npscope
