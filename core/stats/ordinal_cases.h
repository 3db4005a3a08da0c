// SPDX-License-Identifier: MIT
// OrdinalCases: complete cases sorted into ordered classes, and the parameters of a proportional-odds logit of them.
//
// The model: log odds of "class c or below" are u_c = threshold_c - (slopes . values), the same slopes for all thresholds. One driver may
// be let free of that: from the second threshold on, its slope is larger by `free_slope`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/complete_cases.h"

namespace npscope {

/// Which classes the answers are sorted into, from low to high.
enum class OrdinalScale : uint8_t {
  /// Detractors, passives, promoters.
  kGroups,
  /// The scores that were given.
  kScores,
  /// Promoters against all others, and all others against detractors: what to show where odds are not proportional.
  kPromoters,
  kDetractors,
};

inline constexpr size_t kMostClasses = 11;

struct OrdinalEntry {
  Pattern pattern;
  uint64_t count = 0;
};

struct OrdinalCases {
  size_t drivers = 0;
  /// Class by answer; classes that nobody is in do not exist.
  std::array<uint8_t, Pattern::kAnswers> class_of{};
  size_t classes = 0;
  /// Class after class, each in the order of the partial: passes over them need not ask for the class of each.
  std::vector<OrdinalEntry> entries;
  std::array<size_t, kMostClasses + 1> starts{};
  std::array<uint64_t, kMostClasses> responses_of{};
  /// counts[driver][class][value].
  std::vector<std::array<std::array<uint64_t, 16>, kMostClasses>> counts;
  uint64_t responses = 0;

  [[nodiscard]] std::span<const OrdinalEntry> of_class(size_t in) const {
    return std::span(entries).subspan(starts[in], starts[in + 1] - starts[in]);
  }
};

[[nodiscard]] OrdinalCases ordinal_cases(const CompleteCases& cases, OrdinalScale scale);

/// Every `step`th entry of each class.
[[nodiscard]] OrdinalCases thinned(const OrdinalCases& all, size_t step);

/// As one vector: thresholds, slopes, free slope.
struct OrdinalParameters {
  std::vector<double> thresholds;
  std::vector<double> slopes;
  /// REQUIRES: three classes.
  std::optional<size_t> free_driver = std::nullopt;
  double free_slope = 0;

  [[nodiscard]] size_t size() const { return thresholds.size() + slopes.size() + (free_driver ? 1 : 0); }
  [[nodiscard]] OrdinalParameters moved(std::span<const double> step, double times) const;
};

/// Of no slopes at all: the thresholds that give each class its share.
[[nodiscard]] OrdinalParameters null_parameters(const OrdinalCases& cases);
[[nodiscard]] double null_log_likelihood(const OrdinalCases& cases);

/// What does not change from case to case: slopes times values by byte of a pattern (two drivers), and everything about the gap
/// between the two thresholds of a class. The large tables here and below are not on the stack, which is small in WebAssembly.
struct OrdinalTables {
  std::vector<std::array<double, 256>> predictor;
  size_t free_driver = 0;
  /// free_slope times value.
  std::array<double, 16> free{};
  /// 1 / (exp(u_c - u_(c-1)) - 1), by class and value of the free driver; 0 for the lowest and the highest class.
  std::array<std::array<double, 16>, kMostClasses> inverse_gap{};
  /// Sum of log(1 - exp(-gap)); that of no response is 0.
  double log_gaps = 0;
  /// The thresholds are in order wherever there is a response between them.
  bool ordered = true;

  [[nodiscard]] double predictor_of(Pattern pattern) const {
    double sum = 0;
    for (size_t byte = 0; byte < predictor.size(); ++byte) sum += predictor[byte][pattern.bits() >> 8 * byte & 255];
    return sum;
  }
};
[[nodiscard]] OrdinalTables ordinal_tables(const OrdinalCases& cases, const OrdinalParameters& parameters);

}  // namespace npscope
