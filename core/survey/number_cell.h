// SPDX-License-Identifier: MIT
// Numbers in cells: `1.234,50 €`, `12%` and `(3.5)` are brought into the one form that every program reads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace npscope {

/// True for digits with an optional minus and fraction, as parse_number reads them: "12", "-0.5".
[[nodiscard]] bool is_plain_number(std::string_view text);

/// The number that a text shows to people, written plainly. `decimal` is '.' or ','; the other one, blanks and apostrophes may
/// stand between groups of digits, a currency or a percent sign before or behind. The view is into `scratch`.
[[nodiscard]] std::optional<std::string_view> plain_number(std::string_view text, char decimal, std::string& scratch);

/// True when a plain number is below zero.
[[nodiscard]] bool is_below_zero(std::string_view plain);

}  // namespace npscope
