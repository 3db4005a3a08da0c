// SPDX-License-Identifier: MIT
// Character references of HTML: those of HTML 4 by name, and numeric ones as browsers read them.
#pragma once

#include <string>
#include <string_view>

namespace npscope::html {

/// Appends `raw` with its references replaced; those without a semicolon or of unknown name stay as they are written.
void append_text(std::string_view raw, std::string& out);

}  // namespace npscope::html
