// SPDX-License-Identifier: MIT
// The colours of a heat map: where an NPS lies beside that of all, in a few steps on both sides, so that every cell has a class of its own
// and no style. The scale is as wide as the cells with enough responses need; a few answers alone do not stretch it.

export interface HeatCell {
  readonly nps: number;
  readonly responses: number;
}

export interface HeatScale {
  /** The NPS of all, in the middle. */
  readonly middle: number;
  /** Points on each side up to the strongest colour. */
  readonly reach: number;
}

/** Steps of colour on each side of the middle. */
export const kHeatSteps = 4;
/** Below this many responses chance moves the NPS more than anything else. */
export const kFewResponses = 30;

const kLeastReach = 10;
const kRound = 5;

/** The scale for cells around the NPS of all. */
export function heatScale(cells: readonly HeatCell[], middle: number): HeatScale {
  const enough = cells.filter(({ responses }) => responses >= kFewResponses);
  const far = Math.max(0, ...(enough.length > 0 ? enough : cells).map(({ nps }) => Math.abs(nps - middle)));
  return { middle, reach: Math.max(kLeastReach, Math.ceil(far / kRound) * kRound) };
}

/** -4 to 4: how far and on which side a figure lies; 0 close to the middle. A few responses never have a strong colour. */
export function heatStep({ nps, responses }: HeatCell, { middle, reach }: HeatScale): number {
  const most = responses < kFewResponses ? 1 : kHeatSteps;
  const step = Math.round(((nps - middle) / reach) * (kHeatSteps + 0.5));
  return Math.max(-most, Math.min(most, step)) || 0;
}

/** The class of a step: `low-4` to `low-1`, `middle`, `high-1` to `high-4`. */
export function heatClass(step: number): string {
  if (step === 0) return 'middle';
  return step < 0 ? `low-${-step}` : `high-${step}`;
}

/** Every step, from the lowest on, for a legend. */
export const heatSteps: readonly number[] = Array.from({ length: 2 * kHeatSteps + 1 }, (_, index) => index - kHeatSteps);
