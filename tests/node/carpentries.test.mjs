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
