// SPDX-License-Identifier: MIT
// Automatic detection of delimiter and quote against what a person would say (tests/data/dialects.tsv, annotated by eye).

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';

import { wasmConversion } from '../support/core.mjs';
import { bytesOf, listRows, withoutCorpora } from '../support/corpora.mjs';

const words = { tab: '\t', space: ' ' };

const annotated = listRows('dialects.tsv').map(([file, delimiter, quote, encoding, header, lead]) => ({
  file,
  delimiter: words[delimiter] ?? delimiter,
  quote,
  encoding,
  header,
  lead: Number(lead),
}));

/** The dialect that was found, and how many cells the widest record has when it is read so. */
function foundIn({ file, encoding }) {
  const { text, report } = wasmConversion(basename(file), bytesOf(file), [
    ['mode', 'convert-raw'],
    ['encoding', encoding],
    ['headerRecords', '0'],
  ]);
  const [{ dialect, failure }] = JSON.parse(report).files;
  const widths = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line).cells.length);
  return { failure, delimiter: dialect?.delimiter, quote: dialect?.quote, widest: widths.reduce((a, b) => Math.max(a, b), 0) };
}

/** What is wrong with what was found; empty when a person would say the same. */
function missOf(person) {
  const { failure, delimiter, quote, widest } = foundIn(person);
  if (failure) return failure.code;
  if (person.delimiter === 'none') return widest > 1 ? `${widest} columns for one` : '';
  if (delimiter !== person.delimiter) return `${JSON.stringify(delimiter)} for ${JSON.stringify(person.delimiter)}`;
  return person.quote === 'none' || quote === person.quote ? '' : `quote ${quote} for ${person.quote}`;
}

test('the list: at least 300 files, each once, with a word in every column', () => {
  assert.ok(annotated.length >= 300);
  assert.equal(new Set(annotated.map(({ file }) => file)).size, annotated.length);
  for (const { file, delimiter, quote, header, lead } of annotated) {
    assert.ok(delimiter, file);
    assert.match(quote, /^("|'|none)$/, file);
    assert.match(header, /^(yes|no|\?)$/, file);
    assert.ok(lead >= 0, file);
  }
});

test('at least 97 % of the dialects are what a person would say', { skip: withoutCorpora }, (context) => {
  const misses = annotated.map((person) => [person.file, missOf(person)]).filter(([, miss]) => miss);
  for (const [file, miss] of misses) context.diagnostic(`${file}: ${miss}`);
  const right = 1 - misses.length / annotated.length;
  context.diagnostic(`${annotated.length - misses.length} of ${annotated.length} right: ${(100 * right).toFixed(2)} %`);
  assert.ok(right >= 0.97, `${right}`);
});
