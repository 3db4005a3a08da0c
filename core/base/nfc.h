// SPDX-License-Identifier: MIT
// Unicode NFC: letters and their marks as one character where there is one, and marks in one order, so that texts that look the same
// are the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace npscope {

/// True when `text` is in NFC. Text of Latin letters takes one look at its bytes; the tables are unpacked at the first text that is not.
[[nodiscard]] bool is_nfc(std::string_view text);

/// `text` in NFC: itself, or a view into `scratch`. Bytes that are no UTF-8 stay and touch nothing beside them.
[[nodiscard]] std::string_view nfc(std::string_view text, std::string& scratch);

}  // namespace npscope
