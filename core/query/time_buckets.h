// SPDX-License-Identifier: MIT
// Buckets of time: the running number of the day, ISO week, month, quarter or year that a day is in, and what people call it.
//
// Quarters and years may begin with another month than January (fiscal years). A year that does is named by the calendar year in which it
// ends and written with "FY": with April as the first month, 2024-05-31 is in FY2025 and in FY2025-Q1.
#pragma once

#include <cstdint>
#include <string>

#include "core/query/query.h"

namespace npscope {

/// Days and ISO weeks (Monday to Sunday, ISO 8601) are counted from those that hold 1970-01-01; a month is year * 12 + month - 1, a quarter
/// year * 4 + quarter - 1. Buckets that follow each other have numbers that do. `day` is counted from 1970-01-01. REQUIRES: first_month is
/// 1 to 12.
[[nodiscard]] int64_t bucket_of(int64_t day, TimeUnit unit, unsigned first_month);

/// The first day of a bucket.
[[nodiscard]] int64_t bucket_start(int64_t bucket, TimeUnit unit, unsigned first_month);

/// "2024-05-31", "2024-W07" (the year of the week's Thursday), "2024-05", "2024-Q1" or "FY2025-Q1", "2024" or "FY2025".
[[nodiscard]] std::string bucket_label(int64_t bucket, TimeUnit unit, unsigned first_month);

}  // namespace npscope
