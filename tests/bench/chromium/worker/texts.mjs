// SPDX-License-Identifier: MIT
// The text of a File in pieces, for parsers that take texts.
// One decoder for all pieces, so that a character may stand across two of them.

/** The texts of pieces of at most `pieceBytes`; larger ones cost the collector more than they save. */
export async function* textsOf(file, pieceBytes) {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    for (let from = 0; from < value.length; from += pieceBytes) {
      yield decoder.decode(value.subarray(from, from + pieceBytes), { stream: true });
    }
  }
}
