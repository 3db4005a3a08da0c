// SPDX-License-Identifier: MIT
// The tables of byte pairs that the build puts inside the worker for Node. See kept-pairs.ts.

declare module 'npscope:pairs' {
  /** `packedPairs()` of scripts/encodings.mjs in base64. */
  const base64: string;
  export default base64;
}
