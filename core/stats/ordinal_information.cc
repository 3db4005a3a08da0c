// SPDX-License-Identifier: MIT
// The two passes of ordinal_likelihood.h that are done once or twice a fit: information, and scores by account.
#include <array>

#include "core/stats/ordinal_case.h"
#include "core/stats/ordinal_likelihood.h"

namespace npscope {
namespace {

/// Sums at one threshold, of `Width` drivers of which the last may not exist, so that the loops have a length that the compiler knows.
template <size_t Width>
struct Block {
  double weight = 0;
  std::array<double, Width> values{};
  std::array<double, Width> slopes{};
  std::array<std::array<double, Width>, Width> products{};

  void add(const std::array<double, Width>& row, double change, double slope) {
    weight += change;
    for (size_t i = 0; i < Width; ++i) {
      const double weighted = change * row[i];
      values[i] += weighted;
      slopes[i] += slope * row[i];
      for (size_t j = 0; j < Width; ++j) products[i][j] += weighted * row[j];
    }
  }
};

template <size_t Width>
[[gnu::noinline]] void add_class(const OrdinalCases& cases, const OrdinalParameters& parameters, const OrdinalTables& tables,
                                 size_t in, std::vector<Block<Width>>& blocks) {
  std::array<double, Width> row{};
  for (const OrdinalEntry& entry : cases.of_class(in)) {
    const Pattern pattern = entry.pattern;
    const double free = tables.free[pattern.value(tables.free_driver)];
    const OrdinalCase one = ordinal_case(parameters.thresholds.data(), cases.classes, in, tables.predictor_of(pattern), free);
    const auto count = static_cast<double>(entry.count);
    for (size_t i = 0; i < cases.drivers; ++i) row[i] = pattern.value(i);
    if (in + 1 < cases.classes) blocks[in].add(row, count * one.above * (1 - one.above), count * one.above);
    if (in >= 1) blocks[in - 1].add(row, count * one.below * (1 - one.below), -count * one.below);
  }
}

template <size_t Width>
OrdinalInformation summed(const OrdinalCases& cases, const OrdinalParameters& parameters) {
  std::vector<Block<Width>> blocks(parameters.thresholds.size());
  const OrdinalTables tables = ordinal_tables(cases, parameters);
  for (size_t in = 0; in < cases.classes; ++in) add_class<Width>(cases, parameters, tables, in, blocks);
  OrdinalInformation result;
  for (const Block<Width>& block : blocks) {
    OrdinalInformation::AtThreshold& at = result.thresholds.emplace_back();
    at.weight = block.weight;
    at.products = Matrix(cases.drivers);
    for (size_t i = 0; i < cases.drivers; ++i) {
      at.values.push_back(block.values[i]);
      at.slopes.push_back(block.slopes[i]);
      for (size_t j = 0; j < cases.drivers; ++j) at.products(i, j) = block.products[i][j];
    }
  }
  return result;
}

void add_outer(const std::vector<double>& scores, double times, Matrix& outer) {
  for (size_t i = 0; i < scores.size(); ++i) {
    for (size_t j = 0; j < scores.size(); ++j) outer(i, j) += times * scores[i] * scores[j];
  }
}

}  // namespace

OrdinalInformation information(const OrdinalCases& cases, const OrdinalParameters& parameters) {
  constexpr size_t kNarrow = 4;
  constexpr size_t kMiddle = 8;
  if (cases.drivers <= kNarrow) return summed<kNarrow>(cases, parameters);
  if (cases.drivers <= kMiddle) return summed<kMiddle>(cases, parameters);
  return summed<Pattern::kMostDrivers + 1>(cases, parameters);
}

AccountScores account_scores(const OrdinalCases& cases, const OrdinalParameters& parameters,
                             std::span<const PatternCounts::Entry> by_account) {
  const OrdinalTables tables = ordinal_tables(cases, parameters);
  const size_t thresholds = parameters.thresholds.size();
  AccountScores result{Matrix(parameters.size()), 0, 0};
  std::vector<double> scores(parameters.size(), 0.0);
  uint64_t account = 0;
  for (const PatternCounts::Entry& entry : by_account) {
    const Pattern pattern = entry.pattern;
    if (account != 0 && entry.account != account) {
      add_outer(scores, 1, result.outer);
      scores.assign(scores.size(), 0.0);
    }
    if (entry.account != 0 && entry.account != account) ++result.accounts;
    account = entry.account;
    const size_t in = cases.class_of[pattern.answer()];
    const OrdinalCase one = ordinal_case(parameters.thresholds.data(), cases.classes, in, tables.predictor_of(pattern), 0);
    const double gap = tables.inverse_gap[in][0];
    const double times = account == 0 ? 1 : static_cast<double>(entry.count);
    if (in + 1 < cases.classes) scores[in] += times * (one.above + gap);
    if (in >= 1) scores[in - 1] -= times * (one.below + gap);
    for (size_t i = 0; i < cases.drivers; ++i) {
      scores[thresholds + i] += times * (one.below - one.above) * static_cast<double>(pattern.value(i));
    }
    if (account != 0) continue;
    add_outer(scores, static_cast<double>(entry.count), result.outer);
    scores.assign(scores.size(), 0.0);
    result.accounts += entry.count;
    result.without += entry.count;
  }
  if (account != 0) add_outer(scores, 1, result.outer);
  return result;
}

}  // namespace npscope
