// SPDX-License-Identifier: MIT
// Feeds files to an engine: the engine says which bytes it wants, this brings them, one await point for all formats.
// A file whose bytes can not be had fails alone; the others go on.

import type { AnalysisRequest, Call, Setting, Source } from '../client/protocol.js';
import { Breath } from './breath.js';
import type { Bytes } from './bytes.js';
import { pairTable } from './code-pages.js';
import type { Core, Engine } from './core.js';
import { ReadAhead } from './read-ahead.js';
import { Refusal } from './refusal.js';

/** How a host looks at a source it can read. Both reject with a `Refusal`. */
export interface Sources {
  /** The size in bytes, without opening; 0 when it is not known before the end. */
  size(source: Readable): Promise<number>;
  open(source: Readable): Promise<Bytes>;
}

/** A source that was read, and how large it was then. */
export interface ReadSource {
  readonly source: Source;
  readonly size: number;
}

export type Readable = Exclude<Source, { readonly failed: string }>;

/** How much a conversion may write before it is passed on. */
const kOutputBytes = 32 * 1024;

export function applySettings(engine: Engine, settings: readonly Setting[]): void {
  for (const [option, value] of settings) {
    refuseWith(engine.set(option, value));
  }
}

/** Throws what the engine says as `code` or `code:detail`; nothing for ''. */
export function refuseWith(said: string): void {
  if (said === '') return;
  const [code = '', ...detail] = said.split(':');
  throw new Refusal(code, detail.length > 0 ? detail.join(':') : undefined);
}

/**
 * Reads all sources of the request into the engine, those that correct others last. Resolves to them in the order in which they
 * count. Rejects with `aborted`, or with whatever is a bug.
 */
export async function readAll(
  core: Core,
  engine: Engine,
  request: AnalysisRequest,
  sources: Sources,
  call: Call,
): Promise<ReadSource[]> {
  const sizes = await Promise.all(request.sources.map((source) => sizeOf(source, sources)));
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  const files = sizes.length;
  const breath = new Breath();
  let before = 0;

  const read = async (file: number): Promise<ReadSource> => {
    const limit = before + (sizes[file] ?? 0);
    const source = request.sources[file]!;
    const size = await new Reading(core, engine, call, async (position) => {
      if (!breath.due) return;
      const bytesRead = Math.min(before + position, limit, bytesTotal);
      call.note({ file, files, bytesRead, bytesTotal, records: engine.records() });
      await breath.take();
      if (call.signal.aborted) throw new Refusal('aborted');
    }).read(source, sources);
    before = limit;
    return { source, size };
  };

  const order: ReadSource[] = [];
  const aside: number[] = [];
  for (const file of request.sources.keys()) {
    const one = await read(file);
    if (engine.putAside()) aside.push(file);
    else order.push(one);
  }
  engine.beginLastRound();
  for (const file of aside) order.push(await read(file));
  call.note({ file: files - 1, files, bytesRead: bytesTotal, bytesTotal, records: engine.records() });
  return order;
}

function sizeOf(source: Source, sources: Sources): Promise<number> {
  return 'failed' in source ? Promise.resolve(0) : sources.size(source).catch(() => 0);
}

/** The reading of one source. `pause` is called between pieces of work with how far the bytes have come. */
export class Reading {
  readonly #core: Core;
  readonly #engine: Engine;
  readonly #call: Call;
  readonly #pause: (position: number) => Promise<void>;
  /** How far the bytes have come. An archive is read in jumps, also backwards; this only grows. */
  #position = 0;

  constructor(core: Core, engine: Engine, call: Call, pause: (position: number) => Promise<void>) {
    this.#core = core;
    this.#engine = engine;
    this.#call = call;
    this.#pause = pause;
  }

  /** Resolves to the size of the source; 0 when it can not be opened. */
  async read(source: Source, sources: Sources): Promise<number> {
    const engine = this.#engine;
    let bytes: Bytes | undefined;
    try {
      if ('failed' in source) throw new Refusal(source.failed);
      bytes = await sources.open(source);
      engine.open(source.name, bytes.size);
      await this.#feed(bytes);
      await bytes.verify();
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code === 'aborted') throw thrown;
      if (!bytes) engine.open(source.name, 0);
      engine.fail(thrown.code);
    } finally {
      await bytes?.close();
    }
    engine.close();
    await this.#passOn(1);
    return bytes?.size ?? 0;
  }

  /** Feeds a source that the engine has opened itself. */
  async readAgain({ source, size }: ReadSource, sources: Sources): Promise<void> {
    const engine = this.#engine;
    let bytes: Bytes | undefined;
    try {
      if ('failed' in source) throw new Refusal(source.failed);
      bytes = await sources.open(source);
      // What was added at the end would never be asked for.
      if (bytes.size !== size) throw new Refusal('source-changed');
      await this.#feed(bytes);
      await bytes.verify();
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code === 'aborted') throw thrown;
      // Whatever keeps the bytes away now: they were there before.
      engine.fail('source-changed');
    } finally {
      await bytes?.close();
    }
    engine.close();
    await this.#passOn(1);
  }

  async #feed(bytes: Bytes): Promise<void> {
    const engine = this.#engine;
    const reader = new ReadAhead(bytes);
    for (let length = engine.wantLength(); length > 0; length = engine.wantLength()) {
      const offset = engine.wantOffset();
      const count = bytes.fill?.(offset, this.#room(length)) ?? (await this.#copy(reader, offset, length));
      engine.commit(count);
      this.#position = Math.max(this.#position, offset + count);
      await this.#work();
    }
  }

  /** What the bytes so far allow, step by step: a step is short, so that a person is never kept waiting. */
  async #work(): Promise<void> {
    do {
      while (this.#engine.step()) {
        await this.#passOn(kOutputBytes);
        await this.#pause(this.#position);
      }
    } while (this.#bringTable());
    await this.#passOn(kOutputBytes);
    await this.#pause(this.#position);
  }

  /** Whether a table was wanted; then the work goes on. */
  #bringTable(): boolean {
    const engine = this.#engine;
    const encoding = engine.wantTable();
    if (encoding === '') return false;
    const table = pairTable(encoding);
    const room = table ? engine.tableRoom(table.length) : 0;
    if (table && room === 0) throw new Refusal('out-of-memory');
    if (table) this.#core.HEAPU8.set(table, room);
    engine.takeTable(table?.length ?? 0);
    return true;
  }

  /** Passes on what was written, when it is at least so much, and waits until it was taken. */
  async #passOn(least: number): Promise<void> {
    const length = this.#engine.outputLength();
    if (length < least) return;
    const offset = this.#engine.outputOffset();
    const chunk = this.#core.HEAPU8.slice(offset, offset + length);
    this.#engine.clearOutput();
    await this.#call.write(chunk);
  }

  /** Memory of the engine for its next bytes; good until the next call that may allocate. */
  #room(length: number): Uint8Array {
    const room = this.#engine.reserve(length);
    if (room === 0) throw new Refusal('out-of-memory');
    return this.#core.HEAPU8.subarray(room, room + length);
  }

  async #copy(reader: ReadAhead, offset: number, length: number): Promise<number> {
    const block = await reader.at(offset, length);
    const count = block.length;
    this.#room(count).set(block);
    // From here on the block's buffer belongs to the next read, which runs while the engine is busy with this one.
    reader.ahead(offset + count);
    return count;
  }
}
