// SPDX-License-Identifier: MIT
// From responses to partials: each function counts what one kind of statistics needs, part by part, and merges. This is the last place
// that sees a response; what comes out are integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/partial/cluster_counts.h"
#include "core/partial/pair_counts.h"
#include "core/partial/response_counts.h"
#include "core/partial/unit_means.h"
#include "core/partial/weighted_clusters.h"
#include "core/partial/weighted_counts.h"
#include "core/query/cells.h"
#include "core/query/part.h"

namespace npscope {

/// By cell.
[[nodiscard]] std::vector<ResponseCounts> gather_scores(std::span<const Part> parts, std::span<const Selection> selected,
                                                        const Cells& cells);
/// All selected responses together.
[[nodiscard]] ResponseCounts gather_scores(std::span<const Part> parts, std::span<const Selection> selected);

/// By cell; clusters by account or respondent. REQUIRES: those keys were needed.
enum class ClusterBy : uint8_t { kAccount, kRespondent };
[[nodiscard]] std::vector<ClusterCounts> gather_clusters(std::span<const Part> parts, std::span<const Selection> selected,
                                                         const Cells& cells, ClusterBy by);

/// By cell: each unit (Part::units) once in each cell where it has answers.
[[nodiscard]] std::vector<UnitMeans> gather_unit_means(std::span<const Part> parts, std::span<const Selection> selected,
                                                       const Cells& cells);

/// Weights by response: a column of numbers; a cell that is none, or not above 0, is refused and counted. A file without the column has
/// no weights, all of its responses are refused.
[[nodiscard]] std::vector<WeightedCounts> gather_weights(std::span<const Part> parts, std::span<const Selection> selected,
                                                         const Cells& cells, const ColumnRef& weight);
[[nodiscard]] WeightedClusters gather_weighted_clusters(std::span<const Part> parts, std::span<const Selection> selected,
                                                        const ColumnRef& weight, ClusterBy by);

/// Respondents with a response in each of two disjoint sets, by the groups of their answers in the first and in the second. Of several in a
/// set the one of the latest day counts, then the one of the lower group.
struct GatheredPairs {
  GroupPairCounts pairs;
  /// Respondents with an answer in one set only.
  uint64_t only_first = 0;
  uint64_t only_second = 0;
  /// Responses without a respondent.
  uint64_t without_key = 0;
  /// Responses that are in both sets and therefore left out.
  uint64_t in_both = 0;
};
[[nodiscard]] GatheredPairs gather_pairs(std::span<const Part> parts, std::span<const Selection> first,
                                         std::span<const Selection> second);

}  // namespace npscope
