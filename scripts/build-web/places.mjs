// SPDX-License-Identifier: MIT
// Where the web build reads and writes. `--wasm FOLDER` and `--out FOLDER` move the two ends, for trying things out.

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({ options: { wasm: { type: 'string' }, out: { type: 'string' } }, strict: false });

/** Holds core.mjs, core.wasm and core.d.ts as Emscripten wrote them. */
export const wasmFolder = resolve(values.wasm ?? join(root, 'build/wasm'));

/** What is packed and published. */
export const outFolder = resolve(values.out ?? join(root, 'dist'));

/** What only later steps and tests read. */
export const scratchFolder = resolve(values.out ? join(values.out, '../web') : join(root, 'build/web'));

/** The browsers of the README. */
export const targets = ['es2022', 'chrome111', 'edge111', 'firefox115', 'safari16.4'];
