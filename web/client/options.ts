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

/** How the bytes of a file become a table; what is not named is found. */
export interface ReadOptions {
  /** Forces the delimiter (`,` `;` tab `|`), the quote (`"` or `'`) or how many header records there are (0 to 5). */
  dialect?: { delimiter?: string; quote?: string; headerRecords?: number };
  /** Forces the encoding by its WHATWG label: `utf-8`, `utf-16le`, `windows-1252`, `gb18030`, `shift_jis`, …; or `utf-32le`. */
  encoding?: string;
  /** The sheet of a workbook by its name, the array of a JSON document by its path, or either by its position from 0. */
  sheet?: string | number;
  /** About 30 times a second while bytes are read, and once at the end. */
  onProgress?: (progress: Progress) => void;
  /** Aborting rejects the promise (or errors the stream) at once with code `aborted`. */
  signal?: AbortSignal;
}

export interface InspectOptions extends ReadOptions {
  /** Which column is what; a role not named here is found by the engine. */
  mapping?: Mapping;
}

export interface ConvertOptions extends ReadOptions {
  /** `csv`: RFC 4180 in UTF-8 with the column names first; `ndjson`: one object per record, by column name. */
  to: 'csv' | 'ndjson';
  /**
   * With `ndjson` only: one line per row as it stands in the file, header rows included, such as
   * `{"row": 0, "cells": [null, {"s": "text"}, {"n": 9.5}, {"b": true}, {"d": "2024-01-02T00:00:00"}, {"t": 23640}, {"e": "#N/A"}]}`:
   * text, number, boolean, local date-time, time of day in seconds, error.
   */
  raw?: boolean;
}

export interface AnalyzeOptions extends ReadOptions, StatisticsOptions {
  /** Which column is what; a role not named here is found by the engine. */
  mapping?: Mapping;
  /** Codes that stand for "no answer", such as `-99`. */
  missing?: readonly (string | number)[];
  /** NPS per value: adds `groupBy` to the report. */
  groupBy?: GroupBy | readonly GroupBy[];
  /** `all` keeps every cell, so that `cells()` can show a record; it costs the memory of the files. */
  keep?: 'asked' | 'all';
}

/** The engine's settings for these options, in the order the engine should hear them. */
export function settingsOf(options: AnalyzeOptions): Setting[] {
  return [
    ...mappingSettings(options.mapping),
    ...readSettings(options),
    ...setting('missing', options.missing && list(options.missing).join(',')),
    ...statisticsSettings(options),
    ...list(options.groupBy).flatMap((by) => setting('groupBy', by)),
    ...setting('keep', options.keep),
  ];
}

export function inspectionSettings(options: InspectOptions): Setting[] {
  return [['mode', 'inspect'], ...mappingSettings(options.mapping), ...readSettings(options)];
}

export function conversionSettings(options: ConvertOptions): Setting[] {
  const { to, raw = false } = options;
  if (to !== 'csv' && to !== 'ndjson') throw new NpsError('bad-option', { detail: 'to' });
  if (raw && to === 'csv') throw new NpsError('bad-option', { detail: 'raw' });
  return [['mode', raw ? 'convert-raw' : `convert-${to}`], ...readSettings(options)];
}

function mappingSettings(mapping: Mapping = {}): Setting[] {
  return [
    ...setting('map.score', positionOrName(mapping.score)),
    ...setting('map.date', positionOrName(mapping.date)),
    ...setting('map.respondent', positionOrName(mapping.respondent)),
    ...setting('map.comment', positionOrName(mapping.comment)),
    ...list(mapping.segments).flatMap((column) => setting('map.segment', positionOrName(column))),
  ];
}

function readSettings({ dialect = {}, encoding, sheet }: ReadOptions): Setting[] {
  return [
    ...setting('delimiter', dialect.delimiter),
    ...setting('quote', dialect.quote),
    ...setting('headerRecords', dialect.headerRecords),
    ...setting('encoding', encoding),
    ...setting('sheet', positionOrName(sheet)),
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

/** The engine counts columns and sheets from 1 and writes a position as `#3`. */
function positionOrName(ref: string | number | undefined): string | undefined {
  return typeof ref === 'number' ? `#${ref + 1}` : ref;
}

function list<T extends string | number>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
