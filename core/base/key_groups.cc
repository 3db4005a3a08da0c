// SPDX-License-Identifier: MIT
// Counting, dealing, then one small table of slots for each part.
#include "core/base/key_groups.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace npscope {
namespace {

constexpr size_t kPart = 4096;
constexpr int kMostBits = 12;

struct Entry {
  uint64_t key;
  uint32_t index;
};

/// The entries whose key came before, each with the one it came first with.
void find_repeated(const std::vector<Entry>& entries, std::vector<uint32_t>& slots, std::vector<Entry>& repeated) {
  const size_t mask = std::bit_ceil(entries.size() * 2 + 1) - 1;
  slots.assign(mask + 1, 0);
  repeated.clear();
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
  std::ranges::sort(repeated,
                    [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.index < b.index; });
}

void report_groups(const std::vector<Entry>& repeated, const KeyGroups& groups) {
  std::vector<uint32_t> group;
  for (size_t i = 0; i < repeated.size();) {
    group.clear();
    const uint64_t same = repeated[i].key;
    for (; i < repeated.size() && repeated[i].key == same; ++i) {
      if (group.empty() || group.back() != repeated[i].index) group.push_back(repeated[i].index);
    }
    groups.act(groups.self, group);
  }
}

}  // namespace

void find_repeated_keys(size_t count, const KeyGroups& groups) {
  const int bits = std::min(kMostBits, std::bit_width(count / kPart));
  const auto part_of = [bits](uint64_t key) { return bits == 0 ? size_t{0} : static_cast<size_t>(key >> (64 - bits)); };
  std::vector<uint32_t> starts((size_t{1} << bits) + 1, 0);
  for (size_t i = 0; i < count; ++i) {
    if (const uint64_t key = groups.key(groups.self, i); key != 0) ++starts[part_of(key) + 1];
  }
  for (size_t p = 1; p < starts.size(); ++p) starts[p] += starts[p - 1];
  std::vector<uint32_t> dealt(starts.back());
  std::vector<uint32_t> next(starts.begin(), starts.end() - 1);
  for (size_t i = 0; i < count; ++i) {
    if (const uint64_t key = groups.key(groups.self, i); key != 0) dealt[next[part_of(key)]++] = static_cast<uint32_t>(i);
  }
  std::vector<Entry> entries;
  std::vector<uint32_t> slots;
  std::vector<Entry> repeated;
  for (size_t p = 0; p + 1 < starts.size(); ++p) {
    entries.clear();
    for (uint32_t at = starts[p]; at < starts[p + 1]; ++at) entries.push_back({groups.key(groups.self, dealt[at]), dealt[at]});
    find_repeated(entries, slots, repeated);
    report_groups(repeated, groups);
  }
}

}  // namespace npscope
