// SPDX-License-Identifier: MIT
// read-excel-file: the first sheet as rows of values.
import { readSheet } from 'read-excel-file/node';

import { Tally, createdColumn, productColumn, scoreColumn } from '../job.mjs';

export async function run({ path }) {
  const rows = await readSheet(path);
  const tally = new Tally();
  for (const row of rows.slice(1)) tally.addTyped(row[scoreColumn], row[createdColumn], row[productColumn]);
  return tally.line();
}
