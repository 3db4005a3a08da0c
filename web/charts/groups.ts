// SPDX-License-Identifier: MIT
// The three groups of scores, in the order they are always drawn: detractors, passives, promoters.
// Class names of the same words carry the colours.

export type GroupName = 'detractors' | 'passives' | 'promoters';

export interface Group {
  readonly name: GroupName;
  /** First and last score of the group. */
  readonly from: number;
  readonly to: number;
}

export const groups: readonly Group[] = [
  { name: 'detractors', from: 0, to: 6 },
  { name: 'passives', from: 7, to: 8 },
  { name: 'promoters', from: 9, to: 10 },
];

/** The group of a score. */
export function groupOf(score: number): GroupName {
  if (score <= 6) return 'detractors';
  return score <= 8 ? 'passives' : 'promoters';
}
