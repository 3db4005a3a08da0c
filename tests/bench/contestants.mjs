// SPDX-License-Identifier: MIT
// Who takes part: one list per format and host, in the order in which they run.
// `module` is a file of node/ or chromium/; `role` says what a contestant is compared with.

const asked = { name: 'npscope, asked roles', module: 'npscope', role: 'asked', hasHeap: true };
const found = { name: 'npscope, every role it finds', module: 'npscope-found', role: 'found', hasHeap: true };
const kept = { name: 'npscope, every column kept', module: 'npscope-kept', role: 'kept', hasHeap: true };
const duckdb = { name: 'duckdb-wasm', module: 'duckdb', role: 'rival', hasHeap: true };
const rival = (name, module) => ({ name, module, role: 'rival' });
const papaparse = rival('papaparse', 'papaparse');
const udsv = rival('udsv', 'udsv');
const hucre = rival('hucre', 'hucre');
const sheetjs = rival('SheetJS (@e965/xlsx)', 'sheetjs');
const read = { name: 'reading alone', module: 'read', role: 'reading' };
const readStream = { name: 'reading alone (stream)', module: 'read-stream', role: 'reading' };
const readByob = { name: 'reading alone (4 MiB buffer)', module: 'read-byob', role: 'reading' };

/** In Chromium these do their work in a script of chromium/worker/; the others bring a worker of their own. */
const inWorker = (contestant) => ({ ...contestant, hasWorker: true });

const contestants = {
  csv: {
    node: [asked, found, kept, papaparse, udsv, duckdb, read],
    chromium: [asked, found, kept, inWorker(papaparse), inWorker(udsv), duckdb, inWorker(readStream), inWorker(readByob)],
  },
  ndjson: {
    node: [asked, rival('JSON.parse by line', 'json-lines'), rival('JSON.parse by line, streaming', 'json-lines-stream'), read],
  },
  json: { node: [asked, rival('JSON.parse', 'json-parse'), read] },
  xlsx: {
    node: [asked, hucre, rival('hucre, streaming', 'hucre-stream'), rival('read-excel-file', 'read-excel-file'), sheetjs, read],
  },
  xls: { node: [asked, hucre, sheetjs, read] },
};

/** The contestants of a format on a host; with `modules` only these, in the order of the list all the same. */
export function contestantsOf(format, host, modules) {
  return contestants[format][host].filter(({ module }) => !modules || modules.includes(module));
}
