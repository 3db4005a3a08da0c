// SPDX-License-Identifier: MIT
// Rules: what a person may switch about cleaning, duplicates and which responses count. Plain data; a recipe holds exactly this.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/codes.h"

namespace npscope {

/// One way in which a cell is changed before it is understood. The cell itself stays as it is in the file.
enum class CleaningRule : uint8_t {
  kTrim,          // blanks at the ends
  kInnerSpace,    // several blanks or line ends in a row become one blank (not in comments)
  kInvisible,     // no-break spaces become blanks; zero-width characters, byte order marks and soft hyphens go
  kEntities,      // &amp; and the like
  kTags,          // <b> and the like
  kApostrophe,    // the one at the start that keeps spreadsheets from calculating
  kNfc,           // Unicode NFC
  kKeyCase,       // keys and e-mail addresses in lower case
  kMissingWords,  // NA, "keine Angabe" and declared codes mean "no answer"
  kLabels,        // "Extremely likely - 10" is 10
  kNumbers,       // 9.0, 9,0, 09 and full-width digits are 9
  kDates,         // dates that are not written like 2024-05-31
};

inline constexpr size_t kCleaningRuleCount = static_cast<size_t>(CleaningRule::kDates) + 1;

/// The words of options, reports and recipes, in the order of the enum.
inline constexpr std::array<std::string_view, kCleaningRuleCount> kCleaningRuleNames = {
    "trim", "inner-space", "invisible",     "entities", "tags",    "apostrophe",
    "nfc",  "key-case",    "missing-words", "labels",   "numbers", "dates"};

/// A set of rules: those that are switched on, or those that changed a cell.
using CleaningSet = std::bitset<kCleaningRuleCount>;

[[nodiscard]] constexpr size_t rule_index(CleaningRule rule) { return static_cast<size_t>(rule); }

enum class RowDuplicates : uint8_t {
  kKeyed,  // copies of a row count once when the row has a response id, or a respondent and a date
  kAll,    // every copy of a row counts once
  kOff,
};

struct DuplicateRules {
  RowDuplicates rows = RowDuplicates::kKeyed;
  /// A response id counts once: the latest answer.
  bool responses = true;
  /// A respondent counts once in a wave: the latest answer. Off: the policy says what counts.
  bool respondents = false;
  /// A file given twice counts once.
  bool files = true;
};

/// Which of the answers of one respondent (or account) in one wave count.
enum class CountedAnswers : uint8_t { kAll, kLatest, kFirst, kMean };
enum class CountedUnit : uint8_t { kRespondent, kAccount };

/// The denominator policy. Dates are days counted from 1970-01-01, both ends included.
struct Policy {
  CountedAnswers answers = CountedAnswers::kAll;
  CountedUnit unit = CountedUnit::kRespondent;
  std::optional<int64_t> from;
  std::optional<int64_t> to;
  /// Least share of the columns with a role that a response must have filled, in percent.
  uint8_t least_filled = 0;
  /// Exclusions of the file that are switched off: the records count.
  std::bitset<kCodeCount> included;
  bool operator==(const Policy&) const = default;
};

struct Rules {
  CleaningSet cleaning = CleaningSet().set();
  DuplicateRules duplicates;
  Policy policy;
  /// Today, from the host; without it no date is in the future. Days from 1970-01-01.
  std::optional<int64_t> as_of;
  /// Dates before it are doubted; 2003-01-01, the year of Reichheld's article.
  int64_t earliest = 12053;
  /// A column of employees may be a grouping.
  bool employees = false;
  /// The zone whose days and months count, an IANA name or "UTC"; empty: times count as written.
  std::string report_zone;
};

}  // namespace npscope
