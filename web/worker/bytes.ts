// SPDX-License-Identifier: MIT
// Where bytes come from: the few things a host can do with a file. `Blob` and paths of Node implement it.

/** An open file. */
export interface Bytes {
  readonly size: number;
  /**
   * Bytes from `offset` on: at least one, at most `length`, which `buffer` has room for. They may lie in the buffer, also when
   * it was taken away from the caller (its length is then 0) and came back as the answer's. Rejects with a `Refusal` when there
   * are none to be had.
   */
  pull(offset: number, buffer: ArrayBuffer, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Where the host can read at once: fills `room` with bytes from `offset` on and returns how many, at least one. Saves the copy
   * and the round trip of `pull`. Throws a `Refusal` when there are none to be had.
   */
  fill?(offset: number, room: Uint8Array): number;
  /** Rejects with `source-changed` when the file is no longer what it was when it was opened. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** How much is asked for at once. Larger blocks gain nothing, smaller ones cost a round trip each. */
export const kBlockBytes = 4 * 1024 * 1024;
