// SPDX-License-Identifier: MIT
// Builds everything a person or a test uses: the WebAssembly module, the native command, and the web bundles.
// `build.mjs wasm` and `build.mjs web` build one part.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { toolchain } from './toolchain.mjs';

const parts = process.argv.slice(2);
const wanted = (part) => parts.length === 0 || parts.includes(part);
const { env, cmake } = toolchain();

function run(title, program, words) {
  const started = Date.now();
  console.log(`build: ${title}`);
  const { status } = spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) {
    console.error(`build: ${title} failed (${program} ${words.join(' ')})`);
    process.exit(status ?? 1);
  }
  console.log(`build: ${title} done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function preset(name, targets = []) {
  if (!existsSync(`build/${name === 'wasm' ? 'wasm-cmake' : name}/build.ninja`))
    run(`configure ${name}`, cmake, ['--preset', name, '-Wno-dev']);
  run(name, cmake, ['--build', '--preset', name, ...targets]);
}

if (wanted('wasm')) preset('wasm');
if (wanted('web')) run('web', process.execPath, ['scripts/build-web.mjs']);
