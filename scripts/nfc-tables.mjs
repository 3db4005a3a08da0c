// SPDX-License-Identifier: MIT
// The tables of Unicode NFC in core/base/nfc_tables.inc, and the rows that test them in tests/data/nfc.tsv. Both are asked out of this
// Node's String.prototype.normalize and are kept; run it again (`node scripts/nfc-tables.mjs`) for a newer Unicode.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const text = (...points) => String.fromCodePoint(...points);
const points = (string) => [...string].map((character) => character.codePointAt(0));
const nfd = (string) => string.normalize('NFD');
const nfc = (string) => string.normalize('NFC');
const isHangul = (c) => c >= 0xac00 && c <= 0xd7a3;

function* codePoints() {
  for (let c = 0; c < 0x110000; ++c) if (c < 0xd800 || c > 0xdfff) yield c;
}

/** What each code point decomposes into in one step: one code point, or two; Hangul syllables follow by arithmetic. */
function decompositions() {
  const full = new Map();
  for (const c of codePoints()) if (!isHangul(c) && nfd(text(c)) !== text(c)) full.set(c, nfd(text(c)));
  const whole = new Map([...full].map(([c, parts]) => [parts, c]));
  return [...full].map(([c, all]) => {
    const parts = points(all);
    if (parts.length === 1) return { c, parts, composes: false };
    // All but the last: a character of its own, that composes when this one does.
    const before = text(...parts.slice(0, -1));
    const composed = points(nfc(before));
    const first = parts.length === 2 ? parts[0] : composed.length === 1 ? composed[0] : whole.get(before);
    return { c, parts: [first, parts.at(-1)], composes: nfc(all) === text(c) };
  });
}

/** True when the marks `a` and `b` change places: the combining class of `a` is the greater one, and that of `b` is not 0. */
const swap = (a, b) => a !== b && nfd(text(a, b)) === text(b, a);

/** Code points with a combining class, with the rank of that class from 1: only the order of classes matters. */
function ranks() {
  const marks = [];
  for (const c of codePoints()) {
    if (nfd(text(c)) === text(c) && (swap(c, 0x334) || swap(0x301, c))) marks.push(c);
  }
  marks.push(0x334);
  const ordered = marks.toSorted((a, b) => (swap(a, b) ? 1 : swap(b, a) ? -1 : a - b));
  const found = new Map();
  let rank = 0;
  for (const [i, mark] of ordered.entries()) {
    if (i === 0 || swap(mark, ordered[i - 1])) ++rank;
    found.set(mark, rank);
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}

const varint = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const signed = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);

function columns(rows) {
  const out = { characters: [], firsts: [], seconds: [] };
  let [c, first, second] = [0, 0, 0];
  for (const row of rows) {
    out.characters.push(...varint((row.c - c) * 4 + (row.parts.length - 1) * 2 + (row.composes ? 1 : 0)));
    out.firsts.push(...signed(row.parts[0] - first));
    [c, first] = [row.c, row.parts[0]];
    if (row.parts.length === 2) {
      out.seconds.push(...signed(row.parts[1] - second));
      second = row.parts[1];
    }
  }
  return out;
}

function runs(classes) {
  const found = [];
  for (const [c, rank] of classes) {
    const last = found.at(-1);
    if (last && last.end === c && last.rank === rank) last.end = c + 1;
    else found.push({ start: c, end: c + 1, rank });
  }
  let end = 0;
  const bytes = [];
  for (const run of found) {
    bytes.push(...varint(run.start - end), ...varint(run.end - run.start), ...varint(run.rank));
    end = run.end;
  }
  return bytes;
}

function asArray(name, bytes) {
  const lines = [];
  for (let line = '  '; bytes.length > 0 || line !== '  ';) {
    const next = bytes.length > 0 ? `${bytes.shift()},` : '';
    if (next === '' || line.length + next.length > 128) {
      lines.push(line);
      line = '  ';
      if (next === '') break;
    }
    line += next;
  }
  return `constexpr uint8_t ${name}[] = {\n${lines.join('\n')}\n};\n`;
}

function* someSequences(count, letters) {
  // A generator of Lehmer's: the same rows every time.
  let state = 20240531;
  const below = (n) => (state = (state * 48271) % 2147483647) % n;
  for (let i = 0; i < count; ++i) yield Array.from({ length: 2 + below(7) }, () => letters[below(letters.length)]);
}

const rows = decompositions();
const classes = ranks();
const { characters, firsts, seconds } = columns(rows);
const arrays = [
  asArray('kCharacters', characters),
  asArray('kFirsts', firsts),
  asArray('kSeconds', seconds),
  asArray('kClasses', runs(classes)),
];
writeFileSync(
  join(root, 'core/base/nfc_tables.inc'),
  `// SPDX-License-Identifier: MIT
// Canonical decompositions and combining classes of Unicode ${process.versions.unicode}, made by scripts/nfc-tables.mjs. All numbers are
// variable-length (seven bits a byte, the lowest first); "signed" ones are 2n, or -2n-1 below zero.
// clang-format off

// Characters that decompose: 4 * the step from the last one, + 2 when into two, + 1 when these compose again.
${arrays[0]}
// What comes first in each: signed step from the one before.
${arrays[1]}
// What comes second in those of two: the same.
${arrays[2]}
// Runs of marks: how many code points lie between it and the run before, how many are in it, the rank of their combining class.
${arrays[3]}`,
);

const hex = (string) =>
  points(string)
    .map((c) => c.toString(16).toUpperCase())
    .join(' ');
/** NFC is written as `=` when it is the text. */
const row = (string) => [hex(string), hex(nfd(string)), nfc(string) === string ? '=' : hex(nfc(string))];
const singles = rows.map(({ c }) => row(text(c)));
const letters = [...new Set([...classes.keys(), ...rows.flatMap(({ c, parts }) => [c, ...parts])])];
const jamo = [0x1100, 0x1112, 0x1161, 0x1175, 0x11a7, 0x11a8, 0x11c2, 0xac00, 0xac01, 0xd7a3, 0xd788, 0x61, 0x301];
const frequent = [
  0x61, 0x65, 0x6f, 0x73, 0x301, 0x302, 0x307, 0x308, 0x323, 0x327, 0x328, 0x338, 0x345, 0x34f, 0x3b1, 0x1e9, 0x1ea5,
];
const sequences = [...someSequences(500, letters), ...someSequences(200, jamo), ...someSequences(500, frequent)].map((some) =>
  row(text(...some)),
);
writeFileSync(
  join(root, 'tests/data/nfc.tsv'),
  `# Unicode ${process.versions.unicode}: every code point that NFD changes (but Hangul), then sequences; text, NFD, NFC (=: the text)\n` +
    [...singles, ...sequences].map((cells) => `${cells.join('\t')}\n`).join(''),
);
