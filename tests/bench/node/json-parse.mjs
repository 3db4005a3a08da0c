// SPDX-License-Identifier: MIT
// JSON.parse on the whole file, as most would write it.
import { readFileSync } from 'node:fs';

import { Tally } from '../job.mjs';

export function run({ path }) {
  const tally = new Tally();
  for (const { score, created_at: created, product } of JSON.parse(readFileSync(path, 'utf8'))) {
    tally.addTyped(score, created, product);
  }
  return tally.line();
}
