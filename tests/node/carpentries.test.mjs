// SPDX-License-Identifier: MIT
// The three real files through the built package: exactly the figures that two independent implementations gave.
// In code, in the terminal, and several files as one survey.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close } from '../../dist/node.js';
import { npscope } from './command.mjs';
import { carpentries } from './places.mjs';

const expected = Object.entries(JSON.parse(readFileSync(join(carpentries, 'expected.json'), 'utf8')));
const fileOf = ({ file }) => join(carpentries, basename(file));
const methods = { score: 'score95', 'adjusted-wald': 'adjwald95', wald: 'wald95' };

after(close);

function near(actual, wanted, what) {
  assert.ok(Math.abs(actual - wanted) <= 1e-9, `${what}: ${actual} is not ${wanted}`);
}

function assertFigures(nps, wanted) {
  const histogram = Array.from({ length: 11 }, (_, score) => wanted.histogram[score] ?? 0);
  assert.deepEqual(nps.histogram, histogram);
  assert.deepEqual(
    [nps.responses, nps.detractors, nps.passives, nps.promoters],
    [wanted.valid, wanted.det, wanted.pas, wanted.pro],
  );
  near(nps.nps, wanted.nps, 'nps');
  near(nps.mean, wanted.mean, 'mean');
}

for (const [id, wanted] of expected) {
  test(`${id}: figures, ledger and score column`, async () => {
    const { files, nps } = await analyze(fileOf(wanted));
    assertFigures(nps, wanted.overall);
    const [{ ledger, columns, bytes, encoding }] = files;
    assert.equal(bytes, wanted.bytes);
    assert.equal(encoding, wanted.encoding);
    assert.equal(columns.length, wanted.columns);
    assert.deepEqual(
      [ledger.read, ledger.accepted, ledger.unscored],
      [wanted.rows, wanted.overall.valid, wanted.overall.missing],
    );
    assert.equal(columns.find(({ role }) => role === 'score').name, wanted.score_column);
  });

  for (const [method, key] of Object.entries(methods)) {
    test(`${id}: the ${method} interval`, async () => {
      const { nps } = await analyze(fileOf(wanted), { method, level: 0.95 });
      assert.equal(nps.interval.method, method);
      near(nps.interval.low, wanted.overall[key][0], 'low');
      near(nps.interval.high, wanted.overall[key][1], 'high');
    });
  }

  test(`${id}: the terminal prints the same object`, async () => {
    const report = await analyze(fileOf(wanted));
    const { stdout, status } = npscope(['report', fileOf(wanted), '--json']);
    assert.equal(status, 0);
    assert.equal(stdout, `${JSON.stringify(report)}\n`);
  });
}

const segments = expected.flatMap(([id, wanted]) =>
  Object.entries(wanted.segments ?? {}).map(([column, groups]) => [id, wanted, column, groups]),
);

for (const [id, wanted, column, groups] of segments) {
  test(`${id}: nps by ${column}`, async () => {
    const report = await analyze(fileOf(wanted), { groupBy: `column:${column}` });
    const [table] = report.groupBy;
    assert.deepEqual([table.by, table.name], ['column', column]);
    for (const { value, nps } of table.groups) {
      const group = groups[value ?? ''] ?? groups.NA;
      assert.deepEqual([nps.responses, nps.detractors, nps.promoters], [group.valid, group.det, group.pro], String(value));
      near(nps.interval.low, group.score95[0], `low of ${value}`);
      near(nps.interval.high, group.score95[1], `high of ${value}`);
    }
    assert.equal(table.groups.length, Object.values(groups).filter(Boolean).length);
  });
}

test('several files count together, each with a ledger of its own', async () => {
  const { files, nps } = await analyze(expected.map(([, wanted]) => fileOf(wanted)));
  const sum = (of) => expected.reduce((total, [, { overall }]) => total + of(overall), 0);
  assert.deepEqual(
    nps.histogram,
    Array.from({ length: 11 }, (_, score) => sum(({ histogram }) => histogram[score] ?? 0)),
  );
  near(nps.nps, (100 * sum(({ pro, det }) => pro - det)) / sum(({ valid }) => valid), 'nps');
  assert.deepEqual(
    files.map(({ ledger }) => ledger.accepted),
    expected.map(([, { overall }]) => overall.valid),
  );
});

const waves = expected.filter(([id]) => id.startsWith('carpentries-2020')).map(([, wanted]) => wanted);
const groupNames = ({ groupBy: [{ groups }] }) => groups.map(({ value }) => value);

test('the two files of 2020 are one survey of 221 responses, although their headers differ, with the figure of each', async () => {
  const report = await analyze(waves.map(fileOf), { groupBy: 'file' });
  assert.equal(report.nps.responses, 221);
  const [table] = report.groupBy;
  assert.equal(table.by, 'file');
  assert.deepEqual(groupNames(report), waves.map(({ file }) => basename(file)).sort());
  for (const wanted of waves) {
    const group = table.groups.find(({ value }) => value === basename(wanted.file));
    assertFigures(group.nps, wanted.overall);
    near(group.nps.interval.low, wanted.overall.score95[0], 'low');
    near(group.nps.interval.high, wanted.overall.score95[1], 'high');
  }
});

test('a file that is added or taken away changes its own share only', async () => {
  const [first, second] = waves.map(fileOf);
  const third = fileOf(expected.find(([id]) => id === 'carpentries-2017')[1]);
  const two = await analyze([first, second], { groupBy: 'file' });
  const three = await analyze([first, third, second], { groupBy: 'file' });
  assert.deepEqual([three.files[0], three.files[2]], two.files);
  const others = three.groupBy[0].groups.filter(({ value }) => value !== basename(third));
  assert.deepEqual(others, two.groupBy[0].groups);
  assert.equal(three.nps.responses, two.nps.responses + 402);
});

test('a column that only one of the files has groups its responses; those of the other have no value', async () => {
  const report = await analyze(waves.map(fileOf), { groupBy: 'column:first_time' });
  const sizes = new Map(report.groupBy[0].groups.map(({ value, nps }) => [value, nps.responses]));
  const withoutColumn = waves.find(({ file }) => file.includes('20200326'));
  assert.ok(sizes.get(null) >= withoutColumn.overall.valid);
  assert.equal(
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
    221,
  );
});
