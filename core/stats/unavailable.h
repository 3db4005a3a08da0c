// SPDX-License-Identifier: MIT
// Unavailable: why a figure cannot be had of these responses. There is no 0 and no NaN in its place.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

namespace npscope {

enum class Unavailable : uint8_t {
  kNoResponses,
  /// One response, or one in a stratum, says nothing about how much answers vary.
  kOneResponse,
  /// All responses are of one account.
  kOneCluster,
  kTooFewResponses,
  kTooFewBuckets,
  kTooManyBuckets,
  /// Everything is the same, so there is no yardstick.
  kNoVariance,
  /// A stratum of the population has no responses.
  kEmptyStratum,
  /// The share of a stratum is not above 0.
  kTargetNotPositive,
  /// The margins contradict each other in these responses.
  kNotConverged,
};

/// "no-responses", "one-response", …
[[nodiscard]] std::string_view unavailable_name(Unavailable reason);

template <class Figure>
using Available = std::expected<Figure, Unavailable>;

}  // namespace npscope
