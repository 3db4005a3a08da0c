// SPDX-License-Identifier: MIT
// Terms are numbered from 0 without gaps, so counting is an index into a row of entries.
#include "core/partial/term_counts.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {

void TermCounts::add(std::span<const TermUse> comment, const Entry& others) {
  ++comments;
  rest.times += others.times;
  rest.comments += others.comments;
  for (const TermUse& use : comment) {
    if (use.term >= entries.size()) entries.resize(use.term + size_t{1});
    entries[use.term].times += use.times;
    ++entries[use.term].comments;
  }
}

void TermCounts::merge(const TermCounts& other) {
  comments += other.comments;
  rest.times += other.rest.times;
  rest.comments += other.rest.comments;
  if (entries.size() < other.entries.size()) entries.resize(other.entries.size());
  for (size_t i = 0; i < other.entries.size(); ++i) {
    entries[i].times += other.entries[i].times;
    entries[i].comments += other.entries[i].comments;
  }
}

TermCounts TermCounts::renumbered(std::span<const uint32_t> numbers) const {
  NPS_CHECK(numbers.size() >= entries.size());
  TermCounts result;
  result.comments = comments;
  result.rest = rest;
  size_t size = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].comments > 0) size = std::max(size, numbers[i] + size_t{1});
  }
  result.entries.resize(size);
  for (size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].comments > 0) result.entries[numbers[i]] = entries[i];
  }
  return result;
}

TermCounts::Entry TermCounts::total() const {
  Entry sum = rest;
  for (const Entry& entry : entries) {
    sum.times += entry.times;
    sum.comments += entry.comments;
  }
  return sum;
}

}  // namespace npscope
