// SPDX-License-Identifier: MIT
// A preset matches when its rules about header texts hold; never by one generic word.
#include "core/survey/preset.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/survey/preset_tables.h"

namespace npscope {
namespace {

using Row = std::vector<std::string>;

/// Records in which a telling value is looked for.
constexpr size_t kValueRecords = 200;

bool fits(const PresetRule& rule, std::string_view cell) {
  if (rule.at_start && rule.at_end) return cell == rule.text;
  if (rule.at_start) return cell.starts_with(rule.text);
  if (rule.at_end) return cell.ends_with(rule.text);
  return cell.find(rule.text) != std::string_view::npos;
}

bool any_fits(const PresetRule& rule, const Row& row) {
  return std::ranges::any_of(row, [&rule](const std::string& cell) { return fits(rule, cell); });
}

/// How many rules of one kind a preset has, and how many of them hold.
struct RuleCount {
  uint32_t rules = 0;
  uint32_t held = 0;
  [[nodiscard]] bool all() const { return held == rules; }
  [[nodiscard]] bool some_of_any() const { return rules == 0 || held > 0; }
};

RuleCount count_rules(size_t preset, RuleKind kind, const Row& row) {
  RuleCount count;
  for (const PresetRule& rule : kPresetRules) {
    if (rule.preset != preset || rule.kind != kind) continue;
    ++count.rules;
    const bool first_only = kind == RuleKind::kFirstHeader || kind == RuleKind::kRow1;
    if (first_only ? !row.empty() && fits(rule, row[0]) : any_fits(rule, row)) ++count.held;
  }
  return count;
}

/// The first header records, as presets compare them, and what follows, as it is.
struct Head {
  std::vector<Row> rows;
  const std::vector<Row>& records;
  size_t first;

  [[nodiscard]] const Row& row(size_t i) const {
    static const Row kNoRow;
    return i < rows.size() ? rows[i] : kNoRow;
  }
};

bool has_value(const PresetValue& value, const Head& head) {
  const Row& header = head.rows[0];
  const auto column = static_cast<size_t>(std::ranges::find(header, value.column) - header.begin());
  const size_t end = std::min(head.records.size(), head.first + kValueRecords);
  for (size_t r = head.first + 1; r < end && column < header.size(); ++r) {
    if (column < head.records[r].size() && folded(head.records[r][column]) == value.value) return true;
  }
  return false;
}

/// A preset with telling values shows one of them; `rules` counts those there are.
bool shows_values(size_t preset, const Head& head, uint32_t& rules) {
  bool held = true;
  for (const PresetValue& value : kPresetValues) {
    if (value.preset != preset) continue;
    if (rules == 0) held = false;
    ++rules;
    if (!held) held = has_value(value, head);
  }
  return held;
}

bool matches(size_t preset, const Head& head) {
  const Row& first = head.row(0);
  const RuleCount all = count_rules(preset, RuleKind::kAll, first);
  const RuleCount alternative = count_rules(preset, RuleKind::kAlternativeAll, first);
  const RuleCount any = count_rules(preset, RuleKind::kAny, first);
  const RuleCount starts = count_rules(preset, RuleKind::kFirstHeader, first);
  const RuleCount row1 = count_rules(preset, RuleKind::kRow1, first);
  uint32_t values = 0;
  const bool shown = shows_values(preset, head, values);
  const bool has_rules = all.rules + any.rules + starts.rules + row1.rules + values > 0;
  const bool any_held = any.rules == 0 || any.held >= kPresetRows[preset].min_any;
  const bool one = all.all() && any_held;
  const bool other = alternative.rules > 0 && alternative.all() && (all.rules == 0 || any_held);
  return has_rules && shown && (one || other) && starts.some_of_any() && row1.some_of_any() &&
         count_rules(preset, RuleKind::kNone, first).held == 0 &&
         count_rules(preset, RuleKind::kRow2Any, head.row(1)).some_of_any() &&
         count_rules(preset, RuleKind::kRow3, head.row(2)).some_of_any();
}

PresetMatch match_of(size_t preset) {
  const PresetRow& row = kPresetRows[preset];
  PresetMatch match{row.id,        row.header_records, row.names_in_row, row.not_nps, row.forward_fill,
                    row.positions, row.zone_unstated,  row.zone,         {},          {},
                    preset};
  for (const PresetColumn& column : kPresetColumns) {
    if (column.preset == preset) match.columns.push_back({column.role, column.header});
  }
  const PresetExclusion* before = nullptr;
  for (const PresetExclusion& found : kPresetExclusions) {
    if (found.preset != preset) continue;
    const bool same = before != nullptr && before->column == found.column && before->code == found.code;
    if (!same) match.exclusions.push_back({found.column, found.keep, found.code, {}});
    match.exclusions.back().values.push_back(found.value);
    before = &found;
  }
  return match;
}

}  // namespace

std::vector<std::string_view> PresetMatch::texts(TextKind kind) const {
  std::vector<std::string_view> found;
  for (const PresetText& text : kPresetTexts) {
    if (text.preset == row && text.kind == kind) found.push_back(text.text);
  }
  return found;
}

std::string preset_header(std::string_view header) {
  constexpr std::string_view kWrapper = "properties.";
  std::string text = folded(header);
  if (text.starts_with(kWrapper)) text.erase(0, kWrapper.size());
  return text;
}

std::optional<PresetMatch> match_preset(const std::vector<Row>& records, size_t first) {
  if (first >= records.size()) return std::nullopt;
  Head head{{}, records, first};
  for (size_t i = first; i < records.size() && i < first + 3; ++i) {
    Row& row = head.rows.emplace_back();
    for (const std::string& cell : records[i]) row.push_back(preset_header(cell));
  }
  for (size_t preset = 0; preset < std::size(kPresetRows); ++preset) {
    if (matches(preset, head)) return match_of(preset);
  }
  return std::nullopt;
}

}  // namespace npscope
