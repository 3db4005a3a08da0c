// SPDX-License-Identifier: MIT
// Tables, decoders and labels against a living Chromium, whose TextDecoder follows the WHATWG standard; and the tables of byte
// pairs as each host brings them: a browser makes them with its decoder, Node takes the kept ones.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import {
  chromiumDecoder,
  chromiumHashes,
  frequentPairs,
  hashOf,
  keptPairs,
  packedPairs,
  pairPrefixes,
} from '../../scripts/encodings.mjs';
import { toolchain } from '../../scripts/toolchain.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const skip = toolchain().chromium ? false : 'no Chromium';
const labels = Object.keys(pairPrefixes);
const hashes = readFileSync(join(root, 'tests/data/encodings/hashes.tsv'), 'utf8');

let browser;
before(async () => {
  if (!skip) browser = await chromiumDecoder();
});
after(() => browser?.close());

/** A module of web/worker as one script. */
async function bundled(entry, options) {
  const plugins = [
    {
      name: 'pairs',
      setup(to) {
        to.onResolve({ filter: /^npscope:pairs$/ }, ({ path }) => ({ path, namespace: 'pairs' }));
        to.onLoad({ filter: /.*/, namespace: 'pairs' }, () => ({ contents: packedPairs().toString('base64'), loader: 'text' }));
      },
    },
  ];
  const made = await build({ absWorkingDir: root, entryPoints: [entry], bundle: true, write: false, plugins, ...options });
  return made.outputFiles[0].text;
}

test('what Chromium decodes today is what is kept in hashes.tsv', { skip }, async () => {
  assert.equal(await chromiumHashes(browser), hashes);
});

test("the page's tables are the kept ones, made by Chromium in a worker as well", { skip }, async (context) => {
  const script = await bundled('web/worker/code-pages.ts', { format: 'iife', globalName: 'pages' });
  const run = `${script}; onmessage = () => postMessage(${JSON.stringify(labels)}.map((label) => {
    const started = performance.now();
    const table = pages.pairTable(label);
    return [label, [...table].join(), performance.now() - started];
  }))`;
  const rows = await browser.page.evaluate(
    (text) =>
      new Promise((resolve) => {
        const worker = new globalThis.Worker(URL.createObjectURL(new Blob([text])));
        worker.onmessage = ({ data }) => resolve(data);
        worker.postMessage(0);
      }),
    run,
  );
  for (const [label, table, milliseconds] of rows) {
    assert.ok(table === keptPairs(label).join(), label);
    context.diagnostic(`${label}: ${milliseconds.toFixed(0)} ms with 24,000 pairs`);
  }
});

test('Node takes the kept tables out of what the build embeds', async () => {
  const script = await bundled('web/worker/kept-pairs.ts', { format: 'esm', platform: 'node' });
  const kept = await import(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`);
  for (const label of labels) {
    const table = kept.keptPairs(label);
    assert.deepEqual(Buffer.from(table), Buffer.from(keptPairs(label)), label);
    assert.match(hashes, new RegExp(`table\t${label}\t${hashOf(table)}`));
  }
  assert.equal(kept.keptPairs('utf-8'), undefined);
});

test('our labels are those of the standard', { skip }, async () => {
  const source = readFileSync(join(root, 'core/format/encoding.cc'), 'utf8');
  const table = source.slice(source.indexOf('kNames = {{'), source.indexOf('}};', source.indexOf('kNames = {{')));
  const rows = [...table.matchAll(/\{"([^"]+)",((?:\s*"[^"]*")+)\}/g)].map(([, name, texts]) => [
    name,
    [...texts.matchAll(/"([^"]*)"/g)]
      .map(([, text]) => text)
      .join('')
      .split(' ')
      .filter(Boolean),
  ]);
  assert.equal(rows.length, 40);
  const ofTheStandard = await browser.page.evaluate(
    (all) => all.map(([name, names]) => [name, names, [name, ...names].map((label) => new TextDecoder(label).encoding)]),
    rows.filter(([name]) => !name.startsWith('utf-32')),
  );
  for (const [name, , found] of ofTheStandard) assert.deepEqual([...new Set(found)], [name]);
  // The standard has 228 labels; six mean that nothing is decoded, and one is for bytes that are no text.
  assert.equal(
    ofTheStandard.reduce((sum, [, names]) => sum + names.length + 1, 0),
    228 - 7,
  );
});

test('frequent_pairs.inc is made of frequent.txt', () => {
  assert.equal(readFileSync(join(root, 'core/format/encoding/frequent_pairs.inc'), 'utf8'), frequentPairs());
});
