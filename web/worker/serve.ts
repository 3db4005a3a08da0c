// SPDX-License-Identifier: MIT
// The answering side of the protocol: messages in, method calls, answers or failures out.
// The same code serves a browser's worker and a worker thread of Node; they differ in how a message travels.

import type { Call, FromWorker, Protocol, ToWorker } from '../client/protocol.js';
import { failureOf, Refusal } from './refusal.js';

type AnyMethod = (request: unknown, call: Call) => Promise<unknown>;

export type Post = (message: FromWorker, transfer: ArrayBuffer[]) => void;

/** A call that is being answered. */
class Running implements Call {
  readonly #id: number;
  readonly #post: Post;
  readonly #stop = new AbortController();
  /** Ends the wait for the caller to take a chunk. */
  #taken: () => void = () => undefined;

  constructor(id: number, post: Post) {
    this.#id = id;
    this.#post = post;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  note: Call['note'] = (note) => this.#post({ call: this.#id, note }, []);

  write: Call['write'] = async (chunk) => {
    this.#post({ call: this.#id, chunk }, [chunk.buffer]);
    await new Promise<void>((resolve) => {
      this.#taken = resolve;
      if (this.signal.aborted) resolve();
    });
    if (this.signal.aborted) throw new Refusal('aborted');
  };

  takeChunk(): void {
    this.#taken();
  }

  cancel(): void {
    this.#stop.abort();
    this.#taken();
  }
}

/** Answers calls with `protocol` and says hello. Feed every message of the client to the function this returns. */
export function serve(protocol: Protocol, post: Post): (message: ToWorker) => void {
  const running = new Map<number, Running>();

  async function answer(message: Extract<ToWorker, { method: string }>): Promise<void> {
    const { call, method, request } = message;
    const answering = new Running(call, post);
    running.set(call, answering);
    try {
      const perform = protocol[method].bind(protocol) as AnyMethod;
      post({ call, answer: await perform(request, answering) }, []);
    } catch (thrown) {
      post({ call, failure: failureOf(thrown) }, []);
    } finally {
      running.delete(call);
    }
  }

  post({ hello: true }, []);
  return (message) => {
    if ('cancel' in message) running.get(message.cancel)?.cancel();
    else if ('taken' in message) running.get(message.taken)?.takeChunk();
    else void answer(message);
  };
}
