// SPDX-License-Identifier: MIT
// The bundles of the package: which source becomes which file, for whom, and what is inside.
// The worker comes first, because the self-contained entries carry it as text.

import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { build } from 'esbuild';

import { packedPairs } from '../encodings.mjs';
import { embed, leaveOut } from './embed.mjs';
import { sealGlue } from './glue.mjs';
import { outFolder, root, scratchFolder, targets, wasmFolder } from './places.mjs';

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  logLevel: 'warning',
  tsconfig: join(root, 'tsconfig.json'),
  write: true,
};

const browser = { ...common, platform: 'browser', target: targets };
const node = { ...common, charset: 'ascii', platform: 'node', target: 'node20' };

/** Seals the glue and builds both workers into the scratch folder. Returns what the entries embed. */
export async function buildWorkers() {
  const glue = await sealGlue(await readFile(join(wasmFolder, 'core.mjs'), 'utf8'));
  const core = { glue: { contents: glue, loader: 'js' } };
  const pairs = { contents: packedPairs().toString('base64'), loader: 'text' };
  await mkdir(scratchFolder, { recursive: true });
  await writeFile(join(scratchFolder, 'glue.mjs'), glue);

  const worker = join(scratchFolder, 'worker.js');
  const nodeWorker = join(scratchFolder, 'node-worker.cjs');
  const minified = { minify: true, legalComments: 'none' };
  await Promise.all([
    build({
      ...browser,
      ...minified,
      plugins: [embed(core)],
      entryPoints: ['web/worker/browser.ts'],
      format: 'iife',
      outfile: worker,
    }),
    build({
      ...node,
      ...minified,
      plugins: [embed({ ...core, pairs })],
      entryPoints: ['web/worker/node.ts'],
      format: 'cjs',
      outfile: nodeWorker,
    }),
  ]);
  const wasm = await readFile(join(wasmFolder, 'core.wasm'));
  return {
    worker: { contents: await readFile(worker, 'utf8'), loader: 'text' },
    'node-worker': { contents: await readFile(nodeWorker, 'utf8'), loader: 'text' },
    wasm: { contents: wasm.toString('base64'), loader: 'text' },
    'wasm-brotli': { contents: packed(wasm).toString('base64'), loader: 'text' },
  };
}

/** What Node unpacks itself: a third of the text to parse and to keep. The window is no larger than the module. */
function packed(wasm) {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length, [constants.BROTLI_PARAM_LGWIN]: 20 };
  return brotliCompressSync(wasm, { params });
}

/** Options of a script that a page loads as it is: minified, with everything inside. */
export function pageOptions(embedded) {
  return { ...browser, format: 'iife', minify: true, legalComments: 'eof', plugins: [embed(embedded)] };
}

/** Builds every script of the package. Npm entries stay readable; what a page loads as it is comes minified. */
export async function buildEntries(embedded) {
  const plugins = [embed(embedded)];
  const out = (name) => join(outFolder, name);
  const module = { ...browser, format: 'esm', legalComments: 'eof' };
  const nodeModule = { ...node, format: 'esm', legalComments: 'eof' };

  await Promise.all([
    build({ ...module, plugins, entryPoints: ['web/client/browser.ts'], outfile: out('npscope.js') }),
    build({ ...nodeModule, plugins, entryPoints: ['web/client/node.ts'], outfile: out('node.js') }),
    build({ ...module, entryPoints: ['web/client/split.ts'], outfile: out('split/index.js') }),
    buildElements(module),
    build({
      ...nodeModule,
      entryPoints: ['web/cli/main.ts'],
      outfile: out('cli.js'),
      banner: { js: '#!/usr/bin/env node' },
      plugins: [leaveOut({ 'web/client/node.ts': './node.js' })],
    }),
    build({
      ...pageOptions(embedded),
      entryPoints: ['web/entries/script.ts'],
      outfile: out('npscope.iife.js'),
      globalName: 'npscope',
    }),
  ]);
  await copyFile(join(scratchFolder, 'worker.js'), out('split/worker.js'));
  await copyFile(join(wasmFolder, 'core.wasm'), out('split/npscope.wasm'));
  await chmod(out('cli.js'), 0o755);
}

/**
 * The elements, with Lit and the client left to their own files. The watch for a policy that forbids Lit stands in a file of
 * its own, because a module's imports run before the module: inside it would come after Lit.
 */
async function buildElements(module) {
  const out = (name) => join(outFolder, name);
  const texts = { 'web/i18n/index.ts': './texts.js' };
  const beside = { ...texts, 'web/elements/policy-watch.ts': './policy-watch.js', 'web/client/browser.ts': './npscope.js' };
  const external = ['lit', 'lit/*', '@lit/*'];
  await Promise.all([
    build({ ...module, entryPoints: ['web/i18n/index.ts'], outfile: out('texts.js') }),
    build({
      ...module,
      entryPoints: ['web/elements/policy-watch.ts'],
      outfile: out('policy-watch.js'),
      plugins: [leaveOut(texts)],
    }),
    build({
      ...module,
      entryPoints: ['web/entries/elements.ts'],
      outfile: out('elements.js'),
      external,
      plugins: [leaveOut(beside)],
    }),
  ]);
}
