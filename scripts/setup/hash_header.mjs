// SPDX-License-Identifier: MIT
// A folder that holds the system's xxhash.h and no other header, for the wasm and the native build alike.
// Emscripten must not see the rest of the host's include folder.
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { handInstallText, SetupFailure } from './messages.mjs';
import { xxhashFolder } from './places.mjs';

const sources = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

export function hashHeaderIsReady() {
  return existsSync(join(xxhashFolder(), 'xxhash.h'));
}

export function ensureHashHeader() {
  if (hashHeaderIsReady()) return;
  const source = sources.map((folder) => join(folder, 'xxhash.h')).find((path) => existsSync(path));
  if (!source) throw new SetupFailure(handInstallText(['xxhash.h']));
  mkdirSync(xxhashFolder(), { recursive: true });
  const partial = join(xxhashFolder(), `xxhash.h.partial-${process.pid}`);
  copyFileSync(source, partial);
  renameSync(partial, join(xxhashFolder(), 'xxhash.h'));
}
