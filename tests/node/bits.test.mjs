// SPDX-License-Identifier: MIT
// The WebAssembly half of "native and WebAssembly give the same bits": tests/bits/bits.cc hashes the results of all statistics over many
// inputs; tests/stats/bits_test.cc compares the same table with the native build.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, root } from '../support/core.mjs';

const [heading, ...rows] = readFileSync(join(dataFolder, 'stats/bits.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

const module = new WebAssembly.Module(readFileSync(join(root, 'build/wasm/bits.wasm')));
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) {
  (imports[from] ??= {})[name] = () => 0;
}
const { exports: bits } = new WebAssembly.Instance(module, imports);
bits._initialize?.();

test('the table names every function', () => {
  assert.deepEqual(heading, ['functions', 'inputs', 'hash']);
  assert.equal(rows.length, bits.npscope_bits_kinds());
});

for (const [kind, [name, inputs, hash]] of rows.entries()) {
  test(`${name}: ${inputs} inputs give the native bits`, () => {
    const found = BigInt.asUintN(64, bits.npscope_bits(kind, Number(inputs)));
    assert.equal(found.toString(16).padStart(16, '0'), hash);
  });
}
