// SPDX-License-Identifier: MIT
// npscope as a user gets it: the packed package, unpacked among the packages of the bench.
// Its dependencies are not installed, because the entries measured here need none.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const place = fileURLToPath(new URL('node_modules/npscope', import.meta.url));

/** Unpacks `tarball`, or what `npm pack` makes of the repository now. */
export function unpackPackage({ root, folder, tarball }) {
  const packed = tarball ? resolve(tarball) : pack(root, folder);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  capture('tar', ['-xzf', packed, '-C', place, '--strip-components=1'], root);
}

function pack(root, folder) {
  const answer = capture('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  return join(folder, JSON.parse(answer)[0].filename);
}

function capture(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? stderr}`);
  return stdout;
}
