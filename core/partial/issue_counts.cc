// SPDX-License-Identifier: MIT
// Counting is addition; the examples of two parts are the first ones of both together.
#include "core/partial/issue_counts.h"

#include <algorithm>
#include <iterator>

namespace npscope {

bool IssueCounts::wants_example(Code code, uint64_t record) const {
  const std::vector<IssuePlace>& examples = entry(code).examples;
  return examples.size() < kMostExamples || record <= examples.back().record;
}

void IssueCounts::add(Code code, const IssuePlace& place) {
  Entry& entry = entries_[static_cast<size_t>(code)];
  ++entry.count;
  entry.examples.insert(std::ranges::upper_bound(entry.examples, place), place);
  if (entry.examples.size() > kMostExamples) entry.examples.pop_back();
}

void IssueCounts::add(Code code, uint64_t count) { entries_[static_cast<size_t>(code)].count += count; }

void IssueCounts::merge(const IssueCounts& other) {
  for (size_t i = 0; i < kCodeCount; ++i) {
    Entry& entry = entries_[i];
    entry.count += other.entries_[i].count;
    std::vector<IssuePlace> both;
    std::ranges::merge(entry.examples, other.entries_[i].examples, std::back_inserter(both));
    both.resize(std::min(both.size(), kMostExamples));
    entry.examples.swap(both);
  }
}

void Ledger::merge(const Ledger& other) {
  accepted += other.accepted;
  blank_lines += other.blank_lines;
  for (size_t i = 0; i < kCodeCount; ++i) reasons[i] += other.reasons[i];
}

uint64_t Ledger::rejected() const {
  return count([](Code code) { return !is_unscored_reason(code) && !is_excluded_reason(code) && !is_duplicate_reason(code); });
}

uint64_t Ledger::count(bool (*is_one)(Code)) const {
  uint64_t sum = 0;
  for (size_t i = 0; i < kCodeCount; ++i) {
    if (is_one(static_cast<Code>(i))) sum += reasons[i];
  }
  return sum;
}

}  // namespace npscope
