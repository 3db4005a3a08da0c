// SPDX-License-Identifier: MIT
// JSON.parse line by line on the whole file as one text.
import { readFileSync } from 'node:fs';

import { Tally } from '../job.mjs';

export function run({ path }) {
  const tally = new Tally();
  const text = readFileSync(path, 'utf8');
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const { score, created_at: created, product } = JSON.parse(text.slice(from, end));
    tally.addTyped(score, created, product);
    from = end + 1;
  }
  return tally.line();
}
