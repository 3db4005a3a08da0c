// SPDX-License-Identifier: MIT
// Code: every issue and failure a person may be told about. C++ knows codes only; web/i18n holds a sentence and a fix for each.
//
// An issue concerns one record or cell, is counted, and the read goes on. A failure concerns a whole file, which then gives
// nothing to the figures. The names are part of the report's contract and never change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace npscope {

enum class Code : uint8_t {
  kNone = 0,
  // Failures: the file gives nothing.
  kEmptyFile,
  kNoRecords,
  kNoScoreColumn,
  kNoScores,
  kBinaryFile,
  kUnsupportedFormat,
  kTooManyColumns,
  kUnknownColumn,
  kBadOption,
  kOutOfMemory,
  kSourceChanged,
  kUnreadable,
  kFileNotFound,
  kPasswordProtected,
  kDamagedFile,
  kRefusedFile,
  kLimitExceeded,
  kInvalidJson,
  kNoTable,
  kUnknownSheet,
  kNoReadableMember,
  kEncodingUnknown,
  kRecipeInvalid,
  kRecipeMismatch,
  kQueryInvalid,
  kQueryTooLarge,
  kMappingConflict,
  kPolicyNeedsColumn,
  kPolicyEmpty,
  kAllDuplicates,
  // Reasons why a record was not used.
  kScoreEmpty,
  kScoreMissingCode,
  kScoreOutOfRange,
  kScoreNotInteger,
  kScoreNotANumber,
  kScoreAmbiguous,
  kScoreSentinel,
  kCountInvalid,
  kTooFewCells,
  kTooManyCells,
  kUnclosedQuote,
  kRecordTooLong,
  kInvalidJsonRecord,
  // Reasons why a record is left out although nothing is wrong with it.
  kExcludedTest,
  kExcludedUnfinished,
  kExcludedFlag,
  kExcludedMetric,
  kExcludedEvent,
  kExcludedDate,
  kExcludedRepeat,
  kExcludedIncomplete,
  // Reasons why a record is a copy of another one that counts.
  kDuplicateRow,
  kDuplicateResponse,
  kDuplicateRespondent,
  kDuplicateFile,
  kReplaced,
  // Remarks on cells, columns and the file.
  kInvalidText,
  kNulCharacter,
  kStrayQuote,
  kOneColumn,
  kHeaderMissing,
  kDuplicateHeader,
  kEmptyHeader,
  kScaleNoZero,
  kScale1To11,
  kEncodingUncertain,
  kDateInvalid,
  kDateOrderUnclear,
  kTooManyValues,
  kCellError,
  kCellOutsideTable,
  kCellWithoutText,
  kHiddenRow,
  kHiddenColumn,
  kHiddenSheet,
  kMergedCells,
  kDuplicateKey,
  kLateColumn,
  kNestedValue,
  kGroupMismatch,
  kDateSentinel,
  kLongFormat,
  kGroupsOnly,
  kCountsOnly,
  kRepeatedRespondent,
  kIdenticalRows,
  kConflictingResponse,
  kDateInFuture,
  kDateTooEarly,
  kDatesReversed,
  kEmailInvalid,
  kNumberInvalid,
  kMixedMetrics,
  kScaleChange,
  kScoreQuestionsDiffer,
  kZoneUnknown,
  kDecimalUnclear,
  kEmployeeColumn,
  kSameFile,
  kCorrections,
  kCorrectionsAlone,
};

inline constexpr size_t kCodeCount = static_cast<size_t>(Code::kCorrectionsAlone) + 1;

enum class Severity : uint8_t { kInfo, kWarning, kError };

/// The name that stands in reports, e.g. "score-out-of-range"; empty for kNone.
[[nodiscard]] std::string_view code_name(Code code);

/// The code with this name, or kNone.
[[nodiscard]] Code code_named(std::string_view name);

[[nodiscard]] Severity code_severity(Code code);

/// "error", "warning" or "info".
[[nodiscard]] std::string_view severity_name(Severity severity);

/// True for the reasons that count a record as unscored (nothing was answered) and not as rejected (something wrong was).
[[nodiscard]] bool is_unscored_reason(Code code);

/// True for the reasons that leave a record out by a flag of the file (a test, an unfinished answer, another question) or by the
/// denominator policy.
[[nodiscard]] bool is_excluded_reason(Code code);

/// True for the reasons that count a record as a duplicate.
[[nodiscard]] bool is_duplicate_reason(Code code);

}  // namespace npscope
