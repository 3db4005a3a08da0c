// SPDX-License-Identifier: MIT
// Compiles and runs a two-line program with each compiler, once per compiler.
// What was found good is remembered by path, size and time of the compilers, so that the next set-up needs no run.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { toolchain } from '../toolchain.mjs';
import { say, SetupFailure } from './messages.mjs';
import { cacheFolder } from './places.mjs';
import { capture } from './run.mjs';

const program = `#include <xxhash.h>
#include <cstdio>
#include <expected>
int main(int argc, char**) {
  std::expected<int, int> answer = argc > 5 ? std::expected<int, int>(std::unexpected(1)) : 42;
  std::printf("%d %016llx\\n", answer.value_or(0), static_cast<unsigned long long>(XXH3_64bits("nps", 3)));
}
`;

/** With XXH3 of "nps" as gcc's build of the library gives it. */
const expected = '42 4dd1795f4cf30e44\n';

export function smokeIsDone() {
  const stamp = stampPath();
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === identity(toolchain());
}

export function runSmoke() {
  const tools = toolchain();
  say(`trying emcc ${tools.emscriptenVersion} (from ${tools.emscriptenOrigin}) and ${tools.clangxx.split('/').pop()}`);
  const folder = mkdtempSync(join(tmpdir(), 'npscope-smoke-'));
  try {
    const source = join(folder, 'smoke.cc');
    writeFileSync(source, program);
    const common = ['-std=c++23', '-O2', '-DXXH_INLINE_ALL', `-I${tools.headers}`, source, '-o'];
    const wasm = ['-fno-exceptions', '-fno-rtti', '-sENVIRONMENT=node', ...common, join(folder, 'smoke.cjs')];
    capture(tools.emxx, wasm, { env: tools.env, cwd: folder });
    compare('emcc', capture(process.execPath, [join(folder, 'smoke.cjs')]));
    capture(tools.clangxx, ['-stdlib=libc++', '-fuse-ld=lld', ...common, join(folder, 'smoke')], { cwd: folder });
    compare('clang', capture(join(folder, 'smoke'), []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(stampPath(), identity(tools));
}

function compare(compiler, said) {
  if (said !== expected)
    throw new SetupFailure(`The smoke program made by ${compiler} says "${said.trim()}", not "${expected.trim()}".`);
}

function stampPath() {
  return join(cacheFolder(), 'smoke-stamp.json');
}

function identity(tools) {
  const files = [tools.emcc, tools.clangxx, join(tools.headers, 'xxhash.h')].map((path) => {
    const real = realpathSync(path);
    const { size, mtimeMs } = statSync(real);
    return { path: real, size, mtimeMs };
  });
  return `${JSON.stringify({ emscripten: tools.emscriptenVersion, files }, null, 2)}\n`;
}
