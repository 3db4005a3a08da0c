// SPDX-License-Identifier: MIT
// Measure `association`: which attributes the three groups are associated with, strongest first, of all selected responses together
// (groupings make no difference). Formulas and sources: core/stats/association.h (statistics 3.4). Nothing of it is an effect.
//
// Options (all may be left out):
//   columns         columns (at most 100); otherwise all of the roles segment, channel, touchpoint, language, survey and wave
//   limit           integer from 1: at most so many attributes; otherwise all
//
// Members of the answer:
//   unavailable     alone: "no-responses"; "no-attributes": there is no such column; "too-few-to-share"
//   responses       integer   selected
//   attributes      array, by corrected V from the highest down, then by name; those without a figure come last, by name:
//     name          string    header
//     role          string    word of the role
//     responses, missing  integers: with and without a value; the latter are left out (null: hidden)
//     values        integer   values that these responses have
//     hidden        {minimum} when values are hidden for sharing: all figures are of the others
//     cramersV      number    0 to 1, without the bias of many small groups (Bergsma)
//     plainV        number    0 to 1, as counted
//     chiSquare, degrees, p   of no association at all; pAdjusted: for the number of attributes (Benjamini-Hochberg)
//     sparse        boolean   some expected count is below 5, so p is rough
//     information   number    bits that the attribute says about the group, with Miller and Madow's correction, at least 0
//     plainInformation number bits as counted
//     unavailable   {code}    in place of the figures: "too-many-values" (more than 1,000: a list of customers, not a segment; also in place
//                             of responses, missing and values), "one-category", "one-class", "no-responses", "too-few-to-share"
//   left            integer   attributes beyond `limit`
//   caveats         array of {code}: "association-not-cause", "respondents-only"; with two or more attributes "one-by-one" (attributes
//                   go with each other too)
#pragma once

#include <cstddef>

#include "core/measures/frame.h"

namespace npscope {

inline constexpr size_t kMostAttributeValues = 1000;
inline constexpr size_t kMostAttributes = 100;

extern const Measure kAssociationMeasure;

}  // namespace npscope
