// SPDX-License-Identifier: MIT
// One table written in many ways that mean the same: other orders, line ends, quotes, delimiters, encodings and containers.
// A table is its header records and its records, both as texts; what is written is bytes.

import { xlsx } from './write-xlsx.mjs';

/** The records of delimited text after RFC 4180; blank lines are none. */
export function parseDelimited(text, delimiter = ',') {
  const records = [];
  let record = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let blank = true;
  const ends = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]|$`, 'g');
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) throw new Error(`the quote at ${at} is not closed`);
        cell += text.slice(at + 1, close);
        at = close;
        if (text[at + 1] !== '"') break;
        cell += '"';
        at++;
      }
      at++;
      blank = false;
    }
    ends.lastIndex = at;
    const end = ends.exec(text).index;
    cell += text.slice(at, end);
    blank &&= cell === '';
    record.push(cell);
    at = end + 1;
    if (text[end] === delimiter) {
      blank = false;
      if (at >= text.length) record.push('');
    }
    if (text[end] === delimiter && at < text.length) continue;
    if (!blank) records.push(record);
    record = [];
    blank = true;
    if (text[end] === '\r' && text[at] === '\n') at++;
  }
  return records;
}

/** `{ headers, records }` of delimited text. */
export function tableOf(text, delimiter, headerRecords) {
  const all = parseDelimited(text, delimiter);
  return { headers: all.slice(0, headerRecords), records: all.slice(headerRecords) };
}

const rowsOf = ({ headers, records }) => [...headers, ...records];

/** Numbers below a limit, the same on every machine (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

function shuffled(items, seed) {
  const random = randomNumbers(seed);
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** The records in another order; the header records stay above them. */
export const withShuffledRecords = (table, seed) => ({ ...table, records: shuffled(table.records, seed) });

/**
 * The columns in another order. The first stays (some tools are known by it), one without a name in the first header record stays
 * behind the column before it (its name goes over both), and cells beyond the header stay at the end.
 */
export function withPermutedColumns(table, seed) {
  const groups = [];
  table.headers[0].forEach((name, column) => (name === '' ? groups.at(-1).push(column) : groups.push([column])));
  const order = [...groups[0], ...shuffled(groups.slice(1), seed).flat()];
  const permuted = (row) => [...order.map((column) => row[column] ?? ''), ...row.slice(order.length)];
  return { headers: table.headers.map(permuted), records: table.records.map(permuted) };
}

/** Delimited text; `quote`: every cell in quotes, or only where it must be. */
export function delimited(table, { delimiter = ',', newline = '\n', quote = 'needed' } = {}) {
  const must = (cell) => quote === 'all' || /["\r\n]/.test(cell) || cell.includes(delimiter);
  const written = (cell) => (must(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rowsOf(table)
    .map((row) => row.map(written).join(delimiter) + newline)
    .join('');
}

/** Characters by their bytes in an encoding of one or two bytes, as Node's decoder says; null for what is not asked. */
function bytesByCharacter(label, leads, trails) {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map();
  for (const bytes of leads.flatMap((lead) => (trails ? trails.map((trail) => [lead, trail]) : [[lead]]))) {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // These bytes are no character.
    }
  }
  return table;
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const tables = new Map();

function encodingTable(label) {
  if (!tables.has(label)) {
    const table = bytesByCharacter(label, range(0, label === 'gb18030' ? 0x7f : 0xff));
    const pairs = label === 'gb18030' ? bytesByCharacter(label, range(0x81, 0xfe), range(0x40, 0xfe)) : [];
    for (const [text, bytes] of pairs) table.set(text, bytes);
    tables.set(label, table);
  }
  return tables.get(label);
}

const withMark = (mark, bytes) => Buffer.concat([Buffer.from(mark), bytes]);

/** Text as bytes, or null when the encoding has no bytes for it. */
export function encoded(text, label) {
  if (label === 'utf-8') return Buffer.from(text);
  if (label === 'utf-8-mark') return withMark([0xef, 0xbb, 0xbf], Buffer.from(text));
  if (label === 'utf-16le') return withMark([0xff, 0xfe], Buffer.from(text, 'utf16le'));
  if (label === 'utf-16be') return withMark([0xfe, 0xff], Buffer.from(text, 'utf16le').swap16());
  const table = encodingTable(label);
  const bytes = [];
  for (const character of text) {
    const found = table.get(character);
    if (!found) return null;
    bytes.push(...found);
  }
  return Buffer.from(bytes);
}

/** The records as objects by name, when there is one header record and each column has a name of its own; else null. */
function objects({ headers, records }) {
  const [names] = headers;
  if (headers.length !== 1 || new Set(names).size !== names.length || names.includes('')) return null;
  if (records.some((record) => record.length > names.length)) return null;
  return records.map((record) => Object.fromEntries(names.map((name, column) => [name, record[column] ?? ''])));
}

/** The same table in a container that is no delimited text, or null when that would say something else. */
export const containers = {
  // A cell beyond the header means nothing in a sheet; in text it means that something has shifted.
  xlsx: (table) => (table.records.some((record) => record.length > table.headers[0].length) ? null : xlsx(rowsOf(table))),
  json: (table) => objects(table) && Buffer.from(JSON.stringify(objects(table), null, 1)),
  ndjson: (table) =>
    objects(table) &&
    Buffer.from(
      objects(table)
        .map((object) => `${JSON.stringify(object)}\n`)
        .join(''),
    ),
};

/** Every way of writing a table: `[what was changed, bytes, options of analyze()]`. */
export function reshapings(table) {
  const made = [
    ['as a plain CSV', encoded(delimited(table), 'utf-8')],
    ...[7, 8].map((seed) => [`rows in another order (${seed})`, encoded(delimited(withShuffledRecords(table, seed)), 'utf-8')]),
    ...[9, 10].map((seed) => [
      `columns in another order (${seed})`,
      encoded(delimited(withPermutedColumns(table, seed)), 'utf-8'),
    ]),
    ...['\r\n', '\r'].map((newline) => [
      `line ends ${JSON.stringify(newline)}`,
      encoded(delimited(table, { newline }), 'utf-8'),
    ]),
    ['every cell quoted', encoded(delimited(table, { quote: 'all' }), 'utf-8')],
    ...[';', '\t', '|'].map((delimiter) => [
      `delimiter ${JSON.stringify(delimiter)}`,
      encoded(delimited(table, { delimiter }), 'utf-8'),
    ]),
    ...['utf-8-mark', 'utf-16le', 'utf-16be'].map((label) => [`in ${label}`, encoded(delimited(table), label)]),
    ...Object.entries(containers).map(([name, write]) => [`as ${name}`, write(table)]),
  ];
  const text = delimited(table);
  // Without a character that differs these would be the plain file again.
  if (/[^\0-\x7f]/.test(text)) {
    made.push(['in windows-1252', encoded(text, 'windows-1252')]);
    // A few western letters say nothing about GB 18030: a person chooses.
    made.push(['in gb18030, chosen', encoded(text, 'gb18030'), { encoding: 'gb18030' }]);
  }
  return made.filter(([, bytes]) => bytes !== null);
}
