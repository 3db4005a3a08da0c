// SPDX-License-Identifier: MIT
// A comment has a dozen words: sorting their numbers is cheaper than any table.
#include "core/comment/comment_words.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr uint32_t kFollows = 1;
constexpr uint32_t kOverlaps = 2;
constexpr uint32_t kNumberShift = 2;

constexpr uint64_t kOverlappingPair = uint64_t{1} << 63;
uint32_t first_of(uint64_t pair) { return static_cast<uint32_t>((pair & ~kOverlappingPair) >> 32); }
uint32_t second_of(uint64_t pair) { return static_cast<uint32_t>(pair); }
bool overlaps(uint64_t pair) { return (pair & kOverlappingPair) != 0; }

/// Calls `act` with each value and how often it is there.
template <class T, class Act>
void for_each_distinct(const std::vector<T>& sorted, Act&& act) {
  for (size_t i = 0; i < sorted.size();) {
    size_t end = i + 1;
    while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
    act(sorted[i], static_cast<uint32_t>(end - i));
    i = end;
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

/// Into pairs_.
void CommentWords::take_pairs(size_t comment) {
  NPS_CHECK(comment < size());
  pairs_.clear();
  uint64_t last = 0;
  for (uint64_t i = comment == 0 ? 0 : ends_[comment - 1]; i < ends_[comment]; ++i) {
    const uint32_t word = words_[i];
    const uint64_t number = word >> kNumberShift;
    if ((word & kFollows) != 0) pairs_.push_back(last << 32 | number | ((word & kOverlaps) != 0 ? kOverlappingPair : 0));
    last = number;
  }
  std::ranges::sort(pairs_);
}

/// By the texts, so that all shards agree.
uint64_t CommentWords::hash_of(uint64_t pair) const {
  const uint64_t first = dictionary_.word_hash(first_of(pair));
  uint64_t hash = (first << 32 | dictionary_.word_hash(second_of(pair))) + (overlaps(pair) ? 1 : 0);
  hash *= 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 32;
  hash *= 0x94D049BB133111EBULL;
  return hash ^ (hash >> 29);
}

void CommentWords::add_pairs(PairSketch& sketch, size_t from, size_t to) {
  for (size_t comment = from; comment < to; ++comment) {
    take_pairs(comment);
    for_each_distinct(pairs_, [&](uint64_t pair, uint32_t) { sketch.add(hash_of(pair)); });
  }
}

void CommentWords::number_pairs(const PairSketch& sketch, uint8_t fewest, size_t from, size_t to) {
  for (size_t comment = from; comment < to; ++comment) {
    take_pairs(comment);
    for_each_distinct(pairs_, [&](uint64_t pair, uint32_t) {
      if (sketch.most(hash_of(pair)) < fewest) return;
      static_cast<void>(dictionary_.pair(first_of(pair), second_of(pair), overlaps(pair)));
    });
  }
}

const CommentTerms& CommentWords::read(size_t comment) {
  take_pairs(comment);
  terms_.pairs.clear();
  terms_.other_pairs = {};
  for_each_distinct(pairs_, [&](uint64_t pair, uint32_t times) {
    const uint32_t number = dictionary_.find_pair(first_of(pair), second_of(pair), overlaps(pair));
    if (number != TermDictionary::kNone) {
      terms_.pairs.push_back({number, times});
    } else {
      terms_.other_pairs.times += times;
      ++terms_.other_pairs.comments;
    }
  });
  std::ranges::sort(terms_.pairs, {}, &TermUse::term);
  numbers_.clear();
  for (uint64_t i = comment == 0 ? 0 : ends_[comment - 1]; i < ends_[comment]; ++i)
    numbers_.push_back(words_[i] >> kNumberShift);
  std::ranges::sort(numbers_);
  terms_.words.clear();
  for_each_distinct(numbers_, [&](uint32_t number, uint32_t times) { terms_.words.push_back({number, times}); });
  return terms_;
}

}  // namespace npscope
