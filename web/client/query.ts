// SPDX-License-Identifier: MIT
// Questions about files that are read, and their answers: the contract with the engine (core/query/query.h, core/measures/).
// Scores are 0 to 10, NPS and differences are points (-100 to 100, -200 to 200), shares and p are 0 to 1.

import type { IntervalMethod, NpsSummary, Policy, Role } from './report.js';

/** A column by its header (or `#3`), or the first column of each file that has a role. */
export type QueryColumn = string | { readonly column: string } | { readonly role: Role };

type Where = { readonly column: string } | { readonly role: Role };

/** One condition; `not` turns it around. A response without a value meets only `missing` and conditions that are turned around. */
export type QueryCondition = { readonly not?: boolean } & (
  | (Where &
      (
        | { readonly equals: string }
        | { readonly in: readonly string[] }
        /** Whatever the case of the letters. */
        | { readonly contains: string }
        /** Numbers, both ends included; for the role `date` days such as `2025-03-31`. */
        | { readonly from?: number; readonly to?: number }
        | { readonly from?: string; readonly to?: string }
        | { readonly missing: true }
      ))
  | { readonly group: readonly ('promoter' | 'passive' | 'detractor')[] }
  | { readonly score: { readonly from?: number; readonly to?: number } }
);

export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Values of a column, score groups, files, or times; quarters and years begin with `firstMonth` (1 to 12). */
export type QueryGrouping =
  QueryColumn | { readonly by: 'group' | 'file' } | { readonly time: TimeUnit; readonly firstMonth?: number };

/** A measure by its name, or with its options (docs/queries.md lists them all). */
export type QueryMeasure = MeasureName | ({ readonly measure: MeasureName } & Readonly<Record<string, unknown>>);

export type MeasureName =
  | 'nps'
  | 'shares'
  | 'probability'
  | 'bootstrap'
  | 'sample-size'
  | 'goals'
  | 'difference'
  | 'paired'
  | 'homogeneity'
  | 'segments'
  | 'decomposition'
  | 'weighted'
  | 'clustered'
  | 'accounts'
  | 'raked'
  | 'trend'
  | 'events'
  | 'drivers'
  | 'association'
  | 'terms'
  | 'themes'
  | 'languages'
  | 'near-duplicates'
  | 'comments';

export interface Query {
  /** All of them hold; none: every response that counts. */
  readonly filter?: readonly QueryCondition[];
  /** The other responses, for measures that compare two sets; when not given, all that `filter` leaves out. */
  readonly with?: { readonly filter: readonly QueryCondition[] };
  /** At most two. */
  readonly groupBy?: readonly QueryGrouping[];
  readonly measures: readonly QueryMeasure[];
  /** That of the analysis when not given. */
  readonly interval?: { readonly method?: IntervalMethod; readonly level?: number };
  /** Another way to count than that of the analysis; under `mean` the measure `nps` alone has an answer. */
  readonly policy?: Partial<Pick<Policy, 'answers' | 'unit' | 'from' | 'to'>>;
  /** For what leaves the tab: groups with fewer responses (10, never below 5) are hidden, and no comment is in the answer. */
  readonly share?: boolean | { readonly minimum: number };
  /**
   * Columns to load beside those that the rest needs, in the same pass over the files, so that later questions need none; `all`: comments
   * and every column that can be a grouping, a driver or a weight.
   */
  readonly load?: 'all' | readonly QueryColumn[];
  /** At most so many values of a grouping are told apart (1,000); the others are one. */
  readonly mostValues?: number;
}

/** Why a figure cannot be had; every code has a sentence (`sentenceOf`). */
export interface Unavailable {
  readonly code: string;
  readonly detail?: string;
}

/** The values of a cell, one for each grouping: a text, `null` for responses without one, or how many values stand together. */
export type CellValue = string | null | { readonly others: number };

export interface QueryCell extends Partial<NpsSummary> {
  readonly values: readonly CellValue[];
  readonly [member: string]: unknown;
}

/** The answer to one measure; its members are those of docs/queries.md. */
export interface MeasureAnswer {
  readonly measure: MeasureName;
  readonly unavailable?: Unavailable;
  readonly cells?: readonly QueryCell[];
  readonly [member: string]: unknown;
}

export interface QueryAnswer {
  /** Responses that count and meet the filter, and all that count; null for fewer than may be shared. */
  readonly responses: number | null;
  readonly counted: number | null;
  readonly interval: { readonly method: IntervalMethod; readonly level: number };
  readonly policy: Policy;
  readonly groupBy: readonly {
    readonly by: 'column' | 'group' | 'time' | 'file';
    readonly name?: string;
    readonly unit?: TimeUnit;
  }[];
  /** In the order of `Query.measures`. */
  readonly answers: readonly MeasureAnswer[];
}

/** Two sets of counts side by side. */
export interface Comparison {
  readonly first: NpsSummary;
  readonly second: NpsSummary;
  readonly [member: string]: unknown;
}
