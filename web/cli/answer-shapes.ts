// SPDX-License-Identifier: MIT
// Answers of some measures put in another order for people: tables in place of lists within lists. No figure is worked out here.

import { answerWord, valueName } from '../i18n/answer-words.js';
import type { Lang } from '../i18n/index.js';
import { isObject, type Members } from './answer-cells.js';

/** Members in the order in which they are shown, and names for those that the answer itself gives a name. */
export interface Shape {
  readonly members: Members;
  readonly names: Readonly<Record<string, string>>;
}

type Reshape = (answer: Members, lang: Lang) => Members | Shape;

/** The answer as it is shown. */
export function shapeOf(measure: string, answer: Members, lang: Lang): Shape {
  const shaped = shapes[measure]?.(answer, lang) ?? answer;
  return 'members' in shaped && 'names' in shaped ? (shaped as Shape) : { members: shaped, names: {} };
}

const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? (value as unknown[]).filter(isObject) : []);

const shapes: Readonly<Record<string, Reshape>> = {
  shares: ({ cells, ...rest }) => ({ ...rest, cells: listOf(cells).map(withShares) }),
  'sample-size': ({ cells, ...rest }) => {
    const rows = listOf(cells).map(
      ({ detractors: _, passives: __, promoters: ___, observed: ____, worst: _____, ...cell }) => cell,
    );
    const of = (name: string): Members[] =>
      listOf(cells).map((cell) => ({ values: cell['values'], ...(cell[name] as Members) }));
    return { ...rest, cells: rows, observed: of('observed'), worst: of('worst') };
  },
  // What the evidence says comes before the counts.
  segments: ({ cells, ...rest }) => ({
    ...rest,
    cells: listOf(cells).map(({ difference, ...cell }) => ({ difference, ...cell })),
  }),
  paired: ({ table, ...rest }) => ({ ...rest, ...(Array.isArray(table) && { table: movesOf(table as number[][]) }) }),
  trend: ({ series, ...rest }) =>
    oneSeries({ ...rest, ...(Array.isArray(series) && { series: listOf(series).map(withChanges) }) }),
  events: ({ window, series, ...rest }) =>
    oneSeries({
      ...rest,
      window: isObject(window) ? window['days'] : window,
      ...(Array.isArray(series) && { series: listOf(series).map(withPreTrend) }),
    }),
  drivers: withRatings,
  terms: withSides,
  themes: withThemes,
};

function withShares({ shares, detractors, passives, promoters, ...cell }: Members): Members {
  if (!isObject(shares)) return { ...cell, detractors, passives, promoters };
  const of = (name: string, count: unknown): Members => ({ ...(shares[name] as Members), count });
  const groups = {
    detractors: of('detractors', detractors),
    passives: of('passives', passives),
    promoters: of('promoters', promoters),
  };
  return { ...cell, ...groups };
}

function movesOf(table: readonly (readonly number[])[]): Members[] {
  const groups = ['detractor', 'passive', 'promoter'];
  return table.map(([detractors, passives, promoters], index) => ({ group: groups[index], detractors, passives, promoters }));
}

function withChanges({ changePoints, ...series }: Members): Members {
  const changes = isObject(changePoints) ? (changePoints['changes'] ?? changePoints) : undefined;
  return { ...series, ...(changes !== undefined && { changePoints: changes }) };
}

/** What was going on before an event, beside its difference. */
function withPreTrend({ events, ...series }: Members): Members {
  const rows = listOf(events).map(({ preTrend, difference, unavailable, ...others }) => {
    const event = {
      ...(difference !== undefined && { difference }),
      ...(unavailable !== undefined && { unavailable }),
      ...others,
    };
    if (!isObject(preTrend)) return event;
    const { found, expected, ...line } = preTrend;
    return {
      ...event,
      found,
      ...(line['slope'] !== undefined && { preTrend: line }),
      ...(expected !== undefined && { trendExpected: expected }),
    };
  });
  return { ...series, events: rows };
}

/** What is said of all responses together needs no heading. */
function oneSeries({ series, ...rest }: Members): Members {
  if (!Array.isArray(series)) return rest;
  const [only, another] = listOf(series);
  if (!only || another || only['values'] !== undefined) return { ...rest, series };
  return { ...rest, ...only };
}

/** The ratings of all aspects in one table, and the NPS by rating in the next. */
function withRatings({ drivers, promoters, caveats, ...rest }: Members, lang: Lang): Shape {
  const bands = (one: Members): Members =>
    Object.fromEntries(listOf(one['byBand']).map(({ band, ...figure }) => [`band-${String(band)}`, figure]));
  const rows = listOf(drivers).map(({ byBand: _, scale, bands: limits, hidden: __, ...row }) => ({
    ...row,
    ...(isObject(scale) && { scale: `${String(scale['least'])} – ${String(scale['greatest'])}` }),
    ...(isObject(limits) && { bands: `≤ ${String(limits['lowMost'])}, ≥ ${String(limits['highLeast'])}` }),
  }));
  const byBand = listOf(drivers).map((one) => ({ name: one['name'], ...bands(one) }));
  const members = {
    ...(drivers !== undefined && { drivers: rows, byBand }),
    ...rest,
    ...(promoters !== undefined && { promotersLogit: promoters }),
    ...(caveats !== undefined && { caveats }),
  };
  const nameOf = (band: string): string => valueName(lang, 'band', band) ?? band;
  return {
    members,
    names: Object.fromEntries(['low', 'middle', 'high', 'missing'].map((band) => [`band-${band}`, nameOf(band)])),
  };
}

/** Both sides have the names that the answer gives them. */
function withSides({ of, first, second, comments, basis: _, prior: __, ...rest }: Members, lang: Lang): Members | Shape {
  if (!isObject(of)) return { ...rest, ...(comments !== undefined && { comments }) };
  const nameOf = (side: string): string => valueName(lang, side, String(of[side])) ?? String(of[side]);
  const rows = (list: unknown): Members[] =>
    listOf(list).map(({ text, first: one, second: two, share, z, evidence }) => ({
      text,
      ...{ 'side-first': one, 'side-second': two, share, z },
      ...(evidence !== undefined && { evidence: listOf(evidence).slice(0, 1) }),
    }));
  const counts = isObject(comments) ? comments : {};
  return {
    members: {
      'comments-first': counts['first'],
      'comments-second': counts['second'],
      ...rest,
      'list-first': rows(first),
      'list-second': rows(second),
    },
    names: Object.fromEntries(
      ['first', 'second'].flatMap((side) => [
        [`side-${side}`, nameOf(side)],
        [`comments-${side}`, answerWord(lang, 'comments-of', { name: nameOf(side) })],
        [`list-${side}`, answerWord(lang, 'more-of', { name: nameOf(side) })],
      ]),
    ),
  };
}

/** A row for each theme of each group. */
function withThemes({ themes, cells, ...rest }: Members, lang: Lang): Members {
  const names = listOf(themes);
  const unknown = names.filter(({ unknown: words }) => Array.isArray(words) && words.length > 0);
  const rows = listOf(cells).flatMap(({ values, themes: told }) =>
    listOf(told).map(({ hidden, ...one }, index) => ({
      values,
      theme: names[index]?.['name'],
      ...one,
      ...(hidden === true && { share: answerWord(lang, 'theme-hidden') }),
    })),
  );
  return {
    ...rest,
    cells: rows,
    ...(unknown.length > 0 && { unknown: unknown.map(({ name, unknown: words }) => ({ theme: name, unknown: words })) }),
  };
}
