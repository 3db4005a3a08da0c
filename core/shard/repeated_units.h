// SPDX-License-Identifier: MIT
// RepeatedUnits: respondents or accounts with more than one response, and everything that a policy may want to know about them, found
// together: which responses are the latest and the first of their units, and what the counts are when only those count.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/partial/response_counts.h"
#include "core/partial/unit_means.h"
#include "core/shard/settled_responses.h"

namespace npscope {

/// A set of responses by their running numbers.
class ResponseSet {
 public:
  explicit ResponseSet(size_t size) : words_((size + kBits - 1) / kBits) {}
  void add(size_t response) { words_[response / kBits] |= uint64_t{1} << response % kBits; }
  void remove(size_t response) { words_[response / kBits] &= ~(uint64_t{1} << response % kBits); }
  [[nodiscard]] std::span<const uint64_t> words() const { return words_; }

  /// Calls `act` with each of them, ascending.
  template <class Act>
  void for_each(Act&& act) const {
    for (size_t w = 0; w < words_.size(); ++w) {
      for (uint64_t bits = words_[w]; bits != 0; bits &= bits - 1) act(w * kBits + static_cast<size_t>(std::countr_zero(bits)));
    }
  }

 private:
  static constexpr size_t kBits = 64;
  std::vector<uint64_t> words_;
};

struct RepeatedUnits {
  explicit RepeatedUnits(size_t responses) : not_latest(responses), not_first(responses) {}

  uint64_t units = 0;
  uint64_t responses = 0;
  /// Responses of these units beside the latest of each, and beside the first.
  ResponseSet not_latest;
  ResponseSet not_first;
  ResponseCounts not_latest_counts;
  ResponseCounts not_first_counts;
  /// Every response that still counts, those of a unit together.
  UnitMeans means;
};

/// `everything`: the counts of all responses that still count.
[[nodiscard]] [[gnu::noinline]] RepeatedUnits find_repeated_units(const SettledResponses& responses, CountedUnit which,
                                                                  const ResponseCounts& everything);

}  // namespace npscope
