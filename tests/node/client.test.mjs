// SPDX-License-Identifier: MIT
// The client in Node: what it takes as a file, progress, abort, the queue, close, options and cells.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close, compareCounts, createClient, NpsError, scoreFromCounts } from '../../dist/node.js';
import { bytesOf, dist, largeSurvey, survey2017 } from './places.mjs';

after(close);

const small = bytesOf('Id,Score,Text\n1,10,"a, b"\n2,9,c\n3,0,"line\nbreak"\n');
const smallNps = (100 * (2 - 1)) / 3;
const large = new Blob([largeSurvey(400_000)]);

const rejects = (promise, code, detail) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof NpsError, String(error));
    assert.deepEqual([error.code, error.detail], [code, detail]);
    assert.ok(error.message.length > 10);
    return true;
  });

const whole = small.buffer.slice(small.byteOffset, small.byteOffset + small.byteLength);
const shared = new Uint8Array(new SharedArrayBuffer(small.length));
shared.set(small);

const inputs = [
  ['a Uint8Array', small, 'file 1'],
  ['a part of a larger buffer', new Uint8Array([0, ...small, 0]).subarray(1, small.length + 1), 'file 1'],
  ['shared memory', shared, 'file 1'],
  ['an ArrayBuffer', whole, 'file 1'],
  ['a Blob', new Blob([small]), 'file 1'],
  ['a Blob of many parts, which is read in as many blocks', new Blob([...small].map((byte) => Uint8Array.of(byte))), 'file 1'],
  ['a File', new File([small], 'spring.csv'), 'spring.csv'],
  ['bytes with a name', { name: 'spring.csv', data: small }, 'spring.csv'],
  ['a Blob with a name', { name: 'spring.csv', data: new Blob([small]) }, 'spring.csv'],
  ['an array', [new File([small], 'spring.csv')], 'spring.csv'],
  ['a set', new Set([new File([small], 'spring.csv')]), 'spring.csv'],
];

for (const [what, input, name] of inputs) {
  test(`takes ${what}`, async () => {
    const { files, nps } = await analyze(input);
    assert.equal(nps.nps, smallNps);
    assert.deepEqual([files[0].name, files[0].bytes], [name, small.length]);
  });
}

test('leaves the bytes of the caller as they are', async () => {
  const bytes = small.slice();
  await analyze(bytes);
  assert.deepEqual(bytes, small);
});

test('takes a path', async () => {
  const { files, nps } = await analyze(survey2017);
  assert.equal(files[0].name, 'longterm_October2017.csv');
  assert.equal(nps.responses, 402);
});

for (const [what, input] of [
  ['nothing', []],
  ['a number', 7],
  ['null', null],
  ['an object without bytes', { name: 'x.csv' }],
]) {
  test(`refuses ${what}`, () => rejects(analyze(input), 'bad-option', 'files'));
}

test('progress only grows, ends with everything, and comes at most about 30 times a second', async () => {
  const seen = [];
  const started = performance.now();
  await analyze([large, small], { onProgress: (progress) => seen.push(progress) });
  const seconds = (performance.now() - started) / 1000;
  for (const [index, progress] of seen.entries()) {
    const before = seen[index - 1] ?? progress;
    for (const key of ['file', 'bytesRead', 'records']) assert.ok(progress[key] >= before[key], key);
    assert.deepEqual([progress.files, progress.bytesTotal], [2, large.size + small.length]);
  }
  assert.equal(seen.at(-1).bytesRead, large.size + small.length);
  assert.ok(seen.length <= 2 + 34 * seconds, `${seen.length} in ${seconds} s`);
});

test('an error of the progress listener does not stop the read', async () => {
  const uncaught = new Promise((resolve) => {
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => {
      for (const listener of listeners) process.on('uncaughtException', listener);
      resolve(error);
    });
  });
  let calls = 0;
  const { nps } = await analyze(small, {
    onProgress: () => {
      if (calls++ === 0) throw new Error('from the listener');
    },
  });
  assert.equal(nps.nps, smallNps);
  assert.equal((await uncaught).message, 'from the listener');
});

test('abort in the middle rejects at once, and the next question is answered', async () => {
  const stop = new AbortController();
  let aborted;
  const reading = analyze(large, {
    signal: stop.signal,
    onProgress: () => {
      aborted ??= performance.now();
      stop.abort();
    },
  });
  await rejects(reading, 'aborted', undefined);
  assert.ok(performance.now() - aborted < 50);
  await assert.rejects(reading, { name: 'AbortError' });
  assert.equal((await analyze(small)).nps.nps, smallNps);
});

test('an aborted signal: nothing is read', async () => {
  let progress = 0;
  await rejects(analyze(large, { signal: AbortSignal.abort(), onProgress: () => progress++ }), 'aborted', undefined);
  assert.equal(progress, 0);
});

test('questions wait for their turn, and an abort takes only its own out', async () => {
  const client = createClient();
  const stop = new AbortController();
  const done = [];
  const first = client.analyze(large).then(() => done.push('first'));
  const second = client.analyze(large, { signal: stop.signal });
  const third = client.analyze(small).then(() => done.push('third'));
  stop.abort();
  await rejects(second, 'aborted', undefined);
  assert.deepEqual(done, []);
  await Promise.all([first, third]);
  assert.deepEqual(done, ['first', 'third']);
  client.close();
});

test('close rejects what runs and waits; the client can be used again', async () => {
  const client = createClient();
  const questions = [
    client.analyze(large),
    client.analyze(small),
    client.scoreFromCounts({ detractors: 1, passives: 1, promoters: 1 }),
  ];
  setTimeout(() => client.close(), 30);
  for (const question of questions) await rejects(question, 'aborted', undefined);
  assert.equal((await client.analyze(small)).nps.nps, smallNps);
  client.close();
});

test('an idle client does not keep the process alive, a busy one does', () => {
  const script = `import { analyze } from ${JSON.stringify(join(dist, 'node.js'))};
    analyze(${JSON.stringify(survey2017)}).then(({ nps }) => console.log(nps.responses));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(said, '402\n');
});

test('a file without a score: the error holds the report', async () => {
  const error = await analyze(bytesOf('Id,Score\na,eleven\nb,11\n'), { mapping: { score: 'Score' } }).catch((thrown) => thrown);
  assert.equal(error.code, 'no-scores');
  assert.equal(error.report.nps, null);
  assert.equal(error.report.files[0].ledger.rejected, 2);
});

test('one file of several fails: its failure is in the report, the others count', async () => {
  const { files, nps } = await analyze([new File([], 'empty.csv'), new File([small], 'good.csv')]);
  assert.deepEqual(
    files.map(({ failure }) => failure?.code ?? null),
    ['empty-file', null],
  );
  assert.equal(nps.nps, smallNps);
});

test('all files fail: the first failure is the error', async () => {
  const error = await analyze([new File(['A,Score\n'], 'header.csv'), new File([], 'empty.csv')]).catch((thrown) => thrown);
  assert.equal(error.code, 'no-records');
  assert.equal(error.report.files.length, 2);
});

const twoScores = bytesOf('Score,Score\n10,0\n10,0\n9,1\n');

test('a column by its index, when headers repeat', async () => {
  const { files, nps } = await analyze(twoScores, { mapping: { score: 1 } });
  assert.equal(nps.nps, -100);
  assert.ok(files[0].columns[1].evidence.includes('chosen'));
});

test('options reach the engine', async () => {
  const bytes = new Uint8Array([
    ...bytesOf('Shop|How|When\nM'),
    0xfc,
    ...bytesOf('nchen|10|2024-05-01\nB|-9|2024-06-01\nB|3|2024-06-01\n'),
  ]);
  const { files, nps, groupBy } = await analyze(bytes, {
    mapping: { score: 'How', date: 'When', segments: ['Shop'] },
    dialect: { delimiter: '|', headerRecords: 1 },
    encoding: 'windows-1252',
    missing: [-9],
    level: 0.9,
    method: 'wald',
    groupBy: ['month', 'column:Shop'],
  });
  assert.equal(files[0].encoding, 'windows-1252');
  assert.deepEqual(
    files[0].columns.map(({ role }) => role),
    ['segment', 'score', 'date'],
  );
  assert.equal(files[0].ledger.reasons['score-missing-code'], 1);
  assert.deepEqual([nps.interval.level, nps.interval.method], [0.9, 'wald']);
  assert.deepEqual(
    groupBy.map(({ by, groups }) => [by, groups.map(({ value }) => value)]),
    [
      ['month', ['2024-05', '2024-06']],
      ['column', ['B', 'München']],
    ],
  );
});

for (const [option, options] of [
  ['level', { level: 0.5 }],
  ['method', { method: 'bootstrap' }],
  ['encoding', { encoding: 'ebcdic' }],
  ['delimiter', { dialect: { delimiter: '::' } }],
  ['headerRecords', { dialect: { headerRecords: -1 } }],
  ['map.score', { mapping: { score: {} } }],
]) {
  test(`a bad value of ${option} is named`, () => rejects(analyze(small, options), 'bad-option', option));
}

test('an unknown column is a failure of the file', () =>
  rejects(analyze(small, { mapping: { score: 'Nowhere' } }), 'unknown-column', 'score'));

test('cells of a record, when all were kept', async () => {
  const client = createClient();
  await rejects(client.cells(0, 2), 'bad-option', 'keep');
  await client.analyze(small, { keep: 'all' });
  assert.deepEqual(await client.cells(0, 2), ['1', '10', 'a, b']);
  assert.deepEqual(await client.cells(0, 4), ['3', '0', 'line\nbreak']);
  await rejects(client.cells(0, 99), 'bad-option', 'record');
  await rejects(client.cells(9, 2), 'bad-option', 'record');
  await client.analyze(small);
  await rejects(client.cells(0, 2), 'bad-option', 'keep');
  client.close();
});

test('counts alone', async () => {
  const { files, nps } = await scoreFromCounts({ detractors: 20, passives: 30, promoters: 50 });
  assert.deepEqual([files, nps.nps, nps.mean, nps.histogram], [[], 30, null, null]);
  const wider = await scoreFromCounts({ detractors: 20, passives: 30, promoters: 50 }, { level: 0.99 });
  assert.ok(wider.nps.interval.low < nps.interval.low && wider.nps.interval.high > nps.interval.high);
});

for (const [what, counts] of [
  ['a negative count', { detractors: -1, passives: 0, promoters: 0 }],
  ['half a person', { detractors: 0.5, passives: 0, promoters: 0 }],
  ['a missing count', { detractors: 1, passives: 1 }],
]) {
  test(`refuses ${what}`, async () => {
    await rejects(scoreFromCounts(counts), 'bad-option', 'counts');
    await rejects(compareCounts(counts, { detractors: 1, passives: 1, promoters: 1 }), 'bad-option', 'counts');
    await rejects(compareCounts({ detractors: 1, passives: 1, promoters: 1 }, counts), 'bad-option', 'counts');
  });
}

test('nobody counted: no score', () =>
  rejects(scoreFromCounts({ detractors: 0, passives: 0, promoters: 0 }), 'no-scores', undefined));

test('the same file read from disk, from bytes and in one-file lists gives the same report', async () => {
  const report = await analyze(survey2017);
  const bytes = { name: 'longterm_October2017.csv', data: readFileSync(survey2017) };
  assert.deepEqual(await analyze(bytes), report);
});
