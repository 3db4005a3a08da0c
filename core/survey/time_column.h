// SPDX-License-Identifier: MIT
// TimeColumn: times in seconds, or kNoTime, in four bytes each: counted from 68 years before the first of them. The few that lie
// further away are kept in full beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/chunked.h"

namespace npscope {

/// A record without a date.
inline constexpr int64_t kNoTime = INT64_MIN;

class TimeColumn {
 public:
  void push_back(int64_t time) {
    const uint64_t distance = static_cast<uint64_t>(time) - static_cast<uint64_t>(base_);
    if (distance < reach_) [[likely]] {
      near_.push_back(static_cast<uint32_t>(distance));
    } else {
      add_other(time);
    }
  }
  [[nodiscard]] size_t size() const { return near_.size(); }
  [[nodiscard]] bool empty() const { return near_.empty(); }
  /// REQUIRES: index < size().
  [[nodiscard]] int64_t operator[](size_t index) const {
    const uint32_t distance = near_[index];
    return distance < kFar ? base_ + distance : other(index);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kFar = kNone - 1;
  static constexpr int64_t kBefore = int64_t{1} << 31;
  static constexpr int64_t kMostBase = int64_t{1} << 62;

  struct Far {
    size_t index = 0;
    int64_t time = 0;
  };

  [[gnu::noinline]] void add_other(int64_t time);
  [[nodiscard]] [[gnu::noinline]] int64_t other(size_t index) const;

  Chunked<uint32_t> near_;
  /// Where distances are counted from, and below which they are near: none before the first time has come.
  int64_t base_ = 0;
  uint32_t reach_ = 0;
  /// Ascending by index.
  std::vector<Far> far_;
};

}  // namespace npscope
