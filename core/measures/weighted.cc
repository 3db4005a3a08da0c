// SPDX-License-Identifier: MIT
// Kish's effective size depends on the weights alone, so it stands beside the clustered error too.
#include "core/measures/weighted.h"

#include "core/measures/design_json.h"
#include "core/measures/sharing.h"
#include "core/measures/two_sides.h"
#include "core/query/gather.h"
#include "core/stats/clustered_nps.h"
#include "core/stats/weighted_nps.h"

namespace npscope {
namespace {

struct Options {
  ColumnRef weight;
  std::optional<ClusterBy> cluster;
};

std::expected<Options, std::string> read_options(json::Node options) {
  const std::string_view unknown = unknown_member(options, {"measure", "weight", "cluster"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  const std::optional<ColumnRef> weight = column_or_role(options.find("weight"), Role::kWeight);
  if (!weight) return std::unexpected("weight");
  Options result{*weight, std::nullopt};
  if (const json::Node cluster = options.find("cluster"); cluster.exists()) {
    result.cluster = cluster_named(cluster.text().value_or(""));
    if (!result.cluster) return std::unexpected("cluster");
  }
  return result;
}

std::string check(json::Node options, const Query&) {
  const auto read = read_options(options);
  return read ? std::string() : read.error();
}

void needs(json::Node node, const Query&, Needs& needs) {
  const Options options = *read_options(node);
  needs.columns.push_back(options.weight);
  if (options.cluster) need_keys(*options.cluster, needs);
}

void write_kish(JsonWriter& out, const WeightedNps& weighted, double level) {
  out.key("kish");
  out.begin_object();
  out.member("responses", weighted.kish_responses);
  out.member("designEffect", weighted.kish_design_effect);
  out.member("standardError", weighted.kish_standard_error * 100);
  write_limits(out, "score", level, weighted.kish_limits);
  out.end_object();
}

/// `clustered`: the estimate that takes the place of the one for independent responses.
void write_weighted(JsonWriter& out, const Frame& frame, const WeightedCounts& counts, const DesignEstimate* clustered) {
  const double level = level_value(frame.interval.level);
  const Available<WeightedNps> weighted = weighted_nps(counts, level);
  if (!weighted) {
    write_unavailable(out, unavailable_name(weighted.error()));
  } else if (!refused_few(frame.query, weighted->estimate.responses, out)) {
    write_design(out, clustered != nullptr ? *clustered : weighted->estimate, level, clustered != nullptr);
    write_kish(out, *weighted, level);
  }
  write_refused(out, counts);
}

/// Responses with a usable weight; the others decide with them what is hidden.
Shown shown_weights(const Frame& frame, const std::vector<WeightedCounts>& cells) {
  std::vector<GroupCounts> usable;
  usable.reserve(cells.size());
  for (const WeightedCounts& cell : cells) usable.push_back(cell.responses());
  return shown_of_both(frame, groups_by_cell(gather_scores(frame.parts, frame.selected, frame.cells)), usable);
}

void write_cells(JsonWriter& out, const Frame& frame, const std::vector<WeightedCounts>& cells) {
  const Shown shown = shown_weights(frame, cells);
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell] == WeightedCounts{} || !shown.shows(cell)) continue;
    out.begin_object();
    write_cell(out, frame.cells, cell);
    write_weighted(out, frame, cells[cell], nullptr);
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const Options options = *read_options(node);
  if (refused_column(frame, options.weight, out)) return;
  if (options.cluster && refused_keys(frame, *options.cluster, out)) return;
  const std::vector<WeightedCounts> cells = gather_weights(frame.parts, frame.selected, frame.cells, options.weight);
  WeightedCounts all;
  for (const WeightedCounts& cell : cells) all.merge(cell);
  write_column(out, "weight", options.weight);
  if (!options.cluster) {
    write_weighted(out, frame, all, nullptr);
    if (!frame.cells.axes.empty()) write_cells(out, frame, cells);
    return;
  }
  out.member("cluster", cluster_name(*options.cluster));
  const WeightedClusters clusters = gather_weighted_clusters(frame.parts, frame.selected, options.weight, *options.cluster);
  const Available<DesignEstimate> clustered = clustered_nps(clusters, level_value(frame.interval.level));
  write_weighted(out, frame, all, clustered ? &*clustered : nullptr);
}

}  // namespace

const Measure kWeightedMeasure = {"weighted", check, needs, answer};

}  // namespace npscope
