// SPDX-License-Identifier: MIT
// TermDictionary: numbers for the words of comments and for pairs of neighbouring words, each from 0 in the order of first coming.
//
// Not table/'s Dictionary: a survey writes more than its 65,536 words, and pairs are kept as two numbers, not as text. Numbers depend on
// the order of reading, so they stay within a shard: merge() says what the other's numbers are called here, and results order by text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

class TermDictionary {
 public:
  /// The number of a word, which is added when it is new.
  [[nodiscard]] uint32_t word(std::string_view text);
  /// The number of a word, or kNone.
  [[nodiscard]] uint32_t find_word(std::string_view text) const;
  /// The number of two words beside each other; `overlaps`: they share a letter (Word::overlaps), and are written as three.
  [[nodiscard]] uint32_t pair(uint32_t first, uint32_t second, bool overlaps);

  /// The number of a pair, or kNone.
  [[nodiscard]] uint32_t find_pair(uint32_t first, uint32_t second, bool overlaps) const;
  static constexpr uint32_t kNone = UINT32_MAX;

  [[nodiscard]] size_t words() const { return ends_.size(); }
  [[nodiscard]] size_t pairs() const { return pairs_.size(); }

  /// Valid until the next word is added. REQUIRES: a number of this dictionary.
  [[nodiscard]] std::string_view word_text(uint32_t word) const;
  /// A hash of the text, the same in every dictionary. REQUIRES: a number of this dictionary.
  [[nodiscard]] uint32_t word_hash(uint32_t word) const { return hashes_[word]; }
  /// "very good", "l'accueil", "很方便". REQUIRES: a number of this dictionary.
  [[nodiscard]] std::string pair_text(uint32_t pair) const;
  struct Pair {
    uint32_t first = 0;
    uint32_t second = 0;
    bool overlaps = false;
  };
  [[nodiscard]] Pair pair_of(uint32_t pair) const;

  /// Adds all of `other`; the number that each of its words and pairs has here.
  struct Numbers {
    std::vector<uint32_t> words;
    std::vector<uint32_t> pairs;
  };
  [[nodiscard]] Numbers merge(const TermDictionary& other);

 private:
  struct Slot {
    /// Of the text, which most words fit into.
    uint64_t start = 0;
    uint32_t hash = 0;
    /// 0: free; else the number of the word and one.
    uint32_t number = 0;
  };
  [[nodiscard]] size_t word_slot(std::string_view text, uint64_t start, uint32_t hash) const;
  [[nodiscard]] size_t pair_slot(uint64_t key) const;
  void grow_words();
  void grow_pairs();

  std::string texts_;
  std::vector<uint64_t> ends_;
  std::vector<uint32_t> hashes_;
  std::vector<Slot> word_slots_;
  /// first << 32 | second, with the highest bit for those that overlap.
  std::vector<uint64_t> pairs_;
  /// 0: free; else the number of the pair and one.
  std::vector<uint32_t> pair_slots_;
};

}  // namespace npscope
