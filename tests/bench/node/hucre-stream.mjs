// SPDX-License-Identifier: MIT
// hucre, streaming: row by row, counted and forgotten.
import { readFileSync } from 'node:fs';

import { streamXlsxRows } from 'hucre/xlsx';

import { Tally, createdColumn, productColumn, scoreColumn } from '../job.mjs';

export async function run({ path }) {
  const tally = new Tally();
  let hasHeader = true;
  for await (const { values } of streamXlsxRows(readFileSync(path))) {
    if (!hasHeader) tally.addTyped(values[scoreColumn], values[createdColumn], values[productColumn]);
    hasHeader = false;
  }
  return tally.line();
}
