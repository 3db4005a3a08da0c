// SPDX-License-Identifier: MIT
// udsv, streaming: rows as arrays of texts, counted and forgotten.
// The stream decodes, so that a character may stand across two chunks.
import { createReadStream } from 'node:fs';

import { inferSchema, initParser } from 'udsv';

import { Tally } from '../job.mjs';

export async function run({ path }) {
  const tally = new Tally();
  const count = (row) => tally.addRow(row);
  let parser;
  for await (const text of createReadStream(path, { encoding: 'utf8' })) {
    parser ??= initParser(inferSchema(text));
    parser.chunk(text, parser.stringArrs, count);
  }
  parser.end();
  return tally.line();
}
