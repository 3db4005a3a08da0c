// SPDX-License-Identifier: MIT
// Such tables are small, so cells are read one by one.
#include "core/survey/count_column.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/survey/number_cell.h"
#include "core/survey/number_profile.h"

namespace npscope {
namespace {

constexpr uint32_t kMostTimes = 1'000'000'000;

/// A combination of score and attributes names a row only when each attribute repeats.
bool is_attribute(const ColumnProfile& values) { return values.filled == 0 || values.distinct * 2 <= values.filled; }

std::string_view cell_at(const std::vector<std::string>& record, size_t c) {
  return c < record.size() ? trimmed(record[c]) : std::string_view();
}

std::optional<uint32_t> whole_number(std::string_view text, char decimal, std::string& scratch) {
  const std::optional<std::string_view> plain = plain_number(text, decimal, scratch);
  if (!plain || is_below_zero(*plain)) return std::nullopt;
  const size_t point = plain->find('.');
  if (point != std::string_view::npos && plain->find_first_not_of('0', point + 1) != std::string_view::npos)
    return std::nullopt;
  uint32_t count = 0;
  for (const char digit : plain->substr(0, point)) {
    if (!is_digit(digit)) return std::nullopt;
    count = count * 10 + static_cast<uint32_t>(digit - '0');
    if (count > kMostTimes) return std::nullopt;
  }
  return count;
}

}  // namespace

std::optional<uint32_t> count_in(std::string_view text, std::string& scratch) {
  const std::string_view number = trimmed(text);
  if (number.contains('%')) return std::nullopt;
  // A count has no fraction, so that either mark may stand between thousands.
  const std::optional<uint32_t> count = whole_number(number, '.', scratch);
  return count ? count : whole_number(number, ',', scratch);
}

Evidence weigh_counts(const SampleTable& table, const Mapping& mapping, size_t c, std::string_view word) {
  std::vector<size_t> attributes;
  for (size_t other = 0; other < table.width(); ++other) {
    if (other == c || other == mapping.score) continue;
    const NumberProfile numbers = profile_numbers(table.records, other);
    if (numbers.filled > 0 && numbers.numbers == numbers.filled) continue;
    if (!is_attribute(table.profiles[other])) return {};
    attributes.push_back(other);
  }
  std::set<std::string> seen;
  std::string scratch;
  uint64_t counts = 0;
  uint64_t most = 0;
  for (const std::vector<std::string>& record : table.records) {
    std::string row(cell_at(record, mapping.score));
    for (const size_t other : attributes) row.append(1, '\x1F').append(cell_at(record, other));
    if (!seen.insert(std::move(row)).second) return {};
    const std::optional<uint32_t> count = count_in(cell_at(record, c), scratch);
    counts += count ? 1 : 0;
    most = std::max<uint64_t>(most, count.value_or(0));
  }
  // A row of totals may say something else.
  if (most < 2 || counts * 10 < table.records.size() * 8) return {};
  return {0.9, {evidence_detail("name", word), evidence_fraction("values", counts, table.records.size())}};
}

void CountColumn::read(const RecordBatch& batch, size_t first, std::vector<Code>& reasons, std::vector<uint32_t>& times) {
  times.assign(reasons.size(), 0);
  for (size_t i = 0; i < times.size(); ++i) {
    const size_t record = first + i;
    std::optional<uint32_t> count;
    if (column_ < batch.cell_count(record))
      count = count_in(cell_text(batch.raw_cell(record, column_), quote_, unquoted_), scratch_);
    times[i] = count.value_or(0);
    if (!count && reasons[i] == Code::kNone) reasons[i] = Code::kCountInvalid;
  }
}

}  // namespace npscope
