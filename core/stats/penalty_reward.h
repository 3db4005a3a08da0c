// SPDX-License-Identifier: MIT
// Penalty-reward contrast: what goes with a low and what with a high rating of each driver, against a middle one and all other drivers
// held (Brandt 1987; statistics 3.5).
//
// Least squares of the outcome on a "low" and a "high" indicator for each driver; errors are the ordinary ones of least squares.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/stats/complete_cases.h"
#include "core/stats/driver_bands.h"
#include "core/stats/no_fit.h"

namespace npscope {

struct Contrast {
  double estimate = 0;
  double standard_error = 0;
};

enum class DriverKind : uint8_t {
  /// Neither contrast differs from 0.
  kNoContrast,
  /// No asymmetry is found.
  kPerformance,
  /// A low rating goes with more than a high one does.
  kBasic,
  /// The other way round.
  kExcitement,
};
/// "none", "performance", "basic", "excitement".
[[nodiscard]] std::string_view kind_name(DriverKind kind);

struct PenaltyReward {
  /// Of a low and a high rating against a middle one. Absent when nobody rated so. Where nobody rated in the middle, reward is that of a
  /// high rating against a low one, and penalty is absent.
  std::optional<Contrast> penalty;
  std::optional<Contrast> reward;
  /// Two-sided p of penalty + reward = 0; only with both.
  std::optional<double> p_symmetric;
  /// At p below 0.05, unadjusted; only with both.
  std::optional<DriverKind> kind;
};

struct PenaltyRewards {
  /// Expected outcome with middle ratings everywhere.
  Contrast intercept;
  std::vector<PenaltyReward> drivers;
  double r_squared = 0;
  uint64_t responses = 0;
};

/// `bands`: one for each driver. Fails with kNoDrivers, kNoResponses, kOneClass, kTooFewResponses, kCollinear, kConstantDriver (all
/// ratings in one band).
[[nodiscard]] Fitted<PenaltyRewards> penalty_reward(const CompleteCases& cases, std::span<const Bands> bands, Outcome outcome);

}  // namespace npscope
