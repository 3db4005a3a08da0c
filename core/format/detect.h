// SPDX-License-Identifier: MIT
// What kind of file this is, told by its first bytes and never by its name.
#pragma once

#include <string_view>

namespace npscope {

/// The machine word of a file's kind by its first bytes: "zip" and "xls" (a compound file), which are looked into, "gzip", "text";
/// "pdf", "png", "jpeg", "gif", "bzip2", "xz", "7z", "rar", "zstd", "parquet", "sqlite", "rtf" and "biff", which are not read; "binary" for
/// bytes that are no text.
[[nodiscard]] [[gnu::noinline]] std::string_view detect_format(std::string_view sample);

/// What kind of text it is: "json", "html", "spreadsheetml", "xml" (another kind of XML), else "csv". `text` is the start of the file in UTF-8,
/// without a mark.
[[nodiscard]] [[gnu::noinline]] std::string_view detect_text_format(std::string_view text);

}  // namespace npscope
