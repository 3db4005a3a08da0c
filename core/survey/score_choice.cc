// SPDX-License-Identifier: MIT
// Columns of groups are looked at only where no column holds scores.
#include "core/survey/score_choice.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>

#include "core/survey/score_weight.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

constexpr size_t kMostGroupColumns = 64;

/// Tools put the group beside the score: `Q23` and `Q23_NPS_GROUP`.
std::vector<std::string> group_bases(const Header& header) {
  constexpr std::array<std::string_view, 3> kEndings = {" nps group", " nps dpp", " nps score"};
  std::vector<std::string> bases;
  for (const std::string& name : header.names) {
    std::string words = header_words(name);
    for (const std::string_view ending : kEndings) {
      if (!words.ends_with(ending) || bases.size() >= kMostGroupColumns) continue;
      bases.emplace_back(words.substr(0, words.size() - ending.size()));
    }
  }
  return bases;
}

void add_candidate(ScoreRanking& ranking, size_t column, Evidence weight) {
  const double confidence = rounded_confidence(weight.confidence);
  if (confidence < kLeastConfidence) return;
  ranking.candidates.push_back({column, confidence});
  ranking.evidence[column] = std::move(weight.evidence);
}

}  // namespace

ScoreRanking rank_scores(const SampleTable& table, const MappingRequest& request, const std::optional<LongFormat>& shape) {
  ScoreRanking ranking;
  const Header& header = table.header;
  ranking.evidence.resize(table.width());
  if (header.preset && header.preset->not_nps) return ranking;
  const std::vector<std::string> bases = group_bases(header);
  for (size_t c = 0; c < table.width(); ++c) {
    const std::string own = header_words(header.names[c]);
    ScoreHints hints;
    hints.has_group_column = !own.empty() && std::ranges::find(bases, own) != bases.end();
    hints.preset = preset_column(header, c, Role::kScore) != nullptr;
    if (header.preset) hints.preset_name = header.preset->id;
    hints.declared = request.nps_column == c || (shape && !shape->values.empty() && shape->values[0] == c);
    add_candidate(ranking, c, weigh_score(table.profiles[c], header.words[c], hints));
  }
  if (ranking.candidates.empty()) {
    for (size_t c = 0; c < table.width(); ++c)
      add_candidate(ranking, c, weigh_groups(table.profiles[c], header.words[c]).weight);
  }
  std::ranges::stable_sort(ranking.candidates, std::ranges::greater{}, &ScoreCandidate::confidence);
  return ranking;
}

const PresetMatch::Column* preset_column(const Header& header, size_t column, Role role) {
  if (!header.preset) return nullptr;
  const std::string name = preset_header(header.names[column]);
  const auto found = std::ranges::find_if(
      header.preset->columns, [&](const PresetMatch::Column& known) { return known.role == role && known.header == name; });
  return found == header.preset->columns.end() ? nullptr : &*found;
}

}  // namespace npscope
