// SPDX-License-Identifier: MIT
// A column tells the questions apart when nearly all of its cells are names of metrics and NPS is one of them. Where it is the only
// one, the header must say what the column is for: a survey may be called NPS.
#include "core/survey/exclusions.h"

#include <algorithm>
#include <string_view>

#include "core/base/text.h"
#include "core/survey/column_profile.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Row = std::vector<std::string>;

std::string_view cell_of(const Row& row, size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

bool leaves_out(const Exclusion& exclusion, const Row& row) {
  const std::string text = folded(cell_of(row, exclusion.column));
  const bool listed = std::ranges::find(exclusion.values, text) != exclusion.values.end();
  return listed != exclusion.keep;
}

/// What the cells of a column say about metrics.
struct Metrics {
  uint64_t filled = 0;
  uint64_t others = 0;
  uint64_t words = 0;  // neither NPS nor another metric
  /// The texts that stand for NPS.
  std::vector<std::string> nps;

  [[nodiscard]] bool tell_apart() const { return !nps.empty() && words * 20 <= filled; }
};

Metrics look_for_metrics(const std::vector<Row>& records, size_t first, size_t column) {
  Metrics found;
  for (size_t r = first; r < records.size(); ++r) {
    std::string text = folded(cell_of(records[r], column));
    if (text.empty()) continue;
    ++found.filled;
    if (is_nps_metric(text)) {
      if (std::ranges::find(found.nps, text) == found.nps.end()) found.nps.push_back(std::move(text));
    } else if (is_other_metric(text)) {
      ++found.others;
    } else if (++found.words == found.filled) {
      break;  // most columns are told by their first cell
    }
  }
  std::ranges::sort(found.nps);
  return found;
}

}  // namespace

std::vector<Exclusion> preset_exclusions(const Header& header) {
  std::vector<Exclusion> exclusions;
  if (!header.preset) return exclusions;
  std::vector<std::string> names;
  names.reserve(header.names.size());
  for (const std::string& name : header.names) names.push_back(preset_header(name));
  for (const PresetMatch::Exclusion& wanted : header.preset->exclusions) {
    const auto found = std::ranges::find(names, wanted.column);
    if (found == names.end()) continue;
    Exclusion& exclusion = exclusions.emplace_back();
    exclusion.column = static_cast<size_t>(found - names.begin());
    exclusion.keep = wanted.keep;
    exclusion.code = wanted.code;
    exclusion.values.assign(wanted.values.begin(), wanted.values.end());
  }
  return exclusions;
}

Result<std::vector<Exclusion>> chosen_exclusions(const MappingRequest& request, const std::vector<Column>& columns) {
  std::vector<Exclusion> exclusions;
  for (const MappingRequest::ExclusionChoice& wanted : *request.exclusions) {
    const std::optional<size_t> column = find_column(columns, wanted.column);
    if (!column) return std::unexpected(Failure{request.closed ? Code::kRecipeMismatch : Code::kUnknownColumn, "exclude"});
    exclusions.push_back({*column, wanted.keep, {}, wanted.code});
    for (const std::string& value : wanted.values) exclusions.back().values.push_back(folded(value));
  }
  return exclusions;
}

std::optional<Exclusion> metric_exclusion(const std::vector<Row>& records, size_t first, const std::vector<Column>& columns,
                                          std::optional<size_t> chosen) {
  for (size_t c = 0; c < columns.size(); ++c) {
    if (chosen && c != *chosen) continue;
    Metrics found = look_for_metrics(records, first, c);
    const bool meant = chosen || found.others > 0 || is_metric_header(header_words(columns[c].name));
    if (found.tell_apart() && meant) return Exclusion{c, true, std::move(found.nps), Code::kExcludedMetric};
  }
  return std::nullopt;
}

std::vector<size_t> kept_records(const std::vector<Row>& records, size_t first, const std::vector<Exclusion>& exclusions) {
  std::vector<size_t> kept;
  for (size_t r = first; r < records.size(); ++r) {
    const auto out = [&row = records[r]](const Exclusion& exclusion) { return leaves_out(exclusion, row); };
    if (std::ranges::none_of(exclusions, out)) kept.push_back(r);
  }
  return kept;
}

}  // namespace npscope
