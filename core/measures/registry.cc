// SPDX-License-Identifier: MIT
// The list of all measures, by name.
#include <algorithm>
#include <array>

#include "core/measures/association.h"
#include "core/measures/bootstrap.h"
#include "core/measures/comments.h"
#include "core/measures/drivers.h"
#include "core/measures/duplicate_comments.h"
#include "core/measures/events.h"
#include "core/measures/frame.h"
#include "core/measures/goals.h"
#include "core/measures/languages.h"
#include "core/measures/nps.h"
#include "core/measures/probability.h"
#include "core/measures/sample_size.h"
#include "core/measures/shares.h"
#include "core/measures/terms.h"
#include "core/measures/themes.h"
#include "core/measures/trend.h"

namespace npscope {
namespace {

constexpr auto kMeasures = std::to_array<const Measure*>(
    {&kAssociationMeasure, &kBootstrapMeasure, &kCommentsMeasure, &kDriversMeasure, &kEventsMeasure, &kGoalsMeasure,
     &kLanguagesMeasure, &kNearDuplicatesMeasure, &kNpsMeasure, &kProbabilityMeasure, &kSampleSizeMeasure, &kSharesMeasure,
     &kTermsMeasure, &kThemesMeasure, &kTrendMeasure});

}  // namespace

std::span<const Measure* const> all_measures() { return kMeasures; }

const Measure* measure_named(std::string_view name) {
  const auto found = std::ranges::find(kMeasures, name, [](const Measure* measure) { return measure->name; });
  return found == kMeasures.end() ? nullptr : *found;
}

}  // namespace npscope
