// SPDX-License-Identifier: MIT
// Delimited texts that nobody on this team wrote: each gives a report or a typed failure, with a ledger that balances, and where
// another reader's rows are known, the same rows. Deviations are listed with their reason in tests/data/corpus-status.tsv.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { ledgerFaults, nativeReport, wasmConversion, wasmInspection, wasmReport, withoutNative } from '../support/core.mjs';
import {
  Outcomes,
  bytesOf,
  corpora,
  expectationsOf,
  filesBelow,
  refusal,
  sourcesOf,
  withinBudget,
  withoutCorpora,
} from '../support/corpora.mjs';

const skip = withoutCorpora;

/** The parts that are compared in one run of each program: a folder per source. */
const parts = [...sourcesOf('csv'), 'adversarial/csv'].filter((part) => filesBelow(part).length > 0);

test('the corpora are there', { skip }, () => {
  assert.ok(filesBelow('csv').length > 1000);
  assert.ok(filesBelow('adversarial/csv').length >= 25);
});

for (const part of parts) {
  test(`${part}: a report or a typed failure for each file, balanced, the same natively`, (context) => {
    const paths = filesBelow(part);
    const text = wasmReport(paths.map((path) => ({ name: basename(path), bytes: bytesOf(path) })));
    const report = JSON.parse(text);
    assert.ok(report.files.length >= paths.length);
    assert.deepEqual(ledgerFaults(report), []);
    for (const { failure, ledger } of report.files) {
      if (failure) assert.match(failure.code, /^[a-z][a-z-]+$/);
      else assert.ok(ledger.read > 0);
    }
    if (withoutNative) context.diagnostic(withoutNative);
    else assert.ok(nativeReport(paths.map((path) => join(corpora, path))) === text, 'native and WebAssembly differ');
  });
}

/** What EXPECT.tsv of the threat files demands: rows read and accepted, and what must be told. */
const threats = [
  ['empty.csv', 'empty-file'],
  ['only_bom.csv', 'empty-file'],
  ['header_only.csv', 'no-records'],
  ['mixed_newlines.csv', [3, 3]],
  ['cr_only.csv', [2, 2]],
  ['sep_line.csv', [1, 1], { delimiter: ';' }],
  ['semicolon_decimal_comma.csv', [1, 1], { delimiter: ';' }],
  ['utf16le_bom.csv', [1, 1], { encoding: 'utf-16le' }],
  ['utf16be_bom.csv', [1, 1], { encoding: 'utf-16be' }],
  ['utf16le_nobom.csv', [1, 1], { encoding: 'utf-16le' }],
  ['win1252.csv', [1, 1], { encoding: 'windows-1252' }],
  ['unclosed_quote.csv', [1001, 1000], { issue: 'unclosed-quote', count: 1, place: { record: 2, line: 2, column: 0 } }],
  ['nul_bytes.csv', [3, 2], { issue: 'nul-character', count: 2, place: { record: 2, line: 2, column: 0 } }],
  [
    'ragged.csv',
    [4, 2],
    { issue: 'too-many-cells', count: 1, place: { record: 3, line: 3, column: null } },
    [['map.score', '#1']],
  ],
  ['proto_header.csv', [1, 1], { columns: ['__proto__', 'constructor', 'toString', 'score'] }],
  ['dup_headers.csv', [1, 1], { columns: ['score', 'score', 'Score', 'score'], issue: 'duplicate-header', count: 2 }],
  ['xss.csv', [3, 3], { columns: ['<img src=x onerror=alert(1)>', 'score'] }],
  ['formula.csv', [10, 10]],
  ['bidi.csv', [5, 5]],
  ['precision.csv', [7, 7]],
  ['dates.csv', [9, 9]],
  // 0, 10, 9.0 and "9 " are scores; an unquoted 9,0 is two cells.
  ['scores.csv', [13, 4]],
];

for (const [name, outcome, told = {}, options = []] of threats) {
  test(`threat file ${name}`, { skip }, () => {
    const { files, nps } = JSON.parse(wasmReport([{ name, bytes: bytesOf(`adversarial/csv/${name}`) }], options));
    const [{ failure, ledger, encoding, dialect, columns, issues }] = files;
    if (typeof outcome === 'string') {
      assert.deepEqual([failure.code, nps], [outcome, null]);
      return;
    }
    assert.deepEqual([failure, ledger.read, ledger.accepted], [null, ...outcome]);
    if (told.delimiter) assert.equal(dialect.delimiter, told.delimiter);
    if (told.encoding) assert.equal(encoding, told.encoding);
    if (told.columns)
      assert.deepEqual(
        columns.map((column) => column.name),
        told.columns,
      );
    if (!told.issue) return;
    const issue = issues.find(({ code }) => code === told.issue);
    assert.equal(issue.count, told.count);
    if (told.place) assert.deepEqual(issue.examples[0], told.place);
  });
}

const doubleByte = { 'gbk.csv': 'gb18030', 'big5.csv': 'big5', 'sjis.csv': 'shift_jis' };

for (const [name, encoding] of Object.entries(doubleByte)) {
  test(`threat file ${name}: recognised, or a person is asked`, { skip }, () => {
    const [file] = wasmInspection(name, bytesOf(`adversarial/csv/${name}`)).files;
    const isAsked = file.failure?.code === 'encoding-unknown' || file.encodingConfidence < 0.6;
    assert.ok(file.encoding === encoding || isAsked, `${file.encoding} with confidence ${file.encodingConfidence}`);
  });
}

/** Files of EXPECT.tsv that the corpora do not store, and what they may end in. */
const storms = {
  'long_line_10mb.csv': { bytes: () => Buffer.from(`a,b\n${'x'.repeat(1e7)},1\n`), ends: ['no-records', 'no-score-column'] },
  'many_columns.csv': {
    bytes: () => Buffer.from(Array.from({ length: 1e5 }, (_, index) => `c${index}`).join()),
    ends: ['too-many-columns'],
  },
  'quote_storm.csv': {
    bytes: () => Buffer.from(`${'"'.repeat(1_000_001)}`),
    ends: ['no-records', 'no-score-column', 'record-too-long'],
  },
  'delim_storm.csv': { bytes: () => Buffer.from(`a\n${','.repeat(2e6)}\n`), ends: ['no-score-column', 'too-many-columns'] },
};

for (const [name, { bytes: make, ends }] of Object.entries(storms)) {
  test(`threat file ${name}: a named outcome in bounded time and memory`, async () => {
    const bytes = make();
    const { failure } = await withinBudget(name, bytes.length, () => {
      const [{ failure: found }] = JSON.parse(wasmReport([{ name, bytes }])).files;
      return { kept: 0, failure: found };
    });
    assert.ok(ends.includes(failure?.code), failure?.code);
  });
}

/** What the other reader decoded the file with, as an option of ours. */
const encodings = { 'utf-8-sig': 'utf-8', 'utf-8': 'utf-8', cp1252: 'windows-1252', 'utf-16': 'utf-16le' };
const delimiterNames = { '\t': 'tab' };

/** Rows of a file and the SHA-256 over their fields, 0x1F behind each field and 0x1E behind each row. */
function rowsOf({ file, encoding, dialect }) {
  const { text, report } = wasmConversion(basename(file), bytesOf(file), [
    ['mode', 'convert-raw'],
    ['delimiter', delimiterNames[dialect.delimiter] ?? dialect.delimiter],
    ['encoding', encodings[encoding]],
    ['headerRecords', '0'],
  ]);
  const [{ failure, format }] = JSON.parse(report).files;
  const hash = createHash('sha256');
  const lines = text.split('\n').slice(0, -1);
  for (const line of lines) {
    const fields = JSON.parse(line).cells.map((cell) => `${cell?.s ?? ''}\x1f`);
    hash.update(`${fields.join('')}\x1e`);
  }
  return { kept: text.length, failure, format, rows: lines.length, hash: hash.digest('hex') };
}

const nothingToRead = ['empty-file', 'no-records'];

async function outcomeOf(expected) {
  const found = await withinBudget(expected.file, expected.bytes, () => rowsOf(expected));
  if (found.failure && expected.rows === 0 && nothingToRead.includes(found.failure.code)) return 'equal';
  if (found.failure) return refusal(found.failure);
  if (found.format !== 'csv') return `different: format ${found.format}`;
  if (found.rows !== expected.rows) return `different: rows ${found.rows} for ${expected.rows}`;
  return found.hash === expected.rows_sha256 ? 'equal' : 'different: fields';
}

const outcomes = new Outcomes();
let compared = 0;

for (const source of sourcesOf('csv')) {
  test(`${source}: the rows of another reader`, async (context) => {
    for (const expected of expectationsOf(source).values()) {
      outcomes.note(expected.file, await outcomeOf(expected));
      compared++;
    }
    context.diagnostic(outcomes.summary(source));
  });
}

test('all outcomes are as listed', { skip }, () => {
  outcomes.assertAsListed('csv');
  assert.ok(compared > 1200, `${compared}`);
});
