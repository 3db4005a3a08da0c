// SPDX-License-Identifier: MIT
// TermCounts: how often each term occurs in the comments of one group (promoters, detractors, whoever a filter lets through), and in how
// many of them. Words and pairs of words are counted apart, each in one of these.
//
// Terms are the numbers that a TermDictionary (core/comment) gave. Numbers of two shards mean different terms: renumber() comes before
// merge().
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace npscope {

/// A term of one comment.
struct TermUse {
  uint32_t term = 0;
  /// At least 1.
  uint32_t times = 1;
  bool operator==(const TermUse&) const = default;
};

struct TermCounts {
  struct Entry {
    uint64_t times = 0;
    uint64_t comments = 0;
    bool operator==(const Entry&) const = default;
  };
  /// By term; terms beyond the last entry occur nowhere.
  std::vector<Entry> entries;
  /// The sums over terms that were left without a number because they are too rare to be shown.
  Entry rest;
  /// All that were added, also those without any term.
  uint64_t comments = 0;

  /// Adds a comment; `others` says how many terms without a number it has (as comments) and how often they are there. REQUIRES: each term
  /// at most once.
  void add(std::span<const TermUse> comment, const Entry& others);
  void add(std::span<const TermUse> comment) { add(comment, Entry()); }
  void merge(const TermCounts& other);
  /// The same counts where term t is called numbers[t]. REQUIRES: a number for each entry, all different.
  [[nodiscard]] TermCounts renumbered(std::span<const uint32_t> numbers) const;

  [[nodiscard]] Entry of(uint32_t term) const { return term < entries.size() ? entries[term] : Entry{}; }
  /// Sums over all terms, `rest` included.
  [[nodiscard]] Entry total() const;
  bool operator==(const TermCounts&) const = default;
};

}  // namespace npscope
