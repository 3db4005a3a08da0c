// SPDX-License-Identifier: MIT
// Measure `trend`: the NPS by day, week, month, quarter or year, with what can be said about its course, for all selected responses or for
// each value of a second grouping.
//
// Options (all may be left out):
//   unit          "day" | "week" (ISO) | "month" | "quarter" | "year": the buckets; otherwise the time of `groupBy`, else "month"
//   firstMonth    1 to 12: the month in which quarters and years begin; otherwise that of `groupBy`, else 1
//   slope         boolean, true: `slope`, `mannKendall` and `sen` are wanted
//   changePoints  boolean, true: `changePoints` is wanted
//   control       "none" | "shewhart" | "laney", "none"
//   baseline      integer from 1: a control chart's baseline is the first so many buckets; otherwise all
//   rolling       {"days": 1 to 3660} | {"responses": 1 to 1,000,000,000}
// A query with two groupings of which none is time is refused (member `groupBy`).
//
// Members of the answer. Whatever says `NPS` is points, -100 to 100; `slope` is points per bucket.
//   unit, firstMonth
//   unavailable   alone: "no-responses"; "no-dates": no selected response has one; "too-many-buckets": more than 2,000, longer ones are to
//                 be chosen; "query-too-large"
//   undated       integer   selected responses without a date; null: hidden
//   hidden        cells (bucket and value) that are not shown (core/measures/suppression.h); all figures are worked out of the others
//   series        array, one object for each value of the second grouping, or one:
//     values      array     only with a second grouping: its value as in every cell
//     undated     integer
//     buckets     array     without gaps: {label, position, firstDay, lastDay, responses: 0} without responses (no figure), else
//                           {label, position, firstDay, lastDay, …members of a figure (write_figure)}; days "2024-05-31", both included.
//                           When something is hidden, `responses` is null where there is no figure: none, or too few to share.
//                           `partial`: true, else not there, where more than a tenth of its days lie before the first or after the last
//                           day of all responses that count, whatever the filter: such a bucket is not comparable by its number of
//                           responses, and its figure is of other days. Slope, ranks, changes and control use it all the same, weighed
//                           by the responses it has
//     slope       {slope, interval {method "inverse-variance", level, low, high}, standardError, knownError, z, p, buckets,
//                  line [{label, position, nps}, …], lackOfFit {q, degrees, p} (three buckets or more)}: straight line, each bucket weighed
//                  by its sampling error; `line` is its height at the first and the last bucket with responses (core/stats/trend_line.h)
//     mannKendall {s, variance, tau, z, p, buckets}: a description by ranks (core/stats/rank_trend.h)
//     sen         {slope, interval {method "ranks", level, low, high} | null where there are too few pairs}
//     changePoints {penalty, changes [{between [LABEL, LABEL], earliest [LABEL, LABEL], latest [LABEL, LABEL], improvement, before, after}]}:
//                 "possible change between LABEL and LABEL"; `before` and `after` are {from LABEL, to LABEL, …figure} of the stretches on
//                 both sides. The places are those that differ most, so no p belongs to them (core/stats/change_points.h)
//     control     {kind, baseline {from LABEL, to LABEL, buckets}, centre, deviation, sigmaZ (laney only), points [{label, position, responses,
//                 nps, low, high, z, beyond, run}], out [LABEL, …]}: `beyond` the limits, `run`: eighth or later in a row on one side; `out`
//                 are those with either (core/stats/control_chart.h)
//     rolling     {days | responses, points [{from DAY, to DAY, …figure}]} (core/measures/rolling.h)
// In place of each of these members stands {unavailable: {code}}: "no-responses", "too-few-buckets", "too-many-buckets", "no-variance",
// "too-few-responses"; of `rolling` also "too-few-to-share", for the windows of two days tell what one day adds, and "query-too-large".
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kTrendMeasure;

}  // namespace npscope
