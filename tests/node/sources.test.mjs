// SPDX-License-Identifier: MIT
// Files on disk that are not what they seem: gone, folders, pipes, forbidden, or changed while they are read.
// Each gives its own code, and the next file is read.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chmodSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close } from '../../dist/node.js';
import { largeSurvey, scratchFolder, survey2017 } from './places.mjs';
import { importSources } from './source.mjs';

const { openPath } = await importSources(['web/worker/file-bytes.ts']);

after(close);

const folder = scratchFolder();
const large = largeSurvey(400_000);

const failureOf = async (input, options) => {
  const error = await analyze(input, options).catch((thrown) => thrown);
  const next = await analyze(survey2017);
  assert.equal(next.nps.responses, 402);
  return error.code;
};

test('a path that is not there', async () => assert.equal(await failureOf(join(folder, 'nowhere.csv')), 'file-not-found'));

test('a path below a file', async () => assert.equal(await failureOf(join(survey2017, 'x.csv')), 'file-not-found'));

test('a folder', async () => assert.equal(await failureOf(folder), 'unreadable'));

test('no permission', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
  const path = join(folder, 'secret.csv');
  writeFileSync(path, 'Score\n9\n');
  chmodSync(path, 0o000);
  assert.equal(await failureOf(path), 'unreadable');
});

const changes = [
  ['grows', (path) => appendFileSync(path, '1,9,more\n')],
  ['is cut short', (path) => truncateSync(path, 1000)],
  ['is written to', (path) => writeFileSync(path, 'ID', { flag: 'r+' })],
  ['gets another time', (path) => utimesSync(path, new Date(), new Date(Date.now() + 5000))],
];

for (const [what, change] of changes) {
  test(`a file that ${what} while it is open`, async () => {
    const path = join(folder, 'changing.csv');
    writeFileSync(path, large);
    utimesSync(path, new Date(), new Date(Date.now() - 60_000));
    const bytes = await openPath('changing.csv', path);
    let read = (await bytes.pull(0, new ArrayBuffer(100_000))).length;
    change(path);
    await assert.rejects(
      async () => {
        while (read < bytes.size) read += (await bytes.pull(read, new ArrayBuffer(4_000_000))).length;
        await bytes.verify();
      },
      { code: 'source-changed' },
    );
    await bytes.close();
  });
}

test('a file that grows while an analysis reads it', async () => {
  const path = join(folder, 'growing.csv');
  const long = Buffer.concat(Array(5).fill(large));
  // The main thread may hear of the progress when all is read; then it is tried again.
  for (let attempt = 0, code; code !== 'source-changed'; attempt++) {
    assert.ok(attempt < 10, `${attempt} attempts`);
    writeFileSync(path, long);
    code = await failureOf(path, { onProgress: () => appendFileSync(path, '1,9,more\n') });
  }
});

test('a file that is deleted while it is read is read to its end', async () => {
  const path = join(folder, 'leaving.csv');
  writeFileSync(path, large);
  const { files } = await analyze(path, { onProgress: () => rmSync(path, { force: true }) });
  assert.equal(files[0].ledger.read, 400_000);
});

test('a pipe', { skip: process.platform === 'win32' }, async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  spawn('sh', ['-c', 'cat "$0" > "$1"', survey2017, pipe], { stdio: 'ignore' });
  const { nps, files } = await analyze(pipe);
  assert.deepEqual([nps.responses, files[0].name], [402, 'pipe']);
});
