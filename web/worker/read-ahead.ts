// SPDX-License-Identifier: MIT
// ReadAhead: brings any byte range of a file, and brings the block after it while the caller is busy with the one it has.
// One buffer is enough for that, because the caller copies a block away before the next one is asked for.

import { kBlockBytes, type Bytes } from './bytes.js';

interface Block {
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const kNothing: Block = { offset: 0, bytes: new Uint8Array(0) };

export class ReadAhead {
  readonly #source: Bytes;
  #buffer: ArrayBuffer;
  #block = kNothing;
  #next: { readonly offset: number; readonly block: Promise<Block> } | undefined;

  constructor(source: Bytes) {
    this.#source = source;
    this.#buffer = bufferFor(source);
  }

  /** At least one and at most `length` bytes from `offset` on, valid until the next call of any method. */
  async at(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#holds(offset)) {
      if (this.#next && this.#next.offset !== offset) await this.#discard();
      this.#block = await (this.#next?.block ?? this.#pull(offset));
      this.#next = undefined;
      this.#buffer = this.#block.bytes.buffer;
    }
    const start = offset - this.#block.offset;
    return this.#block.bytes.subarray(start, start + length);
  }

  /** Says that the bytes before `offset` are copied away: when nothing is left in hand, the next block is fetched now. */
  ahead(offset: number): void {
    if (this.#next || this.#holds(offset) || offset >= this.#source.size) return;
    // The bytes in hand lie in the buffer that is now filled anew.
    this.#block = kNothing;
    const block = this.#pull(offset);
    // A failure is told by the call of at() that waits for this block, if there ever is one.
    block.catch(() => undefined);
    this.#next = { offset, block };
  }

  /** The engine jumped: what was fetched ahead is not wanted, only its buffer. */
  async #discard(): Promise<void> {
    const block = await this.#next?.block.catch(() => undefined);
    this.#next = undefined;
    this.#buffer = block?.bytes.buffer ?? bufferFor(this.#source);
  }

  async #pull(offset: number): Promise<Block> {
    return { offset, bytes: await this.#source.pull(offset, this.#buffer) };
  }

  #holds(offset: number): boolean {
    return offset >= this.#block.offset && offset < this.#block.offset + this.#block.bytes.length;
  }
}

function bufferFor(source: Bytes): ArrayBuffer {
  return new ArrayBuffer(Math.min(Math.max(source.size, 1), kBlockBytes));
}
