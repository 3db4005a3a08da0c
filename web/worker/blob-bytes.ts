// SPDX-License-Identifier: MIT
// Bytes of a Blob. A byte stream read into one buffer that is used again and again is the fastest way in every browser;
// where a Blob's stream is no byte stream, slices of the same size do.

import { kBlockBytes, type Bytes } from './bytes.js';
import { Refusal } from './refusal.js';

export class BlobBytes implements Bytes {
  readonly #name: string;
  readonly #blob: Blob;
  #reader: ReadableStreamBYOBReader | undefined;
  /** Where the stream stands; it only goes forward. */
  #position = 0;
  #streams = true;

  constructor(name: string, blob: Blob) {
    this.#name = name;
    this.#blob = blob;
  }

  get size(): number {
    return this.#blob.size;
  }

  async pull(offset: number, buffer: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const reader = this.#readerAt(offset);
      const bytes = reader ? (await reader.read(new Uint8Array(buffer))).value : await this.#slice(offset);
      if (!bytes || bytes.length === 0) throw new Refusal('source-changed');
      this.#position = offset + bytes.length;
      return bytes;
    } catch (thrown) {
      throw this.#refusal(thrown, offset);
    }
  }

  /** A browser refuses to read a file that changed since it was chosen, so there is nothing left to compare. */
  verify(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    const reader = this.#reader;
    this.#reader = undefined;
    await reader?.cancel().catch(() => undefined);
  }

  #readerAt(offset: number): ReadableStreamBYOBReader | undefined {
    if (!this.#streams) return undefined;
    if (this.#reader && this.#position === offset) return this.#reader;
    void this.close();
    try {
      this.#reader = this.#blob.slice(offset).stream().getReader({ mode: 'byob' });
    } catch {
      this.#streams = false;
    }
    return this.#reader;
  }

  async #slice(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#blob.slice(offset, offset + kBlockBytes).arrayBuffer());
  }

  #refusal(thrown: unknown, offset: number): unknown {
    const name = thrown instanceof Error ? thrown.name : '';
    if (name === 'NotReadableError' || name === 'NotFoundError') {
      return new Refusal(offset === 0 && this.#looksLikeFolder() ? 'unreadable' : 'source-changed');
    }
    return name === 'SecurityError' || name === 'NotAllowedError' ? new Refusal('unreadable') : thrown;
  }

  /** A dropped folder comes as a file without type whose bytes can not be had; only its name hints at it. */
  #looksLikeFolder(): boolean {
    return this.#blob.type === '' && !this.#name.includes('.');
  }
}
