// SPDX-License-Identifier: MIT
// papaparse, streaming: rows as arrays of texts, counted and forgotten.
// The stream decodes, because papaparse breaks a character that stands across two chunks when it gets bytes.
import { createReadStream } from 'node:fs';

import Papa from 'papaparse';

import { Tally } from '../job.mjs';

export function run({ path }) {
  const tally = new Tally();
  let hasHeader = true;
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(path, { encoding: 'utf8' }), {
      chunk({ data: rows }) {
        for (const row of hasHeader ? rows.slice(1) : rows) tally.addRow(row);
        hasHeader = false;
      },
      skipEmptyLines: true,
      complete: () => resolve(tally.line()),
      error: reject,
    });
  });
}
