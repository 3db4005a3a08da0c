// SPDX-License-Identifier: MIT
// Every reason why a figure of an answer can not be had: the codes of `unavailable` in answers to questions. A sentence for each stands
// in this folder in every language; tests/i18n.test.mjs holds the list to the words of core/stats and core/measures.

export const unavailableCodes = [
  'no-responses',
  'one-response',
  'one-cluster',
  'too-few-responses',
  'too-few-buckets',
  'too-many-buckets',
  'no-variance',
  'empty-stratum',
  'target-not-positive',
  'not-converged',
  'no-drivers',
  'one-class',
  'constant-driver',
  'mostly-missing',
  'collinear',
  'separation',
  'no-accounts',
  'one-account',
  'one-category',
  'one-group',
  'overlapping-sets',
  'no-pairs',
  'no-dates',
  'no-comments',
  'one-side-empty',
  'not-shared',
  'about-employees',
  'too-many-cells',
  'unknown-column',
  'query-too-large',
  'too-few-to-share',
  'no-attributes',
  'too-many-responses',
  'too-many-comments',
  'too-many-values',
  'population-too-small',
  'groups-only',
  'mean-policy',
] as const;

/** Adjustments of p for many comparisons, as the measure `segments` knows them. */
export const adjustments = ['benjamini-hochberg', 'benjamini-yekutieli', 'holm', 'bonferroni', 'none'] as const;

/** What the evidence says about a group beside the rest. */
export const ranks = ['above', 'below', 'not-decided'] as const;

/** How a p was worked out. */
export const tests = ['permutation', 'adjusted-wald', 'sign-flip', 'normal'] as const;

/** What the responses say about a target. */
export const goalStatuses = ['met', 'missed', 'not-decided'] as const;

/** What an alert is about. */
export const alertKinds = ['target', 'below', 'above'] as const;

export type UnavailableCode = (typeof unavailableCodes)[number];
