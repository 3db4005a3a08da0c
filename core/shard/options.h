// SPDX-License-Identifier: MIT
// ReadOptions: what a person fixed before a file is read. Everything left open is decided from the file's sample.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/format/csv/reader.h"
#include "core/format/encoding.h"
#include "core/survey/mapping.h"

namespace npscope {

/// One grouping of the responses: by month of the date column, or by the values of a column.
struct Grouping {
  bool by_month = false;
  std::string column;
};

struct ReadOptions {
  MappingRequest mapping;
  std::optional<char> delimiter;
  std::optional<Encoding> encoding;
  std::vector<Grouping> group_by;
  /// Keep the text of every record, so that any cell can be shown again.
  bool keep_all = false;
  csv::Kernel kernel = csv::Kernel::kFastest;
};

}  // namespace npscope
