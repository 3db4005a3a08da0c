// SPDX-License-Identifier: MIT
// The WebAssembly module as the worker sees it: one class, and a view of its memory.
// The shapes repeat what wasm/bindings.cc binds; the build compares them with the declarations that Emscripten writes.

import createCore from 'npscope:glue';

import { Refusal } from './refusal.js';

/** One analysis of one or several files, synchronous and without I/O. */
export interface Engine {
  /** '' or why not, as `code` or `code:detail`. Before the first `open`, but for what concerns rejects. */
  set(option: string, value: string): string;
  open(name: string, size: number): void;
  /** The next byte range the engine wants; length 0 when it wants no more. */
  wantOffset(): number;
  wantLength(): number;
  /** Where the next bytes go, an offset into `HEAPU8`; 0 when there is no memory. */
  reserve(length: number): number;
  commit(length: number): void;
  /** Does one bounded piece of work; true: call again before anything else. */
  step(): boolean;
  /** The encoding whose table of byte pairs is wanted before the work goes on; '' for none. */
  wantTable(): string;
  /** Where that table goes, an offset into `HEAPU8`; 0 when there is no memory. */
  tableRoom(length: number): number;
  /** So much of the table was written; 0: the host does not know the encoding. */
  takeTable(length: number): void;
  /** What a conversion has written and nobody has taken yet: a place in `HEAPU8`. */
  outputOffset(): number;
  outputLength(): number;
  clearOutput(): void;
  /** The host could not bring the bytes: this file gives nothing. */
  fail(code: string): void;
  close(): void;
  /** The file closed last is to be opened again after all others. Asked once after each `close`. */
  putAside(): boolean;
  /** From here on nothing is put aside. */
  beginLastRound(): void;
  /** Opens the source of a file of the report once more, to write the records that do not count. */
  openRejects(file: number): boolean;
  /** Which of the opened files that were not put aside holds this file of the report. */
  opened(file: number): number;
  /** '' or why the rejects closed last are not complete, as `code` or `code:detail`. */
  rejectsFailure(): string;
  /** Of the rejects closed last: records of which only the start was written, and cells that Excel cuts. */
  rejectsCutRecords(): number;
  rejectsLongCells(): number;
  records(): number;
  /** '' or why the question is not understood. Then, as long as `wantsColumns` names a file: `openColumns`, its bytes, `close`. */
  ask(query: string): string;
  /** The file of the report of which columns have to be loaded before the answer; -1: none. */
  wantsColumns(): number;
  openColumns(file: number): boolean;
  /** '' or why the columns closed last could not be loaded. */
  columnsFailure(): string;
  /** Does a piece of long work for the question; true: there is more. */
  work(): boolean;
  /** How much of it is done, 0 to 1. */
  worked(): number;
  answer(): string;
  compare(d1: number, p1: number, r1: number, d2: number, p2: number, r2: number): string;
  wantedZones(): string;
  report(): string;
  plan(): string;
  inspection(): string;
  cells(file: number, record: number): string;
  score(detractors: number, passives: number, promoters: number): string;
  delete(): void;
}

/** An instance of the module. Take `HEAPU8` again after every call that may allocate. */
export interface Core {
  readonly HEAPU8: Uint8Array;
  readonly Engine: new () => Engine;
}

/** What the generated glue takes; it never loads anything itself. */
export interface CoreOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
  onAbort(reason: unknown): void;
}

/** A fresh instance. Rejects when the module does not fit the glue or memory is out; never hangs. */
export function instantiate(module: WebAssembly.Module): Promise<Core> {
  return new Promise((resolve, reject) => {
    const options: CoreOptions = {
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), reject);
        return {};
      },
      onAbort: reject,
    };
    createCore(options).then(resolve, reject);
  });
}

/**
 * Compiles the module. Rejects with `wasm-not-found` when the bytes are something else, `wasm-blocked` when a policy forbids
 * WebAssembly, `unsupported-browser` when this engine lacks an instruction that the module uses.
 */
export async function compile(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  const directive = "script-src 'wasm-unsafe-eval'";
  if (!isWasm(bytes)) throw new Refusal('wasm-not-found');
  if (typeof WebAssembly !== 'object') throw new Refusal('wasm-blocked', directive);
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    throw isValid(bytes) ? new Refusal('wasm-blocked', directive) : new Refusal('unsupported-browser');
  }
}

function isWasm(bytes: Uint8Array): boolean {
  return [0x00, 0x61, 0x73, 0x6d].every((byte, index) => bytes[index] === byte);
}

/** Validation runs no code, so policies do not forbid it; where one does, that is the answer too. */
function isValid(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    return WebAssembly.validate(bytes);
  } catch {
    return true;
  }
}
