// SPDX-License-Identifier: MIT
// The tables of letters in core/comment/letter_tables.inc and the rows that test them in tests/data/letters.tsv, both out of the files of
// Debian's package `unicode-data`. They are kept; for a newer Unicode: `apt-get install unicode-data && node scripts/letter-tables.mjs`,
// or with the folder of an unpacked package behind it.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = process.argv[2] ?? '/usr/share/unicode';

/** The rows of a file of the Unicode database: cells without comments, `points` being [first, last] of the first cell. */
function* rowsOf(file) {
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
    const cells = line
      .replace(/#.*/, '')
      .split(';')
      .map((cell) => cell.trim());
    if (cells[0] === '') continue;
    const [first, last = first] = cells[0].split('..').map((hex) => parseInt(hex, 16));
    yield { first, last, cells };
  }
}

function valuesOf(file, choose = ({ cells }) => cells[1]) {
  const values = new Map();
  for (const row of rowsOf(file)) {
    const value = choose(row);
    if (value !== undefined) for (let c = row.first; c <= row.last; ++c) values.set(c, value);
  }
  return values;
}

const categories = valuesOf('extracted/DerivedGeneralCategory.txt');
const scripts = valuesOf('Scripts.txt');
const wordBreaks = valuesOf('auxiliary/WordBreakProperty.txt');
const lineBreaks = valuesOf('LineBreak.txt');
const ignorable = valuesOf('DerivedCoreProperties.txt', ({ cells }) =>
  cells[1] === 'Default_Ignorable_Code_Point' ? true : undefined,
);
const folds = valuesOf('CaseFolding.txt', ({ cells }) =>
  cells[1] === 'C' || cells[1] === 'S' ? parseInt(cells[2], 16) : undefined,
);
const version = /CaseFolding-([\d.]+)\.txt/.exec(readFileSync(join(folder, 'CaseFolding.txt'), 'utf8'))[1];

// In the order of LetterKind and Script in core/comment/letters.h.
const kinds = ['other', 'letter', 'digit', 'mark', 'ignored', 'unspaced'];
const named = ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Devanagari', 'Hangul', 'Han', 'Hiragana', 'Katakana', 'Thai'];

const isKana = (c) => ['Hiragana', 'Katakana'].includes(scripts.get(c)) || wordBreaks.get(c) === 'Katakana';

/** What a code point is to the tokenizer. */
function kindOf(c) {
  const category = categories.get(c) ?? 'Cn';
  // A zero-width space stands between words, whatever else ignores it.
  if (ignorable.has(c) && category !== 'Cn') return c === 0x200b ? 'other' : 'ignored';
  if (category === 'Nd' || category === 'No') return 'digit';
  const isLetter = category.startsWith('L') || category === 'Nl';
  // The half-width voicing marks of Kana are letters by category.
  if (category.startsWith('M') || (isLetter && wordBreaks.get(c) === 'Extend')) return 'mark';
  if (isLetter && (scripts.get(c) === 'Han' || isKana(c) || lineBreaks.get(c) === 'SA')) return 'unspaced';
  return isLetter ? 'letter' : 'other';
}

function scriptOf(c, kind) {
  if (kind !== 'letter' && kind !== 'unspaced') return 0;
  const script = isKana(c) && !named.includes(scripts.get(c)) ? 'Katakana' : scripts.get(c);
  return named.indexOf(script) + 1;
}

const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const signed = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);

function propertyRuns() {
  const runs = [];
  for (let c = 0; c < 0x110000; ++c) {
    const kind = kindOf(c);
    const value = kinds.indexOf(kind) * 16 + scriptOf(c, kind);
    if (value === 0) continue;
    const last = runs.at(-1);
    if (last?.end === c && last.value === value) last.end = c + 1;
    else runs.push({ start: c, end: c + 1, value });
  }
  let end = 0;
  return runs.flatMap((run) => {
    const bytes = [...varint(run.start - end), ...varint(run.end - run.start), ...varint(run.value)];
    end = run.end;
    return bytes;
  });
}

/** Letters that fold by the same distance, one after the other or every second one. */
function foldRuns() {
  const runs = [];
  for (const [c, to] of [...folds].toSorted(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    const step = last && c - last.last;
    if (last && last.distance === to - c && step <= 2 && (last.step === undefined || last.step === step)) {
      last.step = step;
      last.last = c;
    } else {
      runs.push({ first: c, last: c, distance: to - c });
    }
  }
  let before = 0;
  return runs.flatMap(({ first, last, step = 1, distance }) => {
    const bytes = [...varint(first - before), ...varint(((last - first) / step) * 2 + (step - 1)), ...signed(distance)];
    before = last;
    return bytes;
  });
}

function asArray(name, bytes) {
  const lines = [];
  let line = '  ';
  for (const byte of bytes) {
    if (line.length + String(byte).length + 1 > 128) {
      lines.push(line);
      line = '  ';
    }
    line += `${byte},`;
  }
  return `constexpr uint8_t ${name}[] = {\n${[...lines, line].join('\n')}\n};\n`;
}

writeFileSync(
  join(root, 'core/comment/letter_tables.inc'),
  `// SPDX-License-Identifier: MIT
// Letters, digits and marks of Unicode ${version} and the simple case foldings, made by scripts/letter-tables.mjs. All numbers are
// variable-length (seven bits a byte, the lowest first); "signed" ones are 2n, or -2n-1 below zero.
// clang-format off

// Runs: how many code points lie between it and the run before, how many are in it, 16 * LetterKind + Script.
${asArray('kProperties', propertyRuns())}
// Runs of letters that fold (statuses C and S): step from the last letter of the run before to the first; 2 * (letters - 1), + 1 when it is
// every second code point; signed distance to the folded letter.
${asArray('kFolds', foldRuns())}`,
);

// The tests read the same files again, by other columns: the general category and the folding of each code point, as ranges.
const hex = (c) => c.toString(16).toUpperCase();
const ranges = [];
for (let c = 0; c < 0x110000; ++c) {
  const facts = [
    categories.get(c) ?? 'Cn',
    scripts.get(c) ?? 'Unknown',
    ignorable.has(c) ? 'ignorable' : '-',
    lineBreaks.get(c) === 'SA' ? 'SA' : '-',
  ];
  if (facts[0] === 'Cn') continue;
  const text = facts.join('\t');
  const last = ranges.at(-1);
  if (last?.last === c - 1 && last.text === text) last.last = c;
  else ranges.push({ first: c, last: c, text });
}
writeFileSync(
  join(root, 'tests/data/letters.tsv'),
  [
    `# Unicode ${version}: first, last, general category, script, Default_Ignorable_Code_Point, line break SA; then foldings: F, from, to`,
    ...ranges.map(({ first, last, text }) => `${hex(first)}\t${hex(last)}\t${text}`),
    ...[...folds].toSorted(([a], [b]) => a - b).map(([from, to]) => `F\t${hex(from)}\t${hex(to)}`),
    '',
  ].join('\n'),
);
