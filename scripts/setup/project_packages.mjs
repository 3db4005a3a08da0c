// SPDX-License-Identifier: MIT
// The project's own npm packages: installed when they are missing or older than the lock file.
// No package's install script runs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { say } from './messages.mjs';
import { repositoryRoot } from './places.mjs';
import { follow } from './run.mjs';

/** 'none', 'install' (from nothing) or 'update' (the lock file has changed since). */
export function packagesToDo(root = repositoryRoot) {
  const stamp = stampPath(root);
  if (!existsSync(stamp)) return 'install';
  return readFileSync(stamp, 'utf8') === lockHash(root) ? 'none' : 'update';
}

export async function ensureProjectPackages(root = repositoryRoot) {
  const todo = packagesToDo(root);
  if (todo === 'none') return;
  const command = todo === 'update' || !existsSync(join(root, 'package-lock.json')) ? 'install' : 'ci';
  say(`npm ${command}`);
  let seconds = 0;
  await follow('npm', [command, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    onTick: () => ++seconds % 20 === 0 && say(`npm is at work (${seconds} s)`),
  });
  writeFileSync(stampPath(root), lockHash(root));
}

function stampPath(root) {
  return join(root, 'node_modules/.npscope-stamp');
}

function lockHash(root) {
  const lock = join(root, 'package-lock.json');
  return existsSync(lock) ? createHash('sha256').update(readFileSync(lock)).digest('hex') : '';
}
