// SPDX-License-Identifier: MIT
// What differs between a browser page, a page with separate files, and Node: how a worker starts and where the wasm is.
// Everything else in the client is written against these two interfaces.

import type { Failure, FromWorker, ToWorker } from './protocol.js';

/** A running worker, as the client sees it. */
export interface Port {
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  /** Called once. `onLost` tells that the worker will not answer any more (it did not start, crashed or ended). */
  listen(onMessage: (message: FromWorker) => void, onLost: (failure: Failure) => void): void;
  /** Node: whether the worker keeps the process alive. Nothing in a browser. */
  hold(busy: boolean): void;
  /** Ends the worker at once and gives its memory back. */
  end(): void;
}

export interface Host {
  /** Starts a worker. Throws `NpsError` when the host forbids it; a refusal that shows later comes through `onLost`. */
  launch(): Port;
  /** The bytes of the WebAssembly module, a fresh copy each time. Rejects with `NpsError`. */
  wasm(): Promise<Uint8Array<ArrayBuffer>>;
  /** Whether a text among the files is a path to open. */
  readonly readsPaths: boolean;
  /** What to tell when a worker never says a word: the directive or setting that usually stands in the way. */
  readonly workerDirective: string;
}
