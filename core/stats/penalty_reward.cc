// SPDX-License-Identifier: MIT
// The normal equations are counts of pairs of bands, so one pass over the cases is enough.
#include "core/stats/penalty_reward.h"

#include <array>
#include <cmath>

#include "core/base/check.h"
#include "core/stats/distributions.h"
#include "core/stats/matrix.h"

namespace npscope {
namespace {

constexpr size_t kMost = Pattern::kMostDrivers;
constexpr size_t kIntercept = 0;
/// A column that is not in the model.
constexpr size_t kAbsent = SIZE_MAX;

struct BandPairs {
  /// counts[i][band of i][j][band of j]; with j = i the counts of the bands.
  std::vector<std::array<std::array<std::array<uint64_t, 3>, kMost>, 3>> counts;
  std::array<std::array<int64_t, 3>, kMost> outcomes{};
  int64_t outcome = 0;
  int64_t outcome_squares = 0;
};

/// Four lanes of sixteen bits for two drivers: low, high, low, high.
constexpr size_t kMostWords = (kMost + 1) / 2;
using LaneRow = std::array<uint64_t, kMostWords>;
using LaneCounts = std::array<std::array<LaneRow, 3>, kMost>;

struct BandTables {
  size_t words = 0;
  std::array<std::array<uint8_t, 16>, kMost> band{};
  std::vector<std::array<uint64_t, 256>> lanes;
};

BandTables band_tables(std::span<const Bands> bands) {
  BandTables tables;
  tables.words = (bands.size() + 1) / 2;
  tables.lanes.resize(tables.words);
  for (size_t i = 0; i < bands.size(); ++i) {
    for (unsigned value = 0; value < 16; ++value) tables.band[i][value] = static_cast<uint8_t>(bands[i].band(value));
    for (size_t pair = 0; pair < 256; ++pair) {
      const size_t band = tables.band[i][i % 2 == 0 ? pair & 15 : pair >> 4];
      if (band != 1) tables.lanes[i / 2][pair] |= uint64_t{1} << (32 * (i % 2) + 8 * band);
    }
  }
  return tables;
}

void empty_into(LaneCounts& lanes, BandPairs& pairs, size_t drivers) {
  for (size_t i = 0; i < drivers; ++i) {
    for (size_t band = 0; band < 3; ++band) {
      for (size_t j = 0; j < drivers; ++j) {
        const uint64_t word = lanes[i][band][j / 2] >> 32 * (j % 2);
        pairs.counts[i][band][j][0] += word & 0xFFFF;
        pairs.counts[i][band][j][2] += word >> 16 & 0xFFFF;
      }
    }
  }
  lanes = {};
}

/// Lanes take what comes once, until they might overflow.
[[gnu::noinline]] void count_bands(const CompleteCases& cases, const BandTables& tables, Outcome outcome, BandPairs& pairs) {
  constexpr uint64_t kMostCases = 65'535;
  LaneCounts lanes{};
  uint64_t added = 0;
  std::array<int64_t, Pattern::kAnswers> values{};
  for (unsigned answer = 0; answer < Pattern::kAnswers; ++answer) values[answer] = outcome_value(outcome, answer);
  for (const PatternCounts::Entry& entry : cases.entries) {
    const uint64_t bits = entry.pattern.bits();
    const auto count = static_cast<int64_t>(entry.count);
    const int64_t y = count * values[entry.pattern.answer()];
    pairs.outcome += y;
    pairs.outcome_squares += y * values[entry.pattern.answer()];
    LaneRow row{};
    for (size_t word = 0; word < tables.words; ++word) row[word] = tables.lanes[word][bits >> 8 * word & 255];
    if (added == kMostCases) {
      empty_into(lanes, pairs, cases.drivers);
      added = 0;
    }
    for (size_t i = 0; i < cases.drivers; ++i) {
      const size_t band = tables.band[i][entry.pattern.value(i)];
      pairs.outcomes[i][band] += y;
      if (entry.count == 1) {
        for (size_t word = 0; word < tables.words; ++word) lanes[i][band][word] += row[word];
        continue;
      }
      for (size_t j = 0; j < cases.drivers; ++j) {
        const uint64_t word = row[j / 2] >> 32 * (j % 2);
        pairs.counts[i][band][j][0] += entry.count * (word & 1);
        pairs.counts[i][band][j][2] += entry.count * (word >> 16 & 1);
      }
    }
    if (entry.count == 1) ++added;
  }
  empty_into(lanes, pairs, cases.drivers);
  // Whoever is in neither of the outer bands is in the middle one.
  for (size_t i = 0; i < cases.drivers; ++i) {
    const auto used = [&](size_t band) { return pairs.counts[i][band][i][band]; };
    pairs.counts[i][1][i][1] = cases.responses - used(0) - used(2);
  }
}

/// One indicator: the driver and the band.
struct Column {
  size_t driver;
  size_t band;
};

struct Columns {
  std::vector<Column> list;
  /// Place of the low and of the high column of each driver, the intercept being 0.
  std::vector<std::array<size_t, 2>> of_driver;
};

Fitted<Columns> columns_of(const BandPairs& pairs, size_t drivers, uint64_t responses) {
  Columns columns;
  for (size_t i = 0; i < drivers; ++i) {
    const auto used = [&](size_t band) { return pairs.counts[i][band][i][band]; };
    for (size_t band = 0; band < 3; ++band) {
      if (used(band) == responses) return no_fit(NoFitReason::kConstantDriver, i);
    }
    std::array<size_t, 2> places = {kAbsent, kAbsent};
    for (size_t side = 0; side < 2; ++side) {
      const size_t band = side * 2;
      if (used(band) == 0 || (side == 0 && used(1) == 0)) continue;
      columns.list.push_back({i, band});
      places[side] = columns.list.size();
    }
    columns.of_driver.push_back(places);
  }
  return columns;
}

Matrix gram_of(const BandPairs& pairs, const std::vector<Column>& columns, uint64_t responses) {
  Matrix gram(columns.size() + 1);
  gram(0, 0) = static_cast<double>(responses);
  for (size_t i = 0; i < columns.size(); ++i) {
    const Column a = columns[i];
    gram(i + 1, 0) = static_cast<double>(pairs.counts[a.driver][a.band][a.driver][a.band]);
    for (size_t j = 0; j <= i; ++j) {
      const Column b = columns[j];
      gram(i + 1, j + 1) = static_cast<double>(pairs.counts[a.driver][a.band][b.driver][b.band]);
    }
  }
  return gram;
}

double p_of(const Contrast& contrast, double degrees) {
  if (contrast.standard_error == 0) return contrast.estimate == 0 ? 1 : 0;
  return student_two_sided(contrast.estimate / contrast.standard_error, degrees);
}

void judge(PenaltyReward& driver, double covariance, double degrees) {
  const Contrast& low = *driver.penalty;
  const Contrast& high = *driver.reward;
  const double variance = low.standard_error * low.standard_error + high.standard_error * high.standard_error + 2 * covariance;
  const Contrast sum = {low.estimate + high.estimate, std::sqrt(variance > 0 ? variance : 0)};
  constexpr double kSure = 0.05;
  driver.p_symmetric = p_of(sum, degrees);
  if (p_of(low, degrees) >= kSure && p_of(high, degrees) >= kSure) {
    driver.kind = DriverKind::kNoContrast;
  } else if (*driver.p_symmetric >= kSure) {
    driver.kind = DriverKind::kPerformance;
  } else {
    driver.kind = std::abs(low.estimate) > std::abs(high.estimate) ? DriverKind::kBasic : DriverKind::kExcitement;
  }
}

}  // namespace

std::string_view kind_name(DriverKind kind) {
  switch (kind) {
    case DriverKind::kNoContrast:
      return "none";
    case DriverKind::kPerformance:
      return "performance";
    case DriverKind::kBasic:
      return "basic";
    case DriverKind::kExcitement:
      return "excitement";
  }
  return {};
}

Fitted<PenaltyRewards> penalty_reward(const CompleteCases& cases, std::span<const Bands> bands, Outcome outcome) {
  NPS_CHECK(bands.size() == cases.drivers);
  if (cases.drivers == 0) return no_fit(NoFitReason::kNoDrivers);
  if (cases.responses == 0) return no_fit(NoFitReason::kNoResponses);
  BandPairs pairs;
  pairs.counts.resize(cases.drivers);
  count_bands(cases, band_tables(bands), outcome, pairs);
  const auto n = static_cast<double>(cases.responses);
  const auto sum = static_cast<double>(pairs.outcome);
  const double whole = static_cast<double>(pairs.outcome_squares) - sum * (sum / n);
  if (whole <= 0) return no_fit(NoFitReason::kOneClass);
  const Fitted<Columns> columns = columns_of(pairs, cases.drivers, cases.responses);
  if (!columns) return std::unexpected(columns.error());
  const size_t size = columns->list.size() + 1;
  if (cases.responses <= size) return no_fit(NoFitReason::kTooFewResponses);
  const auto factor = cholesky(gram_of(pairs, columns->list, cases.responses), 1e-9);
  if (!factor) return no_fit(NoFitReason::kCollinear, columns->list[factor.error() - 1].driver);

  std::vector<double> products = {sum};
  for (const Column& column : columns->list)
    products.push_back(static_cast<double>(pairs.outcomes[column.driver][column.band]));
  const std::vector<double> slopes = factor->solve(products);
  double residual = static_cast<double>(pairs.outcome_squares);
  for (size_t i = 0; i < size; ++i) residual -= slopes[i] * products[i];
  residual = residual > 0 ? residual : 0;
  const double degrees = n - static_cast<double>(size);
  const Matrix inverse = factor->inverse();
  const auto covariance = [&](size_t i, size_t j) { return inverse(i, j) * (residual / degrees); };
  const auto contrast = [&](size_t i) { return Contrast{slopes[i], std::sqrt(covariance(i, i))}; };

  PenaltyRewards result{contrast(kIntercept), {}, 1 - residual / whole, cases.responses};
  for (const auto& [low, high] : columns->of_driver) {
    PenaltyReward& driver = result.drivers.emplace_back();
    if (low != kAbsent) driver.penalty = contrast(low);
    if (high != kAbsent) driver.reward = contrast(high);
    if (driver.penalty && driver.reward) judge(driver, covariance(low, high), degrees);
  }
  return result;
}

}  // namespace npscope
