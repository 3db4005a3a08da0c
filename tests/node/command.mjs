// SPDX-License-Identifier: MIT
// Runs the built command the way a terminal does and says what came of it.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { dist } from './places.mjs';

export const command = join(dist, 'cli.js');

/** Runs `npscope ARGS` in English unless `env` says otherwise; `input` is standard input. */
export function npscope(args, { input = '', env = {} } = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
  });
  return { stdout, stderr, status };
}
