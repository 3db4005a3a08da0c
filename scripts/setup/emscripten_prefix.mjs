// SPDX-License-Identifier: MIT
// Unpacks Debian 13's Emscripten into the tool cache, beside a system that may be older.
// Downloads are kept in `downloads/` until the prefix is complete; the prefix is made in a `.partial` folder and renamed.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { byteProgress, megabytes, say, SetupFailure } from './messages.mjs';
import { cacheFolder, emscriptenVersion, prefixFolder, repositoryRoot, versionBeside } from './places.mjs';
import { writeConfiguration, writeLaunchers } from './prefix_files.mjs';
import { capture, follow } from './run.mjs';
import { updateLists } from './system_packages.mjs';

const suite = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const packages = ['emscripten', 'binaryen', 'libc6', 'libstdc++6', 'libgcc-s1'];

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
  const partial = `${prefix}.partial`;
  const archives = await download(downloads);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const [index, archive] of archives.entries()) {
    say(`unpacking ${index + 1} of ${archives.length}: ${archive.split('_')[0]}`);
    await follow('dpkg-deb', ['-x', join(downloads, archive), partial]);
  }
  finishPrefix(partial);
  writeFileSync(prefixPaths(partial).stamp, `${JSON.stringify({ emscripten: emscriptenVersion, archives }, null, 2)}\n`);
  rmSync(prefix, { recursive: true, force: true });
  renameSync(partial, prefix);
  rmSync(downloads, { recursive: true, force: true });
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

/** Downloads the archives into `folder`, or finds them there, and returns their file names. */
async function download(folder) {
  mkdirSync(join(folder, 'lists/partial'), { recursive: true });
  mkdirSync(join(folder, 'archives/partial'), { recursive: true });
  const options = await ownApt(folder);
  say(`reading the package list of ${suite}`);
  await follow('apt-get', [...options, '-q', 'update']);
  const wanted = packages.map((name) => `${name}/${suite}`);
  const files = parseUris(capture('apt-get', [...options, '-q', '--print-uris', 'download', ...wanted], { cwd: folder }));
  if (files.length !== packages.length)
    throw new SetupFailure(`${suite} offers only ${files.map((file) => file.name).join(', ')}.`);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const done = () => files.reduce((sum, file) => sum + sizeOf(join(folder, file.name)), 0);
  say(`downloading ${files.length} archives, ${megabytes(total)} MB (${megabytes(done())} MB are here already)`);
  const progress = byteProgress('downloaded', total);
  await follow('apt-get', [...options, '-q', 'download', ...wanted], { cwd: folder, onTick: () => progress(done()) });
  for (const file of files) {
    if (sizeOf(join(folder, file.name)) !== file.size)
      throw new SetupFailure(`${file.name} is incomplete; please run set-up again.`);
  }
  return files.map((file) => file.name);
}

/** Options that keep apt away from the system's own lists, sources, caches and pins. */
async function ownApt(folder) {
  const sources = join(folder, 'sources.list');
  writeFileSync(sources, `deb [signed-by=${keyring}] ${await mirror()} ${suite} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::Cache': folder,
    'Acquire::Retries': '3',
    ...(process.getuid?.() === 0 ? { 'APT::Sandbox::User': 'root' } : {}),
  };
  return Object.entries(settings).map(([name, value]) => `-o${name}=${value}`);
}

/** The mirror that the system itself uses for Debian's main archive. */
async function mirror() {
  if (!existsSync(keyring)) {
    throw new SetupFailure(
      `Set-up unpacks Emscripten by itself on Debian 12 and later only. Elsewhere please install emcc ${emscriptenVersion} or later ` +
        `(emsdk install ${emscriptenVersion}) and put it on PATH or set EMSDK.`,
    );
  }
  const found = debianMirror(indexTargets());
  if (found) return found;
  await updateLists();
  const second = debianMirror(indexTargets());
  if (second) return second;
  throw new SetupFailure('apt knows no Debian mirror: please check /etc/apt/sources.list.d.');
}

function indexTargets() {
  return capture('apt-get', [
    'indextargets',
    '--format',
    '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)',
    'Created-By: Packages',
  ]);
}

/** The mirror in lines of "origin|label|component|address". */
export function debianMirror(lines) {
  const line = lines.split('\n').find((text) => text.startsWith('Debian|Debian|main|'));
  return line?.split('|')[3];
}

/** The archives in the output of `apt-get --print-uris`: 'address' name size hash. */
export function parseUris(text) {
  const found = [...text.matchAll(/^'[^']*' (\S+\.deb) (\d+) \S+$/gm)];
  return found.map(([, name, size]) => ({ name, size: Number(size) }));
}

function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
