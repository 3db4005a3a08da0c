// SPDX-License-Identifier: MIT
// The commands inspect and convert, and folders as arguments: what they print, what they write and their exit status.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { npscope } from './command.mjs';
import { formats, scratchFolder } from './places.mjs';

const scratch = scratchFolder();
const survey = (name) => join(formats, name);
const emptyFolder = () => mkdtempSync(join(scratch, 'folder-'));

test('inspect: what was recognised, for people', () => {
  const { stdout, stderr, status } = npscope(['inspect', survey('survey.xlsx')]);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  for (const part of [
    /^survey\.xlsx$/m,
    /Excel workbook \(XLSX\), sheet “Spring”, header rows: 1/,
    /^ +#1 +Notes +1 row$/m,
    /^ +> +#2 +Spring +21 rows$/m,
    /^ +#4 +“How likely are you to recomm.*Score +100\.0% +10 · 9 · 8/m,
    /“How likely are you to recommend us\?” was read as the score/,
  ]) {
    assert.match(stdout, part);
  }
  assert.doesNotMatch(stdout, /NPS/);
});

test('inspect: a file in Chinese, its encoding and samples', () => {
  const { stdout, status } = npscope(['inspect', survey('survey-gb18030.csv'), '--lang', 'zh']);
  assert.equal(status, 0);
  assert.match(stdout, /GB18030/);
  assert.match(stdout, /北京 · 上海 · 广州 · 成都/);
});

test('inspect --json: one object for all files, also where one fails', () => {
  const { stdout, stderr, status } = npscope(['inspect', survey('survey.json'), join(scratch, 'nowhere.csv'), '--json']);
  assert.equal(status, 2);
  const { schema, files } = JSON.parse(stdout);
  assert.equal(schema, 'npscope-inspect/1');
  assert.deepEqual(
    files.map(({ failure }) => failure?.code ?? null),
    [null, 'file-not-found'],
  );
  assert.match(stderr, /\[file-not-found\]/);
});

test('convert: to standard output', () => {
  const { stdout, status } = npscope(['convert', survey('survey.xls'), '--to', 'ndjson', '--sheet', 'Summer']);
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split('\n').map(JSON.parse);
  assert.deepEqual(
    lines.map((line) => Number(line['How likely are you to recommend us?'])),
    [10, 9, 9, 10, 9, 10, 8, 0],
  );
});

test('convert: from standard input', () => {
  const { stdout, status } = npscope(['convert', '-', '--to', 'csv'], { input: 'a;b\n1;"x,y"\n' });
  assert.equal(status, 0);
  assert.match(stdout, /^a,b\r?\n1,"x,y"\r?\n$/);
});

test('convert --raw: rows from 0, header rows too', () => {
  const { stdout } = npscope(['convert', survey('survey.ods'), '--to', 'ndjson', '--raw']);
  const rows = stdout.trimEnd().split('\n').map(JSON.parse);
  assert.equal(rows.length, 21);
  assert.deepEqual([rows[0].row, rows[0].cells[2], rows[20].row], [0, { s: 'Country' }, 20]);
});

test('convert -o: the file is there when it is whole', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out.csv');
  const { stdout, status } = npscope(['convert', survey('survey.json'), '--to', 'csv', '-o', out]);
  assert.deepEqual([stdout, status], ['', 0]);
  assert.match(readFileSync(out, 'utf8').split(/\r?\n/)[0], /nps\.score/);
  assert.deepEqual(readdirSync(folder), ['out.csv']);
});

test('convert -o: a failure leaves the older file as it was', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out.csv');
  writeFileSync(out, 'before');
  const { stderr, status } = npscope(['convert', join(folder, 'nowhere.csv'), '--to', 'csv', '-o', out]);
  assert.equal(status, 2);
  assert.match(stderr, /\[file-not-found\]/);
  assert.equal(readFileSync(out, 'utf8'), 'before');
  assert.deepEqual(readdirSync(folder), ['out.csv']);
});

test('convert -o: a place that can not be written is a sentence', () => {
  const { stderr, status } = npscope(['convert', survey('survey.csv'), '--to', 'csv', '-o', join(scratch, 'no', 'where.csv')]);
  assert.equal(status, 73);
  assert.match(stderr, /where\.csv/);
  assert.doesNotMatch(stderr, /at .*\.js:\d+/);
});

test('a folder stands for its files: sorted, hidden ones and leavings passed over', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'b'));
  mkdirSync(join(folder, '.git'));
  const csv = readFileSync(survey('survey.csv'));
  for (const name of ['z.csv', 'b/a.csv', '.hidden.csv', '.git/x.csv', '~$a.xlsx', 'Thumbs.db'])
    writeFileSync(join(folder, name), csv);
  symlinkSync(folder, join(folder, 'b', 'circle'));
  const { stdout, stderr, status } = npscope(['report', folder, '--json']);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const { files, nps } = JSON.parse(stdout);
  assert.deepEqual(
    files.map(({ name, ledger }) => [name, ledger.accepted, ledger.duplicate]),
    [
      ['a.csv', 20, 0],
      ['z.csv', 0, 20],
    ],
  );
  assert.equal(nps.responses, 20);
});

test('a folder of every format', () => {
  const { stdout, stderr, status } = npscope(['report', formats, '--json']);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const { nps, files } = JSON.parse(stdout);
  assert.equal(files.length, readdirSync(formats).length);
  for (const { name, ledger } of files) assert.equal(ledger.accepted + ledger.duplicate, 20, name);
  assert.equal(nps.nps, 20);
});

test('an empty folder, and one with too many files', () => {
  const empty = npscope(['report', emptyFolder()]);
  assert.equal(empty.status, 2);
  assert.match(empty.stderr, /\[empty-folder\]/);
  const folder = emptyFolder();
  for (let file = 0; file <= 1000; file++) writeFileSync(join(folder, `${file}.csv`), '');
  const full = npscope(['inspect', folder]);
  assert.equal(full.status, 2);
  assert.match(full.stderr, /\[too-many-files\]/);
});

const wrongUsage = [
  ['convert without --to', ['convert', 'x.csv'], /--to csv/],
  ['convert to something else', ['convert', 'x.csv', '--to', 'xlsx'], /--to csv/],
  ['raw CSV', ['convert', 'x.csv', '--to', 'csv', '--raw'], /--to ndjson/],
  ['two files to convert', ['convert', 'x.csv', 'y.csv', '--to', 'csv'], /One file/],
  ['inspect without a file', ['inspect'], /at least one/],
];

for (const [what, args, sentence] of wrongUsage) {
  test(`${what}: exit status 64`, () => {
    const { stdout, stderr, status } = npscope(args);
    assert.deepEqual([status, stdout], [64, '']);
    assert.match(stderr, sentence);
  });
}
