// SPDX-License-Identifier: MIT
// Link: the calling side of the protocol over one running worker. It numbers calls, passes notes on, and when the worker is
// lost every call that waits is rejected, so that nothing ever hangs.

import { NpsError } from './errors.js';
import type { Port } from './host.js';
import type { AnswerOf, FromWorker, Method, Progress, RequestOf } from './protocol.js';

/** What the caller hears before the answer. */
export interface Listener {
  readonly onNote?: ((progress: Progress) => void) | undefined;
  /** A part of the answer; the next one comes after `taken()`. */
  readonly onChunk?: ((chunk: Uint8Array<ArrayBuffer>, taken: () => void) => void) | undefined;
}

interface Waiting extends Listener {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: NpsError) => void;
}

export interface RunningCall<M extends Method> {
  readonly id: number;
  readonly answer: Promise<AnswerOf<M>>;
}

const kHello = 0;

export class Link {
  readonly #port: Port;
  readonly #waiting = new Map<number, Waiting>();
  #lastCall = kHello;
  #lost: NpsError | undefined;

  /** Resolves when the worker's script runs; rejects when it cannot. */
  readonly hello: Promise<void>;

  constructor(port: Port) {
    this.#port = port;
    this.hello = new Promise((resolve, reject) => {
      this.#waiting.set(kHello, { resolve, reject });
    });
    port.listen(
      (message) => this.#receive(message),
      (failure) => this.end(new NpsError(failure.code, failure)),
    );
  }

  /** Why the worker is gone; undefined while it lives. */
  get lost(): NpsError | undefined {
    return this.#lost;
  }

  /** Calls a method. The answer rejects with `NpsError`: a failure the worker names, or the loss of the worker. */
  call<M extends Method>(
    method: M,
    request: RequestOf<M>,
    listener: Listener = {},
    transfer: readonly ArrayBuffer[] = [],
  ): RunningCall<M> {
    const id = ++this.#lastCall;
    const answer = new Promise<AnswerOf<M>>((resolve, reject) => {
      if (this.#lost) return reject(this.#lost);
      this.#port.post({ call: id, method, request }, transfer);
      this.#port.hold(true);
      this.#waiting.set(id, { ...listener, resolve, reject });
    });
    return { id, answer };
  }

  /** Tells the worker that nobody waits for this call any more. The worker answers it with `aborted` as soon as it can. */
  cancel(id: number): void {
    if (!this.#lost) this.#port.post({ cancel: id });
  }

  /** Ends the worker; every waiting call rejects with `reason`. */
  end(reason: NpsError): void {
    if (this.#lost) return;
    this.#lost = reason;
    this.#port.end();
    for (const waiting of this.#waiting.values()) waiting.reject(reason);
    this.#waiting.clear();
  }

  #receive(message: FromWorker): void {
    const id = 'hello' in message ? kHello : message.call;
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    if ('note' in message) return waiting.onNote?.(message.note);
    if ('chunk' in message)
      return waiting.onChunk?.(message.chunk, () => this.#lost || this.#port.post({ taken: message.call }));

    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#port.hold(false);
    if ('failure' in message) waiting.reject(new NpsError(message.failure.code, message.failure));
    else waiting.resolve(('answer' in message ? message.answer : undefined) as never);
  }
}
