// SPDX-License-Identifier: MIT
// KeyNumbers: numbers keys from 0 in the order in which they come, so that counts by key stand in plain lists. Keys are hashes already; a
// second number (a cell) may tell equal keys apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace npscope {

class KeyNumbers {
 public:
  KeyNumbers() : slots_(kFirstSlots) {}

  [[nodiscard]] size_t size() const { return size_; }
  /// The number of the key, which is added when it is new.
  [[nodiscard]] size_t number(uint64_t key, uint32_t apart = 0) {
    if (size_ * 2 >= slots_.size()) grow();
    Slot& slot = slots_[find(slots_, key, apart)];
    if (slot.number == kFree) slot = {key, apart, static_cast<uint32_t>(size_++)};
    return slot.number;
  }

 private:
  static constexpr size_t kFirstSlots = 1024;
  static constexpr uint32_t kFree = UINT32_MAX;
  struct Slot {
    uint64_t key = 0;
    uint32_t apart = 0;
    uint32_t number = kFree;
  };

  static size_t find(const std::vector<Slot>& slots, uint64_t key, uint32_t apart) {
    const size_t mask = slots.size() - 1;
    const uint64_t mixed = (key ^ apart * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    size_t at = static_cast<size_t>(mixed >> 32) & mask;
    while (slots[at].number != kFree && (slots[at].key != key || slots[at].apart != apart)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 4);
    for (const Slot& slot : slots_) {
      if (slot.number != kFree) larger[find(larger, slot.key, slot.apart)] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

}  // namespace npscope
