// SPDX-License-Identifier: MIT
// header_fingerprint: tells tables with the same column names, whatever format they are kept in.
#pragma once

#include <string>
#include <vector>

namespace npscope {

/// XXH3 128 bits, as 32 hex digits, of the number of columns and their names in order, compared as header_words() does: tables
/// without names are told apart by their width only. Empty when there are no columns.
[[nodiscard]] std::string header_fingerprint(const std::vector<std::string>& names);

}  // namespace npscope
