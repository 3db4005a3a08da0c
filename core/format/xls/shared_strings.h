// SPDX-License-Identifier: MIT
// SharedStrings: the SST record and its CONTINUE records as one text with offsets.
//
// The counts that the record states are not believed (they are wrong in real files): every string that is there counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/xls/text.h"

namespace npscope::xls {

/// Text of a workbook or a sheet may grow to this; more is `limit-exceeded` ("strings").
inline constexpr size_t kMostText = 256 << 20;

class SharedStrings {
 public:
  /// The body of the SST record or, `continued`, of a CONTINUE record behind it. False: too much text.
  [[gnu::noinline]] bool take(std::string_view body, bool continued);

  [[nodiscard]] size_t size() const { return ends_.size(); }
  /// REQUIRES: index < size().
  [[nodiscard]] std::string_view text(size_t index) const {
    const size_t from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(from, ends_[index] - from);
  }
  /// Valid texts without NUL characters all of them.
  [[nodiscard]] bool are_sound() const;
  /// The string holds something that is no text.
  [[nodiscard]] bool is_damaged(size_t index) const;

 private:
  std::string text_;
  std::vector<uint32_t> ends_;
  std::vector<uint32_t> damaged_;  // ascending
  UnicodeText open_;
};

}  // namespace npscope::xls
