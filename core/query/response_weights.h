// SPDX-License-Identifier: MIT
// ResponseWeights: the weight of each response of a part, each text of the column understood once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <vector>

#include "core/partial/weighted_counts.h"
#include "core/query/part.h"

namespace npscope {

class ResponseWeights {
 public:
  /// REQUIRES: the part outlives this; its column is loaded.
  ResponseWeights(const Part& part, const ColumnRef& ref) : column_(codes_of(part, ref)) {
    if (column_ != nullptr) {
      for (const double number : numbers_of(*column_)) weights_.push_back(weight_of(number));
    }
    weights_.emplace_back(std::unexpected(WeightFault::kNotANumber));
  }

  [[nodiscard]] const std::expected<Weight, WeightFault>& of(size_t response) const {
    const auto none = static_cast<uint32_t>(weights_.size() - 1);
    return weights_[column_ == nullptr ? none : std::min(column_->codes[response], none)];
  }

 private:
  const CodeColumn* column_;
  std::vector<std::expected<Weight, WeightFault>> weights_;
};

}  // namespace npscope
