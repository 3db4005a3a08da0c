// SPDX-License-Identifier: MIT
// Themes that a recipe keeps: they go through every reading as they are written, questions that name none take them, and reports, plans
// and the terminal have them again.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close, open, plan, verify } from '../../dist/node.js';
import { npscope } from './command.mjs';
import { bytesOf, scratchFolder } from './places.mjs';

after(close);

const folder = scratchFolder();
const text = [
  'id,How likely are you to recommend us?,Why?',
  '1,9,Good price and quick support',
  '2,3,Far too expensive for what it does',
  '3,8,',
  '4,10,Support was quick',
  '5,2,"Slow support, slow pages"',
].join('\n');
const survey = { name: 'survey.csv', data: bytesOf(`${text}\n`) };
const file = join(folder, 'survey.csv');
writeFileSync(file, `${text}\n`);

const mapping = { comment: 'Why?' };
const themes = { Price: ['price', 'too expensive'], 速度: ['quick', 'slow*'] };
/** Of four comments two are about the price, and three about how fast it goes. */
const expected = [
  ['Price', 2],
  ['速度', 3],
];

const mentions = ({ answers: [{ themes: names, cells }] }) =>
  names.map(({ name }, index) => [name, cells[0].themes[index].responses]);

test('a report has the themes of its recipe at the end, and a recipe without any has no such member', async () => {
  const { recipe } = await analyze(survey, { mapping });
  assert.ok(!('themes' in recipe));
  const report = await analyze(survey, { recipe: { ...recipe, themes } });
  assert.equal(JSON.stringify(report.recipe), JSON.stringify({ ...recipe, themes }));
  assert.deepEqual({ ...report, recipe }, await analyze(survey, { recipe }), 'no figure depends on them');
  assert.deepEqual((await plan(survey, { recipe: report.recipe })).recipe.themes, themes);
  assert.ok(!('themes' in (await analyze(survey, { recipe: report.recipe, themes: {} })).recipe));
});

test('a question without themes takes those of the analysis', async () => {
  const { recipe } = await analyze(survey, { mapping });
  for (const options of [{ recipe: { ...recipe, themes } }, { mapping, themes }]) {
    const session = await open(survey, options);
    const answer = await session.query({ measures: ['themes'] });
    assert.deepEqual(mentions(answer), expected);
    assert.deepEqual(await session.query({ measures: [{ measure: 'themes', themes }] }), answer);
    assert.deepEqual(mentions(await session.query({ measures: [{ measure: 'themes', themes: { Pages: ['pages'] } }] })), [
      ['Pages', 1],
    ]);
    session.close();
  }
  const session = await open(survey, { mapping });
  await assert.rejects(session.query({ measures: ['themes'] }), { code: 'query-invalid', detail: 'measures.0.themes' });
  session.close();
});

test('what are no themes is refused by name', async () => {
  const { recipe } = await analyze(survey, { mapping });
  const most = Object.fromEntries(Array.from({ length: 64 }, (_, index) => [`theme ${index}`, ['word']]));
  assert.equal(Object.keys((await analyze(survey, { recipe: { ...recipe, themes: most } })).recipe.themes).length, 64);
  for (const wrong of [
    ['price'],
    { Price: 'price' },
    { Price: [] },
    { Price: [7] },
    { Price: [''] },
    { ...most, more: ['a'] },
  ]) {
    await assert.rejects(analyze(survey, { recipe: { ...recipe, themes: wrong } }), {
      code: 'recipe-invalid',
      detail: 'themes',
    });
    await assert.rejects(analyze(survey, { mapping, themes: wrong }), { code: 'bad-option', detail: 'themes' });
  }
});

test('a saved report is repeated with its themes', async () => {
  const saved = await analyze(survey, { mapping, themes, sha256: true });
  const { same, report } = await verify(saved, survey);
  assert.ok(same);
  assert.deepEqual(report.recipe.themes, themes);
});

test('the terminal asks with the themes of a recipe, and writes them again', () => {
  const [bare, kept, again] = ['bare.json', 'kept.json', 'again.json'].map((name) => join(folder, name));
  assert.equal(npscope(['report', file, '--map', 'comment=Why?', '--save-recipe', bare]).status, 0);
  writeFileSync(kept, JSON.stringify({ ...JSON.parse(readFileSync(bare, 'utf8')), themes }));
  const asked = npscope(['query', file, '--recipe', kept, '--measure', 'themes', '--json']);
  assert.deepEqual([asked.stderr, asked.status], ['', 0]);
  assert.deepEqual(mentions(JSON.parse(asked.stdout)), expected);
  const shown = npscope(['query', file, '--recipe', kept, '--measure', 'themes']);
  assert.deepEqual([shown.stderr, shown.status], ['', 0]);
  assert.ok(shown.stdout.includes('Price') && shown.stdout.includes('速度'), shown.stdout);

  assert.equal(npscope(['report', file, kept, '--save-recipe', again]).status, 0);
  assert.deepEqual(JSON.parse(readFileSync(again, 'utf8')).themes, themes);
  const saved = join(folder, 'report.json');
  assert.equal(npscope(['report', file, '--recipe', kept, '--save', saved]).status, 0);
  assert.deepEqual(JSON.parse(readFileSync(saved, 'utf8')).recipe.themes, themes);
  assert.equal(npscope(['verify', saved, file]).status, 0);

  const refused = npscope(['query', file, '--recipe', bare, '--measure', 'themes']);
  assert.notEqual(refused.status, 0);
});
