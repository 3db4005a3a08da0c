// SPDX-License-Identifier: MIT
// The zone of the report through the package: the rules come from Intl, the figures of both builds are the same.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close } from '../../dist/node.js';
import { nativeReport, withoutNative } from '../support/core.mjs';
import { npscope } from './command.mjs';
import { importSources } from './source.mjs';

const { zoneRules } = await importSources(['web/worker/zones.ts']);
const folder = mkdtempSync(join(tmpdir(), 'npscope-zone-'));
after(() => rmSync(folder, { recursive: true }));
after(close);

const file = join(folder, 'answers.csv');
writeFileSync(file, 'nps,date\n9,2024-05-31T22:30:00Z\n9,2024-12-31T23:30:00Z\n3,2024-05-31T21:30:00Z\n');

const seconds = (text) => Date.parse(text) / 1000;

test('the rules of Berlin in 2024 are those of the tz database', () => {
  const changes = zoneRules('Europe/Berlin').split(' ');
  assert.ok(changes.includes(`${seconds('2024-03-31T01:00:00Z')}/7200`));
  assert.ok(changes.includes(`${seconds('2024-10-27T01:00:00Z')}/3600`));
});

test('a zone of half hours, one without changes, one with short ones, and one that is none', () => {
  assert.ok(zoneRules('Asia/Kolkata').endsWith('/19800'));
  assert.equal(zoneRules('UTC').split(' ').length, 1);
  // Clocks in Morocco were an hour back from 10 March to 14 April 2024, during Ramadan.
  assert.match(
    zoneRules('Africa/Casablanca'),
    new RegExp(`${seconds('2024-03-10T02:00:00Z')}/0 ${seconds('2024-04-14T02:00:00Z')}/3600`),
  );
  assert.equal(zoneRules('Mars/Base'), undefined);
});

const monthsOf = ({ groupBy: [{ groups }] }) => groups.map(({ value, nps }) => `${value}=${nps.responses}`);

test('months are those of the zone, the recipe keeps it, and the command says the same', async () => {
  const written = await analyze(file, { groupBy: 'month' });
  assert.deepEqual(monthsOf(written), ['2024-05=2', '2024-12=1']);
  const berlin = await analyze(file, { groupBy: 'month', reportZone: 'Europe/Berlin' });
  assert.deepEqual(monthsOf(berlin), ['2024-05=1', '2024-06=1', '2025-01=1']);
  assert.equal(berlin.recipe.reportZone, 'Europe/Berlin');
  assert.deepEqual(await analyze(file, { recipe: berlin.recipe }), berlin);
  const { stdout } = npscope(['report', file, '--by', 'month', '--report-zone', 'Europe/Berlin', '--json']);
  assert.equal(stdout, `${JSON.stringify(berlin)}\n`);
});

test('the native command gives the same bytes with the same rules', { skip: withoutNative }, async () => {
  const berlin = await analyze(file, { groupBy: 'month', reportZone: 'Europe/Berlin', asOf: '2025-06-01' });
  const options = [
    ['asOf', '2025-06-01'],
    ['groupBy', 'month'],
    ['reportZone', 'Europe/Berlin'],
    ['zoneRules', `Europe/Berlin ${zoneRules('Europe/Berlin')}`],
  ];
  assert.deepEqual(JSON.parse(nativeReport([file], options)), berlin);
});

test('a zone that is none is refused', async () => {
  await assert.rejects(analyze(file, { reportZone: 'Mars/Base' }), { code: 'bad-option', detail: 'reportZone' });
  assert.equal(npscope(['report', file, '--report-zone', 'Mars/Base']).status, 64);
});
