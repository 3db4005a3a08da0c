// SPDX-License-Identifier: MIT
// The steps of `npm test`: what each runs, what it needs to exist, and where its counts come from.
// Nothing outside Node is imported, because the first run happens before any package is there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

import { repositoryRoot } from '../setup/places.mjs';
import { junitCounts, playwrightCounts, tapCounts } from './counts.mjs';

const reports = join(repositoryRoot, 'build/test-reports');

/** Files below `folder` whose name ends in `ending`, relative to the root, without packages and build output. */
export function filesEndingIn(ending, folder) {
  const below = join(repositoryRoot, folder);
  if (!existsSync(below)) return [];
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(repositoryRoot, join(entry.path, entry.name)))
    .filter((path) => !path.split('/').includes('node_modules') && !path.startsWith('tests/bench/'))
    .sort();
}

/** A fresh report file: one of an earlier run must not be counted. */
function report(name) {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, name), { force: true });
  return join(reports, name);
}

function countsFrom(path, read) {
  return () => (existsSync(path) ? read(readFileSync(path, 'utf8')) : undefined);
}

const node = process.execPath;

/**
 * Each step: `title`, `commands` to run in order, `env` to add, `counts()` after the last, and `absent`, a reason why there is
 * nothing to run. `needs` names steps that must run first when only a part is asked for.
 */
export function steps() {
  return {
    build: { title: 'Build', commands: [[node, 'scripts/build.mjs']] },
    lint: { title: 'Lint', commands: [[node, 'scripts/lint.mjs']] },
    native: nativeStep(),
    node: nodeStep(),
    e2e: browserStep(),
  };
}

function nativeStep() {
  const junit = report('ctest.xml');
  return {
    title: 'Native C++ tests',
    absent: existsSync(join(repositoryRoot, 'CMakePresets.json')) ? undefined : 'no CMakePresets.json',
    commands: [
      ['cmake', '--preset', 'native'],
      ['cmake', '--build', '--preset', 'native'],
      ['ctest', '--preset', 'native', '--output-on-failure', '--no-tests=error', '--output-junit', junit],
    ],
    counts: countsFrom(junit, junitCounts),
  };
}

function nodeStep() {
  const tap = report('node.tap');
  const files = filesEndingIn('.test.mjs', 'tests');
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
  ];
  return {
    title: 'Node tests',
    needs: ['build'],
    absent: files.length > 0 ? undefined : 'no tests/**/*.test.mjs',
    commands: [[node, '--test', ...reporters, ...files]],
    counts: countsFrom(tap, tapCounts),
  };
}

function browserStep() {
  const json = report('playwright.json');
  const hasConfig = readdirSync(repositoryRoot).some((name) => name.startsWith('playwright.config.'));
  return {
    title: 'Browser tests',
    needs: ['build'],
    absent: hasConfig ? undefined : 'no playwright.config',
    commands: [[join(repositoryRoot, 'node_modules/.bin/playwright'), 'test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: json, PLAYWRIGHT_JSON_OUTPUT_FILE: json },
    counts: countsFrom(json, playwrightCounts),
  };
}
