// SPDX-License-Identifier: MIT
// Texts are compared once per code of a part, so a response costs one look-up per column.
#include "core/query/gather_strata.h"

#include <algorithm>
#include <cstdint>

#include "core/base/check.h"
#include "core/query/cells.h"

namespace npscope {
namespace {

constexpr uint32_t kNoStratum = UINT32_MAX;

/// One column of one part: by response a code, by code a stratum.
struct PartStrata {
  const CodeColumn* codes = nullptr;
  std::vector<uint32_t> by_code;
  size_t count = 0;

  [[nodiscard]] uint32_t stratum(size_t response) const {
    const uint32_t code = codes->codes[response];
    return code == CodeColumn::kNone ? kNoStratum : by_code[code];
  }
};

PartStrata part_strata(const Part& part, const StrataColumn& column) {
  PartStrata result;
  result.count = column.values.size();
  result.codes = codes_of(part, column.column);
  if (result.codes == nullptr) return result;
  for (const std::string& text : result.codes->texts) {
    const auto found = std::ranges::find(column.values, std::string_view(text));
    const bool named = found != column.values.end();
    result.by_code.push_back(named ? static_cast<uint32_t>(found - column.values.begin()) : kNoStratum);
  }
  return result;
}

/// The combination of strata that a response is in.
size_t cell_of(std::span<const PartStrata> columns, size_t response) {
  size_t cell = 0;
  for (const PartStrata& column : columns) {
    const uint32_t stratum = column.codes == nullptr ? kNoStratum : column.stratum(response);
    if (stratum == kNoStratum) return SIZE_MAX;
    cell = cell * column.count + stratum;
  }
  return cell;
}

}  // namespace

StrataCounts gather_strata(std::span<const Part> parts, std::span<const Selection> selected,
                           std::span<const StrataColumn> columns) {
  StrataCounts result;
  size_t count = 1;
  for (const StrataColumn& column : columns) count *= column.values.size();
  NPS_CHECK(count <= kMostCells);
  result.cells.resize(count);
  for (size_t p = 0; p < parts.size(); ++p) {
    const Part& part = parts[p];
    std::vector<PartStrata> strata;
    strata.reserve(columns.size());
    for (const StrataColumn& column : columns) strata.push_back(part_strata(part, column));
    for (size_t i = 0; i < part.size(); ++i) {
      if (selected[p][i] == 0) continue;
      const size_t cell = cell_of(strata, i);
      GroupCounts& counts = cell == SIZE_MAX ? result.left_out : result.cells[cell];
      const unsigned group = part.group_of(i);
      (group == 0 ? counts.detractors : group == 1 ? counts.passives : counts.promoters) += part.times_of(i);
    }
  }
  return result;
}

}  // namespace npscope
