// SPDX-License-Identifier: MIT
// What a caller may pass as a file, and how it becomes a source of the protocol. Bytes are wrapped in a Blob, so that the
// worker has one way to read and the caller's buffers are never taken away.

import { NpsError } from './errors.js';
import type { Source } from './protocol.js';

export type Bytes = Blob | Uint8Array | ArrayBuffer;

/** A file to read: browser files, bytes with or without a name, or in Node a path. */
export type FileInput = Bytes | { readonly name: string; readonly data: Bytes } | string;

/** One file, or several in a list of any kind: an array, a `FileList`, a set. */
export type FileInputs = FileInput | Iterable<FileInput>;

/** One source per input. Throws `NpsError` `bad-option` with detail `files` for anything else, and for none. */
export function sourcesOf(files: FileInputs, readsPaths: boolean): Source[] {
  const inputs = listOf(files);
  if (inputs.length === 0) throw new NpsError('bad-option', { detail: 'files' });
  return inputs.map((input, index) => sourceOf(input, `file ${index + 1}`, readsPaths));
}

/**
 * Looks for files that were deleted since they were chosen. A browser gives them the size 0, and only the object that the page
 * got can tell them from empty ones: the worker's copy cannot.
 */
export function withoutVanished(sources: readonly Source[]): Promise<Source[]> {
  return Promise.all(
    sources.map(async (source) => {
      if (!('blob' in source) || source.blob.size > 0) return source;
      const failed: Source = { name: source.name, failed: 'source-changed' };
      return source.blob.arrayBuffer().then(
        () => source,
        () => failed,
      );
    }),
  );
}

export function listOf(files: FileInputs): FileInput[] {
  return isList(files) ? Array.from(files) : [files];
}

function isList(files: FileInputs): files is Iterable<FileInput> {
  return typeof files === 'object' && files !== null && Symbol.iterator in files && !isBytes(files);
}

function sourceOf(input: unknown, nameless: string, readsPaths: boolean): Source {
  if (typeof input === 'string' && readsPaths) return { name: lastPart(input), path: input };
  if (isBlob(input)) return { name: nameOf(input) ?? nameless, blob: input };
  if (isBytes(input)) return { name: nameless, blob: blobOf(input) };
  if (typeof input === 'object' && input !== null && 'data' in input) {
    const name = nameOf(input) ?? nameless;
    if (isBlob(input.data)) return { name, blob: input.data };
    if (isBytes(input.data)) return { name, blob: blobOf(input.data) };
  }
  throw new NpsError('bad-option', { detail: 'files' });
}

/** By shape, not by class: a file may come from another frame of the page. */
function isBlob(value: unknown): value is Blob {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Blob).size === 'number' &&
    typeof (value as Blob).slice === 'function' &&
    typeof (value as Blob).stream === 'function'
  );
}

function isBytes(value: unknown): value is Uint8Array | ArrayBuffer {
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

function blobOf(bytes: Uint8Array | ArrayBuffer): Blob {
  if (!ArrayBuffer.isView(bytes)) return new Blob([bytes]);
  const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A Blob cannot be made of shared memory: copy that first.
  return new Blob([view.buffer instanceof ArrayBuffer ? (view as Uint8Array<ArrayBuffer>) : new Uint8Array(view)]);
}

function nameOf(value: object): string | undefined {
  const name = (value as { name?: unknown }).name;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function lastPart(path: string): string {
  return (
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .pop() || path
  );
}
