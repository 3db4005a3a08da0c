// SPDX-License-Identifier: MIT
// One sort per shard, byte by byte from the last one on, because there are millions of short keys; then ordered lists are merged.
#include "core/partial/pattern_counts.h"

#include <array>
#include <utility>

#include "core/base/check.h"

namespace npscope {
namespace {

using Entry = PatternCounts::Entry;

bool comes_before(const Entry& a, const Entry& b) {
  if (a.account != b.account) return a.account < b.account;
  return a.pattern < b.pattern;
}

/// Sorts by the byte of `word` at `shift`, keeping the order of equal ones.
template <class Word>
[[gnu::noinline]] void sort_by_byte(std::vector<Entry>& entries, std::vector<Entry>& spare, const Word& word, unsigned shift) {
  std::array<size_t, 257> starts{};
  for (const Entry& entry : entries) ++starts[(word(entry) >> shift & 255) + 1];
  for (size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  for (const Entry& entry : entries) spare[starts[word(entry) >> shift & 255]++] = entry;
  entries.swap(spare);
}

template <class Word>
void sort_by(std::vector<Entry>& entries, std::vector<Entry>& spare, const Word& word) {
  uint64_t varying = 0;
  for (const Entry& entry : entries) varying |= word(entry) ^ word(entries.front());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    if ((varying >> shift & 255) != 0) sort_by_byte(entries, spare, word, shift);
  }
}

}  // namespace

void Pattern::set_value(size_t driver, unsigned value) {
  NPS_CHECK(driver < kMostDrivers && value <= kMissing);
  bits_ = (bits_ & ~(uint64_t{15} << 4 * driver)) | uint64_t{value} << 4 * driver;
}

void Pattern::set_answer(unsigned answer) {
  NPS_CHECK(answer < kAnswers);
  bits_ = (bits_ & ((uint64_t{1} << kAnswerShift) - 1)) | uint64_t{answer} << kAnswerShift;
}

void PatternCounts::merge(const PatternCounts& other) {
  if (other.entries.empty()) return;
  std::vector<Entry> both;
  both.reserve(entries.size() + other.entries.size());
  size_t left = 0;
  size_t right = 0;
  while (left < entries.size() && right < other.entries.size()) {
    if (comes_before(entries[left], other.entries[right])) {
      both.push_back(entries[left++]);
    } else if (comes_before(other.entries[right], entries[left])) {
      both.push_back(other.entries[right++]);
    } else {
      both.push_back(entries[left++]);
      both.back().count += other.entries[right++].count;
    }
  }
  both.insert(both.end(), entries.begin() + static_cast<ptrdiff_t>(left), entries.end());
  both.insert(both.end(), other.entries.begin() + static_cast<ptrdiff_t>(right), other.entries.end());
  entries = std::move(both);
}

PatternCounts pattern_counts(std::vector<Entry> unordered) {
  std::vector<Entry> spare(unordered.size());
  sort_by(unordered, spare, [](const Entry& entry) { return entry.pattern.bits(); });
  sort_by(unordered, spare, [](const Entry& entry) { return entry.account; });
  size_t kept = 0;
  for (const Entry& entry : unordered) {
    if (entry.count == 0) continue;
    if (kept > 0 && !comes_before(unordered[kept - 1], entry)) {
      unordered[kept - 1].count += entry.count;
    } else {
      unordered[kept++] = entry;
    }
  }
  unordered.resize(kept);
  return {std::move(unordered)};
}

}  // namespace npscope
