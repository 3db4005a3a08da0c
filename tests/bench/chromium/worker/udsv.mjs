// SPDX-License-Identifier: MIT
// udsv, streaming, in a worker: rows as arrays of texts, counted and forgotten.
// The same calls as in Node.
import { inferSchema, initParser } from 'udsv';

import { Tally } from '../../job.mjs';
import { answerFiles } from '../in-worker.mjs';
import { textsOf } from './texts.mjs';

/** The fastest of 64 KiB, 256 KiB and 4 MiB. */
const pieceBytes = 256 * 1024;

answerFiles(async (file) => {
  const tally = new Tally();
  const count = (row) => tally.addRow(row);
  let parser;
  for await (const text of textsOf(file, pieceBytes)) {
    parser ??= initParser(inferSchema(text));
    parser.chunk(text, parser.stringArrs, count);
  }
  parser.end();
  return tally.line();
});
