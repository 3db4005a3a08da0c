// SPDX-License-Identifier: MIT
// `write-workbook.mjs xlsx|xls ROWS PATH`: the survey as a workbook with one sheet and shared strings, as Excel saves it.
// SheetJS writes the XLSX with Node's zlib. Its XLS takes minutes and gigabytes, so records come from biff8.mjs; both rivals that
// read XLS check them, their answers have to be the truth.
import { writeFileSync } from 'node:fs';
import zlib from 'node:zlib';

import * as XLSX from '@e965/xlsx';

import { biff8Stream } from './biff8.mjs';
import { surveyRows } from './generate.mjs';
import { typedRow } from './typed-row.mjs';
import { headers } from './vocabulary.mjs';

const sheetName = 'Responses';

function* sheetRows(rows) {
  yield headers;
  for (const cells of surveyRows(rows)) yield typedRow(cells);
}

function xlsx(rows) {
  XLSX.CFB.utils.use_zlib(zlib);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...sheetRows(rows)], { dense: true }), sheetName);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
}

function xls(rows) {
  const container = XLSX.CFB.utils.cfb_new({ root: 'R' });
  XLSX.CFB.utils.cfb_add(container, '/Workbook', biff8Stream(sheetName, sheetRows(rows)));
  return XLSX.CFB.write(container, { type: 'buffer' });
}

const [format, rows, path] = process.argv.slice(2);
writeFileSync(path, { xlsx, xls }[format](Number(rows)));
