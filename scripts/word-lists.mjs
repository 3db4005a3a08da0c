// SPDX-License-Identifier: MIT
// Turns the word lists of comments (JSON, for people) into C++ tables (for the core): `word-lists.mjs LISTS OUT`.
// Lists are sorted by their bytes, so that the core finds a word by halving.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [listsFile, outFile] = process.argv.slice(2);
const { display, keptCharacters, guess } = JSON.parse(readFileSync(listsFile, 'utf8'));

const bytesOf = (text) => Buffer.from(text.normalize('NFC'), 'utf8');
const quoted = (bytes) =>
  `"${bytes.reduce((out, byte) => {
    const character = String.fromCharCode(byte);
    return (
      out + (byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`)
    );
  }, '')}"`;
const sorted = (words) => [...new Set(words)].map(bytesOf).toSorted(Buffer.compare);
const wordsOf = (text) => text.split(' ');

const out = [];
const list = (name, words) =>
  out.push(`inline constexpr std::string_view ${name}[] = {${sorted(words).map(quoted).join(', ')}};`);

const languages = Object.keys(display);
for (const language of languages) list(`kDisplay_${language}`, wordsOf(display[language]));
out.push(`inline constexpr DisplayList kDisplayLists[] = {${languages.map((l) => `{"${l}", kDisplay_${l}}`).join(', ')}};`);
list('kKeptCharacters', wordsOf(keptCharacters));

const guessed = Object.keys(guess);
const masks = new Map();
guessed.forEach((language, bit) =>
  wordsOf(guess[language]).forEach((word) => masks.set(word, (masks.get(word) ?? 0) | (1 << bit))),
);
out.push(`inline constexpr std::string_view kGuessedLanguages[] = {${guessed.map((l) => `"${l}"`).join(', ')}};`);
const rows = sorted(masks.keys()).map((bytes) => `{${quoted(bytes)}, 0x${masks.get(bytes.toString('utf8')).toString(16)}}`);
out.push(`inline constexpr GuessWord kGuessWords[] = {${rows.join(', ')}};`);

mkdirSync(dirname(outFile), { recursive: true });
writeFileSync(outFile, `${out.join('\n')}\n`);
