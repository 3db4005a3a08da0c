// SPDX-License-Identifier: MIT
// DriverReport: all that measure `drivers` has found out, and the functions that write it (members: core/measures/drivers.h).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json_writer.h"
#include "core/measures/asked_columns.h"
#include "core/query/gather_patterns.h"
#include "core/stats/drivers.h"
#include "core/stats/summary.h"

namespace npscope {

struct DriverReport {
  std::vector<AskedColumn> columns;
  /// Columns of role driver that there was no room for.
  std::vector<AskedColumn> beyond;
  /// By column.
  std::vector<GatheredPatterns::Driver> cells;
  DriverAnswer answer;
  uint64_t responses = 0;
  IntervalChoice interval;
  bool by_account = true;
  /// The outcome is the group because it was asked for.
  bool by_group = false;
  /// Bands with fewer responses are hidden; 0: none is.
  uint64_t minimum = 0;
  /// By column: which of low, middle, high and missing are hidden; empty when none is.
  std::vector<std::vector<bool>> hidden;

  /// Of the driver at this place of DriverAnswer::modelled.
  [[nodiscard]] const AskedColumn& modelled(size_t at) const { return columns[answer.modelled[at]]; }
};

/// As DriverReport::hidden.
[[nodiscard]] std::vector<std::vector<bool>> hidden_bands(const DriverReport& report);

/// Member `drivers`.
void write_drivers(JsonWriter& out, const DriverReport& report);
/// Members `modelled`, `complete`, `incomplete`, `importance`, `map`, `contrasts`.
void write_importance(JsonWriter& out, const DriverReport& report);
/// Members `logit`, `promoters`, `nonDetractors`.
void write_logits(JsonWriter& out, const DriverReport& report);

}  // namespace npscope
