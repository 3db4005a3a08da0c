// SPDX-License-Identifier: MIT
// Suppression: which cells of a table stay hidden so that nothing is said about a small group, and nothing follows about it from what is
// shown. One rule for every measure that answers by cell.
//
// Hidden are cells with fewer responses than the minimum, and others with them (complementary suppression). Whoever reads a table may also
// know the total and the tables of either grouping alone under the same filter, hidden by the same rule. From all of these no hidden cell
// follows, and in no row or column whose total is known do the hidden cells together have fewer responses than the minimum: what is left of
// the total is theirs. Hidden and empty cells look alike: neither is written. Not covered: knowledge about empty cells from elsewhere
// (groupings that lie within each other, such as cities within countries), totals that are cells (all responses in one row), questions
// with other filters, and that a group without promoters has none in its parts either.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/json_writer.h"
#include "core/measures/frame.h"
#include "core/partial/response_counts.h"

namespace npscope {

/// Groups of employees with fewer responses are hidden everywhere.
inline constexpr uint64_t kLeastForEmployees = 10;
/// No less can be asked for when sharing.
inline constexpr uint64_t kLeastToShare = 5;

/// The minimum of the table of either grouping alone, which decides which totals are known; 0: all are. On the screen only groups of
/// employees are hidden.
struct TotalMinimums {
  uint64_t rows = 0;
  uint64_t columns = 0;
};

/// By cell (row * columns + column) of responses: true where it is to be hidden. One grouping has one column or one row. Of cells that may
/// be hidden beside small ones, the smallest are, then the first. REQUIRES: counts.size() == rows * columns.
[[nodiscard]] std::vector<bool> hidden_cells(std::span<const uint64_t> counts, size_t rows, size_t columns, uint64_t minimum,
                                             TotalMinimums totals);
/// The same with one minimum for all three tables.
[[nodiscard]] inline std::vector<bool> hidden_cells(std::span<const uint64_t> counts, size_t rows, size_t columns,
                                                    uint64_t minimum) {
  return hidden_cells(counts, rows, columns, minimum, {minimum, minimum});
}

/// What of a table may be seen.
struct Shown {
  /// Cells with fewer responses are hidden; 0: nothing is.
  uint64_t minimum = 0;
  /// By cell; empty: nothing is hidden.
  std::vector<bool> hidden;
  size_t hidden_groups = 0;
  uint64_t hidden_responses = 0;
  /// The responses of the hidden cells are not written: they are fewer than the minimum (everything is hidden), or of two tables.
  bool too_few = false;
  /// How many groups are hidden says something about them, so that it is not written.
  bool uncounted = false;

  [[nodiscard]] bool shows(size_t cell) const { return hidden.empty() || !hidden[cell]; }
  /// Hides what `other` hides too: for measures that write two tables of the same cells.
  void hide_too(const Shown& other);
};

/// By the rule of the query: Query::share_minimum, and 10 where an axis is of employees. `counts` has the responses of each of `cells`.
[[nodiscard]] Shown shown_cells(const Query& query, const Cells& cells, std::span<const ResponseCounts> counts);
/// The same for the selected responses by the cells of the frame.
[[nodiscard]] Shown shown_cells(const Frame& frame, std::span<const ResponseCounts> counts);

/// `"hidden": {"minimum": 10, "groups": 2, "responses": 14}` when cells are hidden. `groups` or `responses` are null where they would say
/// too much: with two groupings, and when everything is hidden.
void write_hidden(JsonWriter& out, const Shown& shown);

}  // namespace npscope
