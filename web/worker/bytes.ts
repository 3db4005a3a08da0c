// SPDX-License-Identifier: MIT
// Where bytes come from: the few things a host can do with a file. `Blob` and paths of Node implement it.

/** An open file. */
export interface Bytes {
  readonly size: number;
  /**
   * Bytes from `offset` on: at least one, at most as many as `buffer` holds. They may lie in the buffer, which is then taken
   * away from the caller; the next pull gets the answer's buffer. Rejects with a `Refusal` when there are none to be had.
   */
  pull(offset: number, buffer: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with `source-changed` when the file is no longer what it was when it was opened. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** How much is asked for at once. Larger blocks gain nothing, smaller ones cost a round trip each. */
export const kBlockBytes = 4 * 1024 * 1024;
