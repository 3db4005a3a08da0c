// SPDX-License-Identifier: MIT
// The passes of cleaning, one rule each, over a whole text; cleaning.h says what each of them does.
#pragma once

#include <string>
#include <string_view>

namespace npscope {

[[nodiscard]] std::string_view without_blank_ends(std::string_view text);

[[nodiscard]] bool has_inner_space(std::string_view text);
void append_with_single_spaces(std::string_view text, std::string& out);

[[nodiscard]] bool has_invisible(std::string_view text);
void append_without_invisible(std::string_view text, std::string& out);

void append_lower_case(std::string_view text, std::string& out);

/// The first character is the apostrophe of a spreadsheet.
[[nodiscard]] bool is_guarded(std::string_view text);

}  // namespace npscope
