// SPDX-License-Identifier: MIT
// What set-up says to a person: steps, progress and the one failure type.
// A SetupFailure carries a text that says what to do next; it is printed without a stack.

export class SetupFailure extends Error {}

const started = performance.now();

/** Prints one line with the seconds since the start. */
export function say(text) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`[setup ${seconds} s] ${text}\n`);
}

/** Prints "done of total MB" at most every `everyMs`; returns the function that takes the bytes so far. */
export function byteProgress(label, totalBytes, everyMs = 2000) {
  let last = 0;
  return (doneBytes) => {
    const now = performance.now();
    if (now - last < everyMs || doneBytes >= totalBytes) return;
    last = now;
    say(`${label}: ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB`);
  };
}

export function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}

/** What a person on a system without apt has to install by hand. */
export function handInstallText(missing) {
  return [
    `This system has no apt (set-up installs by itself on Debian 12 and later only). Missing: ${missing.join(', ')}.`,
    'Please install by hand and run again:',
    '  - Emscripten 3.1.69 or later: emsdk install 3.1.69 && emsdk activate 3.1.69, then put emcc on PATH or set EMSDK',
    '  - LLVM 19 or later: clang, clang++, lld, clang-tidy, clang-format, libc++, compiler-rt (names with or without -19)',
    '  - CMake 3.25 or later, Ninja, GoogleTest (sources), xxHash (xxhash.h), fast_float, Python 3',
    '  - Chromium or Chrome (or set NPSCOPE_CHROMIUM to its path) and the Noto CJK fonts',
  ].join('\n');
}
