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
#include "core/survey/column_profile.h"
#include "core/survey/role.h"
#include "core/survey/score_text.h"

namespace npscope {

struct Column {
  /// The header, trimmed.
  std::string name;
  Role role = Role::kNone;
  /// 0 to 1.
  double confidence = 0;
  /// `code` or `code:detail`, see web/client/report.ts.
  std::vector<std::string> evidence;
};

struct ScoreCandidate {
  size_t column = 0;
  double confidence = 0;
};

/// A person's choices: a header's text, or "#3" for the third column.
struct MappingRequest {
  struct Choice {
    Role role = Role::kNone;
    std::string column;
  };
  std::vector<Choice> choices;
  std::optional<uint32_t> header_records;
  MissingCodes missing;
};

struct Mapping {
  std::vector<Column> columns;
  size_t score = 0;
  std::optional<size_t> date;
  DateOrder date_order = DateOrder::kDayFirst;
  /// Best first; the first is `score` unless a person chose.
  std::vector<ScoreCandidate> candidates;
  std::string preset;
  uint32_t header_records = 1;
  /// Remarks about columns (-1: about the file).
  struct Remark {
    Code code = Code::kNone;
    int32_t column = -1;
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

/// The column a person means: "#3", or a header's text, exact before folded.
[[nodiscard]] std::optional<size_t> find_column(const std::vector<Column>& columns, std::string_view wanted);

}  // namespace npscope
