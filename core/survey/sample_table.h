// SPDX-License-Identifier: MIT
// SampleTable: the first records of a file as those see them who choose roles: names, the records that stay, a profile a column.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/survey/column_profile.h"
#include "core/survey/header.h"

namespace npscope {

struct SampleTable {
  Header header;
  /// Behind the header and not left out; `places` says where each of them is in the records handed over.
  std::vector<std::vector<std::string>> records;
  std::vector<size_t> places;
  /// One for each column.
  std::vector<ColumnProfile> profiles;

  [[nodiscard]] size_t width() const { return header.names.size(); }
};

}  // namespace npscope
