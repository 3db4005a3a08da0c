// SPDX-License-Identifier: MIT
// Events that a person marks on a trend: added one by one, or read from a small CSV with a column of days and one of names. Pure functions.

export interface MarkedEvent {
  /** "2025-03-01". */
  readonly day: string;
  readonly name: string;
  readonly kind?: string;
}

/** More than these are no list of a person. */
export const kMostEvents = 500;

const dayHeader = /^(day|date|datum|tag|when|日期|时间)$/iu;
const nameHeader = /^(name|event|title|ereignis|titel|release|名称|事件)$/iu;
const kindHeader = /^(kind|type|art|typ|类型)$/iu;

/** The events of a CSV, and how many of its lines have no day like 2025-03-01 or no name. */
export function eventsIn(text: string): { readonly events: readonly MarkedEvent[]; readonly skipped: number } {
  const [header = [], ...rows] = rowsOf(text.replace(/^\ufeff/, ''));
  const find = (name: RegExp): number => header.findIndex((cell) => name.test(cell.trim()));
  const named = find(dayHeader) >= 0;
  const [day, name, kind] = named ? [find(dayHeader), find(nameHeader), find(kindHeader)] : [0, 1, 2];
  const lines = named ? rows : [header, ...rows];
  const events = lines.flatMap((row): MarkedEvent[] => {
    const [when, what, sort] = [row[day], row[name], kind < 0 ? undefined : row[kind]].map((cell) => (cell ?? '').trim());
    if (!isDay(when) || !what) return [];
    return [{ day: when, name: what, ...(sort && { kind: sort }) }];
  });
  return { events: events.slice(0, kMostEvents), skipped: lines.length - events.length };
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** With one more, by day and name; the same one is not there twice. */
export function withEvent(events: readonly MarkedEvent[], added: MarkedEvent): MarkedEvent[] {
  const keyOf = ({ day, name }: MarkedEvent): string => `${day} ${name}`;
  const others = events.filter((one) => keyOf(one) !== keyOf(added));
  return [...others, added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, kMostEvents);
}

/** Rows of cells; the delimiter is the one that the first line has most of. Blank lines are none. */
function rowsOf(text: string): string[][] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const countOf = (mark: string): number => first.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best));
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r\\n]*)(${delimiter}|\\r?\\n|$)`, 'gy');
  const rows: string[][] = [[]];
  for (let match = cell.exec(text); match && match.index < text.length; match = cell.exec(text)) {
    const [, raw = '', end = ''] = match;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== delimiter) rows.push([]);
  }
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}
