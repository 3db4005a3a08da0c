// SPDX-License-Identifier: MIT
// The list of all measures, by name.
#include <algorithm>
#include <array>

#include "core/measures/accounts.h"
#include "core/measures/association.h"
#include "core/measures/bootstrap.h"
#include "core/measures/clustered.h"
#include "core/measures/comments.h"
#include "core/measures/decomposition.h"
#include "core/measures/difference.h"
#include "core/measures/drivers.h"
#include "core/measures/duplicate_comments.h"
#include "core/measures/events.h"
#include "core/measures/frame.h"
#include "core/measures/goals.h"
#include "core/measures/homogeneity.h"
#include "core/measures/languages.h"
#include "core/measures/nps.h"
#include "core/measures/paired.h"
#include "core/measures/probability.h"
#include "core/measures/raked.h"
#include "core/measures/sample_size.h"
#include "core/measures/segments.h"
#include "core/measures/shares.h"
#include "core/measures/terms.h"
#include "core/measures/themes.h"
#include "core/measures/trend.h"
#include "core/measures/weighted.h"

namespace npscope {
namespace {

constexpr auto kMeasures = std::to_array<const Measure*>(
    {&kAccountsMeasure,      &kAssociationMeasure, &kBootstrapMeasure,      &kClusteredMeasure, &kCommentsMeasure,
     &kDecompositionMeasure, &kDifferenceMeasure,  &kDriversMeasure,        &kEventsMeasure,    &kGoalsMeasure,
     &kHomogeneityMeasure,   &kLanguagesMeasure,   &kNearDuplicatesMeasure, &kNpsMeasure,       &kPairedMeasure,
     &kProbabilityMeasure,   &kRakedMeasure,       &kSampleSizeMeasure,     &kSegmentsMeasure,  &kSharesMeasure,
     &kTermsMeasure,         &kThemesMeasure,      &kTrendMeasure,          &kWeightedMeasure});

}  // namespace

std::span<const Measure* const> all_measures() { return kMeasures; }

const Measure* measure_named(std::string_view name) {
  const auto found = std::ranges::find(kMeasures, name, [](const Measure* measure) { return measure->name; });
  return found == kMeasures.end() ? nullptr : *found;
}

}  // namespace npscope
