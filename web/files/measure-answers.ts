// SPDX-License-Identifier: MIT
// What measures answer, as far as the page draws it: the words of core/measures/*.h as types. Points are -100 to 100, differences -200 to
// 200, p and shares 0 to 1.
import type { CellValue, Unavailable } from '../client/query.js';
import type { NpsSummary } from '../client/report.js';

export interface LimitsOf {
  readonly low: number;
  readonly high: number;
}

/** A difference of two figures, with what is known about it. */
export interface Change {
  readonly points: number;
  readonly interval: LimitsOf;
  readonly p: number;
  readonly test: string;
}

/** A cell of the measure `segments`. */
export interface Segment extends NpsSummary {
  readonly values: readonly CellValue[];
  readonly small: boolean;
  readonly rank?: string;
  readonly difference?: Change & { readonly adjustedP: number };
  /** In place of the difference. */
  readonly unavailable?: Unavailable;
}

export interface Homogeneity {
  readonly groups: number;
  readonly p?: number;
  readonly unavailable?: Unavailable;
}

/** The measure `difference`: selected minus others. */
export interface TwoSets {
  readonly selected?: NpsSummary | null;
  readonly others?: NpsSummary | null;
  readonly difference?: Change;
  readonly unavailable?: Unavailable;
}

/** The measure `paired`. */
export interface Paired {
  readonly respondents: number;
  readonly change?: Change;
  /** By the group before, then after: detractors, passives, promoters. */
  readonly table?: readonly (readonly number[])[];
  readonly movedUp?: number;
  readonly movedDown?: number;
  readonly withoutRespondent?: number;
  readonly unavailable?: Unavailable;
}

/** The measure `decomposition`. */
export interface Decomposition {
  readonly before?: NpsSummary | null;
  readonly after?: NpsSummary | null;
  readonly change?: Change;
  readonly mix?: number;
  readonly rate?: number;
  readonly cells?: readonly DecomposedCell[];
  readonly unavailable?: Unavailable;
}

export interface DecomposedCell {
  readonly values: readonly CellValue[];
  /** null where the set has no responses of the cell. */
  readonly before: (NpsSummary & { readonly share: number }) | null;
  readonly after: (NpsSummary & { readonly share: number }) | null;
  readonly mix: number;
  readonly rate: number;
}

/** The measure `goals`. */
export interface Goals {
  readonly overall?: Goal & { readonly unavailable?: Unavailable };
  readonly cells?: readonly (Goal & { readonly values: readonly CellValue[] })[];
  readonly met?: number;
  readonly missed?: number;
  readonly notDecided?: number;
  /** Beyond a threshold; `certain`: with the whole interval. */
  readonly alerts?: readonly BeyondThreshold[];
  readonly hidden?: unknown;
  readonly unavailable?: Unavailable;
}

export interface BeyondThreshold extends NpsSummary {
  readonly values: readonly CellValue[];
  readonly bound: 'below' | 'above';
  readonly threshold: number;
  readonly certain: boolean;
}

export interface Goal extends NpsSummary {
  readonly target: number;
  readonly status: string;
  readonly gap: number;
}
