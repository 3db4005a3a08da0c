// SPDX-License-Identifier: MIT
// The expected statistics of tests/data/vectors.json (made with R and with Python) against the WebAssembly module.
// tests/data/vector-status.tsv says of every key whether it is used, used:native (checked by tests/stats/vectors_test.cc only, until the
// module exposes it), not offered, or must differ; this test holds the list complete.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, wasmReport, wasmScore } from '../support/core.mjs';

const { vectors } = JSON.parse(readFileSync(join(dataFolder, 'vectors.json'), 'utf8'));
const [heading, ...rows] = readFileSync(join(dataFolder, 'vector-status.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

/** Rows whose pattern fits an id; a pattern is an id or a start of ids with `*` behind it. The longest pattern decides. */
function statusOf(id, key) {
  const fits = ([pattern]) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern);
  const length = Math.max(0, ...rows.filter(fits).map(([pattern]) => pattern.length));
  return rows.filter((row) => fits(row) && row[0].length === length && row[1] === key);
}

/** The rest is not offered, or checked by the native tests. */
const isCheckedHere = ([, , status]) => status === 'used' || status === 'must differ';

const z95 = 1.959963984540054;
const countsOf = ({ detractors, passives, promoters }) => [detractors, passives, promoters];
const score = (counts, method = 'score', level = '95') =>
  JSON.parse(
    wasmScore(counts, [
      ['method', method],
      ['level', level],
    ]),
  ).nps;
const interval = (counts, method, level) => {
  const { low, high } = score(counts, method, level).interval;
  return [low / 100, high / 100];
};
const tableOf = (scores) => [{ name: 'scores.csv', bytes: Buffer.from(`nps\n${scores.join('\n')}\n`) }];
const scoresOf = ({ scores }) => [scores].flat();
const reportOn = (files, options) => JSON.parse(wasmReport(files, options)).nps;

const synthetic = [{ name: 'synth_drivers.csv', bytes: readFileSync(join(dataFolder, 'synth_drivers.csv')) }];
const byRegion = (take) => {
  const { groupBy } = JSON.parse(wasmReport(synthetic, [['groupBy', 'column:region']]));
  return Object.fromEntries(groupBy[0].groups.map(({ value, nps }) => [value, take(nps)]));
};

/** How the product's figure for a key is had: `[pattern of ids, pattern of keys, figure, tolerance if not the vector's]`. */
const figures = [
  [/^counts-/, /^nps$/, ({ input }) => score(countsOf(input)).nps / 100, 1e-12],
  [/^counts-/, /^wald(\d\d)$/, ({ input }, [, level]) => interval(countsOf(input), 'wald', level), 1e-12],
  [
    /^counts-/,
    /^adjwald_075_150_075_(\d\d)$/,
    ({ input }, [, level]) => interval(countsOf(input), 'adjusted-wald', level),
    1e-12,
  ],
  [/^counts-/, /^score_tango_(\d\d)$/, ({ input }, [, level]) => interval(countsOf(input), 'score', level)],
  [/^counts-/, /^score_tango_(\d\d)_hp$/, ({ input }, [, level]) => interval(countsOf(input), 'score', level), 1e-9],
  [/^counts-/, /^iterative_nps_pkg_95$/, ({ input }) => interval(countsOf(input), 'score', '95')],
  [/^raw-/, /^nps$/, ({ input }) => reportOn(tableOf(scoresOf(input))).nps / 100],
  [/^raw-/, /^mean$/, ({ input }) => reportOn(tableOf(scoresOf(input))).mean],
  [/^raw-/, /^counts$/, ({ input }) => countsOf(reportOn(tableOf(scoresOf(input))))],
  [/^lit-cv-hat$/, /^nps$/, () => score([1, 2, 3]).nps / 100],
  [/^synth-drivers$/, /^counts$/, () => countsOf(reportOn(synthetic))],
  [/^synth-drivers$/, /^nps$/, () => reportOn(synthetic).nps / 100],
  [/^synth-drivers$/, /^by_region$/, () => byRegion(({ nps }) => nps / 100)],
  [/^synth-drivers$/, /^n_region$/, () => byRegion(({ responses }) => responses)],
  [
    /^trap-nocov-/,
    /_(se|se_no_covariance)$/,
    ({ input }) => interval(countsOf(input), 'wald', '95').reduce((low, high) => (high - low) / 2 / z95),
  ],
  [
    /^trap-nocov-/,
    /^wrong_moe_full_width$/,
    ({ input }) => interval(countsOf(input), 'wald', '95').reduce((low, high) => (high - low) / 2),
  ],
];

/** Numbers side by side; limits are clamped on both sides, as the product does. */
function pairsOf(wanted, found, clamp) {
  if (typeof wanted === 'number') {
    const inside = (value) => (clamp ? Math.min(1, Math.max(-1, value)) : value);
    return [[inside(wanted), inside(found)]];
  }
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort());
  return Object.keys(wanted).flatMap((key) => pairsOf(wanted[key], found[key], clamp));
}

const checked = new Set();

for (const vector of vectors) {
  for (const [key, wanted] of Object.entries(vector.expected)) {
    const [row] = statusOf(vector.id, key);
    if (!row || !isCheckedHere(row)) continue;
    test(`${vector.id} ${key}: ${row[2]}`, () => {
      const figure = figures.find(([ids, keys]) => ids.test(vector.id) && keys.test(key));
      assert.ok(figure, 'used, but this test does not know how');
      const [, keys, take, tolerance = vector.tolerance] = figure;
      for (const [a, b] of pairsOf(wanted, take(vector, keys.exec(key)), /wald|tango|iterative/.test(key))) {
        if (row[2] === 'used') assert.ok(Math.abs(a - b) <= tolerance, `${b} is not ${a} within ${tolerance}`);
        else assert.ok(Math.abs(a - b) > 0.001, `${b} is the wrong ${a}`);
      }
      checked.add(`${vector.id} ${key}`);
    });
  }
}

test('the list names every key of every vector once, and nothing else', () => {
  assert.deepEqual(heading, ['id', 'key', 'status', 'note']);
  const keys = vectors.flatMap(({ id, expected }) => Object.keys(expected).map((key) => [id, key]));
  for (const [id, key] of keys) assert.equal(statusOf(id, key).length, 1, `${id} ${key}`);
  const meant = new Set(keys.map(([id, key]) => statusOf(id, key)[0]));
  for (const row of rows) {
    assert.ok(meant.has(row), `no vector has ${row[0]} ${row[1]}`);
    assert.ok(['used', 'used:native', 'not offered', 'must differ'].includes(row[2]), row[2]);
    assert.ok(row[3], `${row[0]} ${row[1]} has no note`);
  }
});

test('what the list calls used was checked', () => {
  const promised = vectors.flatMap(({ id, expected }) =>
    Object.keys(expected)
      .filter((key) => isCheckedHere(statusOf(id, key)[0]))
      .map((key) => `${id} ${key}`),
  );
  assert.deepEqual([...checked].sort(), promised.sort());
  assert.ok(promised.length > 240, `${promised.length}`);
});
