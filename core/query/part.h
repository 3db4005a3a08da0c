// SPDX-License-Identifier: MIT
// Part: the responses of one file (one shard) as questions see them. Everything has one entry per response, in the order of the file; a
// column that is not there has none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/query/columns.h"
#include "core/query/query.h"
#include "core/survey/mapping.h"
#include "core/survey/response_store.h"

namespace npscope {

/// A response without a date.
inline constexpr int32_t kNoDay = std::numeric_limits<int32_t>::min();

struct Part {
  /// The answers are groups, not scores.
  bool groups_only = false;
  /// A score 0 to 10, or a group 0 to 2; kNoAnswer only where `counted` is 0.
  std::vector<uint8_t> answers;
  /// 0 or 1: counts under the policy.
  std::vector<uint8_t> counted;
  /// How many responses each stands for; empty: one.
  std::vector<uint32_t> times;
  /// Days from 1970-01-01 as they are written, or in the zone of the report.
  std::vector<int32_t> days;
  /// Seconds from 1970-01-01, kNoTime without one; filled when a measure asks for times (Needs::moments).
  std::vector<int64_t> moments;
  /// Keys (64-bit hashes), 0: none; each filled when a measure asks for it (Needs). Respondents are told apart over all files.
  std::vector<uint64_t> respondents;
  std::vector<uint64_t> accounts;
  /// Units of the policy `mean` (respondents or accounts, apart by wave), 0: a response that is a unit of its own; filled under it. Empty
  /// also where a file names none.
  std::vector<uint64_t> units;
  /// Record numbers from 1, header records included; filled when asked for.
  std::vector<uint32_t> records;

  /// What a person tells the file apart by, and its index in the report.
  std::string file;
  size_t index = 0;
  const Mapping* mapping = nullptr;
  const FileColumns* columns = nullptr;

  [[nodiscard]] size_t size() const { return answers.size(); }
  [[nodiscard]] uint64_t times_of(size_t response) const { return times.empty() ? 1 : times[response]; }
  /// 0 detractor, 1 passive, 2 promoter.
  [[nodiscard]] unsigned group_of(size_t response) const {
    const unsigned answer = answers[response];
    if (groups_only) return answer;
    return answer <= 6 ? 0 : answer <= 8 ? 1 : 2;
  }
};

/// Where `ref` stands in the file; nothing when the file has no such column.
[[nodiscard]] std::optional<size_t> column_of(const Mapping& mapping, const ColumnRef& ref);
/// Loaded codes or texts of that column; null when the file has no such column (or it is of the other kind).
[[nodiscard]] const CodeColumn* codes_of(const Part& part, const ColumnRef& ref);
[[nodiscard]] const TextColumn* texts_of(const Part& part, const ColumnRef& ref);

/// By code: the number that its text shows, NaN for none (survey/number_cell.h).
[[nodiscard]] std::vector<double> numbers_of(const CodeColumn& column);

/// By response: 1 when it is in a set. Same size as its part.
using Selection = std::vector<uint8_t>;

/// What must be loaded before a measure can answer.
struct Needs {
  /// Columns as codes; comments are loaded as texts whatever asks for them.
  std::vector<ColumnRef> columns;
  /// All columns of these roles, as codes.
  std::vector<Role> roles;
  bool moments = false;
  bool respondents = false;
  bool accounts = false;
  bool records = false;
  /// The terms of these comments (columns of role comment); empty: none. `all_comments`: of every column of that role.
  bool all_comments = false;
  /// Terms are numbered (core/measures/terms): long work, done in steps.
  bool terms = false;
};

}  // namespace npscope
