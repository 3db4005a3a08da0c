// SPDX-License-Identifier: MIT
// The questions that the README shows are run as they stand there, against a survey with the columns that they name.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { root } from '../support/core.mjs';
import { csvOf, surveyRows } from '../support/survey.mjs';
import { command } from './command.mjs';

const folder = mkdtempSync(join(tmpdir(), 'npscope-readme-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'survey.csv'), csvOf(surveyRows(600)));
writeFileSync(join(folder, 'events.csv'), 'date,name,kind\n2025-04-01,Release 4,release\n2025-09-15,Outage,incident\n');

const lines = readFileSync(join(root, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^npx npscope (query|compare) /.test(line));

test('the README shows some', () => {
  assert.ok(lines.length >= 12);
});

/** As a shell does; a `#` behind blanks starts a comment. */
function run(line) {
  const script = line.replace(/^npx npscope/, '"$NODE" "$COMMAND"');
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', NODE: process.execPath, COMMAND: command };
  return spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', env });
}

for (const line of lines) {
  test(line.replace(/\s+#.*$/, ''), () => {
    const { status, stdout, stderr } = run(line);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.ok(stdout.split('\n').length >= 2, stdout);
    assert.doesNotMatch(stdout, /NaN|undefined|\[object/);
    if (line.includes('--json')) assert.ok(Array.isArray(JSON.parse(stdout).answers));
  });
}

test('a missed target is the exit status 3', () => {
  const { status } = run('npx npscope query survey.csv --by Plan --measure goals:default=99');
  assert.equal(status, 3);
});
