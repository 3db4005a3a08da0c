// SPDX-License-Identifier: MIT
// Text to double, exactly, without a locale: what number_text.h writes is read back to the same bits.
#pragma once

#include <optional>
#include <string_view>

namespace npscope {

/// The number that the whole of `text` writes in decimal form (sign, digits, point, exponent); nothing for any other text, for
/// NaN and for what is beyond a double. No blanks are skipped.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

}  // namespace npscope
