// SPDX-License-Identifier: MIT
// How strongly the three groups go with the values of a categorical attribute: chi-square, Cramer's V and mutual information, each also
// without the bias that makes many small categories look related (statistics 3.4).
#pragma once

#include <cstdint>
#include <span>

#include "core/partial/score_counts.h"
#include "core/stats/no_fit.h"

namespace npscope {

struct Association {
  uint64_t responses = 0;
  /// Values and groups with any responses.
  size_t categories = 0;
  size_t classes = 0;
  double chi_square = 0;
  uint64_t degrees = 0;
  double p = 1;
  /// The least expected count is below 5: p is rough.
  bool sparse = false;
  /// 0 to 1: sqrt(chi_square / (n (min(categories, classes) - 1))).
  double cramers_v = 0;
  /// W. Bergsma, Journal of the Korean Statistical Society 42 (2013) 323-328.
  double corrected_v = 0;
  /// In nats, as counted.
  double mutual_information = 0;
  /// With Miller and Madow's correction (m - 1) / 2n of each entropy, m cells being occupied; at least 0.
  double corrected_information = 0;
};

/// One element for each value of the attribute, in an order that does not depend on shards. Fails with kNoResponses, kOneCategory,
/// kOneClass.
[[nodiscard]] Fitted<Association> association(std::span<const GroupCounts> categories);

}  // namespace npscope
