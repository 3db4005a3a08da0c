// SPDX-License-Identifier: MIT
// The tables of text encodings. `capture` asks Chromium's TextDecoder (which follows the WHATWG standard; Node's does not) and
// writes the tables kept in core/format/encoding; `native OUT` and `packed OUT` turn the kept pairs into what programs take in.
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../core/format/encoding');

/** In the order of the enum in core/format/encoding.h. */
export const singleByteLabels = [
  'ibm866',
  ...[2, 3, 4, 5, 6, 7, 8].map((part) => `iso-8859-${part}`),
  'iso-8859-8-i',
  ...[10, 13, 14, 15, 16].map((part) => `iso-8859-${part}`),
  ...['koi8-r', 'koi8-u', 'macintosh', 'windows-874'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`),
  'x-mac-cyrillic',
];

/** The labels of the tables of byte pairs, and what may stand before a pair: one list of pairs for each. */
export const pairPrefixes = { gb18030: [[]], big5: [[]], shift_jis: [[]], 'euc-jp': [[], [0x8f]], 'euc-kr': [[]] };

const leads = 0xfe - 0x81 + 1;
const trails = 0xfe - 0x40 + 1;
/** Parts of C++ names. */
const names = { gb18030: 'Gb18030', big5: 'Big5', shift_jis: 'ShiftJis', 'euc-jp': 'EucJp', 'euc-kr': 'EucKr' };
const none = '\uFFFD';

const kept = (name) => join(folder, name);

/** The kept table of a label, as core/format/double_byte.h defines it. */
export function keptPairs(label) {
  const prefixes = pairPrefixes[label];
  const points = new Uint32Array(prefixes.length * leads * trails);
  for (const line of readFileSync(kept(`pairs/${label}.txt`), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    const space = line.indexOf(' ');
    const bytes = Buffer.from(line.slice(0, space), 'hex');
    let at = ((bytes.length - 1) * leads + (bytes.at(-1) - 0x81)) * trails;
    for (const character of line.slice(space + 1)) points[at++] = character === none ? 0 : character.codePointAt(0);
  }
  return new Uint8Array(points.buffer);
}

/** All tables in the order of `pairPrefixes`, small: for a host whose TextDecoder does not follow the standard. */
export function packedPairs() {
  const tables = Object.keys(pairPrefixes).map((label) => Buffer.from(split(keptPairs(label))));
  const all = Buffer.concat(tables);
  return brotliCompressSync(all, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: all.length },
  });
}

/** The first bytes of all numbers, then the second ones and so on: that compresses better. */
function split(bytes) {
  const out = new Uint8Array(bytes.length);
  const count = bytes.length / 4;
  for (let i = 0; i < bytes.length; ++i) out[(i % 4) * count + Math.floor(i / 4)] = bytes[i];
  return out;
}

/** Runs in the browser: the text of each of `inputs`. A decoder for each, because Chromium's EUC-JP forgets to start anew. */
function decodeEach([label, inputs]) {
  return inputs.map((bytes) => new TextDecoder(label, { ignoreBOM: true }).decode(new Uint8Array(bytes)));
}

/** A page of Chromium that decodes: `decode(label, [[bytes], …])` gives a text for each. */
export async function chromiumDecoder() {
  const [{ chromium }, { toolchain }] = await Promise.all([import('@playwright/test'), import('./toolchain.mjs')]);
  const browser = await chromium.launch({ executablePath: toolchain().chromium, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    page,
    version: browser.version(),
    decode: (label, inputs) => page.evaluate(decodeEach, [label, inputs]),
    close: () => browser.close(),
  };
}

/** The 128 characters of the upper half. */
export function singleByteTable(browser, label) {
  return browser.decode(
    label,
    Array.from({ length: 128 }, (_, i) => [128 + i]),
  );
}

/** For each pair behind `prefix` its character, U+FFFD where it is not one character. */
export async function pairTexts(browser, label, prefix) {
  const text = await browser.page.evaluate(decodePairs, [label, prefix]);
  return text.map((characters) => ([...characters].length === 1 ? characters : none));
}

/** Runs in the browser: the text of each pair. */
function decodePairs([label, prefix]) {
  const texts = [];
  for (let lead = 0x81; lead <= 0xfe; ++lead) {
    for (let trail = 0x40; trail <= 0xfe; ++trail)
      texts.push(new TextDecoder(label).decode(Uint8Array.of(...prefix, lead, trail)));
  }
  return texts;
}

/** The four-byte part of GB18030 up to U+FFFF: [pointer, code point] at the start of each range of consecutive characters. */
export async function gb18030Ranges(browser) {
  const inputs = Array.from({ length: 39420 }, (_, pointer) => [
    0x81 + Math.floor(pointer / 12600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]);
  const points = (await browser.decode('gb18030', inputs)).map((text) => text.codePointAt(0));
  // Pointer 7457 stands outside of its range, in the standard too.
  points[7457] = points[7456] + 1;
  return points.flatMap((point, pointer) => (point === points[pointer - 1] + 1 ? [] : [[pointer, point]]));
}

const spdx = '// SPDX-License-Identifier: MIT\n';

async function capture() {
  const browser = await chromiumDecoder();
  const made = `made by scripts/encodings.mjs from Chromium ${browser.version}`;
  const rows = [];
  for (const label of singleByteLabels) {
    const texts = await singleByteTable(browser, label);
    const units = texts.map((text) => `\\u${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    const lines = Array.from({ length: 8 }, (_, i) => `    u"${units.slice(16 * i, 16 * i + 16).join('')}"`);
    rows.push(`    // ${label}\n${lines.join('\n')},\n`);
  }
  const head = `${spdx}// The upper halves of the single-byte encodings of the WHATWG standard; U+FFFD stands for none.\n// ${made}.\n`;
  writeFileSync(kept('single_byte.inc'), head + rows.join(''));

  const ranges = await gb18030Ranges(browser);
  const pairs = ranges.map(([pointer, point]) => `{${pointer}, 0x${point.toString(16).toUpperCase()}}`);
  const lines = [];
  while (pairs.length) lines.push(`    ${pairs.splice(0, 7).join(', ')},\n`);
  writeFileSync(
    kept('gb18030_ranges.inc'),
    `${spdx}// Index gb18030 ranges of the WHATWG standard: first pointer and first code point of each range.\n// ${made}.\n${lines.join('')}`,
  );

  for (const [label, prefixes] of Object.entries(pairPrefixes)) {
    const out = [
      `// Byte pairs of ${label}: the bytes before the trail byte, then the characters for trail bytes from 40.\n// ${made}.\n`,
    ];
    for (const prefix of prefixes) {
      const texts = await pairTexts(browser, label, prefix);
      for (let lead = 0x81; lead <= 0xfe; ++lead) {
        const from = (lead - 0x81) * trails;
        const line = texts
          .slice(from, from + trails)
          .join('')
          .replace(/\uFFFD+$/u, '');
        if (line)
          out.push(
            `${Buffer.from([...prefix, lead])
              .toString('hex')
              .toUpperCase()} ${line}\n`,
          );
      }
    }
    writeFileSync(kept(`pairs/${label}.txt`), out.join(''));
  }
  await browser.close();
}

/** frequent_pairs.inc: the characters of frequent.txt as pairs, in their order; Japanese as EUC-JP, which both encodings use. */
export function frequentPairs() {
  const out = [];
  for (const line of readFileSync(kept('frequent.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('//')) continue;
    const [label, text] = line.split(' ');
    const table = label === 'shift_jis' ? 'euc-jp' : label;
    const points = new Uint32Array(keptPairs(table).buffer);
    const pairs = [...new Set(text)].map((character) => {
      const at = points.indexOf(character.codePointAt(0));
      if (at < 0 || at >= leads * trails) throw new Error(`${label} has no pair for ${character}.`);
      return `0x${((0x81 + Math.floor(at / trails)) * 256 + 0x40 + (at % trails)).toString(16).toUpperCase()}`;
    });
    const rows = [];
    while (pairs.length) rows.push(`    ${pairs.splice(0, 15).join(', ')},\n`);
    out.push(`constexpr auto kFrequent${names[table]} = std::to_array<uint16_t>({\n${rows.join('')}});\n`);
  }
  return `${spdx}// Made by scripts/encodings.mjs of frequent.txt.\n${out.join('')}`;
}

/** FNV-1a, 64 bits, in hex: easy to repeat in any language. */
export function hashOf(bytes) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/**
 * Bytes in which every encoding finds characters, errors and escapes; tests/format/encoding_tables_test.cc makes the same.
 * Left out is where Chromium is off the standard: behind a broken three-byte character of EUC-JP it reads the next pair as the
 * rest of one, and in ISO-2022-JP it swallows an invalid byte behind a broken escape.
 */
export function wildBytes(count, label) {
  const palette = Buffer.from('09AZaz \n\x1B$(BJI@\x81\x84\x8E\x8F\x80\xA1\xA4\xE3\xFE\xFF', 'latin1');
  let state = 2463534242;
  const bytes = Uint8Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const wild = (state >>> 8) & 1;
    return wild ? state & 0xff : palette[(state >>> 16) % palette.length];
  });
  if (label === 'euc-jp') return bytes.map((byte) => (byte === 0x8f ? 0x8e : byte));
  if (label !== 'iso-2022-jp') return bytes;
  for (let at = 0; at + 2 < count; ++at) if (bytes[at] === 0x1b) bytes.set(Buffer.from(escapes[at % 5]), at + 1);
  return bytes.map((byte, at) => (byte === 0x1b && at + 2 >= count ? 0x20 : byte));
}

const escapes = ['(B', '(J', '(I', '$@', '$B'];

export const wildCount = 20000;

/** What Chromium makes of `wildBytes`, and the tables, as rows of tests/data/encodings/hashes.tsv. */
export async function chromiumHashes(browser) {
  const rows = [];
  const tables = Object.keys(pairPrefixes);
  for (const label of ['utf-16le', 'utf-16be', ...singleByteLabels, 'gbk', ...tables, 'iso-2022-jp']) {
    const [text] = await browser.decode(label, [[...wildBytes(wildCount, label)]]);
    rows.push(['decoded', label, hashOf(Buffer.from(text, 'utf8'))]);
  }
  for (const label of singleByteLabels) {
    const points = (await singleByteTable(browser, label)).map((text) => text.codePointAt(0));
    rows.push(['table', label, hashOf(new Uint8Array(Uint32Array.from(points).buffer))]);
  }
  for (const label of tables) {
    const texts = [];
    for (const prefix of pairPrefixes[label]) texts.push(...(await pairTexts(browser, label, prefix)));
    const points = texts.map((text) => (text === none ? 0 : text.codePointAt(0)));
    rows.push(['table', label, hashOf(new Uint8Array(Uint32Array.from(points).buffer))]);
  }
  return `# Made by scripts/encodings.mjs: what Chromium decodes, FNV-1a.\n${rows.map((row) => row.join('\t')).join('\n')}\n`;
}

const hashesFile = join(folder, '../../../tests/data/encodings/hashes.tsv');

async function hashes() {
  const browser = await chromiumDecoder();
  writeFileSync(hashesFile, await chromiumHashes(browser));
  await browser.close();
}

function native(out) {
  const rows = Object.keys(pairPrefixes).map((label) => {
    const words = new Uint32Array(keptPairs(label).buffer);
    return `inline constexpr uint32_t kTable${names[label]}[] = {${words.join(',')}};`;
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `// Made by scripts/encodings.mjs.\n${rows.join('\n')}\n`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, out] = process.argv.slice(2);
  if (command === 'capture') await capture();
  else if (command === 'hashes') await hashes();
  else if (command === 'frequent') writeFileSync(kept('frequent_pairs.inc'), frequentPairs());
  else if (command === 'native') native(out);
  else if (command === 'packed') writeFileSync(out, packedPairs());
  else throw new Error('encodings.mjs capture | hashes | frequent | native OUT | packed OUT');
}
