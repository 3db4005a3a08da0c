// SPDX-License-Identifier: MIT
// Bytes of a Blob. A byte stream read into one buffer that is used again and again is the fastest way in every browser; where
// a Blob's stream is no byte stream, and for single ranges, slices do.

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

  async pull(offset: number, buffer: ArrayBuffer, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#read(offset, buffer, length).catch(() => undefined);
    if (!bytes || bytes.length === 0) throw await this.#refusal(offset);
    return bytes;
  }

  /**
   * Asks for a byte: Chromium then compares the file with what it was when it was chosen. Firefox only notices a file that is
   * gone or shorter; nothing a page can do tells more.
   */
  async verify(): Promise<void> {
    const failed = await this.#failureOfAByte();
    if (failed !== undefined) throw new Refusal(isForbidden(failed) ? 'unreadable' : 'source-changed');
  }

  async close(): Promise<void> {
    const reader = this.#reader;
    this.#reader = undefined;
    await reader?.cancel().catch(() => undefined);
  }

  async #read(offset: number, buffer: ArrayBuffer, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const reader = this.#readerAt(offset, length);
    if (!reader) return new Uint8Array(await this.#blob.slice(offset, offset + length).arrayBuffer());
    const { value } = await reader.read(new Uint8Array(buffer, 0, length));
    this.#position = offset + (value?.length ?? 0);
    return value;
  }

  /** The stream, when it stands there already or a whole block is asked for: then more will be. */
  #readerAt(offset: number, length: number): ReadableStreamBYOBReader | undefined {
    if (!this.#streams) return undefined;
    if (this.#reader && this.#position === offset) return this.#reader;
    if (length < kBlockBytes) return undefined;
    void this.close();
    try {
      this.#reader = this.#blob.slice(offset).stream().getReader({ mode: 'byob' });
    } catch {
      this.#streams = false;
    }
    return this.#reader;
  }

  /** Why there were no bytes. A stream does not say (it calls everything a network error); reading one byte does. */
  async #refusal(offset: number): Promise<Refusal> {
    const failed = await this.#failureOfAByte();
    const isFolder = offset === 0 && failed !== undefined && this.#looksLikeFolder();
    return new Refusal(isFolder || isForbidden(failed) ? 'unreadable' : 'source-changed');
  }

  /** The name of the error that reading gives now; undefined when it works. A file that is gone has no size left. */
  async #failureOfAByte(): Promise<string | undefined> {
    const part = this.#blob.size === 0 ? this.#blob : this.#blob.slice(0, 1);
    try {
      await part.arrayBuffer();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.name : '';
    }
  }

  /** A dropped folder comes as a file without type whose bytes can not be had; only its name hints at it. */
  #looksLikeFolder(): boolean {
    return this.#blob.type === '' && !this.#name.includes('.');
  }
}

function isForbidden(errorName: string | undefined): boolean {
  return errorName === 'SecurityError' || errorName === 'NotAllowedError';
}
