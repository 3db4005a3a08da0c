// SPDX-License-Identifier: MIT
// KeyGroups: finds which of many 64-bit keys come more than once. A table of small counters tells nearly all keys that come once from
// the others first; only what is left is dealt into parts by the keys' first bits, each small enough for the processor's cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace npscope {

struct KeyEntry {
  uint64_t key = 0;
  /// Whatever is to be at hand when equal keys are compared.
  int64_t value = 0;
  uint32_t note = 0;
  uint32_t index = 0;
};

/// Where the keys come from and where they go; plain functions, so that the work is compiled once.
struct KeySource {
  void* self;
  /// The keys of the indices from `from` on; 0: none, the index is passed over. It is asked several times.
  void (*keys)(void* self, size_t from, std::span<uint64_t> out);
  /// Fills in `value` and `note` of entries that are ascending by index; null: nobody wants them.
  void (*complete)(void* self, std::span<KeyEntry> entries);
  /// Takes all entries with certain keys, ascending by index: those with a key that comes more than once, and some others.
  void (*act)(void* self, std::span<KeyEntry> part);
};

/// Deals the indices below `count`. The entries take memory of 3 MB at most unless more of them share one key.
void deal_repeated_keys(size_t count, const KeySource& source);

/// The indices, ascending, of each key that more than one entry of a part has, in an order that depends on the keys only.
struct GroupTaker {
  void* self;
  void (*act)(void* self, std::span<const uint32_t> group);
};
void report_repeated_keys(std::span<const KeyEntry> part, const GroupTaker& taker);

/// Calls `act` for each key that several of the indices below `count` have; `keys` as above.
template <class Keys, class Act>
void for_each_repeated_key(size_t count, Keys&& keys, Act&& act) {
  struct Both {
    Keys& keys;
    Act& act;
  } both{keys, act};
  deal_repeated_keys(
      count,
      {&both, [](void* self, size_t from, std::span<uint64_t> out) { static_cast<Both*>(self)->keys(from, out); }, nullptr,
       [](void* self, std::span<KeyEntry> part) {
         report_repeated_keys(part,
                              {self, [](void* own, std::span<const uint32_t> group) { static_cast<Both*>(own)->act(group); }});
       }});
}

}  // namespace npscope
