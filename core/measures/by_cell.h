// SPDX-License-Identifier: MIT
// What measures that answer by cell have in common: going through the cells that have responses and may be seen, and options that are
// numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/measures/frame.h"
#include "core/measures/suppression.h"
#include "core/query/gather.h"
#include "core/stats/limits.h"

namespace npscope {

/// Writes `cells`, an array of objects that have `values` and whatever `write(cell, counts)` adds, and `hidden` when some may not be seen.
/// `counts` are those of the frame's cells.
template <typename Write>
void write_cells(JsonWriter& out, const Frame& frame, std::span<const ResponseCounts> counts, const Write& write) {
  const Shown shown = shown_cells(frame, counts);
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < counts.size(); ++cell) {
    if (counts[cell] == ResponseCounts{} || !shown.shows(cell)) continue;
    out.begin_object();
    write_cell(out, frame.cells, cell);
    write(cell, counts[cell]);
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

/// The same with the selected responses.
template <typename Write>
void write_cells(JsonWriter& out, const Frame& frame, const Write& write) {
  const std::vector<ResponseCounts> counts = gather_scores(frame.parts, frame.selected, frame.cells);
  write_cells(out, frame, counts, write);
}

/// A member that is a number from `least` to `most`; `fallback` when it is not there, nothing when it is anything else.
[[nodiscard]] inline std::optional<double> number_option(json::Node options, std::string_view name, double fallback,
                                                         double least, double most) {
  const json::Node node = options.find(name);
  if (!node.exists()) return fallback;
  const std::optional<double> number = node.number();
  return number && *number >= least && *number <= most ? number : std::nullopt;
}

/// A member that is 0.8, 0.9, 0.95 or 0.99; `fallback` when it is not there, nothing when it is anything else.
[[nodiscard]] inline std::optional<Level> level_option(json::Node options, std::string_view name, Level fallback) {
  const json::Node node = options.find(name);
  if (!node.exists()) return fallback;
  const std::optional<double> number = node.number();
  for (const Level level : kLevels) {
    if (number == level_value(level)) return level;
  }
  return std::nullopt;
}

/// `"responses": 100, "detractors": 20, "passives": 30, "promoters": 50, "nps": 30`: what every cell says before its own figures.
inline void write_counts(JsonWriter& out, const GroupCounts& counts) {
  out.member("responses", counts.responses());
  out.member("detractors", counts.detractors);
  out.member("passives", counts.passives);
  out.member("promoters", counts.promoters);
  const double difference = static_cast<double>(counts.promoters) - static_cast<double>(counts.detractors);
  out.member("nps", difference * 100 / static_cast<double>(counts.responses()));
}

}  // namespace npscope
