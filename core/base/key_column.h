// SPDX-License-Identifier: MIT
// KeyColumn: 64-bit keys in the order in which they come. As long as there are few different ones each takes two bytes, a number
// in a list of them; when there are more than such a number can tell apart, all are kept as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/chunked.h"

namespace npscope {

class KeyColumn {
 public:
  void push_back(uint64_t key) {
    if (plain_.empty()) {
      const uint32_t code = this->code(key);
      if (code < kMost) [[likely]]
        return codes_.push_back(static_cast<uint16_t>(code));
      spread();
    }
    plain_.push_back(key);
  }
  [[nodiscard]] size_t size() const { return plain_.empty() ? codes_.size() : plain_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// REQUIRES: index < size().
  [[nodiscard]] uint64_t operator[](size_t index) const { return plain_.empty() ? keys_[codes_[index]] : plain_[index]; }
  /// The keys from `from` on. REQUIRES: there are as many, and no multiple of Chunked's kBlock stands among them but in front.
  void copy(size_t from, std::span<uint64_t> out) const;

 private:
  static constexpr size_t kMost = size_t{1} << 16;

  /// The number of the key; kMost: there is none left.
  [[nodiscard]] uint32_t code(uint64_t key) {
    for (size_t slot = place(key);; slot = (slot + 1) & (slots_.size() - 1)) {
      const uint32_t taken = slots_[slot];
      if (taken == 0) return add(key, slot);
      if (keys_[taken - 1] == key) return taken - 1;
    }
  }
  /// Keys are hashes, whose lowest bit may be spoken for.
  [[nodiscard]] size_t place(uint64_t key) const { return (key >> 1) & (slots_.size() - 1); }
  [[gnu::noinline]] uint32_t add(uint64_t key, size_t slot);
  [[gnu::noinline]] void spread();

  Chunked<uint16_t> codes_;
  std::vector<uint64_t> keys_;
  /// At most half are taken; 0: free, else the number of the key and one.
  std::vector<uint32_t> slots_ = std::vector<uint32_t>(64);
  Chunked<uint64_t> plain_;
};

}  // namespace npscope
