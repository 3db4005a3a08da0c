// SPDX-License-Identifier: MIT
// What does not change the meaning of a file does not change a figure: every golden file of delimited text, written with its rows or
// columns in another order, other line ends, quotes, delimiters, encodings and containers, gives the same aggregates.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close } from '../../dist/node.js';
import { dataFolder } from '../support/core.mjs';
import { containers, delimited, parseDelimited, reshapings, tableOf } from '../support/reshape.mjs';

after(close);

const folder = join(dataFolder, 'golden');
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.expect.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  .filter(({ delimiter }) => delimiter !== null);

const tableIn = ({ file, encoding, delimiter, headerRecords }) =>
  tableOf(new TextDecoder(encoding).decode(readFileSync(join(folder, file))), delimiter, headerRecords);

/** All that must be the same. Blank lines are gone in the writing; everything else of the ledger stays. */
async function aggregates(data, options) {
  const { files, nps, repeats, sensitivity, decisions } = await analyze({ name: 'reshaped', data }, options);
  assert.ok(Array.isArray(sensitivity) && Array.isArray(decisions), 'the report has no sensitivity or no decisions');
  return { ledger: { ...files[0].ledger, blankLines: 0 }, nps, repeats, sensitivity, decisions };
}

test('the writer of tables is read back by its own reader', () => {
  const rows = [
    ['a', 'b "quoted"', ''],
    ['1', 'line\nend', 'x;y,z\t|'],
    ['', '', '\r'],
  ];
  const table = { headers: rows.slice(0, 1), records: rows.slice(1) };
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const newline of ['\n', '\r\n', '\r']) {
      for (const quote of ['needed', 'all']) {
        assert.deepEqual(parseDelimited(delimited(table, { delimiter, newline, quote }), delimiter), rows);
      }
    }
  }
});

test('the fixtures can be reshaped in every way', () => {
  const seen = new Set(fixtures.flatMap((fixture) => reshapings(tableIn(fixture)).map(([what]) => what)));
  assert.ok(fixtures.length >= 24 && seen.size >= 19, `${fixtures.length} files, ${seen.size} ways`);
  for (const name of Object.keys(containers)) assert.ok(seen.has(`as ${name}`), name);
});

for (const fixture of fixtures) {
  test(`${fixture.file}: written in other ways it says the same`, async () => {
    const table = tableIn(fixture);
    const wanted = await aggregates(readFileSync(join(folder, fixture.file)));
    const differing = [];
    for (const [what, bytes, options] of reshapings(table)) {
      try {
        assert.deepEqual(await aggregates(bytes, options), wanted);
      } catch (error) {
        differing.push(`${what}: ${error.message}`);
      }
    }
    assert.deepEqual(differing, []);
  });
}
