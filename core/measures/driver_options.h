// SPDX-License-Identifier: MIT
// The options of measure `drivers` (see core/measures/drivers.h), read and checked.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "core/query/query.h"
#include "core/stats/driver_bands.h"

namespace npscope {

struct DriverOptions {
  /// Empty: all columns of role driver.
  std::vector<ColumnRef> columns;
  /// By entry of `columns`, nothing for those of the column's scale; empty: see `bands_of_all`.
  std::vector<std::optional<Bands>> bands;
  std::optional<Bands> bands_of_all;
  bool by_account = true;
  bool by_group = false;
  bool proportionality = true;
  bool binary = false;

  /// Those asked for.
  [[nodiscard]] std::optional<Bands> bands_of(const ColumnRef& column) const;
};

/// A failure is the member that is not understood ("columns.1", "bands.0").
[[nodiscard]] std::expected<DriverOptions, std::string> read_driver_options(json::Node options);

}  // namespace npscope
