// SPDX-License-Identifier: MIT
// ColumnProfile: what the cells of one column of a sample look like, in numbers. It is the value evidence for the mapping.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/survey/score_text.h"

namespace npscope {

struct ColumnProfile {
  /// Cells with something in them that is no word for "no answer"; all counts below are of these.
  uint64_t filled = 0;
  uint64_t scores = 0;     // whole numbers 0 to 10, labels included
  uint64_t sentinels = 0;  // -99 and the like
  uint64_t beyond = 0;     // numbers that are neither
  uint64_t elevens = 0;
  uint64_t hundreds = 0;          // 100 and -100: groups written as numbers
  uint64_t group_words = 0;       // promoter and the like
  bool outer_group_seen = false;  // promoters or detractors: "passive" and "neutral" alone may mean anything
  uint64_t dates = 0;
  uint64_t emails = 0;
  uint64_t plain_words = 0;  // letters of any script, no digits, no more than a name is long
  uint64_t prose = 0;        // three words or more
  uint64_t rounded = 0;      // 1.1E+10: a spreadsheet has cut digits off
  uint64_t lists = 0;        // choices, each with a semicolon behind it
  uint64_t distinct = 0;
  unsigned lowest_score = 10;
  unsigned highest_score = 0;
  uint64_t distinct_scores = 0;
  std::array<uint64_t, 11> by_score{};
  double mean_characters = 0;
  /// What the sample says about the order of day and month; both may be set in a broken column, neither in an unclear one.
  bool day_first_seen = false;
  bool month_first_seen = false;
  bool ambiguous_dates_seen = false;

  /// Some date could be read in two ways, and the others do not say which.
  [[nodiscard]] bool is_date_order_unclear() const { return day_first_seen == month_first_seen && ambiguous_dates_seen; }

  [[nodiscard]] double share(uint64_t part) const {
    return filled == 0 ? 0 : static_cast<double>(part) / static_cast<double>(filled);
  }
};

/// Profiles column `column` of the records.
[[nodiscard]] [[gnu::noinline]] ColumnProfile profile_column(const std::vector<std::vector<std::string>>& records,
                                                             size_t column, const MissingCodes& missing);

/// True when a row of cells reads like headers: mostly words, no numbers, dates or addresses.
[[nodiscard]] [[gnu::noinline]] bool looks_like_header(const std::vector<std::string>& cells);

}  // namespace npscope
