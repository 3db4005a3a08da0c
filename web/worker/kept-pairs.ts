// SPDX-License-Identifier: MIT
// The tables of byte pairs that the build put inside: for Node, whose TextDecoder has no Big5 and no EUC-KR of the standard.
// `packedPairs` of scripts/encodings.mjs made them: all tables, each byte plane by byte plane, compressed.

import { brotliDecompressSync } from 'node:zlib';

import packed from 'npscope:pairs';

const lengths: readonly (readonly [string, number])[] = [
  ['gb18030', 1],
  ['big5', 1],
  ['shift_jis', 1],
  ['euc-jp', 2],
  ['euc-kr', 1],
];
const tableBytes = 4 * 126 * 191;

let unpacked: Map<string, Uint8Array> | undefined;

/** The kept table for a label of the standard. */
export function keptPairs(label: string): Uint8Array | undefined {
  unpacked ??= unpack(brotliDecompressSync(Buffer.from(packed, 'base64')));
  return unpacked.get(label);
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>();
  let start = 0;
  for (const [label, lists] of lengths) {
    const planes = bytes.subarray(start, start + lists * tableBytes);
    const count = planes.length / 4;
    const table = new Uint8Array(planes.length);
    for (let at = 0; at < table.length; at++) table[at] = planes[(at % 4) * count + Math.floor(at / 4)] ?? 0;
    tables.set(label, table);
    start += planes.length;
  }
  return tables;
}
