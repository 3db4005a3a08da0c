// SPDX-License-Identifier: MIT
// Grouping: what responses are put together by, beside the figure over all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace npscope {

enum class GroupBy : uint8_t {
  kColumn,  // the values of a column
  kMonth,   // months of the date column
  kFile,    // the files; corrected rows belong to the file they correct
};

/// "column", "month" or "file".
[[nodiscard]] constexpr std::string_view group_by_name(GroupBy by) {
  switch (by) {
    case GroupBy::kColumn:
      return "column";
    case GroupBy::kMonth:
      return "month";
    case GroupBy::kFile:
      return "file";
  }
  return {};
}

/// As a person asks for it: a column by its header.
struct Grouping {
  GroupBy by = GroupBy::kColumn;
  std::string column;
};

/// As it stands in one file: nothing when the file has no such column, and then its responses have no value.
struct PlannedGrouping {
  GroupBy by = GroupBy::kColumn;
  std::optional<size_t> column;
};

}  // namespace npscope
