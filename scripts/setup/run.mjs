// SPDX-License-Identifier: MIT
// Starting other programs: capture() for a short answer, follow() for a long job whose output a person watches.
// Both fail with a SetupFailure that names the command and shows the end of what it said.
import { spawn, spawnSync } from 'node:child_process';

import { SetupFailure } from './messages.mjs';

/** Runs a program and returns its standard output. */
export function capture(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (result.error) throw new SetupFailure(`${program} cannot be started: ${result.error.message}`);
  if (result.status !== 0) {
    throw new SetupFailure(
      `${[program, ...args].join(' ')} failed (${result.status ?? result.signal}):\n${tail(result.stdout + result.stderr)}`,
    );
  }
  return result.stdout;
}

const children = new Set();
process.on('exit', () => children.forEach(killGroup));

/** A program's own children too: dpkg-deb leaves a decompressor and a tar behind. */
function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a program to its end, keeps its output for the failure only, and calls `onTick` once a second. When this process is
 * stopped the program is stopped too, unless it `mustFinish`.
 */
export function follow(program, args, { onTick, mustFinish = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    if (!mustFinish) children.add(child);
    let said = '';
    const keep = (text) => (said = (said + text).slice(-20000));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const timer = onTick ? setInterval(onTick, 1000) : undefined;
    const finish = (failure) => {
      clearInterval(timer);
      children.delete(child);
      if (failure) reject(new SetupFailure(failure));
      else resolve(said);
    };
    child.on('error', (error) => finish(`${program} cannot be started: ${error.message}`));
    child.on('close', (code, signal) => {
      finish(code === 0 ? undefined : `${[program, ...args].join(' ')} failed (${code ?? signal}):\n${tail(said)}`);
    });
  });
}

function tail(text, lines = 25) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
