// SPDX-License-Identifier: MIT
// The set-up lock: one at a time, taken over when its owner is dead or silent, let go after a failure.
// Owners in other processes are real processes, because process ids are what staleness is about.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { isStale, withLock } from '../../scripts/setup/lock.mjs';

function lockIn(t) {
  const folder = mkdtempSync(join(tmpdir(), 'npscope-lock-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cache', 'setup.lock');
}

function foreignLock(lock, owner) {
  mkdirSync(lock, { recursive: true });
  if (owner) writeFileSync(join(lock, 'owner.json'), JSON.stringify(owner));
}

test('two set-ups take turns', async (t) => {
  const lock = lockIn(t);
  const order = [];
  const job = (name) =>
    withLock(
      lock,
      async () => {
        order.push(`${name} in`);
        await sleep(50);
        order.push(`${name} out`);
      },
      { pollMs: 10 },
    );
  await Promise.all([job('a'), job('b'), job('c')]);
  const turns = order.map((entry) => entry.split(' '));
  for (let i = 0; i < turns.length; i += 2) assert.equal(turns[i][0], turns[i + 1][0], order.join(', '));
  assert.equal(turns.length, 6);
});

test('a failure lets go and passes on', async (t) => {
  const lock = lockIn(t);
  await assert.rejects(
    withLock(lock, () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.equal(existsSync(lock), false);
});

test('the lock of a dead process is taken over', async (t) => {
  const lock = lockIn(t);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  foreignLock(lock, { pid, host: hostname() });
  assert.equal(await withLock(lock, async () => 'done', { pollMs: 10 }), 'done');
});

test('the lock of a living process is kept', (t) => {
  const lock = lockIn(t);
  foreignLock(lock, { pid: process.pid, host: hostname() });
  assert.equal(isStale(lock), false);
});

test('a lock of another machine is stale only when its heartbeat has stopped', (t) => {
  const lock = lockIn(t);
  foreignLock(lock, { pid: 1, host: 'elsewhere' });
  assert.equal(isStale(lock), false);
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(lock, longAgo, longAgo);
  assert.equal(isStale(lock), true);
});

test('a lock that nobody signed is stale after a while, not at once', (t) => {
  const lock = lockIn(t);
  foreignLock(lock);
  assert.equal(isStale(lock), false);
  assert.equal(isStale(lock, Date.now() + 120_000), true);
});
