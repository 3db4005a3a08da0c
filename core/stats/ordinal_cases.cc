// SPDX-License-Identifier: MIT
// Classes by answer, then counts by class; the tables are made anew for each set of parameters.
#include "core/stats/ordinal_cases.h"

#include "core/base/check.h"
#include "core/base/elementary.h"
#include "core/stats/joint_counts.h"

namespace npscope {
namespace {

/// On the whole scale; classes without responses are taken out afterwards.
unsigned class_on(OrdinalScale scale, unsigned answer) {
  switch (scale) {
    case OrdinalScale::kGroups:
      return group_of_answer(answer);
    case OrdinalScale::kScores:
      return answer < kMostClasses ? answer : 0;
    case OrdinalScale::kPromoters:
      return group_of_answer(answer) == 2 ? 1 : 0;
    case OrdinalScale::kDetractors:
      return group_of_answer(answer) == 0 ? 0 : 1;
  }
  return 0;
}

[[gnu::noinline]] void count_values(OrdinalCases& cases) {
  cases.counts.assign(cases.drivers, {});
  for (size_t in = 0; in < cases.classes; ++in) {
    for (const OrdinalEntry& entry : cases.of_class(in)) {
      cases.responses_of[in] += entry.count;
      for (size_t i = 0; i < cases.drivers; ++i) cases.counts[i][in][entry.pattern.value(i)] += entry.count;
    }
    cases.responses += cases.responses_of[in];
  }
}

/// Responses of an inner class by value of the free driver; all at value 0 when none is free.
std::array<uint64_t, 16> inner_counts(const OrdinalCases& cases, const OrdinalParameters& parameters, size_t in) {
  if (parameters.free_driver) return cases.counts[*parameters.free_driver][in];
  return {cases.responses_of[in]};
}

void fill_gaps(const OrdinalCases& cases, const OrdinalParameters& parameters, OrdinalTables& tables) {
  for (size_t in = 1; in + 1 < cases.classes; ++in) {
    const std::array<uint64_t, 16> counts = inner_counts(cases, parameters, in);
    for (size_t value = 0; value < 16; ++value) {
      const double shift = in == 1 ? tables.free[value] : 0;
      const double gap = parameters.thresholds[in] - parameters.thresholds[in - 1] - shift;
      if (gap > 0) {
        tables.inverse_gap[in][value] = 1 / math::expm1(gap);
        if (counts[value] > 0) tables.log_gaps += static_cast<double>(counts[value]) * math::log(-math::expm1(-gap));
      } else if (counts[value] > 0) {
        tables.ordered = false;
      }
    }
  }
}

}  // namespace

OrdinalCases ordinal_cases(const CompleteCases& cases, OrdinalScale scale) {
  std::array<size_t, kMostClasses> seen{};
  for (const PatternCounts::Entry& entry : cases.entries) ++seen[class_on(scale, entry.pattern.answer())];
  OrdinalCases result;
  result.drivers = cases.drivers;
  std::array<uint8_t, kMostClasses> place{};
  std::array<size_t, kMostClasses> next{};
  for (size_t i = 0; i < seen.size(); ++i) {
    place[i] = static_cast<uint8_t>(result.classes);
    if (seen[i] == 0) continue;
    next[result.classes] = result.starts[result.classes];
    result.starts[result.classes + 1] = result.starts[result.classes] + seen[i];
    ++result.classes;
  }
  for (unsigned answer = 0; answer < Pattern::kAnswers; ++answer) {
    // An answer that nobody gave may lie beyond the last class.
    const size_t in = place[class_on(scale, answer)];
    result.class_of[answer] = static_cast<uint8_t>(in < result.classes ? in : 0);
  }
  result.entries.resize(cases.entries.size());
  for (const PatternCounts::Entry& entry : cases.entries) {
    result.entries[next[result.class_of[entry.pattern.answer()]]++] = {entry.pattern, entry.count};
  }
  count_values(result);
  return result;
}

OrdinalCases thinned(const OrdinalCases& all, size_t step) {
  OrdinalCases result;
  result.drivers = all.drivers;
  result.class_of = all.class_of;
  result.classes = all.classes;
  for (size_t in = 0; in < all.classes; ++in) {
    const std::span<const OrdinalEntry> entries = all.of_class(in);
    for (size_t i = 0; i < entries.size(); i += step) result.entries.push_back(entries[i]);
    result.starts[in + 1] = result.entries.size();
  }
  count_values(result);
  return result;
}

OrdinalParameters OrdinalParameters::moved(std::span<const double> step, double times) const {
  OrdinalParameters result = *this;
  size_t at = 0;
  for (double& threshold : result.thresholds) threshold += times * step[at++];
  for (double& slope : result.slopes) slope += times * step[at++];
  if (free_driver) result.free_slope += times * step[at];
  return result;
}

OrdinalParameters null_parameters(const OrdinalCases& cases) {
  OrdinalParameters result{{}, std::vector<double>(cases.drivers, 0.0)};
  uint64_t below = 0;
  for (size_t in = 0; in + 1 < cases.classes; ++in) {
    below += cases.responses_of[in];
    result.thresholds.push_back(math::log(static_cast<double>(below) / static_cast<double>(cases.responses - below)));
  }
  return result;
}

double null_log_likelihood(const OrdinalCases& cases) {
  double sum = 0;
  for (size_t in = 0; in < cases.classes; ++in) {
    const auto count = static_cast<double>(cases.responses_of[in]);
    sum += count * math::log(count / static_cast<double>(cases.responses));
  }
  return sum;
}

OrdinalTables ordinal_tables(const OrdinalCases& cases, const OrdinalParameters& parameters) {
  NPS_CHECK(!parameters.free_driver || cases.classes == 3);
  OrdinalTables tables;
  tables.predictor.resize((cases.drivers + 1) / 2);
  for (size_t byte = 0; byte < tables.predictor.size(); ++byte) {
    const double low = parameters.slopes[2 * byte];
    const double high = 2 * byte + 1 < cases.drivers ? parameters.slopes[2 * byte + 1] : 0;
    for (size_t pair = 0; pair < 256; ++pair) {
      tables.predictor[byte][pair] = low * static_cast<double>(pair & 15) + high * static_cast<double>(pair >> 4);
    }
  }
  tables.free_driver = parameters.free_driver.value_or(0);
  for (size_t value = 0; value < 16; ++value) tables.free[value] = parameters.free_slope * static_cast<double>(value);
  fill_gaps(cases, parameters, tables);
  return tables;
}

}  // namespace npscope
