// SPDX-License-Identifier: MIT
// The files that set-up itself writes into the Emscripten prefix: launchers for Binaryen and Emscripten's configuration.
// They find their neighbours relative to themselves, so the prefix can be renamed and moved.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SetupFailure } from './messages.mjs';

/** Binaryen is linked to a newer glibc than the system's: start it through the loader of the prefix. */
export function writeLaunchers(prefix) {
  const libraries = readdirSync(join(prefix, 'usr/lib')).find((name) => name.endsWith('-linux-gnu'));
  const loader =
    libraries && readdirSync(join(prefix, 'usr/lib', libraries)).find((name) => /^ld-linux.*\.so\.\d+$/.test(name));
  const tools = readdirSync(join(prefix, 'usr/bin')).filter((name) => name.startsWith('wasm'));
  if (!loader || tools.length === 0) throw new SetupFailure('The unpacked archives lack the C library or Binaryen.');
  mkdirSync(join(prefix, 'binaryen/bin'), { recursive: true });
  for (const tool of tools) {
    writeFileSync(join(prefix, 'binaryen/bin', tool), launcherText(`usr/lib/${libraries}`, loader, tool), { mode: 0o755 });
  }
}

export function launcherText(libraries, loader, tool) {
  return [
    '#!/bin/sh',
    'root=${0%/*}/../..',
    `exec "$root/${libraries}/${loader}" --library-path "$root/${libraries}" "$root/usr/bin/${tool}" "$@"`,
    '',
  ].join('\n');
}

/** Emscripten's configuration is Python; EM_CONFIG is always set by the time it is read. */
export function writeConfiguration(path) {
  const text = [
    '# Written by npscope set-up.',
    'import os, shutil',
    "prefix = os.path.abspath(os.path.join(os.path.dirname(os.environ['EM_CONFIG']), '../../..'))",
    "LLVM_ROOT = os.path.dirname(shutil.which('clang-19') or '/usr/bin/clang-19')",
    "LLVM_ADD_VERSION = '19'",
    "CLANG_ADD_VERSION = '19'",
    "BINARYEN_ROOT = os.path.join(prefix, 'binaryen')",
    "NODE_JS = shutil.which('node') or '/usr/bin/node'",
    '# Without this the prebuilt libraries are thrown away.',
    'FROZEN_CACHE = True',
    '',
  ].join('\n');
  writeFileSync(path, text);
}
