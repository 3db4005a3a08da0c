// SPDX-License-Identifier: MIT
// The answer to a question as a table in CSV: a row for each cell of each measure, and one for what a measure says about all of them.
// Nested members become columns such as `interval.low`; numbers are written in full, with a point.
import type { CellValue, MeasureAnswer, QueryAnswer } from '../client/query.js';

type Row = Map<string, string>;

/** RFC 4180 with a line end of two characters. A text that a spreadsheet could take for a formula gets an apostrophe in front. */
export function answerCsv(answer: QueryAnswer): string {
  const names = answer.groupBy.map(({ by, name, unit }) => name || unit || by);
  const rows = answer.answers.flatMap((one) => rowsOf(one, names));
  const columns = [...new Set(['measure', ...names, ...rows.flatMap((row) => [...row.keys()])])];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function rowsOf({ measure, cells, ...members }: MeasureAnswer, names: readonly string[]): Row[] {
  const whole: Row = new Map([['measure', measure]]);
  flatten(whole, '', members);
  const parts = (cells ?? []).map(({ values, ...figures }) => {
    const row: Row = new Map([['measure', measure]]);
    names.forEach((name, index) => row.set(name, valueText(values[index] ?? null)));
    flatten(row, '', figures);
    return row;
  });
  return whole.size > 1 ? [whole, ...parts] : parts;
}

function valueText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : `+${value.others}`;
}

function flatten(row: Row, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    row.set(path, typeof value === 'string' ? value : JSON.stringify(value));
    return;
  }
  for (const [name, member] of Object.entries(value)) flatten(row, path === '' ? name : `${path}.${name}`, member);
}

function written(cell: string): string {
  const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell);
  const safe = !isNumber && /^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
