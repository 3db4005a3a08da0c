// SPDX-License-Identifier: MIT
// Mapping: which column is the score, and what the others are. Chosen from names and values of a sample, with the evidence
// kept, and changed by whoever knows better.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/partial/cleaning_counts.h"
#include "core/survey/answer.h"
#include "core/survey/column_profile.h"
#include "core/survey/role.h"
#include "core/survey/rules.h"
#include "core/survey/score_text.h"
#include "core/table/pivot.h"

namespace npscope {

struct Column {
  /// The header, cleaned and trimmed: what people and the words of roles see.
  std::string name;
  Role role = Role::kNone;
  /// 0 to 1.
  double confidence = 0;
  /// `code` or `code:detail`, see web/client/report.ts.
  std::vector<std::string> evidence;
  /// The header as the file has it, only trimmed: what tells columns and files apart, whatever cleaning is switched on.
  std::string header;
};

struct ScoreCandidate {
  size_t column = 0;
  double confidence = 0;
};

/// What a score column was asked with. `kFrom1` is read like `kScores`: only the question whether a 0 was offered is settled.
enum class ScoreScale : uint8_t { kScores, kFrom1, kPositions, kGroups };

enum class QuestionCode : uint8_t { kScoreColumn, kScale, kMissing, kDateOrder, kDecimal, kZone, kSameFile };

/// Something that the file does not tell for sure; see Question in web/client/report.ts for the values of the answers.
struct OpenQuestion {
  struct Answer {
    std::string value;
    bool chosen = false;
    /// For kScoreColumn and kScale: how the score is read with this answer.
    AnswerRules rules;
  };
  QuestionCode code = QuestionCode::kScoreColumn;
  int32_t column = -1;
  /// A person or a recipe has answered it.
  bool settled = false;
  std::vector<Answer> answers;
  /// Sample records that show it, counted from 1 with header records included; the first few.
  std::vector<uint64_t> proof;
};

/// A person's choices: a header's text, or "#3" for the third column.
struct MappingRequest {
  struct Choice {
    Role role = Role::kNone;
    std::string column;
    bool operator==(const Choice&) const = default;
  };
  std::vector<Choice> choices;
  /// Records before the first that holds data; the last of them that says anything is the header unless a preset knows better.
  std::optional<uint32_t> header_records;
  MissingCodes missing;
  /// For headers.
  CleaningSet cleaning = CleaningSet().set();
  /// The source gives the names (JSON): the first record handed over holds them and is none of the file.
  bool names_given = false;
  /// The records handed over are all of the file; else more may come that say something new.
  bool whole = false;
  /// A column that the file declares to hold the answers to an NPS question.
  std::optional<size_t> nps_column;
  /// Only the choices have a role, nothing is found by itself, and `missing` holds all codes. A column that the file does not have
  /// is then a recipe-mismatch.
  bool closed = false;
  /// What a person or a recipe says about the answers; it settles the question.
  std::optional<ScoreScale> scale;
  /// The style of groups, with `scale` = kGroups.
  std::optional<GroupStyle> groups;
  std::optional<DateOrder> date_order;
  /// '.' or ','.
  std::optional<char> decimal;
  /// An IANA name or "UTC"; empty or "as-written": the dates are as written.
  std::optional<std::string> zone;
  /// In place of those of the preset; columns are a header's text or "#3".
  struct ExclusionChoice {
    std::string column;
    bool keep = false;
    std::vector<std::string> values;
    Code code = Code::kExcludedFlag;
    bool operator==(const ExclusionChoice&) const = default;
  };
  std::optional<std::vector<ExclusionChoice>> exclusions;
};

struct Mapping {
  std::vector<Column> columns;
  size_t score = 0;
  std::optional<size_t> date;
  DateOrder date_order = DateOrder::kDayFirst;
  /// The sample does not tell the order: all records will.
  bool date_order_unclear = false;
  /// The decimal mark of the columns of numbers.
  char decimal = '.';
  ScoreScale scale = ScoreScale::kScores;
  /// What the file does not tell for sure, and what is in force as long as nobody answers.
  std::vector<OpenQuestion> questions;
  /// Best first; the first is `score` unless a person chose.
  std::vector<ScoreCandidate> candidates;
  std::string preset;
  /// Records of the file before the first that holds data, those above the header included; 0 when the source gives names.
  uint32_t header_records = 1;
  /// Which of them, counted from 0, is the (first) one with names.
  uint32_t header_row = 0;
  ScoreKind score_kind = ScoreKind::kScores;
  /// The style of groups when `score_kind` is kGroups.
  GroupStyle score_groups = GroupStyle::kWords;
  /// Texts of the score column that mean "no answer": those of the request and those of the preset.
  MissingCodes missing;
  /// A record is left out for the first one that says so.
  std::vector<Exclusion> exclusions;
  std::optional<GroupCheck> group_check;
  /// Dates at the start of cells that stand for "not known", such as 1980-01-01.
  std::vector<std::string> date_sentinels;
  /// The zone of the dates as the file or the preset states it (an IANA name, "UTC"); empty: not known.
  std::string zone;
  /// Set when the file has one row per answer. The mapping is then one of the rows as they are, of which only those of the NPS
  /// question stay; it serves those who do not pivot.
  std::optional<LongFormat> long_format;
  /// What cleaning has changed in header cells.
  CleaningCounts header_cleaning;
  /// Remarks about columns (-1: about the file).
  struct Remark {
    Code code = Code::kNone;
    int32_t column = -1;
    uint64_t count = 1;
  };
  std::vector<Remark> remarks;
};

/// Result of `choose_mapping`: the columns are known even when none of them is a score.
struct MappingOutcome {
  Mapping mapping;
  std::optional<Failure> failure;
};

/// Chooses from the first records of a file, header records included.
[[nodiscard]] [[gnu::noinline]] MappingOutcome choose_mapping(const std::vector<std::vector<std::string>>& records,
                                                              const MappingRequest& request);

/// The column a person means: "#3", or a header's text: as it is in the file, as it is shown, or like one of these but for case,
/// blanks and hyphens.
[[nodiscard]] std::optional<size_t> find_column(const std::vector<Column>& columns, std::string_view wanted);

}  // namespace npscope
