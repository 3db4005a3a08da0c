// SPDX-License-Identifier: MIT
// The tables of byte pairs that the core asks its host for (core/format/double_byte.h says how they look). Browsers' decoders
// follow the WHATWG standard, so the tables are made with them; Node's do not, so its worker brings kept ones.

const firstLead = 0x81;
const firstTrail = 0x40;
const last = 0xfe;
const trails = last - firstTrail + 1;
const pairs = (last - firstLead + 1) * trails;

/** Encodings of byte pairs, with what may stand before a pair. */
const prefixes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  gb18030: [[]],
  big5: [[]],
  shift_jis: [[]],
  'euc-jp': [[], [0x8f]],
  'euc-kr': [[]],
};

/** Gives the table for a label of the standard as bytes, or nothing when it has none. */
export type PairTables = (label: string) => Uint8Array | undefined;

let source: PairTables = decodedPairs;

/** Tables for a host whose `TextDecoder` is not good enough. */
export function usePairTables(tables: PairTables): void {
  source = tables;
}

/** The table for a label; undefined when the host does not know the encoding. */
export function pairTable(label: string): Uint8Array | undefined {
  return source(label);
}

/** The table as this host's decoder makes it. */
export function decodedPairs(label: string): Uint8Array | undefined {
  const lists = prefixes[label];
  if (!lists) return undefined;
  try {
    const points = new Uint32Array(pairs * lists.length);
    const filled = lists.every((prefix, list) => fill(points.subarray(pairs * list), label, prefix));
    return filled ? new Uint8Array(points.buffer) : undefined;
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/**
 * All pairs behind `prefix`, for each lead byte a text with a line for each pair: no trail byte can take the line end with it.
 * A decoder for each lead byte, because Chromium's EUC-JP carries a broken character on, even into the next call.
 */
function fill(points: Uint32Array, label: string, prefix: readonly number[]): boolean {
  const length = prefix.length + 3;
  const bytes = new Uint8Array(length * trails).fill(0x0a);
  for (let lead = firstLead, at = 0; lead <= last; lead++) {
    for (let trail = 0; trail < trails; trail++) bytes.set([...prefix, lead, firstTrail + trail], length * trail);
    const texts = new TextDecoder(label).decode(bytes).split('\n');
    if (texts.length !== trails + 1) return false;
    for (let trail = 0; trail < trails; trail++) points[at++] = onlyCharacter(texts[trail] ?? '');
  }
  return true;
}

/** The code point of a text of one valid character, else 0. */
function onlyCharacter(text: string): number {
  const point = text.codePointAt(0) ?? 0xfffd;
  return point === 0xfffd || text.length !== (point > 0xffff ? 2 : 1) ? 0 : point;
}
