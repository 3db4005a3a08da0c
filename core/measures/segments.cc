// SPDX-License-Identifier: MIT
// The rest of a cell is the total less the cell, so the answer costs one pass whatever the number of cells.
#include "core/measures/segments.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/measures/by_cell.h"
#include "core/measures/homogeneity.h"
#include "core/measures/nps.h"
#include "core/measures/sharing.h"
#include "core/measures/two_sides.h"
#include "core/query/gather.h"
#include "core/stats/segments.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

constexpr double kMostMinimum = 1e9;

struct Options {
  Adjustment adjustment = Adjustment::kBenjaminiHochberg;
  uint64_t minimum = kFewResponses;
};

/// The options, or the member that is not understood.
std::expected<Options, std::string> read_options(json::Node options) {
  const std::string_view unknown = unknown_member(options, {"measure", "adjust", "minimum"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  Options result;
  if (const json::Node adjust = options.find("adjust"); adjust.exists()) {
    const std::optional<Adjustment> named = adjustment_named(adjust.text().value_or(""));
    if (!named) return std::unexpected("adjust");
    result.adjustment = *named;
  }
  const std::optional<double> minimum = number_option(options, "minimum", kFewResponses, 1, kMostMinimum);
  if (!minimum || *minimum != std::floor(*minimum)) return std::unexpected("minimum");
  result.minimum = static_cast<uint64_t>(*minimum);
  return result;
}

std::string check(json::Node options, const Query& query) {
  const auto read = read_options(options);
  return read ? missing_grouping(query) : read.error();
}

void needs(json::Node, const Query&, Needs&) {}

enum class Rank : uint8_t { kAbove, kNotDecided, kBelow };

std::string_view rank_name(Rank rank) {
  return rank == Rank::kAbove ? "above" : rank == Rank::kBelow ? "below" : "not-decided";
}

struct Segment {
  size_t cell = 0;
  /// Nothing: it has all responses.
  std::optional<SegmentDifference> compared;
  Rank rank = Rank::kNotDecided;
};

Rank rank_of(const SegmentDifference& compared, double level) {
  if (compared.adjusted_p > 1 - level) return Rank::kNotDecided;
  // Near the border of the level p and the interval may disagree, and segments are ordered by their limits.
  if (compared.difference.limits.low > 0) return Rank::kAbove;
  return compared.difference.limits.high < 0 ? Rank::kBelow : Rank::kNotDecided;
}

/// Larger comes first within a rank.
double order_of(const Segment& segment) {
  if (segment.rank == Rank::kNotDecided) return 0;
  const Limits& limits = segment.compared->difference.limits;
  return segment.rank == Rank::kAbove ? limits.low : limits.high;
}

/// Cells with responses that are shown; p is adjusted for as many tests as are shown.
std::vector<Segment> compared_segments(std::span<const GroupCounts> groups, const Shown& shown, Adjustment adjustment,
                                       double level) {
  const auto compared = each_against_rest(groups, level, Adjustment::kNone);
  std::vector<Segment> segments;
  std::vector<double> p;
  for (size_t cell = 0; cell < groups.size(); ++cell) {
    if (groups[cell].responses() == 0 || !shown.shows(cell)) continue;
    segments.push_back({cell, compared[cell]});
    if (compared[cell]) p.push_back(compared[cell]->difference.p);
  }
  const std::vector<double> all = adjusted(p, adjustment);
  size_t next = 0;
  for (Segment& segment : segments) {
    if (!segment.compared) continue;
    segment.compared->adjusted_p = all[next++];
    segment.rank = rank_of(*segment.compared, level);
  }
  std::ranges::sort(segments, [](const Segment& a, const Segment& b) {
    return std::tuple(a.rank, -order_of(a), a.cell) < std::tuple(b.rank, -order_of(b), b.cell);
  });
  return segments;
}

void write_rest(JsonWriter& out, const GroupCounts& total, const GroupCounts& cell, const SegmentDifference& compared,
                double level) {
  const GroupCounts rest = {total.detractors - cell.detractors, total.passives - cell.passives,
                            total.promoters - cell.promoters};
  out.key("rest");
  out.begin_object();
  out.member("nps", nps_of(real_counts(rest)) * 100);
  out.member("responses", rest.responses());
  out.end_object();
  out.key("difference");
  out.begin_object();
  write_difference(out, compared.difference, level);
  out.member("adjustedP", compared.adjusted_p);
  out.end_object();
}

void write_summary(JsonWriter& out, const std::vector<Segment>& segments, std::span<const GroupCounts> shown_groups) {
  out.key("homogeneity");
  out.begin_object();
  write_homogeneity(out, shown_groups);
  out.end_object();
  const auto count = [&](Rank rank) { return static_cast<uint64_t>(std::ranges::count(segments, rank, &Segment::rank)); };
  out.member("above", count(Rank::kAbove));
  out.member("below", count(Rank::kBelow));
  out.member("notDecided", count(Rank::kNotDecided));
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const Options options = *read_options(node);
  const double level = level_value(frame.interval.level);
  const std::vector<ResponseCounts> counts = gather_scores(frame.parts, frame.selected, frame.cells);
  const std::vector<GroupCounts> groups = groups_by_cell(counts);
  GroupCounts total;
  for (const GroupCounts& cell : groups) total.merge(cell);
  out.member("adjust", adjustment_name(options.adjustment));
  out.member("minimum", options.minimum);
  if (total.responses() == 0) {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
    return;
  }
  const Shown shown = shown_cells(frame, counts);
  const std::vector<Segment> segments = compared_segments(groups, shown, options.adjustment, level);
  write_summary(out, segments, without_hidden(groups, shown));
  out.key("cells");
  out.begin_array();
  for (const Segment& segment : segments) {
    const GroupCounts& cell = groups[segment.cell];
    out.begin_object();
    write_cell(out, frame.cells, segment.cell);
    write_figure(out, *summarize(counts[segment.cell], frame.interval));
    out.member("small", cell.responses() < options.minimum);
    if (segment.compared) {
      write_rest(out, total, cell, *segment.compared, level);
    } else {
      write_unavailable(out, "one-group");
    }
    out.member("rank", rank_name(segment.rank));
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

}  // namespace

const Measure kSegmentsMeasure = {"segments", check, needs, answer};

}  // namespace npscope
