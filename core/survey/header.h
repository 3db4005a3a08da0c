// SPDX-License-Identifier: MIT
// Header: where in the first records of a file the column names are, and what they are.
//
// Most files start with one record of names. Some put titles above it, some spread the names over two or three records, some
// have none; merged cells of a spreadsheet leave holes to the right of a text that belongs to several columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/survey/mapping.h"
#include "core/survey/preset.h"

namespace npscope {

struct Header {
  std::optional<PresetMatch> preset;
  /// Index of the first record with names.
  uint32_t row = 0;
  /// Records before the first that holds data.
  uint32_t records = 1;
  /// A text of the first header record belongs to the columns to its right, too.
  bool merged = false;
  /// One for each column: the name as it is shown, as the file has it, and the words of all its header cells.
  std::vector<std::string> names;
  std::vector<std::string> originals;
  std::vector<std::string> words;
  CleaningCounts cleaning;
};

[[nodiscard]] [[gnu::noinline]] Header find_header(const std::vector<std::vector<std::string>>& records,
                                                   const MappingRequest& request);

}  // namespace npscope
