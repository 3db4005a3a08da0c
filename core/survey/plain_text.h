// SPDX-License-Identifier: MIT
// is_plain_text: tells quickly of most texts that cleaning would not change them, so that only the others are cleaned.
#pragma once

#include <string_view>

#include "core/survey/cleaning.h"

namespace npscope {

/// True: `clean_text` with any rules but key-case changes nothing. False: it may. `ascii`: all of it is, line feeds apart; only
/// set when the answer is true.
[[nodiscard]] bool is_plain_text(std::string_view text, TextUse use, bool& ascii);

/// True: `clean_text` for a key does nothing but put ASCII letters in lower case. False: it may do more.
[[nodiscard]] bool is_plain_key(std::string_view text);

}  // namespace npscope
