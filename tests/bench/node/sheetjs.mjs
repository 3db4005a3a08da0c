// SPDX-License-Identifier: MIT
// SheetJS in its leanest way: dense cells, without formatted texts, formulas and styles.
import { readFileSync } from 'node:fs';

import * as XLSX from '@e965/xlsx';

import { Tally, createdColumn, productColumn, scoreColumn } from '../job.mjs';

export function run({ path }) {
  const options = { dense: true, cellText: false, cellFormula: false, cellHTML: false, cellStyles: false };
  const book = XLSX.read(readFileSync(path), options);
  const rows = book.Sheets[book.SheetNames[0]]['!data'];
  const tally = new Tally();
  for (const row of rows.slice(1)) tally.addTyped(row[scoreColumn]?.v, row[createdColumn]?.v, row[productColumn]?.v);
  return tally.line();
}
