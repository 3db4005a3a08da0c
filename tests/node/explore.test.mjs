// SPDX-License-Identifier: MIT
// What a person puts together when exploring: conditions, periods, targets, what is shared as CSV, the colours of a heat map, and
// questions of which the newest counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importSources } from './source.mjs';

const {
  alertsIn,
  answerCsv,
  attributesOf,
  choiceFor,
  chosenAttribute,
  chosenValues,
  goalsMeasure,
  heatScale,
  heatStep,
  numberColumns,
  offeredAttributes,
  placeOf,
  previousPeriod,
  QueryController,
  valuesCondition,
  withPeriod,
  withTarget,
} = await importSources([
  'web/charts/heat-map.ts',
  'web/controllers/query-controller.ts',
  'web/files/answer-text.ts',
  'web/files/attributes.ts',
  'web/files/choice.ts',
  'web/files/filters.ts',
  'web/files/goals.ts',
]);

const columnsOf = (...columns) => columns.map(([name, role], index) => ({ index, name, role, confidence: 1, evidence: [] }));
const fileOf = (fingerprint, ...columns) => ({ fingerprint, failure: null, columns: columnsOf(...columns) });
const reportOf = (...files) => ({
  files,
  recipe: {
    groupBy: [],
    sources: files.map(({ fingerprint, columns }) => ({
      fingerprint,
      columns: columns.flatMap(({ name, role }) => (role === 'none' ? [] : [{ column: name, role }])),
    })),
  },
});

const survey = reportOf(
  fileOf('a', ['nps', 'score'], ['Region', 'segment'], ['Agent', 'employee'], ['When', 'date'], ['Price', 'driver']),
);

test('values: exactly those chosen, and all or none is no condition', () => {
  const all = ['A', 'B', 'C', null];
  assert.deepEqual(valuesCondition('Region', ['B'], all), { column: 'Region', in: ['B'] });
  assert.deepEqual(valuesCondition('Region', [null], all), { column: 'Region', missing: true });
  // A response without a value meets a condition that is turned around.
  assert.deepEqual(valuesCondition('Region', ['A', null], all), { column: 'Region', not: true, in: ['B', 'C'] });
  assert.equal(valuesCondition('Region', [], all), undefined);
  assert.equal(valuesCondition('Region', all, all), undefined);
});

test('values: a condition shows the choice that it was made of', () => {
  const all = ['A', 'B', 'C', null];
  for (const chosen of [['A'], ['A', 'C'], [null], ['B', null], ['A', 'B', 'C']]) {
    assert.deepEqual(chosenValues(valuesCondition('Region', chosen, all), all), chosen);
  }
});

test('conditions about one place take each other’s place', () => {
  assert.equal(placeOf({ column: 'Region', in: [] }), 'column:Region');
  assert.equal(placeOf({ role: 'date', from: '2025-01-01' }), 'role:date');
  assert.equal(placeOf({ score: { from: 0 } }), 'score');
  assert.equal(placeOf({ group: ['promoter'] }), 'group');
});

test('the period before: whole months before whole months, else as many days', () => {
  const rows = [
    [
      { from: '2025-03-01', to: '2025-03-31' },
      { from: '2025-02-01', to: '2025-02-28' },
    ],
    [
      { from: '2025-04-01', to: '2025-06-30' },
      { from: '2025-01-01', to: '2025-03-31' },
    ],
    [
      { from: '2024-01-01', to: '2024-12-31' },
      { from: '2023-01-01', to: '2023-12-31' },
    ],
    [
      { from: '2025-01-15', to: '2025-01-21' },
      { from: '2025-01-08', to: '2025-01-14' },
    ],
    [
      { from: '2025-03-01', to: '2025-03-01' },
      { from: '2025-02-28', to: '2025-02-28' },
    ],
  ];
  for (const [period, before] of rows) assert.deepEqual(previousPeriod(period), before);
  for (const open of [{}, { from: '2025-01-01' }, { to: '2025-01-01' }, { from: '2025-02-01', to: '2025-01-01' }]) {
    assert.equal(previousPeriod(open), undefined);
  }
});

test('another period leaves the other conditions as they are', () => {
  const filter = [
    { column: 'Region', in: ['A'] },
    { role: 'date', from: '2025-01-01', to: '2025-01-31' },
  ];
  assert.deepEqual(withPeriod(filter, { from: '2024-12-01', to: '2024-12-31' }), [
    { column: 'Region', in: ['A'] },
    { role: 'date', from: '2024-12-01', to: '2024-12-31' },
  ]);
});

test('employees split responses only where a person wants them', () => {
  const ids = (employees) => offeredAttributes(survey, { filter: [], employees }).map(({ id }) => id);
  assert.deepEqual(ids(false), ['month', 'column:Region']);
  assert.deepEqual(ids(true), ['month', 'column:Region', 'column:Agent']);
  assert.equal(chosenAttribute(survey, { filter: [], employees: false, by: 'column:Agent' }), undefined);
  assert.deepEqual(chosenAttribute(survey, { filter: [], employees: true, by: 'column:Agent' }).grouping, { column: 'Agent' });
  assert.deepEqual(attributesOf(survey)[0].grouping, { time: 'month' });
  assert.deepEqual(numberColumns(survey), [{ column: 'Price', name: 'Price', role: 'driver' }]);
});

test('for other files a choice keeps what they have', () => {
  const filter = [
    { column: 'Region', in: ['A'] },
    { column: 'Price', from: 3 },
    { role: 'date', from: '2025-01-01' },
    { score: { to: 6 } },
  ];
  const choice = { filter, employees: false, by: 'column:Region', second: 'month' };
  assert.equal(choiceFor(survey, choice), choice);
  const other = reportOf(fileOf('b', ['nps', 'score'], ['Price', 'driver']));
  assert.deepEqual(choiceFor(other, choice), {
    filter: [{ column: 'Price', from: 3 }, { score: { to: 6 } }],
    employees: false,
    by: undefined,
    second: undefined,
  });
});

test('targets are asked for as the measure wants them', () => {
  const none = { own: new Map() };
  assert.equal(goalsMeasure(none, 'column:Region'), undefined);
  const own = withTarget(withTarget(none, 'column:Region', 'EMEA', 40), 'column:Region', null, 10);
  const targets = { ...own, overall: 35, every: 20, below: 0 };
  assert.deepEqual(goalsMeasure(targets, 'column:Region'), {
    measure: 'goals',
    targets: [{ nps: 35 }, { value: 'EMEA', nps: 40 }, { value: null, nps: 10 }],
    default: 20,
    thresholds: { below: 0 },
  });
  // Without an attribute there are no values.
  assert.deepEqual(goalsMeasure(targets, undefined), { measure: 'goals', targets: [{ nps: 35 }], thresholds: { below: 0 } });
  assert.equal(goalsMeasure(withTarget(own, 'column:Region', 'EMEA', undefined), 'column:Region').targets.length, 1);
});

test('an alert is what is missed for certain and nothing else', () => {
  const figure = { responses: 90, nps: 5, interval: { low: 1, high: 9 } };
  const goals = {
    overall: { ...figure, target: 10, status: 'missed' },
    cells: [
      { ...figure, values: ['EMEA'], target: 10, status: 'missed' },
      { ...figure, values: ['APAC'], target: 8, status: 'not-decided' },
      { ...figure, values: [null], target: 0, status: 'met' },
    ],
    alerts: [
      { ...figure, values: ['EMEA'], bound: 'below', threshold: 20, certain: true },
      { ...figure, values: ['APAC'], bound: 'below', threshold: 20, certain: false },
    ],
  };
  assert.deepEqual(
    alertsIn(goals, 'column:Region').map(({ kind, limit, attribute, value }) => [kind, limit, attribute, value]),
    [
      ['target', 10, null, null],
      ['target', 10, 'column:Region', 'EMEA'],
      ['below', 20, 'column:Region', 'EMEA'],
    ],
  );
});

test('an answer as CSV: a row for each cell, texts that look like formulas made harmless', () => {
  const answer = {
    groupBy: [{ by: 'column', name: 'Region' }],
    answers: [
      {
        measure: 'nps',
        cells: [
          { values: ['=EMEA, "A"'], responses: 20, nps: -12.5, interval: { low: -30, high: 5 } },
          { values: [null], responses: 30, nps: 10, interval: { low: 1, high: 19 } },
          { values: [{ others: 4 }], responses: 10, nps: 0, interval: { low: -9, high: 9 } },
        ],
        hidden: { minimum: 10, groups: 1, responses: 4 },
      },
    ],
  };
  assert.deepEqual(answerCsv(answer).split('\r\n'), [
    'measure,Region,hidden.minimum,hidden.groups,hidden.responses,responses,nps,interval.low,interval.high',
    'nps,,10,1,4,,,,',
    'nps,"\'=EMEA, ""A""",,,,20,-12.5,-30,5',
    'nps,,,,,30,10,1,19',
    "nps,'+4,,,,10,0,-9,9",
    '',
  ]);
});

test('a heat map: the middle is the NPS of all, and a few responses neither stretch the scale nor have a strong colour', () => {
  const cells = [
    { nps: 30, responses: 100 },
    { nps: 62, responses: 40 },
    { nps: -100, responses: 2 },
  ];
  const scale = heatScale(cells, 30);
  assert.deepEqual(scale, { middle: 30, reach: 35 });
  assert.deepEqual(
    cells.map((cell) => heatStep(cell, scale)),
    [0, 4, -1],
  );
  assert.equal(heatStep({ nps: -100, responses: 100 }, scale), -4);
  assert.deepEqual(heatScale([{ nps: 31, responses: 50 }], 30), { middle: 30, reach: 10 });
});

/** A controller whose questions are answered by the test. */
function controller() {
  const calls = [];
  const host = { addController() {}, requestUpdate() {} };
  const made = new QueryController(host, {
    query: (query, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(Object.assign(new Error(), { code: 'aborted' })));
        calls.push({ query, onProgress, signal, resolve, reject });
      }),
    errorOf: (thrown) => thrown,
  });
  return { made, calls };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const nps = (filter) => ({ filter, measures: ['nps'] });

test('a question is asked once, one after the other', async () => {
  const { made, calls } = controller();
  made.ask('a', nps([1]));
  made.ask('a', nps([1]));
  made.ask('b', nps([2]));
  assert.equal(calls.length, 1);
  calls[0].resolve('first');
  await settled();
  assert.equal(calls.length, 2);
  assert.equal(made.answers.get('a').answered.answer, 'first');
  assert.equal(made.answers.get('a').busy, false);
  assert.equal(made.answers.get('b').busy, true);
});

test('a newer question takes the place of one that waits, and the last answer stays until it is answered', async () => {
  const { made, calls } = controller();
  made.ask('a', nps([1]));
  made.ask('a', nps([2]));
  made.ask('a', nps([3]));
  calls[0].resolve('first');
  await settled();
  assert.deepEqual(calls[1].query, nps([3]));
  const { query, busy, answered } = made.answers.get('a');
  assert.deepEqual([query, busy, answered.answer, answered.query], [nps([3]), true, 'first', nps([1])]);
  calls[1].resolve('third');
  await settled();
  assert.deepEqual(made.answers.get('a').answered.query, nps([3]));
  assert.equal(calls.length, 2);
});

test('work that tells how far it is ends when a newer question comes, and what went wrong is told', async () => {
  const { made, calls } = controller();
  made.ask('a', nps([1]));
  calls[0].onProgress({ bytesRead: 1, bytesTotal: 9 });
  assert.deepEqual(made.answers.get('a').progress, { bytesRead: 1, bytesTotal: 9 });
  made.ask('a', nps([2]));
  assert.ok(calls[0].signal.aborted);
  await settled();
  calls[1].reject({ code: 'source-changed' });
  await settled();
  assert.deepEqual(made.answers.get('a').failure, { code: 'source-changed' });
  assert.equal(made.answers.get('a').busy, false);
});

test('for other files nothing is left of the answers before', async () => {
  const { made, calls } = controller();
  made.ask('a', nps([1]));
  made.forget();
  calls[0].resolve('late');
  await settled();
  assert.equal(made.answers.size, 0);
  made.ask('a', nps([1]));
  assert.equal(calls.length, 2);
});
