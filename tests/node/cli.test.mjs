// SPDX-License-Identifier: MIT
// The command: what it prints for a person, its exit status, and that nothing a file holds can confuse a terminal.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { command, npscope } from './command.mjs';
import { root, scratchFolder, survey2017 } from './places.mjs';

const folder = scratchFolder();

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a report for people: score, interval, groups, histogram, ledger, column and hash', () => {
  const { stdout, stderr, status } = npscope(['report', survey2017]);
  assert.equal(status, 0);
  assert.equal(stderr, '');
  for (const part of [
    /^longterm_October2017\.csv$/m,
    /“Likely-To-Recommend” was read as the score/,
    /NPS \+36\.3 {3}95% interval 28\.7 to 43\.5/,
    /402 responses/,
    /Detractors +0–6 +69 +17\.2%/,
    /Passives +7–8 +118 +29\.4%/,
    /Promoters +9–10 +215 +53\.5%/,
    /^ +10 +148 +36\.8% +█{32}$/m,
    /Rows read +476/,
    /Without a score +74/,
    /74 {2}.*\[score-empty\]/,
    /record 11, line 11, column “Likely-To-Recommend”/,
    /Content hash [0-9a-f]{32}/,
  ]) {
    assert.match(stdout, part);
  }
});

const languages = [
  ['de', ['--lang', 'de'], {}, 'Kritiker', '+36,3'],
  ['zh', ['--lang=zh'], {}, '贬损者', '+36.3'],
  ['de of the system', [], { LANG: 'de_DE.UTF-8' }, 'Kritiker', '+36,3'],
  ['an unknown one: English', ['--lang', 'xx'], { LANG: 'fr_FR.UTF-8' }, 'Detractors', '+36.3'],
];

for (const [language, args, env, word, figure] of languages) {
  test(`in ${language}`, () => {
    const { stdout, status } = npscope(['report', survey2017, ...args], { env });
    assert.equal(status, 0);
    assert.ok(stdout.includes(word) && stdout.includes(figure), stdout);
  });
}

test('counts alone', () => {
  const { stdout, status } = npscope(['score', '--counts', '20,30,50', '--level', '0.99', '--method', 'wald', '--json']);
  assert.equal(status, 0);
  const report = JSON.parse(stdout);
  assert.deepEqual(report.files, []);
  assert.equal(report.nps.nps, 30);
  assert.deepEqual([report.nps.mean, report.nps.histogram], [null, null]);
  assert.deepEqual([report.nps.interval.method, report.nps.interval.level], ['wald', 0.99]);
  assert.match(npscope(['score', '--counts', '20,30,50']).stdout, /NPS \+30\.0/);
});

test('standard input', () => {
  const { stdout, status } = npscope(['report', '-', '--json'], { input: readFileSync(survey2017) });
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).nps.responses, 402);
});

test('a column by position, codes for no answer, a delimiter and header records', () => {
  const path = file('odd.csv', 'made by hand\nA;B\n10;1\n-99;2\n99;3\n0;4\n');
  const args = ['--map', 'score=#1', '--missing', '-99,99', '--delimiter', ';', '--header', '2', '--json'];
  const { stdout, stderr } = npscope(['report', path, ...args]);
  assert.equal(stderr, '');
  const { nps, files } = JSON.parse(stdout);
  assert.deepEqual([nps.responses, nps.nps], [2, 0]);
  assert.deepEqual(files[0].ledger.reasons, { 'score-missing-code': 2 });
  assert.deepEqual(files[0].dialect, { delimiter: ';', quote: '"', headerRecords: 2 });
});

test('a dialect: both marks at once, or the quote alone', () => {
  const path = file('quotes.csv', "Score;Why\n10;'a;b'\n0;'c;d'\n");
  for (const args of [
    ['--dialect', ";'"],
    ['--delimiter', ';', '--quote', "'"],
  ]) {
    const { stdout } = npscope(['report', path, '--json', ...args]);
    const { nps, files } = JSON.parse(stdout);
    assert.deepEqual(files[0].dialect, { delimiter: ';', quote: "'", headerRecords: 1 });
    assert.equal(nps.responses, 2);
  }
  const { stdout } = npscope(['report', path, '--json', '--dialect', ';"']);
  assert.equal(JSON.parse(stdout).files[0].ledger.reasons['too-many-cells'], 2);
  assert.equal(npscope(['report', path, '--dialect', ';x']).status, 64);
});

test('groups: --by month and --by COLUMN', () => {
  const path = file('groups.csv', 'Date,Score,Shop\n2024-05-01,10,North\n2024-06-01,0,South\n2024-06-02,10,South\n');
  const { stdout } = npscope(['report', path, '--by', 'month', '--by', 'Shop']);
  assert.match(stdout, /NPS per month\n {2}2024-05 +\+100\.0 .*\n {2}2024-06 +0\.0/);
  assert.match(stdout, /NPS by Shop\n {2}North +\+100\.0 .*\n {2}South +0\.0/);
});

const unusable = [
  ['a file that is not there', join(folder, 'nowhere.csv'), 'file-not-found'],
  ['an empty file', file('empty.csv', ''), 'empty-file'],
  ['a header only', file('header.csv', 'Date,Score\n'), 'no-records'],
  ['no score column', file('words.csv', 'Name,Answer\nx,hello\ny,world\n'), 'no-score-column'],
  ['only sentinel values', file('sentinel.csv', 'Id,Score\na,-99\nb,-99\n'), 'no-scores'],
  ['binary', file('binary.csv', Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 200, 0, 9])), undefined],
  ['a picture', file('picture.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), undefined],
];

for (const [what, path, code] of unusable) {
  test(`${what}: exit status 2, a sentence, a fix and the code`, () => {
    const { stderr, status } = npscope(['report', path]);
    assert.equal(status, 2);
    const [, shown] = stderr.match(/\[([a-z-]+)\]/) ?? [];
    assert.ok(shown, stderr);
    if (code) assert.equal(shown, code);
    assert.ok(stderr.trim().split('\n').length >= 2, stderr);
    assert.ok(!/at .*\.js:\d+/.test(stderr), 'no stack trace');
  });

  test(`${what}: --json still prints the report`, () => {
    const { stdout, status } = npscope(['report', path, '--json']);
    assert.equal(status, 2);
    const report = JSON.parse(stdout);
    assert.equal(report.nps, null);
    assert.equal(report.files.length, 1);
  });
}

test('one file of several fails: the others count, and the status says so', () => {
  const { stdout, stderr, status } = npscope(['report', survey2017, join(folder, 'nowhere.csv')]);
  assert.equal(status, 2);
  assert.match(stdout, /NPS \+36\.3/);
  assert.match(stderr, /nowhere\.csv\n.*\[file-not-found\]/);
});

const wrongUsage = [
  ['an unknown command', ['rapport', 'x.csv'], /rapport/],
  ['no file', ['report'], /at least one/],
  ['an unknown option', ['report', 'x.csv', '--colour'], /--colour/],
  ['counts that are none', ['score', '--counts', '1,2'], /20,30,50/],
  ['a role that is none', ['report', 'x.csv', '--map', 'colour=A'], /Roles: score, .*date/],
  ['a level that is not offered', ['score', '--counts', '1,2,3', '--level', '0.85'], /\[bad-option\]/],
  ['an encoding that is not offered', ['report', survey2017, '--encoding', 'ebcdic'], /\[bad-option\]\n.*\n.*encoding/],
];

for (const [what, args, sentence] of wrongUsage) {
  test(`${what}: exit status 64`, () => {
    const { stdout, stderr, status } = npscope(args);
    assert.equal(status, 64);
    assert.match(stderr, sentence);
    assert.equal(stdout, '');
  });
}

test('help in every language, and the version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(npscope(['--version']).stdout, `${version}\n`);
  for (const lang of ['en', 'de', 'zh']) {
    const { stdout, status } = npscope(['--help', '--lang', lang]);
    assert.equal(status, 0);
    for (const option of ['--map', '--missing', '--by', '--json', '--counts']) assert.ok(stdout.includes(option), option);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 128, line);
  }
});

test('control characters of a header do not reach the terminal', () => {
  const path = file('escape.csv', 'Name,Score \u001b[31mred\u0007,Text\nx,10,a\ny,9,b\n');
  const { stdout } = npscope(['report', path]);
  assert.match(stdout, /Score/);
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('a reader that leaves early is no error', () => {
  const script = '"$1" "$2" report "$3" --json --by Country 2>&1 | head -c 10; echo " ${PIPESTATUS[0]}"';
  const said = execFileSync('bash', ['-c', script, 'bash', process.execPath, command, survey2017], { encoding: 'utf8' });
  assert.equal(said, '{"schema": 0\n');
});
