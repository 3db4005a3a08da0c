// SPDX-License-Identifier: MIT
// Where the compilers and tools are, worked out at run time: `toolchain()` for scripts,
// `eval "$(node scripts/toolchain.mjs --env)"` for a shell, `node scripts/toolchain.mjs` to look.
import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chooseEmscripten } from './setup/emscripten_choice.mjs';
import { SetupFailure } from './setup/messages.mjs';
import { findProgram, repositoryRoot, headersFolder } from './setup/places.mjs';

/**
 * Absolute paths of all tools, and in `env` the environment to run them in (pass it whole to spawn). CMake presets find
 * the same paths as $env{NPSCOPE_EMSCRIPTEN_CMAKE}, $env{NPSCOPE_CLANG}, $env{NPSCOPE_CLANGXX} and $env{NPSCOPE_HEADERS}.
 */
export function toolchain() {
  const emscripten = chooseEmscripten();
  if (!emscripten) throw new SetupFailure('Emscripten is missing: please run "npm run setup".');
  const clang = program(['clang-19', 'clang']);
  const clangxx = program(['clang++-19', 'clang++']);
  const emscriptenCmake = join(emscripten.root, 'cmake/Modules/Platform/Emscripten.cmake');
  const headers = headersFolder();
  const bin = dirname(emscripten.emcc);
  const env = {
    ...process.env,
    ...emscripten.env,
    // emcc --emit-tsd starts tsc.
    PATH: [join(repositoryRoot, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
    NPSCOPE_EMSCRIPTEN_CMAKE: emscriptenCmake,
    NPSCOPE_CLANG: clang,
    NPSCOPE_CLANGXX: clangxx,
    NPSCOPE_HEADERS: headers,
  };
  return {
    emcc: emscripten.emcc,
    emxx: join(bin, 'em++'),
    emcmake: join(bin, 'emcmake'),
    emscriptenCmake,
    emscriptenRoot: emscripten.root,
    emscriptenVersion: emscripten.version,
    emscriptenOrigin: emscripten.origin,
    clang,
    clangxx,
    clangFormat: program(['clang-format-19', 'clang-format']),
    clangTidy: program(['clang-tidy-19', 'clang-tidy']),
    cmake: program(['cmake']),
    ninja: program(['ninja']),
    headers,
    chromium:
      process.env.NPSCOPE_CHROMIUM || findProgram(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']),
    env,
  };
}

function program(names) {
  const path = findProgram(names);
  if (!path) throw new SetupFailure(`${names[0]} is missing: please run "npm run setup".`);
  return path;
}

/** The part of `env` that differs from this process's environment, as lines for a shell. */
function shellLines(env) {
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const changed = Object.entries(env).filter(([name, value]) => process.env[name] !== value);
  return changed.map(([name, value]) => `export ${name}=${quote(value)}`).join('\n');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { env, ...paths } = toolchain();
  console.log(process.argv.includes('--env') ? shellLines(env) : JSON.stringify(paths, null, 2));
}
