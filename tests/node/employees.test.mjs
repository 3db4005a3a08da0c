// SPDX-License-Identifier: MIT
// Questions about single employees: nothing is said about fewer than ten responses, whichever way a filter names them, and no comment is
// shown. How many responses each has is counted by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { wasmAnswers } from '../support/core.mjs';

/** A file in which each agent has so many responses, all with a comment and a score that only they get. */
function calls(agents) {
  const rows = Object.entries(agents).flatMap(([agent, count], place) =>
    Array.from(
      { length: count },
      (_, index) => `${agent}-${index},${place === 0 ? 10 : 3},${agent},a word from ${agent} ${index}`,
    ),
  );
  return { name: 'calls.csv', bytes: Buffer.from(['ID,Score,Agent,Comment', ...rows].join('\n') + '\n') };
}

const options = [
  ['map.response-id', 'ID'],
  ['map.score', 'Score'],
  ['map.employee', 'Agent'],
  ['map.comment', 'Comment'],
];

const everything = [
  ...['nps', 'shares', 'probability', 'bootstrap', 'sample-size', 'difference', 'accounts', 'trend', 'drivers', 'association'],
  ...['terms', 'languages', 'near-duplicates', 'comments', { measure: 'goals', default: 10 }],
];

const kim = [{ column: 'Agent', equals: 'Kim' }];
const notLee = [{ role: 'employee', not: true, in: ['Lee'] }];

const ask = (agents, query) => JSON.parse(wasmAnswers([calls(agents)], [query], options)[0]);

for (const [name, query] of Object.entries({
  'a filter by employee': { filter: kim },
  'a filter by all others': { filter: notLee },
  'responses to compare with': { filter: [{ score: { to: 6 } }], with: { filter: kim } },
})) {
  test(`${name}: of nine responses there is no figure at all`, () => {
    const { responses, answers } = ask({ Kim: 9, Lee: 50 }, { ...query, measures: everything });
    assert.equal(responses, null);
    assert.equal(answers.length, everything.length);
    for (const { measure, ...answer } of answers)
      assert.deepEqual(answer, { unavailable: { code: 'too-few-to-share' } }, measure);
  });
}

test('of ten responses there is', () => {
  for (const filter of [kim, notLee]) {
    const { responses, answers } = ask({ Kim: 10, Lee: 50 }, { filter, measures: ['nps'] });
    assert.equal(responses, 10);
    assert.equal(answers[0].cells[0].nps, 100);
    assert.equal(answers[0].cells[0].responses, 10);
  }
});

test('all but nine are not shown either, because the nine would follow from all', () => {
  const few = ask({ Kim: 50, Lee: 9 }, { filter: kim, measures: ['nps'] });
  assert.equal(few.responses, null);
  assert.deepEqual(few.answers[0].unavailable, { code: 'too-few-to-share' });
  assert.equal(ask({ Kim: 50, Lee: 10 }, { filter: kim, measures: ['nps'] }).answers[0].cells[0].nps, 100);
});

test('small groups of a large filter are hidden', () => {
  const [nps] = ask(
    { Kim: 9, Lee: 50, Max: 20 },
    { filter: [{ ...kim[0], not: true }], groupBy: ['Agent'], measures: ['nps'] },
  ).answers;
  assert.deepEqual(nps.unavailable, { code: 'too-few-to-share' });
  const query = { filter: [{ column: 'Agent', in: ['Kim', 'Lee'] }], groupBy: [{ by: 'group' }], measures: ['nps'] };
  const [split] = ask({ Kim: 9, Lee: 50, Max: 20 }, query).answers;
  assert.deepEqual(split.cells, []);
  assert.equal(split.hidden.minimum, 10);
});

test('texts of comments are not shown under a filter by employees, and the reason is', () => {
  const [comments, terms, alike] = ask(
    { Kim: 40, Lee: 50 },
    { filter: kim, measures: ['comments', 'terms', 'near-duplicates'] },
  ).answers;
  assert.deepEqual(comments.unavailable, { code: 'about-employees' });
  for (const answer of [terms, alike]) assert.doesNotMatch(JSON.stringify(answer), /"text":"a word from|"evidence"|"example"/);
});

test('a share of its own stays when it asks for more', () => {
  const query = { filter: kim, share: { minimum: 20 }, measures: ['nps'] };
  assert.equal(ask({ Kim: 19, Lee: 50 }, query).responses, null);
  assert.equal(ask({ Kim: 20, Lee: 50 }, query).responses, 20);
});
