// SPDX-License-Identifier: MIT
// One survey in every format that tools write: the same twenty answers give the same figures, and inspect() says of each file
// what it is. The files are in tests/data/formats, made with other programs than ours.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { analyze, close, inspect } from '../../dist/node.js';
import { formats, largeSurvey } from './places.mjs';

after(close);

const sheets = (...rows) => rows.map(([name, count, chosen = false]) => ({ name, rows: count, chosen, hidden: false }));
const spring = sheets(['Spring', 21, true], ['Summer', 9]);

const english = 'How likely are you to recommend us?';

/** File; what inspect() must say of it; the header of the score column. */
const files = [
  ['survey.csv', { format: 'csv', encoding: 'utf-8', delimiter: ',' }, english],
  ['survey-utf-16.tsv', { format: 'csv', encoding: 'utf-16le', delimiter: '\t' }, english],
  [
    'survey-windows-1252.csv',
    { format: 'csv', encoding: 'windows-1252', delimiter: ';' },
    'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
  ],
  [
    'survey-windows-1251.csv',
    { format: 'csv', encoding: 'windows-1251', delimiter: ',' },
    'Насколько вероятно, что вы порекомендуете нас?',
  ],
  ['survey-gb18030.csv', { format: 'csv', encoding: 'gb18030', delimiter: ',' }, '您有多大可能向朋友或同事推荐我们？'],
  ['survey.json', { format: 'json', encoding: 'utf-8', tables: sheets(['responses', 20, true], ['archive', 8]) }, 'nps.score'],
  ['survey.ndjson', { format: 'ndjson', encoding: 'utf-8', tables: sheets(['', 20, true]) }, 'nps.score'],
  ['survey.xlsx', { format: 'xlsx', encoding: null, tables: [...sheets(['Notes', 1]), ...spring] }, english],
  ['survey.xls', { format: 'xls', encoding: null, tables: spring }, english],
  ['survey.ods', { format: 'ods', encoding: null, tables: spring }, english],
  ['survey-html.xls', { format: 'html', encoding: 'utf-8' }, english],
  ['survey-2003.xml', { format: 'spreadsheetml', encoding: 'utf-8', tables: spring }, english],
  ['survey.zip', { format: 'csv', encoding: 'utf-8', delimiter: ',', container: ['zip', 'export/Responses.csv'] }, english],
  ['survey.csv.gz', { format: 'csv', encoding: 'utf-8', delimiter: ',', container: ['gzip', ''] }, english],
];

test('every file of the folder is in the list', () => {
  assert.deepEqual(files.map(([name]) => name).sort(), readdirSync(formats).sort());
});

for (const [name, known, score] of files) {
  test(`${name}: recognised`, async () => {
    const inspection = await inspect(join(formats, name));
    assert.deepEqual([inspection.schema, inspection.files.length], ['npscope-inspect/1', 1]);
    const [file] = inspection.files;
    assert.equal(file.failure, null);
    assert.deepEqual([file.format, file.encoding], [known.format, known.encoding]);
    assert.equal(file.dialect?.delimiter, known.delimiter);
    assert.deepEqual(file.container && [file.container.kind, file.container.member], known.container ?? null);
    if (known.tables) assert.deepEqual(file.tables, known.tables);
    assert.deepEqual(
      file.columns.filter(({ role }) => role === 'score').map((column) => column.name),
      [score],
    );
    for (const { samples, filled } of file.columns) assert.ok(samples.length > 0 && filled === 1, JSON.stringify(samples));
    assert.ok(!('ledger' in file) && !('hash' in file));
  });

  test(`${name}: its figures`, async () => {
    const { nps, files: reports } = await analyze(join(formats, name));
    assert.deepEqual([nps.responses, nps.detractors, nps.passives, nps.promoters], [20, 6, 4, 10]);
    assert.deepEqual(nps.histogram, [1, 0, 1, 1, 0, 1, 2, 2, 2, 5, 5]);
    assert.deepEqual(
      reports.map(({ ledger }) => ledger.accepted),
      [20],
    );
  });
}

const summer = [
  ['by name', 'survey.xlsx', 'Summer'],
  ['by position', 'survey.xlsx', 2],
  ['of an old workbook', 'survey.xls', 'Summer'],
  ['of LibreOffice', 'survey.ods', 1],
  ['of Excel XML', 'survey-2003.xml', 'Summer'],
  ['a list of JSON by its path', 'survey.json', 'archive'],
];

for (const [what, name, sheet] of summer) {
  test(`another sheet, ${what}`, async () => {
    const { nps, files: reports } = await analyze(join(formats, name), { sheet });
    assert.deepEqual([nps.responses, nps.nps], [8, 62.5]);
    assert.equal(reports[0].tables.find(({ chosen }) => chosen).rows, name.endsWith('json') ? 8 : 9);
  });
}

test('a sheet that is not there is named, with those that are', async () => {
  const error = await analyze(join(formats, 'survey.xlsx'), { sheet: 'Winter' }).catch((thrown) => thrown);
  assert.equal(error.code, 'unknown-sheet');
  assert.deepEqual(
    error.report.files[0].tables.map(({ name }) => name),
    ['Notes', 'Spring', 'Summer'],
  );
});

test('a forced encoding is taken, and the figures are those of the bytes', async () => {
  const { nps, files: reports } = await analyze(join(formats, 'survey-windows-1251.csv'), {
    encoding: 'koi8-r',
    mapping: { score: 3 },
  });
  assert.deepEqual([reports[0].encoding, reports[0].encodingConfidence, nps.responses], ['koi8-r', 1, 20]);
});

/** The files hold the same responses; each is to count. */
const everyCopy = { duplicates: { rows: 'off', responses: false, files: false } };

test('all formats together', async () => {
  const { nps } = await analyze(
    files.map(([name]) => join(formats, name)),
    everyCopy,
  );
  assert.deepEqual([nps.responses, nps.nps], [20 * files.length, 20]);
});

const packed = { name: 'large.csv.gz', data: gzipSync(largeSurvey(300_000), { level: 1 }) };

test('progress over files of several kinds only grows and ends with everything', async () => {
  const given = [packed, join(formats, 'survey.xlsx'), packed, join(formats, 'survey.xls')];
  const seen = [];
  const { nps } = await analyze(given, { ...everyCopy, onProgress: (progress) => seen.push(progress) });
  assert.equal(nps.responses, 600_040);
  for (const [index, progress] of seen.entries()) {
    const before = seen[index - 1] ?? progress;
    for (const key of ['file', 'bytesRead', 'records']) assert.ok(progress[key] >= before[key], key);
  }
  assert.ok(seen.length > 2);
  assert.equal(seen.at(-1).bytesRead, seen.at(-1).bytesTotal);
});

test('an archive can be left in the middle', async () => {
  const stop = new AbortController();
  const reading = analyze([packed, packed, packed], { signal: stop.signal, onProgress: () => stop.abort() });
  await assert.rejects(reading, { code: 'aborted' });
});

test('inspect() does not reject for a file that can not be read', async () => {
  const { files: found } = await inspect([new Uint8Array(), join(formats, 'survey.csv')]);
  assert.deepEqual(
    found.map(({ failure }) => failure?.code ?? null),
    ['empty-file', null],
  );
});
