// SPDX-License-Identifier: MIT
// Open addressing over the list of different keys; it is given up for good when the numbers run out.
#include "core/base/key_column.h"

#include <algorithm>

namespace npscope {

uint32_t KeyColumn::add(uint64_t key, size_t slot) {
  if (keys_.size() == kMost) return kMost;
  keys_.push_back(key);
  const auto code = static_cast<uint32_t>(keys_.size() - 1);
  slots_[slot] = code + 1;
  if (keys_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t c = 0; c < keys_.size(); ++c) {
      size_t free = place(keys_[c]);
      while (slots_[free] != 0) free = (free + 1) & (slots_.size() - 1);
      slots_[free] = c + 1;
    }
  }
  return code;
}

void KeyColumn::spread() {
  for (size_t i = 0; i < codes_.size(); ++i) plain_.push_back(keys_[codes_[i]]);
  codes_ = {};
  keys_ = {};
  slots_ = {};
}

void KeyColumn::copy(size_t from, std::span<uint64_t> out) const {
  if (!plain_.empty()) {
    std::ranges::copy_n(&plain_[from], static_cast<std::ptrdiff_t>(out.size()), out.begin());
    return;
  }
  const uint16_t* const codes = &codes_[from];
  for (size_t i = 0; i < out.size(); ++i) out[i] = keys_[codes[i]];
}

}  // namespace npscope
