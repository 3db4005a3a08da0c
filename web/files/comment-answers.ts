// SPDX-License-Identifier: MIT
// What the measures about comments answer, as far as the page draws it: the words of core/measures/{terms,comments,themes,…}.h as types.
import type { Unavailable } from '../client/query.js';
import type { NpsSummary } from '../client/report.js';
import type { Change } from './measure-answers.js';

interface MaybeNot {
  readonly unavailable?: Unavailable;
}

export interface Term {
  readonly text: string;
  readonly kind: 'word' | 'pair';
  /** Comments with it on each side. */
  readonly first: number;
  readonly second: number;
  readonly z: number;
  readonly evidence?: readonly { readonly record: number | null; readonly text: string }[];
}

export interface Terms extends MaybeNot {
  readonly of?: { readonly first: string; readonly second: string };
  readonly comments?: { readonly first: number; readonly second: number };
  readonly first?: readonly Term[];
  readonly second?: readonly Term[];
}

export interface Comment {
  readonly record: number | null;
  readonly day: string | null;
  readonly score: number | null;
  readonly group: 'promoter' | 'passive' | 'detractor';
  readonly text: string;
  /** In UTF-16 code units. */
  readonly highlights: readonly (readonly [number, number])[];
}

export interface Comments extends MaybeNot {
  readonly total?: number;
  readonly comments?: readonly Comment[];
}

export interface Languages extends MaybeNot {
  readonly languages?: readonly { readonly language: string | null; readonly comments: number; readonly figure: NpsSummary }[];
}

export interface Duplicates extends MaybeNot {
  readonly largest?: readonly {
    readonly comments: number;
    readonly figure: NpsSummary;
    readonly example?: { readonly text: string };
  }[];
}

export interface ThemeFigures {
  readonly responses?: number;
  readonly share?: number;
  readonly with?: NpsSummary | null;
  readonly difference?: Change | null;
  readonly hidden?: boolean;
}

export interface Themes extends MaybeNot {
  readonly themes?: readonly { readonly name: string; readonly unknown: readonly string[] }[];
  readonly cells?: readonly { readonly themes: readonly ThemeFigures[] }[];
}
