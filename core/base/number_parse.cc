// SPDX-License-Identifier: MIT
// A thin face of fast_float, which rounds correctly (Lemire, "Number parsing at a gigabyte per second", 2021).
#include "core/base/number_parse.h"

#include <fast_float/fast_float.h>

#include <cmath>

namespace npscope {

std::optional<double> parse_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const char* begin = text.data();
  const char* end = begin + text.size();
  const fast_float::from_chars_result result = fast_float::from_chars(begin, end, value);
  if (result.ec != std::errc() || result.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace npscope
