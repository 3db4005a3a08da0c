// SPDX-License-Identifier: MIT
// Conversions: the records as they were read, in a stream that waits for its reader, can be left, and tells why it breaks off.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close, convert, createClient, NpsError } from '../../dist/node.js';
import { bytesOf, formats, largeSurvey } from './places.mjs';

after(close);

const textOf = (stream) => new Response(stream).text();
const linesOf = async (stream) => (await textOf(stream)).trimEnd().split('\n').map(JSON.parse);
const survey = (name) => join(formats, name);
const scores = [10, 9, 10, 9, 10, 9, 10, 9, 10, 9, 8, 7, 8, 7, 0, 3, 6, 5, 2, 6];
const question = 'How likely are you to recommend us?';

/** The cells of a CSV text without line breaks in cells. */
const cellsOf = (text) =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, q, bare]) => q?.replaceAll('""', '"') ?? bare),
    );

for (const name of ['survey.csv', 'survey-utf-16.tsv', 'survey-html.xls', 'survey.zip', 'survey.csv.gz']) {
  test(`${name} as CSV has the cells of survey.csv`, async () => {
    const text = await textOf(convert(survey(name), { to: 'csv' }));
    assert.deepEqual(cellsOf(text), cellsOf(readFileSync(survey('survey.csv'), 'utf8')));
  });
}

for (const name of ['survey.csv', 'survey.xlsx', 'survey.xls', 'survey.ods', 'survey-2003.xml']) {
  test(`${name} as lines of JSON: one object per record, by column name`, async () => {
    const records = await linesOf(convert(survey(name), { to: 'ndjson' }));
    assert.deepEqual(
      records.map((record) => Number(record[question])),
      scores,
    );
    assert.equal(records[3].Country, 'Österreich');
  });
}

test('raw: every row of the sheet with the types of its cells', async () => {
  const rows = await linesOf(convert(survey('survey.xlsx'), { to: 'ndjson', raw: true, sheet: 'Spring' }));
  assert.equal(rows.length, 21);
  assert.deepEqual(rows[0].cells[3], { s: question });
  assert.deepEqual(rows[1], {
    row: 1,
    cells: [{ s: 'R1001' }, { d: '2024-05-01T00:00:00' }, { s: 'Peru' }, { n: 10 }, { s: 'quick' }],
  });
});

test('raw text has texts only', async () => {
  const rows = await linesOf(convert(bytesOf('a,b\n1,"x ""y"""\n'), { to: 'ndjson', raw: true }));
  assert.deepEqual(rows, [
    { row: 0, cells: [{ s: 'a' }, { s: 'b' }] },
    { row: 1, cells: [{ s: '1' }, { s: 'x "y"' }] },
  ]);
});

test('a file without any score converts too', async () => {
  assert.deepEqual(await linesOf(convert(bytesOf('city,name\nRome,Ada\nOslo,Bo\n'), { to: 'ndjson' })), [
    { city: 'Rome', name: 'Ada' },
    { city: 'Oslo', name: 'Bo' },
  ]);
});

const large = new Blob([largeSurvey(200_000)]);

test('a large file comes in chunks, whole, while the reader takes its time', async () => {
  const notes = [];
  let chunks = 0;
  let lines = 0;
  for await (const chunk of convert(large, { to: 'csv', onProgress: (progress) => notes.push(progress.bytesRead) })) {
    chunks++;
    lines += Buffer.from(chunk).filter((byte) => byte === 10).length;
    if (chunks > 1) continue;
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok((notes.at(-1) ?? 0) < large.size, 'the worker waits for its reader');
  }
  assert.ok(chunks > 2, String(chunks));
  assert.equal(lines, 200_001);
  assert.equal(notes.at(-1), large.size);
});

test('nothing is read before somebody asks, and other questions do not wait for it', async () => {
  const client = createClient();
  const unread = client.convert(large, { to: 'csv' });
  assert.equal((await client.analyze(bytesOf('Id,Score\n1,10\n'))).nps.nps, 100);
  await unread.cancel();
  client.close();
});

test('a stream that is cancelled lets the next question through', async () => {
  const reader = convert(large, { to: 'csv' }).getReader();
  assert.equal((await reader.read()).done, false);
  await reader.cancel();
  assert.equal((await analyze(bytesOf('Id,Score\n1,10\n'))).nps.nps, 100);
});

test('an abort errors the stream at once', async () => {
  const stop = new AbortController();
  const reader = convert(large, { to: 'ndjson', signal: stop.signal }).getReader();
  await reader.read();
  stop.abort();
  await assert.rejects(reader.read(), { name: 'AbortError', code: 'aborted' });
  await assert.rejects(textOf(convert(large, { to: 'csv', signal: AbortSignal.abort() })), { code: 'aborted' });
});

const broken = [
  ['an empty file', new Uint8Array(), { to: 'csv' }, 'empty-file'],
  ['a file that is not there', '/nowhere/at/all.csv', { to: 'csv' }, 'file-not-found'],
  ['a picture', new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), { to: 'csv' }, 'unsupported-format'],
  ['a sheet that is not there', survey('survey.xlsx'), { to: 'csv', sheet: 'Winter' }, 'unknown-sheet'],
  ['another target', bytesOf('a\n1\n'), { to: 'xlsx' }, 'bad-option'],
  ['raw CSV', bytesOf('a\n1\n'), { to: 'csv', raw: true }, 'bad-option'],
  ['an encoding that is none', bytesOf('a\n1\n'), { to: 'csv', encoding: 'ebcdic' }, 'bad-option'],
];

for (const [what, file, options, code] of broken) {
  test(`${what}: the stream errors with ${code}`, async () => {
    await assert.rejects(textOf(convert(file, options)), (error) => error instanceof NpsError && error.code === code);
  });
}
