// SPDX-License-Identifier: MIT
// Answers for a terminal, in words: single values line by line, lists as tables no wider than the screen, and how the figures were worked
// out below. What says nothing to a person stays in the JSON.

import type { Comparison, MeasureAnswer, QueryAnswer } from '../client/node.js';
import { answerWord, measureName, memberName, valueName } from '../i18n/answer-words.js';
import { cliText } from '../i18n/cli.js';
import { unavailableText } from '../i18n/explore.js';
import { formatCount, formatLevel } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { apart, isObject, isShort, isUnavailable, shown, together, type Members, type Within } from './answer-cells.js';
import { bare, groupingName, isLeftOut, kTold, nameOf, sentence, type Page } from './answer-page.js';
import { shapeOf } from './answer-shapes.js';
import { flattened, isNaming, kFirst, merged, tableText, titleText } from './answer-tables.js';
import { printable, width, wrapped } from './layout.js';

export function answerText(lang: Lang, answer: QueryAnswer, columns = 120): string[] {
  const { responses, counted, answers, groupBy } = answer;
  // So few that the answer, which may be shared, does not say how many.
  const told = (count: number | null): string => (count === null ? '–' : formatCount(lang, count));
  const counts = { count: told(responses), total: told(counted) };
  const groupings = groupBy.map(({ by, name, unit }) => ({ by, name: groupingName(lang, by, name, unit) }));
  const page = { lang, columns, names: {}, groupings };
  const lines = [cliText(lang, 'answer.responses', counts), ...answers.flatMap((one) => ['', ...measureText(page, one)])];
  return lines.map(apart);
}

export function comparisonText(lang: Lang, comparison: Comparison, columns = 120): string[] {
  const page = { lang, columns, names: {}, groupings: [] };
  const { first, second, difference, ...rest } = comparison;
  const members = { 'comparison.first': first, 'comparison.second': second };
  const sides = Object.entries(members).map(([name, figure]) => ({ name: memberName(lang, name, []), ...figure }));
  return [
    ...listText(
      page,
      'sides',
      sides.map(({ mean: _, ...side }) => side),
      ['comparison'],
      '',
    ),
    '',
    ...membersText(page, { ...(isObject(difference) && difference), ...rest }, ['comparison'], ''),
    ...notesText(page, comparison),
  ].map(apart);
}

function measureText(page: Page, { measure, unavailable, ...answer }: MeasureAnswer): string[] {
  const { lang } = page;
  const heading = measureName(lang, measure);
  const reason = unavailable ? sentence(page, unavailableText(lang, unavailable), '  ') : [];
  const { members, names } = shapeOf(measure, answer, lang);
  return [heading, ...reason, ...membersText({ ...page, names }, members, [measure], '  '), ...notesText(page, answer)];
}

/** Single values first, line by line; then lists as tables and objects under their names. */
function membersText(page: Page, members: Members, within: Within, indent: string): string[] {
  const { lang } = page;
  const { hidden, ...others } = merged(emptied(members));
  const entries = Object.entries(others).filter(
    ([name, value]) => value !== undefined && !isLeftOut(name, within) && (value !== false || kTold.has(name)),
  );
  const lines = entries.flatMap(([name, value]): [string, string][] => {
    if (!onLine(value)) return [];
    return [
      [nameOf(page, name, within), isRow(value) ? rowText(page, name, value, within) : bare(shown(lang, name, value, within))],
    ];
  });
  const told = linesText(page, lines, indent);
  const nested = entries.filter(([, value]) => !onLine(value));
  return [
    ...told,
    ...nested.flatMap(([name, value], index) => {
      const space = name === 'cells' && isTable(value) && told.length + index > 0 ? [''] : [];
      return [...space, ...nestedText(page, name, value, within, indent)];
    }),
    ...hiddenText(page, hidden, members, indent),
  ];
}

/** Without cells there is nothing but what is said of all. */
function emptied({ cells, ...members }: Members): Members {
  if (!Array.isArray(cells) || cells.length > 0) return cells === undefined ? members : { ...members, cells };
  const told = members['overall'] !== undefined || members['hidden'] !== undefined;
  return told ? members : { ...members, cells: { unavailable: { code: 'no-responses' } } };
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && (value.length > 1 || !isSingle(value));
}

/** One cell of no grouping is no table. */
function isSingle(rows: readonly unknown[]): boolean {
  const [only] = rows;
  return rows.length === 1 && isObject(only) && Array.isArray(only['values']) && only['values'].length === 0;
}

function withoutValues({ values: _, ...members }: Members): Members {
  return members;
}

/** The value stands behind its name; lists of objects are tables, and why there is none is a sentence. */
function onLine(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => !isObject(item) || typeof item['others'] === 'number') && isShort(value);
  return !isUnavailable(value) && (isShort(value) || isRow(value));
}

/** Names on the left, values on the right, which go on under themselves. */
function linesText({ columns }: Page, lines: readonly (readonly [string, string])[], indent: string): string[] {
  const names = Math.max(0, ...lines.map(([name]) => width(name)));
  const room = Math.max(24, columns - indent.length - names - 2);
  return lines.flatMap(([name, value]) =>
    wrapped(value, room).map((line, index) => {
      const front = index === 0 ? name : '';
      return `${indent}${front}${' '.repeat(names - width(front) + 2)}${line}`.trimEnd();
    }),
  );
}

/** An object of few single values stands on a line. */
function isRow(value: unknown): value is Members {
  if (!isObject(value) || Array.isArray(value) || isShort(value)) return false;
  const members = Object.values(merged(value));
  return members.length <= 4 && members.every(isShort);
}

function rowText(page: Page, name: string, value: Members, within: Within): string {
  const inner = [name, ...within];
  const told = Object.entries(merged(value)).filter(([member, one]) => one !== undefined && !isLeftOut(member, inner));
  return told
    .map(([member, one]) => together(`${nameOf(page, member, inner)} ${bare(shown(page.lang, member, one, inner))}`))
    .join(' · ');
}

function nestedText(page: Page, name: string, value: unknown, within: Within, indent: string): string[] {
  const { lang } = page;
  const inner = [name, ...within];
  const heading = `${indent}${nameOf(page, name, within)}`;
  if (name === 'caveats') return caveatsText(page, value as Members[], indent);
  const named = name === 'cells' ? '' : `${nameOf(page, name, within)}: `;
  if (isUnavailable(value)) return sentence(page, named + shown(lang, name, value, within), indent);
  if (!Array.isArray(value)) return [heading, ...membersText(page, value as Members, inner, `${indent}  `)];
  const rows = value as Members[];
  if (rows.length === 0) return [`${heading}: ${answerWord(lang, 'nothing')}`];
  const [only] = rows;
  if (only && isSingle(rows)) {
    const alone = withoutValues(only);
    if (name === 'cells') return membersText(page, alone, inner, indent);
    return [heading, ...membersText(page, alone, inner, `${indent}  `)];
  }
  return [
    ...(name === 'cells' ? [] : [heading]),
    ...listText(page, name, rows, within, name === 'cells' ? indent : `${indent}  `),
  ];
}

/** A table with a row for each object; objects that hold lists stand one below the other. */
function listText(page: Page, name: string, rows: readonly Members[], within: Within, indent: string): string[] {
  const inner = [name, ...within];
  const flat = rows.map((row) => flattened(merged(row)));
  const all = new Set(flat.flatMap((row) => Object.keys(row)));
  const names = [...kFirst.filter((member) => isNaming(member, rows) && all.delete(member)), ...all].filter(
    (member) => !isLeftOut(member, inner),
  );
  const long = names.filter((member) => !flat.every((row) => isShort(row[member])));
  if (long.length === 0) return tableText(page, names, flat, inner, indent);
  return rows.flatMap((row, index) => {
    const { values, name: called, definition, column, ...rest } = row;
    const title = titleText(page, [values, called, definition, column], inner);
    const lines = membersText(page, rest, inner, `${indent}  `);
    return [...(index === 0 ? [] : ['']), `${indent}${title || `${index + 1}`}`, ...lines];
  });
}

function hiddenText(page: Page, hidden: unknown, members: Members, indent: string): string[] {
  const { lang } = page;
  if (hidden === undefined || hidden === false) return [];
  const { minimum, groups = null, responses = null } = isObject(hidden) ? hidden : members;
  const least = typeof minimum === 'number' ? minimum : 10;
  if (typeof groups !== 'number' || typeof responses !== 'number')
    return sentence(page, t(lang, 'hidden.some', { minimum: least }), indent);
  const told = { minimum: least, responses: plural(lang, 'score.responses', responses) };
  return sentence(page, plural(lang, 'hidden.groups', groups, told), indent);
}

function caveatsText(page: Page, caveats: readonly Members[], indent: string): string[] {
  const { lang } = page;
  const told = caveats.flatMap(({ code, drivers }) => {
    const about = Array.isArray(drivers)
      ? ` (${drivers.map((one) => printable(String(one))).join(cliText(lang, 'comma'))})`
      : '';
    return sentence(page, `· ${valueName(lang, 'code', String(code)) ?? String(code)}${about}`, `${indent}  `, '  ');
  });
  return [`${indent}${nameOf(page, 'caveats', [])}`, ...told];
}

/** How intervals and p were worked out, each once. */
function notesText(page: Page, answer: Members): string[] {
  const { lang } = page;
  const intervals = new Set<string>();
  const tests = new Set<string>();
  const look = (value: unknown): void => {
    if (!isObject(value)) return;
    const { method, level, test } = value;
    if (typeof method === 'string' && typeof level === 'number') {
      const name = valueName(lang, 'method', method) ?? method;
      intervals.add(answerWord(lang, 'interval', { level: formatLevel(lang, level), method: name }));
    }
    if (typeof test === 'string') tests.add(valueName(lang, 'test', test) ?? test);
    Object.values(value).forEach(look);
  };
  look(answer);
  const notes = [
    ...intervals,
    ...(tests.size > 0 ? [answerWord(lang, 'tests', { tests: [...tests].join(cliText(lang, 'comma')) })] : []),
  ];
  return notes.flatMap((note) => sentence(page, note, '  ', '  '));
}
