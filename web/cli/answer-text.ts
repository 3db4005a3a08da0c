// SPDX-License-Identifier: MIT
// Answers for a terminal: figures by group as a table, everything else as the answer names it, one line or one table for each member.

import type { Comparison, MeasureAnswer, QueryAnswer } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { formatCount } from '../i18n/format.js';
import type { Lang } from '../i18n/index.js';
import { unavailableText } from '../i18n/explore.js';
import { printable, shortened, table } from './layout.js';

type Members = Readonly<Record<string, unknown>>;

/** Too long for a table, and in the JSON. */
const kLeftOut = new Set(['histogram', 'highlights']);

/** No cell of a table is wider. */
const kWidest = 60;

export function answerText(lang: Lang, answer: QueryAnswer): string[] {
  const { responses, counted, answers } = answer;
  // So few that the answer, which may be shared, does not say how many.
  const told = (count: number | null): string => (count === null ? '–' : formatCount(lang, count));
  const counts = { count: told(responses), total: told(counted) };
  return [cliText(lang, 'answer.responses', counts), ...answers.flatMap((one) => ['', ...measureText(lang, one)])];
}

export function comparisonText(lang: Lang, comparison: Comparison): string[] {
  return membersText(lang, comparison, '');
}

function measureText(lang: Lang, { measure, unavailable, ...members }: MeasureAnswer): string[] {
  if (unavailable) return [measure, `  ${unavailableText(lang, unavailable)}`];
  return [measure, ...membersText(lang, members, '  ')];
}

/** Scalars first, line by line; then lists as tables and objects under their names. */
function membersText(lang: Lang, members: Members, indent: string): string[] {
  const entries = Object.entries(members);
  const plain = entries.filter(([, value]) => isShort(value)).map(([name, value]) => [name, shown(lang, value)]);
  return [
    ...table(plain, ['left', 'left'], indent),
    ...entries.filter(([, value]) => !isShort(value)).flatMap(([name, value]) => nestedText(lang, name, value, indent)),
  ];
}

function nestedText(lang: Lang, name: string, value: unknown, indent: string): string[] {
  if (isShort(value)) return [`${indent}${name}  ${shown(lang, value)}`];
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const members = value as Members;
    if ('unavailable' in members)
      return [`${indent}${name}: ${unavailableText(lang, members['unavailable'] as { code: string })}`];
    return [`${indent}${name}`, ...membersText(lang, members, inner)];
  }
  return [`${indent}${name}`, ...listText(lang, value as Members[], inner)];
}

/** A table with one row for each object; objects that hold lists stand one below the other. */
function listText(lang: Lang, rows: readonly Members[], indent: string): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !kLeftOut.has(name));
  const short = names.filter((name) => rows.every((row) => fits(row[name])));
  if (short.length === names.length) return tableText(lang, names, rows, indent);
  return rows.flatMap((row) => [
    ...tableText(lang, short, [row], indent),
    ...names
      .filter((name) => !short.includes(name) && row[name] !== undefined)
      .flatMap((name) => nestedText(lang, name, row[name], `${indent}  `)),
  ]);
}

function tableText(lang: Lang, names: readonly string[], rows: readonly Members[], indent: string): string[] {
  if (names.length === 0) return [];
  const numeric = (name: string): boolean =>
    rows.every((row) => row[name] === undefined || row[name] === null || typeof row[name] === 'number');
  const cells = rows.map((row) => names.map((name) => shortened(shown(lang, row[name]), kWidest)));
  const align = names.map((name) => (numeric(name) ? 'right' : 'left'));
  return table([names.map((name) => (name === 'values' ? '' : name)), ...cells], align, indent);
}

function isInterval(value: unknown): value is { low: number; high: number } {
  return typeof value === 'object' && value !== null && 'low' in value && 'high' in value;
}

/** What a line or a cell of a table has room for: scalars, intervals, and lists of few scalars. */
function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !isObject(item) || isOthers(item)) && value.length <= 11;
  return !isObject(value) || isInterval(value);
}

/** Values of a grouping that stand together. */
function isOthers(value: unknown): value is { others: number } {
  return isObject(value) && typeof value['others'] === 'number';
}

interface Figure {
  readonly responses: number;
  readonly nps: number;
  readonly interval?: { low: number; high: number };
}

function isFigure(value: unknown): value is Figure {
  return isObject(value) && typeof value['nps'] === 'number' && typeof value['responses'] === 'number';
}

interface Gap {
  readonly points: number;
  readonly interval: { low: number; high: number };
  readonly p?: number;
}

function isGap(value: unknown): value is Gap {
  return isObject(value) && typeof value['points'] === 'number' && isInterval(value['interval']);
}

/** In a row of a table a figure and a difference are one cell each. */
function fits(value: unknown): boolean {
  return isShort(value) || isFigure(value) || isGap(value);
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function shown(lang: Lang, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return cliText(lang, 'by.none');
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return value.map((item) => shown(lang, item)).join(' · ');
  if (isInterval(value)) return `[${numberText(value.low)}, ${numberText(value.high)}]`;
  if (isFigure(value))
    return [numberText(value.nps), shown(lang, value.interval), `n=${numberText(value.responses)}`].filter(Boolean).join(' ');
  if (isGap(value)) {
    const p = value.p === undefined ? '' : ` p=${numberText(value.p)}`;
    return `${numberText(value.points)} ${shown(lang, value.interval)}${p}`;
  }
  if (isOthers(value)) return `+${value.others}`;
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Points with one decimal, shares and p with three digits that say something. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 1) return value.toFixed(1);
  return Math.abs(value) < 0.001 ? value.toExponential(1) : value.toFixed(3);
}
