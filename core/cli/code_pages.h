// SPDX-License-Identifier: MIT
// The tables of byte pairs for the native command and the tests: the same that a browser's TextDecoder gives.
// The build makes them of core/format/encoding/pairs; the WebAssembly module does not contain them.
#pragma once

#include <string_view>

namespace npscope {

/// The table of a label as core/format/double_byte.h defines it; empty for other labels. Lives as long as the program.
[[nodiscard]] std::string_view code_page_table(std::string_view label);

}  // namespace npscope
