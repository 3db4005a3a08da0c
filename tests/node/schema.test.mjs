// SPDX-License-Identifier: MIT
// Reports, inspections, plans and recipes of every kind against the JSON Schemas in the package, and ones with one thing wrong that
// they must refuse.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import Ajv from 'ajv/dist/2020.js';

import { analyze, close, inspect, plan, scoreFromCounts } from '../../dist/node.js';
import { bytesOf, carpentries, dist, formats, root, survey2017 } from './places.mjs';

after(close);

const validatorOf = (name) =>
  new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(dist, name), 'utf8')),
  );
const goldenFolder = join(root, 'tests/data/golden');
const validate = validatorOf('report.schema.json');
const validateInspection = validatorOf('inspect.schema.json');
const validatePlan = validatorOf('plan.schema.json');
const validateRecipe = validatorOf('recipe.schema.json');
const golden = readdirSync(goldenFolder)
  .filter((name) => !/\.expect\.json$|\.py$|README/.test(name))
  .map((name) => join(goldenFolder, name));
const reportOf = (promise) => promise.catch((error) => error.report ?? Promise.reject(error));

const kinds = [
  ['a survey', () => analyze(survey2017)],
  ['groups', () => analyze(survey2017, { groupBy: 'column:Country' })],
  ['two files', () => analyze([survey2017, join(carpentries, '2020-12-long-term-other_questions-no-open.csv')])],
  ['issues', () => analyze(bytesOf('Id,Score\na,10\nb,eleven\nc,9.5\nd\ne,1,2,3\n"f,9'), { mapping: { score: 'Score' } })],
  ['every format', () => analyze(readdirSync(formats).map((name) => join(formats, name)))],
  ['every golden fixture', () => analyze(golden, { sha256: true, groupBy: 'month' })],
  [
    'the mean of each respondent',
    () => analyze(golden, { policy: { answers: 'mean', from: '2024-01-01', completeness: 0.2 } }),
  ],
  ['a policy without its column', () => analyze(survey2017, { policy: { answers: 'latest' } })],
  ['the same file twice', () => analyze([survey2017, survey2017])],
  ['a sheet that is not there', () => analyze(join(formats, 'survey.xlsx'), { sheet: 'Winter' })],
  ['counts', () => scoreFromCounts({ detractors: 1, passives: 2, promoters: 3 })],
  ['no score', () => analyze(bytesOf('Id,Score\na,x\n'), { mapping: { score: 'Score' } })],
  ['an empty file', () => analyze(new Uint8Array())],
  ['a file that is not there', () => analyze('/nowhere/at/all.csv')],
  ['a picture', () => analyze(new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))],
  ['binary', () => analyze(new Uint8Array(5000).map((_, index) => (index * 37) % 251))],
];

for (const [what, ask] of kinds) {
  test(`the report of ${what} is valid`, async () => {
    const report = await reportOf(ask());
    assert.ok(validate(report), JSON.stringify(validate.errors));
  });
}

const inspected = [
  ['every format', readdirSync(formats).map((name) => join(formats, name))],
  ['an empty file', new Uint8Array()],
  ['a picture', new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
];

for (const [what, files] of inspected) {
  test(`the inspection of ${what} is valid, and is no report`, async () => {
    const inspection = await inspect(files);
    assert.ok(validateInspection(inspection), JSON.stringify(validateInspection.errors));
    assert.equal(validate(inspection), false);
  });
}

test('refused: an inspection without samples', async () => {
  const inspection = await inspect(survey2017);
  delete inspection.files[0].columns[0].samples;
  assert.equal(validateInspection(inspection), false);
});

for (const [what, files] of [...inspected, ['every golden fixture', golden]]) {
  test(`the plan of ${what} is valid, and so is its recipe`, async () => {
    const found = await plan(files);
    assert.ok(validatePlan(found), JSON.stringify(validatePlan.errors));
    assert.ok(validateRecipe(found.recipe), JSON.stringify(validateRecipe.errors));
  });
}

test('the recipe that a report followed is valid', async () => {
  const { recipe } = await analyze(golden, { groupBy: ['month', 'column:Q1'], policy: { include: ['excluded-test'] } });
  assert.ok(validateRecipe(recipe), JSON.stringify(validateRecipe.errors));
});

test('a recipe with themes is valid, and so is its report; one with other than lists of words is not', async () => {
  const report = await analyze(survey2017, { themes: { Data: ['data', 'dat*'], R: ['r'] } });
  assert.ok(validate(report), JSON.stringify(validate.errors));
  assert.ok(validateRecipe(report.recipe), JSON.stringify(validateRecipe.errors));
  for (const themes of [{}, { Data: [] }, { Data: 'data' }, { Data: [''] }, ['data']])
    assert.equal(validateRecipe({ ...report.recipe, themes }), false);
});

test('refused: a plan whose questions have no texts, and a recipe with a role that is none', async () => {
  const found = await plan(join(goldenFolder, 'qualtrics_3row_de_numeric.csv'));
  found.recipe.sources[0].columns[0].role = 'colour';
  assert.equal(validateRecipe(found.recipe), false);
  found.recipe.sources[0].columns[0].role = 'segment';
  assert.ok(validatePlan(found));
  delete found.questions[0].texts;
  assert.equal(validatePlan(found), false);
});

const breaks = [
  ['another schema', (report) => (report.schema = 'npscope-report/2')],
  ['no nps key', (report) => delete report.nps],
  ['an nps out of range', (report) => (report.nps.nps = 101)],
  ['NaN as text', (report) => (report.nps.nps = 'NaN')],
  ['nobody', (report) => (report.nps.responses = 0)],
  ['twelve scores', (report) => report.nps.histogram.push(0)],
  ['an unknown interval', (report) => (report.nps.interval.method = 'guess')],
  ['a negative count', (report) => (report.files[0].ledger.read = -1)],
  ['a ledger without reasons', (report) => delete report.files[0].ledger.reasons],
  ['a sentence as a code', (report) => (report.files[0].ledger.reasons = { 'It is empty.': 1 })],
  ['an unknown role', (report) => (report.files[0].columns[0].role = 'colour')],
  ['a short hash', (report) => (report.files[0].hash = 'abc')],
  ['no policy', (report) => delete report.policy],
  ['a policy of no kind', (report) => (report.policy.answers = 'some')],
  ['a completeness beyond all', (report) => (report.policy.completeness = 1.5)],
  ['a rule that is none', (report) => (report.cleaning[0].rule = 'polish')],
  ['a day in words', (report) => (report.asOf = 'today')],
  ['a verdict that is none', (report) => (report.files[0].quality.verdict = 'excellent')],
  ['a recipe of another kind', (report) => (report.recipe.schema = 'npscope-recipe/2')],
];

for (const [what, spoil] of breaks) {
  test(`refused: ${what}`, async () => {
    const report = structuredClone(await analyze(survey2017));
    spoil(report);
    assert.equal(validate(report), false);
  });
}

test('keys of later versions are no fault', async () => {
  const report = structuredClone(await analyze(survey2017));
  report.trend = [];
  report.files[0].columns[0].scale = 'ordinal';
  report.nps.interval.adjusted = true;
  assert.ok(validate(report), JSON.stringify(validate.errors));
});

test('the ledger balances in every report', async () => {
  for (const [what, ask] of kinds) {
    for (const { ledger } of (await reportOf(ask())).files) {
      const { read, accepted, rejected, duplicate, excluded, unscored, reasons } = ledger;
      assert.equal(read, accepted + rejected + duplicate + excluded + unscored, what);
      assert.equal(
        read - accepted,
        Object.values(reasons).reduce((sum, count) => sum + count, 0),
        what,
      );
    }
  }
});
