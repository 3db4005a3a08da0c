// SPDX-License-Identifier: MIT
// The start handshake: a worker counts as started when its script has said hello and the WebAssembly module runs in it.
// Both steps have a time limit, so a host that swallows the worker gives a code instead of a hang.

import { NpsError } from './errors.js';
import type { Host } from './host.js';
import type { Link } from './link.js';

/** How long a step of the handshake may take. A cold, busy machine needs a second or two. */
export const kStartLimitMs = 10_000;

/** Brings a launched worker to the point where it takes calls. On failure the link is ended and the reason thrown. */
export async function start(link: Link, host: Host, limitMs: number = kStartLimitMs): Promise<void> {
  const silent = new NpsError('worker-blocked', { detail: host.workerDirective });
  const stuck = new NpsError('crashed');
  try {
    // Loss of the worker rejects hello, so waiting for both also ends when the worker is lost while the wasm is on its way.
    const [wasm] = await Promise.all([host.wasm(), within(limitMs, link.hello, silent)]);
    await within(limitMs, link.call('start', wasm, {}, [wasm.buffer]).answer, stuck);
  } catch (error) {
    const reason = error instanceof NpsError ? error : new NpsError('crashed');
    link.end(reason);
    throw link.lost ?? reason;
  }
}

async function within<T>(limitMs: number, promise: Promise<T>, tooLate: NpsError): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
