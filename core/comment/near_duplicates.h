// SPDX-License-Identifier: MIT
// Groups comments that say nearly the same in the same words: copies, templates, one person's comment with a word changed.
//
// Two comments are near when at least four fifths of their words and pairs are shared (Jaccard index of the sets). Comments of fewer than
// four distinct words group only when their sets are equal ("ok", "OK!"). Candidates come from min-hashing (Broder 1997), 8 bands of 4, so
// of pairs that share just four fifths about one in sixty is missed; groups are chains of near ones.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/comment/words.h"

namespace npscope {

class NearDuplicates {
 public:
  /// Adds a comment; its number is how many were added before.
  void add(std::string_view comment);

  /// For each comment the first one of its group: its own number when nothing is near. Comments without words are in no group. Which
  /// comments are together does not depend on the order in which they came.
  [[nodiscard]] std::vector<uint32_t> groups() const;

 private:
  WordReader reader_;
  /// The set of each comment, as hashes, ascending.
  std::vector<uint64_t> hashes_;
  std::vector<size_t> ends_;
};

}  // namespace npscope
