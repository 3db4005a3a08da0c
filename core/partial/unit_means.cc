// SPDX-License-Identifier: MIT
// The entries are few: most units answer once or twice.
#include "core/partial/unit_means.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {
namespace {

std::vector<UnitMeans::Entry>::iterator entry_for(std::vector<UnitMeans::Entry>& entries, uint32_t answers) {
  const auto at = std::ranges::lower_bound(entries, answers, {}, &UnitMeans::Entry::answers);
  if (at != entries.end() && at->answers == answers) return at;
  return entries.insert(at, {answers, 0, 0, 0});
}

}  // namespace

void UnitMeans::add(uint32_t answers, int64_t sum, uint64_t units) {
  Entry& entry = *entry_for(entries, answers);
  entry.units += units;
  entry.sum += sum * static_cast<int64_t>(units);
  entry.squares += static_cast<uint64_t>(sum * sum) * units;
}

void UnitMeans::remove(uint32_t answers, int64_t sum) {
  const auto at = entry_for(entries, answers);
  NPS_CHECK(at->units > 0);
  --at->units;
  at->sum -= sum;
  at->squares -= static_cast<uint64_t>(sum * sum);
  if (at->units == 0) entries.erase(at);
}

void UnitMeans::merge(const UnitMeans& other) {
  for (const Entry& added : other.entries) {
    Entry& entry = *entry_for(entries, added.answers);
    entry.units += added.units;
    entry.sum += added.sum;
    entry.squares += added.squares;
  }
}

uint64_t UnitMeans::units() const {
  uint64_t sum = 0;
  for (const Entry& entry : entries) sum += entry.units;
  return sum;
}

}  // namespace npscope
