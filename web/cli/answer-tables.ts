// SPDX-License-Identifier: MIT
// Lists of an answer as tables: groupings and names in front, a figure with its interval in one cell, and three counts in one where the
// screen is narrow.

import { formatCount } from '../i18n/format.js';
import type { Lang } from '../i18n/index.js';
import { isGap, isInterval, isObject, isShort, shown, type Members, type Within } from './answer-cells.js';
import { bare, kTold, nameOf, valueText, type Page } from './answer-page.js';
import { fitted, isWithin, width, type Sheet } from './layout.js';

/** Members that name a row, and what is said of it before all else. */
export const kFirst =
  'values label day from to name definition value text group theme language between nps rank status target gap'.split(' ');

/** The figure and its interval are one value. */
export function merged(members: Members): Members {
  const { nps, interval, points, p, adjustedP, ...rest } = members;
  if (typeof points === 'number' && interval !== undefined) return { difference: { points, interval, p, adjustedP }, ...rest };
  if (typeof nps !== 'number' || !isInterval(interval)) return members;
  return { nps: { nps, interval, responses: null }, ...rest, ...(p !== undefined && { p }) };
}

export function titleText(page: Page, [values, ...names]: readonly unknown[], within: Within): string {
  if (Array.isArray(values)) return values.map((value, index) => valueText(page, value, index)).join(' · ');
  return names
    .filter((one) => one !== undefined)
    .map((one) => shown(page.lang, 'definition', one, within))
    .join(' · ');
}

/** The values of a grouping name a row; how many values there are does not. */
export function isNaming(member: string, rows: readonly Members[]): boolean {
  return member !== 'values' || rows.some(({ values }) => Array.isArray(values));
}

/** p stands in a column of its own, and members of small objects do. */
export function flattened(row: Members): Members {
  const cells = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (isGap(value)) {
      const { points, interval, p, adjustedP } = value;
      return [[name, { points, interval }], ...Object.entries({ p, adjustedP }).filter(([, one]) => one !== undefined)];
    }
    if (!isObject(value) || Array.isArray(value) || isShort(value)) return [[name, value]];
    if (name === 'shares') return Object.entries(value).map(([group, share]) => [group, { share }]);
    const members = Object.entries(merged(value));
    return members.every(([, one]) => isShort(one)) ? members.filter(([member]) => !(member in row)) : [[name, value]];
  });
  return Object.fromEntries(cells);
}

export function tableText(
  page: Page,
  names: readonly string[],
  rows: readonly Members[],
  within: Within,
  indent: string,
): string[] {
  const sheet = sheetOf(page, names, rows, within);
  const room = page.columns - indent.length;
  if (isWithin(sheet, room) || !kGroups.every((name) => rows.some((row) => typeof row[name] === 'number')))
    return fitted(sheet, page.columns, indent);
  const heading = kGroups.map((name) => nameOf(page, name, within)).join(' · ');
  const fewer = names.flatMap((name) => (name === 'detractors' ? ['counts'] : kGroups.includes(name) ? [] : [name]));
  const named = { ...page, names: { ...page.names, counts: heading } };
  const counted = sheetOf(named, fewer, withCounts(page.lang, rows), within);
  const meanless = sheetOf(
    named,
    fewer.filter((name) => name !== 'mean'),
    withCounts(page.lang, rows),
    within,
  );
  // The mean is what a person misses least.
  return fitted(!isWithin(counted, room) && isWithin(meanless, room) ? meanless : counted, page.columns, indent);
}

const kGroups = ['detractors', 'passives', 'promoters'];

/** The three counts in one cell, under each other from row to row. */
function withCounts(lang: Lang, rows: readonly Members[]): Members[] {
  const texts = rows.map((row) => kGroups.map((name) => (typeof row[name] === 'number' ? formatCount(lang, row[name]) : '')));
  const widths = kGroups.map((_, at) => Math.max(...texts.map((counts) => width(counts[at] ?? ''))));
  return rows.map((row, index) => {
    const counts = (texts[index] ?? []).map((text, at) => text.padStart(widths[at] ?? 0));
    return { ...row, counts: counts.every((text) => text.trim() === '') ? undefined : counts.join(' · ') };
  });
}

function sheetOf(page: Page, names: readonly string[], rows: readonly Members[], within: Within): Sheet {
  const { lang, groupings } = page;
  const told = names.filter((name) => rows.some((row) => says(row[name])));
  const front = told.includes('values') && groupings.length > 0 ? frontOf(rows) : [];
  const others = told.filter((name) => name !== 'values' || front.length === 0);
  const isNumber = (name: string): boolean =>
    name === 'counts' ||
    (rows.every((row) => isNumeric(row[name])) && rows.some((row) => row[name] !== undefined && row[name] !== null));
  const cells = rows.map((row) => [
    ...front.map((place) => valueText(page, (row['values'] as unknown[] | undefined)?.[place], place)),
    ...others.map((name) =>
      says(row[name]) || kTold.has(name) || row[name] === null ? bare(shown(lang, name, row[name], within)) : '',
    ),
  ]);
  const heading = [
    ...front.map((place) => groupings[groupings.length - front.length + place]?.name ?? ''),
    ...others.map((name) => nameOf(page, name, within)),
  ];
  const align = [
    ...front.map(() => 'left' as const),
    ...others.map((name) => (isNumber(name) ? ('right' as const) : ('left' as const))),
  ];
  const brief = [...front.map(() => false), ...others.map((name) => name === 'evidence')];
  const leading = others[0] === 'day' && others[1] === 'name' ? 2 : 1;
  return { heading, rows: cells, align, brief, names: front.length || leading };
}

/** A column of which every cell is empty or "no" says nothing. */
function says(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

function isNumeric(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'number';
}

/** Places of the groupings in `values`. */
function frontOf(rows: readonly Members[]): number[] {
  const most = Math.max(...rows.map((row) => (Array.isArray(row['values']) ? row['values'].length : 0)));
  return Array.from({ length: most }, (_, index) => index);
}
