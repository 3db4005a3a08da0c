// SPDX-License-Identifier: MIT
// The page about questions says what the headers say, and it, the types and the engine know the same measures.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { queriesDocument } from '../../scripts/queries-doc.mjs';
import { root } from '../support/core.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const page = read('docs/queries.md');
const described = [...page.matchAll(/^## `([\w-]+)`$/gm)].map(([, name]) => name).sort();

test('docs/queries.md is up to date', () => {
  assert.equal(page, queriesDocument(), 'run node scripts/queries-doc.mjs');
});

test('types and page name the same measures', () => {
  const [, union] = /export type MeasureName =([^;]+);/.exec(read('web/client/query.ts'));
  const typed = [...union.matchAll(/'([\w-]+)'/g)].map(([, name]) => name).sort();
  assert.deepEqual(typed, described);
});

test('the registry has every measure of the page', () => {
  const listed = [...read('core/measures/registry.cc').matchAll(/&k\w+Measure/g)];
  assert.equal(listed.length, described.length);
});
