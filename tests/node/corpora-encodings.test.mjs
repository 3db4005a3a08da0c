// SPDX-License-Identifier: MIT
// Texts in known encodings that nobody on this team wrote: the encoding is recognised, or one that reads this text just the same,
// or a person is asked. What deviates is listed with its reason in tests/data/corpus-status.tsv.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { wasmInspection } from '../support/core.mjs';
import { Outcomes, bytesOf, corpora, refusal, withinBudget, withoutCorpora } from '../support/corpora.mjs';

/** Folder names of the corpora that are no WHATWG labels. */
const labels = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  gb2312: 'gb18030',
  'tis-620': 'windows-874',
  maccyrillic: 'x-mac-cyrillic',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-32': 'utf-32le',
};

/** Encodings that browsers do not have and nobody promised. */
const unpromised = new Set(['euc-tw', 'ibm855', 'johab', 'iso-2022-kr']);

/** Confident enough not to ask: see `encoding-uncertain`. */
const certain = 0.6;

function labelOf(folder) {
  const lower = folder.toLowerCase();
  const plain = lower.replace(/^(iso-8859-\d+|windows-\d+)-.*$/, '$1');
  return labels[plain] ?? plain;
}

const files = withoutCorpora
  ? []
  : readFileSync(join(corpora, 'expected/encoding.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([file, folder]) => existsSync(join(corpora, file)) && folder !== 'see file name')
      .map(([file, folder]) => ({ file, label: labelOf(folder) }))
      .filter(({ label }) => !unpromised.has(label));

/** Node reads the bytes 0x80 to 0x9F of windows-1252 as control characters: what browsers show for them. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoded(label, bytes) {
  if (label.startsWith('utf-32')) return label;
  const text = new TextDecoder(label).decode(bytes);
  return label === 'windows-1252' || label === 'iso-8859-1'
    ? text.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80])
    : text;
}

/** Many of the texts are feeds and pages: under a header they are the lines of a table, and only their encoding matters. */
function asTable(bytes, label) {
  return /^utf-(16|32)/.test(label) ? bytes : Buffer.concat([Buffer.from('comment\n'), bytes]);
}

function recognised(file, bytes) {
  const { files: found } = wasmInspection(basename(file), bytes);
  return { kept: 0, info: found[0] };
}

async function outcomeOf({ file, label }) {
  const bytes = asTable(bytesOf(file), label);
  const { info } = await withinBudget(file, bytes.length, () => recognised(file, bytes));
  const { encoding, encodingConfidence, failure } = info;
  if (!encoding) return refusal(failure);
  if (encoding === label || decoded(encoding, bytes) === decoded(label, bytes)) return 'equal';
  const isAsked = failure?.code === 'encoding-unknown' || encodingConfidence < certain;
  return isAsked ? 'different: asked' : `different: ${encoding} for ${label}`;
}

const outcomes = new Outcomes();

test('chardet: at least 95 % of the texts are read as they were written', { skip: withoutCorpora }, async (context) => {
  let right = 0;
  for (const each of files) {
    const outcome = await outcomeOf(each);
    outcomes.note(each.file, outcome);
    if (outcome === 'equal') right++;
  }
  context.diagnostic(outcomes.summary('encoding/chardet'));
  context.diagnostic(`${right} of ${files.length} right: ${((100 * right) / files.length).toFixed(2)} %`);
  outcomes.assertAsListed('encoding');
  assert.ok(right / files.length >= 0.95);
});
