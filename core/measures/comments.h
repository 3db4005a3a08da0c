// SPDX-License-Identifier: MIT
// The measure `comments`: the comments behind a filter, page by page.
//
// Options
//   columns     columns of comments, as in a filter; not given: all of that role
//   search      only comments that contain this, whatever the case
//   order       "position" (the default: as files and their rows come), "date" (the latest first), "score" (the lowest first); equal ones
//               by position
//   offset, limit   the page, 0 and 50, at most 1000
//   mask        true: e-mail addresses, phone numbers, IBANs and URLs are masked
//
// Answer
//   total       comments that are not empty (and contain `search`)
//   offset, masked   as they were asked for
//   comments    [{"file": index in the report, "record": n or null, "column": index, "day": "2024-05-31" or null, "score": 0 to 10 or null,
//               "group": "promoter", "text": …, "highlights": [[from, to], …]}]
//     highlights  where `search` and what the filter's `contains` asked of comments stand in `text`, in UTF-16 code units, ascending, none
//                 touching another
// Unavailable: not-shared (the query is for sharing), about-employees (a filter by employees, core/measures/singled_out.h). No comments:
// total 0.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kCommentsMeasure;

}  // namespace npscope
