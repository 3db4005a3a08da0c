// SPDX-License-Identifier: MIT
// docs/statistics.md names every measure that can be asked for, says of each statistic what to mind, and ends it with the measure that
// has it, which there is.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/statistics.md'), 'utf8');

const folder = join(root, 'core/measures');
const sources = readdirSync(folder).filter((name) => name.endsWith('.cc'));
const measures = sources.flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/\bconst Measure k\w+ = \{\s*(?:\.name = )?"([a-z-]+)"/g)].map(
    ([, measure]) => measure,
  ),
);

const statistics = page.split('\n### ').slice(1);

test('every measure is named as the measure of a statistic', () => {
  const lines = statistics.map((text) => text.trimEnd().split('\n- ').at(-1));
  const missing = measures.filter((measure) => !lines.some((line) => line.includes(`\`${measure}\``)));
  assert.deepEqual(missing, []);
  assert.ok(measures.length >= 24, measures.join(' '));
});

test('every statistic says what to mind, and which measure has it', () => {
  for (const text of statistics) {
    const [title] = text.split('\n');
    assert.match(text, /\n- _Mind:_ \S/, title);
    const last = text.split(/\n## /)[0].trimEnd().split('\n- ').at(-1);
    const [, first] = /`([a-z-]+)`?/.exec(last) ?? [];
    assert.ok(measures.includes(first) || /^(`(interval|share|test)|_report_)/.test(last), `${title}: ${last}`);
  }
});
