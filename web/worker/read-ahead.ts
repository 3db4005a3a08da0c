// SPDX-License-Identifier: MIT
// ReadAhead: brings any byte range of a file, and brings the block after it while the caller is busy with the one it has.
// It reads ahead only while ranges follow each other: a workbook is read in jumps, and a block for nothing costs more than it
// saves. One buffer is enough, because the caller copies a block away before the next one is asked for.

import { kBlockBytes, type Bytes } from './bytes.js';

interface Block {
  readonly offset: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const kNothing: Block = { offset: 0, bytes: new Uint8Array(0) };

/** So many ranges must follow each other before the next one is taken for certain. */
const kSureAfter = 2;

export class ReadAhead {
  readonly #source: Bytes;
  #buffer: ArrayBuffer;
  #block = kNothing;
  #next: { readonly offset: number; readonly block: Promise<Block> } | undefined;
  /** Where the range asked for last ends, and how many ranges have begun where the one before ended. */
  #end = 0;
  #run = 0;

  constructor(source: Bytes) {
    this.#source = source;
    this.#buffer = bufferFor(source);
  }

  /** At least one and at most `length` bytes from `offset` on, valid until the next call of any method. */
  async at(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#run = offset === this.#end ? this.#run + 1 : 0;
    if (!this.#holds(offset)) {
      if (this.#next && this.#next.offset !== offset) await this.#discard();
      const pulled = this.#next?.block ?? this.#pull(offset, this.#isSure ? kBlockBytes : length);
      this.#next = undefined;
      this.#block = await pulled;
    }
    const start = offset - this.#block.offset;
    const bytes = this.#block.bytes.subarray(start, start + length);
    this.#end = offset + bytes.length;
    return bytes;
  }

  /** Says that the bytes before `offset` are copied away: when nothing is left in hand, the next block is fetched now. */
  ahead(offset: number): void {
    if (!this.#isSure || this.#next || this.#holds(offset) || offset >= this.#source.size) return;
    // The bytes in hand lie in the buffer that is now filled anew.
    this.#block = kNothing;
    const block = this.#pull(offset, kBlockBytes);
    // A failure is told by the call of at() that waits for this block, if there ever is one.
    block.catch(() => undefined);
    this.#next = { offset, block };
  }

  get #isSure(): boolean {
    return this.#run >= kSureAfter;
  }

  /** The engine jumped: what was fetched ahead is not wanted, only its buffer. */
  async #discard(): Promise<void> {
    const block = this.#next?.block;
    this.#next = undefined;
    await block?.catch(() => undefined);
  }

  /** Reads into the buffer, and keeps whichever buffer there is afterwards: some sources take it away and give it back. */
  async #pull(offset: number, length: number): Promise<Block> {
    if (this.#buffer.byteLength === 0) this.#buffer = bufferFor(this.#source);
    const bytes = await this.#source.pull(offset, this.#buffer, Math.min(length, this.#buffer.byteLength));
    if (this.#buffer.byteLength === 0) this.#buffer = bytes.buffer;
    return { offset, bytes };
  }

  #holds(offset: number): boolean {
    return offset >= this.#block.offset && offset < this.#block.offset + this.#block.bytes.length;
  }
}

function bufferFor(source: Bytes): ArrayBuffer {
  return new ArrayBuffer(Math.min(Math.max(source.size, 1), kBlockBytes));
}
