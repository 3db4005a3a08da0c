// SPDX-License-Identifier: MIT
// How measures with weights, clusters or strata write a DesignEstimate, and what they ask about the files first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/measures/frame.h"
#include "core/query/gather.h"
#include "core/stats/design_estimate.h"

namespace npscope {

/// Members of an object that is begun:
///   nps             number    points, -100 to 100
///   responses       integer
///   shares          {detractors, passives, promoters}, 0 to 1, weighted as the figure is
///   standardError   number    points; null for one response or one cluster
///   withoutError    string    only then: "one-response" or "one-cluster"
///   designEffect    number    variance over that of a plain sample of as many responses; null when all answers are the same
///   effectiveResponses number
///   interval        {method: "score", level, low, high} in points, Tango's on the effective responses; null for one cluster
/// and for clusters:
///   clusters        integer
///   degrees         integer   of Student's quantile in the interval; null for one cluster
///   fewClusters     boolean   fewer than 10: the error is itself uncertain
void write_design(JsonWriter& out, const DesignEstimate& estimate, double level, bool clustered);

/// Some file of the frame has that column.
[[nodiscard]] bool has_column(const Frame& frame, const ColumnRef& column);
/// Writes `unavailable` with `unknown-column` and what was asked for, when none has.
[[nodiscard]] bool refused_column(const Frame& frame, const ColumnRef& column, JsonWriter& out);
/// The same for the keys of accounts or respondents.
[[nodiscard]] bool refused_keys(const Frame& frame, ClusterBy by, JsonWriter& out);

/// "account", "respondent".
[[nodiscard]] std::string_view cluster_name(ClusterBy by);
[[nodiscard]] std::optional<ClusterBy> cluster_named(std::string_view name);
void need_keys(ClusterBy by, Needs& needs);

/// The column of an option, that of `role` when the option is not there; nothing when it is no column.
[[nodiscard]] std::optional<ColumnRef> column_or_role(json::Node option, Role role);
/// "Region" or {"role": "weight"}.
void write_column(JsonWriter& out, std::string_view key, const ColumnRef& column);

/// `"refused": {"responses", "notPositive", "notANumber", "tooLarge"}`: responses left out for their weight.
void write_refused(JsonWriter& out, const WeightedCounts& counts);

}  // namespace npscope
