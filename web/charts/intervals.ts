// SPDX-License-Identifier: MIT
// Intervals one under the other: the same axis for all, as wide as they need, so that small differences show.
// All places are SVG attributes; colours come from the classes in the element's styles.
import { nothing, svg, type SVGTemplateResult } from 'lit';

import { along, percent } from './scale.js';
import type { IntervalPlaces } from './interval.js';

export interface Axis {
  readonly low: number;
  readonly high: number;
}

const kStep = 10;
const kMiddle = 14;

/** Height of the svg element of one interval, in px. */
export const kIntervalHeight = 28;

/** The axis for a set of intervals: whole tens, within -100 and 100. */
export function axisFor(intervals: readonly IntervalPlaces[]): Axis {
  const low = Math.min(...intervals.map((interval) => interval.low));
  const high = Math.max(...intervals.map((interval) => interval.high));
  return {
    low: Math.max(-100, Math.floor(low / kStep) * kStep),
    high: Math.min(100, Math.ceil(high / kStep) * kStep),
  };
}

/** The drawing of one of them, for an svg element of any width and `kIntervalHeight`. */
export function intervalLine({ nps, low, high }: IntervalPlaces, axis: Axis): SVGTemplateResult {
  const x = (value: number): number => along(value, axis.low, axis.high);
  const hasZero = axis.low < 0 && axis.high > 0;
  return svg`
    <line class="axis" x1="0%" x2="100%" y1=${kMiddle} y2=${kMiddle}></line>
    ${
      hasZero
        ? svg`<line class="tick zero" x1=${percent(x(0))} x2=${percent(x(0))} y1=${kMiddle - 9} y2=${kMiddle + 9}></line>`
        : nothing
    }
    <rect class="band" x=${percent(x(low))} width=${percent(x(high) - x(low))} y=${kMiddle - 6} height="12" rx="6"></rect>
    <circle class="point" cx=${percent(x(nps))} cy=${kMiddle} r="4.5"></circle>
  `;
}

/** A line through the drawing at a figure that all are to be seen beside, such as that of all responses. */
export function markLine(nps: number, axis: Axis): SVGTemplateResult {
  const x = percent(along(nps, axis.low, axis.high));
  return svg`<line class="mark" x1=${x} x2=${x} y1="0" y2=${kIntervalHeight}></line>`;
}
