// SPDX-License-Identifier: MIT
// The tables of byte pairs that the core asks its host for, from Node's own decoders (core/format/double_byte.h says how they look).

const firstLead = 0x81;
const firstTrail = 0x40;
const last = 0xfe;

const made = new Map();

function fill(table, at, decoder, prefix) {
  for (let lead = firstLead; lead <= last; lead++) {
    for (let trail = firstTrail; trail <= last; trail++, at++) {
      const characters = [...decoder.decode(Uint8Array.of(...prefix, lead, trail))];
      const code = characters.length === 1 ? characters[0].codePointAt(0) : 0;
      table[at] = code === 0xfffd ? 0 : code;
    }
  }
}

/** The table for the WHATWG label as bytes; empty when this Node has no such decoder. */
export function codePageTable(label) {
  if (!made.has(label)) {
    try {
      const decoder = new TextDecoder(label);
      const prefixes = label === 'euc-jp' ? [[], [0x8f]] : [[]];
      const pairs = (last - firstLead + 1) * (last - firstTrail + 1);
      const table = new Uint32Array(pairs * prefixes.length);
      prefixes.forEach((prefix, index) => fill(table, index * pairs, decoder, prefix));
      made.set(label, new Uint8Array(table.buffer));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      made.set(label, new Uint8Array());
    }
  }
  return made.get(label);
}
