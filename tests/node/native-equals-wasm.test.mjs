// SPDX-License-Identifier: MIT
// The native command and the WebAssembly module give the same bytes of JSON, for every file, option and way of cutting; and the
// three Carpentries files give exactly the figures that two independent implementations computed.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';

import { dataFolder, ledgerFaults, nativeReport, nativeScore, wasmReport, wasmScore, withoutNative } from '../support/core.mjs';

const folder = mkdtempSync(join(tmpdir(), 'npscope-equal-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const carpentries = join(dataFolder, 'carpentries');
const expected = Object.entries(JSON.parse(readFileSync(join(carpentries, 'expected.json'), 'utf8')));
const loaded = (path) => ({ name: basename(path), bytes: readFileSync(path) });

/** Runs both, holds them to the same bytes where there is a native build, and gives the report. */
function bothReport(context, paths, options = []) {
  const text = wasmReport(paths.map(loaded), options);
  if (withoutNative) context.diagnostic(withoutNative);
  else assert.ok(nativeReport(paths, options) === text, 'native and WebAssembly differ');
  return JSON.parse(text);
}

function near(found, wanted, what) {
  assert.ok(Math.abs(found - wanted) <= 1e-9, `${what}: ${found} is not ${wanted}`);
}

const methods = { score: 'score95', 'adjusted-wald': 'adjwald95', wald: 'wald95' };

for (const [id, { file, overall, segments = {}, rows, score_column: scoreColumn }] of expected) {
  const path = join(carpentries, basename(file));

  test(`${id}: the histogram, the ledger and every interval`, (context) => {
    for (const [method, key] of Object.entries(methods)) {
      const { files, nps } = bothReport(context, [path], [['method', method]]);
      assert.deepEqual(
        nps.histogram,
        Array.from({ length: 11 }, (_, score) => overall.histogram[score] ?? 0),
      );
      near(nps.nps, overall.nps, 'nps');
      near(nps.mean, overall.mean, 'mean');
      near(nps.interval.low, overall[key][0], `${method} low`);
      near(nps.interval.high, overall[key][1], `${method} high`);
      assert.deepEqual([files[0].ledger.read, files[0].ledger.unscored], [rows, overall.missing]);
      assert.equal(files[0].columns.find(({ role }) => role === 'score').name, scoreColumn);
    }
  });

  for (const [column, groups] of Object.entries(segments)) {
    test(`${id}: every group of ${column}`, (context) => {
      const { groupBy } = bothReport(context, [path], [['groupBy', `column:${column}`]]);
      const found = new Map(groupBy[0].groups.map(({ value, nps }) => [value ?? '', nps]));
      for (const [value, wanted] of Object.entries(groups)) {
        const nps = found.get(value);
        assert.equal(nps === undefined, wanted === null, value);
        if (wanted === null) continue;
        assert.deepEqual([nps.detractors, nps.passives, nps.promoters], [wanted.det, wanted.pas, wanted.pro], value);
        near(nps.nps, wanted.nps, value);
        near(nps.interval.low, wanted.score95[0], `${value} low`);
        near(nps.interval.high, wanted.score95[1], `${value} high`);
      }
      assert.equal(found.size, Object.values(groups).filter((wanted) => wanted !== null).length);
    });
  }
}

test('several files are one survey, in the order in which they come', (context) => {
  const paths = expected.map(([, { file }]) => join(carpentries, basename(file)));
  const { files, nps } = bothReport(context, paths);
  assert.deepEqual(
    files.map(({ name }) => name),
    paths.map((path) => basename(path)),
  );
  const sum = expected.reduce((total, [, { overall }]) => total + overall.valid, 0);
  assert.equal(nps.responses, sum);
});

test('the native command in blocks of any size gives the bytes of WebAssembly', { skip: withoutNative }, () => {
  const path = join(carpentries, 'longterm_October2017.csv');
  const text = wasmReport([loaded(path)]);
  for (const block of [1, 7, 4096, 65537]) {
    assert.ok(nativeReport([path], [], block) === text, `native, blocks of ${block}`);
    assert.ok(wasmReport([loaded(path)], [], block) === text, `WebAssembly, blocks of ${block}`);
  }
});

const rowsOfColumns = (count, pad = '') => {
  const header = Array.from({ length: count }, (_, column) => `${pad}c${column}`);
  header[1] = 'nps';
  const row = (score) => header.map((_, column) => (column === 1 ? score : '')).join(',');
  return `${header.join(',')}\n${[9, 10, 0].map(row).join('\n')}\n`;
};

/** Files that are too large to keep: name, bytes, and what must come of them. */
const made = [
  ['16384 columns', rowsOfColumns(16384), ({ files, nps }) => assert.deepEqual([files[0].failure, nps.responses], [null, 3])],
  ['16385 columns', rowsOfColumns(16385), ({ files }) => assert.equal(files[0].failure.code, 'too-many-columns')],
  ['100000 columns', rowsOfColumns(100_000), ({ files }) => assert.equal(files[0].failure.code, 'too-many-columns')],
  [
    '100000 columns with long names',
    rowsOfColumns(100_000, 'a longer name '),
    ({ files }) => assert.equal(files[0].failure.code, 'too-many-columns'),
  ],
  [
    'a line of 10 MB',
    `id,nps,text\n0,8,z\n1,9,${'x'.repeat(10_000_000)}\n2,10,y\n`,
    ({ files, nps }) => assert.deepEqual([files[0].ledger.reasons, nps.responses], [{ 'record-too-long': 1 }, 2]),
  ],
  [
    'a header of 10 MB',
    `id,nps,${'x'.repeat(10_000_000)}\n1,9,y\n`,
    ({ files }) => assert.equal(files[0].failure.code, 'record-too-long'),
  ],
  ['a storm of quotes', `id,nps\n1,9\n${'"'.repeat(1_000_001)}`, ({ nps }) => assert.equal(nps.responses, 1)],
  [
    'a storm of delimiters',
    `id,nps\n1,9\n${','.repeat(2_000_000)}\n2,10\n`,
    ({ files }) => assert.deepEqual([files[0].ledger.read, files[0].ledger.accepted], [3, 2]),
  ],
  [
    'many distinct groups',
    `nps,person\n${Array.from({ length: 20_000 }, (_, i) => `${i % 11},p${i}`).join('\n')}\n`,
    ({ files, nps }) => assert.deepEqual([files[0].ledger.accepted, nps.responses], [20_000, 20_000]),
    [['groupBy', 'column:person']],
  ],
];

for (const [what, text, check, options] of made) {
  test(what, (context) => {
    const path = join(folder, `${what.replaceAll(' ', '-')}.csv`);
    writeFileSync(path, text);
    const report = bothReport(context, [path], options);
    assert.deepEqual(ledgerFaults(report), []);
    check(report);
  });
}

/** The same random numbers on every machine (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

test('random tables with everything odd in them', { skip: withoutNative }, () => {
  const random = randomNumbers(81);
  const pieces =
    'a|9|10|0|,|,|,|;|"|""|\n|\n|\r\n|\r|\t|é|推|\u00a0|-99|n/a|8.5|2024-05-31|31/12/2024|x@example.test|\u0000| - '.split('|');
  const paths = [];
  for (let file = 0; file < 60; file++) {
    let text = file % 3 === 0 ? 'id,nps,date,comment\n' : file % 3 === 1 ? 'nps;Land;Datum\r\n' : '';
    for (let i = random(400); i > 0; i--) text += pieces[random(pieces.length)];
    let bytes = Buffer.from(text, file % 7 === 6 ? 'utf16le' : file % 7 === 5 ? 'latin1' : 'utf8');
    if (file % 11 === 10) bytes = Buffer.concat([bytes, Buffer.from([0xff, 0xc3])]);
    paths.push(join(folder, `random-${file}.csv`));
    writeFileSync(paths[file], bytes);
  }
  for (const options of [
    [],
    [['map.score', '#1']],
    [
      ['map.score', '#2'],
      ['headerRecords', '0'],
      ['missing', 'a,0'],
    ],
  ]) {
    const text = wasmReport(paths.map(loaded), options);
    assert.ok(nativeReport(paths, options) === text, JSON.stringify(options));
    assert.deepEqual(ledgerFaults(JSON.parse(text)), []);
  }
});

test('counts alone', { skip: withoutNative }, () => {
  for (const counts of [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [20, 30, 50],
    [69, 118, 215],
    [1, 0, 999_999],
    [123_456, 7, 89],
  ]) {
    for (const method of Object.keys(methods)) {
      for (const level of ['90', '95', '99']) {
        const options = [
          ['method', method],
          ['level', level],
        ];
        assert.equal(nativeScore(counts, options), wasmScore(counts, options), `${counts} ${method} ${level}`);
      }
    }
  }
});
