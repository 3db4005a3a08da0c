// SPDX-License-Identifier: MIT
// Importance and performance: a point for each aspect, and a line at the middle of both, so that four fields say what to look at first.
import { extent } from 'd3-array';
import { svg, type SVGTemplateResult } from 'lit';

import { along, percent } from './scale.js';

export interface QuadrantPoint {
  readonly name: string;
  /** 0 to 1. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
}

/** Height of the svg element, in px. */
export const kQuadrantHeight = 280;
const kTop = 16;
const kBase = 264;

/** Room on both sides, so that no point stands on the edge. */
function around(values: readonly number[]): [number, number] {
  const [least = 0, most = 1] = extent(values) as [number | undefined, number | undefined];
  const room = (most - least || 0.2) * 0.15;
  return [least - room, most + room];
}

/** The drawing, for an svg element of any width. */
export function quadrants(
  points: readonly QuadrantPoint[],
  middle: { readonly x: number; readonly y: number },
): SVGTemplateResult {
  const [left, right] = around([...points.map(({ x }) => x), middle.x]);
  const [low, high] = around([...points.map(({ y }) => y), middle.y]);
  const x = (value: number): number => along(value, left, right);
  const y = (value: number): number => kBase - (along(value, low, high) / 100) * (kBase - kTop);
  return svg`
    <rect class="field" x="0" y=${kTop} width="100%" height=${kBase - kTop} rx="8"></rect>
    <line class="middle" x1=${percent(x(middle.x))} x2=${percent(x(middle.x))} y1=${kTop} y2=${kBase}></line>
    <line class="middle" x1="0%" x2="100%" y1=${y(middle.y)} y2=${y(middle.y)}></line>
    ${points.map((point) => {
      const at = x(point.x);
      const anchor = at > 70 ? 'end' : 'start';
      return svg`
        <g class="aspect">
          <title>${point.title}</title>
          <circle cx=${percent(at)} cy=${y(point.y)} r="6"></circle>
          <text x=${percent(at)} dx=${anchor === 'end' ? -11 : 11} y=${y(point.y) + 4} text-anchor=${anchor}>${point.name}</text>
        </g>
      `;
    })}
  `;
}
