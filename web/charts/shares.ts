// SPDX-License-Identifier: MIT
// The shares chart: one bar cut into detractors, passives and promoters.
// It repeats numbers that stand beside it as text, so it is hidden from screen readers by its element.
import { nothing, svg, type SVGTemplateResult } from 'lit';

import { groups, type GroupName } from './groups.js';
import { percent } from './scale.js';

/** The drawing, for an svg element of any height. */
export function sharesChart(counts: Readonly<Record<GroupName, number>>): SVGTemplateResult {
  const total = counts.detractors + counts.passives + counts.promoters;
  let before = 0;
  const bars = groups.map(({ name }) => {
    const bar = { name, x: (before / total) * 100, width: (counts[name] / total) * 100 };
    before += counts[name];
    return bar;
  });
  return svg`${bars
    .filter(({ width }) => width > 0)
    .map(
      ({ name, x, width }, index) => svg`
        <rect class=${`share ${name}`} x=${percent(x)} width=${percent(width)} y="0" height="100%"></rect>
        ${index === 0 ? nothing : svg`<line class="cut" x1=${percent(x)} x2=${percent(x)} y1="0" y2="100%"></line>`}
      `,
    )}`;
}
