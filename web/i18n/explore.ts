// SPDX-License-Identifier: MIT
// From questions and answers to words: conditions of a filter, values of groups, p, and why there is no figure. For the page and the
// command line alike; unknown codes, from a later version, show as themselves rather than as nothing.
import type { CellValue, QueryCondition, Unavailable } from '../client/query.js';
import type { Interval, NpsSummary } from '../client/report.js';
import type { Attribute } from '../files/attributes.js';
import { formatCount, formatDay, formatLevel, formatMonth, formatNps, formatPoints } from './format.js';
import { isKey, plural, t, type Lang } from './index.js';

/** Values of a condition that are named before the others are only counted. */
const kNamedValues = 3;

/** Why a figure can not be had. */
export function unavailableText(lang: Lang, { code, detail }: Unavailable): string {
  const key = `unavailable.${code}`;
  if (isKey(key)) return t(lang, key);
  return detail ? `${code} (${detail})` : code;
}

/** A p: `p = 0.012`, `p < 0.001`; never 0. */
export function pText(lang: Lang, p: number): string {
  const digits = p < 0.1 ? 3 : 2;
  const least = 0.001;
  if (p < least) return t(lang, 'stat.p-below', { p: decimal(lang, least, 3) });
  return t(lang, 'stat.p', { p: decimal(lang, p, digits) });
}

function decimal(lang: Lang, value: number, digits: number): string {
  return new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** How a p was worked out. */
export function testName(lang: Lang, test: string): string {
  const key = `stat.test.${test}`;
  return isKey(key) ? t(lang, key) : test;
}

/** The limits of an interval as they stand beside a figure: `28.7 – 43.9`. */
export function limitsText(lang: Lang, { low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${formatPoints(lang, low)} – ${formatPoints(lang, high)}`;
}

/** A figure in one breath: its nps, interval and responses. */
export function figureText(lang: Lang, { nps, interval, responses }: NpsSummary): string {
  return t(lang, 'heat.cell', {
    nps: formatNps(lang, nps),
    level: formatLevel(lang, interval.level),
    low: formatPoints(lang, interval.low),
    high: formatPoints(lang, interval.high),
    responses: plural(lang, 'score.responses', responses),
  });
}

/** What an attribute is called. */
export function attributeName(lang: Lang, { id, name }: Pick<Attribute, 'id' | 'name'>): string {
  if (id === 'month' || id === 'file') return t(lang, id === 'file' ? 'groups.file' : 'groups.month');
  return name || t(lang, 'mapping.unnamed', { position: id.replace(/^column:#/, '') });
}

/** A heading for the figures by an attribute. */
export function byText(lang: Lang, attribute: Pick<Attribute, 'id' | 'name'>): string {
  if (attribute.id === 'month' || attribute.id === 'file') return t(lang, `groups.by-${attribute.id}`);
  return t(lang, 'groups.by-column', { name: apart(attributeName(lang, attribute)) });
}

/** A value of an attribute. */
export function valueText(lang: Lang, value: CellValue, { id }: Pick<Attribute, 'id'>): string {
  if (value === null) return t(lang, id === 'month' ? 'groups.no-date' : 'groups.no-value');
  if (typeof value !== 'string') return plural(lang, 'filter.others-together', value.others);
  return id === 'month' ? formatMonth(lang, value) : value;
}

/** A condition as a person reads it: `Region: EMEA, APAC`. `names` are those of columns, by how questions name them. */
export function conditionText(lang: Lang, condition: QueryCondition, names: ReadonlyMap<string, string> = new Map()): string {
  if ('group' in condition) {
    const groups = condition.group.map((group) => t(lang, `group.${group}s`));
    return is(lang, t(lang, 'filter.group'), groups, condition.not);
  }
  if ('score' in condition) return is(lang, t(lang, 'filter.score'), [rangeText(lang, condition.score)], condition.not);
  if ('role' in condition && condition.role === 'date' && !('missing' in condition)) {
    const { from, to } = condition as { from?: string; to?: string };
    return is(lang, t(lang, 'filter.date'), [daysText(lang, from, to)], condition.not);
  }
  const name = nameOf(lang, condition, names);
  if ('contains' in condition)
    return t(lang, condition.not ? 'filter.has-not' : 'filter.has', { name, text: apart(condition.contains) });
  if ('missing' in condition)
    return t(lang, 'filter.is', { name, values: t(lang, condition.not ? 'filter.any-value' : 'filter.no-value') });
  if ('equals' in condition) return is(lang, name, [apart(condition.equals)], condition.not);
  if ('in' in condition) return is(lang, name, condition.in.map(apart), condition.not);
  return is(lang, name, [rangeText(lang, condition as { from?: number; to?: number })], condition.not);
}

function nameOf(lang: Lang, where: QueryCondition, names: ReadonlyMap<string, string>): string {
  if ('column' in where) {
    const known = names.get(where.column) ?? where.column;
    return known === '' ? t(lang, 'mapping.unnamed', { position: where.column.replace(/^#/, '') }) : apart(known);
  }
  const key = 'role' in where ? `role.${where.role}` : '';
  return isKey(key) ? t(lang, key) : key;
}

function is(lang: Lang, name: string, texts: readonly string[], not = false): string {
  const named = texts.slice(0, kNamedValues).join(t(lang, 'filter.joint'));
  const rest = texts.length - kNamedValues;
  const values = rest > 0 ? t(lang, 'filter.more', { values: named, count: rest }) : named;
  return t(lang, not ? 'filter.is-not' : 'filter.is', { name, values });
}

function rangeText(lang: Lang, { from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from !== undefined && to !== undefined) {
    return from === to ? formatCount(lang, from) : t(lang, 'filter.range', { from, to });
  }
  return from === undefined ? t(lang, 'filter.at-most', { to: to ?? '' }) : t(lang, 'filter.at-least', { from });
}

/** A period: `1 Jan 2025 to 31 Mar 2025`. */
export function daysText(lang: Lang, from: string | undefined, to: string | undefined): string {
  const days = { from: formatDay(lang, from ?? ''), to: formatDay(lang, to ?? '') };
  if (from && to) return t(lang, 'policy.from-to', days);
  return from ? t(lang, 'policy.since', days) : t(lang, 'policy.until', days);
}

/** Text of the files inside a sentence of ours: its direction of writing is its own. */
function apart(text: string): string {
  return `\u2068${text}\u2069`;
}
