// SPDX-License-Identifier: MIT
// The column chart of the scores 0 to 10: a column per score in the colour of its group, the count above it,
// the score below it, and a bracket with the name of each group under the axis.
import { svg, type SVGTemplateResult } from 'lit';

import { groupOf, groups, type Group } from './groups.js';
import { percent } from './scale.js';

export interface ColumnLabels {
  /** Above a column. */
  readonly count: (count: number) => string;
  /** Under a bracket. */
  readonly group: (group: Group) => string;
  /** Shown by a mouse over a column. */
  readonly hover: (score: number, count: number) => string;
}

/** Height of the svg element that holds the drawing, in px. */
export const kColumnChartHeight = 324;

const kTop = 24;
const kBase = 248;
const kSlot = 100 / 11;
const kGap = 0.9;

/** The drawing, for an svg element of any width and `kColumnChartHeight`. `histogram` has 11 counts. */
export function columnChart(histogram: readonly number[], labels: ColumnLabels): SVGTemplateResult {
  const most = Math.max(1, ...histogram);
  return svg`
    ${histogram.map((count, score) => column(score, count, count / most, labels))}
    <line class="base" x1="0%" x2="100%" y1=${kBase} y2=${kBase}></line>
    ${groups.map((group) => bracket(group, labels.group(group)))}
  `;
}

function column(score: number, count: number, share: number, labels: ColumnLabels): SVGTemplateResult {
  const height = count === 0 ? 0 : Math.max(2, share * (kBase - kTop));
  const middle = percent((score + 0.5) * kSlot);
  return svg`
    <g>
      <title>${labels.hover(score, count)}</title>
      <rect class="slot" x=${percent(score * kSlot)} width=${percent(kSlot)} y="0" height=${kBase + 24}></rect>
      <rect class=${`column ${groupOf(score)}`} x=${percent(score * kSlot + kGap)} width=${percent(kSlot - 2 * kGap)}
        y=${kBase - height} height=${height} rx="3"></rect>
      <text class=${count === 0 ? 'count none' : 'count'} x=${middle} y=${kBase - height - 7}>${labels.count(count)}</text>
      <text class="score" x=${middle} y=${kBase + 19}>${score}</text>
    </g>
  `;
}

/** The last bracket's text ends at the right edge, the others start at the left one: long words find room on a phone. */
function bracket(group: Group, text: string): SVGTemplateResult {
  const from = group.from * kSlot + kGap;
  const to = (group.to + 1) * kSlot - kGap;
  const isLast = group.to === 10;
  return svg`
    <rect class=${`bracket ${group.name}`} x=${percent(from)} width=${percent(to - from)} y=${kBase + 30} height="4" rx="2"></rect>
    <text class=${`group ${group.name}-label`} x=${percent(isLast ? to : from)} y=${kBase + 52} text-anchor=${isLast ? 'end' : 'start'}>${text}</text>
  `;
}
