// SPDX-License-Identifier: MIT
// CommentWords: the words of many comments as numbers, read once, from which the terms of any comment follow without its text.
//
// 1. add() every comment; 2. add_pairs() to a sketch, merge the sketches of all shards; 3. number_pairs() with the support that is asked
// for; then read() gives the terms of a comment, and count() counts them. Pairs below the support are among `other_pairs`, or not:
// log_odds() comes to the same.
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

struct TermsOfComment {
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

  /// Adds each pair of comments [from, to) to `sketch`. REQUIRES: to <= size().
  void add_pairs(PairSketch& sketch, size_t from, size_t to) const;
  /// Gives the pairs of comments [from, to) numbers that are in `fewest` comments at least, by the sketch of all comments. REQUIRES:
  /// `from` is where the last call ended (at first 0), to <= size().
  void number_pairs(const PairSketch& sketch, uint8_t fewest, size_t from, size_t to);

  /// The terms of a comment; pairs without a number are only summed. Valid until the next call. REQUIRES: number_pairs() has come to it.
  [[nodiscard]] const TermsOfComment& read(size_t comment);

  /// How often a term was counted, and which comment did so last; count() counts it once a comment.
  struct Counted {
    uint32_t last = UINT32_MAX;
    uint32_t comments = 0;
    uint64_t times = 0;
  };
  /// Adds read(comment), much faster: words and pairs by their numbers. REQUIRES: as read(); each comment once; an entry for each term.
  void count(size_t comment, std::vector<Counted>& words, std::vector<Counted>& pairs, TermCounts::Entry& other_pairs) const;

  /// A word where it stands.
  struct Place {
    uint32_t word = 0;
    /// It makes a pair with the word before.
    bool follows = false;
    /// The pair's number; kNone: the pair has none, or there is no pair.
    uint32_t pair = TermDictionary::kNone;
  };
  /// All words of a comment, in their order: `act(Place)`. REQUIRES: comment < size().
  template <class Act>
  void for_each_word(size_t comment, Act&& act) const {
    for (uint64_t i = start_of(comment); i < ends_[comment]; ++i) {
      const uint32_t pair = i < pair_of_.size() ? pair_of_[i] : TermDictionary::kNone;
      act(Place{words_[i] >> kNumberShift, (words_[i] & kFollows) != 0, pair >= kRepeat ? TermDictionary::kNone : pair});
    }
  }
  /// How many words comment [from, to) have. REQUIRES: from <= to <= size().
  [[nodiscard]] uint64_t words_in(size_t from, size_t to) const { return start_of(to) - start_of(from); }

 private:
  static constexpr uint32_t kFollows = 1;
  static constexpr uint32_t kOverlaps = 2;
  static constexpr uint32_t kNumberShift = 2;
  /// In pair_of_: a pair without a number that the comment has before. (TermDictionary::kNone: any other without a number.)
  static constexpr uint32_t kRepeat = TermDictionary::kNone - 1;

  [[nodiscard]] uint64_t start_of(size_t comment) const { return comment == 0 ? 0 : ends_[comment - 1]; }
  [[nodiscard]] uint64_t hash_of(uint32_t first, uint32_t second, bool overlaps) const;
  void mark_repeats();

  TermDictionary dictionary_;
  /// A word's number in the upper bits; the lowest says that it makes a pair with the word before, the next that it overlaps it.
  Chunked<uint32_t> words_;
  /// By word, the number of the pair that it ends; as far as number_pairs() has come.
  Chunked<uint32_t> pair_of_;
  size_t numbered_ = 0;
  Chunked<uint64_t> ends_;
  WordReader reader_;
  std::vector<PrivateSpan> private_;
  std::vector<uint32_t> numbers_;
  /// Pairs of a comment without a number: packed, and where they are.
  struct Unnumbered {
    uint64_t pair = 0;
    uint64_t place = 0;
    auto operator<=>(const Unnumbered&) const = default;
  };
  std::vector<Unnumbered> unnumbered_;
  std::vector<uint8_t> most_;
  TermsOfComment terms_;
};

}  // namespace npscope
