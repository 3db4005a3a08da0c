// SPDX-License-Identifier: MIT
// AskedColumns: the columns that a measure is about, over all files: those that a person names, or all that have a role.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/query/part.h"

namespace npscope {

struct AskedColumn {
  ColumnRef ref;
  /// The header as it is shown; where files differ, the first by its bytes.
  std::string name;
  /// That of the first file that has the column, by the bytes of its name.
  Role role = Role::kNone;
};

/// Those that some part has, in the order of `refs`; a column that is there twice stays once.
[[nodiscard]] std::vector<AskedColumn> asked_columns(std::span<const Part> parts, std::span<const ColumnRef> refs);

/// Columns of roles that may repeat are told apart by their names, as find_column() compares them; of the other roles there is one. In the
/// order of `roles`, then by the place in the file (the foremost over all files), then by name, so that no order of files shows.
[[nodiscard]] std::vector<AskedColumn> columns_of_roles(std::span<const Part> parts, std::span<const Role> roles);

}  // namespace npscope
