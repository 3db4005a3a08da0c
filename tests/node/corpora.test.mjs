// SPDX-License-Identifier: MIT
// Files that nobody on this team wrote: each gives a report or a typed failure, with a ledger that balances, and where another
// reader's rows are known, the same rows. Differences are listed with their reason in tests/data/csv-corpus-known.tsv.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { dataFolder, feed, ledgerFaults, makeEngine, nativeReport, root, wasmReport, withoutNative } from '../support/core.mjs';

const corpora = process.env.NPSCOPE_CORPORA ?? join(root, '../shared/corpora');
const skip = existsSync(join(corpora, 'csv')) ? false : 'no corpora: set NPSCOPE_CORPORA';

/** All files below a folder of the corpora, in order. */
function filesBelow(folder) {
  if (skip) return [];
  return readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The parts that are compared in one run of each program: a folder per source. */
const parts = skip
  ? []
  : [...readdirSync(join(corpora, 'csv')).map((source) => join('csv', source)), 'adversarial/csv'].filter(
      (part) => filesBelow(part).length > 0,
    );

test('the corpora are there', { skip }, () => {
  assert.ok(filesBelow('csv').length > 1000);
  assert.ok(filesBelow('adversarial/csv').length >= 25);
});

for (const part of parts) {
  test(`${part}: a report or a typed failure for each file, balanced, the same natively`, (context) => {
    const paths = filesBelow(part);
    const text = wasmReport(paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) })));
    const report = JSON.parse(text);
    assert.equal(report.files.length, paths.length);
    assert.deepEqual(ledgerFaults(report), []);
    for (const { failure, ledger } of report.files) {
      if (failure) assert.match(failure.code, /^[a-z][a-z-]+$/);
      else assert.ok(ledger.read > 0);
    }
    if (withoutNative) context.diagnostic(withoutNative);
    else assert.ok(nativeReport(paths) === text, 'native and WebAssembly differ');
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
    const path = join(corpora, 'adversarial/csv', name);
    const { files, nps } = JSON.parse(wasmReport([{ name, bytes: readFileSync(path) }], options));
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

for (const name of ['gbk.csv', 'big5.csv']) {
  test(`threat file ${name}: never silently taken for western text`, { skip }, () => {
    const path = join(corpora, 'adversarial/csv', name);
    const { files } = JSON.parse(wasmReport([{ name, bytes: readFileSync(path) }], [['map.score', '#2']]));
    assert.ok(files[0].encodingConfidence < 0.6);
    assert.ok(files[0].issues.some(({ code }) => code === 'encoding-uncertain'));
  });
}

/** What the other reader decoded the file with, as an option of ours. */
const encodings = { 'utf-8-sig': 'utf-8', 'utf-8': 'utf-8', cp1252: 'windows-1252', 'utf-16': 'utf-16le' };
const delimiterNames = { '\t': 'tab' };

/** Rows of a file and the SHA-256 over their fields, 0x1F behind each field and 0x1E behind each row. */
function rowsOf(path, { encoding, dialect }) {
  const engine = makeEngine([
    ['delimiter', delimiterNames[dialect.delimiter] ?? dialect.delimiter],
    ['encoding', encodings[encoding]],
    ['headerRecords', '0'],
    ['map.score', '#1'],
    ['keep', 'all'],
  ]);
  try {
    feed(engine, basename(path), readFileSync(path));
    const { files } = JSON.parse(engine.report());
    if (files[0].failure) return { failure: files[0].failure.code };
    const hash = createHash('sha256');
    let rows = 0;
    for (let cells = engine.cells(0, 1); cells !== 'null'; cells = engine.cells(0, ++rows + 1)) {
      hash.update(
        `${JSON.parse(cells)
          .map((cell) => `${cell}\x1f`)
          .join('')}\x1e`,
      );
    }
    return { rows, hash: hash.digest('hex') };
  } finally {
    engine.delete();
  }
}

const known = new Map(
  readFileSync(join(dataFolder, 'csv-corpus-known.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([file, difference, reason]) => [file, { difference, reason }]),
);

/** How our rows differ from the expected ones, in the words of the list: `rows 3 for 4`, `fields`, or a failure's code. */
function differenceOf(expected) {
  const found = rowsOf(join(corpora, expected.file), expected);
  if (found.failure) return expected.rows === 0 && ['empty-file', 'no-records'].includes(found.failure) ? '' : found.failure;
  if (found.rows !== expected.rows) return `rows ${found.rows} for ${expected.rows}`;
  return found.hash === expected.rows_sha256 ? '' : 'fields';
}

const expectations = skip
  ? []
  : readdirSync(join(corpora, 'expected/csv')).map((name) => [
      name.replace('.jsonl.gz', ''),
      gunzipSync(readFileSync(join(corpora, 'expected/csv', name)))
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ]);

let compared = 0;
const differing = new Set();

for (const [source, files] of expectations) {
  test(`${source}: the rows of another reader`, () => {
    const surprises = [];
    for (const expected of files) {
      const difference = differenceOf(expected);
      if (difference !== '') differing.add(expected.file);
      if (difference !== (known.get(expected.file)?.difference ?? '')) surprises.push(`${expected.file}\t${difference}`);
      compared++;
    }
    assert.deepEqual(surprises, []);
  });
}

test('every listed difference has a reason and is still there', { skip }, () => {
  for (const [file, { reason }] of known) {
    assert.ok(reason, file);
    assert.ok(differing.has(file), `${file} is read like the other reader now: take it off the list`);
  }
  assert.ok(compared > 1200, `${compared}`);
});
