// SPDX-License-Identifier: MIT
// NoFit: why a model of drivers has no numbers. Each of these is something that real surveys have, never an error of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

namespace npscope {

enum class NoFitReason : uint8_t {
  /// Nobody answered, or no response has a value of every driver.
  kNoResponses,
  /// Not more responses than numbers to estimate.
  kTooFewResponses,
  /// No driver was asked for.
  kNoDrivers,
  /// All responses are in one group (or have one score).
  kOneClass,
  /// One driver has the same value in all responses.
  kConstantDriver,
  /// More than half of the responses have no value of the driver, so with it most of them could not be used.
  kMostlyMissing,
  /// One driver is determined by those before it.
  kCollinear,
  /// Some combination of drivers tells the groups apart without fail, so the likelihood has no greatest value.
  kSeparation,
  /// Newton's method did not arrive.
  kNotConverged,
  /// The responses have no account, or all have the same.
  kNoAccounts,
  kOneAccount,
  /// The attribute has one value only.
  kOneCategory,
};

struct NoFit {
  NoFitReason reason = NoFitReason::kNoResponses;
  /// Which of the drivers asked for (kConstantDriver, kCollinear).
  std::optional<size_t> driver = std::nullopt;
  bool operator==(const NoFit&) const = default;
};

template <class T>
using Fitted = std::expected<T, NoFit>;

[[nodiscard]] inline std::unexpected<NoFit> no_fit(NoFitReason reason, std::optional<size_t> driver = std::nullopt) {
  return std::unexpected(NoFit{reason, driver});
}

/// "no-responses", "one-class", ...
[[nodiscard]] std::string_view reason_name(NoFitReason reason);

}  // namespace npscope
