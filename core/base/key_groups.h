// SPDX-License-Identifier: MIT
// KeyGroups: finds which of many 64-bit keys come more than once, in memory of four bytes a key.
//
// The indices are dealt into small parts by the keys' first bits, so that each part is compared within the processor's cache.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace npscope {

/// Calls `act` with the indices (ascending) of each key that more than one index has, in an order that depends on the keys only.
/// `key(index)` for indices from 0 to `count`; the key 0 stands for none and is passed over.
template <class KeyOf, class Act>
void for_each_repeated_key(size_t count, KeyOf&& key, Act&& act) {
  constexpr size_t kPart = 4096;
  constexpr int kMostBits = 12;
  const int bits = std::min(kMostBits, static_cast<int>(std::bit_width(count / kPart)));
  const auto part_of = [bits](uint64_t value) { return bits == 0 ? size_t{0} : static_cast<size_t>(value >> (64 - bits)); };

  std::vector<uint32_t> starts((size_t{1} << bits) + 1, 0);
  for (size_t i = 0; i < count; ++i) {
    if (const uint64_t value = key(i); value != 0) ++starts[part_of(value) + 1];
  }
  for (size_t p = 1; p < starts.size(); ++p) starts[p] += starts[p - 1];
  std::vector<uint32_t> dealt(starts.back());
  std::vector<uint32_t> next(starts.begin(), starts.end() - 1);
  for (size_t i = 0; i < count; ++i) {
    if (const uint64_t value = key(i); value != 0) dealt[next[part_of(value)]++] = static_cast<uint32_t>(i);
  }

  struct Entry {
    uint64_t key;
    uint32_t index;
  };
  std::vector<Entry> entries;
  std::vector<uint32_t> slots;  // index in `entries` plus 1
  std::vector<uint32_t> group;
  for (size_t p = 0; p + 1 < starts.size(); ++p) {
    entries.clear();
    for (uint32_t at = starts[p]; at < starts[p + 1]; ++at) entries.push_back({key(dealt[at]), dealt[at]});
    const size_t mask = std::bit_ceil(entries.size() * 2 + 1) - 1;
    slots.assign(mask + 1, 0);
    std::vector<Entry> repeated;
    for (uint32_t e = 0; e < entries.size(); ++e) {
      // The first bits are the same for all keys of a part.
      size_t slot = (entries[e].key * 0x9E3779B97F4A7C15U >> 32) & mask;
      while (slots[slot] != 0 && entries[slots[slot] - 1].key != entries[e].key) slot = (slot + 1) & mask;
      if (slots[slot] == 0) {
        slots[slot] = e + 1;
      } else {
        repeated.push_back(entries[e]);
        repeated.push_back(entries[slots[slot] - 1]);
      }
    }
    if (repeated.empty()) continue;
    std::ranges::sort(repeated,
                      [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.index < b.index; });
    for (size_t i = 0; i < repeated.size();) {
      group.clear();
      const uint64_t same = repeated[i].key;
      for (; i < repeated.size() && repeated[i].key == same; ++i) {
        if (group.empty() || group.back() != repeated[i].index) group.push_back(repeated[i].index);
      }
      act(std::span<const uint32_t>(group));
    }
  }
}

}  // namespace npscope
