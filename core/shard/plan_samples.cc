// SPDX-License-Identifier: MIT
// The sample is small, so every cell of it may be looked at.
#include "core/shard/plan_samples.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/survey/role_cleaning.h"

namespace npscope {
namespace {

using Records = std::vector<std::vector<std::string>>;

/// Characters.
constexpr size_t kLongestValue = 80;

/// At most `most` characters, cut between two of them.
std::string shortened(std::string_view text, size_t most) {
  size_t end = 0;
  for (size_t i = 0; i < most && end < text.size(); ++i) end += std::max<size_t>(utf8_sequence_length(text.substr(end)), 1);
  return std::string(text.substr(0, end));
}

void take_values(const Records& records, size_t headers, Plan& plan) {
  constexpr size_t kMostValues = 5;
  plan.samples.assign(plan.mapping.columns.size(), {});
  const size_t first = std::min(headers, records.size());
  const size_t count = records.size() - first;
  for (size_t c = 0; c < plan.samples.size(); ++c) {
    ColumnSample& sample = plan.samples[c];
    size_t filled = 0;
    for (size_t r = first; r < records.size(); ++r) {
      if (c >= records[r].size()) continue;
      const std::string value = shortened(trimmed(records[r][c]), kLongestValue);
      if (value.empty()) continue;
      ++filled;
      if (sample.values.size() < kMostValues && std::ranges::find(sample.values, value) == sample.values.end())
        sample.values.push_back(value);
    }
    sample.filled = count == 0 ? 0 : static_cast<double>(filled) / static_cast<double>(count);
  }
}

void take_proofs(std::span<const std::vector<std::string>> records, Plan& plan) {
  plan.proofs.clear();
  for (const OpenQuestion& question : plan.mapping.questions) {
    std::vector<std::vector<std::string>>& rows = plan.proofs.emplace_back();
    for (const uint64_t number : question.proof) {
      std::vector<std::string>& row = rows.emplace_back();
      if (number == 0 || number > records.size()) continue;
      for (const std::string& cell : records[number - 1]) row.push_back(shortened(trimmed(cell), kLongestValue));
    }
  }
}

/// Rules that change texts; those of scores and dates are told by their places.
/// `first`: number of the first of `records` in its file.
void take_changes(const Records& records, uint64_t first, size_t headers, CleaningSet cleaning, Plan& plan) {
  constexpr size_t kMost = 3;
  plan.changes.clear();
  std::array<size_t, kCleaningRuleCount> found{};
  std::string scratch;
  for (size_t r = plan.mapping.header_row; r < records.size(); ++r) {
    const size_t cells = std::min(records[r].size(), plan.mapping.columns.size());
    const bool header = r < headers;
    for (size_t c = 0; c < cells; ++c) {
      const Role role = plan.mapping.columns[c].role;
      if (!header && !is_used(role)) continue;
      const TextUse use = header ? TextUse::kHeader : text_use(role);
      const CleaningSet rules = header ? cleaning : rules_for(role, cleaning);
      CleaningSet changed;
      const std::string_view after = clean_text(records[r][c], rules, use, scratch, changed);
      if (changed.none()) continue;
      for (size_t rule = 0; rule < kCleaningRuleCount; ++rule) {
        if (!changed[rule] || found[rule] == kMost) continue;
        ++found[rule];
        plan.changes.push_back({static_cast<CleaningRule>(rule), first + r, c, shortened(records[r][c], kLongestValue),
                                shortened(after, kLongestValue)});
      }
    }
  }
}

}  // namespace

void take_samples(const Records& records, NamesFrom names, size_t headers, CleaningSet cleaning, Plan& plan) {
  const size_t added = names == NamesFrom::kSource ? 1 : 0;
  take_values(records, headers, plan);
  take_proofs(std::span(records).subspan(added), plan);
  take_changes(records, 1 - added, headers, cleaning, plan);
}

}  // namespace npscope
