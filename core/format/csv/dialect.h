// SPDX-License-Identifier: MIT
// Dialect: how a delimited text is written, decided from a sample by reading it in each possible way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/csv/scan.h"

namespace npscope::csv {

struct Dialect {
  Punctuation marks;
  /// Bytes of a leading `sep=;` line, which is no record.
  size_t separator_line = 0;
  /// Most frequent number of cells in a record.
  size_t columns = 1;
};

/// The records of a sample as cells, header records included; for the eyes of those who decide what the columns are.
struct Sample {
  std::vector<std::vector<std::string>> records;
};

/// Chooses the delimiter whose reading gives records with the same number of cells, quotes honoured. `text` is UTF-8 without
/// a mark; with `whole` it is the entire file. Cells are quoted with `"`, or with `'` where the sample shows that clearly.
/// `forced` is a person's delimiter; quotes are `"` then, as everywhere where nothing else is said.
[[nodiscard]] [[gnu::noinline]] Dialect sniff_dialect(std::string_view text, bool whole, std::optional<char> forced);

/// Reads up to `most` records; a record that the sample cuts off is left out unless `whole`.
[[nodiscard]] [[gnu::noinline]] Sample read_sample(std::string_view text, bool whole, const Dialect& dialect, size_t most);

}  // namespace npscope::csv
