// SPDX-License-Identifier: MIT
// The NPS of respondents whose answers belong together by account (or person), with the cluster-robust standard error.
//
// z_g = sum over a cluster of w_i (y_i - nps) / sum w; variance = G/(G - 1) sum z_g^2 with G - 1 degrees of freedom, which is survey::svymean
// with ids, and sandwich::vcovCL(HC0, cadjust) on lm(y ~ 1) (statistics 2; Lumley, Complex Surveys, 2010). Units: [-1, 1].
#pragma once

#include "core/partial/cluster_counts.h"
#include "core/partial/weighted_clusters.h"
#include "core/stats/design_estimate.h"

namespace npscope {

/// All respondents count alike. Up to 2^31 responses the variance is a fraction of two integers. One cluster: an estimate without error
/// and limits. Nothing when there are no responses. REQUIRES: 0 < level < 1.
[[nodiscard]] Available<DesignEstimate> clustered_nps(const ClusterShapes& shapes, double level);

/// Each response counts with its weight; one without a key is a cluster of its own.
[[nodiscard]] Available<DesignEstimate> clustered_nps(const WeightedClusters& clusters, double level);

}  // namespace npscope
