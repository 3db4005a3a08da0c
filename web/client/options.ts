// SPDX-License-Identifier: MIT
// What a caller can say about the files, and how it becomes settings of the engine. The engine knows what is valid;
// a value it refuses comes back as `bad-option` with the option's name.

import { NpsError } from './errors.js';
import type { Cut, Progress, Setting } from './protocol.js';
import type { CleaningRule, IntervalMethod, Plan, Policy, Recipe, Role } from './report.js';

/** A column by its header text, or by its `index` in the report, counting from 0. */
export type ColumnRef = string | number;

export interface Mapping {
  score?: ColumnRef;
  group?: ColumnRef;
  date?: ColumnRef;
  startDate?: ColumnRef;
  responseId?: ColumnRef;
  respondent?: ColumnRef;
  account?: ColumnRef;
  language?: ColumnRef;
  channel?: ColumnRef;
  touchpoint?: ColumnRef;
  survey?: ColumnRef;
  wave?: ColumnRef;
  /** Rows stand for as many responses as this says: a table of counts per score. */
  count?: ColumnRef;
  weight?: ColumnRef;
  revenue?: ColumnRef;
  metric?: ColumnRef;
  /** These roles may have several columns each. */
  comment?: ColumnRef | readonly ColumnRef[];
  names?: readonly ColumnRef[];
  employees?: readonly ColumnRef[];
  drivers?: readonly ColumnRef[];
  segments?: readonly ColumnRef[];
  /** Not used, whatever they look like. */
  ignore?: readonly ColumnRef[];
}

const roleOf: Record<keyof Mapping, Role> = {
  score: 'score',
  group: 'group',
  date: 'date',
  startDate: 'start-date',
  responseId: 'response-id',
  respondent: 'respondent',
  account: 'account',
  language: 'language',
  channel: 'channel',
  touchpoint: 'touchpoint',
  survey: 'survey',
  wave: 'wave',
  count: 'count',
  weight: 'weight',
  revenue: 'revenue',
  metric: 'metric',
  comment: 'comment',
  names: 'name',
  employees: 'employee',
  drivers: 'driver',
  segments: 'segment',
  ignore: 'ignore',
};

/** `month` of the date column, `file`, or the values of a column by its header. */
export type GroupBy = 'month' | 'file' | `column:${string}`;

/** How sure the interval is to be. */
export type Level = 0.8 | 0.9 | 0.95 | 0.99;

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

/** What is decided about the files beside what can be found in them. */
export interface DecisionOptions extends ReadOptions, StatisticsOptions {
  /** Which column is what; a role not named here is found by the engine. */
  mapping?: Mapping;
  /** Codes that stand for "no answer", such as `-99`. */
  missing?: readonly (string | number)[];
  /** How scores are written: 0 to 10; 1 to 10 as they are; positions 1 to 11, one less is the score; or groups only. */
  scale?: 'scores' | 'from-1' | 'positions' | 'groups';
  /** Dates such as 3/4/2024. */
  dateOrder?: 'day-first' | 'month-first';
  decimal?: '.' | ',';
  /** Cleaning rules to switch off (or on); all are on. */
  cleaning?: Partial<Record<CleaningRule, boolean>>;
  /** What counts once; see `Recipe.duplicates`. */
  duplicates?: Partial<Recipe['duplicates']>;
  /** Which responses the figure is about; all unless something is named. */
  policy?: Partial<Policy>;
  /** The day that counts as today, `2024-05-31`; today in the time zone of this device when not given. */
  asOf?: string;
  /** A date before it is doubted; `2003-01-01` when not given. */
  earliest?: string;
  /**
   * The time zone whose days and months count, such as `Europe/Berlin`: times with an offset and those of files whose zone is known
   * are brought into it. As written when not given.
   */
  reportZone?: string;
  /** A column of employees may be a grouping; groups of fewer than 10 responses stay hidden. */
  employees?: boolean;
  /** Words by theme, as a recipe keeps them: the measure `themes` uses them when it names none. In place of those of the recipe. */
  themes?: Recipe['themes'];
  /** NPS per value: adds `groupBy` to the report. */
  groupBy?: GroupBy | readonly GroupBy[];
  /**
   * All decisions, as `report.recipe` or a saved recipe has them (its JSON text will do). With a recipe, `mapping`, `missing`,
   * `dialect`, `encoding`, `sheet`, `scale`, `dateOrder` and `decimal` are refused: change the recipe.
   */
  recipe?: Recipe | string;
  /** A plan of these files: short for its `recipe`. */
  plan?: Plan;
}

export type PlanOptions = DecisionOptions;

export interface AnalyzeOptions extends DecisionOptions {
  /** Adds the SHA-256 of each file, for a report that somebody will verify. */
  sha256?: boolean;
  /** `all` keeps every cell, so that `cells()` can show a record; it costs the memory of the files. */
  keep?: 'asked' | 'all';
}

/** How the records that do not count are written. */
/** Those of the analysis that the question is about. */
export type QueryOptions = AnalyzeOptions;

export interface RejectsOptions extends AnalyzeOptions {
  /** Of the report, from 0; the first when not given. */
  file?: number;
  /** `csv`: commas, UTF-8; `source-csv`: the delimiter of the source; `xlsx`. */
  as?: 'csv' | 'source-csv' | 'xlsx';
  /** Keep spreadsheets from calculating cells of CSV that look like formulas: an apostrophe in front; on unless `false`. */
  guard?: boolean;
  /** A sentence for each code that may be a reason; English where there is none. */
  reasons?: Readonly<Record<string, string>>;
  /** Called at the end when something of the records is not there, or will not be seen. */
  onCut?(cut: Cut): void;
}

/** The engine's settings for these options, in the order the engine should hear them. */
export function settingsOf(options: AnalyzeOptions): Setting[] {
  return [...decisionSettings(options), ...onOff('sha256', options.sha256), ...setting('keep', options.keep)];
}

export function planSettings(options: PlanOptions): Setting[] {
  return [['mode', 'inspect'], ...decisionSettings(options)];
}

function decisionSettings(options: DecisionOptions): Setting[] {
  const recipe = options.recipe ?? options.plan?.recipe;
  return [
    ...(recipe === undefined ? setting('asOf', today()) : recipeSettings(recipe, options)),
    ...mappingSettings(options.mapping),
    ...readSettings(options),
    ...setting('missing', options.missing && list(options.missing).join(',')),
    ...setting('scale', options.scale),
    ...setting('dateOrder', options.dateOrder),
    ...setting('decimal', options.decimal),
    ...Object.entries(options.cleaning ?? {}).flatMap(([rule, on]) => onOff(`clean.${rule}`, on)),
    ...duplicateSettings(options.duplicates),
    ...policySettings(options.policy),
    ...setting('asOf', options.asOf),
    ...setting('earliest', options.earliest),
    ...setting('reportZone', knownZone(options.reportZone)),
    ...onOff('employees', options.employees),
    ...statisticsSettings(options),
    ...setting('themes', options.themes && JSON.stringify(options.themes)),
    ...(options.groupBy === undefined ? [] : setting('groupBy', 'none')),
    ...list(options.groupBy).flatMap((by) => setting('groupBy', by)),
  ];
}

function knownZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new NpsError('bad-option', { detail: 'reportZone' });
  }
}

const inRecipe = ['mapping', 'missing', 'dialect', 'encoding', 'sheet', 'scale', 'dateOrder', 'decimal'] as const;

function recipeSettings(recipe: Recipe | string, options: DecisionOptions): Setting[] {
  const twice = inRecipe.find((name) => options[name] !== undefined);
  if (twice) throw new NpsError('bad-option', { detail: twice });
  return [['recipe', typeof recipe === 'string' ? recipe : JSON.stringify(recipe)]];
}

function duplicateSettings({ rows, responses, respondents, files }: Partial<Recipe['duplicates']> = {}): Setting[] {
  return [
    ...setting('duplicates.rows', rows),
    ...onOff('duplicates.responses', responses),
    ...onOff('duplicates.respondents', respondents),
    ...onOff('duplicates.files', files),
  ];
}

function policySettings({ answers, unit, from, to, completeness, include }: Partial<Policy> = {}): Setting[] {
  return [
    ...setting('policy.answers', answers),
    ...setting('policy.unit', unit),
    ...setting('policy.from', from ?? undefined),
    ...setting('policy.to', to ?? undefined),
    ...setting('policy.completeness', completeness),
    ...setting('policy.include', include?.join(',')),
  ];
}

export function rejectsForm({ as = 'csv', guard = true }: RejectsOptions): Setting[] {
  return [...setting('rejects.kind', as), ...onOff('rejects.guard', guard)];
}

/** Today where this device is. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function onOff(option: string, on: boolean | undefined): Setting[] {
  if (on === undefined) return [];
  if (typeof on !== 'boolean') throw new NpsError('bad-option', { detail: option });
  return [[option, on ? 'on' : 'off']];
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
  return Object.entries(mapping).flatMap(([name, columns]: [string, ColumnRef | readonly ColumnRef[] | undefined]) => {
    const role = Object.hasOwn(roleOf, name) ? roleOf[name as keyof Mapping] : undefined;
    if (!role) throw new NpsError('bad-option', { detail: `mapping.${name}` });
    return list(columns).flatMap((column) => setting(`map.${role}`, positionOrName(column)));
  });
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
