// SPDX-License-Identifier: MIT
// JSON.parse line by line, streaming: the stream decodes, and what stands behind a piece's last line end waits for the next piece.
import { createReadStream } from 'node:fs';

import { Tally } from '../job.mjs';

const pieceBytes = 1 << 20;

export async function run({ path }) {
  const tally = new Tally();
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: pieceBytes })) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const { score, created_at: created, product } = JSON.parse(line);
      tally.addTyped(score, created, product);
    }
  }
  return tally.line();
}
