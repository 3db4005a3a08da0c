// SPDX-License-Identifier: MIT
// The measure `languages`: in which languages the comments are, as core/comment/language.h guesses.
//
// Options
//   columns     columns of comments, as in a filter; not given: all of that role
//
// Answer
//   comments    those of the selected responses that are not empty
//   languages   [{"language": "de", null: not told, "comments": n, "share": of all, "figure": the NPS of the responses with such a comment}]
//               most comments first, null last
//   hidden      when shared: {"minimum", "groups", "responses"} of languages left out, as write_hidden() says
// Unavailable: no-comments.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kLanguagesMeasure;

}  // namespace npscope
