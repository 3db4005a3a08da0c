// SPDX-License-Identifier: MIT
// What the measures `trend` and `events` answer, as far as the page draws it: the words of core/measures/trend.h and events.h as types.
import type { CellValue, Unavailable } from '../client/query.js';
import type { NpsSummary } from '../client/report.js';
import type { Change, LimitsOf } from './measure-answers.js';

interface MaybeNot {
  readonly unavailable?: Unavailable;
}

export interface TrendBucket extends Partial<NpsSummary> {
  readonly label: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly responses: number;
  /** The responses begin or end within it. */
  readonly partial?: true;
}

export interface Slope extends MaybeNot {
  readonly slope: number;
  readonly interval: LimitsOf & { readonly level: number };
  readonly p: number;
}

export interface PossibleChange {
  readonly between: readonly [string, string];
  readonly before: NpsSummary & { readonly from: string; readonly to: string };
  readonly after: NpsSummary & { readonly from: string; readonly to: string };
}

export interface ControlChart extends MaybeNot {
  readonly centre: number;
  readonly points: readonly {
    readonly label: string;
    readonly low: number;
    readonly high: number;
    readonly beyond: boolean;
    readonly run: boolean;
  }[];
  readonly out: readonly string[];
}

export interface TrendSeries {
  readonly values?: readonly CellValue[];
  readonly undated: number | null;
  readonly buckets: readonly TrendBucket[];
  readonly slope?: Slope;
  readonly mannKendall?: MaybeNot & { readonly tau: number; readonly p: number };
  readonly sen?: MaybeNot & { readonly slope: number };
  readonly changePoints?: MaybeNot & { readonly changes: readonly PossibleChange[] };
  readonly control?: ControlChart;
  readonly rolling?: MaybeNot & { readonly points: readonly (NpsSummary & { readonly to: string })[] };
}

export interface Trend extends MaybeNot {
  readonly unit: string;
  readonly series?: readonly TrendSeries[];
}

export interface EventEffect extends MaybeNot {
  readonly day: string;
  readonly name: string;
  readonly before: Partial<NpsSummary> & { readonly responses: number | null };
  readonly after: Partial<NpsSummary> & { readonly responses: number | null };
  readonly overlaps: readonly { readonly day: string; readonly name: string }[];
  readonly difference?: Change & { readonly adjustedP: number };
  readonly preTrend?: { readonly found: string };
}

export interface Events extends MaybeNot {
  readonly window?: { readonly days: number };
  readonly series?: readonly { readonly events: readonly EventEffect[] }[];
}
