// SPDX-License-Identifier: MIT
// A comment has a dozen words: sorting their numbers is cheaper than any table.
#include "core/comment/comment_words.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {
namespace {

/// A pair as one number.
uint64_t packed(uint32_t first, uint32_t second, bool overlaps) {
  return uint64_t{first} << 32 | second | (overlaps ? uint64_t{1} << 63 : 0);
}

/// Each of `numbers`, which it sorts, with how often it is there.
void take_distinct(std::vector<uint32_t>& numbers, std::vector<TermUse>& uses) {
  std::ranges::sort(numbers);
  uses.clear();
  for (const uint32_t number : numbers) {
    if (!uses.empty() && uses.back().term == number) {
      ++uses.back().times;
    } else {
      uses.push_back({number, 1});
    }
  }
}

}  // namespace

void CommentWords::add(std::string_view comment) {
  reader_.start(comment);
  find_private(reader_.text(), private_);
  auto span = private_.begin();
  bool has_last = false;
  while (reader_.next()) {
    const Word& word = reader_.word();
    while (span != private_.end() && span->end <= word.start) {
      has_last = false;
      ++span;
    }
    if (word.text.size() > kLongestWord || (span != private_.end() && span->start < word.end)) {
      has_last = false;
      continue;
    }
    const uint32_t number = dictionary_.word(word.text);
    NPS_CHECK(number < 1U << (32 - kNumberShift));
    const bool follows = has_last && word.follows;
    words_.push_back(number << kNumberShift | (follows ? kFollows : 0) | (follows && word.overlaps ? kOverlaps : 0));
    has_last = true;
  }
  ends_.push_back(words_.size());
}

/// By the texts, so that all shards agree.
uint64_t CommentWords::hash_of(uint32_t first, uint32_t second, bool overlaps) const {
  uint64_t hash = (uint64_t{dictionary_.word_hash(first)} << 32 | dictionary_.word_hash(second)) + (overlaps ? 1 : 0);
  hash *= 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 32;
  hash *= 0x94D049BB133111EBULL;
  return hash ^ (hash >> 29);
}

void CommentWords::add_pairs(PairSketch& sketch, size_t from, size_t to) const {
  // A pair that a comment repeats is added again: the sketch promises no less than the true number.
  uint32_t last = 0;
  for (uint64_t i = start_of(from); i < start_of(to); ++i) {
    const uint32_t word = words_[i];
    const uint32_t number = word >> kNumberShift;
    if ((word & kFollows) != 0) sketch.add(hash_of(last, number, (word & kOverlaps) != 0));
    last = number;
  }
}

void CommentWords::number_pairs(const PairSketch& sketch, uint8_t fewest, size_t from, size_t to) {
  NPS_CHECK(from == numbered_ && to <= size());
  for (; numbered_ < to; ++numbered_) {
    const uint64_t start = start_of(numbered_);
    const auto words = static_cast<size_t>(ends_[numbered_] - start);
    // First all looks into the sketch, which is larger than caches: none waits for another.
    most_.resize(words);
    uint32_t last = 0;
    for (size_t i = 0; i < words; ++i) {
      const uint32_t word = words_[start + i];
      most_[i] = (word & kFollows) == 0 ? 0 : sketch.most(hash_of(last, word >> kNumberShift, (word & kOverlaps) != 0));
      last = word >> kNumberShift;
    }
    unnumbered_.clear();
    for (size_t i = 0; i < words; ++i) {
      const uint32_t word = words_[start + i];
      const uint32_t number = word >> kNumberShift;
      const bool overlaps = (word & kOverlaps) != 0;
      uint32_t pair = TermDictionary::kNone;
      if ((word & kFollows) != 0) {
        if (most_[i] >= fewest) {
          pair = dictionary_.pair(last, number, overlaps);
        } else {
          unnumbered_.push_back({packed(last, number, overlaps), start + i});
        }
      }
      pair_of_.push_back(pair);
      last = number;
    }
    if (unnumbered_.size() > 1) mark_repeats();
  }
}

void CommentWords::mark_repeats() {
  std::ranges::sort(unnumbered_);
  for (size_t i = 1; i < unnumbered_.size(); ++i) {
    if (unnumbered_[i].pair == unnumbered_[i - 1].pair) pair_of_[unnumbered_[i].place] = kRepeat;
  }
}

const TermsOfComment& CommentWords::read(size_t comment) {
  NPS_CHECK(comment < numbered_);
  terms_.other_pairs = {};
  numbers_.clear();
  for (uint64_t i = start_of(comment); i < ends_[comment]; ++i) {
    if ((words_[i] & kFollows) == 0) continue;
    if (pair_of_[i] < kRepeat) {
      numbers_.push_back(pair_of_[i]);
      continue;
    }
    ++terms_.other_pairs.times;
    terms_.other_pairs.comments += pair_of_[i] == kRepeat ? 0 : 1;
  }
  take_distinct(numbers_, terms_.pairs);
  numbers_.clear();
  for (uint64_t i = start_of(comment); i < ends_[comment]; ++i) numbers_.push_back(words_[i] >> kNumberShift);
  take_distinct(numbers_, terms_.words);
  return terms_;
}

void CommentWords::count(size_t comment, std::vector<Counted>& words, std::vector<Counted>& pairs,
                         TermCounts::Entry& other_pairs) const {
  const auto number = static_cast<uint32_t>(comment);
  const auto add = [number](Counted& term) {
    ++term.times;
    term.comments += term.last != number ? 1 : 0;
    term.last = number;
  };
  for (uint64_t i = start_of(comment); i < ends_[comment]; ++i) {
    const uint32_t word = words_[i];
    add(words[word >> kNumberShift]);
    if ((word & kFollows) == 0) continue;
    const uint32_t pair = pair_of_[i];
    if (pair < kRepeat) {
      add(pairs[pair]);
    } else {
      ++other_pairs.times;
      other_pairs.comments += pair == kRepeat ? 0 : 1;
    }
  }
}

}  // namespace npscope
