// SPDX-License-Identifier: MIT
// Tags of HTML in texts that are no pages: told from a smaller-than sign, a heart or a placeholder by the names of the elements.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace npscope {

/// Appends `text` without its tags; those that break a line leave `line_end`. False: there are none, and `out` is as it was.
bool append_without_tags(std::string_view text, char line_end, std::string& out);

}  // namespace npscope
