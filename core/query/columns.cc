// SPDX-License-Identifier: MIT
// Texts are copied behind each other; what does not fit into the block any more begins the next one.
#include "core/query/columns.h"

#include <algorithm>

namespace npscope {

void TextColumn::add(std::string_view text) {
  if (blocks_.empty() || text.size() > kBlock - used_) {
    // Where nothing is written yet, one byte gives empty texts a place.
    const size_t size = text.empty() ? 1 : std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    used_ = text.empty() ? kBlock : 0;
  }
  const auto block = static_cast<uint32_t>(blocks_.size() - 1);
  const size_t offset = text.empty() ? 0 : used_;
  std::ranges::copy(text, blocks_.back().get() + offset);
  places_.push_back({block, static_cast<uint32_t>(offset), static_cast<uint32_t>(text.size())});
  bytes_ += text.size();
  used_ = std::min(kBlock, used_ + text.size());
}

}  // namespace npscope
