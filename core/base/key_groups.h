// SPDX-License-Identifier: MIT
// KeyGroups: finds which of many 64-bit keys come more than once, in memory of four bytes a key.
//
// The indices are dealt into small parts by the keys' first bits, so that each part is compared within the processor's cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace npscope {

/// Where the keys come from and where the groups go; plain functions, so that the work is compiled once.
struct KeyGroups {
  void* self;
  /// 0: no key; the index is passed over.
  uint64_t (*key)(void* self, size_t index);
  /// The indices, ascending, of a key that more than one index has.
  void (*act)(void* self, std::span<const uint32_t> group);
};

/// Calls `act` for each key that several of the indices below `count` have, in an order that depends on the keys only.
void find_repeated_keys(size_t count, const KeyGroups& groups);

/// The same with `key(index)` and `act(group)`.
template <class KeyOf, class Act>
void for_each_repeated_key(size_t count, KeyOf&& key, Act&& act) {
  struct Both {
    KeyOf& key;
    Act& act;
  } both{key, act};
  find_repeated_keys(count, {&both, [](void* self, size_t index) -> uint64_t { return static_cast<Both*>(self)->key(index); },
                             [](void* self, std::span<const uint32_t> group) { static_cast<Both*>(self)->act(group); }});
}

}  // namespace npscope
