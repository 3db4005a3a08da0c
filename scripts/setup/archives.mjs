// SPDX-License-Identifier: MIT
// Downloads packages of Debian 13 by apt with a configuration of its own, so that the system's lists, sources and pins stay as they are.
// apt checks the signature of the package lists; every archive is then compared with the hash in them, also one from an earlier run.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { byteProgress, megabytes, say, SetupFailure } from './messages.mjs';
import { emscriptenVersion } from './places.mjs';
import { capture, follow } from './run.mjs';
import { updateLists } from './system_packages.mjs';

const suite = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Downloads the archives into `folder`, or finds them there, and returns their file names. */
export async function downloadArchives(packages, folder) {
  mkdirSync(join(folder, 'lists/partial'), { recursive: true });
  mkdirSync(join(folder, 'archives/partial'), { recursive: true });
  const options = await ownApt(folder);
  say(`reading the package list of ${suite}`);
  await follow('apt-get', [...options, '-q', 'update']);
  const wanted = packages.map((name) => `${name}/${suite}`);
  const archives = parseRecords(capture('apt-cache', [...options, 'show', ...wanted]));
  const missing = packages.filter((name) => !archives.some((archive) => archive.package === name));
  if (missing.length > 0) throw new SetupFailure(`${suite} does not offer ${missing.join(', ')}.`);

  const sizeHere = () => archives.reduce((sum, { name }) => sum + sizeOf(join(folder, name)), 0);
  const total = archives.reduce((sum, { size }) => sum + size, 0);
  await removeDamaged(archives, folder);
  say(`downloading ${archives.length} archives, ${megabytes(total)} MB (${megabytes(sizeHere())} MB are here already)`);
  const progress = byteProgress('downloaded', total);
  await follow('apt-get', [...options, '-q', 'download', ...wanted], { cwd: folder, onTick: () => progress(sizeHere()) });
  const damaged = await removeDamaged(archives, folder);
  const short = archives.filter(({ name, size }) => sizeOf(join(folder, name)) !== size).map(({ name }) => name);
  if (damaged.length + short.length > 0) {
    throw new SetupFailure(
      `Damaged or incomplete: ${[...new Set([...damaged, ...short])].join(', ')}. Please run set-up again.`,
    );
  }
  return archives.map(({ name }) => name);
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
    'Acquire::Languages': 'none',
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
  const known = debianMirror(indexTargets());
  if (known) return known;
  await updateLists();
  const found = debianMirror(indexTargets());
  if (!found) throw new SetupFailure('apt knows no Debian mirror: please check its sources in /etc/apt.');
  return found;
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

/** The downloadable packages in the output of `apt-cache show`; installed ones that no list names have no hash and are left out. */
export function parseRecords(text) {
  return text.split(/\n\n+/).flatMap((record) => {
    const field = (name) => record.match(new RegExp(`^${name}: (.+)$`, 'm'))?.[1];
    if (!field('Filename') || !field('SHA256')) return [];
    // An epoch's colon is written as %3a, as apt itself does.
    const name = `${field('Package')}_${field('Version').replaceAll(':', '%3a')}_${field('Architecture')}.deb`;
    return [{ package: field('Package'), name, size: Number(field('Size')), sha256: field('SHA256') }];
  });
}

/** Removes archives that are complete in size and wrong in content, and returns their names; apt resumes shorter ones. */
export async function removeDamaged(archives, folder) {
  const damaged = [];
  for (const { name, size, sha256 } of archives) {
    const path = join(folder, name);
    const here = sizeOf(path);
    if (here < size) continue;
    if (here === size && (await hashOf(path)) === sha256) continue;
    rmSync(path, { force: true });
    damaged.push(name);
  }
  return damaged;
}

async function hashOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
