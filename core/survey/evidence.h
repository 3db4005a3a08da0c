// SPDX-License-Identifier: MIT
// Evidence: what speaks for a role, as `code` or `code:detail`, and how much. web/client/report.ts lists the codes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/number_text.h"

namespace npscope {

struct Evidence {
  /// 0: nothing speaks for it, or too much against it.
  double confidence = 0;
  std::vector<std::string> evidence;
};

[[nodiscard]] inline std::string evidence_detail(std::string_view code, std::string_view text) {
  return std::string(code) + ":" + std::string(text);
}

[[nodiscard]] inline std::string evidence_fraction(std::string_view code, uint64_t part, uint64_t whole) {
  std::string text = std::string(code) + ":";
  append_unsigned(text, part);
  text += '/';
  append_unsigned(text, whole);
  return text;
}

/// The whole number next to a small positive one; floor and compare, so that no library's rounding mode matters.
[[nodiscard]] inline uint64_t nearest(double number) {
  const auto below = static_cast<uint64_t>(number);
  return number - static_cast<double>(below) < 0.5 ? below : below + 1;
}

/// Two decimals are all that a weighing of words can be trusted with, and read better.
[[nodiscard]] inline double rounded_confidence(double confidence) {
  return static_cast<double>(nearest(std::clamp(confidence, 0.0, 1.0) * 100)) / 100;
}

}  // namespace npscope
