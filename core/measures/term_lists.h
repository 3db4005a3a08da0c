// SPDX-License-Identifier: MIT
// Which terms of two sides of comments are shown: ranked, without common words, with examples, and those that too few persons wrote left
// out where a question is for sharing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/measures/asked_comments.h"
#include "core/measures/comment_terms.h"
#include "core/stats/log_odds.h"

namespace npscope {

/// The comments of two sides.
struct CommentSides {
  const CommentTerms& terms;
  const AskedComments& comments;
  std::span<const Part> parts;
  /// By side, by part.
  std::vector<Selection> of[2];
};

struct RankedTerm {
  TermContrast contrast;
  bool is_pair = false;
  std::string text;
  /// Of the side that writes it more.
  std::vector<CommentPlace> evidence;
};

struct TermListOptions {
  LogOddsOptions odds;
  size_t limit = 25;
  size_t evidence = 3;
  bool hide_common = true;
  /// Fewest persons that a term is shown of; 0: whoever wrote it.
  uint64_t persons = 0;
};

struct TermLists {
  /// Comments of each side that are not empty.
  uint64_t comments[2] = {0, 0};
  /// Languages whose common words are left out: those of a tenth of the comments whose language is told. By their codes.
  std::vector<std::string_view> languages;
  /// Highest |z| first, those of equal z by their text, words first.
  std::vector<RankedTerm> terms[2];
  /// Some were left out for `persons`.
  bool hidden = false;
};

/// What each side writes more. Pairs are in CommentTerms::fewest() comments at least, whatever the options say.
[[nodiscard]] TermLists term_lists(const CommentSides& sides, const TermListOptions& options);

}  // namespace npscope
