// SPDX-License-Identifier: MIT
// Plans, recipes, rejects and verification through the client in Node: what was planned is what is followed, what does not fit is
// refused whole, and a file that changes on the way gives nothing.

import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close, createClient, NpsError, plan, rejects, verify } from '../../dist/node.js';
import { carpentries, root, scratchFolder, survey2017 } from './places.mjs';

after(close);

const folder = scratchFolder();
const golden = (name) => join(root, 'tests/data/golden', name);
const expectation = (name) => JSON.parse(readFileSync(golden(`${name}.expect.json`), 'utf8'));
const qualtrics = golden('qualtrics_3row_de_numeric.csv');
const waves = ['2020-12-long-term-other_questions-no-open.csv', '20200326-longterm-other_questions-no-open.csv'].map((name) =>
  join(carpentries, name),
);

const refused = (promise, code, detail) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof NpsError, String(error));
    assert.deepEqual([error.code, error.detail], [code, detail]);
    return true;
  });

test('a plan, changed, is followed', async () => {
  const found = await plan(qualtrics);
  const [question] = found.questions;
  assert.deepEqual([question.code, found.complete, found.certain], ['missing', false, false]);
  assert.deepEqual(
    question.answers.map(({ value, nps }) => [value, nps]),
    [
      ['-1', null],
      ['reject', null],
    ],
  );
  assert.equal(question.proof.length, question.texts.length);
  found.recipe.sources[0].score.missing.push('-1');
  const { nps, files, questions, recipe } = await analyze(qualtrics, { plan: found });
  const wanted = expectation('qualtrics_3row_de_numeric');
  assert.equal(nps.responses, wanted.nps.responses);
  assert.equal(files[0].ledger.reasons['score-missing-code'], wanted.ledger.reasons['score-missing-code']);
  assert.ok(questions.every(({ settled }) => settled));
  const [source] = found.recipe.sources;
  assert.deepEqual(recipe, { ...found.recipe, sources: [{ ...source, settled: ['missing'] }] });
});

test('a plan with another score column gives the figures of that column', async () => {
  const found = await plan(survey2017);
  const [source] = found.recipe.sources;
  const { columns } = found.files[0];
  const other = columns.find(({ role, samples }) => role !== 'score' && samples.every((text) => !/^\d+$/.test(text)));
  source.columns = [{ column: other.name || `#${other.index + 1}`, role: 'score' }];
  await assert.rejects(analyze(survey2017, { plan: found }), ({ code, report }) => {
    assert.equal(code, 'no-scores');
    assert.equal(report.files[0].columns.find(({ role }) => role === 'score').index, other.index);
    return true;
  });
});

test('what a plan shows of a record is what stands there, whatever counts as a record of its file', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({
    score: i === 5 ? '9 ' : String(i % 11),
    when: `0${1 + (i % 9)}/0${1 + ((i * 5) % 9)}/2025`,
  }));
  const contents = {
    'shown.csv': ['score,when', ...rows.map(({ score, when }) => `${score},${when}`), ''].join('\n'),
    'shown.json': JSON.stringify(rows),
    'shown.ndjson': rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  };
  for (const [name, text] of Object.entries(contents)) {
    const path = join(folder, name);
    writeFileSync(path, text);
    // Names of members are no record of the file.
    const before = name.endsWith('csv') ? 1 : 0;
    const { questions, changes } = await plan(path);
    const order = questions.find(({ code }) => code === 'date-order');
    const shown = order.proof.map(({ record }) => Object.values(rows[record - before - 1]));
    assert.deepEqual(order.texts, shown, name);
    assert.deepEqual(
      changes.map(({ record, before: text }) => [record, text]),
      [[6 + before, '9 ']],
      name,
    );
  }
});

test('a recipe as an object and as its text is the same, and comes out as it went in', async () => {
  const first = await analyze(waves, { policy: { completeness: 0.3 }, groupBy: 'column:workshop_country', asOf: '2021-01-31' });
  assert.equal(first.nps.responses + (first.ledger.reasons['excluded-incomplete'] ?? 0), 221);
  const asObject = await analyze(waves, { recipe: first.recipe });
  const asText = await analyze(waves, { recipe: JSON.stringify(first.recipe, null, 2) });
  assert.deepEqual(asText, asObject);
  for (const member of ['asOf', 'recipe', 'nps', 'ledger', 'policy', 'groupBy', 'sensitivity', 'decisions', 'cleaning']) {
    assert.deepEqual(asObject[member], first[member], member);
  }
});

test('a recipe is followed by the next file of its kind, whatever its name', async () => {
  const { recipe } = await analyze(qualtrics, { missing: ['-99', '-1'] });
  const [header, ...lines] = readFileSync(qualtrics, 'utf8').split(/(?<=\n)/);
  const data = Buffer.from([header, ...lines.slice(0, 12)].join(''));
  const { files } = await analyze({ name: 'next.csv', data }, { recipe });
  assert.equal(files[0].fingerprint, recipe.sources[0].fingerprint);
  assert.equal(files[0].columns.find(({ role }) => role === 'score').name, 'Q23');
});

test('policy, level and groups beside a recipe are those of the call', async () => {
  const { recipe } = await analyze(qualtrics, { groupBy: 'month', level: 0.9 });
  const report = await analyze(qualtrics, {
    recipe,
    level: 0.99,
    policy: { answers: 'latest' },
    groupBy: 'column:UserLanguage',
  });
  assert.deepEqual([report.nps.interval.level, report.policy.answers], [0.99, 'latest']);
  assert.deepEqual(report.recipe.groupBy, ['column:UserLanguage']);
});

for (const [option, value] of [
  ['mapping', { score: 'Q23' }],
  ['missing', ['-1']],
  ['dialect', { delimiter: ',' }],
  ['encoding', 'utf-8'],
  ['sheet', 0],
  ['scale', 'scores'],
  ['dateOrder', 'day-first'],
  ['decimal', ','],
]) {
  test(`refused beside a recipe and beside a plan: ${option}`, async () => {
    const found = await plan(qualtrics);
    await refused(analyze(qualtrics, { recipe: found.recipe, [option]: value }), 'bad-option', option);
    await refused(analyze(qualtrics, { plan: found, [option]: value }), 'bad-option', option);
  });
}

test('a recipe for another file is refused with the report, and the next call is answered', async () => {
  const { recipe } = await plan(survey2017);
  await assert.rejects(analyze(qualtrics, { recipe }), ({ code, report }) => {
    assert.equal(code, 'recipe-mismatch');
    assert.equal(report.files[0].failure.code, 'recipe-mismatch');
    assert.equal(report.nps, null);
    return true;
  });
  assert.equal((await analyze(survey2017, { recipe })).nps.responses, 402);
});

test('of several files the one that the recipe does not know fails alone', async () => {
  const { recipe } = await plan(survey2017);
  const { files, nps } = await analyze([qualtrics, survey2017], { recipe });
  assert.deepEqual(
    files.map(({ failure }) => failure?.code ?? null),
    ['recipe-mismatch', null],
  );
  assert.equal(nps.responses, 402);
});

const broken = [
  ['no JSON', () => '{', 'syntax'],
  ['another schema', (recipe) => ({ ...recipe, schema: 'npscope-report/1' }), 'schema'],
  ['a policy that is none', (recipe) => ({ ...recipe, policy: { ...recipe.policy, answers: 'some' } }), 'answers'],
  ['a day in words', (recipe) => ({ ...recipe, asOf: 'today' }), 'asOf'],
  ['sources that are no list', (recipe) => ({ ...recipe, sources: {} }), 'sources'],
  ['a role that is none', (recipe) => withColumns(recipe, [{ column: 'Q23', role: 'colour' }]), 'role'],
  ['a level that is none', (recipe) => ({ ...recipe, level: 0.5 }), 'level'],
  ['a switch that is none', (recipe) => ({ ...recipe, cleaning: { ...recipe.cleaning, trim: 'yes' } }), 'trim'],
];

function withColumns(recipe, columns) {
  return { ...recipe, sources: recipe.sources.map((source) => ({ ...source, columns })) };
}

for (const [what, spoil, detail] of broken) {
  test(`a recipe with ${what} is refused, and what is wrong is named`, async () => {
    const { recipe } = await plan(qualtrics);
    await refused(analyze(qualtrics, { recipe: spoil(recipe) }), 'recipe-invalid', detail);
    assert.ok((await analyze(qualtrics)).nps);
  });
}

test('two score columns in a recipe contradict each other', async () => {
  const { recipe } = await plan(qualtrics);
  const columns = [
    { column: 'Q23', role: 'score' },
    { column: 'Progress', role: 'score' },
  ];
  await refused(analyze(qualtrics, { recipe: withColumns(recipe, columns) }), 'mapping-conflict', 'score');
});

test('decided() is the plan of the last analysis, of all records; before one it is refused', async () => {
  const client = createClient();
  try {
    await refused(client.decided(), 'bad-option', 'analysis');
    const { recipe, questions } = await client.analyze(qualtrics);
    const found = await client.decided();
    assert.deepEqual([found.complete, found.recipe], [true, recipe]);
    assert.deepEqual(
      found.questions.map(({ answers }) => answers),
      questions.map(({ answers }) => answers),
    );
    assert.ok(found.questions[0].answers.every(({ nps }) => nps !== null));
  } finally {
    client.close();
  }
});

test('rejects are the records of the ledger that do not count, with the cells of the file', async () => {
  const text = await new Response(rejects(qualtrics, { missing: ['-99', '-1'] })).text();
  const rows = text.split('\r\n').filter((row) => row.startsWith('qualtrics_3row_de_numeric.csv,'));
  const { rejects: wanted } = expectation('qualtrics_3row_de_numeric');
  assert.deepEqual(
    rows.map((row) => Number(row.split(',')[1])),
    wanted.map(([record]) => record),
  );
});

test('rejects of a file of the report that is not there, and in a form that is none', async () => {
  await refused(new Response(rejects(survey2017, { file: 1 })).text(), 'bad-option', 'file');
  await refused(new Response(rejects(survey2017, { as: 'pdf' })).text(), 'bad-option', 'rejects.kind');
});

test('a file that changes between the passes: source-changed', async () => {
  for (const [what, change] of [
    ['one score', (path) => writeFileSync(path, readFileSync(survey2017, 'utf8').replace(/,10(?=[,\n])/, ',9 '))],
    ['shorter', (path) => writeFileSync(path, readFileSync(survey2017).subarray(0, 5000))],
    ['longer', (path) => writeFileSync(path, Buffer.concat([readFileSync(survey2017), Buffer.from('x,y\n')]))],
    ['another file', (path) => copyFileSync(qualtrics, path)],
  ]) {
    const client = createClient();
    const path = join(folder, `${what}.csv`);
    copyFileSync(survey2017, path);
    // The clock of the file is the same, so that only its content tells.
    const then = new Date('2024-01-01T00:00:00Z');
    utimesSync(path, then, then);
    try {
      const options = { asOf: '2026-11-22' };
      await client.analyze(path, options);
      change(path);
      utimesSync(path, then, then);
      await assert.rejects(new Response(client.rejects(path, options)).text(), { code: 'source-changed' }, what);
      assert.equal((await client.analyze(survey2017)).nps.responses, 402);
    } finally {
      client.close();
    }
  }
});

test('verify: the same, another order, and a changed byte', async () => {
  const saved = structuredClone(await analyze(waves, { sha256: true }));
  const same = await verify(saved, waves);
  assert.deepEqual([same.same, same.differences], [true, []]);
  assert.equal((await verify(saved, waves.toReversed())).same, true);
  const bytes = readFileSync(waves[0]);
  bytes[bytes.lastIndexOf(0x31)] = 0x32;
  const { same: still, differences } = await verify(saved, [{ name: 'changed.csv', data: bytes }, waves[1]]);
  assert.equal(still, false);
  const hash = differences.find(({ path }) => path === 'files.0.sha256');
  assert.equal(hash.saved, JSON.stringify(saved.files[0].sha256));
  assert.ok(!differences.some(({ path }) => path.startsWith('files.1.')));
});

test('verify refuses what is no saved report', async () => {
  const report = await analyze(survey2017);
  for (const saved of [null, {}, [], report, { ...report, schema: 'npscope-report/2' }, { ...report, files: null }])
    await refused(verify(saved, survey2017), 'report-invalid', undefined);
});
