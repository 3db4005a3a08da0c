// SPDX-License-Identifier: MIT
// What a caller can say about the files, and how it becomes settings of the engine. The engine knows what is valid;
// a value it refuses comes back as `bad-option` with the option's name.

import { NpsError } from './errors.js';
import type { Progress, Setting } from './protocol.js';
import type { IntervalMethod } from './report.js';

/** A column by its header text, or by its `index` in the report, counting from 0. */
export type ColumnRef = string | number;

export interface Mapping {
  score?: ColumnRef;
  date?: ColumnRef;
  respondent?: ColumnRef;
  comment?: ColumnRef;
  segments?: readonly ColumnRef[];
}

/** `month` of the date column, or the values of a column by its header. */
export type GroupBy = 'month' | `column:${string}`;

/** How sure the interval is to be. */
export type Level = 0.9 | 0.95 | 0.99;

export interface StatisticsOptions {
  /** Confidence level of the interval; 0.95 when not given. */
  level?: Level;
  /** How the interval is computed; `score` (Tango) when not given. */
  method?: IntervalMethod;
}

export interface AnalyzeOptions extends StatisticsOptions {
  /** Which column is what; a role not named here is found by the engine. */
  mapping?: Mapping;
  /** Forces the delimiter (`,` `;` tab `|`) or how many header records there are (0 to 3). */
  dialect?: { delimiter?: string; headerRecords?: number };
  /** Forces the encoding: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`. */
  encoding?: string;
  /** Codes that stand for "no answer", such as `-99`. */
  missing?: readonly (string | number)[];
  /** NPS per value: adds `groupBy` to the report. */
  groupBy?: GroupBy | readonly GroupBy[];
  /** `all` keeps every cell, so that `cells()` can show a record; it costs the memory of the files. */
  keep?: 'asked' | 'all';
  /** About 30 times a second while bytes are read, and once at the end. */
  onProgress?: (progress: Progress) => void;
  /** Aborting rejects the promise at once with code `aborted`. */
  signal?: AbortSignal;
}

/** The engine's settings for these options, in the order the engine should hear them. */
export function settingsOf(options: AnalyzeOptions): Setting[] {
  const { mapping = {}, dialect = {} } = options;
  return [
    ...setting('map.score', columnName(mapping.score)),
    ...setting('map.date', columnName(mapping.date)),
    ...setting('map.respondent', columnName(mapping.respondent)),
    ...setting('map.comment', columnName(mapping.comment)),
    ...list(mapping.segments).flatMap((column) => setting('map.segment', columnName(column))),
    ...setting('delimiter', dialect.delimiter),
    ...setting('headerRecords', dialect.headerRecords),
    ...setting('encoding', options.encoding),
    ...setting('missing', options.missing && list(options.missing).join(',')),
    ...statisticsSettings(options),
    ...list(options.groupBy).flatMap((by) => setting('groupBy', by)),
    ...setting('keep', options.keep),
  ];
}

export function statisticsSettings(options: StatisticsOptions): Setting[] {
  return [...setting('level', options.level), ...setting('method', options.method)];
}

function setting(option: string, value: string | number | undefined): Setting[] {
  if (value === undefined) return [];
  if (typeof value !== 'string' && typeof value !== 'number') throw new NpsError('bad-option', { detail: option });
  return [[option, String(value)]];
}

/** The engine counts columns from 1 and writes a position as `#3`. */
function columnName(column: ColumnRef | undefined): string | undefined {
  return typeof column === 'number' ? `#${column + 1}` : column;
}

function list<T extends string | number>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
