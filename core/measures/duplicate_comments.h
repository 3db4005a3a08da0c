// SPDX-License-Identifier: MIT
// The measure `near-duplicates`: comments that say nearly the same in the same words (core/comment/near_duplicates.h).
//
// Options
//   columns     columns of comments, as in a filter; not given: all of that role
//   minimum     fewest comments of a group, 2 (the least); when shared at least the minimum of that
//   limit       most groups, 25, at most 500
//
// Answer
//   comments    those of the selected responses that are not empty
//   minimum     as it was used
//   groups      how many groups there are, and `grouped` how many comments are in them
//   largest     [{"comments": n, "figure": NPS of their responses, "example": {"file", "record", "column", "text": masked}}] most first;
//               equal ones by their examples; the example (the least text by its bytes) is not there in what is shared
// Unavailable: no-comments, query-too-large (more than a million).
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kNearDuplicatesMeasure;

}  // namespace npscope
