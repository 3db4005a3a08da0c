// SPDX-License-Identifier: MIT
// What is not near is nothing, the first of all, or far.
#include "core/survey/time_column.h"

#include <algorithm>

namespace npscope {

void TimeColumn::add_other(int64_t time) {
  if (time == kNoTime) return near_.push_back(kNone);
  // A base from which no distance wraps round to a near one.
  if (reach_ == 0 && time > -kMostBase && time < kMostBase) {
    base_ = time - kBefore;
    reach_ = kFar;
    return near_.push_back(static_cast<uint32_t>(kBefore));
  }
  far_.push_back({near_.size(), time});
  near_.push_back(kFar);
}

int64_t TimeColumn::other(size_t index) const {
  if (near_[index] == kNone) return kNoTime;
  return std::ranges::lower_bound(far_, index, {}, &Far::index)->time;
}

}  // namespace npscope
