// SPDX-License-Identifier: MIT
// Hidden cells of a table of two groupings that follow from several totals together, although each row and each column hides two or more.
//
// Rows and columns are points, hidden cells and hidden totals are links between them, and every point gives one equation. A hidden value
// follows from the equations exactly when its link is a bridge: all links of any cycle can grow and shrink in turn without changing a sum.
// A bridge does no harm where an empty cell joins its two sides, for that might just as well be a hidden one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace npscope {

struct LinkTable {
  std::span<const uint64_t> counts;
  size_t rows = 0;
  size_t columns = 0;
  /// By cell. Whatever is hidden is above 0.
  const std::vector<bool>& hidden;
  const std::vector<bool>& hidden_row_totals;
  const std::vector<bool>& hidden_column_totals;
};

struct LinkFix {
  enum class Found : uint8_t {
    /// Nothing that is hidden follows from the rest.
    kNone,
    /// Something does until `cell` is hidden too; it is the smallest that helps.
    kCell,
    /// Something does whatever single cell is hidden.
    kNoCell,
  };
  Found found = Found::kNone;
  size_t cell = 0;
};

/// What to do about the first bridge, if there is one. Takes time in proportion to the cells.
[[nodiscard]] LinkFix weakest_link(const LinkTable& table);

}  // namespace npscope
