// SPDX-License-Identifier: MIT
// A string may be cut by the end of a record anywhere; UnicodeText keeps its place.
#include "core/format/xls/shared_strings.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace npscope::xls {
namespace {

constexpr size_t kCounts = 8;  // bytes of the two counts at the start

}  // namespace

bool SharedStrings::take(std::string_view body, bool continued) {
  if (!continued) body.remove_prefix(std::min(kCounts, body.size()));
  bool at_start = continued;
  while (!body.empty()) {
    if (open_.done()) open_.start(2);
    body.remove_prefix(open_.take(body, at_start, text_));
    at_start = false;
    if (text_.size() > kMostText) return false;
    if (!open_.done()) continue;
    if (open_.damaged()) damaged_.push_back(static_cast<uint32_t>(ends_.size()));
    ends_.push_back(static_cast<uint32_t>(text_.size()));
  }
  return true;
}

/// No string ends within a character, so all can be looked at in one piece.
bool SharedStrings::are_sound() const {
  const TextFaults faults = find_text_faults(text_);
  return damaged_.empty() && !faults.invalid && !faults.nul;
}

bool SharedStrings::is_damaged(size_t index) const {
  return !damaged_.empty() && std::binary_search(damaged_.begin(), damaged_.end(), index);
}

}  // namespace npscope::xls
