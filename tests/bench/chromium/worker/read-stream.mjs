// SPDX-License-Identifier: MIT
// Reading the File alone through its stream, in the pieces that the browser chooses.
// Nothing is looked at, so the answer is only how much there was.
import { answerFiles } from '../in-worker.mjs';

answerFiles(async (file) => {
  const reader = file.stream().getReader();
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return bytes;
    bytes += value.length;
  }
});
