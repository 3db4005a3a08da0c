// SPDX-License-Identifier: MIT
// Reading the File alone into one buffer of 4 MiB that is used again and again.
// Nothing is looked at, so the answer is only how much there was.
import { answerFiles } from '../in-worker.mjs';

answerFiles(async (file) => {
  const reader = file.stream().getReader({ mode: 'byob' });
  let block = new Uint8Array(4 * 1024 * 1024);
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read(block);
    if (done) return bytes;
    bytes += value.length;
    block = new Uint8Array(value.buffer);
  }
});
