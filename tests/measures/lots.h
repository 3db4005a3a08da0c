// SPDX-License-Identifier: MIT
// Responses made lot by lot with texts of several columns, and what tests of comparing measures ask of an answer.
//
//   const TestParts parts = Lots({"Wave", "Plan"}).add({20, 30, 50}, {"1", "Pro"}).add({35, 30, 35}, {"2", "Pro"}).build();
//   const Answer found = answer_of(parts, kDifferenceMeasure, R"({"measures":["difference"],…})");
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/partial/score_counts.h"
#include "tests/measures/answers.h"
#include "tests/measures/parts.h"

namespace npscope::testing_support {

inline Answer answer_of(const TestParts& parts, const Measure& measure, std::string_view query_json) {
  return Answer(ask(parts, measure, query_json));
}

/// The names of the members of an object, in their order.
inline std::string members_of(const Answer& answer, std::string_view path = {}) {
  std::string names;
  for (const json::Node one : answer.at(path).items()) names += (names.empty() ? "" : " ") + std::string(one.name());
  return names;
}

/// One part, two and five give the same bytes.
inline void expect_the_same_however_cut(const TestParts& parts, const Measure& measure, std::string_view query_json) {
  const std::string whole = ask(parts, measure, query_json);
  ASSERT_TRUE(whole.starts_with('{')) << whole;
  for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), measure, query_json), whole) << n;
}

class Lots {
 public:
  explicit Lots(std::vector<std::string> columns) : columns_(std::move(columns)), cells_(columns_.size()) {}

  /// As many responses as `counts` says, all with these texts; of each only the group is known.
  Lots& add(const GroupCounts& counts, const std::vector<std::string>& texts) {
    const std::array<uint64_t, 3> of_group = {counts.detractors, counts.passives, counts.promoters};
    for (size_t group = 0; group < of_group.size(); ++group)
      groups_.insert(groups_.end(), of_group[group], static_cast<int>(group));
    for (size_t column = 0; column < texts.size(); ++column)
      cells_[column].insert(cells_[column].end(), counts.responses(), texts[column]);
    return *this;
  }
  /// The columns as segments.
  [[nodiscard]] PartBuilder builder() const {
    PartBuilder builder;
    builder.groups(groups_);
    for (size_t column = 0; column < columns_.size(); ++column) builder.column(columns_[column], cells_[column]);
    return builder;
  }
  [[nodiscard]] TestParts build() const { return builder().build(); }

 private:
  std::vector<std::string> columns_;
  std::vector<int> groups_;
  std::vector<std::vector<std::string>> cells_;
};

}  // namespace npscope::testing_support
