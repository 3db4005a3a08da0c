// SPDX-License-Identifier: MIT
// Where the tests of this folder find what they test: the built package and the real survey files.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');
export const carpentries = join(root, 'tests/data/carpentries');
/** One survey in every format. */
export const formats = join(root, 'tests/data/formats');
export const survey2017 = join(carpentries, 'longterm_October2017.csv');

/** A folder that is gone after the tests of the file that asked for it. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'npscope-test-'));
  mkdirSync(folder, { recursive: true });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function bytesOf(text) {
  return new TextEncoder().encode(text);
}

/** A survey of some megabytes, large enough to be caught in the middle. Score `row % 11`: nps is known. */
export function largeSurvey(rows) {
  const lines = ['id,How likely are you to recommend us?,comment'];
  for (let row = 0; row < rows; row++) lines.push(`${row},${row % 11},a comment that takes some room in row ${row}`);
  return bytesOf(`${lines.join('\n')}\n`);
}
