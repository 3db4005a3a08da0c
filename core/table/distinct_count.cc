// SPDX-License-Identifier: MIT
// Open addressing, at most half full; when there are too many the memory is given back. The set is larger than the fast caches, so
// hashes wait until some are together and are then looked up side by side.
#include "core/table/distinct_count.h"

namespace npscope {

void DistinctCount::insert_pending() {
  if (counting_) {
    for (size_t i = 0; i < waiting_; ++i) __builtin_prefetch(&slots_[place(pending_[i])]);
    for (size_t i = 0; i < waiting_ && counting_; ++i) insert(pending_[i]);
  }
  waiting_ = 0;
}

void DistinctCount::insert(uint64_t hash) {
  if (hash == 0) hash = 1;
  size_t i = place(hash);
  while (slots_[i] != 0) {
    if (slots_[i] == hash) return;
    i = (i + 1) & (slots_.size() - 1);
  }
  if (size_ == kMost) {
    counting_ = false;
    slots_ = {};
    return;
  }
  slots_[i] = hash;
  if (++size_ * 2 > slots_.size()) grow();
}

void DistinctCount::grow() {
  const std::vector<uint64_t> before = std::move(slots_);
  slots_.assign(before.size() * 2, 0);
  for (const uint64_t hash : before) {
    if (hash == 0) continue;
    size_t i = place(hash);
    while (slots_[i] != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = hash;
  }
}

}  // namespace npscope
