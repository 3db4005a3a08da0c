// SPDX-License-Identifier: MIT
// `npm test`: set-up, build, lint and all tests; `npm test -- native|node|e2e|lint` runs a part (with --no-build: without the build).
// Stops at the first step that fails; the last line counts the tests.
import { spawnSync } from 'node:child_process';

import { ensureSetup } from './setup.mjs';
import { SetupFailure } from './setup/messages.mjs';
import { repositoryRoot } from './setup/places.mjs';
import { addCounts, countsLine, noTests } from './test/counts.mjs';
import { steps } from './test/steps.mjs';
import { toolchain } from './toolchain.mjs';

const parts = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const withoutBuild = process.argv.includes('--no-build');
const done = [];
let total = noTests;

/** Runs one step under a heading and notes how it went; true when it did not fail. */
async function step(title, work) {
  console.log(`\n=== ${title} ===`);
  const started = performance.now();
  const { state, counts } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  done.push([state, title, `${seconds} s`, counts ? countsLine(counts) : '']);
  if (counts) total = addCounts(total, counts);
  // A step that broke before it could count must not leave "0 failed" in the last line.
  if (state === 'FAILED' && !counts?.failed) total = addCounts(total, { ...noTests, failed: 1 });
  console.log(`--- ${title}: ${state} (${seconds} s)`);
  return state !== 'FAILED';
}

function runStep({ commands, absent, env, counts }) {
  if (absent) {
    console.log(`skipped: ${absent}`);
    return { state: 'skipped', counts: { ...noTests, skipped: 1 } };
  }
  for (const [program, ...args] of commands) {
    const { status, error } = spawnSync(program, args, {
      cwd: repositoryRoot,
      stdio: 'inherit',
      env: { ...toolchain().env, ...env },
    });
    if (error) console.error(error.message);
    if (status !== 0) return { state: 'FAILED', counts: counts?.() };
  }
  const counted = counts?.();
  return { state: counted?.failed ? 'FAILED' : 'ok', counts: counted };
}

async function runSetup() {
  try {
    await ensureSetup();
    return { state: 'ok' };
  } catch (error) {
    console.error(error instanceof SetupFailure ? error.message : error);
    return { state: 'FAILED' };
  }
}

function chosen() {
  const all = steps();
  const unknown = parts.filter((name) => !(name in all));
  if (unknown.length > 0) {
    console.error(`Unknown part ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`);
    process.exit(2);
  }
  const names = new Set(parts.flatMap((name) => [...(all[name].needs ?? []), name]));
  return Object.entries(all)
    .filter(([name]) => parts.length === 0 || names.has(name))
    .filter(([name]) => !(withoutBuild && name === 'build'))
    .map(([, value]) => value);
}

const list = chosen();
let good = await step('Set-up', runSetup);
for (const one of list) {
  if (!good) break;
  good = await step(one.title, () => runStep(one));
}

console.log('\n=== Summary ===');
for (const [state, title, seconds, counts] of done)
  console.log([state.padEnd(8), title.padEnd(18), seconds.padStart(9), ` ${counts}`].join(' ').trimEnd());
const left = list.length + 1 - done.length;
if (left > 0)
  console.log(
    `not run: ${list
      .slice(-left)
      .map(({ title }) => title)
      .join(', ')}`,
  );
console.log(countsLine(total));
process.exitCode = good ? 0 : 1;
