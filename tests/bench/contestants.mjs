// SPDX-License-Identifier: MIT
// Who takes part: one row per contestant and host, in the order in which they run.
// `module` is a file of node/ or chromium/; `role` says what a contestant is compared with.

const asked = { name: 'npscope, asked roles', module: 'npscope', role: 'asked', hasHeap: true };
const kept = { name: 'npscope, every column kept', module: 'npscope-kept', role: 'kept', hasHeap: true };
const papaparse = { name: 'papaparse', module: 'papaparse', role: 'rival' };
const udsv = { name: 'udsv', module: 'udsv', role: 'rival' };
const duckdb = { name: 'duckdb-wasm', module: 'duckdb', role: 'rival', hasHeap: true };
const read = { name: 'reading alone', module: 'read', role: 'reading' };
const readStream = { name: 'reading alone (stream)', module: 'read-stream', role: 'reading' };
const readByob = { name: 'reading alone (4 MiB buffer)', module: 'read-byob', role: 'reading' };

/** In Chromium these do their work in a script of chromium/worker/; the others bring a worker of their own. */
const inWorker = (contestant) => ({ ...contestant, hasWorker: true });

const contestants = {
  node: [asked, kept, papaparse, udsv, duckdb, read],
  chromium: [asked, kept, inWorker(papaparse), inWorker(udsv), duckdb, inWorker(readStream), inWorker(readByob)],
};

/** The contestants of a host; with `modules` only these, in the order of the list all the same. */
export function contestantsOf(host, modules) {
  return contestants[host].filter(({ module }) => !modules || modules.includes(module));
}
