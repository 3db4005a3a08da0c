// SPDX-License-Identifier: MIT
// The measure `terms`: which words and pairs of words one group of comments has more often than another (core/stats/log_odds.h).
//
// Options
//   columns     columns of comments, as in a filter; not given: all of that role
//   of          "groups": promoters against detractors of the selected responses (the default without `with` in the query);
//               "selections": the selected against the others (the default with it)
//   minimum     fewest comments of both sides together that a term is in, 5
//   limit       most terms of each side, 25, at most 500
//   evidence    examples of each term, 3, at most 10
//   basis       "comments" (each counts a term once) or "tokens"
//   prior       the weight of the prior in tokens, 100, 1 to 100000
//   hideCommon  true: articles, pronouns and the like are counted, but not shown
//
// Answer
//   of          {"first": "promoters", "second": "detractors"} or {"first": "selected", "second": "others"}
//   basis, prior, minimum   as they were used
//   pairMinimum the same for pairs, which may be higher: see CommentTerms::fewest()
//   comments    {"first": n, "second": n} those that are not empty; a comment is one cell, whatever its row stands for
//   languages   ["de"]: whose common words are not shown
//   first, second   terms that this side writes more, the highest |z| first:
//     text        folded: "too expensive"
//     kind        "word" or "pair"
//     first, second, comments   comments with the term on each side, and on both
//     share       comments / all comments of both sides
//     delta, z    log-odds ratio (natural logarithm) and its score; above 0 on the first side, below on the second
//     evidence    [{"file": index in the report, "record": n or null, "column": index, "text": masked}] of the side that writes it more,
//                 those of about a hundred bytes first; no two alike. Not there in what is shared
//   hidden      when shared: true if terms were left out for having fewer respondents than the minimum
// Unavailable: no-comments (neither side has any), one-side-empty, hidden (shared, and a side has fewer comments than the minimum).
// No terms in enough comments: both lists are empty.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kTermsMeasure;

}  // namespace npscope
