// SPDX-License-Identifier: MIT
// What every part of an answer's text is written with: the language, the screen, names of members and of groups, and which members are
// left to the JSON.

import { memberName, valueName } from '../i18n/answer-words.js';
import { t, type Lang } from '../i18n/index.js';
import { shown, timeText, type Within } from './answer-cells.js';
import { printable, wrapped } from './layout.js';

/** Members for machines, `outer.member` inside of another one only: places in files, parts of formulas, and what is said otherwise. */
const kLeftOut = new Set(
  [
    'test histogram highlights position file offset firstMonth measure method level code s knownError sigmaZ line correlations intercept',
    'logLikelihood nullLogLikelihood modelError thresholds basis prior delta changePoints.penalty mannKendall.variance hidden',
    'buckets.firstDay buckets.lastDay buckets.mean goals.mean segments.mean likelihoodRatio evidence.record example.column example.record comments.column drivers.missing',
  ].flatMap((names) => names.split(' ')),
);

/** The member is for machines. */
export function isLeftOut(name: string, within: Within): boolean {
  return kLeftOut.has(name) || within.some((outer) => kLeftOut.has(`${outer}.${name}`));
}

/** What an answer is written with. */
export interface Page {
  readonly lang: Lang;
  /** Of the screen. */
  readonly columns: number;
  /** Names of members that the answer itself gives a name. */
  readonly names: Readonly<Record<string, string>>;
  /** What each grouping is, by its place. */
  readonly groupings: readonly { readonly name: string; readonly by: string }[];
}

export function groupingName(lang: Lang, by: string, name = '', unit = 'month'): string {
  if (by === 'column') return printable(name);
  if (by === 'time') return capital(valueName(lang, 'unit', unit) ?? unit);
  return t(lang, by === 'file' ? 'groups.file' : 'groups.group');
}

/** A value of a grouping: times and groups in words. */
export function valueText({ lang, groupings }: Page, value: unknown, place: number): string {
  const by = groupings[place]?.by;
  if (value === null) return t(lang, by === 'time' ? 'groups.no-date' : 'groups.no-value');
  if (typeof value !== 'string') return shown(lang, 'values', value, []);
  if (by === 'time') return timeText(lang, value);
  return (by === 'group' ? valueName(lang, 'group', value) : undefined) ?? printable(value);
}

export function nameOf({ lang, names }: Page, name: string, within: Within): string {
  return names[name] ?? capital(memberName(lang, name, within) ?? name);
}

/** As the beginning of a line; p and z stay. */
function capital(text: string): string {
  return /^\p{Ll}{2}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

export function sentence({ columns }: Page, text: string, indent: string, hanging = ''): string[] {
  return wrapped(text, columns - indent.length - hanging.length).map(
    (line, index) => indent + (index === 0 ? '' : hanging) + line,
  );
}

/** That these are not so is said too. */
export const kTold = new Set(['significant', 'certain', 'masked']);

/** Behind its own name a p needs none. */
export function bare(text: string): string {
  return text.replace(/^p (?:= )?(?=[<\d])/, '');
}
