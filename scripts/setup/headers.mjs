// SPDX-License-Identifier: MIT
// A folder that holds the system's xxhash.h and fast_float and no other header, for the wasm and the native build alike.
// Emscripten must not see the rest of the host's include folder.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { handInstallText, SetupFailure } from './messages.mjs';
import { headersFolder } from './places.mjs';

const sources = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];
const wanted = ['xxhash.h', 'fast_float'];

export function headersAreReady() {
  return wanted.every((name) => existsSync(join(headersFolder(), name)));
}

export function ensureHeaders() {
  for (const name of wanted) {
    const target = join(headersFolder(), name);
    if (existsSync(target)) continue;
    const source = sources.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (!source) throw new SetupFailure(handInstallText([name]));
    mkdirSync(headersFolder(), { recursive: true });
    const partial = `${target}.partial-${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(source, partial, { recursive: true });
    renameSync(partial, target);
  }
}
