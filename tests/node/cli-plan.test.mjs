// SPDX-License-Identifier: MIT
// The command plan, and reports that follow a plan, a recipe or options that decide: what is asked, what is kept, and that the same
// decisions give the same figures whichever way they are said.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { npscope } from './command.mjs';
import { carpentries, root, scratchFolder, survey2017 } from './places.mjs';

const folder = scratchFolder();
const golden = (name) => join(root, 'tests/data/golden', name);
const qualtrics = golden('qualtrics_3row_de_numeric.csv');
const expected = JSON.parse(readFileSync(golden('qualtrics_3row_de_numeric.expect.json'), 'utf8'));
const day = ['--as-of', '2026-11-22'];

function kept(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function reportOf(args) {
  const { stdout, stderr, status } = npscope(['report', ...args, '--json']);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

test('plan: what is decided and why, what is asked with the rows that show it, and no figure', () => {
  const { stdout, stderr, status } = npscope(['plan', qualtrics, ...day]);
  assert.deepEqual([stderr, status], ['', 0]);
  for (const part of [
    /^qualtrics_3row_de_numeric\.csv\n {2}7\.9 kB, .*UTF-8, .*header rows: 3, Export of Qualtrics, time zone Europe\/Berlin$/m,
    /Recognised from the first part of the file\./,
    /Day of the analysis: 22 Nov 2026/,
    /Column +Used as +How sure +Filled +Examples/,
    /#12 +“RecipientEmail” +Respondent +\d+\.\d% +75\.0% +mara\.kessel@example\.test/,
    /24 of 24 filled cells looked at are email addresses\./,
    /#6 +“Duration \(in seconds\)” +Not used +100\.0%/,
    /^Questions: 1$/m,
    /What does -1 in the score column mean\? \(qualtrics_3row_de_numeric\.csv, column “Q23”\)/,
    /> {2}It is a mistake: leave the rows out/,
    /It means: no answer +--missing .*-1/,
    /^ +20 {2}-1 .*2024-05-09 07:30:00/m,
  ]) {
    assert.match(stdout, part);
  }
  assert.doesNotMatch(stdout, /NPS [+−\d]/);
});

test('plan: nothing to ask is said', () => {
  const { stdout, status } = npscope(['plan', survey2017]);
  assert.equal(status, 0);
  assert.match(stdout, /Everything was recognised for certain; nothing has to be asked\./);
});

for (const [lang, words] of [
  ['de', ['Wie die Dateien gelesen werden', 'Fragen: 1', 'Verwendet als', 'E-Mail-Adressen']],
  ['zh', ['文件的读取方式', '问题数：1']],
]) {
  test(`plan in ${lang}`, () => {
    const { stdout, status } = npscope(['plan', qualtrics, '--lang', lang]);
    assert.equal(status, 0);
    for (const word of words) assert.ok(stdout.includes(word), `${word}\n${stdout}`);
  });
}

test('plan: a file that can not be used is told, the others are planned', () => {
  const { stdout, stderr, status } = npscope(['plan', join(folder, 'nowhere.csv'), survey2017]);
  assert.equal(status, 2);
  assert.match(stdout, /longterm_October2017\.csv/);
  assert.match(stderr, /nowhere\.csv\n.*\[file-not-found\]/);
});

test('plan --json is indented, and report --plan follows it as it is edited', () => {
  const { stdout } = npscope(['plan', qualtrics, ...day, '--json']);
  assert.match(stdout, /^\{\n {2}"schema": "npscope-plan\/1",\n/);
  const plan = JSON.parse(stdout);
  assert.deepEqual([plan.complete, plan.certain], [false, false]);
  const same = reportOf([qualtrics, '--plan', kept('plan.json', plan)]);
  assert.equal(same.nps.responses, expected.nps.responses);
  plan.recipe.sources[0].score.missing.push('-1');
  const answered = reportOf([qualtrics, '--plan', kept('answered.json', plan)]);
  assert.equal(answered.files[0].ledger.reasons['score-missing-code'], expected.ledger.reasons['score-missing-code']);
  assert.deepEqual(answered.files[0].ledger.reasons, reportOf([qualtrics, '--missing', '-99,-1']).files[0].ledger.reasons);
});

test('report: an open question says how it is settled; settled it is not told', () => {
  const open = npscope(['report', qualtrics]);
  const [, hint] = /It means: no answer +NPS \S+ from \d+ responses +(--missing \S+)/.exec(open.stdout);
  const settled = npscope(['report', qualtrics, ...hint.split(' ')]);
  assert.equal(settled.status, 0);
  assert.doesNotMatch(settled.stdout, /^Questions/m);
});

test('report: what stands on the figure and beside it', () => {
  const { stdout, status } = npscope(['report', qualtrics, '--missing', '-99,-1', '--as-of', '2024-12-31']);
  assert.equal(status, 0);
  const { latest } = expected.sensitivity;
  const figure = (nps) => (nps > 0 ? `\\+${nps.toFixed(1)}` : nps.toFixed(1).replace('-', '−'));
  for (const part of [
    /^Which responses count: All responses$/m,
    /^Day of the analysis: 31 Dec 2024$/m,
    /respondents answered more than once \(\d+ responses\)/,
    /> {2}All responses .* in use$/m,
    new RegExp(`Latest per respondent and wave +${figure(latest.nps)} .* --policy latest$`, 'm'),
    /^What the decisions move$/m,
    /points · moves 2 responses +The response is a test or a preview\. \[excluded-test\]$/m,
    /^Quality of the file: (Good|Fair|Poor)$/m,
    /^ +“RecipientEmail” +Respondent +24 +24 +15$/m,
    /Capital letters in keys +1 cell changed +\[key-case\]/,
  ]) {
    assert.match(stdout, part);
  }
});

test('--policy changes the figure and stands on it', () => {
  const { nps, policy, sensitivity } = reportOf([qualtrics, '--policy', 'latest', '--missing', '-99,-1']);
  assert.deepEqual([policy.answers, policy.unit], ['latest', 'respondent']);
  assert.ok(Math.abs(nps.nps - expected.sensitivity.latest.nps) < 1e-9);
  assert.deepEqual(
    sensitivity.filter(({ chosen }) => chosen).map(({ answers }) => answers),
    ['latest'],
  );
  const { stdout } = npscope(['report', qualtrics, '--policy', 'latest', '--from', '2024-05-01', '--completeness', '0.5']);
  assert.match(
    stdout,
    /^Which responses count: Latest per respondent and wave, since 1 May 2024, at least 50% of the columns filled$/m,
  );
});

test('--include counts what the file leaves out, --from and --to what lies within', () => {
  const tests = reportOf([qualtrics, '--include', 'excluded-test']);
  assert.equal(tests.files[0].ledger.reasons['excluded-test'], undefined);
  assert.deepEqual(tests.policy.include, ['excluded-test']);
  const { nps, files } = reportOf([qualtrics, '--from', '2024-05-10', '--to', '2024-05-20']);
  assert.ok(files[0].ledger.reasons['excluded-date'] > 0);
  assert.equal(nps.responses, files[0].ledger.accepted);
});

test('--no-clean, --duplicates and --employees are in the recipe', () => {
  const args = ['--no-clean', 'key-case', '--no-clean', 'nfc,trim', '--duplicates', 'off', '--completeness', '.25', ...day];
  const { recipe } = reportOf([survey2017, ...args]);
  const off = Object.entries(recipe.cleaning).filter(([, on]) => !on);
  assert.deepEqual(off.map(([rule]) => rule).sort(), ['key-case', 'nfc', 'trim']);
  assert.deepEqual([recipe.duplicates.rows, recipe.policy.completeness, recipe.asOf], ['off', 0.25, '2026-11-22']);
});

test('a recipe is kept, followed by --recipe and found among the files', () => {
  const path = join(folder, 'kept-recipe.json');
  const first = npscope([
    'report',
    qualtrics,
    '--missing',
    '-99,-1',
    '--policy',
    'first',
    ...day,
    '--save-recipe',
    path,
    '--json',
  ]);
  assert.deepEqual([first.status, first.stderr], [0, `Recipe saved: ${path}\n`]);
  const { recipe, nps } = JSON.parse(first.stdout);
  assert.equal(readFileSync(path, 'utf8'), `${JSON.stringify(recipe, null, 2)}\n`);
  assert.deepEqual(reportOf([qualtrics, '--recipe', path]).nps, nps);
  const found = npscope(['report', path, qualtrics, '--json']);
  assert.equal(found.stderr, 'The recipe kept-recipe.json was applied.\n');
  const report = JSON.parse(found.stdout);
  assert.deepEqual([report.nps, report.recipe, report.files.length], [nps, recipe, 1]);
  const input = readFileSync(qualtrics);
  assert.deepEqual(JSON.parse(npscope(['report', '-', path, '--json'], { input }).stdout).nps, nps);
});

test('the example of docs/recipe.md is what its command writes', () => {
  const text = readFileSync(join(root, 'docs/recipe.md'), 'utf8');
  const [, line] = /^npscope (report limesurvey.*) example\.json$/m.exec(text);
  const [, example] = /^```json\n([^]*?)^```$/m.exec(text);
  const path = join(folder, 'example.json');
  const [command, file, ...options] = line.split(' ');
  assert.equal(npscope([command, golden(file), ...options, path]).status, 0);
  assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), JSON.parse(example));
});

test('plan keeps a recipe too', () => {
  const path = join(folder, 'plan-recipe.json');
  assert.equal(npscope(['plan', survey2017, '--save-recipe', path]).status, 0);
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema, 'npscope-recipe/1');
});

test('a survey in JSON is not taken for a recipe, whatever its cells say', () => {
  const path = kept('survey.json', {
    about: 'npscope-recipe/1',
    answers: [
      { nps: 9, schema: 'npscope-recipe/1' },
      { nps: 0, schema: '' },
    ],
  });
  assert.equal(reportOf([path]).nps.responses, 2);
});

const broken = [
  [
    'of another kind of file',
    () => kept('other.json', reportOf([survey2017]).recipe),
    'recipe-mismatch',
    /another kind of file/,
  ],
  ['that is no JSON', () => kept('torn.json', '{ "schema": "npscope-recipe/1", "sources": ['), 'recipe-invalid', /./],
  [
    'with a word that is none',
    () => kept('odd.json', { schema: 'npscope-recipe/1', policy: { answers: 'some' } }),
    'recipe-invalid',
    /“answers”/,
  ],
  ['that is not there', () => join(folder, 'no-recipe.json'), 'file-not-found', /no-recipe\.json/],
];

for (const [what, make, code, sentence] of broken) {
  test(`a recipe ${what}: exit status 2, nothing printed as a figure`, () => {
    const { stdout, stderr, status } = npscope(['report', qualtrics, '--recipe', make()]);
    assert.equal(status, 2);
    assert.ok(stderr.includes(`[${code}]`), stderr);
    assert.match(stderr, sentence);
    assert.doesNotMatch(stdout, /NPS [+−\d]/);
  });
}

test('a torn recipe among the files is refused, not read as a survey', () => {
  const { stderr, status } = npscope(['report', qualtrics, kept('torn-too.json', '{"schema": "npscope-recipe/1", ')]);
  assert.equal(status, 2);
  assert.match(stderr, /\[recipe-invalid\]/);
});

test('a plan that is none', () => {
  for (const [name, content] of [
    ['no-plan.json', '{'],
    ['a-report.json', { schema: 'npscope-report/1', recipe: {} }],
  ]) {
    const { stderr, status } = npscope(['report', qualtrics, '--plan', kept(name, content)]);
    assert.equal(status, 2);
    assert.match(stderr, /\[recipe-invalid\]/);
  }
});

test('several files: the ledger over all, and the quality of each', () => {
  const files = ['2020-12-long-term-other_questions-no-open.csv', '20200326-longterm-other_questions-no-open.csv'];
  const { stdout, status } = npscope(['report', ...files.map((name) => join(carpentries, name))]);
  assert.equal(status, 0);
  assert.match(stdout, /221 responses/);
  assert.match(stdout, /^All files together\n {2}Rows read +263\n {2}Counted +221$/m);
  assert.equal(stdout.match(/^Quality of the file: /gm).length, 2);
});

test('a policy that needs a column which is not there', () => {
  const { stderr, status } = npscope(['report', survey2017, '--policy', 'latest']);
  assert.equal(status, 2);
  assert.match(stderr, /\[policy-needs-column\]/);
});

const wrongUsage = [
  ['a plan and a recipe', ['--plan', 'a', '--recipe', 'b'], /--plan or --recipe/],
  ['a policy that is none', ['--policy', 'newest'], /latest, first, mean or all/],
  ['a unit that is none', ['--policy', 'latest:team'], /latest:account/],
  ['a day that the calendar does not have', ['--from', '2024-02-30'], /--from takes a day/],
  ['a day in another order', ['--as-of', '31.05.2024'], /--as-of takes a day/],
  ['more than everything', ['--completeness', '1.2'], /0 to 1/],
  ['no number', ['--completeness', 'half'], /0 to 1/],
  ['an exclusion that is none', ['--include', 'excluded-all'], /excluded-test/],
  ['a rule that is none', ['--no-clean', 'polish'], /trim, inner-space/],
  ['duplicates otherwise', ['--duplicates', 'some'], /keyed, all or off/],
];

for (const [what, args, sentence] of wrongUsage) {
  test(`${what}: exit status 64`, () => {
    const { stdout, stderr, status } = npscope(['report', survey2017, ...args]);
    assert.deepEqual([status, stdout], [64, '']);
    assert.match(stderr, sentence);
  });
}

test('a column beside a recipe is refused: the recipe says it', () => {
  const path = join(folder, 'kept-recipe.json');
  const { stderr, status } = npscope(['report', qualtrics, '--recipe', path, '--map', 'score=Q23']);
  assert.equal(status, 64);
  assert.match(stderr, /\[bad-option\]/);
});

test('a recipe alone is no file', () => {
  const { stderr, status } = npscope(['report', join(folder, 'kept-recipe.json')]);
  assert.equal(status, 64);
  assert.match(stderr, /at least one/);
});
