// SPDX-License-Identifier: MIT
// Feeds files to an engine: the engine says which bytes it wants, this brings them, one await point for all formats.
// A file whose bytes can not be had fails alone; the others go on.

import type { AnalysisRequest, Call, Setting, Source } from '../client/protocol.js';
import { Breath } from './breath.js';
import type { Bytes } from './bytes.js';
import type { Core, Engine } from './core.js';
import { ReadAhead } from './read-ahead.js';
import { Refusal } from './refusal.js';

/** How a host looks at a source it can read. Both reject with a `Refusal`. */
export interface Sources {
  /** The size in bytes, without opening; 0 when it is not known before the end. */
  size(source: Readable): Promise<number>;
  open(source: Readable): Promise<Bytes>;
}

export type Readable = Exclude<Source, { readonly failed: string }>;

export function applySettings(engine: Engine, settings: readonly Setting[]): void {
  for (const [option, value] of settings) {
    const refused = engine.set(option, value);
    if (refused) throw new Refusal(refused, option);
  }
}

/** Reads all sources of the request into the engine. Rejects with `aborted`, or with whatever is a bug. */
export async function readAll(
  core: Core,
  engine: Engine,
  request: AnalysisRequest,
  sources: Sources,
  call: Call,
): Promise<void> {
  const sizes = await Promise.all(request.sources.map((source) => sizeOf(source, sources)));
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  const files = sizes.length;
  const breath = new Breath();
  let before = 0;

  for (const [file, source] of request.sources.entries()) {
    await readOne(core, engine, source, sources, async (position) => {
      if (!breath.due) return;
      const bytesRead = Math.min(before + position, bytesTotal);
      call.note({ file, files, bytesRead, bytesTotal, records: engine.records() });
      await breath.take();
      if (call.signal.aborted) throw new Refusal('aborted');
    });
    before += sizes[file] ?? 0;
  }
  call.note({ file: files - 1, files, bytesRead: bytesTotal, bytesTotal, records: engine.records() });
}

function sizeOf(source: Source, sources: Sources): Promise<number> {
  return 'failed' in source ? Promise.resolve(0) : sources.size(source).catch(() => 0);
}

type OnBlock = (position: number) => Promise<void>;

async function readOne(core: Core, engine: Engine, source: Source, sources: Sources, onBlock: OnBlock): Promise<void> {
  let bytes: Bytes | undefined;
  try {
    if ('failed' in source) throw new Refusal(source.failed);
    bytes = await sources.open(source);
    engine.open(source.name, bytes.size);
    await feed(core, engine, bytes, onBlock);
    await bytes.verify();
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code === 'aborted') throw thrown;
    if (!bytes) engine.open(source.name, 0);
    engine.fail(thrown.code);
  } finally {
    await bytes?.close();
  }
  engine.close();
}

async function feed(core: Core, engine: Engine, bytes: Bytes, onBlock: OnBlock): Promise<void> {
  const reader = new ReadAhead(bytes);
  for (let length = engine.wantLength(); length > 0; length = engine.wantLength()) {
    const offset = engine.wantOffset();
    const count = bytes.fill?.(offset, roomFor(core, engine, length)) ?? (await copy(core, engine, reader, offset, length));
    engine.commit(count);
    await onBlock(offset + count);
  }
}

/** Memory of the engine for its next bytes; good until the next call that may allocate. */
function roomFor(core: Core, engine: Engine, length: number): Uint8Array {
  const room = engine.reserve(length);
  if (room === 0) throw new Refusal('out-of-memory');
  return core.HEAPU8.subarray(room, room + length);
}

async function copy(core: Core, engine: Engine, reader: ReadAhead, offset: number, length: number): Promise<number> {
  const block = await reader.at(offset, length);
  const count = block.length;
  roomFor(core, engine, count).set(block);
  // From here on the block's buffer belongs to the next read, which runs while the engine is busy with this one.
  reader.ahead(offset + count);
  return count;
}
