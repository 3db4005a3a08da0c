// SPDX-License-Identifier: MIT
// Values come from the question, so they may be named where something is wrong with one.
#include "core/measures/raked.h"

#include <algorithm>

#include "core/measures/design_json.h"
#include "core/measures/sharing.h"
#include "core/query/gather_strata.h"
#include "core/stats/raking.h"

namespace npscope {
namespace {

constexpr size_t kMostMargins = 8;

struct Margin {
  StrataColumn strata;
  std::vector<double> targets;
};

std::optional<ColumnRef> margin_column(json::Node margin) {
  const json::Node column = margin.find("column");
  const json::Node role = margin.find("role");
  if (column.exists() == role.exists()) return std::nullopt;
  if (column.exists()) {
    if (!column.text() || column.text()->empty()) return std::nullopt;
    return ColumnRef{std::string(*column.text()), Role::kNone};
  }
  const std::optional<Role> named = role_named(role.text().value_or(""));
  return named && is_used(*named) ? std::optional(ColumnRef{{}, *named}) : std::nullopt;
}

/// The margin, or the member of it that is not understood.
std::expected<Margin, std::string> read_margin(json::Node node) {
  const std::string_view unknown = unknown_member(node, {"column", "role", "shares"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  const std::optional<ColumnRef> column = margin_column(node);
  if (!column) return std::unexpected("column");
  const json::Node shares = node.find("shares");
  if (!shares.is_object() || shares.size() == 0) return std::unexpected("shares");
  Margin margin{{*column, {}}, {}};
  for (const json::Node share : shares.items()) {
    if (!share.number()) return std::unexpected("shares");
    margin.strata.values.push_back(share.name());
    margin.targets.push_back(*share.number());
  }
  return margin;
}

std::expected<std::vector<Margin>, std::string> read_margins(json::Node options) {
  const std::string_view unknown = unknown_member(options, {"measure", "margins"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  const json::Node list = options.find("margins");
  if (!list.is_array() || list.size() == 0 || list.size() > kMostMargins) return std::unexpected("margins");
  std::vector<Margin> margins;
  size_t cells = 1;
  for (const json::Node one : list.items()) {
    const std::string path = "margins." + std::to_string(margins.size());
    std::expected<Margin, std::string> margin = one.is_object() ? read_margin(one) : std::unexpected(std::string());
    if (!margin) return std::unexpected(margin.error().empty() ? path : path + "." + margin.error());
    cells *= margin->targets.size();
    const auto same = [&](const Margin& other) { return other.strata.column == margin->strata.column; };
    if (cells > kMostCells || std::ranges::any_of(margins, same)) return std::unexpected(path);
    margins.push_back(std::move(*margin));
  }
  return margins;
}

std::string check(json::Node options, const Query&) {
  const auto margins = read_margins(options);
  return margins ? std::string() : margins.error();
}

void needs(json::Node options, const Query&, Needs& needs) {
  for (const Margin& margin : *read_margins(options)) needs.columns.push_back(margin.strata.column);
}

/// Cells with the stratum of each in every margin.
std::vector<RakingCell> raking_cells(const std::vector<GroupCounts>& counts, const std::vector<Margin>& margins) {
  std::vector<RakingCell> cells;
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i].responses() == 0) continue;
    RakingCell cell{counts[i], std::vector<size_t>(margins.size())};
    size_t rest = i;
    for (size_t margin = margins.size(); margin-- > 0; rest /= margins[margin].targets.size())
      cell.strata[margin] = rest % margins[margin].targets.size();
    cells.push_back(std::move(cell));
  }
  return cells;
}

/// Targets as shares; null for what is no number.
void write_target(JsonWriter& out, double target) {
  out.key("target");
  if (target - target == 0) {
    out.value(target);
  } else {
    out.null();
  }
}

/// Counts stay hidden where some stratum has too few to share.
void write_strata(JsonWriter& out, const Margin& margin, const std::vector<uint64_t>& responses, uint64_t minimum) {
  double total = 0;
  for (const double target : margin.targets) total += target;
  uint64_t all = 0;
  for (const uint64_t one : responses) all += one;
  const bool shown = std::ranges::none_of(responses, [&](uint64_t one) { return one > 0 && one < minimum; });
  write_column(out, "column", margin.strata.column);
  out.key("strata");
  out.begin_array();
  for (size_t i = 0; i < margin.targets.size(); ++i) {
    out.begin_object();
    out.member("value", margin.strata.values[i]);
    write_target(out, margin.targets[i] / total);
    if (shown && all > 0) out.member("share", static_cast<double>(responses[i]) / static_cast<double>(all));
    if (shown) out.member("responses", responses[i]);
    out.end_object();
  }
  out.end_array();
}

void write_margins(JsonWriter& out, const Query& query, const std::vector<Margin>& margins,
                   const std::vector<RakingCell>& cells) {
  const uint64_t minimum = query.share_minimum ? std::max(*query.share_minimum, kLeastToShare) : 0;
  out.key("margins");
  out.begin_array();
  for (size_t margin = 0; margin < margins.size(); ++margin) {
    std::vector<uint64_t> responses(margins[margin].targets.size());
    for (const RakingCell& cell : cells) responses[cell.strata[margin]] += cell.counts.responses();
    out.begin_object();
    write_strata(out, margins[margin], responses, minimum);
    out.end_object();
  }
  out.end_array();
}

void write_fault(JsonWriter& out, const RakingFault& fault, const std::vector<Margin>& margins, uint64_t responses) {
  const bool placed = fault.reason == Unavailable::kEmptyStratum || fault.reason == Unavailable::kTargetNotPositive ||
                      (fault.reason == Unavailable::kOneResponse && responses > 1);
  if (!placed) {
    write_unavailable(out, unavailable_name(fault.reason));
    return;
  }
  const StrataColumn& strata = margins[fault.margin].strata;
  write_unavailable(out, unavailable_name(fault.reason), strata.values[fault.stratum]);
  out.key("at");
  out.begin_object();
  write_column(out, "column", strata.column);
  out.member("value", strata.values[fault.stratum]);
  out.end_object();
}

void write_raked(JsonWriter& out, const Raked& raked, double level) {
  write_design(out, raked.estimate, level, false);
  out.key("weights");
  out.begin_object();
  out.member("least", raked.least_weight);
  out.member("largest", raked.largest_weight);
  out.end_object();
  out.key("kish");
  out.begin_object();
  out.member("responses", raked.kish_responses);
  out.member("designEffect", static_cast<double>(raked.estimate.responses) / raked.kish_responses);
  out.end_object();
  out.member("passes", raked.passes);
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const std::vector<Margin> margins = *read_margins(options);
  std::vector<StrataColumn> columns;
  std::vector<std::vector<double>> targets;
  for (const Margin& margin : margins) {
    if (refused_column(frame, margin.strata.column, out)) return;
    columns.push_back(margin.strata);
    targets.push_back(margin.targets);
  }
  const StrataCounts counts = gather_strata(frame.parts, frame.selected, columns);
  const std::vector<RakingCell> cells = raking_cells(counts.cells, margins);
  uint64_t responses = 0;
  for (const RakingCell& cell : cells) responses += cell.counts.responses();
  if (refused_few(frame.query, responses, out)) return;
  write_margins(out, frame.query, margins, cells);
  out.member("leftOut", counts.left_out.responses());
  const double level = level_value(frame.interval.level);
  const auto raked = rake(cells, targets, level);
  if (raked) {
    write_raked(out, *raked, level);
  } else {
    write_fault(out, raked.error(), margins, responses);
  }
}

}  // namespace

const Measure kRakedMeasure = {"raked", check, needs, answer};

}  // namespace npscope
