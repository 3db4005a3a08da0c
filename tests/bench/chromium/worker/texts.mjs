// SPDX-License-Identifier: MIT
// The text of a File in pieces, for parsers that take texts.
// One decoder for all pieces, so that a character may stand across two of them.
/* global TextDecoder */

export async function* textsOf(file) {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const pieceBytes = Number(self.PIECE ?? 65536);
    for (let from = 0; from < value.length; from += pieceBytes) {
      yield decoder.decode(value.subarray(from, from + pieceBytes), { stream: true });
    }
  }
}
