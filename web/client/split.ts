// SPDX-License-Identifier: MIT
// The entry `npscope/split`: worker and WebAssembly as files that browsers cache, found by Vite, webpack 5 and plain modules.

import { apiFor, type Api } from './api.js';
import { WorkerClient, type Client } from './client.js';
import { splitHost, type SplitFiles } from './host-split.js';

export * from './exports.js';
export type { SplitFiles } from './host-split.js';

const api = /* @__PURE__ */ apiFor(/* @__PURE__ */ splitHost());

/** Reads files and resolves to their report; see `Client.analyze`. All functions here share one worker. */
export const analyze: Api['analyze'] = (files, options) => api.analyze(files, options);

/** Says what the files are, without scoring; see `Client.inspect`. */
export const inspect: Api['inspect'] = (files, options) => api.inspect(files, options);

/** What would be decided about files, and what has to be asked; see `Client.plan`. */
export const plan: Api['plan'] = (files, options) => api.plan(files, options);

/** The records of a file that do not count, as a stream; see `Client.rejects`. */
export const rejects: Api['rejects'] = (files, options) => api.rejects(files, options);

/** Repeats the analysis of a saved report and says what is different. */
export const verify: Api['verify'] = (report, files, options) => api.verify(report, files, options);

/** The records of a file as a stream of CSV or JSON lines; see `Client.convert`. */
export const convert: Api['convert'] = (file, options) => api.convert(file, options);

/** Reads files once for any number of questions; see `Session`. */
export const open: Api['open'] = (files, options) => api.open(files, options);

/** Two sets of counts side by side; see `Client.compareCounts`. */
export const compareCounts: Api['compareCounts'] = (first, second, options) => api.compareCounts(first, second, options);

/** A report from the sizes of the three groups alone; see `Client.scoreFromCounts`. */
export const scoreFromCounts: Api['scoreFromCounts'] = (counts, options) => api.scoreFromCounts(counts, options);

/** Ends the shared worker and gives its memory back. The next question starts a new one. */
export const close: Api['close'] = () => api.close();

/** A client with a worker of its own. `files` says where worker and module are when the bundler does not move them along. */
export function createClient(files?: SplitFiles): Client {
  return new WorkerClient(splitHost(files));
}
