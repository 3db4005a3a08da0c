// SPDX-License-Identifier: MIT
// Unpacks Debian 13's Emscripten into the tool cache, beside a system that may be older.
// The prefix is made in a `.partial-…` folder and renamed when it is complete; until then the archives are kept.
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { downloadArchives } from './archives.mjs';
import { say, SetupFailure } from './messages.mjs';
import { cacheFolder, emscriptenVersion, prefixFolder, repositoryRoot, versionBeside } from './places.mjs';
import { writeConfiguration, writeLaunchers } from './prefix_files.mjs';
import { follow } from './run.mjs';

/** Emscripten itself, its optimizer, and the C library that the optimizer is linked to. */
const packages = ['binaryen', 'emscripten', 'libc6', 'libgcc-s1', 'libstdc++6'];

/** What is where in an unpacked prefix; the stamp is the last file written. */
export function prefixPaths(prefix = prefixFolder()) {
  const emscripten = join(prefix, 'usr/share/emscripten');
  return {
    emscripten,
    emcc: join(emscripten, 'emcc'),
    config: join(emscripten, '.emscripten'),
    stamp: join(prefix, 'npscope-stamp.json'),
  };
}

/** Makes the next set-up unpack again; for a prefix that does not work. */
export function distrustPrefix() {
  rmSync(prefixPaths().stamp, { force: true });
}

/** Downloads and unpacks; on return the prefix is complete. */
export async function makeEmscriptenPrefix() {
  const prefix = prefixFolder();
  const downloads = join(cacheFolder(), 'downloads');
  const partial = `${prefix}.partial-${process.pid}`;
  const archives = await downloadArchives(packages, downloads);
  removeLeftovers(prefix);
  mkdirSync(partial, { recursive: true });
  for (const [index, archive] of archives.entries()) {
    say(`unpacking ${index + 1} of ${archives.length}: ${archive.split('_')[0]}`);
    await follow('dpkg-deb', ['-x', join(downloads, archive), partial]);
  }
  finishPrefix(partial);
  writeFileSync(prefixPaths(partial).stamp, `${JSON.stringify({ emscripten: emscriptenVersion, archives }, null, 2)}\n`);
  rmSync(prefix, { recursive: true, force: true });
  renameSync(partial, prefix);
  removeLeftovers(prefix);
  rmSync(downloads, { recursive: true, force: true });
}

/** Removes half-made prefixes; one into which a killed set-up's dpkg-deb still writes is left for the next time. */
function removeLeftovers(prefix) {
  const start = `${basename(prefix)}.partial-`;
  for (const name of readdirSync(dirname(prefix)).filter((entry) => entry.startsWith(start))) {
    try {
      rmSync(join(dirname(prefix), name), { recursive: true, force: true });
    } catch {
      say(`${name} is still in use`);
    }
  }
}

function finishPrefix(prefix) {
  const version = versionBeside(prefixPaths(prefix).emcc);
  if (version !== emscriptenVersion)
    throw new SetupFailure(`The archive holds Emscripten ${version}, not ${emscriptenVersion}.`);
  const { emscripten, config } = prefixPaths(prefix);
  writeLaunchers(prefix);
  writeConfiguration(config);
  // The optimizer imports acorn, which Debian keeps in a package of its own.
  const acorn = join(repositoryRoot, 'node_modules/acorn');
  cpSync(acorn, join(emscripten, 'node_modules/acorn'), { recursive: true, dereference: true });
}
