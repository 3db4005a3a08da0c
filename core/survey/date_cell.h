// SPDX-License-Identifier: MIT
// Cells of date columns: the moment, what it says about the order of day and month, and whether it is plausible.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/survey/cell_facts.h"
#include "core/survey/mapping.h"
#include "core/survey/rules.h"

namespace npscope {

class DateCells {
 public:
  /// `mapping` must outlive this.
  DateCells(const Mapping& mapping, const Rules& rules);

  /// The fast way for dates like `2024-05-31`; false: read it the other way.
  [[nodiscard]] bool read_iso(std::string_view text, CellFacts& facts) const;

  /// For a cleaned text that is not empty.
  void read(std::string_view text, CellFacts& facts) const;

 private:
  [[nodiscard]] bool is_sentinel(std::string_view text) const;
  [[nodiscard]] Code doubt(const Moment& moment) const;

  const Mapping& mapping_;
  bool any_shape_;
  /// Moments before and from which a date is not plausible.
  int64_t earliest_;
  int64_t future_;
};

/// True when an answer ended before it started, under whatever order of day and month. Where one of them has no time of day, days
/// are compared.
[[nodiscard]] bool is_reversed(const Moment& start, const Moment& end);

}  // namespace npscope
