// SPDX-License-Identifier: MIT
// The answering side of the protocol: messages in, method calls, answers or failures out.
// The same code serves a browser's worker and a worker thread of Node; they differ in how a message travels.

import type { Call, FromWorker, Protocol, ToWorker } from '../client/protocol.js';
import { failureOf } from './refusal.js';

type AnyMethod = (request: unknown, call: Call) => Promise<unknown>;

/** Answers calls with `protocol` and says hello. Feed every message of the client to the function this returns. */
export function serve(protocol: Protocol, post: (message: FromWorker) => void): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();

  async function answer(message: Extract<ToWorker, { method: string }>): Promise<void> {
    const { call, method, request } = message;
    const stop = new AbortController();
    running.set(call, stop);
    try {
      const perform = protocol[method].bind(protocol) as AnyMethod;
      const value = await perform(request, { note: (note) => post({ call, note }), signal: stop.signal });
      post({ call, answer: value });
    } catch (thrown) {
      post({ call, failure: failureOf(thrown) });
    } finally {
      running.delete(call);
    }
  }

  post({ hello: true });
  return (message) => {
    if ('cancel' in message) running.get(message.cancel)?.abort();
    else void answer(message);
  };
}
