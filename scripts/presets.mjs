// SPDX-License-Identifier: MIT
// Turns the export presets and word lists (JSON, for people) into C++ tables (for the core): `presets.mjs PRESETS WORDS OUT`.
// A pattern becomes the finite list of literal texts it stands for; one that is not finite is an error here, not at run time.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [presetsFile, wordsFile, outFile] = process.argv.slice(2);
const { presets, missingCodes } = JSON.parse(readFileSync(presetsFile, 'utf8'));
const words = JSON.parse(readFileSync(wordsFile, 'utf8'));

/** All literal texts of a pattern with groups, `?`, escapes and anchors: [{ text, start, end }]. */
function literals(pattern) {
  const start = pattern.startsWith('^');
  const end = pattern.endsWith('$') && !pattern.endsWith('\\$');
  let body = pattern.slice(start ? 1 : 0, end ? -1 : undefined).replace(/\\s\*:?$/, '');
  let texts = [''];
  while (body !== '') {
    let choices;
    let group;
    if ((group = /^\(([^()]*)\)/.exec(body))) choices = group[1].split('|');
    else if ((group = /^\\(.)/.exec(body))) choices = [group[1]];
    else if ((group = /^[^\\()|*+?[\]]/u.exec(body))) choices = [group[0]];
    else throw new Error(`Pattern "${pattern}" of ${presetsFile} is not a finite list of texts at "${body}".`);
    body = body.slice(group[0].length);
    if (body.startsWith('?')) {
      choices = [...choices, ''];
      body = body.slice(1);
    }
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
  }
  return texts.map((text) => ({ text: text.toLowerCase(), start, end }));
}

const quoted = (text) =>
  `"${Buffer.from(text, 'utf8').reduce((out, byte) => {
    const character = String.fromCharCode(byte);
    return (
      out + (byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`)
    );
  }, '')}"`;

const out = [];
const list = (name, type, rows) =>
  out.push(`inline constexpr ${type} ${name}[] = {${rows.length ? rows.join(', ') : `${type}{}`}};`);

// Rules: what a preset demands of the header, flattened to rows that name their preset.
const rules = [];
const columns = [];
const valueRows = [];
const exclusions = [];
const texts = [];
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const { aspect, ...roleWords } = words.roles;
const enumerator = (code) => `k${code.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase())}`;
const rows = presets.map((preset, index) => {
  const rule = (kind, texts) =>
    texts.forEach(({ text, start = true, end = true }) => {
      rules.push(`{${index}, RuleKind::${kind}, ${quoted(text.normalize('NFKC').toLowerCase())}, ${start}, ${end}}`);
    });
  const plain = (texts = []) => texts.map((text) => ({ text }));
  rule('kAll', plain(preset.all));
  rule('kAlternativeAll', plain(preset.altAll));
  rule('kAny', plain(preset.any));
  rule(
    'kAny',
    [preset.anyRegex ?? []].flat().flatMap((pattern) => literals(pattern)),
  );
  rule('kNone', plain(preset.none));
  rule('kFirstHeader', plain(preset.firstHeaderAny));
  rule(
    'kRow1',
    [preset.row1Regex ?? []].flat().flatMap((pattern) => literals(pattern)),
  );
  rule('kRow2Any', plain(preset.row2Any));
  rule(
    'kRow3',
    [preset.row3Regex ?? []].flat().flatMap((pattern) => literals(pattern)),
  );
  const role = (name, values) =>
    [values].flat().forEach((value) => columns.push(`{${index}, Role::${name}, ${quoted(value)}}`));
  const map = preset.map ?? {};
  role('kScore', map.score ?? []);
  role('kResponseId', map.id ?? []);
  role('kDate', map.date ?? []);
  role('kRespondent', [map.email ?? [], map.externalId ?? []].flat());
  role('kComment', map.comment ?? []);
  for (const name of Object.keys(roleWords)) role(enumerator(kebab(name)), map[name] ?? []);
  for (const [column, values] of Object.entries(preset.values ?? {}))
    values.forEach((value) => valueRows.push(`{${index}, ${quoted(column)}, ${quoted(value)}}`));
  for (const { column, keep, drop, code } of preset.exclude ?? []) {
    const [mode, values] = keep ? ['true', keep] : ['false', drop];
    values.forEach((value) =>
      exclusions.push(`{${index}, ${quoted(column)}, ${mode}, Code::${enumerator(code)}, ${quoted(value)}}`),
    );
  }
  const textsOf = (kind, values = []) =>
    [values].flat().forEach((value) => texts.push(`{${index}, TextKind::${kind}, ${quoted(value)}}`));
  textsOf('kMissing', preset.missing);
  textsOf('kDateSentinel', preset.dateSentinels);
  textsOf('kGroupColumn', preset.group);
  textsOf('kSubHeader', preset.subHeaders);
  textsOf('kLongId', preset.long?.id);
  textsOf('kLongQuestion', preset.long?.question);
  textsOf('kLongLabel', preset.long?.label);
  textsOf('kLongType', preset.long?.type);
  textsOf('kLongNpsType', preset.long?.npsType);
  textsOf('kLongValue', preset.long?.values);
  const flags = [preset.notNps, preset.forwardFill, preset.positions, preset.zoneUnstated].map((flag) => flag === true);
  const counts = [preset.headerRecords ?? 1, preset.namesInRow ?? 1, preset.minAny ?? 1];
  return `{${[quoted(preset.id), ...counts, ...flags, quoted(preset.zone ?? '')].join(', ')}}`;
});
list('kPresetRows', 'PresetRow', rows);
list('kPresetRules', 'PresetRule', rules);
list('kPresetColumns', 'PresetColumn', columns);
list('kPresetValues', 'PresetValue', valueRows);
list('kPresetExclusions', 'PresetExclusion', exclusions);
list('kPresetTexts', 'PresetText', texts);
list(
  'kMissingTexts',
  'std::string_view',
  [
    ...new Set([
      ...missingCodes.filter((code) => code !== '' && !/^-?\d+$/.test(code)),
      ...Object.values(words.missing).flat(),
    ]),
  ].map(quoted),
);
list('kSentinelNumbers', 'std::string_view', missingCodes.filter((code) => /^-?\d+$/.test(code)).map(quoted));

list(
  'kGroupWords',
  'GroupWord',
  ['detractor', 'passive', 'promoter'].flatMap((group) =>
    [...new Set(Object.values(words.groups[group]).flat())].map(
      (word) => `{${quoted(word)}, Group::k${group[0].toUpperCase()}${group.slice(1)}}`,
    ),
  ),
);

const flat = (lists) => [...new Set(Object.values(lists).flat())].map(quoted);
list('kScoreStrongWords', 'std::string_view', flat(words.score.strong));
list('kScoreWeakWords', 'std::string_view', flat(words.score.weak));
list('kScoreAgainstWords', 'std::string_view', flat(words.score.against));
list('kAnsweredWords', 'std::string_view', flat(words.answered));
list('kCommentNames', 'std::string_view', flat(words.commentNames));
list('kNeverScoreEndings', 'std::string_view', words.scoreNever.all.map(quoted));

// A word that starts with "=" is the whole header.
const wordRows = (role, list, against) =>
  [...new Set(list)].map((word) => {
    const whole = word.startsWith('=');
    return `{Role::${role}, ${quoted(whole ? word.slice(1) : word)}, ${whole}, ${against}}`;
  });
const wordsOf = (lists) => Object.values(lists).flat();
list('kRoleWords', 'RoleWord', [
  ...['respondent', 'responseId', 'date', 'comment'].flatMap((name) =>
    wordRows(enumerator(kebab(name)), wordsOf(words[name]), false),
  ),
  ...Object.entries(roleWords).flatMap(([name, { words: lists, against }]) => [
    ...wordRows(enumerator(kebab(name)), wordsOf(lists), false),
    ...wordRows(enumerator(kebab(name)), against, true),
  ]),
]);
list('kAspectWords', 'std::string_view', flat(aspect.words));
list('kMetricHeaders', 'std::string_view', words.metrics.headers.map(quoted));
list('kNpsMetrics', 'std::string_view', words.metrics.nps.map(quoted));
list('kOtherMetrics', 'std::string_view', words.metrics.other.map(quoted));

mkdirSync(dirname(outFile), { recursive: true });
writeFileSync(outFile, `// Made by scripts/presets.mjs.\n${out.join('\n')}\n`);
