// SPDX-License-Identifier: MIT
// TwoSides: the selected responses of a query beside its others, both by cell, for measures that compare them.
//
// Formulas for two groups hold for different responses only, so a query whose sets share responses is refused by these measures
// (`overlapping-sets`), as is comparing a segment with a total that contains it (statistics 1.5).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/measures/frame.h"
#include "core/measures/suppression.h"
#include "core/stats/difference.h"

namespace npscope {

struct TwoSides {
  /// Those of the frame when it holds the others too, else made for both.
  Cells cells;
  /// By cell.
  std::vector<ResponseCounts> selected;
  std::vector<ResponseCounts> others;
  ResponseCounts all_selected;
  ResponseCounts all_others;
  /// Cells that are hidden on either side.
  Shown shown;

  /// Not hidden, and a side has responses.
  [[nodiscard]] bool writes(size_t cell) const;
  void swap();
};

/// Nothing when the sets overlap or there are too many cells; then `unavailable` is written.
[[nodiscard]] std::optional<TwoSides> two_sides(const Frame& frame, JsonWriter& out);

/// Writes `unavailable` with `overlapping-sets` when the sets share responses.
[[nodiscard]] bool refused_overlap(const Frame& frame, JsonWriter& out);

/// `"selected": {…}` as write_figure() has it; null without responses, and when they are too few to share.
void write_side(JsonWriter& out, std::string_view key, const ResponseCounts& counts, const Frame& frame);

/// Members `points` (-200 to 200), `interval`, `p` and `test` of an object that is begun.
void write_difference(JsonWriter& out, const Difference& difference, double level);

/// `"interval": {"method", "level", "low", "high"}` of limits in [-1, 1] or [-2, 2], written in points.
void write_limits(JsonWriter& out, std::string_view method, double level, const Limits& limits);

/// Reads an option that says which side is the earlier one: "with" (also when it is not there: so a change has the sign of measure
/// difference) or "selected".
[[nodiscard]] std::optional<bool> selected_is_before(json::Node option);

}  // namespace npscope
