// SPDX-License-Identifier: MIT
// The entry `npscope/split`: worker and WebAssembly as files that browsers cache, found by Vite, webpack 5 and plain modules.

import { apiFor } from './api.js';
import { WorkerClient, type Client } from './client.js';
import { splitHost, type SplitFiles } from './host-split.js';

export * from './exports.js';
export type { SplitFiles } from './host-split.js';

export const { analyze, scoreFromCounts, close } = apiFor(splitHost());

/** A client with a worker of its own. `files` says where worker and module are when the bundler does not move them along. */
export function createClient(files?: SplitFiles): Client {
  return new WorkerClient(splitHost(files));
}
