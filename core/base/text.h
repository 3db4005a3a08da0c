// SPDX-License-Identifier: MIT
// Small views on cell text: trimming, case folding for comparisons, and number shapes. Locale-free and allocation-free where
// the result is a view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace npscope {

/// Without ASCII blanks, NBSP, narrow NBSP, ideographic space, zero-width characters and BOM at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// For comparing names: trimmed, inner runs of blanks as one space, ASCII, Latin-1, Latin Extended-A and full-width letters in
/// lower case, full-width digits as ASCII, a leading apostrophe dropped.
[[nodiscard]] std::string folded(std::string_view text);

/// The small letter of an ASCII, Latin-1 or Latin Extended-A letter; full-width letters, digits and signs as those of ASCII.
[[nodiscard]] uint32_t lower_case(uint32_t code_point);

/// Number of code points. REQUIRES nothing: in invalid text stray continuation bytes do not count.
[[nodiscard]] size_t code_point_count(std::string_view text);

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Digits with an optional sign, fraction (point or comma) and grouping: "12", "-99", "1,234.50", "0.5", "5 %".
[[nodiscard]] bool looks_numeric(std::string_view text);

/// One "@" with something before it and a dot in what follows, no blanks.
[[nodiscard]] bool looks_like_email(std::string_view text);

}  // namespace npscope
