// SPDX-License-Identifier: MIT
// A question as it is typed: conditions, groupings and measures become a `Query`. What stands for itself goes on as typed; the engine
// knows what is valid.

import type { Query, QueryCondition, QueryGrouping, QueryMeasure } from '../client/node.js';
import { eventsIn, isDay, type MarkedEvent } from '../files/event-list.js';
import { cliText } from '../i18n/cli.js';
import { roles } from '../i18n/codes.js';
import { plural, type Lang } from '../i18n/index.js';
import { parsed, textIn } from './given.js';
import { Usage } from './usage.js';

/** The words of the command line that make up a question. */
export interface QuestionWords {
  readonly query?: string | undefined;
  readonly where?: readonly string[] | undefined;
  readonly with?: readonly string[] | undefined;
  readonly by?: readonly string[] | undefined;
  readonly measure?: readonly string[] | undefined;
  readonly share?: string | undefined;
  readonly events?: string | undefined;
  readonly level?: string | undefined;
  readonly method?: string | undefined;
  readonly policy?: string | undefined;
}

/**
 * `--query` (JSON, or the path of a file with it) and whatever stands beside it; `say` hears what of `--events` is no event. Throws `Usage`
 * and `NpsError`.
 */
export async function questionOf(words: QuestionWords, lang: Lang, say: (said: string) => void = () => {}): Promise<Query> {
  const { where, with: others, by, measure, share } = words;
  const written = words.query === undefined ? {} : await writtenQuery(words.query, lang);
  const query = {
    measures: ['nps' as const],
    ...written,
    ...(where && { filter: where.map((condition) => conditionOf(condition, lang)) }),
    ...(others && { with: { filter: others.map((condition) => conditionOf(condition, lang)) } }),
    ...(by && { groupBy: by.map(groupingOf) }),
    ...(measure && { measures: measure.map((one) => measureOf(one, lang)) }),
    ...(share !== undefined && { share: { minimum: Number(share) } }),
  };
  return words.events === undefined ? query : withEvents(query, await eventsOf(words.events, lang, say));
}

/** The measure `events` about these: what the question has of it gets them, else it is one more. */
function withEvents(query: Query, events: readonly MarkedEvent[]): Query {
  const { measures } = query;
  const isEvents = (one: QueryMeasure): boolean => (typeof one === 'string' ? one : one.measure) === 'events';
  if (!measures.some(isEvents)) return { ...query, measures: [...measures, { measure: 'events', events }] };
  const filled = measures.map((one) => {
    if (!isEvents(one)) return one;
    return typeof one === 'string' ? ({ measure: 'events', events } as const) : { ...one, events };
  });
  return { ...query, measures: filled };
}

/** The events of a CSV or of a JSON list. Throws `Usage` when there are none, and `NpsError` when there is no file. */
async function eventsOf(path: string, lang: Lang, say: (said: string) => void): Promise<readonly MarkedEvent[]> {
  const text = await textIn(path);
  if (/^\s*[[{]/.test(text)) {
    const list = parsed(text);
    if (!Array.isArray(list) || list.length === 0 || !list.every(isEvent))
      throw new Usage(cliText(lang, 'usage.events', { path }));
    return list;
  }
  const { events, skipped } = eventsIn(text);
  if (events.length === 0) throw new Usage(cliText(lang, 'usage.events', { path }));
  if (skipped > 0) say(plural(lang, 'events.skipped', skipped));
  return events;
}

function isEvent(value: unknown): value is MarkedEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { day, name, kind = null } = value as Record<string, unknown>;
  const isName = typeof name === 'string' && name.trim() !== '';
  return typeof day === 'string' && isDay(day) && isName && (kind === null || typeof kind === 'string');
}

async function writtenQuery(text: string, lang: Lang): Promise<Partial<Query>> {
  const query = parsed(text.trimStart().startsWith('{') ? text : await textIn(text));
  if (query === undefined) throw new Usage(cliText(lang, 'usage.query'));
  return query;
}

/** A role's name stands for its column unless it is written with `column:` in front. */
function place(word: string): { column: string } | { role: (typeof roles)[number] } {
  if (word.startsWith('column:')) return { column: word.slice('column:'.length) };
  const role = roles.find((one) => one === word);
  return role && role !== 'score' && role !== 'group' ? { role } : { column: word };
}

/**
 * `Plan=pro,team`, `Plan!=pro`, `comment~slow`, `Seats=5..10`, `date=2025-01-01..2025-03-31`, `group=promoter`, `score=0..6`, `Plan=`.
 * Throws `Usage`.
 */
export function conditionOf(text: string, lang: Lang): QueryCondition {
  const parts = /^(?<name>[^=~!]+)(?<sign>!?[=~])(?<value>.*)$/su.exec(text)?.groups;
  if (!parts) throw new Usage(cliText(lang, 'usage.where'));
  const { name = '', sign = '', value = '' } = parts;
  const not = sign.startsWith('!') ? { not: true } : {};
  if (sign.endsWith('~')) return { ...not, ...place(name.trim()), contains: value };
  return { ...not, ...equality(name.trim(), value) };
}

function equality(name: string, value: string): QueryCondition {
  const [from, to] = value.split('..');
  const range = to !== undefined;
  if (name === 'score') return { score: range ? limits(from, to, Number) : limits(from, from, Number) };
  if (name === 'group') return { group: value.split(',') as ('promoter' | 'passive' | 'detractor')[] };
  const where = place(name);
  if (name === 'date') return { ...where, ...limits(from, range ? to : from, String) };
  if (range) return { ...where, ...limits(from, to, Number) };
  return value === '' ? { ...where, missing: true } : { ...where, in: value.split(',') };
}

/** An end that is not written is open. */
function limits<T>(from: string | undefined, to: string | undefined, as: (text: string) => T): { from?: T; to?: T } {
  return { ...(from && { from: as(from) }), ...(to && { to: as(to) }) };
}

const kTimes = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** `month` and the like, `group`, `file`, a role, or a column's header. */
export function groupingOf(word: string): QueryGrouping {
  const time = kTimes.find((unit) => unit === word);
  if (time) return { time };
  if (word === 'group' || word === 'file') return { by: word };
  return place(word);
}

/** `segments`, or with options: `sample-size:margin=5,power=0.9`, `{"measure":"goals","targets":[…]}`. Throws `Usage`. */
function measureOf(word: string, lang: Lang): QueryMeasure {
  if (word.startsWith('{')) {
    const measure = parsed(word);
    if (measure === undefined) throw new Usage(cliText(lang, 'usage.query'));
    return measure as QueryMeasure;
  }
  const [name = '', ...rest] = word.split(':');
  if (rest.length === 0) return name as QueryMeasure;
  const options = rest
    .join(':')
    .split(',')
    .map((option) => option.split('='));
  const given: Record<string, unknown> = Object.fromEntries(
    options.map(([key = '', value = 'true']): [string, unknown] => [key, plain(value)]),
  );
  // Days before and after an event.
  const window = name === 'events' && typeof given['window'] === 'number' ? { window: { days: given['window'] } } : {};
  return { measure: name, ...given, ...window } as QueryMeasure;
}

/** Numbers and truth values as such, everything else as a text. */
function plain(value: string): string | number | boolean {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
