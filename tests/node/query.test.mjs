// SPDX-License-Identifier: MIT
// Questions about a survey: figures are those that a count by hand gives; the same responses in one file, in two and in five give the
// same bytes, natively and in WebAssembly, whatever the blocks; and what cannot be asked is refused with its place.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { nativeAnswers, wasmAnswers, wasmReport, withoutNative } from '../support/core.mjs';
import { csvOf, kColumns, kRoles, surveyRows } from '../support/survey.mjs';

const rows = surveyRows(700);
const options = [...kRoles, ['asOf', '2026-11-22'], ['duplicates.rows', 'off']];
const column = (name) => kColumns.indexOf(name);
const scoreOf = (row) => Number(row[column('How likely are you to recommend us?')]);

const folder = mkdtempSync(join(tmpdir(), 'npscope-query-'));
after(() => rmSync(folder, { recursive: true }));

/** The survey cut into so many files. */
function filesOf(count) {
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, index) => ({
    name: `part-${index}.csv`,
    bytes: csvOf(rows.slice(index * size, (index + 1) * size)),
  }));
}

const ask = (query, files = filesOf(1)) => JSON.parse(wasmAnswers(files, [query], options)[0]);

/** Detractors, passives, promoters of some rows. */
function groupsOf(some) {
  const count = (least, most) => some.filter((row) => scoreOf(row) >= least && scoreOf(row) <= most).length;
  return { responses: some.length, detractors: count(0, 6), passives: count(7, 8), promoters: count(9, 10) };
}

const npsOf = ({ responses, detractors, promoters }) => (100 * (promoters - detractors)) / responses;

const kQueries = {
  nps: { measures: ['nps'] },
  'by region': { groupBy: ['Region'], measures: ['nps', 'shares', 'probability', 'bootstrap', 'homogeneity'] },
  'by region and plan': { groupBy: ['Region', 'Plan'], measures: ['nps'] },
  'by month': { groupBy: [{ time: 'month' }], measures: ['nps', 'trend'] },
  'by week and plan': { groupBy: [{ time: 'week' }, 'Plan'], measures: ['trend'] },
  'fiscal quarters': { groupBy: [{ time: 'quarter', firstMonth: 4 }], measures: ['nps'] },
  'by group': { groupBy: [{ by: 'group' }], measures: ['nps'] },
  'sample size': { measures: [{ measure: 'sample-size', margin: 5, population: 5000 }] },
  goals: { groupBy: ['Plan'], measures: [{ measure: 'goals', default: 10 }] },
  difference: { filter: [{ column: 'Plan', equals: 'Pro' }], measures: ['difference'] },
  'difference of two': {
    filter: [{ column: 'Plan', equals: 'Pro' }],
    with: { filter: [{ column: 'Plan', equals: 'Team' }] },
    groupBy: ['Region'],
    measures: ['difference', 'decomposition'],
  },
  paired: {
    filter: [{ role: 'date', to: '2025-06-30' }],
    with: { filter: [{ role: 'date', from: '2025-07-01' }] },
    measures: ['paired'],
  },
  segments: { groupBy: ['Region'], measures: ['segments', { measure: 'segments', adjust: 'holm' }] },
  weighted: { measures: [{ measure: 'weighted', weight: 'Weight' }, 'clustered', 'accounts'] },
  raked: { measures: [{ measure: 'raked', margins: [{ column: 'Plan', shares: { Free: 0.5, Pro: 0.3, Team: 0.2 } }] }] },
  trend: {
    measures: [{ measure: 'trend', unit: 'month', control: 'laney', rolling: { days: 60 } }],
  },
  events: { measures: [{ measure: 'events', events: [{ day: '2025-06-15', name: 'Release' }], window: { days: 60 } }] },
  drivers: { measures: ['drivers', 'association'] },
  terms: { measures: ['terms'] },
  'terms of two': {
    filter: [{ column: 'Plan', equals: 'Free' }],
    with: { filter: [{ column: 'Plan', equals: 'Team' }] },
    measures: ['terms'],
  },
  themes: { groupBy: ['Plan'], measures: [{ measure: 'themes', themes: { Support: ['support'], Price: ['expensive'] } }] },
  languages: { measures: ['languages', 'near-duplicates'] },
  comments: {
    filter: [{ role: 'comment', contains: 'SUPPORT' }],
    measures: [{ measure: 'comments', search: 'support', limit: 5 }],
  },
  shared: { share: { minimum: 10 }, groupBy: ['Region', 'Plan'], measures: ['nps', 'segments', 'terms', 'comments'] },
  filtered: {
    filter: [
      { column: 'Seats', from: 50, to: 150 },
      { column: 'Region', in: ['EMEA', 'DACH'] },
      { role: 'date', from: '2025-02-01', to: '2025-10-31' },
      { group: ['promoter', 'detractor'] },
      { column: 'Plan', equals: 'Free', not: true },
    ],
    groupBy: ['Region'],
    measures: ['nps'],
  },
  latest: { policy: { answers: 'latest', unit: 'respondent' }, measures: ['nps'] },
};

test('figures by group are those of a count by hand', () => {
  const { responses, counted, answers } = ask(kQueries['by region']);
  assert.equal(responses, rows.length);
  assert.equal(counted, rows.length);
  const [{ cells }] = answers;
  const labels = ['APAC', 'Americas', 'DACH', 'EMEA', null];
  assert.deepEqual(
    cells.map(({ values }) => values[0]),
    labels,
  );
  for (const cell of cells) {
    const expected = groupsOf(rows.filter((row) => row[column('Region')] === (cell.values[0] ?? '')));
    const { responses: n, detractors, passives, promoters } = cell;
    assert.deepEqual({ responses: n, detractors, passives, promoters }, expected);
    assert.ok(Math.abs(cell.nps - npsOf(expected)) < 1e-9);
    assert.ok(cell.interval.low <= cell.nps && cell.nps <= cell.interval.high);
  }
});

test('a filter lets exactly those through that meet all of its conditions', () => {
  const number = (row, name) => Number(row[column(name)]);
  const expected = rows.filter(
    (row) =>
      number(row, 'Seats') >= 50 &&
      number(row, 'Seats') <= 150 &&
      ['EMEA', 'DACH'].includes(row[column('Region')]) &&
      row[column('Submitted')] >= '2025-02-01' &&
      row[column('Submitted')] <= '2025-10-31' &&
      (scoreOf(row) <= 6 || scoreOf(row) >= 9) &&
      row[column('Plan')] !== 'Free',
  );
  assert.ok(expected.length > 5);
  assert.equal(ask(kQueries.filtered).responses, expected.length);
});

test('text is found whatever the case', () => {
  const expected = rows.filter((row) => row[column('Comment')].toLowerCase().includes('support'));
  const { responses, answers } = ask(kQueries.comments);
  assert.equal(responses, expected.length);
  assert.equal(answers[0].total, expected.length);
});

test('the latest answer of each respondent counts under that policy', () => {
  const people = new Set(rows.map((row) => row[column('Email')]));
  assert.equal(ask(kQueries.latest).responses, people.size);
});

// With a column of waves a file is no wave, so that files can be cut without a difference.
const inWaves = options.map(([name, value]) => (value === 'Plan' ? ['map.wave', value] : [name, value]));

for (const unit of ['respondent', 'account']) {
  const mean = { answers: 'mean', unit };

  test(`under the policy mean by ${unit} all together have the figure of the report, bit for bit`, () => {
    const policy = [
      ['policy.answers', 'mean'],
      ['policy.unit', unit],
    ];
    for (const count of [1, 2, 5]) {
      const { nps } = JSON.parse(wasmReport(filesOf(count), [...inWaves, ...policy]));
      assert.ok(nps.units < rows.length);
      const figure = (query, given) => {
        const [{ cells }] = JSON.parse(wasmAnswers(filesOf(count), [query], given)[0]).answers;
        const { values, margin, small, ...rest } = cells[0];
        assert.deepEqual([values, small], [[], nps.units < 30]);
        assert.equal(margin, (nps.interval.high - nps.interval.low) / 2);
        return rest;
      };
      assert.deepEqual(figure({ measures: ['nps'], policy: mean }, inWaves), nps);
      assert.deepEqual(figure({ measures: ['nps'] }, [...inWaves, ...policy]), nps);
      // Without a column of waves each file is one, for the report and for the question.
      const byFile = JSON.parse(wasmReport(filesOf(count), [...options, ...policy])).nps;
      const [{ cells }] = JSON.parse(wasmAnswers(filesOf(count), [{ measures: ['nps'], policy: mean }], options)[0]).answers;
      assert.deepEqual([cells[0].nps, cells[0].units, cells[0].interval], [byFile.nps, byFile.units, byFile.interval]);
    }
  });

  test(`under the policy mean by ${unit}: one file, two and five give the same bytes`, () => {
    const query = { groupBy: ['Region', { time: 'quarter' }], policy: mean, measures: ['nps', 'shares', 'terms', 'drivers'] };
    const [whole, two, five] = [1, 2, 5].map((count) => wasmAnswers(filesOf(count), [query], inWaves)[0]);
    const [nps, ...others] = JSON.parse(whole).answers;
    assert.ok(nps.cells.length > 10 && nps.cells.some(({ units, responses }) => units < responses));
    for (const { unavailable } of others) assert.deepEqual(unavailable, { code: 'mean-policy' });
    assert.equal(two, whole);
    assert.equal(five, whole);
  });
}

test('under the policy mean a respondent counts once in each group', () => {
  const { answers } = JSON.parse(
    wasmAnswers(filesOf(1), [{ groupBy: ['Region'], policy: { answers: 'mean' }, measures: ['nps'] }], inWaves)[0],
  );
  for (const { values, nps, units } of answers[0].cells) {
    const people = new Map();
    for (const row of rows.filter((one) => one[column('Region')] === (values[0] ?? ''))) {
      const key = `${row[column('Email')]} ${row[column('Plan')]}`;
      const answer = scoreOf(row) >= 9 ? 1 : scoreOf(row) >= 7 ? 0 : -1;
      people.set(key, [...(people.get(key) ?? []), answer]);
    }
    const means = [...people.values()].map((list) => list.reduce((sum, one) => sum + one, 0) / list.length);
    assert.equal(units, means.length);
    assert.ok(Math.abs(nps - (100 * means.reduce((sum, one) => sum + one, 0)) / means.length) < 1e-9);
  }
});

/** Where a comment stands is the only thing that differs when files are cut otherwise. */
const withoutPlaces = (text) => text.replace(/"(file|record)":\d+/g, '"$1":0');

// A file is a wave: who is the latest in a wave depends on the files by design.
for (const [name, query] of Object.entries(kQueries).filter(([, { policy }]) => !policy)) {
  test(`${name}: one file, two and five give the same bytes`, () => {
    const [whole, two, five] = [1, 2, 5].map((count) => withoutPlaces(wasmAnswers(filesOf(count), [query], options)[0]));
    assert.ok(!whole.startsWith('refused') && !whole.startsWith('{"failure"'), whole);
    assert.equal(two, whole);
    assert.equal(five, whole);
  });
}

test('native and WebAssembly give the same bytes, in blocks of any size', { skip: withoutNative }, () => {
  const paths = filesOf(2).map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const queries = Object.values(kQueries);
  const wasm = wasmAnswers(filesOf(2), queries, options);
  const native = nativeAnswers(paths, queries, options, join(folder, 'questions.ndjson'));
  for (const [index, name] of Object.keys(kQueries).entries()) assert.equal(native[index], wasm[index], name);
  assert.deepEqual(wasmAnswers(filesOf(2), queries, options, { block: 1000 }), wasm);
});

test('what cannot be asked is refused with its place', () => {
  const refused = (query) => wasmAnswers(filesOf(1), [query], options)[0];
  assert.equal(refused('{"measures":'), 'refused:query-invalid:syntax');
  assert.equal(refused({ measures: ['npss'] }), 'refused:query-invalid:measures.0');
  assert.equal(
    refused({ measures: [{ measure: 'segments', adjust: 'often' }], groupBy: ['Plan'] }),
    'refused:query-invalid:measures.0.adjust',
  );
  assert.equal(refused({ measures: ['nps'], groupBy: ['Colour'] }), 'refused:unknown-column:Colour');
  assert.equal(refused({ measures: ['nps'], filter: [{ column: 'Colour', equals: 'red' }] }), 'refused:unknown-column:Colour');
  assert.equal(refused({ measures: ['nps'], policy: { answers: 'median' } }), 'refused:query-invalid:policy.answers');
  assert.equal(refused({ measures: ['nps'], interval: { level: 0.42 } }), 'refused:query-invalid:interval.level');
});

test('a filter that matches nothing gives no figure, and says so', () => {
  const { responses, answers } = ask({
    filter: [{ column: 'Plan', equals: 'Gold' }],
    measures: ['nps', 'difference', 'drivers', 'terms'],
  });
  assert.equal(responses, 0);
  assert.equal(JSON.stringify(answers).includes('NaN'), false);
  for (const answer of answers.slice(0, 2)) assert.ok(answer.unavailable || answer.cells?.length === 0, JSON.stringify(answer));
});

test('a source that has changed is told, and nothing of the question is half done', () => {
  const files = filesOf(1);
  const changed = csvOf([...rows.slice(0, -1), rows[0]]);
  const [first] = wasmAnswers(files, [kQueries['by region']], options, { again: () => changed });
  assert.equal(first, 'refused:source-changed');
});
