// SPDX-License-Identifier: MIT
// hucre: the whole workbook, XLSX or XLS, as rows of values.
import { readFileSync } from 'node:fs';

import { readXls, readXlsx } from 'hucre/xlsx';

import { Tally, createdColumn, productColumn, scoreColumn } from '../job.mjs';

export async function run({ path }) {
  const read = path.endsWith('.xls') ? readXls : readXlsx;
  const { sheets } = await read(readFileSync(path));
  const tally = new Tally();
  for (const row of sheets[0].rows.slice(1)) tally.addTyped(row[scoreColumn], row[createdColumn], row[productColumn]);
  return tally.line();
}
