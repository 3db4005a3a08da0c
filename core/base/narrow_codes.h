// SPDX-License-Identifier: MIT
// NarrowCodes: a growing row of small numbers, one byte each as long as none is above 254 (or kNone), four bytes each from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/base/chunked.h"

namespace npscope {

class NarrowCodes {
 public:
  /// There is no code.
  static constexpr uint32_t kNone = UINT32_MAX;

  void push_back(uint32_t code) {
    if (wide_.empty() && (code < kNarrowNone || code == kNone)) {
      narrow_.push_back(code == kNone ? kNarrowNone : static_cast<uint8_t>(code));
    } else {
      push_wide(code);
    }
  }
  [[nodiscard]] size_t size() const { return wide_.empty() ? narrow_.size() : wide_.size(); }
  /// REQUIRES: index < size().
  [[nodiscard]] uint32_t operator[](size_t index) const {
    if (!wide_.empty()) return wide_[index];
    const uint8_t code = narrow_[index];
    return code == kNarrowNone ? kNone : code;
  }

 private:
  static constexpr uint8_t kNarrowNone = UINT8_MAX;

  [[gnu::noinline]] void push_wide(uint32_t code) {
    if (wide_.empty()) {
      Chunked<uint32_t> wide;
      for (size_t i = 0; i < narrow_.size(); ++i) wide.push_back((*this)[i]);
      wide_ = std::move(wide);
      narrow_ = {};
    }
    wide_.push_back(code);
  }

  Chunked<uint8_t> narrow_;
  Chunked<uint32_t> wide_;
};

}  // namespace npscope
