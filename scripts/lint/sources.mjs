// SPDX-License-Identifier: MIT
// Which files the linters look at: those git knows or would know, so that build output and packages stay out.
// changedSources() is for the slow one, clang-tidy: what differs from the commit before the last.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { repositoryRoot } from '../setup/places.mjs';

function git(...args) {
  const answer = spawnSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 1 << 26 });
  return answer.status === 0 ? answer.stdout.split('\0').filter((path) => path !== '') : undefined;
}

function present(paths) {
  return [...new Set(paths)].filter((path) => existsSync(join(repositoryRoot, path))).sort();
}

/** All files of the work tree that are not ignored. */
export function allSources() {
  const listed = git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  if (!listed) throw new Error('lint needs a git work tree.');
  return present(listed);
}

/** Files of the last commit and everything since; all files where there is no commit before the last. */
export function changedSources() {
  const tracked = git('diff', '--name-only', '-z', '--diff-filter=d', 'HEAD~1');
  if (!tracked) return allSources();
  return present([...tracked, ...git('ls-files', '-z', '--others', '--exclude-standard')]);
}

export function isCpp(path) {
  return /^(core|wasm|tests)\/.*\.(cc|h)$/.test(path);
}

/** The compiled files among `changed`, and for each changed header one compiled file that sees it. */
export function translationUnits(changed, compiled, read = (path) => readFileSync(join(repositoryRoot, path), 'utf8')) {
  const units = new Set(changed.filter((path) => compiled.includes(path)));
  for (const header of changed.filter((path) => path.endsWith('.h'))) {
    const sibling = header.replace(/\.h$/, '.cc');
    const sees = compiled.includes(sibling) ? sibling : compiled.find((path) => read(path).includes(`#include "${header}"`));
    if (sees) units.add(sees);
  }
  return [...units].sort();
}

/** The repository's files in a compile_commands.json, relative to the root. */
export function compiledFiles(databasePath) {
  const entries = JSON.parse(readFileSync(databasePath, 'utf8'));
  const paths = entries.map((entry) => relative(repositoryRoot, resolve(entry.directory ?? dirname(databasePath), entry.file)));
  return [...new Set(paths)].filter(isCpp).sort();
}
