// SPDX-License-Identifier: MIT
// The table of code names and severities, in the order of the enum. A test compares the names with web/i18n/codes.ts.
#include "core/base/codes.h"

#include <array>

#include "core/base/check.h"

namespace npscope {
namespace {

struct CodeEntry {
  Code code;
  std::string_view name;
  Severity severity;
};

using enum Severity;

constexpr std::array<CodeEntry, kCodeCount> kCodes{{
    {Code::kNone, "", kInfo},
    {Code::kEmptyFile, "empty-file", kError},
    {Code::kNoRecords, "no-records", kError},
    {Code::kNoScoreColumn, "no-score-column", kError},
    {Code::kNoScores, "no-scores", kError},
    {Code::kBinaryFile, "binary-file", kError},
    {Code::kUnsupportedFormat, "unsupported-format", kError},
    {Code::kTooManyColumns, "too-many-columns", kError},
    {Code::kUnknownColumn, "unknown-column", kError},
    {Code::kBadOption, "bad-option", kError},
    {Code::kOutOfMemory, "out-of-memory", kError},
    {Code::kSourceChanged, "source-changed", kError},
    {Code::kUnreadable, "unreadable", kError},
    {Code::kFileNotFound, "file-not-found", kError},
    {Code::kPasswordProtected, "password-protected", kError},
    {Code::kDamagedFile, "damaged-file", kError},
    {Code::kRefusedFile, "refused-file", kError},
    {Code::kLimitExceeded, "limit-exceeded", kError},
    {Code::kInvalidJson, "invalid-json", kError},
    {Code::kNoTable, "no-table", kError},
    {Code::kUnknownSheet, "unknown-sheet", kError},
    {Code::kNoReadableMember, "no-readable-member", kError},
    {Code::kEncodingUnknown, "encoding-unknown", kError},
    {Code::kRecipeInvalid, "recipe-invalid", kError},
    {Code::kRecipeMismatch, "recipe-mismatch", kError},
    {Code::kQueryInvalid, "query-invalid", kError},
    {Code::kQueryTooLarge, "query-too-large", kError},
    {Code::kMappingConflict, "mapping-conflict", kError},
    {Code::kPolicyNeedsColumn, "policy-needs-column", kError},
    {Code::kPolicyEmpty, "policy-empty", kError},
    {Code::kAllDuplicates, "all-duplicates", kError},
    {Code::kScoreEmpty, "score-empty", kInfo},
    {Code::kScoreMissingCode, "score-missing-code", kInfo},
    {Code::kScoreOutOfRange, "score-out-of-range", kWarning},
    {Code::kScoreNotInteger, "score-not-integer", kWarning},
    {Code::kScoreNotANumber, "score-not-a-number", kWarning},
    {Code::kScoreAmbiguous, "score-ambiguous", kWarning},
    {Code::kScoreSentinel, "score-sentinel", kWarning},
    {Code::kCountInvalid, "count-invalid", kWarning},
    {Code::kTooFewCells, "too-few-cells", kWarning},
    {Code::kTooManyCells, "too-many-cells", kError},
    {Code::kUnclosedQuote, "unclosed-quote", kError},
    {Code::kRecordTooLong, "record-too-long", kError},
    {Code::kInvalidJsonRecord, "invalid-json-record", kError},
    {Code::kExcludedTest, "excluded-test", kInfo},
    {Code::kExcludedUnfinished, "excluded-unfinished", kInfo},
    {Code::kExcludedFlag, "excluded-flag", kInfo},
    {Code::kExcludedMetric, "excluded-metric", kInfo},
    {Code::kExcludedEvent, "excluded-event", kInfo},
    {Code::kExcludedDate, "excluded-date", kInfo},
    {Code::kExcludedRepeat, "excluded-repeat", kInfo},
    {Code::kExcludedIncomplete, "excluded-incomplete", kInfo},
    {Code::kDuplicateRow, "duplicate-row", kInfo},
    {Code::kDuplicateResponse, "duplicate-response", kInfo},
    {Code::kDuplicateRespondent, "duplicate-respondent", kInfo},
    {Code::kDuplicateFile, "duplicate-file", kWarning},
    {Code::kReplaced, "replaced", kInfo},
    {Code::kInvalidText, "invalid-text", kWarning},
    {Code::kNulCharacter, "nul-character", kWarning},
    {Code::kStrayQuote, "stray-quote", kInfo},
    {Code::kOneColumn, "one-column", kWarning},
    {Code::kHeaderMissing, "header-missing", kWarning},
    {Code::kDuplicateHeader, "duplicate-header", kInfo},
    {Code::kEmptyHeader, "empty-header", kInfo},
    {Code::kScaleNoZero, "scale-no-zero", kWarning},
    {Code::kScale1To11, "scale-1-11", kWarning},
    {Code::kEncodingUncertain, "encoding-uncertain", kWarning},
    {Code::kDateInvalid, "date-invalid", kWarning},
    {Code::kDateOrderUnclear, "date-order-unclear", kWarning},
    {Code::kTooManyValues, "too-many-values", kWarning},
    {Code::kCellError, "cell-error", kInfo},
    {Code::kCellOutsideTable, "cell-outside-table", kWarning},
    {Code::kCellWithoutText, "cell-without-text", kWarning},
    {Code::kHiddenRow, "hidden-row", kInfo},
    {Code::kHiddenColumn, "hidden-column", kInfo},
    {Code::kHiddenSheet, "hidden-sheet", kInfo},
    {Code::kMergedCells, "merged-cells", kInfo},
    {Code::kDuplicateKey, "duplicate-key", kWarning},
    {Code::kLateColumn, "late-column", kWarning},
    {Code::kNestedValue, "nested-value", kInfo},
    {Code::kGroupMismatch, "group-mismatch", kWarning},
    {Code::kDateSentinel, "date-sentinel", kInfo},
    {Code::kLongFormat, "long-format", kInfo},
    {Code::kGroupsOnly, "groups-only", kInfo},
    {Code::kCountsOnly, "counts-only", kInfo},
    {Code::kRepeatedRespondent, "repeated-respondent", kInfo},
    {Code::kIdenticalRows, "identical-rows", kInfo},
    {Code::kConflictingResponse, "conflicting-response", kWarning},
    {Code::kDateInFuture, "date-in-future", kWarning},
    {Code::kDateTooEarly, "date-too-early", kWarning},
    {Code::kDatesReversed, "dates-reversed", kWarning},
    {Code::kEmailInvalid, "email-invalid", kWarning},
    {Code::kNumberInvalid, "number-invalid", kWarning},
    {Code::kMixedMetrics, "mixed-metrics", kWarning},
    {Code::kScaleChange, "scale-change", kWarning},
    {Code::kScoreQuestionsDiffer, "score-questions-differ", kWarning},
    {Code::kZoneUnknown, "zone-unknown", kInfo},
    {Code::kDecimalUnclear, "decimal-unclear", kWarning},
    {Code::kEmployeeColumn, "employee-column", kInfo},
    {Code::kSameFile, "same-file", kWarning},
    {Code::kCorrections, "corrections", kInfo},
    {Code::kCorrectionsAlone, "corrections-alone", kWarning},
}};

consteval bool in_enum_order() {
  for (size_t i = 0; i < kCodeCount; ++i) {
    if (kCodes[i].code != static_cast<Code>(i)) return false;
  }
  return true;
}
static_assert(in_enum_order());

const CodeEntry& entry(Code code) {
  NPS_CHECK(static_cast<size_t>(code) < kCodeCount);
  return kCodes[static_cast<size_t>(code)];
}

}  // namespace

std::string_view code_name(Code code) { return entry(code).name; }

Code code_named(std::string_view name) {
  for (const CodeEntry& known : kCodes) {
    if (known.name == name) return known.code;
  }
  return Code::kNone;
}

Severity code_severity(Code code) { return entry(code).severity; }

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case kError:
      return "error";
    case kWarning:
      return "warning";
    case kInfo:
      return "info";
  }
  return "info";
}

bool is_unscored_reason(Code code) { return code == Code::kScoreEmpty || code == Code::kScoreMissingCode; }

bool is_excluded_reason(Code code) { return code >= Code::kExcludedTest && code <= Code::kExcludedIncomplete; }

bool is_duplicate_reason(Code code) { return code >= Code::kDuplicateRow && code <= Code::kReplaced; }

}  // namespace npscope
