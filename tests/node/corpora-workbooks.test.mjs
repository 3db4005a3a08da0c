// SPDX-License-Identifier: MIT
// Workbooks that nobody on this team wrote, cell by cell: values and types on which at least two of three other readers agree.
// What deviates is listed with its reason in tests/data/corpus-status.tsv.

import { test } from 'node:test';

import {
  Outcomes,
  assertSameNatively,
  bytesOf,
  convert,
  expectationsOf,
  filesBelow,
  raw,
  refusal,
  sourcesOf,
  withinBudget,
  withoutCorpora,
} from '../support/corpora.mjs';
import { cellsOf, firstDifference } from '../support/raw-cells.mjs';

/** How one sheet differs from what is expected of it; a sheet without cells may say so as a failure. */
async function sheetDifference(file, size, { name, cells, disputed_cells: disputed }) {
  const { text, info } = await withinBudget(file, size, () => convert(file, [['sheet', name]]));
  if (info.failure && !(info.failure.code === 'no-records' && cells.length === 0)) return refusal(info.failure);
  const difference = firstDifference(cellsOf(text), cells, disputed);
  return difference && `different: ${difference}`;
}

async function outcomeOf(file, first, expected) {
  const { failure, tables } = first;
  // What only one reader opens is not known.
  const sheets = ['all3', 'two'].includes(expected?.class) ? expected.sheets : [];
  if (failure && !(failure.code === 'no-records' && sheets.every(({ cells }) => cells.length === 0))) return refusal(failure);
  const known = new Set(tables?.map(({ name }) => name));
  for (const [index, sheet] of sheets.entries()) {
    if (!known.has(sheet.name)) return `different: no sheet ${index}`;
    const difference = await sheetDifference(file, expected.bytes, sheet);
    if (difference) return `${difference}${sheets.length > 1 ? ` (sheet ${index})` : ''}`;
  }
  return 'equal';
}

/** Other readers have no word on .ods, but pandas stores the same tables as .xlsx. */
function expectedOf(expectations, file) {
  return expectations.get(file) ?? (file.endsWith('.ods') ? expectations.get(file.replace(/\.ods$/, '.xlsx')) : undefined);
}

const outcomes = new Outcomes();

for (const kind of ['xls', 'xlsx']) {
  for (const source of sourcesOf(kind)) {
    test(`${source}: the cells of other readers`, async (context) => {
      const expectations = expectationsOf(source);
      const files = filesBelow(source);
      let everything = '';
      for (const file of files) {
        const bytes = bytesOf(file);
        const { text, report, info } = await withinBudget(file, bytes.length, () => convert(file));
        everything += `${text}${report}\n`;
        outcomes.note(file, await outcomeOf(file, info, expectedOf(expectations, file)));
      }
      context.diagnostic(outcomes.summary(source));
      assertSameNatively(context, files, everything, [raw]);
    });
  }
}

for (const kind of ['xls', 'xlsx']) {
  test(`${kind}: all outcomes are as listed`, { skip: withoutCorpora }, () => outcomes.assertAsListed(kind));
}
