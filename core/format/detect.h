// SPDX-License-Identifier: MIT
// What kind of file this is, told by its first bytes and never by its name.
#pragma once

#include <string_view>

namespace npscope {

/// "csv" for delimited text; the machine word of a known format that is not read ("xlsx", "xls", "ods", "zip", "gzip", "pdf",
/// "png", "jpeg", "gif", "json", "html"); "binary" for bytes that are no text. `sample` is the start of the file as it is.
[[nodiscard]] [[gnu::noinline]] std::string_view detect_format(std::string_view sample);

}  // namespace npscope
