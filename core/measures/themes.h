// SPDX-License-Identifier: MIT
// The measure `themes`: which share of the responses with a comment mention a theme, and the NPS of those who do, by cell.
//
// Options
//   themes      {"Price": ["price", "too expensive", "cost*"], …}: at most 64, each with at most 200 texts; not given: those of the
//               recipe. A text is read as comments are (core/comment/words.h): whole words, several of them when they stand beside each
//               other, `*` behind a word for all words that begin so. One Chinese character stands for all words with it.
//   columns     columns of comments, as in a filter; not given: all of that role
//
// Answer
//   themes      [{"name": "Price", "unknown": ["cost*"]}] in the order of the themes; unknown: texts with a word that is in no comment
//   cells       [{"values": […], "responses": n with a comment, "themes": [in the order of `themes`:
//     {"responses": n that mention it, "share": of the cell's, "with": figure, "without": figure, "difference": {…}}]}]
//     with, without   figures as everywhere, of those who mention it and of the others with a comment; null: there are none
//     difference      with less without: {"points", "interval", "p", "test"}; null when one of them is
//     {"hidden": true}  in place of all these when shared, and one of the two groups is too small (or none, which looks alike)
//   hidden      when shared: cells left out, as write_hidden() says
// Unavailable: no-comments, too-many-cells (2^18 counts, or 20,000 figures).
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kThemesMeasure;

}  // namespace npscope
