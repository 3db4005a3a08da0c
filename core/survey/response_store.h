// SPDX-License-Identifier: MIT
// ResponseStore: the accepted responses of one file, column by column: just what is needed to find duplicates, to apply a policy and
// to count by group. Keys are hashes; no text of a cell is in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/chunked.h"
#include "core/base/codes.h"
#include "core/survey/responses.h"
#include "core/survey/role_columns.h"

namespace npscope {

class ResponseStore {
 public:
  /// Which columns the file has decides which of these grow; the others stay empty.
  struct Columns {
    Chunked<uint32_t> records;
    /// A score, or a Group in a file of groups.
    Chunked<uint8_t> answers;
    Chunked<int64_t> when;
    /// The time under the other order of day and month, where the plan is not sure.
    Chunked<int64_t> when_other;
    Chunked<uint64_t> response_ids;
    Chunked<uint64_t> respondents;
    Chunked<uint64_t> accounts;
    Chunked<uint64_t> waves;
    Chunked<uint64_t> rows;
    Chunked<uint8_t> filled;
    /// By grouping: a code of the file's own.
    std::vector<Chunked<uint32_t>> groups;
  };

  explicit ResponseStore(bool groups_only) : groups_only_(groups_only) {}

  [[nodiscard]] size_t size() const { return columns_.answers.size(); }
  /// The answers are groups, not scores.
  [[nodiscard]] bool groups_only() const { return groups_only_; }
  [[nodiscard]] Columns& columns() { return columns_; }
  [[nodiscard]] const Columns& columns() const { return columns_; }

 private:
  bool groups_only_;
  Columns columns_;
};

}  // namespace npscope
