// SPDX-License-Identifier: MIT
// The interval chart: an axis from -100 to 100, the interval as a band on it and the nps as a point.
// All places are SVG attributes; colours come from the classes in the element's styles.
import { svg, type SVGTemplateResult } from 'lit';

import { along, percent } from './scale.js';

export interface IntervalPlaces {
  readonly nps: number;
  readonly low: number;
  readonly high: number;
}

const ticks = [-100, -50, 0, 50, 100];
const kAxis = 16;

/** The drawing, 54 px high, for an svg element; `label` writes the number at a tick. */
export function intervalChart({ nps, low, high }: IntervalPlaces, label: (tick: number) => string): SVGTemplateResult {
  const x = (value: number): number => along(value, -100, 100);
  return svg`
    <line class="axis" x1="0%" x2="100%" y1=${kAxis} y2=${kAxis}></line>
    ${ticks.map(
      (tick) => svg`
        <line class=${tick === 0 ? 'tick zero' : 'tick'}
          x1=${percent(x(tick))} x2=${percent(x(tick))} y1=${kAxis} y2=${kAxis + 12}></line>
        <text class="tick-label" x=${percent(x(tick))} y=${kAxis + 30} text-anchor=${anchor(tick)}>${label(tick)}</text>
      `,
    )}
    <rect class="band" x=${percent(x(low))} width=${percent(x(high) - x(low))} y=${kAxis - 9} height="18" rx="9"></rect>
    <circle class="point" cx=${percent(x(nps))} cy=${kAxis} r="5.5"></circle>
  `;
}

function anchor(tick: number): string {
  if (tick === -100) return 'start';
  return tick === 100 ? 'end' : 'middle';
}
