// SPDX-License-Identifier: MIT
// What a person changes on the page becomes exactly one change of the recipe, and the recipe it came from stays as it was; and what of
// the files given is a saved recipe or report is told by content.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importSources } from './source.mjs';

const edits = await importSources(['web/files/recipe-edits.ts', 'web/files/saved-files.ts']);

const columnsOf = (...columns) => columns.map(([name, role], index) => ({ index, name, role, confidence: 1, evidence: [] }));

const spring = {
  name: 'spring.csv',
  fingerprint: 'f1',
  format: 'csv',
  encoding: 'utf-8',
  dialect: { delimiter: ';', quote: '"', headerRecords: 2 },
  headerRecords: 2,
  tables: [],
  zone: 'Europe/Berlin',
  preset: null,
  failure: null,
  columns: columnsOf(['id', 'response-id'], ['nps', 'score'], ['why', 'comment'], ['x', 'none'], ['x', 'none'], ['', 'none']),
};
const summer = { ...spring, name: 'summer.csv' };
const other = {
  ...spring,
  name: 'other.csv',
  fingerprint: 'f2',
  columns: columnsOf(['city', 'none'], ['mark', 'none']),
  failure: { code: 'no-score-column' },
};

const source = {
  fingerprint: 'f1',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  quote: '"',
  sheet: null,
  headerRecords: 2,
  preset: null,
  columns: [
    { column: 'id', role: 'response-id' },
    { column: 'nps', role: 'score' },
    { column: 'why', role: 'comment' },
  ],
  score: { kind: 'positions', groups: null, missing: ['-99'] },
  exclude: [],
  dateOrder: 'day-first',
  decimal: '.',
  zone: null,
  settled: [],
};

const recipe = {
  schema: 'npscope-recipe/1',
  asOf: '2024-05-31',
  sources: [source],
  cleaning: { trim: true, labels: true },
  duplicates: { rows: 'keyed', responses: true, respondents: false, files: true },
  policy: { answers: 'all', unit: 'respondent', from: null, to: null, completeness: 0, include: [] },
  groupBy: [],
  level: 0.95,
  method: 'score',
};
const untouched = structuredClone(recipe);
const files = [spring, summer, other];
const rolesIn = (changed, file = 0) => changed.sources[file].columns.map(({ column, role }) => [column, role]);

test('a role that one column may have leaves the column that had it, and the scale with it', () => {
  const changed = edits.withRole(recipe, files, 0, 2, 'score');
  assert.deepEqual(rolesIn(changed), [
    ['id', 'response-id'],
    ['why', 'score'],
  ]);
  assert.deepEqual(changed.sources[0].score, { kind: 'scores', groups: null, missing: ['-99'] });
  assert.deepEqual(recipe, untouched);
});

test('roles that may repeat leave the others alone; a column whose name is not the only one goes by its position', () => {
  const changed = edits.withRole(edits.withRole(recipe, files, 0, 4, 'comment'), files, 0, 5, 'segment');
  assert.deepEqual(rolesIn(changed).slice(2), [
    ['why', 'comment'],
    ['#5', 'comment'],
    ['#6', 'segment'],
  ]);
  assert.deepEqual(edits.rolesOf(changed, files, 0), ['response-id', 'score', 'comment', 'none', 'comment', 'segment']);
  assert.deepEqual(rolesIn(edits.withRole(changed, files, 0, 4, 'none')).length, 4);
});

test('another column of dates has an order of its own', () => {
  assert.equal(edits.withRole(recipe, files, 0, 3, 'date').sources[0].dateOrder, null);
});

test('files of one kind share an entry, or have one each when they were decided differently', () => {
  assert.equal(edits.sourceIndex(recipe, files, 1), 0);
  const two = { ...recipe, sources: [source, { ...source, decimal: ',' }] };
  assert.equal(edits.sourceIndex(two, files, 1), 1);
  assert.equal(edits.sourceIndex(two, files, 2), -1);
});

test('a file that gave nothing gets an entry as it was recognised', () => {
  const changed = edits.withRole(recipe, files, 2, 1, 'score');
  assert.equal(changed.sources.length, 2);
  const { fingerprint, delimiter, headerRecords, columns, zone } = changed.sources[1];
  assert.deepEqual(
    { fingerprint, delimiter, headerRecords, columns, zone },
    {
      fingerprint: 'f2',
      delimiter: ';',
      headerRecords: 2,
      columns: [{ column: 'mark', role: 'score' }],
      zone: 'Europe/Berlin',
    },
  );
});

const question = (code, values, chosen = values[0]) => ({
  code,
  file: 0,
  column: 1,
  answers: values.map((value) => ({ value, chosen: value === chosen, responses: 1, nps: 0 })),
});

/** Question, the answer in the recipe before, another answer, and what it changes. */
const answers = [
  [
    question('score-column', ['1', '2']),
    '1',
    '2',
    ({ sources }) => sources[0].columns.find(({ role }) => role === 'score').column,
    'why',
  ],
  [question('scale', ['positions', 'scores']), 'positions', 'scores', ({ sources }) => sources[0].score.kind, 'scores'],
  [question('missing', ['-99', 'reject']), '-99', 'reject', ({ sources }) => sources[0].score.missing.join(), ''],
  [question('missing', ['-1', 'reject'], 'reject'), 'reject', '-1', ({ sources }) => sources[0].score.missing.join(), '-99,-1'],
  [
    question('date-order', ['day-first', 'month-first']),
    'day-first',
    'month-first',
    ({ sources }) => sources[0].dateOrder,
    'month-first',
  ],
  [question('decimal', ['.', ',']), '.', ',', ({ sources }) => sources[0].decimal, ','],
  [question('zone', ['as-written', 'UTC']), 'as-written', 'UTC', ({ sources }) => sources[0].zone, 'UTC'],
  [question('same-file', ['once', 'twice']), 'once', 'twice', ({ duplicates }) => duplicates.files, false],
];

for (const [asked, before, answer, found, expected] of answers) {
  test(`an answer to ${asked.code}: ${answer}`, () => {
    assert.equal(edits.answerIn(recipe, files, asked), before);
    const changed = edits.withAnswer(recipe, files, asked, answer);
    assert.deepEqual(found(changed), expected);
    assert.equal(edits.answerIn(changed, files, asked), answer);
    assert.deepEqual(changed.sources[0].settled, [asked.code]);
    assert.equal(edits.isSettled(changed, files, 0, asked.code), true);
    assert.equal(edits.isSettled(recipe, files, 0, asked.code), false);
    assert.deepEqual(recipe, untouched);
  });
}

test('answers that were accepted as they were are settled, and nothing else changes', () => {
  const changed = edits.withSettled(recipe, files, [question('scale', ['positions']), question('missing', ['-99'])]);
  assert.deepEqual(changed, { ...recipe, sources: [{ ...source, settled: ['missing', 'scale'] }] });
  assert.ok(edits.isSame(edits.withSettled(changed, files, [question('scale', ['positions'])]), changed));
});

const decisions = [
  ['duplicate-row', ({ duplicates }) => duplicates.rows, 'off'],
  ['duplicate-response', ({ duplicates }) => duplicates.responses, false],
  ['duplicate-respondent', ({ duplicates }) => duplicates.respondents, false],
  ['duplicate-file', ({ duplicates }) => duplicates.files, false],
  ['excluded-repeat', ({ policy }) => policy.answers, 'all'],
  ['excluded-incomplete', ({ policy }) => policy.completeness, 0],
  ['excluded-test', ({ policy }) => policy.include.join(), 'excluded-test'],
];

for (const [code, found, expected] of decisions) {
  test(`rows left out as ${code} can be counted`, () => {
    const strict = { ...recipe, policy: { ...recipe.policy, answers: 'latest', completeness: 0.5 } };
    assert.deepEqual(found(edits.withCounted(strict, code)), expected);
  });
}

test('a period is lifted at both ends, and rows that were replaced can not be counted', () => {
  const bounded = edits.withPolicy(recipe, { from: '2024-01-01', to: '2024-02-01' });
  assert.deepEqual(edits.withCounted(bounded, 'excluded-date').policy, recipe.policy);
  assert.equal(edits.withCounted(recipe, 'replaced'), undefined);
});

test('an exclusion is counted once and left out again', () => {
  const counted = edits.withInclusion(edits.withInclusion(recipe, 'excluded-test', true), 'excluded-test', true);
  assert.deepEqual(counted.policy.include, ['excluded-test']);
  assert.deepEqual(edits.withInclusion(counted, 'excluded-test', false), recipe);
});

test('decisions of two recipes come together, and what is known stays', () => {
  const more = {
    ...recipe,
    sources: [
      { ...source, decimal: ',' },
      { ...source, fingerprint: 'f2' },
    ],
  };
  const both = edits.withSourcesOf(recipe, more);
  assert.deepEqual(
    both.sources.map(({ fingerprint, decimal }) => [fingerprint, decimal]),
    [
      ['f1', '.'],
      ['f2', '.'],
    ],
  );
  assert.ok(edits.isKnown(both, { fingerprint: 'f2' }));
  assert.ok(!edits.isKnown(both, { fingerprint: null }));
});

test('themes stand at the end as they were written, and without any there is no such member', () => {
  const themes = { Price: ['price', 'too expensive'], Speed: ['slow*'] };
  const kept = edits.withThemes(recipe, themes);
  assert.equal(JSON.stringify(kept), JSON.stringify({ ...recipe, themes }));
  assert.equal(JSON.stringify(edits.withThemes(edits.withPolicy(kept, {}), { Speed: ['slow'] }).themes), '{"Speed":["slow"]}');
  assert.equal(JSON.stringify(edits.withThemes(kept, {})), JSON.stringify(recipe));
  assert.equal(JSON.stringify(edits.withThemes(kept, undefined)), JSON.stringify(recipe));
  assert.ok(!('themes' in recipe));
});

const named = (name, text) => new File([text], name);
const saved = JSON.stringify(recipe, null, 2);

test('recipes and reports are told from surveys by what is in them', async () => {
  const survey = named('recipe.json', JSON.stringify([{ nps: 9, schema: 'npscope-recipe/1' }]));
  const nested = named('b.json', JSON.stringify({ rows: [{ schema: 'npscope-report/1' }] }));
  const folder = { name: 'x/mine.txt', data: new Blob([`\ufeff${saved}`]) };
  const report = named('r.json', JSON.stringify({ schema: 'npscope-report/1', files: [] }));
  const given = await edits.sorted([survey, folder, nested, report]);
  assert.deepEqual(given.files, [survey, nested]);
  assert.deepEqual(given.recipe, { name: 'x/mine.txt', recipe });
  assert.equal(given.report.name, 'r.json');
});

test('a recipe that was edited to nonsense is given on as text, so that the reading says what is wrong', async () => {
  const given = await edits.sorted([named('a.json', saved.replace(',', ''))]);
  assert.deepEqual(given.files, []);
  assert.equal(given.recipe.recipe, saved.replace(',', ''));
});

test('what is saved about a file is named after it', () => {
  assert.equal(edits.besideName('wave/spring.2024.csv', '-rejects.csv'), 'spring.2024-rejects.csv');
  assert.equal(edits.besideName('', '-rejects.csv'), 'npscope-rejects.csv');
});
