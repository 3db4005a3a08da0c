// SPDX-License-Identifier: MIT
// The reject file of every golden fixture comes back: unchanged it changes nothing, and corrected it gives what a file that had
// been right from the start gives.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { analyze, close } from '../../dist/node.js';
import { expectations, folder, made, rejectFile, run, sameFigures } from '../support/golden.mjs';
import { delimited, encoded, parseDelimited, tableOf } from '../support/reshape.mjs';

after(close);

/** Before the cells of the source stand file, record, code, reason and source. */
const added = 5;
const corrected = '7';

/** Something was answered that is no score, and the cell can be set right. */
const isWrongScore = (code) => code.startsWith('score-') && !['score-empty', 'score-missing-code'].includes(code);

const withScore = (cells, column) => cells.with(column, corrected);

/** A corrected reject file, as a spreadsheet might save it: the wrong scores are set right, all else stays. */
function correctedRejects(text, scoreColumn) {
  const rows = parseDelimited(text.replace(/^\ufeff/, ''), /npscope file"?(.)/.exec(text)[1]);
  const records = rows.map((row) => (isWrongScore(row[2]) ? withScore(row, added + scoreColumn) : row));
  return Buffer.from(delimited({ headers: [], records }, { newline: '\r\n' }));
}

/** The source as it had been with the right scores, in its own encoding and dialect. */
function correctedSource({ file, encoding, delimiter, headerRecords, rejects }, scoreColumn) {
  const text = new TextDecoder(encoding).decode(readFileSync(join(folder, file)));
  const { headers, records } = tableOf(text, delimiter, headerRecords);
  for (const [record] of rejects.filter(([, code]) => isWrongScore(code))) {
    const index = record - 1 - headerRecords;
    records[index] = withScore(records[index], scoreColumn);
  }
  return encoded(delimited({ headers, records }, { delimiter }), encoding);
}

const figures = ({ nps, repeats, sensitivity }) => ({ nps, repeats, sensitivity });

for (const expected of expectations.filter(({ file }) => file !== made)) {
  test(`${expected.file}: the reject file beside it, unchanged, changes nothing`, async () => {
    const { input, recipe, report } = await run(expected);
    const rejects = { name: 'rejects.csv', data: Buffer.from(await rejectFile({ input, recipe })) };
    const merged = await analyze([input, rejects], { recipe });
    sameFigures(merged.nps, expected);
    assert.deepEqual(figures(merged), figures(report));
    assert.equal(merged.files[0].ledger.reasons.replaced, expected.ledger.read - expected.ledger.accepted);
  });
}

const withText = ({ delimiter, issues }) => delimiter !== null && !issues.includes('long-format');

for (const expected of expectations.filter(withText)) {
  test(`${expected.file}: corrected and merged it is what a correct file had been`, async () => {
    const { input, recipe, report } = await run(expected);
    const column = report.files[0].columns.find(({ role }) => role === 'score').index;
    const name = expected.file;
    const alone = await analyze({ name, data: correctedSource(expected, column) }, { recipe });
    const data = correctedRejects(await rejectFile({ input, recipe }), column);
    const merged = await analyze([input, { name: 'corrected.csv', data }], { recipe });
    assert.deepEqual(figures(merged), figures(alone));
    assert.ok(merged.nps.responses > expected.nps.responses, 'nothing was corrected');
  });
}
