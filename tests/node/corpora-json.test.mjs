// SPDX-License-Identifier: MIT
// JSON that nobody on this team wrote: files labelled valid or invalid are told apart, and the values of the records are those
// that V8 reads. What deviates is listed with its reason in tests/data/corpus-status.tsv.

import { basename } from 'node:path';
import { test } from 'node:test';

import { wasmInspection, wasmReport } from '../support/core.mjs';
import {
  Outcomes,
  assertSameNatively,
  bytesOf,
  convert,
  expectationsOf,
  filesBelow,
  raw,
  refusal,
  sourcesOf,
  withinBudget,
  withoutCorpora,
} from '../support/corpora.mjs';

/** Failures of valid JSON that has no table, or an empty one. */
const noTable = ['no-table', 'no-records', 'empty-file'];
/** Failures that say the text is not valid JSON, or none that is read: some of it looks like no JSON at all. */
const notJson = ['invalid-json', 'limit-exceeded', 'binary-file', 'empty-file', 'encoding-unknown', 'unsupported-format'];

const isJson = ({ format }) => format === 'json' || format === 'ndjson';

/** Records that are no valid JSON, when all of them are read. */
function badRecords(file) {
  const [{ issues }] = JSON.parse(wasmReport([{ name: basename(file), bytes: bytesOf(file) }], [['map.score', '#1']])).files;
  return issues.find(({ code }) => code === 'invalid-json-record')?.count ?? 0;
}

/** How the verdict differs from the label `accept` or `reject`. */
function verdictOutcome(file, info, label) {
  const { failure } = info;
  if (label === 'accept') return !failure || noTable.includes(failure.code) ? 'equal' : refusal(failure);
  if (!isJson(info)) return 'equal';
  const refused = failure ? notJson.includes(failure.code) : badRecords(file) > 0;
  return refused ? 'equal' : 'different: accepted';
}

/** The scalars of a record by their dotted names, as text. */
function* scalarsOf(value, name) {
  if (value === null || Array.isArray(value)) return;
  if (typeof value !== 'object') yield [name, value];
  else for (const [key, inner] of Object.entries(value)) yield* scalarsOf(inner, name ? `${name}.${key}` : key);
}

const sameScalar = (ours, theirs) => (typeof theirs === 'number' ? Number(ours) === theirs : ours === String(theirs));

/** How the cells differ from the scalars of `records`, read by V8. */
function valuesOutcome(file, text, records) {
  const [{ columns }] = wasmInspection(basename(file), bytesOf(file)).files;
  const index = new Map(columns.map(({ name }, i) => [name, i]));
  const rows = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line).cells);
  if (rows.length !== records.length) return `different: rows ${rows.length} for ${records.length}`;
  for (const [row, record] of records.entries()) {
    for (const [name, value] of scalarsOf(record, '')) {
      if (!sameScalar(rows[row][index.get(name)]?.s, value)) return `different: record ${row}`;
    }
  }
  return 'equal';
}

/** JSON values that stand one behind the other, on lines of their own or not, cut by a scan for brackets outside strings. */
function concatenated(text) {
  const values = [];
  let depth = 0;
  let inString = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth++;
    else if (!inString && (character === '}' || character === ']') && --depth === 0) {
      values.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  return text.slice(from).trim() === '' ? values : [...values, text.slice(from)];
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What V8 reads: one value, or several objects one behind the other; nothing when it is neither, or no UTF-8. */
function parsed(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    try {
      return JSON.parse(text);
    } catch {
      const values = concatenated(text).map((value) => JSON.parse(value));
      return values.every(isObject) ? values : undefined;
    }
  } catch {
    return undefined;
  }
}

/** Verdicts without a label: where V8 reads objects, one by one, the values; a file that V8 refuses may not be read in silence. */
function valueOutcome(file, { text, info }) {
  const values = parsed(bytesOf(file));
  const records = Array.isArray(values) && values.length > 0 && values.every(isObject) ? values : undefined;
  if (records) return info.failure ? refusal(info.failure) : valuesOutcome(file, text, records);
  if (values !== undefined) return !info.failure || noTable.includes(info.failure.code) ? 'equal' : refusal(info.failure);
  return verdictOutcome(file, info, 'reject');
}

function outcomeOf(file, found, { label }) {
  if (label === 'accept' || label === 'reject') return verdictOutcome(file, found.info, label);
  return label ? 'equal' : valueOutcome(file, found);
}

const outcomes = new Outcomes();

for (const source of sourcesOf('json')) {
  test(`${source}: verdicts and values of V8 and the source`, async (context) => {
    const expectations = expectationsOf(source);
    const files = filesBelow(source);
    let everything = '';
    for (const file of files) {
      const found = await withinBudget(file, bytesOf(file).length, () => convert(file));
      everything += `${found.text}${found.report}\n`;
      if (expectations.has(file)) outcomes.note(file, outcomeOf(file, found, expectations.get(file)));
    }
    context.diagnostic(outcomes.summary(source));
    assertSameNatively(context, files, everything, [raw]);
  });
}

test('all outcomes are as listed', { skip: withoutCorpora }, () => outcomes.assertAsListed('json'));
