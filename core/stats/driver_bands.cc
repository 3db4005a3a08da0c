// SPDX-License-Identifier: MIT
// Counts of a band are sums of rows of the joint counts.
#include "core/stats/driver_bands.h"

namespace npscope {
namespace {

void summarize(BandSummary& summary, IntervalMethod method, double level) {
  const uint64_t n = summary.counts.responses();
  if (n == 0) return;
  const double balance = static_cast<double>(summary.counts.promoters) - static_cast<double>(summary.counts.detractors);
  summary.nps = balance / static_cast<double>(n);
  summary.limits = interval(summary.counts, method, level);
}

}  // namespace

Bands bands_of_scale(unsigned greatest) {
  switch (greatest) {
    case 0:
    case 1:
      return {0, 1};
    case 2:
      return {0, 2};
    case 3:
      return {1, 3};
    case 4:
    case 5:
      return {2, 4};
    case 6:
      return {2, 5};
    case 7:
      return {3, 6};
    case 8:
    case 9:
    case 10:
      return {6, 9};
    default:
      return {greatest / 3, greatest - greatest / 3 + 1};
  }
}

DriverBands driver_bands(const JointCounts& joint, Bands bands, IntervalMethod method, double level) {
  DriverBands result{bands, {}, {}};
  for (unsigned value = 0; value <= Pattern::kMostValue; ++value) {
    result.summaries[bands.band(value)].counts.merge(joint.groups(value));
  }
  result.missing.counts = joint.groups(Pattern::kMissing);
  for (BandSummary& summary : result.summaries) summarize(summary, method, level);
  summarize(result.missing, method, level);
  return result;
}

}  // namespace npscope
