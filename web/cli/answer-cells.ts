// SPDX-License-Identifier: MIT
// Single values of answers as a terminal shows them: which members are points, shares, p or days, and the texts of figures and intervals
// that fill one cell of a table.

import { pText, unavailableText } from '../i18n/explore.js';
import { answerWord, valueName } from '../i18n/answer-words.js';
import {
  formatChange,
  formatCoefficient,
  formatCount,
  formatDay,
  formatLevel,
  formatMean,
  formatMonth,
  formatNps,
  formatPoints,
  formatShare,
} from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { printable } from './layout.js';

export type Members = Readonly<Record<string, unknown>>;

/** Where a member stands: the members around it from the nearest on, the measure last. */
export type Within = readonly string[];

type Format = (lang: Lang, value: number) => string;

const level: Format = (lang, value) => `${formatLevel(lang, value)}%`;

/** Whole numbers are counts and others coefficients, except for these; `outer.member` inside of another one only. */
const formats: readonly (readonly [Format, string])[] = [
  [formatNps, 'nps points gap mix rate pooled expected centre trendExpected goals.target threshold change low high'],
  [formatChange, 'slope.slope sen.slope preTrend.slope'],
  [formatPoints, 'margin sample-size.difference detectable standardError probability.deviation control.deviation'],
  [formatShare, 'share probability strata.target johnson johnsonShare lmg lmgShare alone added rSquared highShare'],
  [formatShare, 'middleHighShare middleImportance points.importance shares.detractors shares.passives shares.promoters'],
  [level, 'level power'],
  [pText, 'p adjustedP pAdjusted asymmetryP'],
  [formatMean, 'mean'],
  [
    formatCoefficient,
    'q tau z variance designEffect inflation kendall spearman pearson ratio estimate error weights.least weights.largest',
  ],
  [formatCoefficient, 'proportionality.difference contrasts.standardError penalty.standardError reward.standardError'],
];

const formatOf = new Map(formats.flatMap(([format, names]) => names.split(' ').map((name) => [name, format] as const)));

/** Members whose texts are places in time. */
const times = new Set(['label', 'from', 'to', 'between', 'earliest', 'latest', 'out', 'day', 'firstDay', 'lastDay']);

/** A value without members of its own, or one that has a way of writing. */
export function shown(lang: Lang, name: string, value: unknown, within: Within): string {
  if (value === undefined) return '';
  if (value === null && name === 'language') return t(lang, 'comments.unknown-language');
  if (value === null) return name === 'values' || name === 'unmatched' || name === 'value' ? t(lang, 'groups.no-value') : '–';
  if (typeof value === 'boolean') return answerWord(lang, value ? 'yes' : 'no');
  if (typeof value === 'number') return numberText(lang, name, value, within);
  if (typeof value === 'string') return wordText(lang, name, value);
  if (Array.isArray(value))
    return value.map((item) => shown(lang, name, item, within)).join(' · ') || answerWord(lang, 'nothing');
  return objectText(lang, name, value as Members, within);
}

function numberText(lang: Lang, name: string, value: number, within: Within): string {
  const place = within.find((outer) => formatOf.has(`${outer}.${name}`));
  const format = formatOf.get(place === undefined ? name : `${place}.${name}`);
  if (format) return format(lang, value);
  return Number.isInteger(value) ? formatCount(lang, value) : formatCoefficient(lang, value);
}

function wordText(lang: Lang, name: string, value: string): string {
  if (times.has(name)) return timeText(lang, value);
  if (name === 'language' || name === 'languages') return languageText(lang, value);
  return valueName(lang, name, value) ?? printable(value);
}

/** `de` in words. */
function languageText(lang: Lang, code: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return printable(code);
  return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code;
}

/** A day or a month as the language writes it; weeks, quarters and years stand as they are. */
export function timeText(lang: Lang, label: string): string {
  return printable(formatDay(lang, formatMonth(lang, label, 'short')));
}

/** Objects that a cell has room for. */
const writers: readonly (readonly [(value: Members) => boolean, (lang: Lang, value: Members, within: Within) => string])[] = [
  [isUnavailable, (lang, value) => unavailableText(lang, value['unavailable'] as { code: string })],
  [isReason, (lang, value) => unavailableText(lang, { code: String(value['code']) })],
  [isInterval, (lang, value) => limits(lang, value, formatPoints)],
  [({ others }) => typeof others === 'number', (lang, { others }) => plural(lang, 'filter.others-together', others as number)],
  [({ text, file }) => typeof text === 'string' && file !== undefined, (_, { text }) => printable(text as string)],
  [
    (value) => typeof value['share'] === 'number' && Object.keys(value).length === 1,
    (lang, { share }) => formatShare(lang, share as number),
  ],
  [({ share, low }) => typeof share === 'number' && low !== undefined, shareText],
  [isFigure, figureText],
  // A stretch of days without responses, or with too few to share.
  [
    ({ from, to, nps, responses }) => from !== undefined && to !== undefined && nps === undefined && responses !== undefined,
    emptyText,
  ],
  [({ points, interval }) => typeof points === 'number' && interval !== undefined, gapText],
  [
    ({ ratio, interval }) => typeof ratio === 'number' && interval !== undefined,
    (lang, { ratio, interval }) =>
      `${formatCoefficient(lang, ratio as number)} ${limits(lang, interval as Members, formatCoefficient)}`,
  ],
  [
    ({ estimate, standardError }) => typeof estimate === 'number' && standardError !== undefined,
    (lang, { estimate, standardError }) =>
      `${formatCoefficient(lang, estimate as number)} (${formatCoefficient(lang, standardError as number)})`,
  ],
  [
    (value) => typeof value['day'] === 'string' && typeof value['name'] === 'string' && Object.keys(value).length === 2,
    (lang, { day, name }) => `${printable(name as string)} (${timeText(lang, day as string)})`,
  ],
  [({ likelihoodRatio }) => likelihoodRatio !== undefined, slopeText],
  [({ slope, interval, buckets }) => typeof slope === 'number' && isInterval(interval) && buckets === undefined, slopeText],
  [({ role }) => typeof role === 'string', (lang, { role }) => valueName(lang, 'role', role as string) ?? (role as string)],
];

function objectText(lang: Lang, name: string, value: Members, within: Within): string {
  const writer = writers.find(([fits]) => fits(value));
  if (writer) return writer[1](lang, value, [name, ...within]);
  return printable(JSON.stringify(value));
}

/** The value fills a cell: it has no members, or a way of writing them. */
export function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 12 && value.every((item) => !Array.isArray(item) && isShort(item));
  if (!isObject(value)) return true;
  return writers.some(([fits]) => fits(value)) && !('buckets' in value) && !('shares' in value);
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

export function isUnavailable(value: unknown): value is Members {
  return isObject(value) && isObject(value['unavailable']) && Object.keys(value).length === 1;
}

/** Why something is left out. */
function isReason(value: Members): boolean {
  return typeof value['code'] === 'string' && Object.keys(value).length === 1;
}

export function isInterval(value: unknown): value is Members {
  return (
    isObject(value) &&
    typeof value['low'] === 'number' &&
    typeof value['high'] === 'number' &&
    !('share' in value) &&
    !('nps' in value)
  );
}

/** A difference with its interval, and perhaps p. */
export function isGap(value: unknown): value is Members {
  return isObject(value) && typeof value['points'] === 'number' && value['interval'] !== undefined;
}

const kTogether = '\u00a0';

/** Where a short text breaks is never inside of it. */
export function together(text: string): string {
  return text.length < 40 ? text.replaceAll(' ', kTogether) : text;
}

/** Blanks as they are printed. */
export function apart(line: string): string {
  return line.replaceAll(kTogether, ' ');
}

function limits(lang: Lang, { low, high }: Members, format: Format): string {
  return together(`[${format(lang, low as number)}, ${format(lang, high as number)}]`);
}

function shareText(lang: Lang, { share, count, ...rest }: Members): string {
  const responses = typeof count === 'number' ? `, ${countText(lang, count)}` : '';
  return `${formatShare(lang, share as number)} ${limits(lang, rest, formatShare)}${responses}`;
}

/** With a target it is more than a figure. */
function isFigure({ nps, responses, status }: Members): boolean {
  return typeof nps === 'number' && responses !== undefined && status === undefined;
}

function emptyText(lang: Lang, { responses }: Members): string {
  return typeof responses === 'number' ? countText(lang, responses) : '–';
}

/** The figure with its interval: `+12.4 [−3.0, +27.8], n = 130`. */
function figureText(lang: Lang, { nps, interval, responses }: Members): string {
  const between = isInterval(interval) ? ` ${limits(lang, interval, formatPoints)}` : '';
  const count = typeof responses === 'number' ? `, ${countText(lang, responses)}` : '';
  return formatNps(lang, nps as number) + between + count;
}

function gapText(lang: Lang, { points, interval, p, adjustedP }: Members): string {
  const between = isInterval(interval) ? ` ${limits(lang, interval, formatPoints)}` : '';
  const chance = typeof p === 'number' ? `, ${together(pText(lang, p))}` : '';
  const adjusted = typeof adjustedP === 'number' ? `, ${t(lang, 'stat.p-adjusted', { p: pText(lang, adjustedP) })}` : '';
  return formatNps(lang, points as number) + between + chance + adjusted;
}

/** A slope, or how much one is larger in another group. */
function slopeText(lang: Lang, { slope, difference, interval, p }: Members): string {
  const between = isInterval(interval) ? ` ${limits(lang, interval, formatPoints)}` : '';
  const value = typeof slope === 'number' ? formatChange(lang, slope) : formatCoefficient(lang, difference as number);
  return value + between + (typeof p === 'number' ? `, ${together(pText(lang, p))}` : '');
}

function countText(lang: Lang, count: number): string {
  return together(t(lang, 'heat.responses', { count: formatCount(lang, count) }));
}
