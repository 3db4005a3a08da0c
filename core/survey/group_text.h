// SPDX-License-Identifier: MIT
// Reading a group out of a cell: "Promoter", "Kritiker", "-100". Tools write the group beside the score, or instead of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace npscope {

/// The numbers are those of ResponseCounts::add_group.
enum class Group : uint8_t { kDetractor = 0, kPassive = 1, kPromoter = 2 };

/// How a column writes groups. A column does it in one way: 0 is a passive among weights and nothing among positions.
enum class GroupStyle : uint8_t {
  kWords,      // detractor, passive, promoter, in many languages
  kPositions,  // 1, 2, 3 in that order
  kWeights,    // -100, 0, 100
};

[[nodiscard]] [[gnu::noinline]] std::optional<Group> read_group(std::string_view cell, GroupStyle style);

[[nodiscard]] constexpr Group group_of_score(unsigned score) {
  return score <= 6 ? Group::kDetractor : score <= 8 ? Group::kPassive : Group::kPromoter;
}

}  // namespace npscope
