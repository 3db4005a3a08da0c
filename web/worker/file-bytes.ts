// SPDX-License-Identifier: MIT
// Bytes of a path in Node. The file is opened once and looked at before and after, so that a file that is written to, cut
// or replaced while it is read is noticed.

import { readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

import { BlobBytes } from './blob-bytes.js';
import type { Bytes } from './bytes.js';
import { Refusal } from './refusal.js';

/** Opens a path. Rejects with `file-not-found` or `unreadable`. A pipe is read to its end first: it has no size before. */
export async function openPath(name: string, path: string): Promise<Bytes> {
  try {
    const handle = await open(path, 'r');
    const stat = await handle.stat();
    if (stat.isFile()) return new FileBytes(handle, stat.size, stat.mtimeMs);
    if (!stat.isDirectory()) return new BlobBytes(name, await readToEnd(handle));
    await handle.close();
  } catch (thrown) {
    throw refusalOf(thrown);
  }
  throw new Refusal('unreadable');
}

class FileBytes implements Bytes {
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #changed: number;

  constructor(handle: FileHandle, size: number, changed: number) {
    this.#handle = handle;
    this.size = size;
    this.#changed = changed;
  }

  async pull(offset: number, buffer: ArrayBuffer, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const into = new Uint8Array(buffer, 0, length);
    const { bytesRead } = await this.#handle.read(into, 0, into.length, offset).catch((thrown: unknown) => {
      throw refusalOf(thrown);
    });
    if (bytesRead === 0) throw new Refusal('source-changed');
    return into.subarray(0, bytesRead);
  }

  fill(offset: number, room: Uint8Array): number {
    const bytesRead = attempt(() => readSync(this.#handle.fd, room, 0, room.length, offset));
    if (bytesRead === 0) throw new Refusal('source-changed');
    return bytesRead;
  }

  async verify(): Promise<void> {
    const { size, mtimeMs } = await this.#handle.stat();
    if (size !== this.size || mtimeMs !== this.#changed) throw new Refusal('source-changed');
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

async function readToEnd(handle: FileHandle): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of handle.createReadStream()) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(chunks);
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw refusalOf(thrown);
  }
}

function refusalOf(thrown: unknown): unknown {
  const code = (thrown as { code?: unknown } | null)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('file-not-found');
  return typeof code === 'string' ? new Refusal('unreadable') : thrown;
}
