// SPDX-License-Identifier: MIT
// A figure over time: a point and its interval for each bucket, the band between them, and beside it what is known about the course.
// Shapes stretch with the width; points, letters and lines keep their size. All places are SVG attributes.
import { ticks } from 'd3-array';
import { area, line } from 'd3-shape';
import { nothing, svg, type SVGTemplateResult } from 'lit';

import type { Axis } from './intervals.js';
import { percent } from './scale.js';

export interface TimePoint {
  readonly label: string;
  /** Not there for a bucket without responses. */
  readonly figure?: { readonly nps: number; readonly low: number; readonly high: number };
  /** Beyond a limit, or in a run on one side. */
  readonly marked?: boolean;
  /** Of a bucket that is not complete: drawn hollow. */
  readonly partial?: boolean;
  /** Shown by a mouse over the point. */
  readonly title: string;
}

export interface TimeSeries {
  readonly points: readonly TimePoint[];
  readonly axis: Axis;
  /** Control limits by bucket. */
  readonly limits?: readonly { readonly low: number; readonly high: number; readonly centre: number }[];
  /** Possible changes: a bucket and the one behind it. */
  readonly changes?: readonly number[];
  /** Places along the width, 0 to 1. */
  readonly events?: readonly { readonly at: number; readonly name: string }[];
  /** A smoother course, by place along the width. */
  readonly rolling?: readonly { readonly at: number; readonly nps: number }[];
}

/** Height of the svg elements, in px. */
export const kTimeHeight = 264;
const kTop = 12;
const kBase = 228;
const kWide = 1000;
const kMostLabels = 6;

function heightOf(value: number, { low, high }: Axis): number {
  const share = (value - low) / (high - low || 1);
  return kBase - Math.min(1, Math.max(0, share)) * (kBase - kTop);
}

const placeOf = (index: number, count: number): number => (index + 0.5) / count;

/** The scale at the side, for an svg element of a fixed width. */
export function timeScale(axis: Axis, text: (value: number) => string): SVGTemplateResult {
  return svg`${ticks(axis.low, axis.high, 4).map(
    (value) => svg`<text class="scale" x="100%" y=${heightOf(value, axis) + 4}>${text(value)}</text>`,
  )}`;
}

/** The drawing, for an svg element of any width and `kTimeHeight`. */
export function timeSeries({ points, axis, limits, changes = [], events = [], rolling = [] }: TimeSeries): SVGTemplateResult {
  const count = points.length;
  return svg`
    ${ticks(axis.low, axis.high, 4).map((value) => grid(heightOf(value, axis), value === 0))}
    <svg x="0" y="0" width="100%" height=${kTimeHeight} viewBox="0 0 ${kWide} ${kTimeHeight}" preserveAspectRatio="none">
      ${bandAndLine(points, axis)} ${limits ? limitLines(limits, axis) : nothing} ${rolling.length > 0 ? rollingLine(rolling, axis) : nothing}
    </svg>
    ${changes.map((index) => upright('change', (index + 1) / count))}
    ${events.map(({ at, name }) => svg`<g>${upright('event', at)}<text class="event-name" x=${percent(at * 100)} y="10" text-anchor=${anchorOf(at)}>${name}</text></g>`)}
    ${points.map((point, index) => dot(point, placeOf(index, count), axis))}
    ${points.map((point, index) => bucketLabel(point, index, count))}
  `;
}

function grid(y: number, isZero: boolean): SVGTemplateResult {
  return svg`<line class=${isZero ? 'grid zero' : 'grid'} x1="0%" x2="100%" y1=${y} y2=${y}></line>`;
}

function upright(kind: string, at: number): SVGTemplateResult {
  const x = percent(at * 100);
  return svg`<line class=${kind} x1=${x} x2=${x} y1=${kTop} y2=${kBase}></line>`;
}

/** Which way a name beside an upright line grows, so that it stays inside the drawing. */
function anchorOf(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.2) return 'start';
  return at > 0.8 ? 'end' : 'middle';
}

function bandAndLine(points: readonly TimePoint[], axis: Axis): SVGTemplateResult {
  const x = (_: TimePoint, index: number): number => placeOf(index, points.length) * kWide;
  const at = (value: number | undefined): number => heightOf(value ?? 0, axis);
  const known = ({ figure }: TimePoint): boolean => figure !== undefined;
  const band = area<TimePoint>()
    .defined(known)
    .x(x)
    .y0(({ figure }) => at(figure?.low))
    .y1(({ figure }) => at(figure?.high));
  const course = line<TimePoint>()
    .defined(known)
    .x(x)
    .y(({ figure }) => at(figure?.nps));
  return svg`<path class="band" d=${band(points) ?? ''}></path><path class="course" d=${course(points) ?? ''}></path>`;
}

function limitLines(limits: NonNullable<TimeSeries['limits']>, axis: Axis): SVGTemplateResult {
  const lineOf = (value: (limit: (typeof limits)[number]) => number): string =>
    line<(typeof limits)[number]>()
      .x((_, index) => placeOf(index, limits.length) * kWide)
      .y((limit) => heightOf(value(limit), axis))(limits) ?? '';
  return svg`
    <path class="limit" d=${lineOf(({ low }) => low)}></path>
    <path class="limit" d=${lineOf(({ high }) => high)}></path>
    <path class="centre" d=${lineOf(({ centre }) => centre)}></path>
  `;
}

function rollingLine(points: NonNullable<TimeSeries['rolling']>, axis: Axis): SVGTemplateResult {
  const d = line<(typeof points)[number]>()
    .x(({ at }) => at * kWide)
    .y(({ nps }) => heightOf(nps, axis))(points);
  return svg`<path class="rolling" d=${d ?? ''}></path>`;
}

function dot({ figure, marked, partial, title }: TimePoint, at: number, axis: Axis): SVGTemplateResult | typeof nothing {
  if (!figure) return nothing;
  const x = percent(at * 100);
  return svg`
    <g class=${['dot', marked && 'marked', partial && 'partial'].filter(Boolean).join(' ')}>
      <title>${title}</title>
      <line x1=${x} x2=${x} y1=${heightOf(figure.low, axis)} y2=${heightOf(figure.high, axis)}></line>
      <circle cx=${x} cy=${heightOf(figure.nps, axis)} r=${marked ? 5.5 : 4}></circle>
    </g>
  `;
}

/** As many as have room; the first and the last stand inside the drawing. */
function bucketLabel({ label }: TimePoint, index: number, count: number): SVGTemplateResult | typeof nothing {
  const step = Math.ceil(count / kMostLabels);
  if (index % step !== 0) return nothing;
  const anchor = index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle';
  const at = anchor === 'start' ? 0 : anchor === 'end' ? 1 : placeOf(index, count);
  const kind = (index / step) % 2 === 1 ? 'bucket second' : 'bucket';
  return svg`<text class=${kind} x=${percent(at * 100)} y=${kBase + 22} text-anchor=${anchor}>${label}</text>`;
}
