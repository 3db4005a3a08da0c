// SPDX-License-Identifier: MIT
// The command verify: a saved report is repeated with its files; the same is status 0, another number 1, nothing to compare 2.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { npscope } from './command.mjs';
import { carpentries, root, scratchFolder, survey2017 } from './places.mjs';

const folder = scratchFolder();
const golden = (name) => join(root, 'tests/data/golden', name);
const waves = ['2020-12-long-term-other_questions-no-open.csv', '20200326-longterm-other_questions-no-open.csv'].map((name) =>
  join(carpentries, name),
);

function saved(name, files, args = []) {
  const path = join(folder, name);
  const { status, stderr } = npscope(['report', ...files, '--save', path, ...args]);
  assert.deepEqual([status, stderr], [0, `Report saved: ${path}\n`]);
  return path;
}

function changed(path, name, change) {
  const copy = join(folder, name);
  writeFileSync(copy, change(readFileSync(path)));
  return copy;
}

test('a saved report has the SHA-256 of each file, and two blanks for each level', () => {
  const path = saved('two.json', waves);
  const text = readFileSync(path, 'utf8');
  const report = JSON.parse(text);
  assert.equal(text, `${JSON.stringify(report, null, 2)}\n`);
  assert.deepEqual(
    report.files.map(({ sha256 }) => sha256),
    waves.map((wave) => createHash('sha256').update(readFileSync(wave)).digest('hex')),
  );
});

const repeated = [
  ['two waves', waves, []],
  [
    'a policy and groups',
    [golden('qualtrics_3row_de_numeric.csv')],
    ['--policy', 'latest', '--by', 'month', '--missing', '-99,-1'],
  ],
  ['a workbook', [golden('msforms_serial_dates.xlsx')], ['--level', '0.99', '--method', 'wald', '--as-of', '2020-02-29']],
  ['events in JSON lines', [golden('posthog_events_partial.ndjson')], ['--no-clean', 'key-case', '--duplicates', 'all']],
  ['an archive', [join(root, 'tests/data/formats/survey.zip')], []],
  ['a scale without a 0, which is doubted the first time', [waves[1]], []],
];

for (const [what, files, args] of repeated) {
  test(`the same, status 0: ${what}`, () => {
    const report = saved('repeated.json', files, args);
    const { stdout, stderr, status } = npscope(['verify', report, ...files]);
    assert.deepEqual([stderr, status], ['', 0], stdout);
    for (const file of files) assert.ok(stdout.includes(`${basename(file)}: the file of the report (SHA-256).`), stdout);
    assert.match(stdout, /Repeated with the same result: every number is that of the report\.\n$/);
    if (args.includes('2020-02-29')) assert.match(stdout, /Day of the analysis: 29 Feb 2020/);
  });
}

test('files in another order and with other names are the same', () => {
  const report = saved('order.json', waves);
  mkdirSync(join(folder, 'renamed'));
  const renamed = waves.map((wave, index) => join(folder, 'renamed', `${9 - index}.csv`));
  for (const [index, wave] of waves.entries()) copyFileSync(wave, renamed[index]);
  const { stdout, status } = npscope(['verify', report, ...renamed.toReversed()]);
  assert.equal(status, 0, stdout);
});

test('a report on one line is verified too', () => {
  const path = join(folder, 'line.json');
  const report = JSON.parse(readFileSync(saved('indented.json', [survey2017]), 'utf8'));
  writeFileSync(path, `\ufeff${JSON.stringify(report)}`);
  assert.equal(npscope(['verify', path, survey2017]).status, 0);
});

test('one byte of the file is another one: status 1, the file and every number that differs', () => {
  const report = saved('byte.json', [survey2017]);
  // The first score that is a 10 becomes a 1 and a blank.
  const other = changed(survey2017, 'other.csv', (bytes) => {
    const text = bytes.toString('latin1');
    const at = text.search(/,10(?=[,\r\n])/);
    assert.ok(at > 0);
    return Buffer.from(`${text.slice(0, at)},1 ${text.slice(at + 3)}`, 'latin1');
  });
  const { stdout, stderr, status } = npscope(['verify', report, other]);
  assert.deepEqual([stderr, status], ['', 1], stdout);
  assert.match(stdout, /other\.csv is not a file of the report: its SHA-256 is another one\./);
  assert.match(stdout, /longterm_October2017\.csv is in the report and was not given\./);
  assert.match(stdout, /Repeated with another result: \d+ numbers differ from the report\./);
  assert.match(stdout, /nps\.promoters: 215 in the report, 214 now/);
  assert.match(stdout, /nps\.detractors: 69 in the report, 70 now/);
  assert.match(stdout, /files\.0\.sha256: "[0-9a-f]{64}" in the report, "[0-9a-f]{64}" now/);
  assert.match(stdout, /\[report-differs\]/);
});

test('a byte behind the figures changes no number but the hashes, and that is told', () => {
  const report = saved('blank.json', [survey2017]);
  const longer = changed(survey2017, 'longer.csv', (bytes) => Buffer.concat([bytes, Buffer.from('\n')]));
  const { stdout, status } = npscope(['verify', report, longer, '--json']);
  assert.equal(status, 1);
  const { same, differences } = JSON.parse(stdout);
  assert.equal(same, false);
  const places = differences.map(({ path }) => path);
  for (const place of ['files.0.bytes', 'files.0.hash', 'files.0.sha256']) assert.ok(places.includes(place), place);
  assert.ok(!places.some((place) => place.startsWith('nps.')));
});

test('a number of the report was changed by hand: status 1 and that number alone', () => {
  const path = saved('forged.json', [survey2017]);
  const report = JSON.parse(readFileSync(path, 'utf8'));
  report.nps.nps = 50;
  writeFileSync(path, JSON.stringify(report));
  const { stdout, status } = npscope(['verify', path, survey2017]);
  assert.equal(status, 1);
  assert.match(stdout, /1 number differs from the report\.\n {2}nps\.nps: 50 in the report, 36\.3\d* now\n/);
});

for (const [lang, sentence] of [
  ['de', /Mit demselben Ergebnis wiederholt/],
  ['zh', /重新计算/],
]) {
  test(`in ${lang}`, () => {
    const report = saved(`${lang}.json`, [survey2017]);
    const { stdout, status } = npscope(['verify', report, survey2017, '--lang', lang]);
    assert.equal(status, 0);
    assert.match(stdout, sentence);
  });
}

test('a report that was printed without hashes: status 2 and why', () => {
  const path = join(folder, 'printed.json');
  writeFileSync(path, npscope(['report', survey2017, '--json']).stdout);
  const { stderr, status } = npscope(['verify', path, survey2017]);
  assert.equal(status, 2);
  assert.match(stderr, /saved without SHA-256/);
  assert.match(stderr, /\[report-invalid\]/);
});

const unusable = [
  ['no JSON', () => changed(survey2017, 'torn.json', () => '{"schema": "npscope-report/1"'), 'report-invalid'],
  ['a list', () => changed(survey2017, 'list.json', () => '[]'), 'report-invalid'],
  ['a recipe', () => changed(survey2017, 'recipe.json', () => '{"schema":"npscope-recipe/1"}'), 'report-invalid'],
  [
    'files that are none',
    () => changed(survey2017, 'odd.json', () => '{"schema":"npscope-report/1","files":[1]}'),
    'report-invalid',
  ],
  ['a report that is not there', () => join(folder, 'nowhere.json'), 'file-not-found'],
];

for (const [what, make, code] of unusable) {
  test(`${what}: status 2`, () => {
    const { stdout, stderr, status } = npscope(['verify', make(), survey2017]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.ok(stderr.includes(`[${code}]`), stderr);
    assert.doesNotMatch(stderr, /at .*\.js:\d+/);
  });
}

test('a file that gives no figure any more: status 2, and which file is missed', () => {
  const report = saved('gone.json', [survey2017]);
  const { stderr, status } = npscope(['verify', report, golden('google_sheets_dmy.csv')]);
  assert.equal(status, 2);
  assert.match(stderr, /longterm_October2017\.csv is in the report and was not given/);
  assert.match(stderr, /\[recipe-mismatch\]/);
  const missing = npscope(['verify', report, join(folder, 'nowhere.csv')]);
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /\[file-not-found\]/);
});

test('without files: exit status 64', () => {
  for (const args of [[], ['report.json']]) {
    const { stderr, status } = npscope(['verify', ...args]);
    assert.equal(status, 64);
    assert.match(stderr, /npscope verify REPORT FILE/);
  }
});

test('a report that can not be written: exit status 73', () => {
  const { stderr, status } = npscope(['report', survey2017, '--save', join(folder, 'no', 'where.json')]);
  assert.equal(status, 73);
  assert.match(stderr, /where\.json/);
});
