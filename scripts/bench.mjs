// SPDX-License-Identifier: MIT
// `npm run bench`: npscope against its rivals on a generated survey in several formats, in Node and in Chromium; see tests/bench.
// Options: --formats csv,ndjson,json,xlsx,xls,questions, --rows N and --rounds N (at most), --host node|chromium, --contestants a,b (modules),
// --package TARBALL instead of packing dist.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureSetup } from './setup.mjs';
import { SetupFailure } from './setup/messages.mjs';
import { repositoryRoot } from './setup/places.mjs';
import { ensureProjectPackages } from './setup/project_packages.mjs';
import { toolchain } from './toolchain.mjs';
import { filesOf, formatNames, fullRounds, fullRows, titleOf } from '../tests/bench/formats.mjs';

const bench = join(repositoryRoot, 'tests/bench');
const folder = join(repositoryRoot, 'build/bench');
const { values: asked } = parseArgs({
  options: {
    formats: { type: 'string', default: [...formatNames, 'questions'].join() },
    rows: { type: 'string', default: String(fullRows) },
    rounds: { type: 'string', default: String(fullRounds) },
    host: { type: 'string' },
    contestants: { type: 'string' },
    package: { type: 'string' },
  },
});
const asks = asked.formats.split(',').includes('questions');
const files = filesOf(formatsAsked(), count('rows'), count('rounds'));

function formatsAsked() {
  const formats = asked.formats.split(',').filter((format) => format !== 'questions');
  const unknown = formats.filter((format) => !formatNames.includes(format));
  if (unknown.length > 0) throw new Error(`--formats takes ${formatNames.join(', ')}, not ${unknown.join(', ')}.`);
  return formats;
}

function count(option) {
  const value = Number(asked[option]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${option} takes a whole number above 0.`);
  return value;
}

const started = performance.now();
function say(text) {
  console.log(`[bench ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s] ${text}`);
}

async function prepare() {
  await ensureSetup();
  if (!asked.package && !existsSync(join(repositoryRoot, 'dist/node.js'))) {
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: repositoryRoot, stdio: 'inherit' });
    if (status !== 0) throw new SetupFailure('npscope does not build.');
  }
  await ensureProjectPackages(bench);
  mkdirSync(folder, { recursive: true });
  const { unpackPackage } = await import('../tests/bench/package-under-test.mjs');
  unpackPackage({ root: repositoryRoot, folder, tarball: asked.package });
}

/** Runs a file on one host; the modules of the bench are there only after set-up. */
async function runHost(file, name, survey) {
  const { contestantsOf } = await import('../tests/bench/contestants.mjs');
  const { runRounds } = await import('../tests/bench/rounds.mjs');
  const contestants = contestantsOf(file.format, name, asked.contestants?.split(','));
  const makeHost = (await import(`../tests/bench/${name}.mjs`))[`${name}Host`];
  const host = await makeHost({ survey, folder, contestants, program: toolchain().chromium });
  say(`${titleOf(file)}, ${host.title}`);
  try {
    return await runRounds({ host, contestants, survey, rounds: file.rounds, say });
  } finally {
    await host.close();
  }
}

async function runFile(file) {
  const { ensureInput } = await import('../tests/bench/inputs.mjs');
  say(`${titleOf(file)}: the file`);
  const survey = ensureInput(folder, file.format, file.rows);
  const parts = [];
  for (const name of file.hosts) {
    if (!asked.host || asked.host === name) parts.push({ file, survey, host: await runHost(file, name, survey) });
  }
  return parts;
}

async function questions() {
  if (!asks || asked.host === 'node') return [];
  const { askRounds } = await import('../tests/bench/ask-rounds.mjs');
  const [rows, rounds] = [Math.min(fullRows, count('rows')), Math.min(fullRounds, count('rounds'))];
  return [await askRounds({ folder, rows, rounds, program: toolchain().chromium, say })];
}

async function main() {
  await prepare();
  const parts = [];
  for (const file of files) parts.push(...(await runFile(file)));
  const runs = parts.map(({ file, host }) => ({ title: titleOf(file), ...host }));
  writeFileSync(join(folder, 'runs.json'), JSON.stringify(runs, undefined, 1));
  const { reportText } = await import('../tests/bench/report.mjs');
  const text = reportText(parts, await questions());
  console.log(`\n${text}`);
  const full = JSON.stringify(filesOf(formatNames, fullRows, fullRounds));
  const isFull = JSON.stringify(files) === full && asks && !asked.host && !asked.contestants && !asked.package;
  if (isFull) writeFileSync(join(bench, 'RESULTS.md'), text);
  say(isFull ? 'kept as tests/bench/RESULTS.md' : 'not kept: only a full run of the package as it is now is');
}

try {
  await main();
} catch (error) {
  console.error(`\nThe bench stopped: ${error instanceof SetupFailure ? error.message : (error.stack ?? error)}`);
  process.exitCode = 1;
}
