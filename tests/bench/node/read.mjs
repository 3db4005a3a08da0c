// SPDX-License-Identifier: MIT
// Plain reading of the bytes into one buffer that is used again and again, in blocks of 4 MiB.
// Nothing is looked at, so the answer is only how much there was.
import { open } from 'node:fs/promises';

export async function run({ path }) {
  const file = await open(path);
  const block = new Uint8Array(4 * 1024 * 1024);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(block, 0, block.length, bytes);
    if (bytesRead === 0) break;
    bytes += bytesRead;
  }
  await file.close();
  return bytes;
}
