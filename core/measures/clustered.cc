// SPDX-License-Identifier: MIT
// An account may have answers in several cells, so the total is merged by key and never added up from shapes.
#include "core/measures/clustered.h"

#include "core/measures/by_cell.h"
#include "core/measures/design_json.h"
#include "core/measures/sharing.h"
#include "core/query/gather.h"
#include "core/stats/clustered_nps.h"

namespace npscope {
namespace {

std::optional<ClusterBy> by_of(json::Node options) {
  const json::Node by = options.find("by");
  return by.exists() ? cluster_named(by.text().value_or("")) : ClusterBy::kAccount;
}

std::string check(json::Node options, const Query&) {
  if (!by_of(options)) return "by";
  return std::string(unknown_member(options, {"measure", "by"}));
}

void needs(json::Node options, const Query&, Needs& needs) { need_keys(*by_of(options), needs); }

void write_clustered(JsonWriter& out, const Frame& frame, const ClusterCounts& counts) {
  const double level = level_value(frame.interval.level);
  const Available<DesignEstimate> found = clustered_nps(all_shapes(counts), level);
  if (!found) {
    write_unavailable(out, unavailable_name(found.error()));
    return;
  }
  if (refused_few(frame.query, found->responses, out)) return;
  write_design(out, *found, level, true);
  out.member("withoutKey", counts.alone.responses());
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const ClusterBy by = *by_of(options);
  if (refused_keys(frame, by, out)) return;
  out.member("by", cluster_name(by));
  write_clustered(out, frame, gather_clusters(frame.parts, frame.selected, Cells{}, by)[0]);
  if (frame.cells.axes.empty()) return;
  const std::vector<ClusterCounts> cells = gather_clusters(frame.parts, frame.selected, frame.cells, by);
  write_cells(out, frame, [&](size_t cell, const ResponseCounts&) { write_clustered(out, frame, cells[cell]); });
}

}  // namespace

const Measure kClusteredMeasure = {"clustered", check, needs, answer};

}  // namespace npscope
