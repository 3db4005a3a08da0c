// SPDX-License-Identifier: MIT
// Names of ZIP entries: how they are compared, and bytes of an unknown code page to text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace npscope::zip {

/// Order of names as a person tells them apart: ASCII letters without case, and `\` (which old Windows writers use) as `/`.
[[nodiscard]] int compare_names(std::string_view a, std::string_view b);

/// The name in UTF-8: as it stands when it is valid, else read as CP437. The flag that says which one it is is wrong in both
/// directions too often (macOS leaves it out, old Windows writers set it).
[[nodiscard]] std::string name_text(std::string_view stored);

}  // namespace npscope::zip
