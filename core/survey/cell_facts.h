// SPDX-License-Identifier: MIT
// CellFacts: what is known of one cell once it is cleaned and understood by its role. Equal cells of a column have equal facts.
#pragma once

#include <cstdint>
#include <limits>

#include "core/base/codes.h"
#include "core/survey/rules.h"

namespace npscope {

/// What a date written as two small numbers says about the order of day and month.
enum class OrderProof : uint8_t { kNone, kDayFirst, kMonthFirst, kEither };

/// A moment under the order of the plan, and under the other one.
struct Moment {
  static constexpr int64_t kNone = std::numeric_limits<int64_t>::min();
  int64_t when = kNone;
  int64_t other = kNone;
  /// A time of day was written.
  bool has_time = false;
  /// How far its zone is from UTC in seconds; kNoOffset: it does not say. Kept with a response, kDay: it has no time of day.
  static constexpr int32_t kNoOffset = std::numeric_limits<int32_t>::min();
  static constexpr int32_t kDay = std::numeric_limits<int32_t>::max();
  int32_t offset = kNoOffset;
};

struct CellFacts {
  /// Something is there, and the role can use it.
  bool filled = false;
  bool valid = false;
  OrderProof order = OrderProof::kNone;
  Code remark = Code::kNone;
  /// The rules that changed the cell.
  CleaningSet changed;
  /// Of the cleaned text; in columns of keys the key itself. 0: not filled, or not asked for.
  uint64_t hash = 0;
  Moment moment;

  /// There is more to note than two counts and a value.
  [[nodiscard]] bool is_odd() const { return remark != Code::kNone || order != OrderProof::kNone || changed.any(); }
};

}  // namespace npscope
