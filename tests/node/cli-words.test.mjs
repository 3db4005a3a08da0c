// SPDX-License-Identifier: MIT
// The words of the command line: every language has the same places, and every option of the help is one the command knows.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importSources } from './source.mjs';

const { bar, cliWords, printable, table, width } = await importSources(['web/i18n/cli.ts', 'web/cli/layout.ts']);

const placesOf = (text) => [...text.matchAll(/\{[a-z]+\}/g)].map(([place]) => place).sort();
const optionsOf = (text) => [...new Set(text.match(/--[a-z]+/g))].sort();

for (const lang of ['de', 'zh']) {
  test(`${lang} has the places of English, and its help the options`, () => {
    for (const [word, text] of Object.entries(cliWords.en))
      assert.deepEqual(placesOf(cliWords[lang][word]), placesOf(text), word);
    assert.deepEqual(optionsOf(cliWords[lang].help), optionsOf(cliWords.en.help));
  });
}

for (const [text, columns] of [
  ['abc', 3],
  ['', 0],
  ['得分', 4],
  ['Ä–“', 3],
  ['（）', 4],
]) {
  test(`${JSON.stringify(text)} takes ${columns} columns`, () => assert.equal(width(text), columns));
}

test('columns stand under each other, whatever the script', () => {
  const lines = table(
    [
      ['推荐者', '5'],
      ['a', '123'],
    ],
    ['left', 'right'],
  );
  assert.deepEqual(lines, ['  推荐者    5', '  a       123']);
});

test('bars: nothing is empty, something is seen, all is full', () => {
  assert.equal(bar(0, 10), '');
  assert.equal(bar(1, 1_000_000), '▏');
  assert.equal(bar(10, 10), '█'.repeat(32));
  assert.equal(bar(5, 10), '█'.repeat(16));
});

test('what moves a cursor or turns text around is not printed', () => {
  assert.equal(printable('a\u001b[2Jb\u0007\u202ec\r\n'), 'a [2Jb c');
});
