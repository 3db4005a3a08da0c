// SPDX-License-Identifier: MIT
// The command rejects: the rows that were not counted, to standard output, into a file or into a folder, and their way back.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { parseDelimited } from '../support/reshape.mjs';
import { npscope } from './command.mjs';
import { formats, root, scratchFolder, survey2017 } from './places.mjs';

const scratch = scratchFolder();
const emptyFolder = () => mkdtempSync(join(scratch, 'folder-'));
const golden = (name) => join(root, 'tests/data/golden', name);
const name = 'limesurvey_semicolon_null_vs_empty.csv';
const limesurvey = golden(name);
const expected = JSON.parse(readFileSync(limesurvey.replace(/csv$/, 'expect.json'), 'utf8'));

/** `[record, code]` of each row of a reject file, as the expectation has them. */
const rowsOf = (text, delimiter = ',') =>
  parseDelimited(text.replace(/^\ufeff/, ''), delimiter)
    .filter(([file]) => file === name)
    .map(([, record, code]) => [Number(record), code]);

test('to standard output: every row that was not counted, with its code, and nothing else', () => {
  const { stdout, stderr, status } = npscope(['rejects', limesurvey]);
  assert.deepEqual([stderr, status], ['', 0]);
  assert.deepEqual(rowsOf(stdout), expected.rejects);
  assert.match(stdout, /^\ufeff?npscope file,npscope record,npscope code,npscope reason,npscope source,/);
});

test('--as source-csv keeps the separator of the source', () => {
  const { stdout, status } = npscope(['rejects', limesurvey, '--as', 'source-csv']);
  assert.equal(status, 0);
  assert.deepEqual(rowsOf(stdout, ';'), expected.rejects);
});

for (const lang of ['en', 'de', 'zh']) {
  test(`the reasons are the sentences of the report in ${lang}`, () => {
    const { stdout } = npscope(['rejects', survey2017, '--lang', lang]);
    const empty = parseDelimited(stdout.replace(/^\ufeff/, ''), ',').filter(([, , code]) => code === 'score-empty');
    assert.equal(empty.length, 74);
    const [reason, ...others] = new Set(empty.map(([, , , text]) => text));
    assert.deepEqual(others, []);
    const told = npscope(['report', survey2017, '--lang', lang]).stdout;
    assert.ok(told.includes(`74  ${reason} [score-empty]`), reason);
  });
}

test('-o: the file is there when it is whole, and how many rows it has is said', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out.csv');
  const { stdout, stderr, status } = npscope(['rejects', limesurvey, '-o', out]);
  assert.deepEqual([stdout, status], ['', 0]);
  assert.equal(stderr, `Rows that were not counted, saved: ${out} (${expected.rejects.length} rows)\n`);
  assert.deepEqual(rowsOf(readFileSync(out, 'utf8')), expected.rejects);
  assert.deepEqual(readdirSync(folder), ['out.csv']);
});

test('what nobody will see of the rows is said, and only then', () => {
  const folder = emptyFolder();
  const path = join(folder, 'long.ndjson');
  const broken = (letters) => `{"nps":3,"why":${'x'.repeat(letters)}`;
  const rows = [{ nps: 9 }, { nps: 10 }, { nps: 44, why: 'y'.repeat(32_768) }].map((row) => JSON.stringify(row));
  writeFileSync(path, [...rows, broken(10), broken(40_000)].join('\n'));
  const said = (as) => {
    const out = join(folder, `out.${as}`);
    const { stderr, status } = npscope(['rejects', path, '--as', as, '-o', out]);
    assert.equal(status, 0);
    return stderr.split('\n').slice(1, -1);
  };
  const cut = 'Of 1 row that can not be read as cells, only the start is in the saved file (at most 32,767 characters).';
  const long =
    '1 cell is longer than the 32,767 characters that Excel shows, and Excel cuts it on opening. CSV has no such limit.';
  assert.deepEqual(said('csv'), [cut]);
  assert.deepEqual(said('xlsx'), [cut, long]);
  const table = parseDelimited(readFileSync(join(folder, 'out.csv'), 'utf8').replace(/^\ufeff/, ''), ',');
  assert.deepEqual(
    table.map((row) => row[5]),
    ['npscope text', '', broken(10), broken(40_000).slice(0, 32_767)],
  );
});

test('a cell that a spreadsheet could calculate gets an apostrophe, unless --no-guard', () => {
  const path = join(scratch, 'formula.csv');
  writeFileSync(path, 'Id,Score,Why\n1,eleven,"=HYPERLINK(""x"")"\n2,9,fine\n3,10,good\n4,twelve, +1\n5,2,bad\n');
  const guarded = parseDelimited(npscope(['rejects', path]).stdout, ',');
  assert.deepEqual(
    guarded.slice(1).map((row) => row.at(-1)),
    [`'=HYPERLINK("x")`, "' +1"],
  );
  const bare = parseDelimited(npscope(['rejects', path, '--no-guard']).stdout, ',');
  assert.deepEqual(
    bare.slice(1).map((row) => row.at(-1)),
    ['=HYPERLINK("x")', ' +1'],
  );
});

for (const as of ['csv', 'source-csv', 'xlsx']) {
  test(`${as}: given beside its source, unchanged, it changes no figure`, () => {
    const out = join(emptyFolder(), `rejects.${as === 'xlsx' ? 'xlsx' : 'csv'}`);
    assert.equal(npscope(['rejects', limesurvey, '--as', as, '-o', out]).status, 0);
    const alone = JSON.parse(npscope(['report', limesurvey, '--json']).stdout);
    for (const files of [
      [limesurvey, out],
      [out, limesurvey],
    ]) {
      const { nps, files: read } = JSON.parse(npscope(['report', ...files, '--json']).stdout);
      assert.deepEqual(nps, alone.nps);
      assert.equal(read[0].ledger.reasons.replaced, expected.rejects.length);
    }
  });
}

test('several files: into a folder, one file for each that has some', () => {
  const out = join(emptyFolder(), 'new', 'folder');
  const twin = join(emptyFolder(), name);
  writeFileSync(twin, `${readFileSync(limesurvey, 'utf8')}"9999";"1980-01-01 00:00:00";"";"";"";"";"";""\n`);
  const whole = join(formats, 'survey.csv');
  const { stderr, status } = npscope(['rejects', limesurvey, survey2017, twin, whole, '-o', out]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(readdirSync(out).sort(), [
    'limesurvey_semicolon_null_vs_empty-rejects-2.csv',
    'limesurvey_semicolon_null_vs_empty-rejects.csv',
    'longterm_October2017-rejects.csv',
  ]);
  assert.match(stderr, /^survey\.csv: Every row was counted\.$/m);
  const first = readFileSync(join(out, 'limesurvey_semicolon_null_vs_empty-rejects.csv'), 'utf8');
  assert.deepEqual(rowsOf(first), expected.rejects);
});

test('several files: --file chooses one, from 1', () => {
  const { stdout, status } = npscope(['rejects', survey2017, limesurvey, '--file', '2']);
  assert.equal(status, 0);
  assert.deepEqual(rowsOf(stdout), expected.rejects);
});

test('the decisions of a recipe decide which rows these are', () => {
  const recipe = join(scratch, 'recipe.json');
  const args = ['report', limesurvey, '--policy', 'all', '--include', 'excluded-unfinished', '--save-recipe', recipe];
  assert.equal(npscope(args).status, 0);
  const { stdout, stderr } = npscope(['rejects', limesurvey, recipe]);
  assert.equal(stderr, 'The recipe recipe.json was applied.\n');
  assert.ok(!rowsOf(stdout).some(([, code]) => code === 'excluded-unfinished'));
});

test('when not a single row counts, all of them are given', () => {
  const path = join(scratch, 'none.csv');
  writeFileSync(path, 'Id,Score\n1,eleven\n2,twelve\n3,-99\n');
  const { stdout, status } = npscope(['rejects', path, '--map', 'score=Score']);
  assert.equal(status, 0);
  assert.equal(parseDelimited(stdout, ',').length, 4);
});

test('a file that can not be used: exit status 2, and the older output stays as it was', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out.csv');
  writeFileSync(out, 'before');
  const { stderr, status } = npscope(['rejects', join(folder, 'nowhere.csv'), '-o', out]);
  assert.equal(status, 2);
  assert.match(stderr, /\[file-not-found\]/);
  assert.equal(readFileSync(out, 'utf8'), 'before');
  assert.deepEqual(readdirSync(folder), ['out.csv']);
});

test('a place that can not be written is a sentence', () => {
  const { stderr, status } = npscope(['rejects', limesurvey, '-o', join(scratch, 'no', 'where.csv')]);
  assert.equal(status, 73);
  assert.match(stderr, /where\.csv/);
  const file = join(scratch, 'a-file');
  writeFileSync(file, '');
  assert.equal(npscope(['rejects', limesurvey, survey2017, '-o', file]).status, 73);
  const folder = join(scratch, 'a-folder');
  mkdirSync(folder);
  assert.equal(npscope(['rejects', limesurvey, '-o', folder]).status, 73);
  assert.ok(statSync(folder).isDirectory());
});

const wrongUsage = [
  ['no file', [], /at least one/],
  ['a form that is none', [limesurvey, '--as', 'pdf'], /--as csv/],
  ['a workbook to the screen', [limesurvey, '--as', 'xlsx'], /-o OUT\.xlsx/],
  ['several files without a choice', [limesurvey, survey2017], /--file N/],
  ['a file that is not there by its number', [limesurvey, '--file', '2'], /from 1 to 1/],
  ['a number that is none', [limesurvey, '--file', 'first'], /--file takes the number/],
];

for (const [what, args, sentence] of wrongUsage) {
  test(`${what}: exit status 64`, () => {
    const { stdout, stderr, status } = npscope(['rejects', ...args]);
    assert.deepEqual([status, stdout], [64, '']);
    assert.match(stderr, sentence);
  });
}
