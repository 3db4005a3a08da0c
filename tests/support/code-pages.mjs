// SPDX-License-Identifier: MIT
// The tables of byte pairs that the core asks its host for (core/format/double_byte.h says how they look), as the package brings
// them in Node.

import { keptPairs, pairPrefixes } from '../../scripts/encodings.mjs';

const made = new Map();

/** The table for the WHATWG label as bytes; empty when there is none. */
export function codePageTable(label) {
  if (!made.has(label)) made.set(label, label in pairPrefixes ? keptPairs(label) : new Uint8Array());
  return made.get(label);
}
