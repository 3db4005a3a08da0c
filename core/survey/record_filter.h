// SPDX-License-Identifier: MIT
// RecordFilter and GroupColumn: one column looked at beside the score. Such columns have few distinct texts, so each text is
// understood once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/record_batch.h"
#include "core/survey/answer.h"
#include "core/table/dictionary.h"

namespace npscope {

class RecordFilter {
 public:
  RecordFilter(const Exclusion& exclusion, char quote) : exclusion_(exclusion), quote_(quote) {}

  /// True when the exclusion leaves this record out.
  [[nodiscard]] bool leaves_out(const RecordBatch& batch, size_t record);
  [[nodiscard]] Code code() const { return exclusion_.code; }

 private:
  [[nodiscard]] bool decide(std::string_view raw);

  Exclusion exclusion_;
  char quote_;
  Dictionary texts_;
  std::vector<bool> left_out_;  // by code of texts_
  std::string scratch_;
};

class GroupColumn {
 public:
  GroupColumn(GroupCheck check, char quote) : check_(check), quote_(quote) {}

  /// The group that a record states, or nothing when it states none.
  [[nodiscard]] std::optional<Group> group(const RecordBatch& batch, size_t record);

 private:
  [[nodiscard]] std::optional<Group> decide(std::string_view raw);

  GroupCheck check_;
  char quote_;
  Dictionary texts_;
  std::vector<std::optional<Group>> groups_;  // by code of texts_
  std::string scratch_;
};

}  // namespace npscope
