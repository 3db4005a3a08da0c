// SPDX-License-Identifier: MIT
// Pairs of files: tests/data/csv/NAME.csv and NAME.expect.json with the rule, options, and the part of the report that must be so.
// A new rule is a new pair; this program never changes.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, ledgerFaults, nativeReport, wasmReport, withoutNative } from '../support/core.mjs';

const folder = join(dataFolder, 'csv');
const pairs = readdirSync(folder)
  .filter((name) => name.endsWith('.expect.json'))
  .sort()
  .map((file) => {
    const name = file.slice(0, -'.expect.json'.length);
    return { name, path: join(folder, `${name}.csv`), options: [], ...JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  });

const wasmText = ({ name, path, options }) => wasmReport([{ name: `${name}.csv`, bytes: readFileSync(path) }], options);

/** Where `found` lacks something of `wanted`: objects by their keys, arrays by length and element, all else exactly. */
function differences(wanted, found, path = 'report') {
  if (wanted === null || typeof wanted !== 'object') {
    return Object.is(wanted, found) ? [] : [`${path} is ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}`];
  }
  if (found === null || typeof found !== 'object' || Array.isArray(wanted) !== Array.isArray(found))
    return [`${path} is ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}`];
  if (Array.isArray(wanted) && wanted.length !== found.length)
    return [`${path} has ${found.length} entries, expected ${wanted.length}: ${JSON.stringify(found)}`];
  return Object.keys(wanted).flatMap((key) => differences(wanted[key], found[key], `${path}.${key}`));
}

test('every pair is complete', () => {
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expect.json'));
  assert.deepEqual(
    files.sort(),
    pairs.map(({ name }) => `${name}.csv`),
  );
  for (const { name, rule, report, path } of pairs) {
    assert.ok(existsSync(path), path);
    assert.ok(rule.endsWith('.') && Object.keys(report).length > 0, name);
  }
  assert.ok(pairs.length > 50);
});

for (const pair of pairs) {
  test(`${pair.name}: ${pair.rule}`, () => {
    const report = JSON.parse(wasmText(pair));
    assert.deepEqual(differences(pair.report, report), []);
    assert.deepEqual(ledgerFaults(report), []);
  });
}

test('every pair: the native command gives the same bytes as WebAssembly', { skip: withoutNative }, () => {
  for (const pair of pairs) assert.equal(nativeReport([pair.path], pair.options), wasmText(pair), pair.name);
});
