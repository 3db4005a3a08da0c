// SPDX-License-Identifier: MIT
// The files that the bench reads: the one survey in each format, made once and kept. CSV is written here, JSON by V8, workbooks
// by a process of their own (write-workbook.mjs), because they need much memory.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureSurvey, surveyRows } from './generate.mjs';
import { typedRow } from './typed-row.mjs';
import { headers } from './vocabulary.mjs';

const workbookWriter = fileURLToPath(new URL('write-workbook.mjs', import.meta.url));
const workbookHeapMib = 8192;
const rowsPerWrite = 8192;

/** Objects one a line, or the same between brackets. */
function writeJson(path, rows, isArray) {
  const file = openSync(path, 'w');
  let pending = isArray ? '[\n' : '';
  let index = 0;
  for (const cells of surveyRows(rows)) {
    const values = typedRow(cells);
    pending += JSON.stringify(Object.fromEntries(headers.map((name, column) => [name, values[column]])));
    pending += isArray && ++index < rows ? ',\n' : '\n';
    if (pending.length > rowsPerWrite * 300) {
      writeSync(file, pending);
      pending = '';
    }
  }
  writeSync(file, isArray ? `${pending}]\n` : pending);
  closeSync(file);
}

function writeWorkbook(path, rows, format) {
  const { status, stderr, error } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${workbookHeapMib}`, workbookWriter, format, String(rows), path],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${format} of ${rows} rows could not be written: ${error?.message ?? stderr}`);
}

const writers = {
  ndjson: (path, rows) => writeJson(path, rows, false),
  json: (path, rows) => writeJson(path, rows, true),
  xlsx: (path, rows) => writeWorkbook(path, rows, 'xlsx'),
  xls: (path, rows) => writeWorkbook(path, rows, 'xls'),
};

/** The survey of so many rows in a format below `folder`: `{ path, bytes, rows, line, examples }`, see ensureSurvey. */
export function ensureInput(folder, format, rows) {
  const survey = ensureSurvey(folder, rows);
  if (format === 'csv') return survey;
  const path = join(folder, `survey-${rows}.${format}`);
  if (!existsSync(path)) {
    writers[format](`${path}.part`, rows);
    renameSync(`${path}.part`, path);
  }
  return { ...survey, path, bytes: statSync(path).size };
}
