// SPDX-License-Identifier: MIT
// Responses with days for tests of measures about time: so many of each group on a day, as rows that stand for several responses.
#pragma once

#include <string>
#include <vector>

#include "core/partial/score_counts.h"
#include "tests/measures/parts.h"

namespace npscope::testing_support {

class DatedRows {
 public:
  /// Detractors gave 3, passives 7, promoters 10. `day` "": without a date.
  DatedRows& add(const std::string& day, const GroupCounts& counts, const std::string& region = "") {
    for (const auto& [score, times] : {std::pair(3, counts.detractors), {7, counts.passives}, {10, counts.promoters}}) {
      if (times == 0) continue;
      scores_.push_back(score);
      times_.push_back(static_cast<uint32_t>(times));
      days_.push_back(day);
      regions_.push_back(region);
    }
    return *this;
  }
  /// The months of 2024 from January, each on its 15th.
  DatedRows& add_months(const std::vector<GroupCounts>& months) {
    for (size_t i = 0; i < months.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      add("2024-" + std::string(2 - number.size(), '0') + number + "-15", months[i]);
    }
    return *this;
  }
  [[nodiscard]] TestParts build() const {
    return PartBuilder().scores(scores_).times(times_).days(days_).column("Region", regions_).build();
  }

 private:
  std::vector<int> scores_;
  std::vector<uint32_t> times_;
  PartBuilder::Texts days_;
  PartBuilder::Texts regions_;
};

}  // namespace npscope::testing_support
