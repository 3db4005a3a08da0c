// SPDX-License-Identifier: MIT
// Which Emscripten is used: a recent one on PATH or in $EMSDK, else the prefix in the tool cache.
// Only the choice is made here; nothing is installed and, but for a wrapped emcc, nothing is run.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { prefixPaths } from './emscripten_prefix.mjs';
import { emscriptenVersion, findProgram, isAtLeast, isProgram, prefixFolder, versionBeside } from './places.mjs';

/** The Emscripten to use, or undefined: `{ root, emcc, version, origin, env }`, where env is what emcc needs set. */
export function chooseEmscripten(env = process.env) {
  const own = [
    ['PATH', findProgram('emcc', env)],
    ['EMSDK', env.EMSDK && join(env.EMSDK, 'upstream/emscripten/emcc')],
  ];
  for (const [origin, emcc] of own) {
    const found = emcc && isProgram(emcc) ? describe(emcc, env) : undefined;
    if (found && isAtLeast(found.version, emscriptenVersion)) return { ...found, origin, env: {} };
  }
  const { emscripten, emcc, config, stamp } = prefixPaths(prefixFolder(env));
  if (!existsSync(stamp)) return undefined;
  return { root: emscripten, emcc, version: emscriptenVersion, origin: 'cache', env: { EM_CONFIG: config } };
}

function describe(emcc, env) {
  const version = versionBeside(emcc) ?? askVersion(emcc, env);
  const root = rootOf(emcc, env);
  return version && root ? { root, emcc, version } : undefined;
}

/** The folder with cmake/Modules; a packaged emcc may be a wrapper that lives elsewhere. */
function rootOf(emcc, env) {
  const beside = dirname(realpathSync(emcc));
  if (existsSync(join(beside, 'cmake/Modules'))) return beside;
  const config = join(dirname(emcc), 'em-config');
  const answer = isProgram(config) ? spawnSync(config, ['EMSCRIPTEN_ROOT'], { encoding: 'utf8', env }) : undefined;
  return answer?.status === 0 ? answer.stdout.trim() : undefined;
}

function askVersion(emcc, env) {
  const answer = spawnSync(emcc, ['--version'], { encoding: 'utf8', env });
  return answer.status === 0 ? answer.stdout.match(/\d+\.\d+\.\d+/)?.[0] : undefined;
}
