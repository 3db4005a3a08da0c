// SPDX-License-Identifier: MIT
// The tarball in a fresh project: it runs in Node, its types say what is true, its metadata is sound, and other people's
// bundlers take what they should. The pages that Vite and esbuild built are opened by e2e/pack.spec.ts.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { publint } from 'publint';

import { packed, prepareProject } from './project.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const survey = join(root, 'tests/data/carpentries/longterm_October2017.csv');
const expected = JSON.parse(readFileSync(join(root, 'tests/data/carpentries/expected.json'), 'utf8'))['carpentries-2017']
  .overall;
const installed = join(packed.project, 'node_modules/npscope');

before(prepareProject);

function assertFigures(json) {
  const nps = JSON.parse(json);
  assert.ok(Math.abs(nps.nps - expected.nps) < 1e-9);
  assert.deepEqual([nps.detractors, nps.passives, nps.promoters], [expected.det, expected.pas, expected.pro]);
}

test('a fresh Node project: analyze() reads a path', () => {
  const script = join(packed.project, 'node/main.mjs');
  assertFigures(execFileSync(process.execPath, [script, survey], { encoding: 'utf8', timeout: 30_000 }));
});

test('a fresh Node project: the command', () => {
  const { stdout, status } = spawnSync(join(packed.project, 'node_modules/.bin/npscope'), ['report', survey, '--json'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0);
  assertFigures(JSON.stringify(JSON.parse(stdout).nps));
});

test('every path of the exports resolves, and no other', () => {
  const require = createRequire(join(packed.project, 'package.json'));
  for (const path of [
    '',
    '/split',
    '/elements',
    '/core.wasm',
    '/report.schema.json',
    '/inspect.schema.json',
    '/plan.schema.json',
    '/recipe.schema.json',
    '/custom-elements.json',
    '/package.json',
  ]) {
    assert.ok(existsSync(require.resolve(`npscope${path}`)), path);
  }
  assert.throws(() => require.resolve('npscope/dist/node.js'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});

test('its dependencies came with it, and nothing else is in it', () => {
  assert.ok(existsSync(join(packed.project, 'node_modules/lit')));
  assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'dist', 'package.json']);
});

for (const project of ['page', 'program']) {
  test(`types: ${project}.ts compiles, libraries checked`, () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(
      process.execPath,
      [tsc, '-p', join(packed.project, `types/tsconfig.${project}.json`)],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stdout);
  });
}

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

/** What a bundler makes of one line in the fresh project. */
async function bundled(line) {
  const stdin = { contents: line, resolveDir: packed.project, loader: 'js' };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, write: false, format: 'esm', logLevel: 'silent' });
  return outputFiles[0].text;
}

test('importing the elements only for their effect registers them, worker and module inside', async () => {
  const text = await bundled("import 'npscope/elements';");
  assert.match(text, /nps-workspace/);
  assert.match(text, /customElements\.define/);
  assert.ok(text.includes(readFileSync(join(installed, 'dist/split/npscope.wasm'), 'base64')));
});

test('a bundle for a page holds nothing of Node', async () => {
  assert.doesNotMatch(await bundled("export * from 'npscope';"), /node:|worker_threads/);
});

test('what is not used is left out', async () => {
  const text = await bundled("import { NpsError } from 'npscope'; console.log(NpsError);");
  assert.ok(text.length < 40_000, `${text.length} characters`);
});
