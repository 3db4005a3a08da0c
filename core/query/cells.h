// SPDX-License-Identifier: MIT
// Cells: which group of the question each response belongs to. One grouping is an Axis of values; with two, cell = first * values of the
// second + second. Parts share the axes, so counts of any number of parts merge by adding cell to cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/query/part.h"

namespace npscope {

struct AxisValue {
  /// A value's text, "promoter", "2024-05", "2024-W07", "2024-Q1", "2024", "2024-05-31", a file's name; nothing: no value.
  std::optional<std::string> label;
  /// For time: the running number of the day, ISO week, month, quarter or year (core/query/time_buckets.h). For a group 0 to 2, for a file its
  /// index, for `others` how many values they are.
  int64_t position = 0;
  /// All values beyond Query::most_values together.
  bool others = false;
};

struct Axis {
  GroupingRequest::By by = GroupingRequest::By::kColumn;
  /// The column's name; empty for the others.
  std::string name;
  TimeUnit unit = TimeUnit::kMonth;
  /// A column of employees: small groups stay hidden even on the screen.
  bool employees = false;
  /// Times ascending without gaps between first and last that responses have; texts by their bytes; then "others"; no value comes last,
  /// and only when the responses of the filter need it.
  std::vector<AxisValue> values;
};

/// Of a response that is in no cell: it is not selected.
inline constexpr uint32_t kNoCell = UINT32_MAX;

struct Cells {
  std::vector<Axis> axes;
  /// Cells of all axes; 1 without axes.
  size_t count = 1;
  /// By part, by response; empty without axes: everything selected is in cell 0.
  std::vector<std::vector<uint32_t>> of;

  [[nodiscard]] uint32_t cell(size_t part, size_t response) const { return of.empty() ? 0 : of[part][response]; }
};

inline constexpr size_t kMostCells = size_t{1} << 20;

/// Responses that count, stand for someone (Part::times) and meet the filter. Conditions on columns that no part has are kUnknownColumn with the column's place as detail.
[[nodiscard]] Result<std::vector<Selection>> select(std::span<const Part> parts, const Filter& filter, std::string_view path);

/// The axes hold the values of the responses in `selected` (and in `others`, which may be empty). Times are never among "others". Failures,
/// with the place as detail ("groupBy.1"): kUnknownColumn, kQueryTooLarge (more than kMostCells), kQueryInvalid (a column of comments).
[[nodiscard]] Result<Cells> cells_of(std::span<const Part> parts, std::span<const Selection> selected,
                                     std::span<const Selection> others, const Query& query);

}  // namespace npscope
