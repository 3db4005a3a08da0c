// SPDX-License-Identifier: MIT
// Measure `events`: the NPS before and after releases, incidents, campaigns and other days that a person names, with what must be known
// before the difference is read as an effect: was the score moving already, and what else happened then.
//
// Options:
//   events   array of 1 to 500 objects; the host makes them of a small CSV or takes them from its caller
//     day    string   "2025-03-01", needed
//     name   string   needed, not empty
//     kind   string   any word, such as "release", "incident", "campaign"; may be left out or null
//   window   {"days": 1 to 3660}: so many days before the day and as many after it, 30; the day itself is on neither side
//   minimum  integer from 1: with fewer responses on either side nothing is compared, 30
// A query with two groupings of which none is time is refused (member `groupBy`); its time grouping does not matter here.
//
// Members of the answer (points: NPS -100 to 100, differences -200 to 200):
//   window       {days}
//   minimum      integer  that of the option, or that of sharing where it is greater
//   unavailable  alone: "no-responses", "no-dates", "query-too-large"
//   undated      integer  selected responses without a date; null: hidden
//   hidden       values that are not shown (core/measures/suppression.h)
//   series       array, one object for each value of the second grouping, or one:
//     values     array    only with a second grouping
//     undated    integer
//     events     array    by day, then name, then kind, each:
//       day, name, kind   as given; kind null without one
//       before, after     {from, to, responses: 0}, or {from, to, …figure (write_figure)}; days, both included. What may not be shared
//                         has `responses` null and no figure
//       overlaps          [{day, name}]: other events on the days of `before` and `after` or on the same day; the difference is theirs too
//       difference        after minus before {points, interval {method "mover", level, low, high}, p, test, adjustedP}: `adjustedP` is
//                         Holm's for all events of this series that have a p (core/stats/event_effect.h, difference.h, multiplicity.h)
//       preTrend          {found "not-checked" | "none-seen" | "rising" | "falling", slope (points per day), interval {method
//                         "inverse-variance", …}, p, expected}: the slope of the days before, where three have responses; `expected` is the
//                         NPS after that a trend found there would give alone
//       unavailable       in place of difference and preTrend: "no-responses" on a side, "too-few-responses"; "too-few-to-share": a window
//                         has fewer than may be shared, or differs by so few from that of an earlier event
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kEventsMeasure;

}  // namespace npscope
