// SPDX-License-Identifier: MIT
// `npm run bench`: npscope against its rivals on a generated survey, in Node and in Chromium; see tests/bench.
// Options: --rows N, --rounds N, --host node|chromium, --contestants a,b (modules), --package TARBALL instead of packing dist.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureSetup } from './setup.mjs';
import { SetupFailure } from './setup/messages.mjs';
import { repositoryRoot } from './setup/places.mjs';
import { ensureProjectPackages } from './setup/project_packages.mjs';
import { toolchain } from './toolchain.mjs';

const bench = join(repositoryRoot, 'tests/bench');
const folder = join(repositoryRoot, 'build/bench');
const fullRows = 1_000_000;
const fullRounds = 9;

const { values: asked } = parseArgs({
  options: {
    rows: { type: 'string', default: String(fullRows) },
    rounds: { type: 'string', default: String(fullRounds) },
    host: { type: 'string' },
    contestants: { type: 'string' },
    package: { type: 'string' },
  },
});
const rows = count('rows');
const rounds = count('rounds');

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
  const { ensureSurvey } = await import('../tests/bench/generate.mjs');
  say(`survey of ${rows} rows`);
  return ensureSurvey(folder, rows);
}

/** Runs one host when it is asked for; the modules of the bench are there only after set-up. */
async function runHost(name, survey) {
  const { contestantsOf } = await import('../tests/bench/contestants.mjs');
  const { runRounds } = await import('../tests/bench/rounds.mjs');
  const contestants = contestantsOf(name, asked.contestants?.split(','));
  const makeHost = (await import(`../tests/bench/${name}.mjs`))[`${name}Host`];
  const host = await makeHost({ survey, folder, contestants, program: toolchain().chromium });
  say(host.title);
  try {
    return await runRounds({ host, contestants, survey, rounds, say });
  } finally {
    await host.close();
  }
}

async function main() {
  const survey = await prepare();
  const hosts = [];
  for (const name of ['node', 'chromium']) {
    if (!asked.host || asked.host === name) hosts.push(await runHost(name, survey));
  }
  writeFileSync(join(folder, 'runs.json'), JSON.stringify(hosts, undefined, 1));
  const { reportText } = await import('../tests/bench/report.mjs');
  const text = reportText({ hosts, survey, rounds });
  console.log(`\n${text}`);
  const isFull = rows === fullRows && rounds >= fullRounds && !asked.host && !asked.contestants && !asked.package;
  if (isFull) writeFileSync(join(bench, 'RESULTS.md'), text);
  say(isFull ? 'kept as tests/bench/RESULTS.md' : 'not kept: only a full run of the package as it is now is');
}

try {
  await main();
} catch (error) {
  console.error(`\nThe bench stopped: ${error instanceof SetupFailure ? error.message : (error.stack ?? error)}`);
  process.exitCode = 1;
}
