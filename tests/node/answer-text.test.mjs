// SPDX-License-Identifier: MIT
// Answers as text for people: every member and every word of real answers to every measure has a text in each language, no line is wider
// than the terminal, and figures are those of the answer.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { close, compareCounts, open } from '../../dist/node.js';
import { csvOf, surveyRows } from '../support/survey.mjs';
import { root } from './places.mjs';
import { importSources } from './source.mjs';

const { answerText, comparisonText, isLeftOut, memberName, measureName, valueName, width } = await importSources([
  'web/cli/answer-text.ts',
  'web/cli/answer-page.ts',
  'web/cli/layout.ts',
  'web/i18n/answer-words.ts',
]);

const langs = ['en', 'de', 'zh'];
const halves = {
  filter: [{ role: 'date', from: '2025-07-01' }],
  with: { filter: [{ role: 'date', to: '2025-06-30' }] },
};
const events = [
  { day: '2025-06-15', name: 'Release', kind: 'release' },
  { day: '2025-07-01', name: 'Outage' },
  { day: '2024-01-01', name: 'Long ago' },
];
const margins = [{ column: 'Plan', shares: { Free: 0.5, Pro: 0.3, Team: 0.2 } }];
const themes = { Support: ['support'], Price: ['expensive', 'nowhere*'] };

/** Questions that show every measure and what depends on options. */
const questions = [
  { groupBy: ['Region'], measures: ['nps', 'shares', 'probability', 'bootstrap', 'homogeneity', 'segments', 'clustered'] },
  {
    groupBy: ['Region'],
    measures: [{ measure: 'segments', adjust: 'holm' }, 'accounts', { measure: 'weighted', weight: 'Weight' }],
  },
  { groupBy: ['Region', 'Plan'], measures: ['nps', 'segments'], share: { minimum: 40 } },
  { groupBy: ['Account'], measures: ['nps'] },
  { groupBy: ['Account'], measures: ['nps'], mostValues: 3 },
  { groupBy: [{ by: 'group' }], measures: ['nps', 'sample-size'] },
  { groupBy: [{ by: 'file' }], measures: ['nps'] },
  { groupBy: [{ time: 'month' }, 'Plan'], measures: ['nps', 'trend', { measure: 'events', events }] },
  {
    measures: [
      { measure: 'sample-size', population: 5000 },
      { measure: 'sample-size', population: 10 },
      { measure: 'goals', targets: [{ nps: 0 }] },
    ],
  },
  {
    groupBy: ['Plan'],
    measures: [
      {
        measure: 'goals',
        default: -40,
        targets: [{ nps: 0 }, { value: 'Free', nps: -99 }, { value: 'Gold', nps: 1 }],
        thresholds: { below: -50, above: -30 },
      },
    ],
  },
  { ...halves, groupBy: ['Region'], measures: ['difference', 'decomposition'] },
  { ...halves, measures: ['paired', 'terms'] },
  {
    measures: [
      { measure: 'weighted', weight: 'Weight', cluster: 'account' },
      { measure: 'accounts', weight: 'Weight' },
    ],
  },
  {
    measures: [
      { measure: 'clustered', by: 'respondent' },
      { measure: 'raked', margins },
    ],
  },
  { measures: [{ measure: 'raked', margins: [{ column: 'Plan', shares: { Free: 0.5, Gold: 0.5 } }] }] },
  { measures: [{ measure: 'trend', unit: 'week', control: 'laney', rolling: { responses: 100 } }] },
  { measures: [{ measure: 'trend', unit: 'quarter', control: 'shewhart', rolling: { days: 60 } }] },
  { measures: [{ measure: 'events', events, window: { days: 60 } }] },
  {
    measures: [{ measure: 'drivers', binary: true }, { measure: 'drivers', outcome: 'group', cluster: 'none' }, 'association'],
  },
  { filter: [{ column: 'Region', equals: 'EMEA' }], measures: ['drivers'], share: { minimum: 30 } },
  { measures: ['terms', { measure: 'themes', themes }, 'languages', 'near-duplicates', { measure: 'comments', limit: 5 }] },
  { groupBy: ['Plan'], measures: [{ measure: 'themes', themes }], share: { minimum: 50 } },
  { filter: [{ column: 'Plan', equals: 'Gold' }], measures: ['nps', 'difference', 'drivers', 'terms', 'comments', 'trend'] },
  { filter: [{ column: 'Email', equals: 'person1@example.com' }], measures: ['clustered', 'weighted', 'probability'] },
];

const mapping = {
  drivers: ['Support rating', 'Price rating', 'Ease rating'],
  account: 'Account',
  respondent: 'Email',
  weight: 'Weight',
};
let session;
let answers;
before(async () => {
  session = await open({ name: 'survey.csv', data: new Blob([csvOf(surveyRows(700))]) }, { mapping });
  answers = [];
  for (const question of questions) answers.push(await session.query(question));
});
after(() => {
  session?.close();
  close();
});

/** Texts of the survey and of the question, and places in time; all other texts are words. */
const kTexts = new Set(
  [
    'values label from to between earliest latest out day firstDay lastDay name kind text column value weight modelled language languages',
    'themes unknown unmatched detail drivers overlaps basis measure',
  ].flatMap((names) => names.split(' ')),
);
const kKinds = new Set(['events']);

/** What is not said of the value of a member, in any language: `path` goes from the nearest member to the measure. */
function gaps(value, name, path, found) {
  if (Array.isArray(value)) {
    for (const one of value) gaps(one, name, path, found);
  } else if (typeof value === 'object' && value !== null) {
    if ('unavailable' in value && Object.keys(value).length === 1) return;
    for (const [member, one] of Object.entries(value)) {
      const within = name === '' ? path : [name, ...path];
      if (member === 'unavailable') continue;
      if (!isLeftOut(member, within) && langs.some((lang) => !memberName(lang, member, within)?.trim()))
        found.add(`${within[0]}.${member}`);
      gaps(one, member, within, found);
    }
  } else if (typeof value === 'string' && isWord(name, path)) {
    if (langs.some((lang) => !valueName(lang, name, value)?.trim())) found.add(`${name}: ${value}`);
  }
}

function isWord(name, path) {
  if (name === 'kind') return !path.some((outer) => kKinds.has(outer));
  if (name === 'by' || name === 'role' || name === 'unit') return true;
  return !kTexts.has(name);
}

test('the questions ask for every measure', () => {
  const told = readFileSync(join(root, 'docs/queries.md'), 'utf8').match(/^## `.+`$/gm);
  const asked = new Set(answers.flatMap((answer) => answer.answers.map(({ measure }) => measure)));
  assert.deepEqual(
    told.map((line) => line.slice(4, -1)).filter((measure) => !asked.has(measure)),
    [],
  );
  for (const lang of langs)
    for (const measure of asked) assert.notEqual(measureName(lang, measure), measure, `${lang} ${measure}`);
});

test('every member and every word of an answer has a text in each language', () => {
  const found = new Set();
  for (const answer of answers) for (const members of answer.answers) gaps(members, '', [members.measure], found);
  assert.deepEqual([...found].sort(), []);
});

test('every caveat and every reason that drivers may have has a text, whatever this survey shows', () => {
  const wordsIn = (path, pattern) => [...readFileSync(join(root, path), 'utf8').matchAll(pattern)].map(([, word]) => word);
  const codes = [
    ...wordsIn('core/measures/driver_caveats.h', /^\/\/\/ {3}([a-z]+(?:-[a-z]+)+) /gm),
    ...wordsIn('core/stats/no_fit.h', /"([a-z]+(?:-[a-z]+)+)"/g),
  ];
  assert.ok(codes.length > 12, codes.join(' '));
  for (const lang of langs) for (const code of codes) assert.ok(valueName(lang, 'code', code), `${lang} ${code}`);
});

test('a comparison of counts has texts for all that it says', async () => {
  const comparison = await compareCounts(
    { detractors: 20, passives: 30, promoters: 50 },
    { detractors: 35, passives: 30, promoters: 35 },
  );
  const found = new Set();
  gaps(comparison, '', ['comparison'], found);
  assert.deepEqual([...found], []);
  const lines = comparisonText('en', comparison, 80);
  assert.ok(
    lines.some((line) => line.includes('+30.0 [7.2, 51.6], p = 0.013')),
    lines.join('\n'),
  );
  for (const lang of langs) for (const line of comparisonText(lang, comparison, 80)) assert.ok(width(line) <= 80, line);
});

/** Names as machines have them: `movedUp`, `not-decided`; comments, headers and e-mail addresses of the survey have none. */
const machine = /\b[a-z]+[A-Z][A-Za-z]*\b|\bnot-decided\b|\bundefined\b|NaN|\[object|[{}]/;

for (const lang of langs) {
  for (const columns of [80, 120]) {
    test(`${lang}, ${columns} columns: no name of a machine, and no line is wider than the terminal`, () => {
      for (const answer of answers) {
        for (const line of answerText(lang, answer, columns)) {
          assert.ok(width(line) <= columns, line);
          assert.doesNotMatch(line, machine);
        }
      }
    });
  }
}

test('figures are points with their interval and share percentages; months, days and p read as in the language', () => {
  const [first] = answers;
  const [nps, shares] = first.answers;
  const cell = nps.cells.find(({ values }) => values[0] === 'EMEA');
  const points = (value) => value.toFixed(1).replace('-', '−');
  const text = answerText('en', first, 120).join('\n');
  assert.ok(text.includes(`${points(cell.nps)} [${points(cell.interval.low)}, ${points(cell.interval.high)}]`), text);
  const { share } = shares.cells.find(({ values }) => values[0] === 'EMEA').shares.promoters;
  assert.ok(text.includes(`${(100 * share).toFixed(1)}% [`));
  assert.ok(text.includes('< 0.001'));
  assert.ok(text.includes('95% interval: score interval (Tango)'));
  const german = answerText('de', first, 120).join('\n');
  assert.ok(german.includes(points(cell.nps).replace('.', ',')));
  const byMonth = answers.find(({ groupBy }) => groupBy[0]?.unit === 'month');
  assert.ok(answerText('zh', byMonth, 120).join('\n').includes('2025年1月'));
});

test('what cannot be had is a sentence, and what is a target says whether it is met', () => {
  const none = answers.find(({ responses }) => responses === 0);
  assert.match(answerText('en', none, 80).join('\n'), /NPS\n {2}There is no response here\./);
  const whole = answers.find((answer) => answer.answers.some(({ overall }) => overall));
  assert.match(
    answerText('en', whole, 80).join('\n'),
    /Target for all of these\n +NPS +−\d+\.\d \[.+\]\n(.+\n)* +Status +missed/,
  );
});

test('texts that are Chinese stand in columns, too', () => {
  const answer = answers.find(({ groupBy }) => groupBy[0]?.by === 'group');
  const lines = answerText('zh', answer, 120).filter((line) => /贬损者|被动者|推荐者/.test(line) && line.includes('['));
  const places = lines.slice(0, 3).map((line) => width(line.slice(0, line.search(/[−+0]\d*\.|0\.0/))));
  assert.equal(new Set(places).size, 1, lines.join('\n'));
});
