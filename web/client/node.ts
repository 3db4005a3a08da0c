// SPDX-License-Identifier: MIT
// The entry `npscope` for Node: the same functions, and texts among the files are paths.

import { apiFor, type Api } from './api.js';
import { nodeHost } from './host-node.js';

export * from './exports.js';

const api = /* @__PURE__ */ apiFor(nodeHost);

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

/** A client with a worker of its own, which starts with the first question. */
export const createClient: Api['createClient'] = () => api.createClient();
