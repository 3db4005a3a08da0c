// SPDX-License-Identifier: MIT
// Every language says the same things: the same keys with the same places, a sentence and a fix for every code of the core
// and of the client, and the field's words. The numbers are written as each language writes them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { codesDocument } from '../scripts/codes-doc.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles the i18n folder for Node and imports it. */
async function load() {
  const contents = ['codes', 'explore-codes', 'explore', 'index', 'format', 'names', 'sentences', 'review']
    .map((name) => `export * from './${name}.js';`)
    .join('\n');
  const stdin = { contents, resolveDir: join(root, 'web/i18n'), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'node' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const i18n = await load();
const { allMessages, langs } = i18n;
const english = allMessages.en;

const placesOf = (text) => [...text.matchAll(/\{([a-z]+)\}/g)].map(([, place]) => place).sort();

const policies = ['all', ...i18n.oneEach.flatMap((answers) => i18n.countedUnits.map((unit) => `${answers}.${unit}`))];

/** Keys that are put together from a name of the report: roles, questions and their answers, rules, policies, verdicts. */
const decidable = Object.entries({
  'role-help': i18n.roles,
  question: i18n.questionCodes,
  'question-why': i18n.questionCodes,
  answer: i18n.answers,
  clean: i18n.cleaningRules,
  'clean-help': i18n.cleaningRules,
  policy: policies,
  'policy-help': policies,
  include: i18n.inclusions,
  repeats: i18n.countedUnits.flatMap((unit) => [`${unit}.one`, `${unit}.other`]),
  quality: i18n.verdicts,
  'quality-why': i18n.verdicts,
  'missing-role': i18n.recommendedRoles,
  limits: i18n.limits,
  unavailable: i18n.unavailableCodes,
  'segments.adjust': i18n.adjustments,
  'segments.rank': i18n.ranks,
  'stat.test': i18n.tests,
  'goals.status': i18n.goalStatuses,
  'goals.alert': i18n.alertKinds,
}).flatMap(([family, names]) => names.map((name) => `${family}.${name}`));

for (const lang of langs) {
  test(`${lang} has the keys of English, and no empty text`, () => {
    assert.deepEqual(Object.keys(allMessages[lang]).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(allMessages[lang])) assert.ok(text.trim().length > 0, key);
  });

  test(`${lang} has the places of English in every text`, () => {
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual([...new Set(placesOf(allMessages[lang][key]))], [...new Set(placesOf(text))], key);
    }
  });

  test(`${lang} has a sentence and a fix without places for every code`, () => {
    for (const code of [...i18n.failureCodes, ...i18n.issueCodes]) {
      for (const key of [`code.${code}`, `fix.${code}`]) {
        assert.ok(allMessages[lang][key], `${lang} ${key}`);
        assert.deepEqual(placesOf(allMessages[lang][key]), [], key);
      }
    }
    const kinds = {
      evidence: i18n.evidenceCodes,
      role: i18n.roles,
      format: i18n.formats,
      detail: i18n.details,
      kind: i18n.kinds,
    };
    for (const [kind, names] of Object.entries(kinds)) {
      for (const name of names) assert.ok(allMessages[lang][`${kind}.${name}`], `${lang} ${kind}.${name}`);
    }
  });

  test(`${lang} has a text for everything that can be decided`, () => {
    for (const key of decidable) assert.ok(allMessages[lang][key], `${lang} ${key}`);
  });

  test(`${lang} keeps the words of the field`, () => {
    for (const [key, text] of Object.entries(allMessages[lang])) {
      assert.doesNotMatch(text, /NPS[\s-]*(score|wert|值|分)/i, key);
      assert.doesNotMatch(text, /\bdu\b|\bdein/i, key);
    }
  });

  test(`${lang} names the exact directive for each policy of a host`, () => {
    const directives = {
      'worker-blocked': 'worker-src blob:',
      'wasm-blocked': "'wasm-unsafe-eval'",
      'trusted-types-blocked': 'trusted-types lit-html npscope',
    };
    for (const [code, directive] of Object.entries(directives)) {
      assert.ok(allMessages[lang][`fix.${code}`].includes(directive), code);
    }
  });
}

test('texts have no code that the list does not know', () => {
  const known = new Set([...i18n.failureCodes, ...i18n.issueCodes]);
  for (const key of Object.keys(english)) {
    const code = /^(?:code|fix)\.(.+)$/.exec(key)?.[1];
    if (code) assert.ok(known.has(code), key);
  }
});

/** Names of texts that no source has. */
function unusedTexts() {
  const files = readdirSync(join(root, 'web'), { recursive: true }).filter((path) => /\.(ts|html)$/.test(path));
  const sources = files
    .filter((path) => !/^i18n\/(en|de|zh)/.test(path))
    .map((path) => readFileSync(join(root, 'web', path), 'utf8'));
  const text = sources.join('\n');
  // Keys of these families are put together from a code, a name or an outcome.
  const families =
    /^(code|fix|detail|evidence|format|kind|role|group|ledger|severity|score\.method|known\.in-\w+|trend\.(unit|per|control|rolling|legend)|events\.pre|drivers\.(quadrant|kind|rank-help|share-help|odds-help)|caveat|comments\.(contrast|selected|others))(\.|$)/;
  const names = Object.keys(english)
    .filter((key) => !families.test(key) && !decidable.includes(key))
    .map((key) => key.replace(/\.(one|other)$/, ''));
  return [...new Set(names)].filter((name) => !text.includes(`'${name}'`) && !text.includes(`"${name}"`));
}

test('every text is used', () => {
  assert.deepEqual(unusedTexts(), []);
});

/** Failures that only a host can have: the core never names them. */
const ofHosts = new Set([
  'report-invalid',
  'report-differs',
  'empty-folder',
  'too-many-files',
  'too-large',
  'crashed',
  'aborted',
  'worker-blocked',
  'wasm-blocked',
  'trusted-types-blocked',
  'wasm-not-found',
  'unsupported-browser',
]);

test('the codes of the core are the codes of the page', () => {
  const source = readFileSync(join(root, 'core/base/codes.cc'), 'utf8');
  const inCore = new Set([...source.matchAll(/\{Code::k\w+, "([^"]+)", k\w+\}/g)].map(([, code]) => code));
  const onPage = new Set([...i18n.failureCodes, ...i18n.issueCodes]);
  assert.ok(inCore.size > 30, `only ${inCore.size} codes found in codes.cc`);
  for (const code of inCore) assert.ok(onPage.has(code), `web/i18n/codes.ts lacks ${code}`);
  for (const code of onPage) assert.ok(inCore.has(code) || ofHosts.has(code), `codes.cc lacks ${code}`);
});

test('every detail that the core gives with a failure is a word of ours', () => {
  const wordsOf = {
    UnsupportedFormat: i18n.formats,
    DamagedFile: i18n.details,
    RefusedFile: i18n.details,
    LimitExceeded: i18n.details,
    InvalidJson: i18n.details,
  };
  const files = readdirSync(join(root, 'core'), { recursive: true }).filter((path) => /\.(cc|h)$/.test(path));
  const given = files.flatMap((path) => {
    const source = readFileSync(join(root, 'core', path), 'utf8');
    return [
      ...source.matchAll(/Code::k(UnsupportedFormat|DamagedFile|RefusedFile|LimitExceeded|InvalidJson), "([^"]+)"(?!, k)/g),
    ];
  });
  assert.ok(given.length > 20, `only ${given.length} details found`);
  for (const [, code, detail] of given) assert.ok(wordsOf[code].includes(detail), `web/i18n/codes.ts lacks ${code} ${detail}`);
});

/** Number, function, and how en, de and zh write it (CLDR; a minus is U+2212). */
const written = [
  [36.318407960199, 'formatNps', '+36.3', '+36,3', '+36.3'],
  [-4.7619, 'formatNps', '\u22124.8', '\u22124,8', '\u22124.8'],
  [0, 'formatNps', '0.0', '0,0', '0.0'],
  [-0.04, 'formatNps', '0.0', '0,0', '0.0'],
  [100, 'formatNps', '+100.0', '+100,0', '+100.0'],
  [28.66216079204259, 'formatPoints', '28.7', '28,7', '28.7'],
  [-0.01, 'formatPoints', '0.0', '0,0', '0.0'],
  [-12.34, 'formatPoints', '\u221212.3', '\u221212,3', '\u221212.3'],
  [1234567, 'formatCount', '1,234,567', '1.234.567', '1,234,567'],
  [0.1716, 'formatShare', '17.2%', '17,2\u00a0%', '17.2%'],
  [0.95, 'formatLevel', '95', '95', '95'],
  [0.995, 'formatLevel', '99.5', '99,5', '99.5'],
  [9999, 'formatShort', '9,999', '9.999', '9,999'],
  [265996, 'formatBytes', '266 kB', '266 kB', '266 kB'],
  [1250000, 'formatBytes', '1.3 MB', '1,3 MB', '1.3 MB'],
];

for (const [value, format, ...expected] of written) {
  test(`${format}(${value})`, () => {
    langs.forEach((lang, index) => assert.equal(i18n[format](lang, value), expected[index]));
  });
}

test('tags find the nearest language', () => {
  const rows = [
    ['de-AT', 'de'],
    ['zh-Hans-CN', 'zh'],
    ['ZH_tw', 'zh'],
    ['en', 'en'],
    ['fr', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [tag, lang] of rows) assert.equal(i18n.nearestLang(tag), lang);
});

test('evidence reads as a sentence, and unknown codes as themselves', () => {
  assert.equal(i18n.evidenceSentence('en', 'values:402/412'), '402 of 412 filled cells looked at are scores from 0 to 10.');
  assert.equal(i18n.evidenceSentence('de', 'name:recommend'), 'Der Spaltenname enthält „recommend“.');
  assert.equal(i18n.evidenceSentence('zh', 'range:0-10'), '数值范围是 0 到 10。');
  assert.equal(i18n.evidenceSentence('en', 'range:-99-10'), 'The values run from -99 to 10.');
  assert.equal(i18n.evidenceSentence('en', 'later:thing'), 'later:thing');
  assert.deepEqual(i18n.explain('en', 'later-code'), { sentence: 'later-code', fix: '' });
});

test('a format is named in the sentence, in every language', () => {
  assert.match(i18n.explain('en', 'unsupported-format', 'xlsb').sentence, /^This file is a binary Excel workbook \(\.xlsb\)\./);
  assert.match(i18n.explain('de', 'unsupported-format', 'png').sentence, /^Diese Datei ist ein PNG-Bild\./);
  assert.match(i18n.explain('zh', 'unsupported-format', 'docx').sentence, /^这个文件是 Word 文档，/);
});

test('a detail becomes a second sentence, and one that is no word of ours does not', () => {
  assert.equal(
    i18n.explain('en', 'damaged-file', 'crc').sentence,
    'This file is damaged. A part of it does not match its checksum.',
  );
  assert.equal(i18n.explain('zh', 'damaged-file', 'truncated').sentence, '这个文件已损坏。文件末尾缺失。');
  assert.equal(i18n.explain('de', 'damaged-file', 'later-word').sentence, 'Diese Datei ist beschädigt.');
  const rows = [
    ['damaged-file', 'crc', true],
    ['unsupported-format', 'xlsb', true],
    ['damaged-file', 'later-word', false],
    ['bad-option', 'sheet', false],
    ['unknown-column', 'score', false],
  ];
  for (const [code, detail, explained] of rows) assert.equal(i18n.isExplained(code, detail), explained, `${code} ${detail}`);
});

test('a detail is read by its code: members of a recipe and roles are not words about damaged files', () => {
  assert.equal(
    i18n.explain('en', 'recipe-invalid', 'sheet').sentence,
    'This file is not a recipe that can be used. Look at “sheet” in it.',
  );
  assert.match(i18n.explain('en', 'recipe-invalid', 'syntax').sentence, /used\. A bracket, comma/);
  assert.match(i18n.explain('de', 'mapping-conflict', 'response-id').sentence, /Es geht um die Rolle Antwortnummer\.$/);
  assert.match(i18n.explain('zh', 'recipe-mismatch', 'score').sentence, /涉及的用途是：评分。$/);
  assert.equal(i18n.explain('en', 'bad-option', 'sheet').sentence, 'An option has a value that can not be used.');
});

test('names that need no translation', () => {
  const rows = [
    ['presetName', 'qualtrics_v3', 'Qualtrics'],
    ['presetName', 'ms_forms', 'Microsoft Forms'],
    ['presetName', 'later_tool', 'later_tool'],
    ['encodingName', 'utf-8', 'UTF-8'],
    ['encodingName', 'windows-1252', 'Windows-1252'],
    ['encodingName', 'gb18030', 'GB18030'],
    ['encodingName', 'shift_jis', 'Shift_JIS'],
    ['encodingName', 'euc-kr', 'EUC-KR'],
  ];
  for (const [name, id, said] of rows) assert.equal(i18n[name](id), said);
  assert.equal(i18n.evidenceSentence('en', 'preset:limesurvey_full_de'), 'The file looks like an export of LimeSurvey.');
});

test('every preset of the core has the name of its tool', () => {
  const { presets } = JSON.parse(readFileSync(join(root, 'core/survey/export-presets.json'), 'utf8'));
  for (const { id } of presets) assert.notEqual(i18n.presetName(id), id);
});

/** Words between quotation marks on the lines of a source that match. */
function wordsOn(path, line) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines
    .filter((text) => line.test(text))
    .flatMap((text) => [...text.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, word]) => word));
}

test('every reason of the core for a missing figure has a sentence', () => {
  const measures = readdirSync(join(root, 'core/measures')).filter((path) => path.endsWith('.cc'));
  const given = new Set([
    ...wordsOn('core/stats/unavailable.cc', /return/),
    ...wordsOn('core/stats/no_fit.cc', /return/),
    ...measures.flatMap((path) => wordsOn(`core/measures/${path}`, /write_unavailable\(|write_without\(/)),
  ]);
  assert.ok(given.size > 20, `only ${given.size} reasons found`);
  for (const code of given) assert.ok(i18n.unavailableCodes.includes(code), `web/i18n/explore-codes.ts lacks ${code}`);
});

test('adjustments, tests and ranks are those of the core', () => {
  const source = (path) => readFileSync(join(root, path), 'utf8');
  for (const name of i18n.adjustments) assert.ok(source('core/measures/segments.h').includes(`"${name}"`), name);
  for (const name of i18n.ranks) assert.ok(source('core/measures/segments.h').includes(`"${name}"`), name);
  for (const name of i18n.goalStatuses) assert.ok(source('core/measures/goals.h').includes(`"${name}"`), name);
  const compared = source('core/measures/difference.h') + source('core/measures/paired.h');
  for (const name of i18n.tests) assert.ok(compared.includes(`"${name}"`), name);
});

test('conditions read as a person says them', () => {
  const rows = [
    [{ column: 'Region', in: ['EMEA', 'APAC'] }, 'Region: EMEA, APAC'],
    [{ column: 'Region', in: ['A', 'B', 'C', 'D', 'E'] }, 'Region: A, B, C and 2 more'],
    [{ column: 'Region', not: true, in: ['EMEA'] }, 'Region: not EMEA'],
    [{ column: 'Region', missing: true }, 'Region: (no value)'],
    [{ role: 'date', from: '2025-01-01', to: '2025-03-31' }, 'Date: 1 Jan 2025 to 31 Mar 2025'],
    [{ score: { to: 6 } }, 'Score: 6 or less'],
    [{ group: ['promoter'] }, 'Group of scores: Promoters'],
    [{ column: 'Price', from: 1, to: 3 }, 'Price: 1 to 3'],
    [{ column: '#4', contains: 'slow' }, 'Why? contains “slow”'],
  ];
  const names = new Map([['#4', 'Why?']]);
  for (const [condition, said] of rows) {
    assert.equal(i18n.conditionText('en', condition, names).replace(/[\u2068\u2069]/g, ''), said);
  }
});

test('a p is never 0, and a code from a later version shows as itself', () => {
  assert.equal(i18n.pText('en', 0.0000001), 'p < 0.001');
  assert.equal(i18n.pText('de', 0.0431), 'p = 0,043');
  assert.equal(i18n.pText('en', 0.5), 'p = 0.50');
  assert.equal(i18n.unavailableText('en', { code: 'one-group' }), i18n.allMessages.en['unavailable.one-group']);
  assert.equal(i18n.unavailableText('de', { code: 'later-code', detail: 'x' }), 'later-code (x)');
});

test('one and many', () => {
  assert.equal(i18n.plural('en', 'result.rows', 1), '1 row');
  assert.equal(i18n.plural('en', 'result.rows', 0), '0 rows');
  assert.equal(i18n.plural('de', 'score.responses', 1), '1 Antwort');
  assert.equal(i18n.plural('de', 'score.responses', 1402), '1.402 Antworten');
  assert.equal(i18n.plural('zh', 'score.responses', 1), '1 份回答');
});

/** The items of a constant list of C++, `kName = {"a", "b"}`. */
function listOf(path, name) {
  const source = readFileSync(join(root, path), 'utf8');
  const [, items = ''] = new RegExp(`${name} = \\{([^}]*)\\}`).exec(source) ?? [];
  return [...items.matchAll(/"([^"]+)"/g)].map(([, item]) => item);
}

test('roles and cleaning rules are those of the core', () => {
  const sorted = (names) => [...names].sort();
  assert.deepEqual(sorted(i18n.roles), sorted(listOf('core/survey/role.h', 'kRoleNames')));
  assert.deepEqual(sorted(i18n.cleaningRules), sorted(listOf('core/survey/rules.h', 'kCleaningRuleNames')));
});

test('questions and exclusions are those of the report', () => {
  const contract = readFileSync(join(root, 'web/client/report.ts'), 'utf8');
  const [, codes = ''] = /export type QuestionCode = ([^;]*);/.exec(contract) ?? [];
  const asked = [...codes.matchAll(/'([^']+)'/g)].map(([, code]) => code);
  assert.deepEqual([...i18n.questionCodes].sort(), asked.sort());
  for (const code of i18n.inclusions) assert.ok(i18n.issueCodes.includes(code), code);
});

test('the page of codes is what its script makes of the sources', async () => {
  const page = readFileSync(join(root, 'docs/codes.md'), 'utf8');
  assert.equal(await codesDocument(), page, 'run node scripts/codes-doc.mjs');
  for (const code of [...i18n.failureCodes, ...i18n.issueCodes]) {
    assert.equal(page.split(`| \`${code}\` | `).length, 2, `${code} has one row`);
  }
  assert.match(page, /\| `duplicate-file` \| warning \|/);
  assert.match(page, /\| `score-empty` \| info \|/);
  assert.match(page, /\| `worker-blocked` \| error \|/);
});

test('a question is asked with what it is about, and its answers are words', () => {
  const missing = { code: 'missing', answers: [{ value: 'reject' }, { value: '-99' }] };
  assert.equal(i18n.questionText('en', missing), 'What does -99 in the score column mean?');
  assert.equal(i18n.questionText('zh', missing), '评分列中的 -99 是什么意思？');
  assert.equal(i18n.questionText('en', { code: 'later', answers: [] }), 'later');
  const rows = [
    ['missing', '-99', 'Es bedeutet: keine Antwort'],
    ['missing', 'reject', 'Es ist ein Versehen: diese Zeilen auslassen'],
    ['decimal', ',', 'Das Komma: 1,5 ist eineinhalb'],
    ['decimal', '.', 'Der Punkt: 1.5 ist eineinhalb'],
    ['date-order', 'day-first', 'Der Tag: 03/04/2024 ist der 3. April'],
    ['same-file', 'twice', 'Zweimal'],
    ['score-column', '3', undefined],
    ['zone', 'Europe/Berlin', undefined],
  ];
  for (const [code, value, said] of rows) assert.equal(i18n.answerText('de', code, value), said);
});

test('a policy says all that it does', () => {
  const all = { answers: 'all', unit: 'respondent', from: null, to: null, completeness: 0, include: [] };
  assert.deepEqual(i18n.policyParts('en', all), ['All responses']);
  const strict = {
    answers: 'latest',
    unit: 'account',
    from: '2024-01-01',
    to: '2024-03-31',
    completeness: 0.5,
    include: ['excluded-test', 'excluded-unfinished'],
  };
  assert.deepEqual(i18n.policyParts('en', strict), [
    'Latest per account and wave',
    '1 Jan 2024 to 31 Mar 2024',
    'at least 50% of the columns filled',
    'Counted too: Tests and previews; Unfinished responses',
  ]);
  assert.deepEqual(i18n.policyParts('de', { ...all, from: '2024-01-01' }), ['Alle Antworten', 'ab 01.01.2024']);
  assert.deepEqual(i18n.policyParts('zh', { ...all, to: '2024-05-31' }), ['全部回答', '截至2024年5月31日']);
});

test('an effect has its sign, and none is said so', () => {
  assert.equal(i18n.effectText('en', 1.26, 3), '+1.3 points · moves 3 responses');
  assert.equal(i18n.effectText('de', -0.4, 1), '\u22120,4 Punkte · bewegt 1 Antwort');
  assert.equal(i18n.effectText('en', 0.01, 2), 'moves 2 responses');
  assert.equal(i18n.effectText('zh', 0, 0), '对 NPS 没有影响');
});

test('repeats are said for respondents and for accounts', () => {
  const repeats = { respondents: 1, responses: 2 };
  assert.equal(i18n.repeatsText('en', repeats, 'respondent'), '1 respondent answered more than once (2 responses).');
  const many = { respondents: 1200, responses: 3400 };
  assert.equal(
    i18n.repeatsText('de', many, 'account'),
    '1.200 Kundenkonten haben mehr als einmal geantwortet (3.400 Antworten).',
  );
});
