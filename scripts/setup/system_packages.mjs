// SPDX-License-Identifier: MIT
// The native tools from the distribution: which packages are needed, which are missing, and their installation by apt.
// Nothing is replaced: LLVM 19 is installed beside whatever version the system has.
import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

import { handInstallText, say, SetupFailure } from './messages.mjs';
import { findProgram } from './places.mjs';
import { capture, follow } from './run.mjs';

/** Debian packages; in an inner list one of the names is enough and the first is installed. */
export const systemPackages = [
  'clang-19',
  'lld-19',
  'llvm-19',
  'libc++-19-dev',
  'libc++abi-19-dev',
  'libclang-rt-19-dev',
  'clang-tidy-19',
  'clang-format-19',
  'cmake',
  'ninja-build',
  'googletest',
  'libxxhash-dev',
  'libfast-float-dev',
  'python3',
  'chromium',
  'fonts-noto-cjk',
  ['fonts-dejavu-core', 'fonts-noto-core', 'fonts-liberation'],
];

/** Programs that stand for the packages where there is no dpkg. */
const programs = [
  ['clang-19', 'clang'],
  ['clang++-19', 'clang++'],
  ['clang-tidy-19', 'clang-tidy'],
  ['clang-format-19', 'clang-format'],
  ['cmake'],
  ['ninja'],
  ['python3'],
];

export function hasApt() {
  return findProgram('apt-get') !== undefined && findProgram('dpkg-query') !== undefined;
}

/** The packages to install, given the names of those that are installed. */
export function missingPackages(installed, wanted = systemPackages) {
  return wanted.filter((entry) => ![entry].flat().some((name) => installed.has(name))).map((entry) => [entry].flat()[0]);
}

export function installedPackages(names = systemPackages.flat()) {
  // dpkg-query exits with 1 when one of the names is unknown: its output is complete all the same.
  const answer = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\\n', ...names], { encoding: 'utf8' });
  const lines = (answer.stdout ?? '').split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([status]) => status === 'installed').map(([, name]) => name));
}

export function systemIsReady() {
  return (hasApt() ? missingPackages(installedPackages()) : missingPrograms()).length === 0;
}

function missingPrograms() {
  return programs.filter((names) => !findProgram(names)).map(([name]) => name);
}

/** Installs what is missing; says nothing when nothing is. */
export async function ensureSystemPackages() {
  if (!hasApt()) {
    const missing = missingPrograms();
    if (missing.length > 0) throw new SetupFailure(handInstallText(missing));
    return;
  }
  const missing = missingPackages(installedPackages());
  if (missing.length === 0) return;
  const asRoot = rootPrefix();
  if (!asRoot) {
    throw new SetupFailure(
      `Packages are missing and neither root nor sudo is at hand. Please run:\n  apt-get install ${missing.join(' ')}`,
    );
  }
  if (!haveCandidates(missing)) await updateLists(asRoot);
  say(`installing ${missing.length} system packages: ${missing.join(' ')}`);
  try {
    await aptInstall(asRoot, missing);
  } catch {
    // The usual causes are a package list that is older than the mirror and an installation that was cut off.
    await updateLists(asRoot);
    await run(asRoot, ['dpkg', '--configure', '-a'], { mustFinish: true });
    await aptInstall(asRoot, missing);
  }
  const still = missingPackages(installedPackages());
  if (still.length > 0) throw new SetupFailure(`apt-get reported success, yet these are missing: ${still.join(' ')}`);
}

async function aptInstall(asRoot, names) {
  const options = ['-q', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  let seconds = 0;
  await run(asRoot, ['apt-get', 'install', ...options, ...names], {
    env,
    mustFinish: true,
    onTick: () => ++seconds % 20 === 0 && say(`apt-get is at work (${seconds} s)`),
  });
}

export async function updateLists(asRoot = rootPrefix()) {
  if (!asRoot) return;
  say('apt-get update');
  await run(asRoot, ['apt-get', 'update', '-q', '-o', 'Acquire::Retries=3'], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

function run(asRoot, command, options) {
  const [program, ...args] = [...asRoot, ...command];
  return follow(program, args, options);
}

/** [] for root, ['sudo', ...] where sudo works without a question or can ask, undefined otherwise. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!findProgram('sudo')) return undefined;
  const silent = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (silent) return ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
  return process.stdin.isTTY && spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status === 0 ? ['sudo'] : undefined;
}

function haveCandidates(names) {
  try {
    if (!readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'))) return false;
    const known = capture('apt-cache', ['policy', ...names], { env: { ...process.env, LC_ALL: 'C' } });
    return (known.match(/^ {2}Candidate: (?!\(none\))/gm) ?? []).length === names.length;
  } catch {
    return false;
  }
}
