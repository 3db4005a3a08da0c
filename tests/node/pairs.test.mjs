// SPDX-License-Identifier: MIT
// Pairs of files below tests/data: NAME.csv (.json, .xlsx, …) and NAME.expect.json with the rule, options, and the part of the
// report that must be so.
// A new rule is a new pair; this program never changes.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, ledgerFaults, nativeReport, wasmReport, withoutNative } from '../support/core.mjs';

const folders = ['csv', 'json', 'workbooks'];
const pairs = folders.flatMap((kind) => {
  const folder = join(dataFolder, kind);
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => !file.endsWith('.expect.json'))
    .map((file) => {
      const name = file.slice(0, file.lastIndexOf('.'));
      const expected = JSON.parse(readFileSync(join(folder, `${name}.expect.json`), 'utf8'));
      return { name, file, path: join(folder, file), options: [], ...expected };
    });
});

const wasmText = ({ file, path, options }) => wasmReport([{ name: file, bytes: readFileSync(path) }], options);

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
  for (const kind of folders) {
    const expectations = readdirSync(join(dataFolder, kind)).filter((name) => name.endsWith('.expect.json'));
    const names = pairs.filter(({ path }) => path.startsWith(join(dataFolder, kind))).map(({ name }) => `${name}.expect.json`);
    assert.deepEqual(expectations.sort(), names.sort());
  }
  for (const { name, rule, report } of pairs) {
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
