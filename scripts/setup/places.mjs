// SPDX-License-Identifier: MIT
// Where things are: the repository, the tool cache shared by all clones, and programs on PATH.
// Everything is worked out at run time, so no path of a machine is ever written into the repository.
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The oldest Emscripten that is good enough, and the one that set-up unpacks. */
export const emscriptenVersion = '3.1.69';

/** Raise when the way the prefix is put together changes: older prefixes are then made again. */
export const prefixRevision = 1;

/** The tool cache: NPSCOPE_TOOLCHAIN, else npscope below the user's cache folder. */
export function cacheFolder(env = process.env) {
  if (env.NPSCOPE_TOOLCHAIN) return resolve(env.NPSCOPE_TOOLCHAIN);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'npscope');
}

export function prefixFolder(env = process.env) {
  return join(cacheFolder(env), `emscripten-${emscriptenVersion}-r${prefixRevision}-${process.arch}`);
}

/** The folder that holds xxhash.h and fast_float and nothing else, so that -I of it brings no other host header. */
export function headersFolder(env = process.env) {
  return join(cacheFolder(env), 'include');
}

/** The first of the names that is a program on PATH, as an absolute path; undefined when there is none. */
export function findProgram(names, env = process.env) {
  for (const name of [names].flat()) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      if (folder === '') continue;
      const path = resolve(folder, name);
      if (isProgram(path)) return path;
    }
  }
  return undefined;
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** True when dotted version `have` is `want` or later. */
export function isAtLeast(have, want) {
  const a = have.split('.').map(Number);
  const b = want.split('.').map(Number);
  for (let i = 0; i < b.length; i++) {
    const difference = (a[i] ?? 0) - b[i];
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The version in the text file that Emscripten keeps beside emcc; undefined when there is none. */
export function versionBeside(emcc) {
  try {
    return readFileSync(join(dirname(realpathSync(emcc)), 'emscripten-version.txt'), 'utf8').match(/\d+\.\d+\.\d+/)?.[0];
  } catch {
    return undefined;
  }
}
