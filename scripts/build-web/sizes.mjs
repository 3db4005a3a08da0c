// SPDX-License-Identifier: MIT
// What a visitor downloads, compressed with brotli: the module, its glue, the client and the elements with Lit.
// Parts are measured apart, each minified and without what it embeds, so that their sum counts everything once.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { build } from 'esbuild';

import { embed } from './embed.mjs';
import { scratchFolder, wasmFolder } from './places.mjs';

const kModuleBudgetBytes = 480_000;
const kBudgetBytes = 630_000;

/** Prints the sizes; throws when the module or the sum is over its budget. `options` are those of a page's script. */
export async function reportSizes(options) {
  const nothing = embed({ wasm: { contents: '', loader: 'text' }, worker: { contents: '', loader: 'text' } });
  const script = (entry) => build({ ...options, plugins: [nothing], entryPoints: [entry], write: false });
  const bytesOf = ({ outputFiles }) => outputFiles[0].contents;

  const client = await brotli(bytesOf(await script('web/client/browser.ts')));
  const all = await brotli(bytesOf(await script('web/entries/script.ts')));
  const glue = await brotli(await readFile(join(scratchFolder, 'glue.mjs')));
  const parts = {
    'core.wasm': await brotli(await readFile(join(wasmFolder, 'core.wasm'))),
    glue,
    worker: (await brotli(await readFile(join(scratchFolder, 'worker.js')))) - glue,
    client,
    elements: all - client,
  };
  const sum = Object.values(parts).reduce((total, size) => total + size, 0);
  for (const [name, size] of Object.entries({ ...parts, sum })) {
    console.log(`  ${name.padEnd(10)}${String(size).padStart(8)} bytes brotli`);
  }
  const module = parts['core.wasm'];
  if (module > kModuleBudgetBytes)
    throw new Error(`the module's ${module} bytes are more than its budget of ${kModuleBudgetBytes}`);
  if (sum > kBudgetBytes) throw new Error(`${sum} bytes are more than the budget of ${kBudgetBytes}`);
}

async function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return (await promisify(brotliCompress)(bytes, { params })).length;
}
