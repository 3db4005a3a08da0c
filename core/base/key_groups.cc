// SPDX-License-Identifier: MIT
// Counting, dealing, then one small table of slots for each part.
#include "core/base/key_groups.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <vector>

namespace npscope {
namespace {

constexpr size_t kPart = 2048;
constexpr int kMostBits = 12;
constexpr size_t kMostDealt = size_t{1} << 17;
constexpr size_t kBatch = 512;
constexpr uint64_t kFactor = 0x9E3779B97F4A7C15U;

/// Counts keys up to two, four counters a key; keys that share a counter count as equal.
class Repeats {
 public:
  explicit Repeats(size_t count)
      : shift_(64 - std::min(kMostCounterBits, std::bit_width(count) + 2)),
        words_(std::max<size_t>((size_t{1} << (64 - shift_)) / kCounters, 1)) {}

  void add(uint64_t key) {
    const uint64_t place = key * kFactor >> shift_;
    uint64_t& word = words_[place / kCounters];
    const uint64_t seen = uint64_t{1} << place % kCounters * 2;
    word |= seen | (word & seen) << 1;
  }
  [[nodiscard]] bool may_repeat(uint64_t key) const {
    const uint64_t place = key * kFactor >> shift_;
    return (words_[place / kCounters] >> (place % kCounters * 2 + 1) & 1) != 0;
  }

 private:
  static constexpr int kMostCounterBits = 26;
  static constexpr size_t kCounters = 32;  // in a word, of two bits each
  int shift_;
  std::vector<uint64_t> words_;
};

/// Calls `take` with every index that has a key, and with the key; `flush` after each batch.
template <class Take, class Flush>
void for_each_key(size_t count, const KeySource& source, Take&& take, Flush&& flush) {
  std::array<uint64_t, kBatch> batch;
  for (size_t from = 0; from < count; from += kBatch) {
    const std::span<uint64_t> keys(batch.data(), std::min(kBatch, count - from));
    source.keys(source.self, from, keys);
    for (size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] != 0) take(from + i, keys[i]);
    }
    flush();
  }
}

}  // namespace

void deal_repeated_keys(size_t count, const KeySource& source) {
  Repeats repeats(count);
  const auto nothing = [] {};
  for_each_key(count, source, [&](size_t, uint64_t key) { repeats.add(key); }, nothing);
  const int bits = std::min(kMostBits, std::bit_width(count / kPart));
  const auto part_of = [bits](uint64_t key) { return bits == 0 ? size_t{0} : static_cast<size_t>(key >> (64 - bits)); };
  std::vector<uint32_t> sizes(size_t{1} << bits, 0);
  for_each_key(count, source, [&](size_t, uint64_t key) { sizes[part_of(key)] += repeats.may_repeat(key) ? 1 : 0; }, nothing);
  const size_t total = std::accumulate(sizes.begin(), sizes.end(), size_t{0});
  std::vector<KeyEntry> dealt;
  std::vector<uint32_t> next(sizes.size());
  for (size_t first = 0; first < sizes.size();) {
    size_t end = first;
    size_t all = 0;
    for (; end < sizes.size() && (all == 0 || all + sizes[end] <= kMostDealt); ++end) {
      next[end] = static_cast<uint32_t>(all);
      all += sizes[end];
    }
    if (all > 0) {
      if (dealt.capacity() < all) {
        dealt = {};
        dealt.reserve(std::max(all, std::min(total, kMostDealt)));
      }
      dealt.resize(all);
      std::array<KeyEntry, kBatch> few;
      size_t taken = 0;
      // The parts at hand are a stretch of the keys.
      const uint64_t least = bits == 0 ? 0 : static_cast<uint64_t>(first) << (64 - bits);
      const uint64_t width = end == sizes.size() ? ~least : (static_cast<uint64_t>(end - first) << (64 - bits)) - 1;
      const auto take = [&](size_t index, uint64_t key) {
        if (key - least <= width && repeats.may_repeat(key)) few[taken++] = {key, 0, 0, static_cast<uint32_t>(index)};
      };
      for_each_key(count, source, take, [&] {
        const std::span<KeyEntry> entries(few.data(), taken);
        if (source.complete != nullptr) source.complete(source.self, entries);
        for (const KeyEntry& entry : entries) dealt[next[part_of(entry.key)]++] = entry;
        taken = 0;
      });
    }
    for (; first < end; ++first) {
      if (sizes[first] > 1) source.act(source.self, std::span(dealt).subspan(next[first] - sizes[first], sizes[first]));
    }
  }
}

void report_repeated_keys(std::span<const KeyEntry> part, const GroupTaker& taker) {
  std::vector<uint32_t> slots(std::bit_ceil(part.size() * 2), 0);
  const size_t mask = slots.size() - 1;
  std::vector<KeyEntry> repeated;
  for (uint32_t e = 0; e < part.size(); ++e) {
    // The first bits are the same for all keys of a part.
    size_t slot = (part[e].key * kFactor >> 32) & mask;
    while (slots[slot] != 0 && part[slots[slot] - 1].key != part[e].key) slot = (slot + 1) & mask;
    if (slots[slot] == 0) {
      slots[slot] = e + 1;
    } else {
      repeated.push_back(part[e]);
      repeated.push_back(part[slots[slot] - 1]);
    }
  }
  std::ranges::sort(repeated,
                    [](const KeyEntry& a, const KeyEntry& b) { return a.key != b.key ? a.key < b.key : a.index < b.index; });
  std::vector<uint32_t> group;
  for (size_t i = 0; i < repeated.size();) {
    group.clear();
    const uint64_t same = repeated[i].key;
    for (; i < repeated.size() && repeated[i].key == same; ++i) {
      if (group.empty() || group.back() != repeated[i].index) group.push_back(repeated[i].index);
    }
    taker.act(taker.self, group);
  }
}

}  // namespace npscope
