// SPDX-License-Identifier: MIT
// ZIP archives that nobody on this team wrote: sound ones are opened, broken ones are refused, both with a named outcome. What
// deviates is listed with its reason in tests/data/corpus-status.tsv.

import { basename } from 'node:path';
import { test } from 'node:test';

import { wasmReport } from '../support/core.mjs';
import {
  Outcomes,
  assertSameNatively,
  bytesOf,
  filesBelow,
  refusal,
  withinBudget,
  withoutCorpora,
} from '../support/corpora.mjs';

/** What a sound archive may end in: nothing in it is a survey file, or what is there has no table. */
const soundEnds = ['no-readable-member', 'no-records', 'no-score-column', 'empty-file', 'binary-file', 'unsupported-format'];

function report(file, bytes) {
  const text = wasmReport([{ name: basename(file), bytes }]);
  return { kept: 0, text, files: JSON.parse(text).files };
}

/** Of a sound archive: read, or refused although it is sound. Of a broken one: refused, or opened although it is broken. */
function outcomeOf(file, reports) {
  const isSoundEnd = ({ code }) => soundEnds.includes(code) || (code === 'password-protected' && file.includes('encryption'));
  const isOpened = reports.some(({ container, failure }) => container !== null || failure?.code === 'no-readable-member');
  const failed = reports.map(({ failure }) => failure).filter((failure) => failure && !(isOpened && isSoundEnd(failure)));
  if (file.includes('/success/')) return failed.length > 0 ? refusal(failed[0]) : 'equal';
  return failed.length > 0 ? 'equal' : 'different: opened';
}

const outcomes = new Outcomes();

test('yauzl: sound archives are opened, broken ones are refused', { skip: withoutCorpora }, async (context) => {
  const files = filesBelow('zip/yauzl');
  let everything = '';
  for (const file of files) {
    const bytes = bytesOf(file);
    const found = await withinBudget(file, bytes.length, () => report(file, bytes));
    everything += `${found.text}\n`;
    outcomes.note(file, outcomeOf(file, found.files));
  }
  context.diagnostic(outcomes.summary('zip/yauzl'));
  assertSameNatively(context, files, everything);
  outcomes.assertAsListed('zip');
});
