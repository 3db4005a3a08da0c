// SPDX-License-Identifier: MIT
// npscope query in a terminal: events out of a CSV or JSON, words of the language, the width of the terminal, and help that names all that
// can be asked.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { close, open } from '../../dist/node.js';
import { csvOf, surveyRows } from '../support/survey.mjs';
import { npscope } from './command.mjs';
import { bytesOf, root, scratchFolder } from './places.mjs';

after(close);

const folder = scratchFolder();
function fileOf(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rows = surveyRows(600);
const survey = fileOf('survey.csv', csvOf(rows));
const listed = [
  { day: '2025-04-01', name: 'Release 4', kind: 'release' },
  { day: '2025-09-15', name: 'Outage, long' },
];
const csv = fileOf('events.csv', '\ufeffDate;Name;Type\n2025-04-01;Release 4;release\n2025-09-15;Outage, long;\n');
const json = fileOf('events.json', JSON.stringify(listed));

const ask = (...args) => npscope(['query', survey, ...args]);
const measuresOf = ({ stdout }) => JSON.parse(stdout).answers.map(({ measure }) => measure);

test('events of a CSV and of JSON are those of the question, one more measure or the one that is asked for', async () => {
  const session = await open({ name: 'survey.csv', data: csvOf(rows) });
  const expected = await session.query({ measures: [{ measure: 'events', events: listed, window: { days: 60 } }] });
  session.close();
  assert.ok(expected.answers[0].series[0].events.length === 2);
  for (const path of [csv, json]) {
    const { stdout, stderr, status } = ask('--events', path, '--measure', 'events:window=60', '--json');
    assert.deepEqual([stderr, status], ['', 0]);
    assert.equal(stdout, `${JSON.stringify(expected)}\n`);
  }
  assert.deepEqual(measuresOf(ask('--events', csv, '--json')), ['nps', 'events']);
  const written = JSON.stringify({ measures: [{ measure: 'events', window: { days: 60 } }] });
  assert.equal(ask('--query', written, '--events', csv, '--json').stdout, `${JSON.stringify(expected)}\n`);
  assert.deepEqual(measuresOf(ask('--events', csv, '--measure', 'trend', '--json')), ['trend', 'events']);
});

test('lines that are no events are counted beside the answer', () => {
  const some = fileOf('some.csv', 'date,name\n2025-04-01,Release\n1 May,Fair\n2025-06-01,\n');
  const { stdout, stderr, status } = ask('--events', some);
  assert.equal(status, 0);
  assert.match(stderr, /^2 lines have no day such as 2025-03-01, or no name\.$/m);
  assert.match(stdout, /1 Apr 2025 +Release/);
});

for (const [what, text] of [
  ['no line with a day', 'date,name\nApril,Release\n'],
  ['nothing', ''],
  ['JSON that is cut', '[{"day": "2025-04-01"'],
  ['an object', '{"day": "2025-04-01", "name": "Release"}'],
  ['an empty list', '[]'],
  ['a day that there is not', '[{"day": "2025-13-01", "name": "Release"}]'],
  ['no name', '[{"day": "2025-04-01"}]'],
]) {
  test(`events: ${what} is wrong usage, with a sentence in the language`, () => {
    const path = fileOf('bad', text);
    const { stdout, stderr, status } = ask('--events', path);
    assert.deepEqual([stdout, status], ['', 64]);
    assert.ok(stderr.startsWith(`There are no events in ${path}: `), stderr);
    assert.match(ask('--events', path, '--lang', 'de').stderr, /stehen keine Ereignisse/);
    assert.match(ask('--events', path, '--lang', 'zh').stderr, /没有事件/);
  });
}

test('events: a file that is not there is status 2', () => {
  const { status, stderr } = ask('--events', join(folder, 'none.csv'));
  assert.equal(status, 2);
  assert.match(stderr, /\[file-not-found\]/);
});

test('an answer fits the terminal that COLUMNS tells of', () => {
  const widest = (columns) => {
    const { stdout } = npscope(['query', survey, '--by', 'Region', '--measure', 'segments'], { env: { COLUMNS: columns } });
    return Math.max(...stdout.split('\n').map((line) => line.length));
  };
  assert.ok(widest('60') <= 60);
  assert.ok(widest('120') > 80);
});

test('what a file holds cannot move the cursor', () => {
  const path = fileOf('bad.csv', bytesOf('score,Plan\n9,\u001b[2Jred\n3,blue\n'));
  const { stdout } = npscope(['query', path, '--by', 'Plan']);
  assert.ok(stdout.includes('[2Jred') && !stdout.includes('\u001b'));
});

test('the help names every measure and everything that a question is made of, in each language', () => {
  const measures = readFileSync(join(root, 'docs/queries.md'), 'utf8')
    .match(/^## `.+`$/gm)
    .map((line) => line.slice(4, -1));
  const rest = ['--where', '--with', '--by', '--measure', '--events', '--query', '--share', '--level', '--method', '--policy'];
  const times = ['day', 'week', 'month', 'quarter', 'year', 'group', 'file'];
  for (const lang of ['en', 'de', 'zh']) {
    const { stdout, status } = npscope(['query', '--help', '--lang', lang]);
    assert.equal(status, 0);
    for (const word of [...measures, ...rest, ...times]) assert.ok(stdout.includes(word), `${lang} ${word}`);
    const [, exits] = stdout.split(/Exit status|Rückgabewert|退出状态/);
    for (const code of ['0', '1', '2', '3', '64', '73'])
      assert.match(exits, new RegExp(`(?<!\\d)${code} ?\\S`), `${lang} ${code}`);
  }
});
