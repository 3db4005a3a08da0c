// SPDX-License-Identifier: MIT
// Moments in the cells of exports: a date with its time of day, as written. Offsets are told, never applied.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/date.h"

namespace npscope {

inline constexpr int64_t kSecondsPerDay = 86400;

struct LocalTime {
  /// From 1970-01-01T00:00:00 of the zone in which the text was written.
  int64_t seconds = 0;
  /// A time of day was written; else the seconds are those of midnight.
  bool has_time = false;
  /// How far that zone is from UTC in seconds, east is positive, where the text says it.
  std::optional<int32_t> offset = std::nullopt;
  bool operator==(const LocalTime&) const = default;
};

/// A date in any of the shapes of `parse_date`, and behind it `10:15`, `T10:15:30.25Z`, `3:00:00 PM GMT+3`, `下午3:00`: fractions of
/// seconds are cut off, 24:00 is the midnight that follows. Words without digits behind the date are read past; any other text
/// there makes it no date. Unix seconds and milliseconds are UTC.
[[nodiscard]] std::optional<LocalTime> parse_date_time(std::string_view text, DateOrder order);

/// The fast way for `2024-05-31`, `2024-05-31 10:15` and `2024-05-31T10:15:30.250Z`; nothing for all other texts, whatever they are.
[[nodiscard]] std::optional<LocalTime> parse_iso_date_time(std::string_view text);

/// True when `text` starts with a date like `2024-05-31`: the way that needs no interpreting.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace npscope
