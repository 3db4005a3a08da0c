// SPDX-License-Identifier: MIT
// npscope with every column kept: the same report, and then a few records are shown again in full.
// A record that is not what was written makes the line differ from the truth.
import { isDeepStrictEqual } from 'node:util';

import { cellsOf, run as analyze } from './npscope.mjs';

export { load } from './npscope.mjs';

export async function run({ path, examples }) {
  const line = await analyze({ path }, { keep: 'all' });
  for (const [record, cells] of Object.entries(examples)) {
    if (!isDeepStrictEqual(await cellsOf(Number(record)), cells)) return `${line} but record ${record} differs`;
  }
  return line;
}
