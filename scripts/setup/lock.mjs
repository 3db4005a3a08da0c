// SPDX-License-Identifier: MIT
// A lock folder that lets one set-up at a time work on the tool cache.
// A lock whose owner is gone is taken over: its process is dead or, on another machine, its heartbeat has stopped.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { say } from './messages.mjs';

const heartbeatMs = 5_000;
const staleMs = 60_000;

/** Runs `work` while holding the lock folder; waits for another holder first. */
export async function withLock(folder, work, { pollMs = 1000 } = {}) {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  while (!take(folder)) {
    if (isStale(folder)) {
      remove(folder);
      continue;
    }
    if (!told) say('another set-up is at work; waiting for it');
    told = true;
    await sleep(pollMs);
  }
  const heartbeat = setInterval(() => touch(folder), heartbeatMs);
  const letGo = () => rmSync(folder, { recursive: true, force: true });
  const onSignal = () => {
    letGo();
    process.exit(130);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    letGo();
  }
}

/** True when the owner of an existing lock cannot be at work any more. */
export function isStale(folder, now = Date.now()) {
  const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return false;
  const silent = now - changed > staleMs;
  let owner;
  try {
    owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
  } catch {
    // Made a moment ago and not signed yet, or its owner died in between.
    return silent;
  }
  return silent || (owner.host === hostname() && !isAlive(owner.pid));
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, host: hostname() }));
  return true;
}

/** Moves the stale lock away first, so that of two waiting set-ups only one removes it. */
function remove(folder) {
  const aside = `${folder}.stale-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // The folder was taken over or removed; the work itself is atomic.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
